public import ProcessControl

/// The groups of a measure as they may be shown to anyone but its editors.
///
/// Four things keep a small count from being worked out:
/// - Groups are shown for fixed release periods, coarser than the chart, and each period's table depends on the counts
///   of that period alone. So two releases have no tables that overlap and could be subtracted.
/// - In each table the line of a group with a count from 1 to the threshold less one is hidden, cases without the event
///   too, and then others until none follows; the totals of all groups are taken as known, because the chart shows them
///   (``ProcessControl/GroupLines``).
/// - Sums over periods are made of shown counts only.
/// - A table is released once. It is shown when its period is over and its counts have been left alone for a week; what
///   comes or is corrected afterwards stays out of it, because the difference of two tables would tell the change.
///
/// A table that cannot be protected is withheld as a whole, without the names of its groups.
public struct GroupRelease: Sendable, Hashable {
  /// Days for which a period must be over, and its counts left alone, before it is released.
  public static let settling = 7

  public let division: String
  /// The groups of the tables, "not recorded" last.
  public let groups: [String]
  public let period: Period
  public let threshold: Int
  /// The periods that are released, in order.
  public let tables: [ReleasedTable]

  /// Which release periods a measure may have: coarser than its own.
  public static func periods(for period: Period) -> [Period] {
    Array(Period.allCases.drop { $0 != period }.dropFirst())
  }

  /// Makes the tables of all periods that are released by a day. O(periods × groups³)
  ///
  /// - Parameters:
  ///   - measure: What is counted.
  ///   - counts: All counts of the measure.
  ///   - division: What the groups are.
  ///   - period: The release period, chosen once for the measure.
  ///   - threshold: The smallest count above zero that is shown.
  ///   - today: The day on which somebody looks.
  ///   - changed: The day on which the counts of a day were last written; those it does not name were never changed.
  ///   - kept: Tables that were released before their counts were changed: they are shown as they were.
  public init(
    _ measure: ProjectMeasure, counts: [PeriodCount], by division: String, period: Period,
    threshold: Int = SmallCells().threshold, today: Day, changed: [Day: Day] = [:], kept: [ReleasedTable] = []
  ) {
    self.division = division
    self.period = period
    self.threshold = threshold
    let old = kept.map { table in
      var table = table
      table.isKept = true
      return table
    }
    let taken = Set(old.map { period.index(of: $0.start) })
    let counting = measure.comparisonScale == nil ? [:] : measure.tables(of: counts, by: division, period: period)
    var lastChange: [Int: Day] = [:]
    for (day, at) in changed {
      let index = period.index(of: day)
      lastChange[index] = max(lastChange[index] ?? at, at)
    }
    let cells = SmallCells(threshold: threshold)
    let new = counting.compactMap { index, table -> ReleasedTable? in
      let last = period.start(ofIndex: index + 1).adding(-1)
      let end = measure.period.start(ofIndex: measure.period.index(of: last) + 1)
      let free = max(end, lastChange[index] ?? end).adding(GroupRelease.settling)
      guard !taken.contains(index), free <= today else { return nil }
      return ReleasedTable(table, from: period.start(ofIndex: index), cells)
    }
    tables = (old + new).sorted { $0.start < $1.start }
    groups = GroupOrder.sorted(Set(tables.flatMap(\.lines.keys)))
  }

  /// The tables that must be kept as they are before counts of these days are written: others saw them.
  public func touched(by days: some Sequence<Day>) -> [ReleasedTable] {
    let written = Set(days.map { period.index(of: $0) })
    return tables.filter { !$0.isKept && written.contains(period.index(of: $0.start)) }
  }

  /// What is shown of the periods from `first` on and over by `end`, as counts to compare: for each group the periods in
  /// which it is shown.
  public func pooled(from first: Day? = nil, before end: Day? = nil) -> [GroupComparison.Count] {
    groups.compactMap { group in
      var (events, cases) = (0, 0.0)
      for table in tables {
        let next = period.start(ofIndex: period.index(of: table.start) + 1)
        guard first.map({ $0 <= table.start }) ?? true, end.map({ next <= $0 }) ?? true else { continue }
        let line = table.line(of: group)
        guard let count = line.events, let of = line.denominator else { continue }
        events += count
        cases += of
      }
      return cases > 0 ? GroupComparison.Count(group, events, of: cases) : nil
    }
  }
}

/// One period of a release.
public struct ReleasedTable: Sendable, Hashable, Codable {
  /// One group in one period; nil is hidden.
  public struct Line: Sendable, Hashable, Codable {
    public var events: Int?
    /// Cases without the event; nil for rates and counts too.
    public var others: Int?
    /// Cases, exposure, or the periods that are counted.
    public var denominator: Double?

    public init(events: Int? = nil, others: Int? = nil, denominator: Double? = nil) {
      self.events = events
      self.others = others
      self.denominator = denominator
    }

