import SmartPick
import Tables
import Testing

@Suite struct `A file of ranks` {
  private func read(_ text: String, profile: Profile = Profile()) throws -> RankFile {
    RankFile(try Table(text: text, name: "ranks.csv"), programs: Samples.practice, profile: profile)
  }

  private static let codes = Samples.practice.filter { $0.specialty == "Internal Medicine" }.prefix(3).map(\.code)
  private var codes: [String] { Self.codes }

  @Test(arguments: [
    ("code\n", "\n", [0, 1, 2], RankFile.Order.rows),
    ("code,preference\n", ",0.2\n,0.9\n,0.5\n", [1, 2, 0], .preferences),
    ("code,rank\n", ",3\n,1\n,2\n", [1, 2, 0], .ranks), ("code,preference\n", ",2\n,3\n,1\n", [2, 0, 1], .ranks),
    ("code,preference\n", ",5\n,5\n,7\n", [2, 0, 1], .preferences),
    ("code,place\n", ",10\n,30\n,20\n", [0, 2, 1], .ranks),
  ])
  func `is read in the order wanted`(header: String, numbers: String, order: [Int], kind: RankFile.Order) throws {
    let cells = numbers.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
    let text = header + codes.enumerated().map { $1 + (cells.isEmpty ? "" : cells[$0]) + "\n" }.joined()
    let file = try read(text)
    #expect(!file.findings.hasErrors && file.order == kind)
    #expect(file.choices.map(\.program.code) == order.map { codes[$0] })
  }

  @Test func `says how numbers were read that could mean either`() throws {
    let file = try read("code,preference\n\(codes[0]),2\n\(codes[1]),1\n")
    #expect(file.findings.contains { $0.severity == .warning && $0.description.contains("1 is the first choice") })
  }

  @Test func `finds a program by code, by name, or takes it as typical`() throws {
    var profile = Profile()
    profile.specialties = [.init("Psychiatry")]
    let name = try #require(Samples.practice.first { $0.specialty == "Dermatology" }?.name)
    let file = try read(
      "program,code\nMine,\(codes[0].lowercased())\n\"\(name)\",\nSomewhere,\nElsewhere,1234140A0\n", profile: profile)
    #expect(!file.findings.hasErrors)
    #expect(file.choices.map(\.program.specialty).prefix(3) == ["Internal Medicine", "Dermatology", "Psychiatry"])
    #expect(file.choices[0].program.code == codes[0] && file.choices[2].program.code.hasPrefix("OWN-"))
    #expect(file.choices[3].program.track == .advanced && file.choices[3].program.code == "1234140A0")
    #expect(file.findings.contains { $0.line == 4 && $0.description.contains("typical Psychiatry program") })
  }

  @Test func `takes interviews from the table, else from the profile, else for given`() throws {
    var profile = Profile()
    profile.interviews = [.init(codes[0], .received), .init(codes[1], .rejected)]
    #expect(
      try read("code\n" + codes.joined(separator: "\n"), profile: profile).choices.map(\.wasInterviewed)
        == [true, false, true])
    let told = try read("code,interviewed\n\(codes[0]),no\n\(codes[1]),Y\n\(codes[2]),\n", profile: profile)
    #expect(told.choices.map(\.wasInterviewed) == [false, true, true])
  }

  @Test func `takes supplemental lists, one or for all`() throws {
    let advanced = Samples.practice.filter { $0.track == .advanced }.prefix(2).map(\.code)
    let years = Samples.practice.filter { $0.track == .preliminary }.prefix(2).map(\.code)
    let file = try read(
      "code,supplemental_to\n\(advanced[0]),\n\(advanced[1]),\n\(years[0]),all\n\(years[1]),\(advanced[1])\n")
    #expect(!file.findings.hasErrors && file.choices.map(\.program.code) == advanced)
    #expect(file.supplemental[advanced[0]]?.map(\.program.code) == [years[0]])
    #expect(file.supplemental[advanced[1]]?.map(\.program.code) == years)
  }

  @Test func `names all that is wrong at once, with line and column`() throws {
    let text = """
      program,code,preference,interviewed,impression,supplemental_to
      A,\(codes[0]),0.9,maybe,3,
      B,\(codes[1]),high,yes,9,
      C,FICTION-XX-1,0.5,yes,,
      ,,0.4,,,
      D,\(codes[2]),0.3,,,NOWHERE
      E,\(codes[2]),0.2,,,
      F,\(codes[2]),0.1,,,
      """
    let errors = try read(text).findings.filter { $0.severity == .error }.map(\.description)
    for (line, words) in [
      (2, ["column interviewed", "\"maybe\"", "yes or no"]), (3, ["column preference", "\"high\""]),
      (3, ["column impression", "\"9\"", "1 to 5"]), (4, ["column code", "FICTION-XX-1"]), (5, ["names no program"]),
      (6, ["supplemental_to", "preliminary"]), (8, ["stands on line 7", "each program once"]),
    ] {
      let found = errors.contains { error in
        error.contains("ranks.csv, line \(line)") && words.allSatisfy(error.contains)
      }
      #expect(found, "line \(line) \(words) among \(errors)")
    }
    #expect(errors.count == 7)
  }

  @Test(arguments: [
    ("a,b\n1,2\n", "no column program"), ("program,code\n", "no programs"),
    ("code,rank\nFICTION-IM-0001,1\nFICTION-IM-0002,1\n", "same rank stands on line 2"),
  ])
  func `without rows, columns or an order is refused`(text: String, words: String) throws {
    #expect(try read(text).findings.contains { $0.severity == .error && $0.description.contains(words) })
  }

  @Test func `comes back from what is printed`() throws {
    let request = RankSamples.request(61, count: 5)
    let result = RankMaker(request).result()
    let printed = [[RankExport.columns] + RankExport(result).cells, EntrySheet(result).cells]
    for rows in printed {
      let file = try read(CSVText.text(rows))
      #expect(!file.findings.hasErrors)
      #expect(file.choices.map(\.program.code) == request.choices.map(\.program.code))
    }
  }
}

private enum CSVText {
  static func text(_ rows: [[String]]) -> String { String(decoding: CSVWriter.write(rows), as: UTF8.self) }
}
