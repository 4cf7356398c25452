import Tables

/// Reads the rows of one catalog file.
struct CatalogReader {
  let table: Table
  let mapping: ColumnMapping
  private(set) var programs: [Program] = []
  var findings: [Finding] = []
  private(set) var rowCount = 0
  private(set) var readings: [Program.Field: [(typed: String, read: String)]] = [:]
  private var linesByCode: [String: Int] = [:]
  private let fields: [(field: Program.Field, column: Int)]
  /// Where each field's own source and date stand.
  private let origins: [(field: Program.Field, source: Int?, date: Int?)]
  /// Cells repeat themselves: each spelling is read once.
  private var cache: [Program.Field: [String: CellReading]] = [:]
  private var specialties: [String: (specialty: Specialty, track: Track?)?] = [:]
  /// Columns of percentages that hold shares from 0 to 1.
  private var fractions: Set<Program.Field> = []

  init(table: Table, mapping: ColumnMapping) {
    self.table = table
    self.mapping = mapping
    fields = Program.Field.allCases.compactMap { field in mapping[field.rawValue].map { (field, $0) } }
    origins = Program.Field.allCases.map { field in
      (field, mapping[field.rawValue + "_source"], mapping[field.rawValue + "_date"])
    }
  }

  mutating func readAll() {
    guard mapping[Program.Field.program.rawValue] != nil, mapping[Program.Field.specialty.rawValue] != nil else {
      return
    }
    findFractions()
    reportAllIMGs()
    for row in (mapping.headerRow + 1)..<max(mapping.headerRow + 1, table.rowCount) {
      guard !table[row].isBlank else { continue }
      rowCount += 1
      if let program = program(row) { programs.append(program) }
    }
    if rowCount == 0 {
      findings.append(
        Finding(
          .error, file: table.name, line: table[mapping.headerRow].line,
          problem: "there are column names but no programs",
          expected: "a row for each program below them", remedy: "add the programs, or choose another file"))
    }
  }

  /// The trimmed text of a field.
  func text(_ row: Int, _ wanted: String) -> String {
    mapping[wanted].map { table[row, $0].trimmedBlanks } ?? ""
  }

  /// Notes something about a cell.
  mutating func report(
    _ severity: Finding.Severity, _ row: Int, _ field: Program.Field, value: String? = nil, problem: String? = nil,
    expected: String? = nil, remedy: String
  ) {
    let column = mapping[field.rawValue]
    let position = column.map { table.position(row, $0) }
    findings.append(
      Finding(
        severity, file: table.name, line: position?.line ?? table[row].line,
        column: column.map { mapping.headers[$0] } ?? field.rawValue, place: position?.cell.map { "cell \($0)" },
        value: value, problem: problem, expected: expected, remedy: remedy))
  }

  /// Columns whose values without a per cent sign are all at most 1, one of them between 0 and 1.
  private mutating func findFractions() {
    let percentages: [Program.Field] = [.percentMD, .percentDO, .percentUSIMG, .percentNonUSIMG, .inStatePercent]
    for (field, column) in fields where percentages.contains(field) {
      var isBetween = false
      var isAbove = false
      for row in (mapping.headerRow + 1)..<max(mapping.headerRow + 1, table.rowCount) {
        guard let value = DecimalText.double(table[row, column]) else { continue }
        if value > 1 { isAbove = true }
        if value > 0 && value < 1 { isBetween = true }
      }
      guard isBetween && !isAbove else { continue }
      fractions.insert(field)
      report(
        .warning, mapping.headerRow, field, problem: "all values are at most 1 and were read as shares: 0.45 as 45%",
        remedy: "write percentages from 0 to 100 if that is wrong")
    }
  }

  /// A share of all IMGs is asked about, never taken for one of the two kinds.
  private mutating func reportAllIMGs() {
    guard let column = mapping[CatalogColumns.allIMGs] else { return }
    let place = table.position(mapping.headerRow, column)
    findings.append(
      Finding(
        .warning, file: table.name, line: place.line, column: mapping.headers[column], place: place.place,
        problem: "IMGs who are US citizens and those who are not are counted together here",
        remedy:
          "it is kept and not used; if it means only one of the two, name it percent_us_img or percent_non_us_img"))
  }

