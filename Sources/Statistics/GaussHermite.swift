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
  /// Complexity: O(n²), a fraction of a millisecond: keep the rule, do not rebuild it.
  public static func nodes(_ n: Int) -> GaussHermite {
    precondition((3...64).contains(n), "A Gauss-Hermite rule here has 3 to 64 points.")
    let hermite = OrthonormalHermite(degree: n)
    let positive = (0..<(n / 2)).reversed().map { hermite.root(above: $0) }
    let points = positive.reversed().map { -$0 } + (n % 2 == 1 ? [0] : []) + positive
    let raw = points.map { point in
      let previous = hermite(point).previous
      return 1 / (Double(n) * previous * previous)
    }
    let total = raw.exactSum()
    return GaussHermite(points: points, weights: raw.map { $0 / total })
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
}

/// The Hermite polynomials, orthonormal under the normal density, by their three-term recurrence.
private struct OrthonormalHermite {
  let degree: Int
  private let roots: [Double]

  init(degree: Int) {
    self.degree = degree
    roots = (0...degree).map { Double($0).squareRoot() }
  }

  /// The value of this degree and of the one below, and how many roots lie above `x`.
  func callAsFunction(_ x: Double) -> (value: Double, previous: Double, rootsAbove: Int) {
    var previous = 0.0
    var value = 1.0
    var changes = 0
    for k in 0..<degree {
      let next = (x * value - roots[k] * previous) / roots[k + 1]
      // Sturm: the signs along the recurrence change once for each root above.
      if (next < 0) != (value < 0) { changes += 1 }
      previous = value
      value = next
    }
    return (value, previous, changes)
  }

  /// The positive root with `count` roots above it.
  func root(above count: Int) -> Double {
    var low = 0.0
    var high = 2 * roots[degree] + 1
    var aboveLow = degree / 2
    var aboveHigh = 0
    var x = 0.5 * (low + high)
    for _ in 0..<200 {
      let (value, previous, rootsAbove) = self(x)
      if rootsAbove > count {
        low = x
        aboveLow = rootsAbove
      } else {
        high = x
        aboveHigh = rootsAbove
      }
      // The derivative of the orthonormal polynomial of degree n is √n times the one below. Newton's steps are only
      // taken once the root is alone in its bracket, or they could settle on a neighbor.
      let newton = x - value / (roots[degree] * previous)
      let isAlone = aboveLow == count + 1 && aboveHigh == count
      let next = isAlone && newton > low && newton < high ? newton : 0.5 * (low + high)
      if abs(next - x) <= 2 * x.ulp { return next }
      x = next
    }
    return x
  }
}
