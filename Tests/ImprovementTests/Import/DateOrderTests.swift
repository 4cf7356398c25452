import Improvement
import ProcessControl
import Statistics
import Tables
import Testing

private let falls = ProjectMeasure(
  project: ProjectID(rawValue: "p"), name: "Falls", role: .outcome, kind: .count, numerator: "falls", period: .month)

private func read(_ days: [String], order: DateOrder? = nil) throws -> CountImport {
  let text = "date\n" + days.joined(separator: "\n") + "\n"
  return CountImport(try Table(text: text, name: "f.csv"), for: falls, told: ToldColumns(day: "date", order: order))
}

@Suite struct `The order of month and day` {
  @Test func `is what the days were written in, for any days of which one shows it`() throws {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<40 {
      let days = (0..<30).map { _ in Day(number: Int32.random(in: 20_000..<21_000, using: &generator)) }
      for order in DateOrder.allCases {
        let written = days.map { day in
          let (year, month, number) = day.parts
          return order == .monthFirst ? "\(month)/\(number)/\(year)" : "\(number)/\(month)/\(year)"
        }
        guard days.contains(where: { $0.parts.day > 12 }) else { continue }
        let found = try read(written)
        #expect(found.days?.order == order && found.days?.misfits == 0)
        #expect(found.counts == (try read(days.map(\.description))).counts)
      }
    }
  }

  @Test func `is said with the line that shows it`() throws {
    let months = try read(["3/5/2026", "4/6/2026", "3/25/2026"])
    #expect(
      months.days?.sentence
        == "3/5/2026 was read as March 5, 2026: month first, because line 4 has 3/25/2026.")
    let days = try read(["3/5/2026", "25/3/2026"])
    #expect(
      days.days?.sentence == "3/5/2026 was read as May 3, 2026: day first, because line 3 has 25/3/2026.")
    #expect(
      try read(["3/25/2026"]).days?.sentence
        == "Dates were read month first: 3/25/2026 in line 2 is March 25, 2026.")
  }

  @Test func `is open where nothing shows it, until somebody says it`() throws {
    let open = try read(["3/5/2026", "4/7/2026"])
    #expect(open.days?.isOpen == true)
    #expect(
      open.days?.sentence
        == "3/5/2026 can be read both ways: as March 5, 2026 or as May 3, 2026. Nothing here says which is meant; it was "
        + "read month first.")
    let told = try read(["3/5/2026", "4/7/2026"], order: .dayFirst)
    #expect(told.days?.isOpen == false)
    #expect(told.days?.sentence == "3/5/2026 was read as May 3, 2026: day first, as you chose.")
  }

  @Test func `follows from days that are then the first of a month, or one day of the week`() throws {
    let first = try read(["1/1/2026", "1/2/2026", "1/3/2026", "1/4/2026"])
    #expect(first.days?.order == .dayFirst && first.days?.reason == .regular("the first of a month"))
    #expect(try read(["1/1/2026", "2/1/2026", "3/1/2026"]).days?.order == .monthFirst)
    let mondays = try read(["5/1/2026", "2/2/2026", "9/2/2026", "2/3/2026"])
    #expect(mondays.days?.order == .dayFirst && mondays.days?.reason == .regular("Mondays"))
  }

  @Test func `is not asked for where there is none`() throws {
    #expect(try read(["2026-03-05", "2026-03-25"]).days == nil)
    #expect(try read(["5/5/2026", "6/6/2026"]).days == nil)
  }

  @Test func `is that of most dates where two contradict each other; the others are named`() throws {
    let mixed = try read(["3/25/2026", "25/3/2026", "26/3/2026", "4/5/2026"])
    #expect(mixed.days?.order == .dayFirst && mixed.days?.misfits == 1 && mixed.used == 3)
    #expect(
      mixed.faults.groups.map(\.sentence) == [
        "1 date has no month when read day first (column \u{201C}date\u{201D}): line 2, as \u{201C}3/25/2026\u{201D}; "
          + "expected 25/3/2026 or 2026-03-25, or say that they are month first."
      ])
  }
}
