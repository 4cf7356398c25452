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

  /// The quantiles that hold the central share `level` between them.
  public func central(_ level: Double) -> Interval {
    let tail = outside(level)
    return Interval(low: self(tail), high: self(1 - tail))
  }
}
