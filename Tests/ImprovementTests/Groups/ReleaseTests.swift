import Improvement
import ProcessControl
import Statistics
import Testing

private func monday(_ week: Int) -> Day { Day(number: 20_822).adding(7 * week) }

/// Weeks of a measure with three groups, as they come in: late, and some of them corrected.
private struct Feed {
  static let groups = ["a", "b", "c"]
  static let weeks = 14

  struct Write {
    let day: Day
    let week: Int
    let table: [[Int]]
  }

  let measure: ProjectMeasure
  let writes: [Write]

  init(_ kind: ProjectMeasure.Kind, seed: UInt64) {
    var measure = ProjectMeasure(
      project: ProjectID(rawValue: "p"), name: "Late", role: .outcome, kind: kind, denominator: "discharges")
    measure.period = .week
    self.measure = measure
    var generator = SeededGenerator(seed: seed)
    var writes: [Write] = []
    for week in 0..<Feed.weeks {
      let table = Feed.groups.indices.map { group in
        [
          Int.random(in: 0...(group == 0 ? 2 : 6), using: &generator),
          Int.random(in: 0...(group == 0 ? 3 : 12), using: &generator),
        ]
      }
      writes.append(
        Write(day: monday(week + 1).adding(.random(in: 0...24, using: &generator)), week: week, table: table))
      guard Int.random(in: 0..<3, using: &generator) == 0 else { continue }
      // A correction: one case more of one group, or the week without it.
      var other = table
      other[Int.random(in: 0..<3, using: &generator)][0] += Int.random(in: 1...3, using: &generator)
      writes.append(
        Write(day: monday(week + 1).adding(.random(in: 25...70, using: &generator)), week: week, table: other))
    }
    self.writes = writes.sorted { ($0.day, $0.week) < ($1.day, $1.week) }
  }

  func counts(_ tables: [Int: [[Int]]]) -> [PeriodCount] {
    tables.sorted { $0.key < $1.key }.flatMap { week, table -> [PeriodCount] in
      let events = table.reduce(0) { $0 + $1[0] }
      let cases = table.reduce(0) { $0 + $1[0] + $1[1] }
      let isOf = measure.kind == .proportion
      return [PeriodCount(monday(week), Double(events), of: isOf ? Double(cases) : nil)]
        + table.enumerated().map { index, row in
          PeriodCount(
            monday(week), Double(row[0]), of: isOf ? Double(row[0] + row[1]) : nil, strata: ["g": Feed.groups[index]])
        }
    }
  }
}

/// One look at the file that others may take.
private typealias Look = (_ counts: [PeriodCount], _ today: Day, _ changed: [Day: Day], _ kept: [ReleasedTable]) ->
  GroupRelease

/// A line as somebody else would show it.
private typealias Brush = (ReleasedTable.Line) -> ReleasedTable.Line

/// Takes the file and the chart every day, and tells which small counts of a group follow.
private func leaks(
  _ feed: Feed, threshold: Int, keepsReleased: Bool = true, brush: Brush = { $0 }, by look: Look
) -> [String] {
  var tables: [Int: [[Int]]] = [:]
  var versions: [Int: Int] = [:]
  var changed: [Day: Day] = [:]
  var kept: [ReleasedTable] = []
  var reader = CountReader()
  var truth: [CountReader.Unknown: Int] = [:]
  var writes = feed.writes[...]
  let columns = feed.measure.kind == .proportion ? ["events", "others", "cases"] : ["events"]
  func value(_ row: [Int], _ column: String) -> Int {
    column == "events" ? row[0] : column == "others" ? row[1] : row[0] + row[1]
  }
  func week(_ week: Int, _ group: String, _ column: String) -> CountReader.Unknown {
    .init(group: group, place: "week \(week).\(versions[week] ?? 0)", column: column)
  }
  for offset in 0..<(7 * Feed.weeks + 120) {
    let today = monday(0).adding(offset)
    while let write = writes.first, write.day <= today {
      writes = writes.dropFirst()
      if keepsReleased { kept += look(feed.counts(tables), today, changed, kept).touched(by: [monday(write.week)]) }
      if tables[write.week] != nil { versions[write.week, default: 0] += 1 }
      tables[write.week] = write.table
      changed[monday(write.week)] = today
      // The chart: totals of the week. A reader who looks every day sees when a week is corrected.
      for column in columns {
        let all = Feed.groups.map { week(write.week, $0, column) }
        reader.learn(all, sum: write.table.reduce(0) { $0 + value($1, column) })
        for (index, unknown) in all.enumerated() { truth[unknown] = value(write.table[index], column) }
      }
      if columns.count == 3 {
        for group in Feed.groups {
          reader.learn(
            [week(write.week, group, "events"), week(write.week, group, "others")],
            minus: [week(write.week, group, "cases")], sum: 0)
        }
      }
    }
    let release = look(feed.counts(tables), today, changed, kept)
    for table in release.tables {
      // What the reader believes to be in it: the weeks as they stand, or as they stood when it was first shown.
      guard !table.isKept else { continue }
      let inside = tables.keys.sorted().filter {
        release.period.index(of: monday($0)) == release.period.index(of: table.start)
      }
      for group in table.isWithheld ? [] : Feed.groups {
        let line = brush(table.line(of: group))
        let place = "\(table.start) " + inside.map { "\($0).\(versions[$0] ?? 0)" }.joined(separator: " ")
        for (column, shown) in zip(columns, [line.events, line.others, line.denominator.map { Int($0) }]) {
          let sum = CountReader.Unknown(group: group, place: place, column: column)
          reader.learn(inside.map { week($0, group, column) }, minus: [sum], sum: 0)
          truth[sum] = inside.reduce(0) {
            $0 + value(tables[$1]?[Feed.groups.firstIndex(of: group) ?? 0] ?? [0, 0], column)
          }
          if let shown { reader.learn([sum], sum: shown) }
        }
      }
    }
  }
  return reader.known().compactMap { unknown, value in
    guard let real = truth[unknown], real > 0, real < threshold else { return nil }
    return "\(unknown): \(value), in truth \(real)"
  }.sorted()
}

