import RealModule

/// Events counted over an exposure (days, admissions, device-days), and how far the true rate may lie.
///
/// With an exposure of 1 the rate is the expected count itself.
public struct EventRate: Sendable, Hashable {
  /// How many events.
  public let count: Int
  /// Over how much time or how many at risk, positive.
  public let exposure: Double

  /// Throws when the count is negative or the exposure is not a positive finite number.
  public init(_ count: Int, per exposure: Double = 1) throws(CountError) {
    guard count >= 0 else { throw .negativeCount(count) }
    guard exposure > 0, exposure.isFinite else { throw .exposureNotPositive(exposure) }
    self.count = count
    self.exposure = exposure
  }

  /// count / exposure.
  public var estimate: Double { Double(count) / exposure }

  /// The exact Poisson interval of the rate, from chi-squared quantiles.
  ///
  /// F. Garwood, Biometrika 28, 1936.
  public func exact(level: Double = 0.95) -> Interval {
    let tail = outside(level)
    let x = Double(count)
    return Interval(
      low: count == 0 ? 0 : Gamma(shape: x).quantile(tail) / exposure,
      high: Gamma(shape: x + 1).quantile(upperTail: tail) / exposure)
  }

  /// Byar's approximation to the exact interval, within 0.2% from 10 events on.
  ///
  /// N. Breslow and N. Day, Statistical Methods in Cancer Research II, 1987.
  public func byar(level: Double = 0.95) -> Interval {
    let z = Normal.critical(level: level)
    let x = Double(count)
    let low = count == 0 ? 0 : 1 - 1 / (9 * x) - z / (3 * x.squareRoot())
    let high = 1 - 1 / (9 * (x + 1)) + z / (3 * (x + 1).squareRoot())
    return Interval(
      low: x * max(0, low * low * low) / exposure, high: (x + 1) * high * high * high / exposure)
  }
}
