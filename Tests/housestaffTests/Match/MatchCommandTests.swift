import Foundation
import Tables
import Testing

@Suite struct `The match command` {
  private static let columns = ["applicant", "program", "rank", "supplemental_program", "supplemental_rank"]

  private func json(_ run: Housestaff) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(run.out.utf8)) as? [String: Any])
  }

  /// Who is where, by the CSV.
  private func places(_ run: Housestaff) throws -> [String: String] {
    let table = try Table(csv: Array(run.out.utf8), name: "out")
    #expect(table[0].values == Self.columns)
    var places: [String: String] = [:]
    for row in (1..<table.rowCount).map({ table[$0] }) where !row[1].isEmpty {
      places[row[0]] = row[3].isEmpty ? row[1] : row[1] + "+" + row[3]
      #expect(!row[2].isEmpty && row[3].isEmpty == row[4].isEmpty)
    }
    return places
  }

  @Test(arguments: WrittenMarket.published + WrittenMarket.byHand)
  func `gives the matching that is known to be right`(market: WrittenMarket) throws {
    let run = try Housestaff(["match", "."], in: Folder(market.files))
    #expect(run.status == 0, "\(run.err)")
    let known = market.result.split(separator: ",").map { WrittenMarket.cut(String($0), " ") }
    #expect(try places(run) == Dictionary(uniqueKeysWithValues: known))
    #expect(run.err.contains("; stable"))
  }

  @Test(arguments: 1...6)
  func `gives the matching that a search of all matchings gives`(seed: Int) throws {
    let market = SmallMarket(seed: UInt64(seed))
    let run = try Housestaff(["match", "."], in: Folder(market.written.files))
    let best = market.applicantOptimal
    #expect(!best.isEmpty)
    #expect(try places(run) == best)
  }

  @Test func `says so when a couple leaves no stable matching`() throws {
    // Roth 1984 showed that couples can leave none: here, whoever is placed, someone would rather be elsewhere.
    let market = WrittenMarket(
      source: "", programs: ["x 1: c1 s", "y 1: s c2"], applicants: ["s: x y"], couples: ["c1 c2: x+y"])
    let folder = try Folder(market.files)
    let run = try Housestaff(["match", ".", "--format", "json"], in: folder)
    #expect(run.status == 0)
    let result = try json(run)
    #expect(result["stable"] as? Bool == false)
    let pairs = try #require(result["blocking_pairs"] as? [[String: Any]])
    #expect(!pairs.isEmpty)
    for pair in pairs {
      #expect(Set(pair.keys).isSuperset(of: ["applicants", "programs", "rank", "sentence"]))
      #expect((pair["sentence"] as? String)?.contains("would take them") == true)
    }
    let statistics = try #require(result["statistics"] as? [String: Any])
    #expect(statistics["looping"] as? [String] == ["c1 and c2"])
    #expect(statistics["orders"] as? Int ?? 0 > 1)
    for format in ["table", "csv"] {
      let run = try Housestaff(["match", ".", "--format", format], in: folder)
      let said = format == "table" ? run.out : run.err
      #expect(said.contains("not stable: 1 blocking pair.") && said.contains("Blocking: "))
      #expect(said.contains("No stable matching was found") && said.contains("c1 and c2"))
    }
  }

  @Test func `writes the keys and columns that are promised`() throws {
    let folder = try Folder(WrittenMarket.nrmp.files)
    let csv = try Housestaff(["match", "."], in: folder)
    #expect(
      csv.out == """
        applicant,program,rank,supplemental_program,supplemental_rank
        Arthur,City,1,,
        Sunny,Mercy,2,,
        Joseph,General,2,,
        Latha,General,3,,
        Darrius,City,1,,

        """)
    let result = try json(Housestaff(["match", ".", "--format", "json"], in: folder))
    #expect(Set(result.keys) == ["matches", "unfilled", "stable", "blocking_pairs", "statistics"])
    let matches = try #require(result["matches"] as? [[String: Any]])
    for match in matches {
      #expect(Set(match.keys) == Set(Self.columns) && match["supplemental_program"] is NSNull)
    }
    let open = try #require(result["unfilled"] as? [[String: Any]])
    #expect(open.map { $0["program"] as? String } == ["Mercy"] && open.map { $0["positions"] as? Int } == [1])
    let statistics = try #require(result["statistics"] as? [String: Any])
    for (key, value) in ["applicants": 5, "couples": 0, "positions": 6, "filled": 5, "proposals": 8, "rejections": 3] {
      #expect(statistics[key] as? Int == value, "\(key)")
    }
    #expect(statistics["share_by_choice"] as? [Double] == [0.4, 0.4, 0.2])
    #expect(statistics["dropped"] as? [String: Int] == ["applicants": 2, "programs": 1])
  }

  @Test func `writes null where an applicant is unmatched`() throws {
    let market = WrittenMarket(source: "", programs: ["x 1: a b"], applicants: ["a: x", "b: x"])
    let folder = try Folder(market.files)
    #expect(try Housestaff(["match", "."], in: folder).out.hasSuffix("a,x,1,,\nb,,,,\n"))
    let result = try json(Housestaff(["match", ".", "--format", "json"], in: folder))
    let last = try #require((result["matches"] as? [[String: Any]])?.last)
    #expect(last["program"] is NSNull && last["rank"] is NSNull)
  }

  @Test func `says why this place and not a higher one`() throws {
    let folder = try Folder(WrittenMarket.nrmp.files)
    let text = try Housestaff(["match", ".", "--explain", "Latha", "--format", "table"], in: folder).out
    #expect(text.contains("1. Mercy did not rank this applicant."))
    #expect(text.contains("2. City filled its 2 positions with applicants that it ranked higher."))
    #expect(text.contains("3. General is the match."))
    let csv = try Housestaff(["match", ".", "--explain", "Latha"], in: folder).out
    #expect(csv.hasPrefix("list,rank,program,partner_program,reason,sentence\nprimary,1,Mercy,,not_ranked,"))
    let result = try json(Housestaff(["match", ".", "--explain", "Latha", "--format", "json"], in: folder))
    #expect(Set(result.keys).isSuperset(of: ["applicant", "summary", "lines"]))
    let nobody = try Housestaff(["match", ".", "--explain", "Nobody"], in: folder)
    #expect(nobody.status == 1 && nobody.err.contains("\"Nobody\""))
  }

  @Test func `reads a spreadsheet's ways of writing`() throws {
    var files = WrittenMarket.nrmp.files
    files["programs.csv"] = "\u{FEFF}Quota;Notes;PROGRAM\r\n2;old;Mercy\r\n2;;City\r\n\r\n2;;\"General\"\r\n"
    files["applicants.csv"] = files["applicants.csv"]?.replacing("Arthur", with: "\"Arthur, \"\"Art\"\" Senior\"")
    files["rankings.csv"] = files["rankings.csv"]?.replacing("Arthur", with: "\"Arthur, \"\"Art\"\" Senior\"")
      .replacing("Sunny", with: " Sunny ").replacing(",1,", with: ", 1 ,")
    let run = try Housestaff(["match", ".", "--seed", "9"], in: Folder(files))
    #expect(run.status == 0 && run.out.contains("\"Arthur, \"\"Art\"\" Senior\",City,1,,\n"), "\(run.err)")
    #expect(run.out.contains("Sunny,Mercy,2,,\n"))
    #expect(run.err.contains("programs.csv, line 1, column Notes"))
  }

  @Test func `gives the same bytes for the same seed`() throws {
    let market = WrittenMarket(
      source: "", programs: ["x 1: c1 s", "y 1: s c2", "z 1: s c1"], applicants: ["s: x y z"],
      couples: ["c1 c2: x+y z+y"])
    let folder = try Folder(market.files)
    let runs = try ["1", "1", "77"].map {
      try Housestaff(["match", ".", "--format", "json", "--seed", $0], in: folder)
    }
    #expect(runs[0].out == runs[1].out && runs.allSatisfy { $0.status == 0 })
  }
}

@Suite struct `The worked example of the match` {
  @Test func `is what the guide shows`() throws {
    let docs = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../docs").standardized
    let guide = String(decoding: try Data(contentsOf: docs.appending(path: "command-line.md")), as: UTF8.self)
    let market = docs.appending(path: "examples/market").path
    let folder = try Folder()
    for options in [[], ["--explain", "Latha"]] {
      let run = try Housestaff(["match", market, "--format", "table"] + options, in: folder)
      #expect(run.status == 0 && guide.contains("```\n\(run.out)```"), "\(run.out)")
    }
  }
}
