/// Reasons ranked by how often they occur, with their running share.
public struct Pareto: Sendable, Hashable {
  /// One bar.
  public struct Bar: Sendable, Hashable {
    /// The reason; nil is "not recorded".
    public let reason: String?
    public let count: Int
    /// The count divided by all counted.
    public let share: Double
    /// This count and all before it.
    public let cumulativeCount: Int
    /// The cumulative count divided by all counted.
    public let cumulativeShare: Double
  }

  /// The bars: largest first, equal counts in alphabetical order, "not recorded" last.
  public let bars: [Bar]
  /// All that were counted.
  public let total: Int

  /// Counts reasons. Complexity: O(reasons + kinds log kinds)
  ///
  /// - Parameters:
  ///   - reasons: One for each event; nil where none was recorded.
  ///   - keepsUnrecorded: Whether events without a reason are a bar of their own and part of the total.
  public init(of reasons: some Sequence<String?>, keepsUnrecorded: Bool = true) {
    var counts: [String: Int] = [:]
    var unrecorded = 0
    for reason in reasons {
      if let reason { counts[reason, default: 0] += 1 } else { unrecorded += 1 }
    }
    self.init(counts: counts, unrecorded: keepsUnrecorded ? unrecorded : 0)
  }

  /// Ranks reasons counted already; none is negative, and a reason never counted is left out.
  public init(counts: [String: Int], unrecorded: Int = 0) {
    let sorted = counts.filter { $0.value > 0 }.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
    let all: [(String?, Int)] = sorted.map { ($0.key, $0.value) } + (unrecorded > 0 ? [(nil, unrecorded)] : [])
    let total = all.reduce(0) { $0 + $1.1 }
    var sum = 0
    bars = all.map { reason, count in
      sum += count
      return Bar(
        reason: reason, count: count, share: Double(count) / Double(total), cumulativeCount: sum,
        cumulativeShare: Double(sum) / Double(total))
    }
    self.total = total
  }

  /// One sentence: the most frequent reason and its share of what was counted.
  public var statement: String {
    guard let first = bars.first(where: { $0.reason != nil }), let reason = first.reason else {
      return "No reason has been counted."
    }
    let ties = bars.filter { $0.count == first.count && $0.reason != nil }.count
    let lead =
      ties > 1 ? "\(ties) reasons are equally frequent, among them \(reason)" : "The most frequent reason is \(reason)"
    return "\(lead) (\(Wording.percent(first.share)) of \(total) counted)."
  }
}
