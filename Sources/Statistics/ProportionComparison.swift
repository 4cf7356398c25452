import RealModule

/// Two proportions side by side: their difference and their ratio, first against second.
///
/// ```swift
/// let gap = ProportionComparison(try Proportion(56, of: 70), try Proportion(48, of: 80))
/// gap.difference         // 0.2
/// gap.newcombe()         // 0.0524 to 0.3339
/// ```
public struct ProportionComparison: Sendable, Hashable {
  /// The proportion of interest.
  public let first: Proportion
  /// The reference.
  public let second: Proportion

  /// Compares the first with the second, the reference.
  ///
  /// The two must be independent groups.
  public init(_ first: Proportion, _ second: Proportion) {
    self.first = first
    self.second = second
  }

  /// first - second.
  public var difference: Double { first.estimate - second.estimate }

  /// first / second; infinite when only the second is zero, nil when both are.
  public var ratio: Double? {
    guard second.count > 0 else { return first.count > 0 ? .infinity : nil }
    return Double(first.count) * Double(second.total) / (Double(first.total) * Double(second.count))
  }

  /// The difference's interval from the two Wilson intervals.
  ///
  /// R. Newcombe, "Interval estimation for the difference between independent proportions", method 10, Statistics in
  /// Medicine 17, 1998.
  public func newcombe(level: Double = 0.95) -> Interval {
    .difference(first.estimate, first.wilson(level: level), second.estimate, second.wilson(level: level))
  }

  /// The ratio's interval by the normal law of its logarithm; nil when a count is zero.
  ///
  /// D. Katz et al., Biometrics 34, 1978. `koopman` is better and works for every count.
  public func logRatio(level: Double = 0.95) -> Interval? {
    guard first.count > 0, second.count > 0 else { return nil }
    let variance =
      (1 - first.estimate) / Double(first.count) + (1 - second.estimate) / Double(second.count)
    let center = Double.log(first.estimate / second.estimate)
    let half = Normal.critical(level: level) * variance.squareRoot()
    return Interval(low: Double.exp(center - half), high: Double.exp(center + half))
  }
}

extension Interval {
  /// The interval of a difference from the intervals of its parts (the method of variance estimates recovery).
  ///
  /// G. Zou and A. Donner, Statistics in Medicine 27, 2008.
  static func difference(_ a: Double, _ first: Interval, _ b: Double, _ second: Interval) -> Interval {
    func length(_ x: Double, _ y: Double) -> Double { (x * x + y * y).squareRoot() }
    return Interval(
      low: a - b - length(a - first.low, second.high - b), high: a - b + length(first.high - a, b - second.low))
  }
}
