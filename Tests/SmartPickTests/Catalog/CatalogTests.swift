import SmartPick
import Tables
import Testing

private func catalog(_ texts: String...) throws -> Catalog {
  Catalog(try texts.enumerated().map { CatalogFile(try Table(text: $1, name: "file\($0 + 1).csv")) })
}

private func file(_ text: String) throws -> CatalogFile { CatalogFile(try Table(text: text, name: "programs.csv")) }

@Suite struct `A messy spreadsheet` {
  private func check(_ file: CatalogFile, line: (Int) -> Int, cells: Bool) {
    let messy = MessySpreadsheet()
    #expect(messy.faults.count == 20)
    #expect(file.mapping.headerRow == 1)
    #expect(file.mapping.columns.count == 17)
    #expect(file.mapping.columns.allSatisfy { $0.how == .alias })
    #expect(file.rowCount == 300)
    for fault in messy.faults {
      let found = file.findings.filter { $0.line == line(fault.row) && $0.column == fault.column }
      #expect(found.count == 1, "\(fault)")
      #expect(found.first?.severity == fault.severity, "\(fault)")
      #expect(found.first?.value == fault.value, "\(fault)")
      #expect(found.first?.place?.hasPrefix("cell ") ?? false == cells)
    }
    // The twenty faults, the column of notes, and nothing else.
    #expect(file.findings.count == 21, "\(file.findings.map(\.description).joined(separator: "\n"))")
    let kept = messy.expected.filter { $0.code != "LEFT OUT" }
    #expect(file.programs.count == 296 && kept.count == 296)
    for (program, wanted) in zip(file.programs, kept) {
      for field in Program.Field.allCases where field != .code {
        #expect(program[field] == wanted[field], "\(wanted.name), \(field)")
      }
      #expect(program.preferredOnly == wanted.preferredOnly && program.extras == wanted.extras)
      // The one whose code was spoiled has one of its own.
      #expect(program.code == wanted.code || (wanted.name == "Program 180" && program.code.hasPrefix("OWN-")))
    }
  }

  @Test func `is read from CSV, with its twenty faults by line and column`() throws {
    let messy = MessySpreadsheet()
    var lines: [Int] = []
    var line = 1
    for row in messy.rows {
      lines.append(line)
      line += 1 + row.joined().count { $0 == "\n" }
    }
    let file = CatalogFile(try Table(csv: CSVWriter.write(messy.rows), name: "mine.csv"))
    // The name in program 5 has a line break: what follows it on the row stands a line lower, and so do all later rows.
    #expect(lines[MessySpreadsheet.row(10)] == 14)
    check(file, line: { lines[$0] }, cells: false)
  }

  @Test func `is read the same from a workbook`() throws {
    let messy = MessySpreadsheet()
    let sheet = XLSX.Sheet(
      name: "list", headers: messy.rows[0], rows: messy.rows.dropFirst().map { $0.map { .text($0) } })
    let file = CatalogFile(try Table(try XLSX.write([sheet]), name: "mine.xlsx"))
    check(file, line: { $0 + 1 }, cells: true)
  }

  @Test func `is summed up for the person who brought it`() throws {
    let messy = MessySpreadsheet()
    let check = CatalogCheck(CatalogFile(try Table(csv: CSVWriter.write(messy.rows), name: "mine.csv")))
    #expect(check.summary == "mine.csv: 296 programs from 300 rows; 18 errors, 3 warnings.")
    #expect(!check.isClean)
    #expect(check.lines.map(\.header) == MessySpreadsheet.headers)
    let visa = check.lines[11]
    #expect(visa.field == "visa" && visa.how == "alias" && visa.known > 200)
    #expect(visa.examples.contains("J1/H1b = both") && visa.examples.contains("no visa = none"))
    #expect(check.lines[17].how == "kept" && check.lines[17].field.isEmpty && check.lines[17].known == 296)
    #expect(check.table.count == 18 && check.table.allSatisfy { $0.count == CatalogCheck.headers.count })
  }
}

