import Tables

/// Reads the rows of a rank order list.
struct RankFileReader {
  let table: Table
  let mapping: ColumnMapping
  let profile: Profile
  var findings: [Finding] = []
  private(set) var choices: [RankChoice] = []
  private(set) var supplemental: [String: [RankChoice]] = [:]
  private(set) var order = RankFile.Order.rows
  private var lookup: ProgramLookup

  /// A row that was understood.
  private struct Entry {
    var row: Int
    var choice: RankChoice
    var rank: Double?
    /// Codes of advanced programs, or `ALL`; `nil` on the primary list.
    var owners: [String]?
  }

  init(table: Table, mapping: ColumnMapping, programs: [Program], profile: Profile) {
    self.table = table
    self.mapping = mapping
    self.profile = profile
    lookup = ProgramLookup(programs, profile: profile)
  }

  mutating func readAll() {
    guard mapping["program"] != nil || mapping["code"] != nil else {
      findings.append(
        Finding(
          .error, file: table.name, line: table.rowCount > 0 ? table[mapping.headerRow].line : nil,
          problem: "there is no column program and no column code",
          expected: "columns program and code, a row for each program in the order wanted", remedy: "add one of the two"
        ))
      return
    }
    let rows = (mapping.headerRow + 1..<max(mapping.headerRow + 1, table.rowCount)).filter { !table[$0].isBlank }
    guard !rows.isEmpty else {
      findings.append(
        Finding(
          .error, file: table.name, problem: "there are column names but no programs",
          expected: "a row for each program, in the order wanted", remedy: "add the programs"))
      return
    }
    var entries = rows.compactMap { entry($0) }
    sort(&entries)
    var primary: [String: Int] = [:]
    for entry in entries where entry.owners == nil {
      let code = entry.choice.program.code
      if let line = primary[code] {
        report(
          .error, entry.row, identifying, value: text(entry.row, identifying),
          problem: "the same program stands on line \(line)", expected: "each program once",
          remedy: "remove one of the two rows")
        continue
      }
      primary[code] = table[entry.row].line
      choices.append(entry.choice)
    }
    for entry in entries { if let owners = entry.owners { addSupplemental(entry, owners) } }
    if choices.isEmpty, !findings.hasErrors {
      findings.append(
        Finding(
          .error, file: table.name, problem: "every row belongs to a supplemental list",
          expected: "the advanced programs themselves too", remedy: "add them, without supplemental_to"))
    }
  }

  private var identifying: String { mapping["code"] == nil ? "program" : "code" }

  private mutating func entry(_ row: Int) -> Entry? {
    let before = findings.count
    let interviewed = yesNo(row, "interviewed")
    let wouldGo = yesNo(row, "would_go")
    let impression = impression(row)
    let rank = number(row)
    let owners = text(row, "supplemental_to").split(whereSeparator: { $0 == ";" || $0 == "," || $0 == " " })
      .map { $0.uppercased() }
    do throws(ProgramLookup.Fault) {
      let found = try lookup.program(
        code: text(row, "code"), name: text(row, "program"), specialty: text(row, "specialty"),
        isFirstYear: !owners.isEmpty)
      var program = found.program
      if let doubt = found.doubt {
        let words = Self.words(doubt, of: program)
        report(.warning, row, identifying, problem: words.problem, remedy: words.remedy)
      }
      guard findings[before...].allSatisfy({ $0.severity == .warning }) else { return nil }
      if !owners.isEmpty, program.track == nil { program.track = .preliminary }
      return Entry(
        row: row,
        choice: RankChoice(
          program, wasInterviewed: interviewed ?? interview(program.code), impression: impression,
          wouldGo: wouldGo ?? true), rank: rank, owners: owners.isEmpty ? nil : owners)
    } catch {
      report(error, row)
      return nil
    }
  }

  private static func words(
    _ doubt: ProgramLookup.Doubt, of program: Program
  ) -> (problem: String, remedy: String) {
    switch doubt {
    case .nameDiffers(let typed):
      (
        "the list says \(typed), the catalog calls \(program.code) \(program.name)",
        "check that the code is the right one"
      )
    case .notInCatalog:
      (
        "\(program.name) is not in the catalog and was taken as a typical \(program.specialty) program",
        "nothing need be done; facts in a catalog make its chance sharper"
      )
    }
  }

  private mutating func report(_ fault: ProgramLookup.Fault, _ row: Int) {
    switch fault {
    case .nothingTyped:
      report(
        .error, row, "program", value: "", problem: "the row names no program", expected: "a name or a code",
        remedy: "add it, or delete the row")
    case .noPracticeProgram(let code):
      report(
        .error, row, "code", value: code, problem: "no practice program has this code",
        expected: "a code such as FICTION-IM-0704", remedy: "correct it: each program of the list stands with its code")
    case .severalOfThisName(let name, let codes):
      report(
        .error, row, "program", value: name, problem: "\(codes.count) programs of the catalog have this name",
        expected: "one program", remedy: "add its code: " + codes.prefix(4).joined(separator: ", "))
    case .noSpecialty(let program, let typed):
      report(
        .error, row, "specialty", value: typed, problem: "nobody knows the specialty of \(program)",
        expected: "a specialty in the list or in the profile", remedy: "add a column specialty")
    }
  }

