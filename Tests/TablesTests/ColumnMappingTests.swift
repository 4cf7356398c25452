import Tables
import Testing

private let wanted = [
  WantedColumn("program", aliases: ["program name", "name"], isRequired: true),
  WantedColumn("visa", aliases: ["visa sponsorship"]),
  WantedColumn("step2_low", aliases: ["step 2 ck low", "minimum step 2"]),
  WantedColumn("interviews"), WantedColumn("percent_md", aliases: ["us md percent"]), WantedColumn("percent_do"),
  WantedColumn("visa_source", allowsSimilar: false),
]

private func map(_ text: String, told: [String: String] = [:]) throws -> ColumnMapping {
  ColumnMapping(wanted, in: try Table(text: text, name: "p.csv"), told: told)
}

@Suite struct `A column mapping` {
  @Test func `ignores case, blanks, punctuation and explanations, and says how it matched`() throws {
    let mapping = try map("PROGRAM,Visa Sponsorship (J-1/H-1B),Step2-Low,Interveiws,% MD\na,b,1,2,3\n")
    #expect(mapping.columns.map(\.wanted) == ["program", "visa", "step2_low", "interviews", "percent_md"])
    #expect(mapping.columns.map(\.how.word) == ["exact", "alias", "exact", "similar", "exact"])
    #expect(mapping["visa"] == 1 && mapping["percent_do"] == nil)
    #expect(mapping.findings.count == 1)
    #expect(mapping.findings[0].column == "Interveiws" && mapping.findings[0].line == 1)
  }

  @Test func `never takes Step 1 for Step 2, nor one share for another`() throws {
    let mapping = try map("program,Step 1 low,percent nd,visa sources\nx,1,2,3\n")
    #expect(mapping["step2_low"] == nil)
    #expect(mapping["visa_source"] == nil)
  }

  @Test func `skips titles above the names`() throws {
    let mapping = try map("My list of programs,,\n,,\n2026,,\nVisa,Name,interviews\nJ-1,A,3\n")
    // The second line has only separators and is a row of its own.
    #expect(mapping.headerRow == 3)
    #expect(mapping["program"] == 1)
    #expect(mapping.findings.isEmpty)
  }

  @Test func `understands a table pasted from a web page`() throws {
    let mapping = try map("Program Name\tVisa sponsorship\nA, B\tJ-1\n")
    #expect(mapping["program"] == 0 && mapping["visa"] == 1)
  }

  @Test func `reports duplicate, unknown and missing columns, all at once`() throws {
    let mapping = try map("visa,Visa,visa sponsorship,favourite color\na,b,c,d\n")
    #expect(mapping["visa"] == 0)
    #expect(mapping.unknown == [1, 2, 3])
    #expect(mapping.findings.map(\.severity) == [.warning, .warning, .warning, .error])
    #expect(mapping.findings.map(\.column) == ["Visa", "visa sponsorship", "favourite color", "program"])
    #expect(mapping.findings[2].place == "character 28")
    #expect(
      mapping.findings[3].description
        == "p.csv, line 1, column program: there is no such column; expected a column named program "
        + "(also understood: \"program name\", \"name\"); add it, or rename the column that holds it.")
  }

  @Test func `gives a column to its own name before any alias`() throws {
    let mapping = try map("Name,Program\na,b\n")
    #expect(mapping["program"] == 1)
    #expect(mapping.unknown == [0])
  }

  @Test func `does what a person told it`() throws {
    let mapping = try map("Klinik,visa,Besuche\na,b,3\n", told: ["klinik": "program", "visa": "interviews"])
    #expect(mapping["program"] == 0 && mapping["interviews"] == 1 && mapping["visa"] == nil)
    #expect(mapping.columns.allSatisfy { $0.how == .told })
  }

  @Test func `finds rows that are too short or too long`() throws {
    let table = try Table(text: "a,b,c\n1,2,3\n1,2\n1,2,3,4\n1,2,3,,\n,\n", name: "p.csv")
    let findings = table.unevenRows(below: 0)
    #expect(findings.map(\.line) == [3, 4])
    let many = try Table(text: "a,b\n" + String(repeating: "1\n", count: 80), name: "p.csv")
    #expect(many.unevenRows(below: 0).count == 51)
  }
}

@Suite struct `The screen for identifiers` {
  private func kinds(_ text: String) throws -> [String: IdentifierScreen.Kind] {
    let suspects = IdentifierScreen.suspects(in: try Table(text: text, name: "d.csv"))
    return Dictionary(uniqueKeysWithValues: suspects.map { ($0.header, $0.kind) })
  }

  @Test func `knows identifiers by the column's name`() throws {
    let headers: [(String, IdentifierScreen.Kind)] = [
      ("MRN", .recordNumber), ("patient_id", .recordNumber), ("Medical Record Number", .recordNumber),
      ("Last Name", .name), ("patientName", .name), ("DOB", .birthDate), ("Date of Birth", .birthDate),
      ("SSN", .socialSecurityNumber), ("Home phone", .phone), ("E-Mail", .email), ("Street address", .address),
      ("ZIP", .postalCode), ("Account number", .account), ("IP address", .network), ("Device serial number", .device),
      ("Insurance ID", .account), ("fax", .phone),
    ]
    for (header, kind) in headers { #expect(try kinds("\(header),x\n")[header] == kind, "\(header)") }
  }

  @Test func `takes a column called name for people unless its values repeat as labels do`() throws {
    let people = "Name,count\nPatient0 Ann,1\nPatient1 Bea,2\nPatient2 Cy,1\n"
    #expect(try kinds(people) == ["Name": .name])
    let labels = "Name,count\n7 West,1\n8 East,2\n7 West,1\n8 East,4\n"
    #expect(try kinds(labels).isEmpty)
  }

  @Test func `lets harmless columns pass`() throws {
    let text = """
      unit,discharge hour,reason,count,program name,month,minutes late,age
      7 West,14,"Transport, late",12,Internal Medicine,2026-03,240,67
      7 West,15,"Transport, late",9,Surgery,2026-04,3000,45
      8 East,16,"Pharmacy, slow",4,Surgery,2026-05,115,88
      8 East,16,"Pharmacy, slow",4,Surgery,2026-05,115,88
      """
    #expect(try kinds(text).isEmpty)
  }

  @Test func `knows identifiers by their values`() throws {
    var text = "a\tb\tc\td\te\tf\tg\th\ti\n"
    for row in 0..<12 {
      text +=
        "x\(row)@example.org\t(216) 555-01\(row + 10)\t123-45-67\(row + 10)\t10.0.0.\(row)\t\(row + 1) Elm Street\t"
      text +=
        "Doe\(["", "son", "rin"][row % 3])\(["a", "e", "i", "o"][row / 3]), Pat\t04/1\(row % 10)/1961\thttps://x.org/\(row)\t"
      text += "\(7_301_245 + row * 37)\n"
    }
    #expect(
      try kinds(text) == [
        "a": .email, "b": .phone, "c": .socialSecurityNumber, "d": .network, "e": .address, "f": .name, "g": .date,
        "h": .web, "i": .recordNumber,
      ])
    let suspects = IdentifierScreen.suspects(in: try Table(text: text, name: "d.csv"))
    #expect(suspects[1].reason == "12 of 12 values look like telephone or fax numbers")
  }

  @Test func `allows a year of birth and ages under 90`() throws {
    #expect(try kinds("birth date,age\n1961,67\n1970,89\n").isEmpty)
    #expect(try kinds("birth date,age\n1961-04-03,67\n1970,91\n") == ["birth date": .birthDate, "age": .ageOver89])
  }
}