@Suite struct `A catalog file` {
  @Test func `says a fault in the words of the format`() throws {
    let found = try file("code,program,specialty,visa\n1,A,IM,J-1\n2,B,IM,maybe\n").findings
    #expect(
      found.map(\.description) == [
        "programs.csv, line 3, column visa: found \"maybe\"; expected none, J-1, H-1B or both; leave it empty if unknown."
      ])
  }

  @Test func `needs only names and specialties`() throws {
    let file = try file("Program Name\tSpecialty\nA\tIM\nB\tPsych (prelim)\n")
    #expect(file.findings.isEmpty)
    #expect(file.programs.map(\.specialty) == ["Internal Medicine", "Psychiatry"])
    #expect(file.programs.map(\.track) == [nil, .preliminary])
    #expect(file.programs.allSatisfy { $0.code.hasPrefix("OWN-") && $0.code.utf8.count == 12 })
    #expect(Set(file.programs.map(\.code)).count == 2)
    #expect(file.programs[0].provenance[.program] == Program.Provenance(source: "programs.csv", date: nil))
  }

  @Test func `understands the table of programs applied to as MyERAS shows it`() throws {
    let file = try file(
      "Program Name\tSpecialty\tCity\tState\tSignaled?\tAccreditation ID\tApplied Date\tTraining Types\n"
        + "A Program\tInternal Medicine\tCleveland\tOH\tGold\t1403511068\t09/24/2026\tCategorical, Preliminary\n")
    #expect(file.programs.count == 1)
    #expect(file.programs[0].code == "1403511068" && file.programs[0].state == "OH")
    // Whether I signaled says nothing of whether the program takes signals.
    #expect(file.programs[0].signals == nil)
    #expect(file.programs[0].extras["Signaled?"] == "Gold")
  }

  @Test func `without its columns, its rows or anything says so`() throws {
    #expect(try file("name,visa\nA,J-1\n").findings.map(\.column) == ["specialty"])
    #expect(try file("code,program,specialty\n").findings.map(\.severity) == [.error])
    #expect(try file("code,program,specialty\n,,\n").findings.map(\.severity) == [.error])
    #expect(
      try file("what,is,this\n1,2,3\n").findings.filter { $0.severity == .error }.map(\.column) == [
        "program", "specialty",
      ])
    #expect(throws: TableError.self) { try file("") }
    // A file cut in the middle of a row keeps what is whole.
    let cut = try file("code,program,specialty,visa,positions\n1,A,IM,J-1,12\n2,B,I")
    #expect(cut.programs.count == 2)
    #expect(cut.findings.count == 2 && cut.findings.allSatisfy { $0.line == 3 })
  }

  @Test func `keeps sources and dates for every fact`() throws {
    let file = try file(
      "code,program,specialty,visa,visa_source,Visa Date,positions,source,date\n"
        + "1,A,IM,J-1,the website,2026-05,12,FREIDA,2026-01-03\n2,B,IM,J-1,,,12,,\n")
    #expect(file.findings.isEmpty)
    #expect(file.programs[0].provenance[.visa] == Program.Provenance(source: "the website", date: "2026-05"))
    #expect(file.programs[0].provenance[.positions] == Program.Provenance(source: "FREIDA", date: "2026-01-03"))
    #expect(file.programs[1].provenance[.visa] == Program.Provenance(source: "programs.csv", date: nil))
    #expect(file.programs[1].provenance[.salary] == nil)
  }

  @Test func `reads a column of shares as percentages only if all of it is`() throws {
    let shares = try file("program,specialty,percent_md\nA,IM,0.45\nB,IM,1\nC,IM,0.29\nD,IM,?\n")
    #expect(shares.programs.map(\.percentMD) == [45, 100, 29, nil])
    #expect(shares.findings.map(\.severity) == [.warning])
    let percentages = try file("program,specialty,percent_md\nA,IM,0.45\nB,IM,45\n")
    #expect(percentages.programs.map(\.percentMD) == [0.45, 45])
    #expect(percentages.findings.isEmpty)
  }

  @Test func `reads a range in the only score column as both ends`() throws {
    let program = try file("program,specialty,Step 2\nA,IM,230-245\n").programs[0]
    #expect(program.step2Low == 230 && program.step2Median == 237 && program.step2High == 245)
  }

  @Test func `takes the specialty and the track from the code`() throws {
    let file = try file(
      "code,program,specialty\n1000140C0,A,\n1000140P1,B,IM\n1000420A0,C,Radiology\n1400511068,D,FM\n1000320M0,E,Peds\n"
    )
    #expect(
      file.programs.map(\.specialty) == [
        "Internal Medicine", "Internal Medicine", "Radiology-Diagnostic", "Family Medicine", "Pediatrics",
      ])
    #expect(file.programs.map(\.track) == [.categorical, .preliminary, .advanced, nil, .primaryCare])
    #expect(file.findings.map(\.line) == [5])
  }

  @Test func `splits a city from its state`() throws {
    let program = try file("program,specialty,location\nA,IM,\"Cleveland, Ohio\"\n").programs[0]
    #expect(program.city == "Cleveland" && program.state == "OH")
  }
}

