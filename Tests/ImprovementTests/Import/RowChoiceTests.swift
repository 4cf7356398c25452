import Improvement
import ProcessControl
import Statistics
import Tables
import Testing

private let late = ProjectMeasure(
  project: ProjectID(rawValue: "p"), name: "Late", role: .outcome, kind: .proportion, numerator: "late",
  denominator: "discharges")

private func table(_ text: String) throws -> Table { try Table(text: text, name: "times.csv") }

@Suite struct `A threshold` {
  /// Minutes of many discharges, some of them without a number, and the plain counts for a threshold.
  @Test(arguments: CountThreshold.Comparison.allCases)
  func `makes a share of a column of numbers, as counting by hand gives`(comparison: CountThreshold.Comparison) throws {
    var generator = SeededGenerator(seed: 5)
    var text = "date,minutes,language\n"
    var expected: [PeriodCount: (Double, Double)] = [:]
    var missing = 0
    for _ in 0..<1_204 {
      let day = Day(number: 20_454 + Int32.random(in: 0..<140, using: &generator))
      let minutes = Int.random(in: 230...250, using: &generator)
      let language = Bool.random(using: &generator) ? "English" : "Spanish"
      guard Int.random(in: 0..<50, using: &generator) > 0 else {
        text += "\(day),\(["", "n/a", "4 h", "unknown"].randomElement(using: &generator) ?? ""),\(language)\n"
        missing += 1
        continue
      }
      text += "\(day),\(minutes),\(language)\n"
      let counts =
        switch comparison {
        case .above: minutes > 240
        case .atLeast: minutes >= 240
        case .below: minutes < 240
        case .atMost: minutes <= 240
        }
      let week = Period.week.start(of: day)
      for strata in [[:], ["language": language]] {
        let key = PeriodCount(week, 0, strata: strata)
        let old = expected[key] ?? (0, 0)
        expected[key] = (old.0 + (counts ? 1 : 0), old.1 + 1)
      }
    }
    let read = CountImport(
      try table(text), for: late,
      told: ToldColumns(
        day: "date", numerator: "minutes", groups: ["language"], threshold: CountThreshold(comparison, 240)))
    #expect(read.missing == missing && read.used == 1_204 - missing && read.faults.isEmpty)
    #expect(Set(read.unreadable).isSubset(of: ["n/a", "4 h", "unknown"]) && !read.unreadable.isEmpty)
    #expect(read.counts.count == expected.count)
    for count in read.counts {
      let sums = try #require(expected[PeriodCount(count.day, 0, strata: count.strata)])
      #expect(count.numerator == sums.0 && count.denominator == sums.1)
    }
  }

  @Test func `takes thousands with commas, and no comma for a point`() throws {
    let text = "date,minutes\n2026-01-05,\"1,250\"\n2026-01-05,\"3,5\"\n2026-01-05,-2.5\n2026-01-05,1e2\n"
    let read = CountImport(
      try table(text), for: late,
      told: ToldColumns(day: "date", numerator: "minutes", threshold: CountThreshold(.atLeast, 100)))
    #expect(read.counts.map { [$0.numerator, $0.denominator] } == [[2, 3]] && read.unreadable == ["3,5"])
  }

  @Test func `has no denominator beside it, and needs its column`() throws {
    let text = "date,minutes,total\n2026-01-05,250,3\n"
    let both = ToldColumns(
      day: "date", numerator: "minutes", denominator: "total", threshold: CountThreshold(.above, 240))
    let none = ToldColumns(day: "date", threshold: CountThreshold(.above, 240))
    for told in [both, none] {
      let read = CountImport(try table(text), for: late, told: told)
      #expect(read.counts.isEmpty && read.findings.contains { $0.severity == .error })
    }
  }

  @Test func `is asked for where a column of numbers stands without one`() throws {
    let read = CountImport(
      try table("date,minutes\n2026-01-05,250\n2026-01-06,90\n"), for: late,
      told: ToldColumns(day: "date", numerator: "minutes"))
    #expect(read.counts.isEmpty)
    #expect(read.faults.groups.first?.sentence.contains("say from which number on it counts") == true)
  }
}

@Suite struct `A filter of rows` {
  private let text =
    "date,unit,no show,MRN\n2026-01-05,4 West,yes,7001234\n2026-01-05, 4 west ,no,7001235\nsoon,5 East,?,7001236\n"
    + "2026-01-06,5 East,yes,7001237\n2026-01-06,,yes,7001238\n"