  /// What the profile says; yes where it says nothing, since the program is being ranked.
  private func interview(_ code: String) -> Bool {
    profile.interviews.first { $0.code == code }.map { $0.status == .received } ?? true
  }

  // MARK: The order

  private var orderColumn: String? {
    mapping["preference"] != nil ? "preference" : mapping["rank"] != nil ? "rank" : nil
  }

  private mutating func number(_ row: Int) -> Double? {
    guard let column = orderColumn else { return nil }
    let typed = text(row, column)
    if let value = DecimalText.double(typed), value.isFinite, value.magnitude < 1e9 { return value }
    report(
      .error, row, column, value: typed,
      expected: column == "rank" ? "the rank, 1 for the first choice" : "a number, the higher the more wanted",
      remedy: "give every row one, or delete the column and put the rows in order")
    return nil
  }

  private mutating func sort(_ entries: inout [Entry]) {
    guard let column = orderColumn else { return }
    // Supplemental lists keep an order of their own.
    let primary = entries.filter { $0.owners == nil }.compactMap(\.rank)
    let areRanks =
      column == "rank" || primary.count > 1 && primary.sorted() == (1...primary.count).map(Double.init)
    order = areRanks ? .ranks : .preferences
    if areRanks, column == "preference" {
      report(
        .warning, mapping.headerRow, column,
        problem: "the numbers are 1 to \(primary.count), each once, and were read as ranks: 1 is the first choice",
        remedy: "if the higher is the more wanted, use other numbers")
    }
    if column == "rank" {
      var lines: [Double: Int] = [:]
      for entry in entries where entry.owners == nil {
        guard let rank = entry.rank else { continue }
        if let line = lines[rank] {
          report(
            .error, entry.row, column, value: text(entry.row, column), problem: "the same rank stands on line \(line)",
            expected: "each rank once", remedy: "number the programs 1, 2, 3 and so on")
        }
        lines[rank] = table[entry.row].line
      }
    }
    // Equal numbers keep the order of the rows.
    entries = entries.enumerated().sorted { one, other in
      let (a, b) = (one.element.rank ?? 0, other.element.rank ?? 0)
      return a == b ? one.offset < other.offset : areRanks ? a < b : a > b
    }.map(\.element)
  }

  // MARK: Supplemental lists

  private mutating func addSupplemental(_ entry: Entry, _ owners: [String]) {
    let program = entry.choice.program
    if let track = program.track, track != .preliminary {
      report(
        .error, entry.row, "supplemental_to", value: program.name, problem: "it is a \(track.rawValue) position",
        expected: "a preliminary or transitional year on a supplemental list", remedy: "leave supplemental_to empty")
      return
    }
    let all = choices.indices.filter { choices[$0].program.track == .advanced }
    for owner in owners {
      let places = owner == "ALL" ? all : choices.indices.filter { choices[$0].program.code.uppercased() == owner }
      if places.isEmpty {
        report(
          .error, entry.row, "supplemental_to", value: owner, problem: "no such program is on the primary list",
          expected: "the code of an advanced program that is ranked, or all", remedy: "rank it, or correct the code")
      }
      for place in places {
        if let track = choices[place].program.track, track != .advanced {
          report(
            .error, entry.row, "supplemental_to", value: owner, problem: "it is a \(track.rawValue) position",
            expected: "an advanced program, which begins in the second year", remedy: "correct the code")
          continue
        }
        choices[place].program.track = .advanced
        let code = choices[place].program.code
        if supplemental[code, default: []].contains(where: { $0.program.code == program.code }) {
          report(
            .error, entry.row, identifying, value: text(entry.row, identifying),
            problem: "it stands twice on the supplemental list of \(code)", expected: "each program once",
            remedy: "remove one of the two rows")
        } else {
          supplemental[code, default: []].append(entry.choice)
        }
      }
    }
  }

  // MARK: Cells

  private func text(_ row: Int, _ wanted: String) -> String {
    mapping[wanted].map { table[row, $0].trimmedBlanks } ?? ""
  }

  private mutating func yesNo(_ row: Int, _ column: String) -> Bool? {
    let typed = text(row, column)
    switch ColumnName.key(typed) {
    case "": return nil
    case "yes", "y", "true", "1", "x", "done", "received": return true
    case "no", "n", "false", "0", "none", "rejected", "declined": return false
    default:
      report(
        .error, row, column, value: typed, expected: "yes or no", remedy: "correct it, or leave it empty if unknown")
      return nil
    }
  }

  private mutating func impression(_ row: Int) -> Int? {
    let typed = text(row, "impression")
    guard !typed.isEmpty else { return nil }
    if let value = Int(typed), (1...5).contains(value) { return value }
    report(
      .error, row, "impression", value: typed, expected: "a whole number from 1 to 5",
      remedy: "correct it, or leave it empty")
    return nil
  }

  private mutating func report(
    _ severity: Finding.Severity, _ row: Int, _ column: String, value: String? = nil, problem: String? = nil,
    expected: String? = nil, remedy: String
  ) {
    let index = mapping[column]
    let position = index.map { table.position(row, $0) }
    findings.append(
      Finding(
        severity, file: table.name, line: position?.line ?? table[row].line,
        column: index.map { mapping.headers[$0] } ?? column, place: position?.cell.map { "cell \($0)" }, value: value,
        problem: problem, expected: expected, remedy: remedy))
  }
}
