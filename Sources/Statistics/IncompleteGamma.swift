import RealModule

/// The regularized incomplete gamma functions P and Q = 1 - P, whichever is the smaller computed directly.
///
/// Series below the mean, Legendre's continued fraction above it. Complexity: O(√shape) terms near the mean.
enum IncompleteGamma {
  static func tails(shape a: Double, at x: Double) -> (lower: Double, upper: Double) {
    guard x > 0 else { return (0, 1) }
    guard x.isFinite else { return (1, 0) }
    if a < 1, x < 1 {
      let upper = smallUpper(a, x)
      return upper < 0.5 ? (1 - upper, upper) : (lowerSeries(a, x), upper)
    }
    if x < a + 1 {
      let lower = lowerSeries(a, x)
      return (lower, 1 - lower)
    }
    let upper = upperFraction(a, x)
    return (1 - upper, upper)
  }

  private static func lowerSeries(_ a: Double, _ x: Double) -> Double {
    var term = 1.0
    var sum = 1.0
    var n = a
    while term > sum * 1e-17 {
      n += 1
      term *= x / n
      sum += term
    }
    return min(1, sum * SaddlePoint.poisson(a, mean: x))
  }

  /// Q for shape and x below one, where 1 - P would cancel: Q = 1 - x^a / Γ(a + 1) · (1 + a Σ (-x)^k / ((a + k) k!)).
  private static func smallUpper(_ a: Double, _ x: Double) -> Double {
    let leading = Double.expMinusOne(a * Double.log(x) - Double.logGamma(1 + a))
    var term = 1.0
    var sum = 0.0
    for k in 1...30 {
      term *= -x / Double(k)
      sum += term / (a + Double(k))
    }
    return max(0, -leading - (1 + leading) * a * sum)
  }

  private static func upperFraction(_ a: Double, _ x: Double) -> Double {
    let prefactor = SaddlePoint.poisson(a, mean: x) * a
    guard prefactor > 0 else { return 0 }
    // Modified Lentz evaluation.
    let tiny = 1e-300
    var b = x + 1 - a
    var c = 1 / tiny
    var d = 1 / b
    var h = d
    for i in 1...1_000_000 {
      let an = -Double(i) * (Double(i) - a)
      b += 2
      d = an * d + b
      if abs(d) < tiny { d = tiny }
      c = b + an / c
      if abs(c) < tiny { c = tiny }
      d = 1 / d
      let change = d * c
      h *= change
      if abs(change - 1) < 3e-16 { break }
    }
    return min(1, prefactor * h)
  }
}