@Suite struct `Released groups` {
  private static let threshold = 5

  private func release(
    _ feed: Feed, _ counts: [PeriodCount], _ today: Day, _ changed: [Day: Day], _ kept: [ReleasedTable],
    threshold: Int = threshold
  ) -> GroupRelease {
    GroupRelease(
      feed.measure, counts: counts, by: "g", period: .month, threshold: threshold, today: today, changed: changed,
      kept: kept)
  }

  /// Somebody takes every file on every day while weeks come in late and are corrected, with the totals from the chart.
  @Test(arguments: 0..<20) func `tell no small count of a group, in all files and their differences`(seed: Int) {
    for kind in [ProjectMeasure.Kind.proportion, .count] {
      let feed = Feed(kind, seed: UInt64(seed))
      let found = leaks(feed, threshold: Self.threshold) { release(feed, $0, $1, $2, $3) }
      #expect(found.isEmpty, "\(kind), seed \(seed): \(found.prefix(3))")
    }
  }

  /// The search itself: three ways of hiding too little, each of them found.
  @Test func `that hide too little are found out`() {
    var found = [0, 0, 0]
    for seed in 0..<20 {
      let feed = Feed(.proportion, seed: UInt64(seed))
      // No small count is hidden.
      found[0] += leaks(feed, threshold: Self.threshold) { release(feed, $0, $1, $2, $3, threshold: 1) }.count
      // Small counts are hidden, and nothing that gives them away.
      found[1] +=
        leaks(
          feed, threshold: Self.threshold, brush: { $0.hidingSmall(Self.threshold) },
          by: { release(feed, $0, $1, $2, $3, threshold: 1) }
        ).count
      // Tables follow late and corrected counts.
      found[2] +=
        leaks(feed, threshold: Self.threshold, keepsReleased: false) { counts, today, _, _ in
          release(feed, counts, today, [:], [])
        }.count
    }
    #expect(found.allSatisfy { $0 > 0 }, "\(found)")
  }

  @Test func `never change once they are shown, also when counts are corrected`() throws {
    let feed = Feed(.proportion, seed: 3)
    let table = [[3, 20], [9, 40], [8, 30]]
    var tables = Dictionary(uniqueKeysWithValues: (0..<4).map { ($0, table) })
    let early = monday(4).adding(GroupRelease.settling)
    let first = release(feed, feed.counts(tables), early, [:], [])
    #expect(first.tables.count == 1)
    #expect(release(feed, feed.counts(tables), early.adding(-1), [:], []).tables.isEmpty)
    // Written a day later: the table is kept, and says so.
    let kept = first.touched(by: [monday(2)])
    #expect(kept == first.tables && first.touched(by: [monday(9)]).isEmpty)
    tables[2] = [[9, 20], [9, 40], [8, 30]]
    let later = release(feed, feed.counts(tables), early.adding(40), [monday(2): early], kept)
    #expect(later.tables.map(\.isKept) == [true])
    #expect(later.tables[0].lines == first.tables[0].lines)
    #expect(later.touched(by: [monday(2)]).isEmpty)
    #expect(later.pooled() == first.pooled())
  }

