import Improvement
import ProcessControl
import Tables
import Testing

private let share = ProjectMeasure(
  project: ProjectID(rawValue: "p"), name: "Late", role: .outcome, kind: .proportion, numerator: "late",
  denominator: "discharges")

private func faults(_ text: String) throws -> [String] {
  let paste = try CountPaste(text, for: share)
  let grid = CountGrid(paste.lines, for: share, division: "", today: Day(iso: "2026-09-21"))
  return paste.faults(with: grid.problems, from: 0).groups.map(\.sentence)
}

@Suite struct `A paste` {
  @Test func `says its faults by kind, with the lines of the paste`() throws {
    let text =
      "Week\tLate\tTotal\n2026-01-05\t3\t10\nsoon\t1\t2\n\nlater\t1\t2\n2026-01-12\tx\t10\n2026-01-19\t11\t10\n"
      + "2026-09-28\t1\t10\n2026-01-06\t2\t10\n"
    #expect(
      try faults(text) == [
        "2 dates could not be read: lines 3 and 5, as \u{201C}soon\u{201D}, \u{201C}later\u{201D}; expected 2026-03-05 or "
          + "3/5/2026.",
        "1 cell holds no number: line 6, as \u{201C}x\u{201D}; expected a number, as 12 or 1,250.",
        "1 number is more than what it is of: line 7, as \u{201C}11\u{201D}; expected at most the number it is of.",
        "1 line is of a week that has not begun: line 8, as \u{201C}2026-09-28\u{201D}; today is 2026-09-21: bring them "
          + "when they have begun.",
        "1 line repeats a week and group: line 9, as \u{201C}2026-01-06\u{201D}; keep one line for each, or say in which "
          + "group each is.",
      ])
  }

  @Test func `names no fault that hangs on the order of month and day before that is known`() throws {
    #expect(try faults("5/1/2026\t3\t10\n1/5/2026\tx\t10\n12/11/2026\t1\t2\n11/12/2026\t1\t2\n").count == 1)
  }

  @Test func `passes over lines without a number, and never removes a count by them`() throws {
    let paste = try CountPaste("2026-01-05\t3\t10\n2026-01-12\t\t\n2072-01-05\t\t\n", for: share)
    let grid = CountGrid(paste.lines, for: share, division: "")
    #expect(paste.empty == 2 && grid.counts.count == 1 && grid.removals.isEmpty && paste.faults.isEmpty)
  }

  @Test func `is read day first where its dates say so`() throws {
    let paste = try CountPaste("5/1/2026\t3\t10\n19/1/2026\t4\t10\n", for: share)
    #expect(paste.lines.map(\.day) == ["2026-01-05", "2026-01-19"])
    #expect(
      paste.days?.sentence == "5/1/2026 was read as January 5, 2026: day first, because line 2 has 19/1/2026.")
    #expect(try CountPaste("3/5/2026\t3\t10\n", for: share, order: .dayFirst).lines.map(\.day) == ["2026-05-03"])
  }

  @Test func `goes on without columns that may identify people, with names above them or without`() throws {
    for head in ["date\tlate\tdischarges\tpatient\n", ""] {
      let text = head + "2026-01-05\t1\t1\t\"Vane, Ellery\"\n2026-01-12\t0\t1\t\"Quill, Jo\"\n"
      let paste = try CountPaste(text, for: share)
      #expect(paste.suspects.count == 1 && paste.needed.isEmpty, "\(head)")
      #expect(paste.lines.map(\.group) == ["", ""] && paste.lines.map(\.numerator) == ["1", "0"])
    }
  }

  @Test func `does not go on where such a column stands for the days or numbers`() throws {
    let paste = try CountPaste("birth date\tlate\tdischarges\n1961-04-05\t1\t1\n", for: share)
    let named = try CountPaste("MRN\tlate\tdischarges\n7001234\t1\t1\n", for: share)
    for paste in [paste, named] { #expect(paste.needed.count == 1 && paste.lines.isEmpty) }
  }

  @Test func `takes the name above its groups for what they are`() throws {
    #expect(
      try CountPaste("date\tlate\tdischarges\tLanguage\n2026-01-05\t1\t2\tA\n", for: share).division == "language")
    #expect(try CountPaste("date\tlate\tdischarges\tGroup\n2026-01-05\t1\t2\tA\n", for: share).division.isEmpty)
    #expect(try CountPaste("2026-01-05\t1\t2\tA\n", for: share).division.isEmpty)
  }
}
