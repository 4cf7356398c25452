/// So many among so many, and how far the true proportion may lie from what was seen.
///
/// ```swift
/// let late = try Proportion(56, of: 70)
/// late.estimate    // 0.8
/// late.wilson()    // 0.6918 to 0.8774, approximately
/// ```
public struct Proportion: Sendable, Hashable {
  /// How many had it.
  public let count: Int
  /// Among how many, at least one.
  public let total: Int

  /// Throws when the total is not positive or the count exceeds it or is negative.
  public init(_ count: Int, of total: Int) throws(CountError) {
    guard total > 0 else { throw .emptyDenominator(total) }
    guard count >= 0 else { throw .negativeCount(count) }
    guard count <= total else { throw .countExceedsTotal(count: count, total: total) }
    self.count = count
    self.total = total
  }

  /// count / total.
  public var estimate: Double { Double(count) / Double(total) }

  /// The score interval, the usual choice: it covers well on average and never leaves [0, 1].
  ///
  /// E. Wilson, Journal of the American Statistical Association 22, 1927.
  public func wilson(level: Double = 0.95) -> Interval {
    let z = Normal.critical(level: level)
    let (x, n) = (Double(count), Double(total))
    let half = z * (x * (n - x) / n + 0.25 * z * z).squareRoot()
    let center = x + 0.5 * z * z
    let size = n + z * z
    return Interval(
      low: count == 0 ? 0 : max(0, (center - half) / size),
      high: count == total ? 1 : min(1, (center + half) / size))
  }

  /// The exact interval, which covers at least the level in every case, and is wide for it.
  ///
  /// C. Clopper and E. Pearson, Biometrika 26, 1934.
  public func clopperPearson(level: Double = 0.95) -> Interval {
    let tail = outside(level)
    let (x, n) = (Double(count), Double(total))
    return Interval(
      low: count == 0 ? 0 : Beta(x, n - x + 1).quantile(tail),
      high: count == total ? 1 : Beta(x + 1, n - x).quantile(upperTail: tail))
  }

  /// The exact interval that counts the observed result by half: close to the level on average, narrower than
  /// `clopperPearson`.
  public func midP(level: Double = 0.95) -> Interval {
    let odds = midPLogOdds(level: level)
    return Interval(low: Logistic.logistic(odds.low), high: Logistic.logistic(odds.high))
  }
}
