import Foundation
import SmartPick
import Tables
import Testing

@Suite struct `The command that ranks` {
  private static let profile = """
    {"applicant_type": "us_md_senior", "home_state": "OH", "step2_ck": {"score": 246, "attempts": 1},
     "specialties": [{"name": "Internal Medicine"}]}
    """

  private static func ranks(_ specialty: String = "Internal Medicine", _ count: Int = 12) -> String {
    let programs = PracticeCatalog.programs().filter { $0.specialty == specialty && $0.state == "OH" }.prefix(count)
    return "program,code\n" + programs.map { "\"\($0.name)\",\($0.code)\n" }.joined()
  }

  private func folder() throws -> Folder {
    try Folder([
      "me.json": Self.profile, "ranks.csv": Self.ranks(),
      "you.json": Self.profile.replacingOccurrences(of: "Internal Medicine", with: "Pediatrics"),
      "theirs.csv": Self.ranks("Pediatrics", 4),
    ])
  }

  private func table(_ text: String) throws -> Table { try Table(csv: Array(text.utf8), name: "out.csv") }

  @Test func `prints the columns of FORMATS in the order wanted, and says the rest beside`() throws {
    let folder = try folder()
    let run = try Housestaff(["rank", "me.json", "ranks.csv"], in: folder)
    #expect(run.status == 0 && run.out.hasPrefix("place,code,program,match_here,cumulative_match\n"))
    let (rows, given) = (try table(run.out), try table(Self.ranks()))
    #expect(rows.rowCount == given.rowCount && rows.rowCount > 8)
    var sum = 0.0
    for row in 1..<rows.rowCount {
      #expect(rows[row, 0] == "\(row)" && rows[row, 1] == given[row, 1] && rows[row, 2] == given[row, 0])
      sum += try #require(Double(rows[row, 3]))
      #expect(abs(sum - (try #require(Double(rows[row, 4])))) < 2e-5)
    }
    for words in ["to go unmatched", "One more interview", "never changes its place", "a match binds", "FICTION"] {
      #expect(run.err.contains(words), "\(words)")
    }
    #expect(try Housestaff(["rank", "me.json", "ranks.csv", "--seed", "2027"], in: folder).out == run.out)
    #expect(try Housestaff(["rank", "me.json", "ranks.csv", "--seed", "1"], in: folder).out != run.out)
  }

  @Test func `prints JSON whose numbers agree`() throws {
    let run = try Housestaff(["rank", "me.json", "ranks.csv", "--format", "json"], in: try folder())
    let object = try #require(try JSONSerialization.jsonObject(with: Data(run.out.utf8)) as? [String: Any])
    let places = try #require(object["places"] as? [[String: Any]])
    let match = try #require(object["match_probability"] as? Double)
    let unmatched = try #require(object["unmatched_probability"] as? Double)
    #expect(abs(match + unmatched - 1) < 1e-9)
    #expect(abs(places.compactMap { $0["match_here"] as? Double }.reduce(0, +) - match) < 1e-4)
    #expect((object["one_more_interview"] as? [[String: Any]])?.first?["specialty"] as? String == "Internal Medicine")
    #expect(object["length"] != nil && object["checks"] != nil && object["scenarios"] != nil)
  }

  @Test func `prints the entry sheet, which can be read back`() throws {
    let folder = try folder()
    let sheet = try Housestaff(["rank", "me.json", "ranks.csv", "--sheet"], in: folder)
    #expect(sheet.status == 0 && sheet.out.hasPrefix("rank,code,program\n1,FICTION-IM-"))
    #expect(sheet.err.contains("cannot be entered"))
    let print = try Housestaff(["rank", "me.json", "ranks.csv", "--sheet", "--format", "table"], in: folder)
    #expect(print.out.contains("fiction"))
    try folder.write(sheet.out, "again.csv")
    let again = try Housestaff(["rank", "me.json", "again.csv"], in: folder)
    #expect(again.out == (try Housestaff(["rank", "me.json", "ranks.csv"], in: folder).out))
  }

  @Test func `prints a couple's pairs, wherever the partner is named`() throws {
    let folder = try folder()
    let last = try Housestaff(
      ["rank", "me.json", "ranks.csv", "--partner", "you.json", "theirs.csv", "--max-miles", "30"], in: folder)
    #expect(last.status == 0)
    #expect(last.out.hasPrefix("place,code_a,program_a,code_b,program_b,match_here,cumulative_match\n"))
    let rows = try table(last.out)
    #expect(
      (1..<rows.rowCount).contains { rows[$0, 1].isEmpty } && (1..<rows.rowCount).contains { rows[$0, 3].isEmpty })
    #expect(last.err.contains("not proved") && last.err.contains("Together within 30 miles"))
    let first = try Housestaff(
      ["rank", "--partner", "you.json", "theirs.csv", "me.json", "ranks.csv", "--max-miles", "30"], in: folder)
    #expect(first.out == last.out)
    let sheet = try Housestaff(
      ["rank", "me.json", "ranks.csv", "--partner", "you.json", "theirs.csv", "--sheet"], in: folder)
    #expect(sheet.out.hasPrefix("rank,code_a,program_a,code_b,program_b\n") && sheet.out.contains("No match"))
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var arguments: [String]
    var status: Int32
    var says: [String]
    var testDescription: String { name }
  }

  @Test(arguments: [
    Case(name: "no files", arguments: [], status: 64, says: ["me.json ranks.csv"]),
    Case(name: "one file", arguments: ["me.json"], status: 64, says: ["Name a profile and a list"]),
    Case(
      name: "half a partner", arguments: ["me.json", "ranks.csv", "--partner", "you.json"], status: 64,
      says: ["--partner has 1 files"]),
    Case(
      name: "miles alone", arguments: ["me.json", "ranks.csv", "--max-miles", "5"], status: 64, says: ["for couples"]),
    Case(
      name: "miles below nothing",
      arguments: ["me.json", "ranks.csv", "--partner", "you.json", "theirs.csv", "--max-miles", "-5"], status: 64,
      says: ["0 or more"]),
    Case(name: "season", arguments: ["me.json", "ranks.csv", "--season", "1999"], status: 64, says: ["known seasons"]),
    Case(
      name: "both files missing", arguments: ["no.json", "no.csv"], status: 1,
      says: ["no file no.json", "no file no.csv", "2 problems in all"]),
    Case(
      name: "faults in every file",
      arguments: ["bad.json", "bad.csv", "--partner", "you.json", "bad2.csv"], status: 1,
      says: [
        "bad.json, line 1", "bad.csv, line 3", "stands on line 2", "bad.csv, line 4, column impression",
        "bad2.csv, line 2, column code", "4 problems in all",
      ]),
    Case(name: "JSON for ranks", arguments: ["me.json", "me.json"], status: 1, says: ["this is JSON"]),
  ])
  func `says what is wrong with its input`(test: Case) throws {
    let folder = try folder()
    try folder.write("{\"budget_us\": 5}", "bad.json")
    try folder.write("program,code,impression\nA,X1,3\nB,X1,4\nC,X2,8\n", "bad.csv")
    try folder.write("program,code\nA,FICTION-ZZ-0000\n", "bad2.csv")
    // Without a specialty in the profile the table must tell it.
    try folder.write("program,code,impression,specialty\nA,X1,3,IM\nB,X1,4,IM\nC,X2,8,IM\n", "bad.csv")
    let run = try Housestaff(["rank"] + test.arguments, in: folder)
    #expect(run.status == test.status && run.out.isEmpty)
    for words in test.says { #expect(run.err.contains(words), "\(words) in \(run.err)") }
  }
}