  @Test func `keeps the rows that say so, and looks at nothing else of the others`() throws {
    let read = CountImport(
      try table(text), for: late,
      told: ToldColumns(day: "date", numerator: "no show", filterColumn: "unit", filterValue: "4 West"))
    #expect(read.rows == 5 && read.kept == 2 && read.used == 2 && read.faults.isEmpty)
    #expect(read.counts.map { [$0.numerator, $0.denominator] } == [[1, 2]] && read.others == ["5 East"])
  }

  @Test func `that no row passes says what the column holds`() throws {
    let read = CountImport(
      try table(text), for: late,
      told: ToldColumns(day: "date", numerator: "no show", filterColumn: "unit", filterValue: "6 North"))
    #expect(read.kept == 0 && read.counts.isEmpty && read.others == ["4 West", "4 west", "5 East"])
  }

  @Test func `never looks at a column that may identify patients`() throws {
    let read = CountImport(
      try table(text), for: late,
      told: ToldColumns(day: "date", numerator: "no show", filterColumn: "MRN", filterValue: "7001234"))
    #expect(read.counts.isEmpty && read.others.isEmpty && read.columns.filter == nil)
    #expect(read.findings.contains { $0.severity == .error && $0.description.contains("MRN") })
  }

  @Test func `of every value alone gives counts that add up to those of the whole`() throws {
    var generator = SeededGenerator(seed: 8)
    let units = ["4 West", "5 East", "6 North"]
    var text = "date,unit,no show\n"
    for _ in 0..<900 {
      let day = Day(number: 20_454 + Int32.random(in: 0..<60, using: &generator))
      text += "\(day),\(units.randomElement(using: &generator) ?? ""),\(Int.random(in: 0...1, using: &generator))\n"
    }
    let whole = CountImport(try table(text), for: late, told: ToldColumns(day: "date", numerator: "no show"))
    var sums: [Day: (Double, Double)] = [:]
    for unit in units {
      let told = ToldColumns(day: "date", numerator: "no show", filterColumn: "unit", filterValue: unit)
      for count in CountImport(try table(text), for: late, told: told).counts {
        let old = sums[count.day] ?? (0, 0)
        sums[count.day] = (old.0 + count.numerator, old.1 + (count.denominator ?? 0))
      }
    }
    #expect(whole.counts.count == sums.count)
    for count in whole.counts {
      #expect(sums[count.day]?.0 == count.numerator && sums[count.day]?.1 == count.denominator)
    }
  }
}

@Suite struct `A row of a period that has not begun` {
  @Test func `is left out with its line, value and remedy, as the grid refuses it`() throws {
    let today = try #require(Day(iso: "2026-01-07"))
    let text = "date,no show\n2026-01-05,yes\n2026-01-11,no\n2026-01-12,yes\n2072-01-05,yes\n"
    let read = CountImport(try table(text), for: late, today: today)
    #expect(read.used == 2 && read.counts.map(\.denominator) == [2])
    #expect(
      read.faults.groups.map(\.sentence) == [
        "2 lines are of weeks that have not begun (column \u{201C}date\u{201D}): lines 4 and 5, as "
          + "\u{201C}2026-01-12\u{201D}, \u{201C}2072-01-05\u{201D}; today is 2026-01-07: bring them when they have begun."
      ])
    for day in ["2026-01-05", "2026-01-11", "2026-01-12", "2072-01-05"] {
      let grid = CountGrid([.init(day: day, numerator: "0", denominator: "1")], for: late, division: "", today: today)
      let single = CountImport(try table("date,no show\n\(day),no\n"), for: late, today: today)
      #expect(grid.counts.isEmpty == single.counts.isEmpty, "\(day)")
    }
  }
}

@Suite struct `Faults of one kind` {
  @Test func `are one sentence, however many they are`() throws {
    var text = "date,no show\n2026-01-05,yes\n"
    for row in 0..<300 { text += "\(row % 2 == 0 ? "soon" : "later"),no\n" }
    let read = CountImport(try table(text), for: late)
    #expect(
      read.faults.groups.map(\.sentence) == [
        "300 dates could not be read (column \u{201C}date\u{201D}): lines 3, 4, 5, 6, 7, 8, 9, 10 and 292 more, as "
          + "\u{201C}soon\u{201D}, \u{201C}later\u{201D}; expected 2026-03-05 or 3/5/2026."
      ])
  }
}
