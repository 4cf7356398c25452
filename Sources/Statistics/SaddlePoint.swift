import RealModule

/// The factors of the binomial and Poisson laws, arranged so that large terms never cancel.
///
/// C. Loader, "Fast and accurate computation of binomial probabilities" (2000): Stirling's formula and its error apart,
/// each deviance computed on its own. Arguments may be any positive reals.
enum SaddlePoint {
  /// e^(-mean) mean^x / Γ(x + 1).
  static func poisson(_ x: Double, mean: Double) -> Double {
    if mean == 0 { return x == 0 ? 1 : 0 }
    if x == 0 { return Double.exp(-mean) }
    guard mean.isFinite else { return 0 }
    return Double.exp(-stirlingError(x) - deviance(x, mean)) / (2 * Double.pi * x).squareRoot()
  }

  /// C(n, x) p^x q^(n - x) with q = 1 - p given apart, so that neither loses its digits.
  static func binomial(_ x: Double, of n: Double, p: Double, q: Double) -> Double {
    if p == 0 { return x == 0 ? 1 : 0 }
    if q == 0 { return x == n ? 1 : 0 }
    if x == 0 { return power(q, complement: p, exponent: n) }
    if x == n { return power(p, complement: q, exponent: n) }
    let rest = n - x
    let logarithm =
      stirlingError(n) - stirlingError(x) - stirlingError(rest) - deviance(x, n * p) - deviance(rest, n * q)
    return Double.exp(logarithm) * (n / (2 * Double.pi * x * rest)).squareRoot()
  }

  private static func power(_ base: Double, complement: Double, exponent: Double) -> Double {
    Double.exp(exponent * (complement < 0.5 ? Double.log(onePlus: -complement) : Double.log(base)))
  }

  /// log Γ(n + 1) less Stirling's formula.
  static func stirlingError(_ n: Double) -> Double {
    if n < 16 {
      return Double.logGamma(n + 1) - (n + 0.5) * Double.log(n) + n - 0.918_938_533_204_672_74
    }
    let r = 1 / n
    let square = r * r
    var sum = 1.0 / 1188
    sum = 1.0 / 1680 - square * sum
    sum = 1.0 / 1260 - square * sum
    sum = 1.0 / 360 - square * sum
    return r * (1.0 / 12 - square * sum)
  }

  /// x log(x / m) + m - x, without cancellation where x is near m.
  static func deviance(_ x: Double, _ m: Double) -> Double {
    let gap = x - m
    guard abs(gap) < 0.1 * (x + m) else { return x * Double.log(x / m) - gap }
    // With v = (x - m) / (x + m): x log(x / m) = 2 x (v + v³/3 + v⁵/5 + ...) and (x - m) = v (x + m).
    let v = gap / (x + m)
    let square = v * v
    var term = 2 * x * v
    var sum = gap * v
    var denominator = 3.0
    while true {
      term *= square
      let next = sum + term / denominator
      if next == sum { return sum }
      sum = next
      denominator += 2
    }
  }
}