  @Test func `wait until their counts were left alone for a week`() {
    let feed = Feed(.proportion, seed: 3)
    let counts = feed.counts(Dictionary(uniqueKeysWithValues: (0..<4).map { ($0, [[9, 20], [9, 40], [8, 30]]) }))
    let written = monday(20)
    #expect(release(feed, counts, written.adding(6), [monday(1): written], []).tables.isEmpty)
    #expect(release(feed, counts, written.adding(7), [monday(1): written], []).tables.count == 1)
  }

  @Test func `are withheld, without their names, where nothing can protect them`() {
    let feed = Feed(.proportion, seed: 3)
    // One group alone is the whole of the chart; parts that are more than the whole are none.
    for counts in [
      [PeriodCount(monday(0), 3, of: 40), PeriodCount(monday(0), 3, of: 40, strata: ["g": "a"])],
      [
        PeriodCount(monday(0), 10, of: 40), PeriodCount(monday(0), 30, of: 60, strata: ["g": "a"]),
        PeriodCount(monday(0), 20, of: 40, strata: ["g": "b"]),
      ],
    ] {
      let release = release(feed, counts, monday(20), [:], [], threshold: 11)
      #expect(release.tables.map(\.isWithheld) == [true] && release.groups.isEmpty && release.pooled().isEmpty)
    }
  }

  @Test func `name no group that only a later period has`() {
    let feed = Feed(.count, seed: 3)
    let counts = [
      PeriodCount(monday(0), 50), PeriodCount(monday(0), 20, strata: ["g": "a"]),
      PeriodCount(monday(0), 30, strata: ["g": "b"]), PeriodCount(monday(8), 20),
      PeriodCount(monday(8), 20, strata: ["g": "c"]),
    ]
    let release = release(feed, counts, monday(6), [:], [])
    #expect(release.groups == ["a", "b"])
    // A group that was not there has none, in each period that is counted.
    #expect(release.tables[0].line(of: "c") == .init(events: 0, others: nil, denominator: 1))
  }

  @Test func `add up only what is shown, and no period that a change divides`() {
    let feed = Feed(.proportion, seed: 3)
    let table = [[9, 20], [9, 40], [8, 30]]
    let counts = feed.counts(Dictionary(uniqueKeysWithValues: (0..<12).map { ($0, table) }))
    let all = release(feed, counts, monday(30), [:], [])
    #expect(all.tables.count == 3 && all.pooled().map(\.events) == [108, 108, 96])
    let day = all.tables[1].start.adding(10)
    #expect(all.pooled(before: day) == all.pooled(before: all.tables[1].start))
    #expect(all.pooled(from: day) == all.pooled(from: all.tables[2].start))
  }

  @Test func `have periods coarser than the measure's`() {
    #expect(GroupRelease.periods(for: .week) == [.month, .quarter, .year])
    #expect(GroupRelease.periods(for: .year).isEmpty)
  }
}

extension ReleasedTable.Line {
  /// With small numbers hidden one by one: what a beginner would write.
  fileprivate func hidingSmall(_ threshold: Int) -> Self {
    func open(_ count: Int?) -> Int? { count.flatMap { 0 < $0 && $0 < threshold ? nil : $0 } }
    return .init(events: open(events), others: open(others), denominator: denominator)
  }
}

@Suite struct `The order of groups` {
  @Test(arguments: [
    ["0-9 km", "10-24", "25-49", "100+", "not recorded"], ["below 5", "5 to below 10", "10 and more"],
    ["<18", "18-64", "65", ">65"], ["Clinic 2", "Clinic 10", "clinic 11"], ["999", "1,000+"], ["0.5-1", "1-1.5", "2"],
    ["English", "Spanish", "Vietnamese", "not recorded"], ["2 North", "10 West", "ED", "not recorded"],
    ["\u{2264} 3 days", "4-7 days", "8 or more"], ["1.2.3", "2.0"],
  ])
  func `is that of their numbers, then of the alphabet`(names: [String]) {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<20 {
      #expect(GroupOrder.sorted(names.shuffled(using: &generator)) == names)
    }
  }

  @Test func `is an order: of two names one is first, and of three the first is before the last`() {
    let names = [
      "5", "<5", ">5", "5-9", "10", "below 10", "a", "a5", "a10", "A5", "", "5a", "05", "not recorded", "+", "1,000",
    ]
    for a in names {
      #expect(!GroupOrder.isBefore(a, a))
      for b in names where a != b {
        #expect(GroupOrder.isBefore(a, b) != GroupOrder.isBefore(b, a))
        for c in names where GroupOrder.isBefore(a, b) && GroupOrder.isBefore(b, c) {
          #expect(GroupOrder.isBefore(a, c), "\(a), \(b), \(c)")
        }
      }
    }
  }
}
