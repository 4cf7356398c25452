import Improvement
import ProcessControl
import Statistics
import Testing

private let share = ProjectMeasure(
  project: ProjectID(rawValue: "p"), name: "Late", role: .outcome, kind: .proportion, denominator: "discharges")

private func monday(_ week: Int) -> Day { Day(number: 20_822).adding(7 * week) }

@Suite struct `Groups of a measure` {
  @Test func `hold those in no group as not recorded, so that nobody is lost`() {
    let counts = [
      PeriodCount(monday(0), 10, of: 40), PeriodCount(monday(0), 4, of: 20, strata: ["language": "English"]),
      PeriodCount(monday(0), 3, of: 10, strata: ["language": "Spanish"]),
      PeriodCount(monday(0), 6, strata: [PeriodCount.reason: "ride"]),
    ]
    #expect(share.divisions(of: counts) == ["language"])
    let parts = share.parts(of: counts, by: "language")
    #expect(parts["not recorded"] == [PeriodCount(monday(0), 3, of: 10, strata: ["language": "not recorded"])])
    let pooled = share.pooled(parts)
    #expect(pooled.map(\.group) == ["English", "Spanish", "not recorded"])
    #expect(pooled.reduce(0) { $0 + $1.events } == 10 && pooled.reduce(0) { $0 + $1.denominator } == 40)
  }
}

@Suite struct `The change of a gap` {
  private func change(_ before: (Int, Int), _ after: (Int, Int)) throws -> GapChange {
    let all = try GapChange.all(
      before: [.init("base", before.0, of: 1_000), .init("group", before.1, of: 900)],
      after: [.init("base", after.0, of: 1_000), .init("group", after.1, of: 900)], scale: .proportion)
    return try #require(all.first)
  }

  @Test func `is narrowed, widened, or cannot be told`() throws {
    #expect(try change((200, 360), (200, 200)).verdict == .narrowed)
    #expect(try change((200, 200), (200, 360)).verdict == .widened)
    #expect(try change((200, 270), (190, 250)).verdict == .cannotTell)
    // The other way up it is the same.
    #expect(try change((400, 180), (400, 340)).verdict == .narrowed)
    #expect(try change((400, 340), (400, 180)).verdict == .widened)
  }

  @Test func `of a gap that turns round is not called narrowed unless it is smaller`() throws {
    let turned = try change((200, 360), (400, 180))
    #expect(turned.before > 0 && turned.after < 0)
    #expect((turned.verdict == .narrowed) == (abs(turned.after) < abs(turned.before)))
  }

  @Test func `has the square root of the sum of squares as the width of its interval`() throws {
    let seen = try change((200, 360), (150, 200))
    // With equal sizes the halves are nearly those of two independent differences.
    let half = (seen.interval.high - seen.interval.low) / 2
    func variance(_ x: Double, _ n: Double) -> Double { x / n * (1 - x / n) / n }
    let plain =
      1.96 * (variance(200, 1_000) + variance(360, 900) + variance(150, 1_000) + variance(200, 900)).squareRoot()
    #expect(abs(half - plain) < 0.01 * plain)
    #expect(seen.statement(scale: .proportion).contains("percentage points"))
  }

  @Test func `says when the better group got worse`() throws {
    let words = try change((100, 360), (300, 360)).statement(scale: .proportion)
    #expect(words.contains("narrowed") && words.contains("base went from 10 to 30"))
  }
}

