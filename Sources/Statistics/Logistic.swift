public import RealModule

/// The curve between log-odds and probability.
public enum Logistic {
  /// 1 / (1 + e⁻ˣ), with full relative accuracy for small results; never overflows.
  @inlinable
  public static func logistic(_ x: Double) -> Double {
    let small = Double.exp(-abs(x))
    return (x < 0 ? small : 1) / (1 + small)
  }

  /// log(p / (1 - p)); ∓∞ at 0 and 1, NaN outside.
  @inlinable
  public static func logit(_ p: Double) -> Double {
    // Near one half the quotient is near one, where a plain logarithm would lose digits.
    if p > 0.25, p < 0.75 { return Double.log(onePlus: (2 * p - 1) / (1 - p)) }
    return Double.log(p) - Double.log(onePlus: -p)
  }

  /// E[logistic(mean + sd Z)], Z standard normal; `sd` is at least zero.
  ///
  /// Absolute error below 1e-13.
  ///
  /// Gauss-Hermite with 64 points up to sd 0.7. The integrand's poles lie at distance π / sd from the real line, so for
  /// larger sd that rule fades (1e-6 at sd 3) and the trapezoidal rule is used, whose error e^(-2π² / (sd h)) is
  /// made negligible by its step h. Complexity: O(1 + sd).
  public static func expectation(mean: Double, sd: Double) -> Double {
    precondition(sd >= 0, "A standard deviation is not negative.")
    if sd == 0 { return logistic(mean) }
    if sd <= 0.7 {
      return rule.expectation(mean: mean, sd: sd) { logistic($0) }
    }
    // Beyond ±8.5 less than 2e-17 of the normal mass is left.
    let steps = Int((8.5 * max(2, 1.9 * sd)).rounded(.up))
    let step = 8.5 / Double(steps)
    var sum = 0.0
    var mass = 0.0
    for index in -steps...steps {
      let z = step * Double(index)
      let weight = Double.exp(-0.5 * z * z)
      mass += weight
      sum += weight * logistic(mean + sd * z)
    }
    return sum / mass
  }

  private static let rule = GaussHermite.nodes(64)
}
