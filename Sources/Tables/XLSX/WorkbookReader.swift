/// Reads one sheet of an .xlsx workbook (ECMA-376) into rows of text.
///
/// Shared and inline strings, numbers, booleans (`TRUE`, `FALSE`), errors as shown (`#N/A`), the last computed values of
/// formulas. Numbers are written as a spreadsheet shows them: at most 15 significant digits, per cent formats with their
/// sign, dates as ISO text.
struct WorkbookReader {
  let file: String
  let limits: CSVLimits
  private let archive: WorkbookArchive
  private var sheets: [(name: String, part: String)] = []
  private var epoch1904 = false
  private var strings: [String] = []
  private var styles: [Style] = []

  enum Style { case plain, date, percent }

  init(_ bytes: [UInt8], file: String, limits: CSVLimits) throws(TableError) {
    self.file = file
    self.limits = limits
    archive = try WorkbookArchive(bytes, file: file, limit: limits.totalBytes)
    try readWorkbook()
    try readStyles()
    try readStrings()
  }

  /// The rows of the named sheet, or of the first.
  func table(sheet: String?) throws(TableError) -> Table {
    let problem = WorkbookProblem(file: file)
    let names = sheets.map(\.name)
    let wanted = sheet.map { name in sheets.first { ColumnName.key($0.name) == ColumnName.key(name) } } ?? sheets.first
    guard let wanted else { throw problem.sheetMissing(sheet ?? "", present: names) }
    var table = Table(name: file, kind: .workbook(sheet: wanted.name))
    table.otherSheets = names.filter { $0 != wanted.name }
    try read(wanted.part, into: &table)
    guard table.rowCount > 0 else { throw problem.empty(sheet: wanted.name) }
    return table
  }