/// Everything that agrees with what is shown of one table, and with the totals that the chart shows.
private func solutions(_ lines: [GroupRelease.Line], events: Int, others: Int) -> [[[Int]]] {
  func columns(_ shown: [Int?], _ total: Int) -> [[Int]] {
    var found: [[Int]] = []
    func extend(_ values: [Int], _ left: Int) {
      guard values.count < shown.count else {
        if left == 0 { found.append(values) }
        return
      }
      if let fixed = shown[values.count] {
        if fixed <= left { extend(values + [fixed], left - fixed) }
      } else {
        for value in 0...left { extend(values + [value], left - value) }
      }
    }
    extend([], total)
    return found
  }
  var all: [[[Int]]] = []
  let seconds = columns(lines.map(\.others), others)
  for first in columns(lines.map(\.events), events) {
    for second in seconds {
      let agrees = lines.indices.allSatisfy { index in
        lines[index].denominator.map { Int($0) == first[index] + second[index] } ?? true
      }
      if agrees { all.append([first, second]) }
    }
  }
  return all
}

@Suite struct `Released groups` {
  private let names = ["a", "b", "c"]

  private func counts(_ table: [[Int]], day: Day) -> [PeriodCount] {
    let events = table.reduce(0) { $0 + $1[0] }
    let others = table.reduce(0) { $0 + $1[1] }
    return [PeriodCount(day, Double(events), of: Double(events + others))]
      + table.enumerated().map { index, row in
        PeriodCount(day, Double(row[0]), of: Double(row[0] + row[1]), strata: ["g": names[index]])
      }
  }

  /// Every table of two or three groups with small counts: each hidden count has two possible values at least, also for
  /// a reader who has the totals from the chart.
  @Test(arguments: [(2, 6, 5), (2, 5, 3), (3, 3, 3)])
  func `cannot be worked out from what is shown and the chart`(groups: Int, most: Int, threshold: Int) {
    var tables: [[[Int]]] = [[]]
    for _ in 0..<groups {
      tables = tables.flatMap { old in (0...most).flatMap { x in (0...most).map { old + [[x, $0]] } } }
    }
    let day = monday(0)
    var withheld = 0
    var hidden = 0
    for table in tables where table.contains(where: { $0[0] + $0[1] > 0 }) {
      let release = GroupRelease(
        share, counts: counts(table, day: day), by: "g", period: .month, threshold: threshold, today: day.adding(60))
      guard let shown = release.tables.first else {
        Issue.record("\(table) has no table")
        return
      }
      if shown.isWithheld {
        withheld += 1
        continue
      }
      let lines = shown.lines
      let truth = table.filter { $0[0] + $0[1] > 0 || release.groups.count == groups }
      guard lines.count == truth.count else {
        Issue.record("\(table) lost a group")
        return
      }
      for (line, row) in zip(lines, truth) {
        for (value, real) in [(line.events, row[0]), (line.others, row[1])] {
          if let value, value != real || (value > 0 && value < threshold) {
            Issue.record("\(table) shows \(lines)")
            return
          }
        }
        if let all = line.denominator, all > 0, all < Double(threshold) {
          Issue.record("\(table) shows a small denominator")
          return
        }
      }
      guard lines.contains(where: { $0.events == nil || $0.others == nil }) else { continue }
      hidden += 1
      let agreeing = solutions(
        lines, events: table.reduce(0) { $0 + $1[0] }, others: table.reduce(0) { $0 + $1[1] })
      for index in lines.indices {
        for (column, value) in [lines[index].events, lines[index].others].enumerated() where value == nil {
          if Set(agreeing.map { $0[column][index] }).count < 2 {
            Issue.record("\(table) gives away group \(index): \(lines)")
            return
          }
        }
      }
    }
    #expect(hidden > 0 && withheld > 0)
  }

