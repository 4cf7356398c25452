import Foundation
import SmartPick
import Testing

/// Exit status and message of everything that can be wrong: 1 the input, 64 the command line, never a crash.
@Suite struct `A broken input` {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var arguments: [String]
    var files: [String: String] = [:]
    var status: Int32 = 1
    /// What the message must hold.
    var says: [String]
    var testDescription: String { name }
  }

  static let header = "program,specialty,positions,step2_median,visa\n"
  static let medicine = "{\"specialties\": [{\"name\": \"Internal Medicine\"}]}"

  static let profiles = [
    Case(name: "missing file", arguments: ["list", "me.json"], says: ["no file me.json", "check the name"]),
    Case(name: "folder", arguments: ["list", "."], says: ["is a folder", "name a file in it"]),
    Case(
      name: "empty", arguments: ["list", "a.json"], files: ["a.json": ""], says: ["a.json", "line 1", "--example"]),
    Case(
      name: "cut in the middle", arguments: ["list", "a.json"],
      files: ["a.json": String(Profile.example.prefix(400))], says: ["a.json", "line", "cut off"]),
    Case(name: "CSV as profile", arguments: ["list", "a.csv"], files: ["a.csv": header], says: ["a JSON object"]),
    Case(name: "null", arguments: ["list", "a.json"], files: ["a.json": "null"], says: ["an object in { }"]),
    Case(
      name: "Step 2 of 999", arguments: ["list", "a.json"], files: ["a.json": "{\n\"step2_ck\": {\"score\": 999}}"],
      says: ["a.json, line 2, column score, character 23", "\"999\"", "1 to 300"]),
    Case(
      name: "text in a number", arguments: ["list", "a.json"], files: ["a.json": "{\"graduation_year\": \"soon\"}"],
      says: ["graduation_year", "\"soon\"", "without quotes"]),
    Case(
      name: "unknown key", arguments: ["list", "a.json"], files: ["a.json": "{\"budget_us\": 5}"],
      says: ["budget_us", "Did you mean \"budget_usd\"".lowercased()]),
    Case(
      name: "budget of -1 in the profile", arguments: ["list", "a.json"], files: ["a.json": "{\"budget_usd\": -1}"],
      says: ["budget_usd", "\"-1\"", "0 to 1000000"]),
    Case(
      name: "several problems", arguments: ["list", "a.json"],
      files: ["a.json": "{\"budget_usd\": -1,\n\"ambition\": 3,\n\"x\": 1}"],
      says: ["line 1", "line 2", "line 3", "3 problems in all"]),
    Case(name: "no specialty", arguments: ["list", "a.json"], files: ["a.json": "{}"], says: ["names no specialty"]),
    Case(
      name: "unknown specialty", arguments: ["list", "a.json"],
      files: ["a.json": "{\"specialties\": [{\"name\": \"Cosmic Medicine\"}]}"],
      says: ["no program in Cosmic Medicine", "Correct the specialty"]),
    Case(
      name: "specialty of another calendar", arguments: ["list", "a.json"],
      files: ["a.json": "{\"specialties\": [{\"name\": \"Ophthalmology\"}]}"], says: ["SF Match"]),
    Case(
      name: "too little money", arguments: ["list", "a.json", "--budget", "5"], files: ["a.json": medicine],
      says: ["A budget of $5 buys no application"]),
    Case(
      name: "unknown code to explain", arguments: ["list", "a.json", "--explain", "NOPE", "--catalog", "p.csv"],
      files: ["a.json": medicine, "p.csv": header + "A,Internal Medicine,5,240,both\n"], says: ["NOPE"]),
  ]

  static let catalogs = [
    Case(name: "missing catalog", arguments: ["list", "a.json", "--catalog", "p.csv"], says: ["no file p.csv"]),
    Case(
      name: "empty catalog", arguments: ["list", "a.json", "--catalog", "p.csv"], files: ["p.csv": ""],
      says: ["p.csv", "has no rows"]),
    Case(
      name: "JSON as catalog", arguments: ["list", "a.json", "--catalog", "a.json"],
      says: ["this is JSON", "spreadsheet"]),
    Case(
      name: "no such columns", arguments: ["list", "a.json", "--catalog", "p.csv"], files: ["p.csv": "a,b\n1,2\n"],
      says: ["column program", "column specialty"]),
    Case(
      name: "noise", arguments: ["list", "a.json", "--catalog", "p.csv"],
      files: ["p.csv": "\u{0}\u{1}\u{2}PNG\u{3}"], says: ["p.csv"]),
    Case(
      name: "check of a wrong value", arguments: ["catalog", "check", "p.csv"],
      files: ["p.csv": header + "A,Internal Medicine,many,240,maybe\nB,Internal Medicine,5,999,both\n"],
      says: ["line 2", "positions", "\"many\"", "visa", "\"maybe\"", "line 3", "\"999\""]),
    Case(
      name: "check of a code that stands twice", arguments: ["catalog", "check", "p.csv"],
      files: ["p.csv": "code,program,specialty\nX1,A,Internal Medicine\nX1,B,Internal Medicine\n"],
      says: ["line 3", "X1"]),
    Case(name: "check of a folder", arguments: ["catalog", "check", "."], says: ["is a folder"]),
  ]

  static let others = [
    Case(
      name: "effects with an unknown name", arguments: ["list", "a.json", "--effects", "e.csv"],
      files: ["e.csv": "name,value\nsignall,3\nsignal,much\n"], says: ["line 2", "signall", "line 3", "much"]),
    Case(
      name: "effects that are missing", arguments: ["list", "a.json", "--effects", "e.csv"], says: ["no file e.csv"]),
    Case(
      name: "effects and profile at once", arguments: ["list", "b.json", "--effects", "e.csv"],
      files: ["b.json": "{\"ambition\": 7}", "e.csv": "name,value\nsignal,-3\n"],
      says: ["b.json", "e.csv", "2 problems in all"]),
    Case(
      name: "odds above one", arguments: ["portfolio", "o.csv"],
      files: ["o.csv": "program,probability,utility\nA,1.2,1\nB,0.5,x\nC,-0.1,1\n"],
      says: ["o.csv, line 2, column probability", "\"1.2\"", "line 3, column utility", "line 4", "3 problems"]),
    Case(
      name: "odds without rows", arguments: ["portfolio", "o.csv"], files: ["o.csv": "program,probability,utility\n"],
      says: ["no rows"]),
    Case(
      name: "odds without a column", arguments: ["portfolio", "o.csv"], files: ["o.csv": "program,utility\nA,1\n"],
      says: ["probability"]),
    Case(name: "nothing named", arguments: ["list"], status: 64, says: ["--example"]),
    Case(name: "budget", arguments: ["list", "a.json", "--budget", "-1"], status: 64, says: ["--budget is -1"]),
    Case(name: "budget, joined", arguments: ["list", "a.json", "--budget=-1"], status: 64, says: ["--budget is -1"]),
    Case(
      name: "budget, not a number", arguments: ["list", "a.json", "--budget", "nan"], status: 64, says: ["--budget"]),
    Case(name: "limit", arguments: ["list", "a.json", "--limit", "-2"], status: 64, says: ["--limit is -2"]),
    Case(
      name: "season", arguments: ["list", "a.json", "--season", "1999"], status: 64, says: ["1999", "2026 and 2027"]),
    Case(
      name: "ambition", arguments: ["list", "a.json", "--ambition", "2"], status: 64, says: ["--ambition", "0 to 1"]),
    Case(
      name: "format", arguments: ["list", "a.json", "--format", "xml"], status: 64, says: ["table", "csv", "json"]),
    Case(name: "seed", arguments: ["list", "a.json", "--seed", "x"], status: 64, says: ["--seed"]),
    Case(name: "unknown option", arguments: ["list", "a.json", "--fast"], status: 64, says: ["--fast"]),
    Case(name: "unknown command", arguments: ["lisst"], status: 64, says: ["lisst"]),
    Case(
      name: "a rehearsal that others reach", arguments: ["serve", "--rehearsal-day-file", "day", "--share"], status: 64,
      says: ["this computer alone"]),
    Case(
      name: "a rehearsal without a day", arguments: ["serve", "--data", "kept", "--rehearsal-day-file", "day"],
      says: ["holds no day", "2026-03-02"]),
    Case(name: "budget of a portfolio", arguments: ["portfolio", "o.csv", "--budget", "-1"], status: 64, says: ["-1"]),
  ]

  @Test(arguments: profiles + catalogs + others)
  func `ends with its status and says where, what and what to do`(broken: Case) throws {
    let folder = try Folder(["a.json": Self.medicine].merging(broken.files) { $1 })
    if broken.name == "missing file" { try? FileManager.default.removeItem(at: folder.url.appending(path: "me.json")) }
    let run = try Housestaff(broken.arguments, in: folder)
    #expect(run.status == broken.status, "\(run.err)")
    #expect(run.out.isEmpty || broken.arguments[0] == "catalog", "results alone go to standard output")
    for words in broken.says { #expect(run.err.contains(words), "\(words) in: \(run.err)") }
    #expect(!run.err.contains("Fatal error") && !run.err.contains("Something went wrong in Housestaff"))
  }

  @Test func `of 300 MB is refused at once`() throws {
    let folder = try Folder(["a.json": Self.medicine])
    let noise = folder.url.appending(path: "noise.csv")
    FileManager.default.createFile(atPath: noise.path, contents: nil)
    let handle = try FileHandle(forWritingTo: noise)
    // Sparse: the size is what counts.
    try handle.truncate(atOffset: 300 << 20)
    try handle.close()
    for arguments in [
      ["list", "noise.csv"], ["list", "a.json", "--catalog", "noise.csv"], ["catalog", "check", "noise.csv"],
      ["portfolio", "noise.csv"], ["list", "a.json", "--effects", "noise.csv"],
    ] {
      let run = try Housestaff(arguments, in: folder)
      #expect(run.status == 1 && run.out.isEmpty)
      #expect(run.err.contains("300 MB") && run.err.contains("at most"), "\(run.err)")
    }
  }

  @Test func `without end is refused too`() throws {
    let folder = try Folder()
    let run = try Housestaff(["list", "/dev/zero"], in: folder)
    #expect(run.status == 1 && run.err.contains("does not end"), "\(run.err)")
  }
}
