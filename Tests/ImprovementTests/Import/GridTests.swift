import Improvement
import ProcessControl
import Tables
import Testing

private let share = ProjectMeasure(
  project: ProjectID(rawValue: "p"), name: "Late", role: .outcome, kind: .proportion, numerator: "late",
  denominator: "discharges")

@Suite struct `The day of an event` {
  @Test(arguments: [
    ("2027-01-05", "2027-01-05"), ("1/5/2027", "2027-01-05"), (" 01/05/27 8:30", "2027-01-05"),
    ("2027/1/5", "2027-01-05"), ("2027-01-05T08:30:00Z", "2027-01-05"), ("2/29/2028", "2028-02-29"),
  ]) func `is read as spreadsheets write it`(text: String, iso: String) {
    #expect(EventDay.read(text)?.description == iso)
  }

  @Test(arguments: [
    "", "2/29/2027", "13/1/2027", "2027-13-01", "1-5-2027", "yesterday", "45296", "1/5", "1/5/27/3", "12027-01-05",
    "0/1/2027", "1899-01-01", "2027--01",
  ]) func `is nothing else`(text: String) {
    #expect(EventDay.read(text) == nil)
  }

  @Test func `is the same whichever way it is written, for every day of four years`() {
    for number in Int32(20_454)..<Int32(20_454 + 1_461) {
      let day = Day(number: number)
      let (year, month, date) = day.parts
      #expect(EventDay.read(day.description) == day)
      #expect(
        EventDay.read("\(month)/\(date)/\(year)") == day && EventDay.read("\(month)/\(date)/\(year % 100)") == day)
    }
  }
}

@Suite struct `A grid of counts` {
  @Test func `becomes counts at the first day of their period`() throws {
    let grid = CountGrid(
      [
        .init(day: "1/6/2027", numerator: "3", denominator: "10"),
        .init(day: "2027-01-11", numerator: "1,000", denominator: "2,000", group: " Spanish "),
        .init(day: "", numerator: " ", denominator: ""), .init(day: "2027-01-18", numerator: "", denominator: ""),
      ], for: share, division: "Language")
    #expect(grid.problems.isEmpty)
    let monday = try #require(Day(iso: "2027-01-04"))
    #expect(
      grid.counts
        == [
          PeriodCount(monday, 3, of: 10),
          PeriodCount(monday.adding(7), 1_000, of: 2_000, strata: ["language": "Spanish"]),
        ])
    #expect(grid.removals == [PeriodCount(monday.adding(14), 0)])
  }

  @Test func `says all that is wrong, at the cell where it stands`() {
    let grid = CountGrid(
      [
        .init(day: "soon", numerator: "3", denominator: "10"), .init(day: "1/6/2027", numerator: "x", denominator: ""),
        .init(day: "1/13/2027", numerator: "11", denominator: "10"),
        .init(day: "1/14/2027", numerator: "1", denominator: "10"),
        .init(day: "1/20/2027", numerator: "1", denominator: "10", group: "A"),
      ], for: share, division: "")
    #expect(
      grid.problems.map { "\($0.line) \($0.cell)" }
        == ["0 day", "1 numerator", "1 denominator", "2 numerator", "3 day", "4 group"])
    #expect(grid.counts.isEmpty)
  }

  @Test(arguments: [
    "Week\tLate\tTotal\tLanguage\n1/4/2027\t3\t10\tSpanish\n", "1/4/2027\t3\t10\tSpanish\n",
    "language,discharges,late,date\nSpanish,10,3,2027-01-04\n",
  ]) func `understands a paste with names above it or without`(text: String) throws {
    let pasted = try CountPaste(text, for: share)
    let line = try #require(pasted.lines.first)
    #expect(pasted.suspects.isEmpty && pasted.lines.count == 1)
    #expect([line.numerator, line.denominator, line.group] == ["3", "10", "Spanish"])
    #expect(EventDay.read(line.day)?.description == "2027-01-04")
  }

  @Test func `names the columns of a paste that may identify patients`() throws {
    let pasted = try CountPaste("date,late,discharges,MRN\n2027-01-04,1,1,8812345\n", for: share)
    #expect(pasted.suspects.map(\.header) == ["MRN"] && pasted.needed.isEmpty)
    #expect(pasted.lines == [.init(day: "2027-01-04", numerator: "1", denominator: "1")])
  }

  @Test func `refuses a period that has not begun, and takes the one that has`() throws {
    let today = try #require(Day(iso: "2027-01-06"))
    for (text, isTaken) in [("2027-01-04", true), ("2027-01-10", true), ("2027-01-11", false), ("2072-01-04", false)] {
      let grid = CountGrid(
        [.init(day: text, numerator: "1", denominator: "2")], for: share, division: "", today: today)
      #expect(grid.counts.isEmpty != isTaken && grid.problems.map(\.cell) == (isTaken ? [] : [.day]))
    }
  }
}
