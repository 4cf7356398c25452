import Foundation
import SmartPick
import Tables
import Testing

@Suite struct `The command line` {
  static let columns =
    "order,code,program,institution,city,state,specialty,tier,signal,interview,interview_low,interview_high,match,gain,cumulative_match,fee,cumulative_fee,fiction,why"
  static let profile = """
    {"applicant_type": "us_md_senior", "home_state": "OH", "step2_ck": {"score": 246, "attempts": 1},
     "specialties": [{"name": "Internal Medicine"}], "budget_usd": 220, "ambition": 0.2}
    """

  private func table(_ text: String) throws -> Table { try Table(csv: Array(text.utf8), name: "out.csv") }

  @Test func `lists the example from end to end, with the columns and keys of FORMATS`() throws {
    let folder = try Folder()
    let example = try Housestaff(["list", "--example"], in: folder)
    #expect(example.status == 0 && example.out == Profile.example + "\n" && example.err.isEmpty)
    try folder.write(example.out, "me.json")
    let csv = try Housestaff(["list", "me.json"], in: folder)
    #expect(csv.status == 0)
    #expect(csv.out.hasPrefix(Self.columns + "\n"), "a pipe is given CSV")
    let rows = try table(csv.out)
    #expect(rows.rowCount > 20)
    for row in 1..<rows.rowCount {
      #expect(rows[row, 0] == "\(row)" && rows.fieldCount(row) == 19 && rows[row, 17] == "yes")
      #expect(["reach", "target", "likely"].contains(rows[row, 7]))
      #expect(["gold", "silver", "signal", "none"].contains(rows[row, 8]))
      for column in 9...14 { #expect((0...1).contains(try #require(Double(rows[row, column])))) }
    }
    #expect(csv.err.contains("practice catalog") && csv.err.contains("Season 2027"))
    let json = try Housestaff(["list", "me.json", "--format", "json"], in: folder)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json.out.utf8)) as? [String: Any])
    let wanted: Set = [
      "programs", "match_probability", "match_low", "match_high", "unmatched_probability", "interviews_expected",
      "fees",
      "gap_bound", "curve", "requirements_not_met", "low_gain", "questions", "assumptions", "scenarios",
    ]
    #expect(wanted.subtracting(object.keys).isEmpty)
    #expect(
      Set(object.keys).subtracting(wanted).sorted() == [
        "ambition", "candidates", "curve_beyond", "interviews_high", "interviews_low", "notes", "outcomes", "plans",
        "season", "sensitivity", "value",
      ])
    let programs = try #require(object["programs"] as? [[String: Any]])
    #expect(programs.count == rows.rowCount - 1)
    #expect(Set(programs[0].keys).isSubset(of: Self.columns.split(separator: ",").map(String.init)))
    #expect(programs[0].count == 19)
    let assumption = try #require((object["assumptions"] as? [[String: Any]])?.first)
    #expect(
      Set(assumption.keys) == ["name", "value", "low", "high", "specialty", "season", "source", "note"])
    let point = try #require((object["curve"] as? [[String: Any]])?.last)
    #expect(Set(point.keys).isSuperset(of: ["applications", "fees", "match"]))
    let scenarios = try #require(object["scenarios"] as? [String: Any])
    #expect(Set(scenarios.keys) == ["search", "report", "seed"] && scenarios["seed"] as? Int == 2027)
    // Rows and headline are one value.
    let match = try #require(object["match_probability"] as? Double)
    let main = programs.filter { ($0["gain"] as? Double ?? 0) != 0 || ($0["match"] as? Double ?? 0) == 0 }
    #expect(isNear(try #require(programs.last?["cumulative_match"] as? Double), match))
    #expect(isNear(main.compactMap { $0["gain"] as? Double }.reduce(0, +), match, 1e-4))
    #expect(isNear(1 - match, try #require(object["unmatched_probability"] as? Double)))
    #expect(isNear(try #require(programs.last?["cumulative_fee"] as? Double), try #require(object["fees"] as? Double)))
    #expect(try #require(object["fees"] as? Double) <= 900)
    try golden(rows, "list-example.csv")
  }

  private func isNear(_ first: Double, _ second: Double, _ tolerance: Double = 1e-6) -> Bool {
    (first - second).magnitude <= tolerance
  }

  /// The first rows of the example's list, reviewed like code.
  ///
  /// `RECORD_GOLDEN=1 swift test` writes them anew.
  private func golden(_ rows: Table, _ name: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden").appending(path: name)
    let text = String(decoding: CSVWriter.write((0..<min(13, rows.rowCount)).map { rows[$0].values }), as: UTF8.self)
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" { try Data(text.utf8).write(to: file) }
    let golden = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    #expect(text == golden, "\(name) changed. If that is right, run again with RECORD_GOLDEN=1 and look at it.")
  }

  @Test func `gives the same bytes for the same seed, alone and side by side`() async throws {
    let folder = try Folder(["me.json": Self.profile, "p.csv": Self.catalog(80)])
    let arguments = ["list", "me.json", "--catalog", "p.csv", "--format", "json"]
    let url = folder.url
    let first = try Housestaff(arguments, in: folder).out
    async let second = Housestaff(arguments, in: url).out
    async let third = Housestaff(arguments, in: url).out
    let both = try await [second, third]
    #expect(both == [first, first])
    #expect(try Housestaff(arguments + ["--seed", "5"], in: folder).out != first)
  }

  /// Some programs of the practice catalog under codes of one's own.
  static func catalog(_ count: Int?, specialty: String? = "Internal Medicine") -> String {
    var programs = PracticeCatalog.programs()
    if let specialty { programs = programs.filter { $0.specialty == specialty && $0.track != .preliminary } }
    let fields = Program.Field.allCases.filter { $0 != .latitude && $0 != .longitude }
    let rows = programs.prefix(count ?? programs.count).enumerated().map { index, program in
      fields.map { $0 == .code ? "OWN-\(index)" : program[$0]?.description ?? "" }
    }
    return String(decoding: CSVWriter.write([fields.map(\.rawValue)] + rows), as: UTF8.self)
  }

  @Test func `takes a catalog of thousands of one's own`() throws {
    let folder = try Folder(["me.json": Self.profile, "all.csv": Self.catalog(nil, specialty: nil)])
    let run = try Housestaff(["list", "me.json", "--catalog", "all.csv"], in: folder)
    #expect(run.status == 0, "\(run.err)")
    let rows = try table(run.out)
    #expect(rows.rowCount > 5)
    for row in 1..<rows.rowCount { #expect(rows[row, 1].hasPrefix("OWN-") && rows[row, 17] == "no") }
    #expect(!run.err.contains("practice catalog"))
  }

  @Test func `plans, explains and prints its assumptions in three formats`() throws {
    let folder = try Folder(["me.json": Self.profile, "p.csv": Self.catalog(30)])
    for format in ["table", "csv", "json"] {
      let plan = try Housestaff(["list", "me.json", "--plan", "--format", format], in: folder)
      #expect(plan.status == 0 && plan.out.contains("likely") && !plan.out.contains("FICTION-"), "\(plan.err)")
      let explain = try Housestaff(
        ["list", "me.json", "--catalog", "p.csv", "--explain", "OWN-3", "--format", format], in: folder)
      #expect(explain.status == 0 && explain.out.contains("Step 2 CK 246"), "\(explain.err)")
      let all = try Housestaff(["list", "me.json", "--assumptions", "--format", format], in: folder)
      #expect(all.status == 0 && all.out.contains("home_state") && all.out.contains("anchor_match_rate"))
      let list = try Housestaff(["list", "me.json", "--catalog", "p.csv", "--format", format], in: folder)
      #expect(list.status == 0 && list.out.contains(format == "table" ? "Chance to match" : "OWN-"))
    }
    #expect(
      try Housestaff(["list", "me.json", "--plan"], in: folder).out.hasPrefix(
        "specialty,tier,where,applications,signals,interview\n"))
    #expect(
      try Housestaff(["list", "--assumptions"], in: folder).out.hasPrefix(
        "name,value,low,high,specialty,season,source,note\n"))
  }

  @Test func `takes its assumptions back, edited or not`() throws {
    let folder = try Folder(["me.json": Self.profile, "p.csv": Self.catalog(30)])
    let base = ["list", "me.json", "--catalog", "p.csv"]
    let plain = try Housestaff(base, in: folder).out
    for format in ["csv", "json"] {
      let printed = try Housestaff(["list", "me.json", "--assumptions", "--format", format], in: folder).out
      try folder.write(printed, "mine.\(format)")
      #expect(try Housestaff(base + ["--effects", "mine.\(format)"], in: folder).out == plain)
    }
    try folder.write("name,value\nbaseline_success,2\n", "edited.csv")
    let edited = try Housestaff(base + ["--effects", "edited.csv"], in: folder)
    #expect(edited.status == 0 && edited.out != plain)
  }

  @Test func `limits what its options limit`() throws {
    let folder = try Folder(["me.json": Self.profile, "p.csv": Self.catalog(60)])
    func rows(_ options: String...) throws -> Table {
      let run = try Housestaff(["list", "me.json", "--catalog", "p.csv"] + options, in: folder)
      #expect(run.status == 0, "\(run.err)")
      return try table(run.out)
    }
    #expect(try rows("--limit", "4").rowCount >= 5)
    let cheap = try rows("--budget", "44")
    #expect(try #require(Double(cheap[cheap.rowCount - 1, 16])) <= 44)
    #expect(try rows("--ambition", "1", "--season", "2026").rowCount > 1)
    #expect(try rows("--limit", "0").rowCount == 1)
  }

  @Test func `prints the columns of a catalog in the order of FORMATS`() throws {
    let run = try Housestaff(["catalog", "columns"], in: Folder())
    let rows = try table(run.out)
    let names = (1..<rows.rowCount).map { rows[$0, 0] }
    #expect(
      names == [
        "code", "program", "institution", "city", "state", "specialty", "setting", "positions", "applications",
        "interviews", "step2_low", "step2_median", "step2_high", "comlex", "visa", "max_years_since_graduation",
        "max_attempts", "usce_months", "percent_md", "percent_do", "percent_us_img", "percent_non_us_img",
        "in_state_percent", "signals", "salary", "features", "website", "latitude", "longitude",
      ])
  }

  /// Kapur and Hong's example, as published.
  @Test func `solves the published portfolio`() throws {
    let odds = "program,probability,utility\n1,0.2,1\n2,0.5,4\n3,0.1,9\n4,0.6,1\n5,0.1,8\n"
    let folder = try Folder(["odds.csv": odds])
    let run = try Housestaff(["portfolio", "odds.csv", "--exact"], in: folder)
    #expect(run.status == 0 && run.err.contains("Independence is assumed"))
    let rows = try table(run.out)
    #expect(rows[0].values == ["order", "program", "value", "gain", "cost"])
    #expect((1...5).map { rows[$0, 1] } == ["2", "3", "5", "4", "1"])
    #expect((1...5).map { rows[$0, 2] } == ["2", "2.7", "3.24", "3.483", "3.5154"])
    let two = try table(try Housestaff(["portfolio", "odds.csv", "--limit", "2"], in: folder).out)
    #expect(two.rowCount == 3 && two[2, 2] == "2.7")
  }

  @Test func `explains itself`() throws {
    let folder = try Folder()
    for arguments in [["--help"], ["list", "--help"], ["catalog", "--help"], ["portfolio", "--help"]] {
      let run = try Housestaff(arguments, in: folder)
      #expect(run.status == 0 && run.out.contains("USAGE"))
    }
  }
}
