extension Table {
  /// Builds a table from the pieces of a CSV; stops at the first thing that shows it is none.
  public struct Builder: Sendable {
    private var reader: CSVReader
    private var table: Table

    public init(name: String, separator: Separator? = nil, limits: CSVLimits = .table) {
      reader = CSVReader(name: name, separator: separator, limits: limits)
      table = Table(name: name, kind: .text(separator: .comma))
    }

    /// Makes room for a text of known length, at about ten bytes a value.
    fileprivate mutating func reserve(bytes: Int) {
      table.bytes.reserveCapacity(bytes)
      table.spans.reserveCapacity(bytes / 10)
      table.records.reserveCapacity(bytes / 80)
    }

    /// Takes the next bytes.
    public mutating func read(_ chunk: UnsafeBufferPointer<UInt8>) throws(TableError) {
      try reader.read(chunk) { row throws(TableError) in table.append(row) }
    }

    /// Takes the next bytes.
    public mutating func read(_ chunk: [UInt8]) throws(TableError) {
      try reader.read(chunk) { row throws(TableError) in table.append(row) }
    }

    /// The table, once nothing more will come.
    public consuming func finish() throws(TableError) -> Table {
      try reader.finish { row throws(TableError) in table.append(row) }
      table.kind = .text(separator: reader.separator ?? .comma)
      table.warnings = reader.warnings
      return table
    }
  }

  /// Reads a whole CSV, or text pasted from a spreadsheet or a web page (tab separated).
  public init(
    csv: [UInt8], name: String, separator: Separator? = nil, limits: CSVLimits = .table
  ) throws(TableError) {
    var builder = Builder(name: name, separator: separator, limits: limits)
    builder.reserve(bytes: min(csv.count, limits.totalBytes))
    try builder.read(csv)
    self = try builder.finish()
  }

  /// Reads text that was pasted.
  public init(text: String, name: String = "", separator: Separator? = nil) throws(TableError) {
    try self.init(csv: Array(text.utf8), name: name, separator: separator)
  }

  /// Keeps a row that passes by.
  fileprivate mutating func append(_ row: borrowing CSVRow) {
    records.append(RowRecord(start: bytes.count, firstSpan: spans.count, line: row.line))
    bytes.append(contentsOf: UnsafeBufferPointer(start: row.base, count: row.length))
    spans.append(contentsOf: UnsafeBufferPointer(start: row.spans, count: row.count))
  }

  /// Keeps a row of values that are already plain text; missing columns are empty.
  mutating func append(values: [String], line: Int) {
    let start = bytes.count
    records.append(RowRecord(start: start, firstSpan: spans.count, line: line))
    for value in values {
      let first = Int32(clamping: bytes.count - start)
      bytes.append(contentsOf: value.utf8)
      spans.append(CSVSpan(start: first, end: Int32(clamping: bytes.count - start)))
    }
  }
}
