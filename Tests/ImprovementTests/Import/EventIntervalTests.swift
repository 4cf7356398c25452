import Improvement
import ProcessControl
import Testing

private let first = Day(number: 20_500)

@Suite struct `Events told by their days` {
  /// Every order of a few elements.
  private func orders<Element>(_ all: [Element]) -> [[Element]] {
    guard !all.isEmpty else { return [[]] }
    return all.indices.flatMap { index in
      var rest = all
      let one = rest.remove(at: index)
      return orders(rest).map { [one] + $0 }
    }
  }

  @Test func `give the same days between, in whatever order they come`() {
    let days = [0, 1, 6, 20, 21].map { first.adding($0) }
    let whole = EventIntervals.between(days)
    #expect(whole.map(\.numerator) == [1, 5, 14, 1])
    for order in orders(days) {
      var kept: [Day: PeriodCount] = [:]
      for count in EventIntervals.between(Array(order.prefix(2))) { kept[count.day] = count }
      for day in order.dropFirst(2) {
        let now = kept.values.sorted { $0.day < $1.day }
        for count in EventIntervals.added([day], to: now, of: [:]) { kept[count.day] = count }
      }
      #expect(kept.values.sorted { $0.day < $1.day } == whole, "\(order.map { $0.number - first.number })")
    }
  }

  @Test func `change nothing when they come a second time`() {
    let days = [0, 3, 3, 10, 12, 12, 12].map { first.adding($0) }
    let kept = EventIntervals.between(days)
    #expect(kept.map(\.numerator) == [1.5, 7, 2.0 / 3])
    #expect(EventIntervals.added(days, to: kept, of: [:]) == kept)
  }

  @Test func `are one that starts the clock, or none`() {
    #expect(EventIntervals.between([]).isEmpty)
    #expect(EventIntervals.between([first]).isEmpty)
    #expect(EventIntervals.between([first, first]).isEmpty)
  }
}

@Suite struct `A grid of days between events` {
  private let falls = ProjectMeasure(
    project: ProjectID(rawValue: "p"), name: "Days between falls", role: .outcome, kind: .daysBetween)

  private func grid(_ lines: [(String, String)], kept: [PeriodCount] = []) -> CountGrid {
    CountGrid(lines.map { .init(day: $0.0, numerator: $0.1) }, for: falls, division: "", kept: kept)
  }

  @Test func `takes days alone, and counts between them`() {
    let grid = grid([("2026-01-20", ""), ("2026-01-03", ""), ("2/14/2026", ""), ("2/14/2026", "")])
    #expect(grid.problems.isEmpty && grid.removals.isEmpty)
    #expect(grid.counts.map { "\($0.day) \($0.numerator)" } == ["2026-01-20 17.0", "2026-02-14 12.5"])
  }

  @Test func `goes on from the last that is kept, and removes one that is emptied`() throws {
    let kept = [PeriodCount(try #require(Day(iso: "2026-02-14")), 25)]
    let grid = grid([("2026-02-20", "")], kept: kept)
    #expect(grid.counts.map(\.numerator) == [6] && grid.problems.isEmpty)
    #expect(self.grid([("2026-02-14", "")], kept: kept).removals.map(\.day) == kept.map(\.day))
    var pasted = CountGrid.Line(day: "2026-02-14", numerator: "")
    pasted.isEvent = true
    let again = CountGrid([pasted], for: falls, division: "", kept: kept)
    #expect(again.removals.isEmpty && again.counts == kept, "a day in a paste is an event, never a removal")
  }

  @Test func `refuses a number that its days contradict, and one event alone`() {
    // Somebody who wrote that there was one fall on each day.
    let counted = grid([("2026-01-03", "1"), ("2026-01-20", "1"), ("2026-02-14", "1")])
    #expect(counted.problems.map { "\($0.line) \($0.cell) \($0.fault)" } == ["1 numerator gap", "2 numerator gap"])
    #expect(counted.problems[0].words.contains("From 2026-01-03 to 2026-01-20 it is 17 days"))
    #expect(grid([("2026-01-03", "40"), ("2026-01-20", "17"), ("2026-02-14", "24.6")]).problems.isEmpty)
    #expect(grid([("2026-01-03", "")]).problems.map(\.fault) == [.alone])
    #expect(grid([("2026-01-03", "4"), ("2026-01-03", "5")]).problems.map(\.fault) == [.sameDay])
  }
}
