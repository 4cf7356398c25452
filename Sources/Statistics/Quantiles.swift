/// Quantiles of a sample: the straight line through the ordered values ("type 7", the default of R and NumPy).
///
/// With n values sorted, the quantile p lies at position (n - 1) p counted from zero. R. Hyndman and Y. Fan, The American
/// Statistician 50, 1996.
public struct Quantiles: Sendable {
  /// The sample in increasing order, never empty.
  public let sorted: [Double]

  /// Sorts the sample once; nil when it is empty or holds NaN.
  ///
  /// Complexity: O(n log n).
  public init?(_ sample: some Sequence<Double>) {
    let sorted = sample.sorted()
    guard !sorted.isEmpty, !sorted.contains(where: \.isNaN) else { return nil }
    self.sorted = sorted
  }

  /// The value below which a share `p` of the sample lies, p in [0, 1].
  public func callAsFunction(_ p: Double) -> Double {
    precondition(p >= 0 && p <= 1, "A quantile's share lies between 0 and 1.")
    let position = Double(sorted.count - 1) * p
    let index = min(Int(position), sorted.count - 1)
    let part = position - Double(index)
    guard part > 0, sorted[index] != sorted[index + 1] else { return sorted[index] }
    return sorted[index] + part * (sorted[index + 1] - sorted[index])
  }

  /// The middle value, or the middle of the two middle values.
  public var median: Double { self(0.5) }

  /// Where the median of what was sampled lies, whatever its distribution: from the k-th smallest to the k-th largest value.
  ///
  /// k is the largest rank that a sample from a continuous distribution puts beyond the median with at most the chance
  /// (1 - level) / 2 on either side, from Binomial(n, 1/2). W. J. Conover, Practical Nonparametric Statistics (1999),
  /// section 3.2. With ties it covers more, never less.
  ///
  /// - Parameter level: The least coverage, in (0, 1).
  /// - Returns: nil where even the whole sample covers less: fewer than six values at 95%.
  public func medianInterval(_ level: Double = 0.95) -> Interval? {
    let tail = outside(level)
    let half = Binomial(trials: sorted.count, probability: 0.5)
    let rank = half.quantile(tail)
    let below = half.cdf(rank) <= tail ? rank + 1 : rank
    guard below >= 1, below <= sorted.count - below + 1 else { return nil }
    return Interval(low: sorted[below - 1], high: sorted[sorted.count - below])
  }

  /// The quantiles that hold the central share `level` between them.
  public func central(_ level: Double) -> Interval {
    let tail = outside(level)
    return Interval(low: self(tail), high: self(1 - tail))
  }
}