  private mutating func readWorkbook() throws(TableError) {
    var targets: [String: String] = [:]
    let relations = XMLEvents()
    relations.onStart = { name, attributes in
      guard name == "Relationship", let id = attributes["Id"], let target = attributes["Target"] else { return }
      targets[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
    }
    try archive.parse("xl/_rels/workbook.xml.rels", file: file, relations)
    var found: [(String, String)] = []
    var since1904 = false
    let workbook = XMLEvents()
    workbook.onStart = { name, attributes in
      if name == "workbookPr" { since1904 = ["1", "true"].contains(attributes["date1904"] ?? "") }
      if name == "sheet", let title = attributes["name"], let target = targets[attributes["id"] ?? ""] {
        found.append((title, target))
      }
    }
    try archive.parse("xl/workbook.xml", file: file, workbook)
    sheets = found.map { (name: $0.0, part: $0.1) }
    epoch1904 = since1904
  }

  private mutating func readStyles() throws(TableError) {
    guard archive.has("xl/styles.xml") else { return }
    var codes: [Int: String] = [:]
    var found: [Style] = []
    var inCells = false
    let events = XMLEvents()
    events.onStart = { name, attributes in
      switch name {
      case "numFmt":
        if let id = attributes["numFmtId"].flatMap({ Int($0) }) { codes[id] = attributes["formatCode"] }
      case "cellXfs": inCells = true
      case "xf" where inCells:
        let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
        let date = SerialDate.isDateFormat(id: id, code: codes[id])
        found.append(date ? .date : SerialDate.isPercentFormat(id: id, code: codes[id]) ? .percent : .plain)
      default: break
      }
    }
    events.onEnd = { if $0 == "cellXfs" { inCells = false } }
    try archive.parse("xl/styles.xml", file: file, events)
    styles = found
  }

  private mutating func readStrings() throws(TableError) {
    guard archive.has("xl/sharedStrings.xml") else { return }
    var found: [String] = []
    var text: [UInt8] = []
    var inText = false
    var phonetic = false
    let events = XMLEvents()
    events.onStart = { name, _ in
      switch name {
      case "si": text.removeAll(keepingCapacity: true)
      case "t": inText = !phonetic
      case "rPh": phonetic = true
      default: break
      }
    }
    events.onText = { if inText { text.append(contentsOf: $0) } }
    events.onEnd = { name in
      switch name {
      case "si": found.append(String(decoding: text, as: UTF8.self))
      case "t": inText = false
      case "rPh": phonetic = false
      default: break
      }
    }
    try archive.parse("xl/sharedStrings.xml", file: file, events)
    strings = found
  }

  private func read(_ part: String, into table: inout Table) throws(TableError) {
    let problem = WorkbookProblem(file: file)
    var rows: [(line: Int, values: [String])] = []
    var failure: TableError?
    var row = 0
    var column = 0
    var values: [String] = []
    var type = ""
    var style = 0
    var text: [UInt8] = []
    var collects = false
    var size = 0
    let events = XMLEvents()
    events.onStart = { [limits] name, attributes in
      switch name {
      case "row":
        row = attributes["r"].flatMap { Int($0) } ?? row + 1
        column = 0
        values = []
      case "c":
        let cell = attributes["r"].flatMap { CellReference($0) }
        column = cell?.column ?? column + 1
        type = attributes["t"] ?? "n"
        style = attributes["s"].flatMap { Int($0) } ?? 0
        text.removeAll(keepingCapacity: true)
        if column > limits.fields {
          failure = problem.tooManyFields(limits.fields)
          events.refuse()
        }
      case "v", "t": collects = true
      default: break
      }
    }
    events.onText = { if collects { text.append(contentsOf: $0) } }
    events.onEnd = { [limits] name in
      switch name {
      case "v", "t": collects = false
      case "c" where !text.isEmpty && column <= limits.fields:
        let value = shown(String(decoding: text, as: UTF8.self), type: type, style: style)
        while values.count < column { values.append("") }
        values[column - 1] = value
        size += value.utf8.count + 8
      case "row" where values.contains { !$0.isEmpty }:
        rows.append((row, values))
        // Shared strings are stored once and may be shown a million times.
        if size > limits.totalBytes { failure = problem.tooLarge }
        if rows.count > limits.rows { failure = problem.tooManyRows(limits.rows) }
        if failure != nil { events.refuse() }
      default: break
      }
    }
    defer { (events.onStart, events.onText, events.onEnd) = ({ _, _ in }, { _ in }, { _ in }) }
    do throws(TableError) {
      try archive.parse(part, file: file, events)
    } catch {
      throw failure ?? error
    }
    for row in rows { table.append(values: row.values, line: row.line) }
  }

  /// A stored value as the spreadsheet shows it, or close to it.
  private func shown(_ stored: String, type: String, style: Int) -> String {
    switch type {
    case "s": return Int(stored).flatMap { strings.indices.contains($0) ? strings[$0] : nil } ?? ""
    case "b": return stored == "1" || stored == "true" ? "TRUE" : "FALSE"
    case "n":
      guard let number = Double(stored), number.isFinite else { return stored }
      switch styles.indices.contains(style) ? styles[style] : .plain {
      case .plain: return Self.number(number)
      case .percent: return Self.number(number * 100) + "%"
      case .date: return SerialDate.text(number, epoch1904: epoch1904) ?? Self.number(number)
      }
    default: return stored
    }
  }

  /// A number with at most 15 significant digits, as spreadsheets show them: 0.1 + 0.2 is 0.3.
  private static func number(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
    var scale = 1.0
    while abs(value) * scale < 1e14, scale < 1e22 { scale *= 10 }
    let rounded = abs(value) < 1e15 ? (value * scale).rounded() / scale : value
    return rounded == rounded.rounded() && abs(rounded) < 1e15 ? String(Int(rounded)) : "\(rounded)"
  }
}

extension Table {
  /// Reads one sheet of an Excel workbook: the named one, or the first.
  public init(
    xlsx: [UInt8], name: String, sheet: String? = nil, limits: CSVLimits = .table
  ) throws(TableError) {
    self = try WorkbookReader(xlsx, file: name, limits: limits).table(sheet: sheet)
  }

  /// Reads a workbook or a CSV, whichever the bytes are.
  public init(_ bytes: [UInt8], name: String, sheet: String? = nil) throws(TableError) {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      try self.init(xlsx: bytes, name: name, sheet: sheet)
    } else {
      try self.init(csv: bytes, name: name)
    }
  }
}