  private mutating func program(_ row: Int) -> Program? {
    let name = text(row, "program")
    let typed = text(row, "specialty")
    let code = ProgramCode(readCode(row))
    let coded = code.specialtyDigits.flatMap { Specialty.coded($0) }
    var complete = true
    if CellReading.isUnknown(name) {
      report(.error, row, .program, value: name, expected: "the program's name", remedy: "add it; the row is left out")
      complete = false
    }
    if CellReading.isUnknown(typed) && coded == nil {
      report(.error, row, .specialty, value: typed, expected: "the specialty", remedy: "add it; the row is left out")
      complete = false
    }
    guard complete, isFirst(code.text, row: row, .code, value: code.text) else { return nil }
    let recognized = specialty(typed)
    var program = Program(
      code: code.text, name: name,
      specialty: recognized?.specialty.name ?? (CellReading.isUnknown(typed) ? coded?.name : nil) ?? typed)
    checkSpecialty(row, typed: typed, recognized: recognized?.specialty, coded: coded)
    note(.specialty, typed: typed, read: program.specialty)
    program.track =
      code.track ?? Track(words: text(row, "track")) ?? recognized?.track ?? Track(words: name)
      ?? (program.specialty == "Transitional Year" ? .preliminary : nil)
    readFields(row, into: &program)
    readExtras(row, into: &program)
    if program.code.isEmpty { program.code = Self.ownCode(program) }
    addProvenance(row, to: &program)
    // Without a code the same program is recognized by the one made from its name and place.
    guard isFirst(program.code, row: row, .program, value: name) else { return nil }
    linesByCode[program.code] = table[row].line
    return program
  }

  /// Whether no row before this one has the code; says so if one has.
  private mutating func isFirst(_ code: String, row: Int, _ field: Program.Field, value: String) -> Bool {
    guard !code.isEmpty, let first = linesByCode[code] else { return true }
    report(
      .error, row, field, value: value, problem: "the same program stands on line \(first)",
      expected: "each code once", remedy: "delete one of the rows, or correct its code; this row is left out")
    return false
  }

  /// The code as typed, put right where a spreadsheet has spoiled it.
  private mutating func readCode(_ row: Int) -> String {
    let typed = text(row, "code")
    guard !CellReading.isUnknown(typed) else { return "" }
    let isNumber = typed.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    // A spreadsheet drops the zero that begins the codes of anesthesiology (040) and dermatology (080).
    if isNumber && typed.utf8.count == 9 {
      note(.code, typed: typed, read: "0" + typed)
      return "0" + typed
    }
    if typed.uppercased().contains("E+"), DecimalText.double(typed) != nil {
      report(
        .error, row, .code, value: typed, problem: "the spreadsheet has rounded the code",
        expected: CatalogColumns.meaning(of: .code), remedy: "format the column as text and type the code again")
      return ""
    }
    return typed.uppercased()
  }

  private mutating func checkSpecialty(_ row: Int, typed: String, recognized: Specialty?, coded: Specialty?) {
    if recognized == nil, !CellReading.isUnknown(typed) {
      report(
        .warning, row, .specialty, value: typed, problem: "the specialty is not known by this name",
        expected: "a name such as Internal Medicine or IM",
        remedy: (Specialty.suggestion(for: typed).map { "did you mean \($0.name)? " } ?? "")
          + "correct it; it is kept as typed, and no list uses the row unless the profile names the same")
    } else if let recognized, let coded, recognized != coded {
      report(
        .warning, row, .specialty, value: typed, problem: "the code says \(coded.name)",
        remedy: "correct the one that is wrong; the specialty is kept as typed")
    }
  }

  private mutating func readFields(_ row: Int, into program: inout Program) {
    for (field, column) in fields {
      if field == .code || field == .program || field == .specialty { continue }
      let typed = table[row, column].trimmedBlanks
      let reading = reading(typed, as: field)
      if let fault = reading.fault {
        report(.error, row, field, value: typed, expected: fault, remedy: "leave it empty if unknown")
      }
      if let doubt = reading.doubt {
        report(.warning, row, field, value: typed, problem: doubt.problem, remedy: doubt.remedy)
      }
      guard let value = reading.value else { continue }
      program[field] = value
      if reading.isPreference { program.preferredOnly.insert(field) }
      note(field, typed: typed, read: value.description + (reading.isPreference ? " (preferred)" : ""))
      if let ends = reading.ends, field == .step2Median {
        // A range in the one score column is both ends, unless they have columns of their own.
        if mapping[Program.Field.step2Low.rawValue] == nil { program.step2Low = ends.low }
        if mapping[Program.Field.step2High.rawValue] == nil { program.step2High = ends.high }
      }
    }
    splitCity(row, &program)
    checkTogether(row, &program)
  }

  /// A cell's reading, made once for each of the first thousand spellings of a field.
  private mutating func reading(_ typed: String, as field: Program.Field) -> CellReading {
    if let known = cache[field]?[typed] { return known }
    let reading = CellReading(typed, as: field, fraction: fractions.contains(field))
    if cache[field, default: [:]].count < 1_000 { cache[field, default: [:]][typed] = reading }
    return reading
  }

