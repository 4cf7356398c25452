public import ProcessControl

/// The groups of a measure as they may be shown to anyone but its editors.
///
/// Three things keep a small count from being worked out:
/// - Groups are shown for fixed release periods, coarser than the chart, only when a period is over, and each period's
///   table depends on the counts of that period alone. So two releases have no tables that overlap and could be
///   subtracted, and a later release shows an earlier period unchanged.
/// - In each table every count from 1 to the threshold less one is hidden, cases without the event too, and then others
///   until none follows; the totals of all groups are taken as known, because the chart shows them.
/// - Sums over periods are made of shown counts only.
///
/// A table that cannot be protected is withheld as a whole. A count that is corrected after its period was shown is
/// shown corrected; whoever kept the earlier table sees the correction.
public struct GroupRelease: Sendable, Hashable {
  /// One period.
  public struct Table: Sendable, Hashable {
    /// The first day of the period.
    public let start: Day
    /// One line for each group, in the order of ``GroupRelease/groups``.
    public let lines: [Line]
    /// Whether the table could not be protected, and shows nothing.
    public let isWithheld: Bool
  }

  /// One group in one period; nil is hidden.
  public struct Line: Sendable, Hashable {
    public let events: Int?
    /// Cases without the event; nil for rates and counts too.
    public let others: Int?
    /// Cases or exposure.
    public let denominator: Double?
  }

  public let division: String
  /// The groups, "not recorded" last.
  public let groups: [String]
  public let period: Period
  public let threshold: Int
  /// The periods that are over, in order.
  public let tables: [Table]

  /// Which release periods a measure may have: coarser than its own.
  public static func periods(for period: Period) -> [Period] {
    Array(Period.allCases.drop { $0 != period }.dropFirst())
  }

  /// Makes the tables of all periods that are over on a day. O(periods × groups²)
  ///
  /// - Parameters:
  ///   - measure: What is counted.
  ///   - counts: All counts of the measure.
  ///   - division: What the groups are.
  ///   - period: The release period, chosen once for the measure.
  ///   - threshold: The smallest count above zero that is shown.
  ///   - today: A period is over when the last of its counts is.
  public init(
    _ measure: ProjectMeasure, counts: [PeriodCount], by division: String, period: Period,
    threshold: Int = SmallCells().threshold, today: Day
  ) {
    self.division = division
    self.period = period
    self.threshold = threshold
    let parts = measure.comparisonScale == nil ? [:] : measure.parts(of: counts, by: division)
    let groups = parts.keys.sorted(by: GroupOrder.isBefore)
    self.groups = groups
    var sums: [Int: [String: (Double, Double)]] = [:]
    for (group, own) in parts {
      for count in own {
        let old = sums[period.index(of: count.day), default: [:]][group] ?? (0, 0)
        sums[period.index(of: count.day), default: [:]][group] =
          (old.0 + count.numerator, old.1 + (count.denominator ?? 1))
      }
    }
    var wholes: [Int: (Double, Double)] = [:]
    for count in measure.wholes(of: counts) {
      let old = wholes[period.index(of: count.day)] ?? (0, 0)
      wholes[period.index(of: count.day)] = (old.0 + count.numerator, old.1 + (count.denominator ?? 1))
    }
    let cells = SmallCells(threshold: threshold)
    tables = wholes.keys.sorted().compactMap { index in
      let last = period.start(ofIndex: index + 1).adding(-1)
      let end = measure.period.start(ofIndex: measure.period.index(of: last) + 1)
      guard end <= today, !groups.isEmpty else { return nil }
      let lines = groups.map { sums[index]?[$0] ?? (0, 0) }
      // The parts must be parts of the whole that the chart shows.
      let whole = wholes[index] ?? (0, 0)
      let isWhole =
        lines.reduce(0) { $0 + $1.0 } == whole.0
        && (measure.kind == .count || lines.reduce(0) { $0 + $1.1 } == whole.1)
      return GroupRelease.table(
        period.start(ofIndex: index), lines, measure, isWhole ? cells : nil)
    }
  }

  private static func table(
    _ start: Day, _ lines: [(Double, Double)], _ measure: ProjectMeasure, _ cells: SmallCells?
  ) -> Table {
    let isShare = measure.kind == .proportion
    let areCounts = lines.allSatisfy { line in
      line.0 == line.0.rounded() && line.0 >= 0 && (!isShare || (line.1 == line.1.rounded() && line.1 >= line.0))
    }
    // Only groups with cases in this period take part, so that a group that appears later changes no earlier table.
    let present = lines.indices.filter { measure.kind == .count ? lines[$0].0 > 0 : lines[$0].1 > 0 || lines[$0].0 > 0 }
    let nothing = Line(events: nil, others: nil, denominator: nil)
    let counts =
      areCounts
      ? present.map { isShare ? [Int(lines[$0].0), Int(lines[$0].1 - lines[$0].0)] : [Int(lines[$0].0)] } : []
    guard areCounts, let cells, let masked = present.isEmpty ? nil : cells.mask(counts, knowing: .columnTotals) else {
      return Table(start: start, lines: lines.map { _ in nothing }, isWithheld: true)
    }
    var shown = lines.map { Line(events: 0, others: isShare ? 0 : nil, denominator: $0.1) }
    for (row, index) in present.enumerated() {
      // A rate with its exposure gives the count; an exposure alone does not.
      shown[index] =
        isShare
        ? Line(
          events: masked.cells[row][0], others: masked.cells[row][1],
          denominator: masked.rowTotals[row].map(Double.init))
        : Line(events: masked.cells[row][0], others: nil, denominator: lines[index].1)
    }
    return Table(start: start, lines: shown, isWithheld: false)
  }

  /// What is shown of the periods from `first` up to but not including `end`, as counts to compare: for each group the
  /// periods in which it is shown whole.
  public func pooled(from first: Day? = nil, before end: Day? = nil) -> [GroupComparison.Count] {
    groups.enumerated().compactMap { index, group in
      var (events, cases) = (0, 0.0)
      for table in tables where (first.map { $0 <= table.start } ?? true) && (end.map { table.start < $0 } ?? true) {
        guard let count = table.lines[index].events, let of = table.lines[index].denominator else { continue }
        events += count
        cases += of
      }
      return cases > 0 ? GroupComparison.Count(group, events, of: cases) : nil
    }
  }
}
