import Foundation
import Testing

/// A market in files that is broken in one way, and what must be said of it.
struct BrokenMarket: Sendable, CustomTestStringConvertible {
  var testDescription: String
  /// Files in place of the sound ones; an empty text is an empty file.
  var files: [String: String]
  var without: String?
  var says: [String]

  /// A sound market; in each of its files the first free line is 5.
  static let sound = [
    "programs.csv": "program,quota,reverts_to,reverts_max\nCity,2,,\nMercy,1,,\nPrelim,1,,\n",
    "applicants.csv": "applicant,rank,program\nArthur,1,City\nArthur,2,Mercy\nSunny,1,Mercy\n",
    "rankings.csv": "program,rank,applicant\nCity,1,Arthur\nMercy,1,Arthur\nMercy,2,Sunny\n",
    "couples.csv":
      "couple,rank,applicant_a,program_a,applicant_b,program_b\nc,1,Ada,City,Ben,Mercy\nc,2,Ada,City,Ben,\nd,1,Eve,Mercy,Fay,\n",
    "supplemental.csv":
      "applicant,advanced_program,rank,program\nArthur,City,1,Prelim\nSunny,Mercy,1,Prelim\nSunny,Mercy,2,City\n",
  ]

  /// A case in two lines: its name, the file and the rows added to it (⏎ between two of them), all the rest of the market
  /// being sound; then what is said of the first of these rows, line 5 of the file.
  private static let table = """
    a rank twice | applicants | Sunny,1,City
      column rank: this list has the rank in line 4 already
    a gap in the ranks | applicants | Sunny,3,City
      column rank: rank 2 of this list is missing
    a rank of zero | applicants | Nora,0,City
      column rank: found "0"; expected a rank from 1 up
    text in a rank | applicants | Sunny,second,City
      column rank: found "second"; expected a whole number
    an empty rank | rankings | Mercy,,Nora
      column rank: found ""; expected a whole number
    a rank of 40 digits | applicants | Sunny,9999999999999999999999999999999999999999,City
      column rank: found "9999
    an unknown program | applicants | Sunny,2,Ctiy
      column program: found "Ctiy"; expected a program of programs.csv
    a program listed twice | applicants | Sunny,2,Mercy
      column program: it is on this list already, in line 4
    a nameless applicant | applicants | ,1,City
      column applicant: found ""; expected a name; fill it in
    a program twice | programs | City,3,,
      column program: the program is in line 2 already
    a quota of -1 | programs | State,-1,,
      column quota: found "-1"; expected a whole number from 0 up
    half a position | programs | State,1.5,,
      column quota: found "1.5"; expected a whole number
    a reversion to an unknown program | programs | State,1,Nowhere,
      column reverts_to: found "Nowhere"
    a reversion to itself | programs | State,1,State,
      column reverts_to: a program cannot receive its own
    reversions in a circle | programs | State,1,County, ⏎ County,1,State,
      column reverts_to: unfilled positions would go round for ever: State to County to State
    a limit without a receiver | programs | State,1,,2
      column reverts_max: a limit, but reverts_to is empty
    a limit of -2 | programs | State,1,City,-2
      column reverts_max: found "-2"
    a ranking by an unknown program | rankings | Nowhere,1,Sunny
      column program: found "Nowhere"
    an applicant ranked twice | rankings | Mercy,3,Sunny
      column applicant: it is on this list already, in line 4
    a couple listing itself | couples | e,1,Guy,City,Guy,Mercy
      column applicant_b: both partners are the same
    an applicant in two couples | couples | e,1,Ada,City,Hal,Mercy
      column applicant_a: the applicant is in couple "c" already
    a pair of nothing | couples | d,2,Eve,,Fay,
      column program_a: both programs are empty
    other partners in a later row | couples | d,2,Eve,City,Ada,
      column applicant_b: not the partner named in line 4
    a couple's program that is none | couples | d,2,Eve,Nowhere,Fay,
      column program_a: found "Nowhere"
    the supplemental list of a program not on the primary list | supplemental | Sunny,City,1,Prelim
      column advanced_program: the program is not on this applicant's list
    a supplemental list of nobody | supplemental | Nora,City,1,Prelim
      column applicant: found "Nora"; expected an applicant with a list
    an advanced program on its own list | supplemental | Sunny,Mercy,3,Mercy
      column program: this is the advanced program itself
    a couple's supplemental list | supplemental | Ada,City,1,Prelim
      column applicant: this applicant ranks pairs in couples.csv, as a member of couple "c"
    """

  /// Markets that are broken by rows added to one file.
  static let rows: [BrokenMarket] = {
    let lines = table.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    return stride(from: 0, to: lines.count, by: 2).map { index in
      let parts = lines[index].components(separatedBy: " | ")
      let file = parts[1] + ".csv"
      let rows = parts[2].replacingOccurrences(of: " \u{23CE} ", with: "\n")
      return BrokenMarket(
        testDescription: parts[0], files: [file: (sound[file] ?? "") + rows + "\n"],
        says: ["\(file), line 5, \(lines[index + 1])"])
    }
  }()