    /// Hides everything.
    public static let hidden = Line()
  }

  /// The first day of the period.
  public let start: Day
  /// The groups that had cases in it; none where the table is withheld.
  public let lines: [String: Line]
  /// The line of a group that had none.
  public let rest: Line
  /// Whether counts of the period came or were corrected after it was released; they are not in it.
  public var isKept = false

  /// Whether the table could not be protected, and shows nothing.
  public var isWithheld: Bool { lines.isEmpty }

  /// What is shown of a group.
  public func line(of group: String) -> Line { lines[group] ?? rest }

  fileprivate init(_ table: GroupTable, from start: Day, _ cells: SmallCells) {
    self.start = start
    guard let (shown, showsAll) = table.shown(cells) else {
      (lines, rest) = ([:], .hidden)
      return
    }
    lines = shown
    // Where something is hidden it is not said who had none.
    rest =
      showsAll
      ? Line(events: 0, others: table.isShare ? 0 : nil, denominator: table.isCount ? table.periods : 0)
      : .hidden
  }
}

/// The counts of one release period by group, before anything is hidden.
private struct GroupTable {
  let isShare: Bool
  let isCount: Bool
  /// Periods of the measure that are counted within it.
  var periods = 0.0
  var whole = (events: 0.0, cases: 0.0)
  /// What the chart shows of each of them: events and cases.
  var wholes: [(events: Double, cases: Double)] = []
  var parts: [String: (events: Double, cases: Double)] = [:]

  /// The lines as they may be shown; nil where that is nothing.
  func shown(_ cells: SmallCells) -> (lines: [String: ReleasedTable.Line], showsAll: Bool)? {
    // Only groups with cases in this period take part, so that a group that appears later changes no earlier table.
    let present = parts.filter { $0.value.events > 0 || (!isCount && $0.value.cases > 0) }
      .sorted { GroupOrder.isBefore($0.key, $1.key) }
    let sums = present.reduce((0.0, 0.0)) { ($0.0 + $1.value.events, $0.1 + $1.value.cases) }
    // The parts must be parts of the whole that the chart shows.
    let areParts = sums.0 == whole.events && (isCount || sums.1 == whole.cases)
    let areCounts = present.allSatisfy { _, part in
      part.events == part.events.rounded() && part.events >= 0 && part.events < 1e12
        && (!isShare || (part.cases == part.cases.rounded() && part.cases >= part.events && part.cases < 1e12))
    }
    guard areParts, areCounts, !present.isEmpty,
      let lines = cells.lines(
        present.map {
          isShare ? [Int($0.value.events), Int($0.value.cases - $0.value.events)] : [Int($0.value.events)]
        },
        exposures: isShare || isCount ? [] : present.map(\.value.cases), areSplit: areSplit(below: cells.threshold))
    else { return nil }
    let shown = Dictionary(
      uniqueKeysWithValues: present.enumerated().map { index, part in
        let (events, cases) = part.value
        let isOpen = lines.showsCounts[index]
        return (
          part.key,
          ReleasedTable.Line(
            events: isOpen ? Int(events) : nil, others: isOpen && isShare ? Int(cases - events) : nil,
            denominator: isCount ? periods : lines.showsTotal[index] ? cases : nil)
        )
      })
    return (shown, lines.showsAll)
  }
}

extension GroupTable {
  /// Whether the chart shows small counts of each column within the period: events, and cases without.
  private func areSplit(below threshold: Int) -> [Bool] {
    func isSmall(_ count: Double) -> Bool { count > 0 && count < Double(threshold) }
    let events = wholes.contains { isSmall($0.events) }
    return isShare ? [events, wholes.contains { isSmall($0.cases - $0.events) }] : [events]
  }
}

extension ProjectMeasure {
  /// What a division counts in each release period, by the period's index.
  fileprivate func tables(of counts: [PeriodCount], by division: String, period: Period) -> [Int: GroupTable] {
    let parts = parts(of: counts, by: division)
    guard !parts.isEmpty else { return [:] }
    var tables: [Int: GroupTable] = [:]
    for count in wholes(of: counts) {
      var table =
        tables[period.index(of: count.day)] ?? GroupTable(isShare: kind == .proportion, isCount: kind == .count)
      table.whole.events += count.numerator
      table.whole.cases += count.denominator ?? 0
      table.wholes.append((count.numerator, count.denominator ?? 0))
      table.periods += 1
      tables[period.index(of: count.day)] = table
    }
    for (group, own) in parts {
      for count in own {
        tables[period.index(of: count.day)]?.parts[group, default: (0, 0)].events += count.numerator
        tables[period.index(of: count.day)]?.parts[group, default: (0, 0)].cases += count.denominator ?? 0
      }
    }
    return tables
  }
}