  /// A reader who takes every file on every day for two years has no more than the last one shows.
  @Test func `never change once they are shown, so that two files have no difference to learn from`() {
    var generator = SeededGenerator(seed: 12)
    var counts: [PeriodCount] = []
    for week in 0..<104 {
      let table = (0..<3).map { _ in
        [Int.random(in: 0...6, using: &generator), Int.random(in: 0...20, using: &generator)]
      }
      counts += self.counts(table, day: monday(week))
      // A group that appears in the second year.
      if week > 60 { counts.append(PeriodCount(monday(week), 0, of: 0, strata: ["g": "d"])) }
    }
    var seen: [Day: [String: GroupRelease.Line]] = [:]
    var pooled: [String: (Int, Double)] = [:]
    for week in 1...110 {
      let today = monday(week)
      let release = GroupRelease(
        share, counts: counts.filter { $0.day.adding(7) <= today }, by: "g", period: .quarter, today: today)
      for table in release.tables {
        // Only when every week that begins in it is over.
        #expect(Period.quarter.start(ofIndex: Period.quarter.index(of: table.start) + 1) <= today)
        for (group, line) in zip(release.groups, table.lines) {
          if let old = seen[table.start]?[group] { #expect(old == line) }
          seen[table.start, default: [:]][group] = line
        }
      }
      // Sums over periods are sums of what is shown: their differences are shown counts, or nothing.
      for count in release.pooled() {
        let old = pooled[count.group] ?? (0, 0)
        let fresh = release.tables.indices.compactMap { index -> Int? in
          release.groups.firstIndex(of: count.group).flatMap { release.tables[index].lines[$0].events }
        }
        #expect(count.events == old.0 || fresh.contains(count.events - old.0))
        pooled[count.group] = (count.events, count.denominator)
      }
    }
    #expect(seen.count == 8)
  }

  /// Weeks in which two groups have few events: from the weekly chart and all months' tables no week and no hidden month
  /// of a group follows.
  @Test(arguments: 0..<12) func `leave every week of a group open`(seed: Int) {
    var falls = share
    falls.kind = .count
    var generator = SeededGenerator(seed: UInt64(seed) + 100)
    // January 4 to 25 lie in one month, February 1 to 22 in the next.
    let truth = (0..<8).map { _ in [Int.random(in: 0...2, using: &generator), Int.random(in: 0...2, using: &generator)]
    }
    let counts = truth.enumerated().flatMap { week, row in
      [PeriodCount(monday(week), Double(row[0] + row[1]))]
        + [0, 1].map { PeriodCount(monday(week), Double(row[$0]), strata: ["g": names[$0]]) }
    }
    let release = GroupRelease(falls, counts: counts, by: "g", period: .month, threshold: 4, today: monday(20))
    #expect(release.tables.count == 2)
    for (month, table) in release.tables.enumerated() {
      let weeks = Array(truth[month * 4..<month * 4 + 4])
      let totals = weeks.map { $0[0] + $0[1] }
      // All splits of the weekly totals that agree with what the month shows.
      var sums: [Int: Int] = [0: 1]
      for total in totals {
        var next: [Int: Int] = [:]
        for (sum, ways) in sums { for part in 0...total { next[sum + part, default: 0] += ways } }
        sums = next
      }
      let all = totals.reduce(0, +)
      let agreeing = sums.keys.filter { first in
        (table.lines[0].events.map { $0 == first } ?? true) && (table.lines[1].events.map { $0 == all - first } ?? true)
      }
      #expect(agreeing.contains(weeks.reduce(0) { $0 + $1[0] }))
      if table.lines.contains(where: { $0.events == nil }), all > 0 { #expect(agreeing.count > 1) }
    }
  }

  @Test func `are withheld where the parts are more than the whole that the chart shows`() {
    let counts = [
      PeriodCount(monday(0), 10, of: 40), PeriodCount(monday(0), 30, of: 60, strata: ["g": "a"]),
      PeriodCount(monday(0), 20, of: 40, strata: ["g": "b"]),
    ]
    let release = GroupRelease(share, counts: counts, by: "g", period: .month, today: monday(20))
    #expect(release.tables.map(\.isWithheld) == [true])
    #expect(release.pooled().isEmpty)
  }

  @Test func `have periods coarser than the measure's`() {
    #expect(GroupRelease.periods(for: .week) == [.month, .quarter, .year])
    #expect(GroupRelease.periods(for: .year).isEmpty)
  }
}