  private static func file(_ name: String, _ file: String, _ text: String, says: [String]) -> BrokenMarket {
    BrokenMarket(testDescription: name, files: [file + ".csv": text], says: says)
  }

  static let wholes: [BrokenMarket] = [
    file(
      "a missing column", "applicants", "applicant,place,program\nArthur,1,City\n",
      says: ["applicants.csv, line 1, column rank: there is no such column"]),
    file(
      "no row of names", "programs", "City,2\nMercy,1\n",
      says: ["programs.csv, line 1, column program", "programs.csv, line 1, column quota"]),
    file("an empty file", "rankings", "", says: ["rankings.csv: the file has no rows"]),
    file(
      "a quote that never closes", "applicants", "applicant,rank,program\n\"Arthur,1,City\n",
      says: ["applicants.csv, line 2: the quote opened here is not closed"]),
    file("an empty file of couples", "couples", "", says: ["couples.csv: the file has no rows"]),
    BrokenMarket(
      testDescription: "a missing file", files: [:], without: "programs.csv",
      says: ["programs.csv: there is no file"]),
    BrokenMarket(
      testDescription: "a member of a couple with a list alone",
      files: [
        "couples.csv": (sound["couples.csv"] ?? "") + "e,1,Sunny,City,Hal,\n",
        "supplemental.csv": "applicant,advanced_program,rank,program\n",
      ],
      says: [
        "applicants.csv, line 4, column applicant: this applicant ranks pairs in couples.csv, as a member of couple \"e\""
      ]),
  ]
}

@Suite struct `A broken market in files` {
  private func run(_ market: BrokenMarket) throws -> Housestaff {
    var files = BrokenMarket.sound
    for (name, text) in market.files { files[name] = text }
    if let without = market.without { files[without] = nil }
    return try Housestaff(["match", "."], in: Folder(files))
  }

  @Test func `is sound until it is broken`() throws {
    let run = try Housestaff(["match", "."], in: Folder(BrokenMarket.sound))
    #expect(run.status == 0 && run.out.contains("Arthur,City,1,,\n"), "\(run.err)")
  }

  @Test func `is one of thirty-five`() {
    #expect((BrokenMarket.rows.count, BrokenMarket.wholes.count) == (28, 7))
    #expect(Set((BrokenMarket.rows + BrokenMarket.wholes).map(\.testDescription)).count == 35)
  }

  @Test(arguments: BrokenMarket.rows + BrokenMarket.wholes)
  func `gives the promised error and no other`(market: BrokenMarket) throws {
    let run = try run(market)
    #expect(run.status == 1 && run.out.isEmpty)
    for words in market.says { #expect(run.err.contains(words), "\(run.err)") }
    // Several are counted in a last line.
    #expect(run.err.split(separator: "\n").count == market.says.count + (market.says.count > 1 ? 1 : 0), "\(run.err)")
    #expect(run.err.split(separator: "\n").allSatisfy { $0.hasSuffix(".") })
  }

  @Test func `tells the faults of all files at once`() throws {
    var files = BrokenMarket.sound
    files["programs.csv"]? += "State,-1,,\nState,many,,\n"
    files["applicants.csv"]? += "Sunny,1,Nowhere\nNora,x,City\nNora,2,City\n"
    files["couples.csv"] = "couple,rank\n"
    files["rankings.csv"] = nil
    let run = try Housestaff(["match", "."], in: Folder(files))
    #expect(run.status == 1)
    for words in [
      "programs.csv, line 5, column quota: found \"-1\"", "programs.csv, line 6, column quota: found \"many\"",
      "programs.csv, line 6, column program: the program is in line 5", "applicants.csv, line 5, column rank: ",
      "applicants.csv, line 5, column program: found \"Nowhere\"", "applicants.csv, line 6, column rank: found \"x\"",
      "applicants.csv, line 7, column program: it is on this list already, in line 6",
      "couples.csv, line 1, column applicant_a", "couples.csv, line 1, column program_b",
      "rankings.csv: there is no file",
      "12 problems in all.",
    ] { #expect(run.err.contains(words), "\(run.err)") }
  }

  @Test func `is a folder`() throws {
    let folder = try Folder(["a.csv": "x\n"])
    for path in ["a.csv", "nowhere"] {
      let run = try Housestaff(["match", path], in: folder)
      #expect(run.status == 1 && run.err.contains("applicants.csv, programs.csv and rankings.csv"))
    }
    #expect(try Housestaff(["match"], in: folder).status == 64)
    #expect(try Housestaff(["match", ".", "--seed", "x"], in: folder).status == 64)
  }
}
