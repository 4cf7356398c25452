import RealModule

/// Student's t distribution.
public struct StudentT: Sendable, Hashable {
  /// Degrees of freedom, positive; they need not be whole.
  public let degrees: Double

  /// Degrees of freedom must be positive and finite.
  public init(degrees: Double) {
    precondition(degrees > 0 && degrees.isFinite, "Degrees of freedom are positive.")
    self.degrees = degrees
  }

  /// The density at `t`.
  public func density(_ t: Double) -> Double {
    // The ratio of gamma functions from two Stirling errors, which stay small for many degrees.
    let half = 0.5 * degrees
    if degrees < 4 {
      let ratio = Double.exp(Double.logGamma(half + 0.5) - Double.logGamma(half))
      return ratio / (degrees * Double.pi).squareRoot() * Double.exp(-(half + 0.5) * growth(t))
    }
    let ratio =
      SaddlePoint.stirlingError(half - 0.5) - SaddlePoint.stirlingError(half - 1)
      + (half - 1) * Double.log(onePlus: 0.5 / (half - 1)) - 0.5
    let scale = (half - 0.5) / ((half - 1) * 2 * Double.pi * half).squareRoot()
    return scale * Double.exp(ratio - (half + 0.5) * growth(t))
  }

  /// P(T ≤ t).
  public func cdf(_ t: Double) -> Double { upperTail(-t) }

  /// P(T > t), with full relative accuracy in the upper tail.
  public func upperTail(_ t: Double) -> Double {
    let beyond = 0.5 * beyond(t)
    return t >= 0 ? beyond : 1 - beyond
  }

  /// The t with P(T ≤ t) = p, for p in [0, 1]; the ends give ∓∞.
  public func quantile(_ p: Double) -> Double {
    precondition(p >= 0 && p <= 1, "A probability lies between 0 and 1.")
    if p == 0 { return -.infinity }
    if p == 1 { return .infinity }
    if p > 0.5 { return -quantile(1 - p) }
    if p == 0.5 { return 0 }
    // degrees / (degrees + t²) has a Beta(degrees / 2, 1 / 2) distribution; its odds are degrees / t².
    let logOdds = Beta(0.5 * degrees, 0.5).logOdds(lower: 2 * p)
    return -(degrees * Double.exp(-logOdds)).squareRoot()
  }

  /// The t with P(T > t) = p.
  public func quantile(upperTail p: Double) -> Double { -quantile(p) }

  /// log(1 + t² / degrees).
  private func growth(_ t: Double) -> Double { Double.log(onePlus: t * t / degrees) }

  /// P(|T| > |t|).
  private func beyond(_ t: Double) -> Double {
    let square = t * t
    guard square.isFinite else { return t.isNaN ? t : 0 }
    let whole = degrees + square
    return IncompleteBeta.tails(a: 0.5 * degrees, b: 0.5, x: degrees / whole, y: square / whole).lower
  }
}
