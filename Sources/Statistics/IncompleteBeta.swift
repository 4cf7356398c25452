import RealModule

/// The regularized incomplete beta function and its complement.
///
/// The continued fraction on the side of the mean where it converges, with the prefactor by saddle point.
/// Complexity: O(√(a + b)) terms near the mean.
enum IncompleteBeta {
  /// P(B ≤ x) and P(B > x) for B ~ Beta(a, b); `y` is 1 - x, given apart to keep its digits.
  static func tails(a: Double, b: Double, x: Double, y: Double) -> (lower: Double, upper: Double) {
    if x <= 0 { return (0, 1) }
    if y <= 0 { return (1, 0) }
    let front = kernel(a: a, b: b, x: x, y: y)
    if x * (b + 1) <= (a + 1) * y {
      let lower = min(1, front / a * fraction(a, b, x))
      return (lower, 1 - lower)
    }
    let upper = min(1, front / b * fraction(b, a, y))
    return (1 - upper, upper)
  }

  /// x^a y^b / B(a, b): the density times x y.
  static func kernel(a: Double, b: Double, x: Double, y: Double) -> Double {
    let n = a + b
    return a / n * b * SaddlePoint.binomial(a, of: n, p: x, q: y)
  }

  private static func fraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
    let tiny = 1e-300
    var c = 1.0
    var d = 1 - (a + b) * x / (a + 1)
    if abs(d) < tiny { d = tiny }
    d = 1 / d
    var h = d
    for i in 1...1_000_000 {
      let m = Double(i)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 + even * d
      if abs(d) < tiny { d = tiny }
      c = 1 + even / c
      if abs(c) < tiny { c = tiny }
      d = 1 / d
      h *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 + odd * d
      if abs(d) < tiny { d = tiny }
      c = 1 + odd / c
      if abs(c) < tiny { c = tiny }
      d = 1 / d
      let change = d * c
      h *= change
      if abs(change - 1) < 3e-16 { break }
    }
    return h
  }
}
