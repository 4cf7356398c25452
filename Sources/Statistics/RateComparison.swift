import RealModule

/// Two rates side by side: their ratio and their difference, first against second.
public struct RateComparison: Sendable, Hashable {
  /// The rate of interest.
  public let first: EventRate
  /// The reference.
  public let second: EventRate

  /// Compares the first with the second, the reference.
  ///
  /// The two must be independent.
  public init(_ first: EventRate, _ second: EventRate) {
    self.first = first
    self.second = second
  }

  /// first - second.
  public var difference: Double { first.estimate - second.estimate }

  /// first / second; infinite when only the second is zero, nil when both are.
  public var ratio: Double? {
    guard second.count > 0 else { return first.count > 0 ? .infinity : nil }
    return first.estimate / second.estimate
  }

  /// The ratio's exact interval: given the sum of both counts, the first is binomial.
  ///
  /// The same as R's `poisson.test`. From 0 to infinity when nothing happened in either.
  public func exactRatio(level: Double = 0.95) -> Interval {
    ratio(fromLogOdds: share?.clopperPearsonLogOdds(level: level))
  }

  /// The ratio's mid-P interval: as `exactRatio`, with the observed result counted by half, and so narrower.
  public func midPRatio(level: Double = 0.95) -> Interval {
    ratio(fromLogOdds: share?.midPLogOdds(level: level))
  }

  /// The difference's interval from the exact interval of each rate.
  ///
  /// G. Zou and A. Donner, Statistics in Medicine 27, 2008.
  public func mover(level: Double = 0.95) -> Interval {
    .difference(first.estimate, first.exact(level: level), second.estimate, second.exact(level: level))
  }

  /// The first count's share of both; nil when both are zero.
  private var share: Proportion? { try? Proportion(first.count, of: first.count + second.count) }

  /// With p the first's expected share of events, the ratio is p / (1 - p) × second exposure / first exposure.
  private func ratio(fromLogOdds odds: Interval?) -> Interval {
    guard let odds else { return Interval(low: 0, high: .infinity) }
    let exposures = second.exposure / first.exposure
    return Interval(low: Double.exp(odds.low) * exposures, high: Double.exp(odds.high) * exposures)
  }
}
