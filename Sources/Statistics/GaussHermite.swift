/// A Gauss-Hermite rule for expectations over a standard normal variable: E[f(Z)] ≈ Σ weight · f(point).
///
/// Exact for polynomials of degree up to 2n - 1. Points rise and are symmetric about zero, weights sum to one.
public struct GaussHermite: Sendable {
  /// The values of Z at which to evaluate, rising.
  public let points: [Double]
  /// The weight of each point; they sum to one.
  public let weights: [Double]

  /// The rule with `n` points, 3 to 64.
  ///
  /// Complexity: O(n³), well under a millisecond: keep the rule, do not rebuild it.
  public static func nodes(_ n: Int) -> GaussHermite {
    precondition((3...64).contains(n), "A Gauss-Hermite rule here has 3 to 64 points.")
    // The roots of each polynomial separate those of the next, which makes every root a safe bracket.
    var roots = [0.0]
    for degree in 2...n {
      let ends = 2 * Double(degree).squareRoot() + 1
      let brackets = [-ends] + roots + [ends]
      roots = (0..<degree).map { index in
        root(degree: degree, low: brackets[index], high: brackets[index + 1])
      }
      for index in 0..<(degree / 2) {
        let magnitude = 0.5 * (roots[degree - 1 - index] - roots[index])
        roots[index] = -magnitude
        roots[degree - 1 - index] = magnitude
      }
      if degree % 2 == 1 { roots[degree / 2] = 0 }
    }
    let raw = roots.map { point in
      let previous = orthonormal(degree: n, at: point).previous
      return 1 / (Double(n) * previous * previous)
    }
    let total = raw.exactSum()
    return GaussHermite(points: roots, weights: raw.map { $0 / total })
  }

  /// E[f(mean + sd Z)].
  @inlinable
  public func expectation<Failure: Error>(
    mean: Double = 0, sd: Double = 1, of f: (Double) throws(Failure) -> Double
  ) throws(Failure) -> Double {
    var sum = 0.0
    for index in points.indices {
      sum += weights[index] * (try f(mean + sd * points[index]))
    }
    return sum
  }

  /// The orthonormal Hermite polynomials of this degree and the one below, by their three-term recurrence.
  private static func orthonormal(degree: Int, at x: Double) -> (value: Double, previous: Double) {
    var previous = 0.0
    var value = 1.0
    for k in 0..<degree {
      let next = (x * value - Double(k).squareRoot() * previous) / Double(k + 1).squareRoot()
      previous = value
      value = next
    }
    return (value, previous)
  }

  private static func root(degree: Int, low: Double, high: Double) -> Double {
    var low = low
    var high = high
    let risesAtLow = orthonormal(degree: degree, at: low).value < 0
    var x = 0.5 * (low + high)
    for _ in 0..<80 {
      let (value, previous) = orthonormal(degree: degree, at: x)
      if value == 0 { return x }
      if (value < 0) == risesAtLow { low = x } else { high = x }
      // The derivative of the orthonormal polynomial of degree n is √n times the one below.
      let newton = x - value / (Double(degree).squareRoot() * previous)
      let next = newton > low && newton < high ? newton : 0.5 * (low + high)
      if abs(next - x) <= 2 * x.ulp { return next }
      x = next
    }
    return x
  }
}
