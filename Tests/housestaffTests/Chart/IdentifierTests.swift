import Foundation
import Testing

@Suite struct `A column that may identify patients` {
  private static let rows = """
    date,MRN,patient name,e-mail,born,value
    2026-01-01,A1001,"Doe, Ann",ann@example.com,1950-02-03,4
    2026-01-02,A1002,"Roe, Bob",bob@example.com,1961-05-06,5

    """

  @Test func `stops the import with every such column named`() throws {
    let folder = try Folder()
    try folder.write(Self.rows, "people.csv")
    let run = try folder.chart("people.csv", "--svg", "people.svg")
    #expect(run.status == 1)
    #expect(run.out.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: folder.url.appendingPathComponent("people.svg").path))
    #expect(
      run.err == """
        people.csv, line 1, column MRN: it may identify patients (record number): its name is "MRN"; expected no \
        identifiers; go on without it: --drop "MRN".
        people.csv, line 1, column patient name: it may identify patients (name): its name is "patient name"; expected \
        no identifiers; go on without it: --drop "patient name".
        people.csv, line 1, column e-mail: it may identify patients (e-mail address): its name is "e-mail"; expected no \
        identifiers; go on without it: --drop "e-mail".
        people.csv, line 1, column born: it may identify patients (exact date): 2 of 2 values look like exact dates; \
        expected one date column, the axis; go on without it: --drop "born".
        4 problems in all.

        """)
  }

  @Test func `is left out with --drop, and none of it is printed`() throws {
    let folder = try Folder()
    try folder.write(Self.rows, "people.csv")
    let run = try folder.chart(
      "people.csv", "--drop", "mrn", "--drop", "Patient Name", "--drop", "email", "--drop", "born", "--svg", "a.svg")
    #expect(run.status == 0, "\(run.err)")
    let everything = run.out + run.err + (try folder.text("a.svg"))
    for secret in ["A1001", "Doe", "Ann", "ann@", "1950"] { #expect(!everything.contains(secret), "\(secret)") }
  }

  @Test func `may be the axis when it is one event date`() throws {
    let folder = try Folder()
    try folder.write("discharge date,value\n2026-01-01,4\n2026-01-02,5\n", "one.csv")
    #expect(try folder.chart("one.csv").status == 0)
    try folder.write("date of birth,value\n1950-01-01,4\n1951-01-02,5\n", "birth.csv")
    let run = try folder.chart("birth.csv", "--date", "date of birth")
    #expect(run.status == 1)
    #expect(run.err.contains("column date of birth: it may identify patients (birth date)"))
  }

  @Test func `may hold long numbers when a person names it as the value`() throws {
    let folder = try Folder()
    let rows = (1...12).map { "2026-01-\($0 < 10 ? "0" : "")\($0),\(1_250_000 + $0 * 977)\n" }.joined()
    try folder.write("date,dollars\n" + rows, "cost.csv")
    #expect(try folder.chart("cost.csv").status == 1)
    #expect(try folder.chart("cost.csv", "--value", "dollars").status == 0)
  }
}