  private mutating func specialty(_ typed: String) -> (specialty: Specialty, track: Track?)? {
    if let known = specialties[typed] { return known }
    let found = CellReading.isUnknown(typed) ? nil : Specialty.recognized(typed)
    specialties[typed] = .some(found)
    return found
  }

  /// "Cleveland, OH" in the city's column is a city and a state, and so is "Pittsburgh PA".
  private mutating func splitCity(_ row: Int, _ program: inout Program) {
    guard let typed = program.city else { return }
    let header = mapping[Program.Field.city.rawValue].map { ColumnName.key(mapping.headers[$0]) } ?? ""
    // "City/State" promises both.
    let isPromised = header.contains("state") && !header.contains("estate")
    if let comma = typed.lastIndex(of: ",") {
      let rest = String(typed[typed.index(after: comma)...]).trimmedBlanks
      if let state = USState.recognized(rest) {
        take(String(typed[..<comma]), state, typed, into: &program)
      } else if isPromised || (rest.count == 2 && rest.allSatisfy { $0.isLetter && $0.isUppercase }) {
        program.city = String(typed[..<comma]).trimmedBlanks
        if program.state == nil {
          report(
            .error, row, .city, value: typed,
            problem: "\u{201C}\(rest)\u{201D} is no state", expected: CatalogColumns.meaning(of: .state),
            remedy: "correct it, or leave it out if unknown")
        }
      }
      return
    }
    let words = typed.split(whereSeparator: \.isWhitespace)
    for count in 1...3 where words.count > count {
      let end = words.suffix(count).joined(separator: " ")
      let isCode = count == 1 && end.count == 2 && end.allSatisfy { $0.isLetter && $0.isUppercase }
      // A name in full only where a state is promised: Oklahoma City is no state, and New York may be the city.
      guard isCode || isPromised, let state = USState.recognized(end), isCode || end.count > 2 else { continue }
      take(words.dropLast(count).joined(separator: " "), state, typed, into: &program)
      return
    }
    if isPromised, program.state == nil {
      report(
        .warning, row, .city, value: typed, problem: "no state was found in it",
        remedy: "write it as \u{201C}Cleveland, OH\u{201D}; the state is taken as unknown")
    }
  }

  private mutating func take(_ city: String, _ state: USState, _ typed: String, into program: inout Program) {
    program.city = city.trimmedBlanks
    if program.state == nil { program.state = state.code }
    note(.city, typed: typed, read: "\(city.trimmedBlanks) in \(state.name)")
  }

  private mutating func readExtras(_ row: Int, into program: inout Program) {
    for column in mapping.unknown + [mapping[CatalogColumns.allIMGs]].compactMap(\.self) {
      let value = table[row, column].trimmedBlanks
      if !value.isEmpty { program.extras[mapping.headers[column]] = value }
    }
  }

  /// Each known field gets its own source and date, else the row's, else the file's name.
  private func addProvenance(_ row: Int, to program: inout Program) {
    let known = { (text: String) in CellReading.isUnknown(text) ? nil : text }
    let rowSource = known(text(row, "source"))
    let rowDate = known(text(row, "date"))
    let file = Program.Provenance(source: rowSource ?? table.name, date: rowDate)
    for (field, source, date) in origins where program[field] != nil {
      let ownSource = source.flatMap { known(table[row, $0].trimmedBlanks) }
      let ownDate = date.flatMap { known(table[row, $0].trimmedBlanks) }
      program.provenance[field] = Program.Provenance(source: ownSource ?? file.source, date: ownDate ?? file.date)
    }
  }

  /// Remembers how a value was read, where it was read as something else.
  private mutating func note(_ field: Program.Field, typed: String, read: String) {
    guard typed != read, !typed.isEmpty, readings[field, default: []].count < 8 else { return }
    if readings[field, default: []].contains(where: { $0.typed == typed }) { return }
    readings[field, default: []].append((typed, read))
  }

  /// `OWN-` and eight hexadecimal digits: FNV-1a (64 bits, folded to 32) over the keys of name, specialty, institution,
  /// city and state, so that the same program has the same code in every file.
  static func ownCode(_ program: Program) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for part in [program.name, program.specialty, program.institution ?? "", program.city ?? "", program.state ?? ""] {
      for byte in Array(ColumnName.key(part).utf8) + [0x1F] {
        hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
      }
    }
    let folded = String(UInt32(truncatingIfNeeded: hash ^ (hash >> 32)), radix: 16, uppercase: true)
    return "OWN-" + String(repeating: "0", count: 8 - folded.count) + folded
  }
}
