/// Two numbers with everything between them, ends included.
///
/// Either end may be infinite.
public struct Interval: Sendable, Hashable, Codable {
  /// The lower end.
  public let low: Double
  /// The upper end, at least `low`.
  public let high: Double

  /// `low` must not exceed `high`.
  public init(low: Double, high: Double) {
    precondition(low <= high, "An interval's lower end does not exceed its upper end.")
    self.low = low
    self.high = high
  }

  /// high - low.
  public var width: Double { high - low }

  /// Whether `value` lies in the interval, ends included.
  public func contains(_ value: Double) -> Bool {
    low <= value && value <= high
  }

  /// Both ends multiplied by a factor that is at least zero.
  public func scaled(by factor: Double) -> Interval {
    Interval(low: low * factor, high: high * factor)
  }
}

/// Half of what a confidence level leaves out: 0.025 for 0.95.
///
/// The level must lie strictly between 0 and 1.
func outside(_ level: Double) -> Double {
  precondition(level > 0 && level < 1, "A confidence level lies between 0 and 1, such as 0.95.")
  return 0.5 * (1 - level)
}