@Suite struct `A catalog of several files` {
  @Test func `takes the later value, field by field, with its source`() throws {
    let catalog = try catalog(
      "code,program,specialty,visa,positions,max_years_since_graduation\n1,A,IM,J-1,12,5 preferred\n2,B,IM,none,3,\n",
      "code,program,specialty,visa,positions,max_years_since_graduation\n3,C,FM,both,8,\n1,A,IM,,14,7\n")
    #expect(catalog.programs.map(\.code) == ["1", "2", "3"])
    #expect(catalog["1"]?.visa == .j1 && catalog["1"]?.positions == 14)
    #expect(catalog["1"]?.provenance[.visa]?.source == "file1.csv")
    #expect(catalog["1"]?.provenance[.positions]?.source == "file2.csv")
    #expect(catalog["1"]?.maxYearsSinceGraduation == 7 && catalog["1"]?.preferredOnly == [])
    #expect(catalog["9"] == nil)
    #expect(catalog.sources == ["file1.csv", "file2.csv"] && !catalog.hasErrors)
  }

  @Test func `finds the same program without a code in both`() throws {
    let catalog = try catalog(
      "program,specialty,city\nA Program,IM,X\n", "Program,Specialty,City,visa\na program,Internal Medicine,x,J-1\n")
    #expect(catalog.programs.count == 1 && catalog.programs[0].visa == .j1)
  }

  @Test(
    arguments: [
      ("City/State", "Columbus, Ohio", "Columbus", "OH"), ("City/State", "Pittsburgh PA", "Pittsburgh", "PA"),
      ("City", "Pittsburgh PA", "Pittsburgh", "PA"), ("City/State", "Santa Fe New Mexico", "Santa Fe", "NM"),
      ("City/State", "New York", "New York", nil), ("City", "Oklahoma City", "Oklahoma City", nil),
      ("City", "Washington DC", "Washington", "DC"), ("City/State", "Cleveland, ZZ", "Cleveland", nil),
      ("City", "St. Paul, Downtown", "St. Paul, Downtown", nil), ("City", "La Jolla", "La Jolla", nil),
    ] as [(String, String, String, String?)])
  func `splits a city from its state, and says where it cannot`(
    header: String, typed: String, city: String, state: String?
  ) throws {
    let file = try file("program,specialty,\(header)\nA,IM,\"\(typed)\"\n")
    #expect(file.programs[0].city == city && file.programs[0].state == state)
    #expect(file.findings.contains { $0.severity == .error } == typed.hasSuffix("ZZ"))
    if header == "City/State", state == nil { #expect(!file.findings.isEmpty) }
  }

  @Test(arguments: ["IMG %", "% IMGs", "FMG", "percent img", "IMG"])
  func `takes a share of all IMGs for neither of the two`(header: String) throws {
    let file = try file("program,specialty,\(header)\nA,IM,40\n")
    #expect(file.programs[0].percentNonUSIMG == nil && file.programs[0].percentUSIMG == nil)
    #expect(file.programs[0].extras[header] == "40")
    #expect(file.findings.contains { $0.problem?.contains("counted together") == true })
    let told = CatalogFile(
      try Table(text: "program,specialty,\(header)\nA,IM,40\n", name: "t"), told: [header: "percent_non_us_img"])
    #expect(
      told.programs[0].percentNonUSIMG == 40 && !told.findings.contains { $0.problem?.contains("together") == true })
  }

  @Test(
    arguments: [
      ("Neurolgy", "Neurology"), ("Internal Medcine", "Internal Medicine"), ("Anesthesology", "Anesthesiology"),
      ("Magic", nil), ("Neurology", nil), ("", nil),
    ] as [(String, String?)])
  func `suggests the specialty that was meant`(typed: String, meant: String?) {
    #expect(Specialty.suggestion(for: typed)?.name == meant)
  }

  @Test func `names the programs that no list can use`() throws {
    let programs = try file("program,specialty\nA,IM\nB,Neurolgy\nC,Neurolgy\nD,Magic\nE,Pediatrics\n").programs
    var profile = Profile()
    profile.specialties = [.init("Internal Medicine")]
    func unused() -> UnusedPrograms {
      UnusedPrograms(ListRequest(profile: profile, programs: programs, season: .latest))
    }
    #expect(unused().programs.map(\.name) == ["B", "C", "D"] && unused().all == 5)
    let sentence = try #require(unused().sentence)
    #expect(
      sentence.hasPrefix("3 of 5 programs are not used: B, C, because") && sentence.contains("did you mean Neurology?"))
    profile.specialties.append(.init("Neurolgy", .parallel))
    #expect(unused().programs.map(\.name) == ["D"])
    #expect(UnusedPrograms(ListRequest(profile: profile, programs: [], season: .latest)).sentence == nil)
  }
}
