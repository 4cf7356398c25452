/// A table in memory: the bytes of all values once, and where each begins.
///
/// Rows are those of the file or sheet, titles and column names included; a ``ColumnMapping`` finds the row of names.
/// Rows may be of different lengths: a field beyond a row's end reads as empty.
public struct Table: Sendable {
  /// What the positions are counted in.
  public enum Kind: Sendable, Equatable {
    /// Lines and characters of a text.
    case text(separator: Separator)
    /// Rows and cells of the sheet with this name.
    case workbook(sheet: String)
  }

  /// Where a value stands, all counted from 1.
  public struct Position: Sendable, Equatable, Hashable {
    /// The line of the text (of the value's first byte), or the row of the sheet.
    public var line: Int
    /// The number of the field or column.
    public var column: Int
    /// In a text, the character of the line at which the value begins.
    public var character: Int?
    /// In a sheet, the cell's reference such as `E12`.
    public var cell: String?

    public init(line: Int, column: Int, character: Int? = nil, cell: String? = nil) {
      self.line = line
      self.column = column
      self.character = character
      self.cell = cell
    }

    /// The place within the line for a ``Finding``.
    public var place: String? { cell.map { "cell \($0)" } ?? character.map { "character \($0)" } }
  }

  public let name: String
  public internal(set) var kind: Kind
  /// What was odd but readable.
  public internal(set) var warnings: [Finding] = []
  /// The other sheets of a workbook.
  public internal(set) var otherSheets: [String] = []

  struct RowRecord: Sendable {
    var start: Int
    var firstSpan: Int
    var line: Int
  }

  var bytes: [UInt8] = []
  var spans: [CSVSpan] = []
  var records: [RowRecord] = []

  init(name: String, kind: Kind) {
    self.name = name
    self.kind = kind
  }

  /// The number of rows, titles and names included.
  public var rowCount: Int { records.count }

  /// One row, counted from 0.
  public subscript(row: Int) -> Row { Row(table: self, index: row) }

  /// The text of one value, rows and columns counted from 0; empty beyond a row's end.
  ///
  /// O(length).
  public subscript(row: Int, column: Int) -> String {
    guard let field = field(row, column) else { return "" }
    return bytes.withUnsafeBufferPointer { bytes in
      let slice = UnsafeBufferPointer(rebasing: bytes[field])
      switch kind {
      case .text: return CSVText.decoded(slice)
      case .workbook: return String(decoding: slice, as: UTF8.self)
      }
    }
  }

  /// The number of fields in a row.
  public func fieldCount(_ row: Int) -> Int {
    let next = row + 1 < records.count ? records[row + 1].firstSpan : spans.count
    return next - records[row].firstSpan
  }

  /// Where a value stands; for a field beyond the row's end, where it would begin.
  ///
  /// O(row length).
  public func position(_ row: Int, _ column: Int) -> Position {
    let record = records[row]
    switch kind {
    case .workbook:
      let cell = CellReference(row: record.line, column: column + 1).description
      return Position(line: record.line, column: column + 1, character: nil, cell: cell)
    case .text:
      let end = rowRange(row).upperBound
      let offset = field(row, column)?.lowerBound ?? end
      let place = bytes.withUnsafeBufferPointer { bytes in
        CSVText.position(
          of: offset - record.start, in: UnsafeBufferPointer(rebasing: bytes[record.start..<end]),
          firstLine: record.line)
      }
      return Position(line: place.line, column: column + 1, character: place.character, cell: nil)
    }
  }

  private func rowRange(_ row: Int) -> Range<Int> {
    records[row].start..<(row + 1 < records.count ? records[row + 1].start : bytes.count)
  }

  private func field(_ row: Int, _ column: Int) -> Range<Int>? {
    guard row >= 0, row < records.count, column >= 0, column < fieldCount(row) else { return nil }
    let span = spans[records[row].firstSpan + column]
    let start = records[row].start
    return start + Int(span.start)..<start + Int(span.end)
  }

  /// One row of a table.
  public struct Row: Sendable {
    let table: Table
    /// The row's place among the rows, counted from 0.
    public let index: Int

    /// The number of fields.
    public var count: Int { table.fieldCount(index) }
    /// The line of the text, or the row of the sheet, counted from 1.
    public var line: Int { table.records[index].line }
    /// The text of a field; empty beyond the row's end.
    public subscript(column: Int) -> String { table[index, column] }
    /// All values.
    public var values: [String] { (0..<count).map { self[$0] } }
    /// Whether nothing but blanks stands in the row.
    public var isBlank: Bool { (0..<count).allSatisfy { self[$0].allSatisfy(\.isWhitespace) } }
  }
}

/// A cell's name in a sheet, such as `E12`.
public struct CellReference: Sendable, Equatable, Hashable, CustomStringConvertible {
  /// Counted from 1.
  public var row: Int
  /// Counted from 1; 27 is `AA`.
  public var column: Int

  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// Reads `E12` or `$E$12`; `nil` for anything else and beyond Excel's 16,384 columns and 1,048,576 rows.
  public init?(_ text: some StringProtocol) {
    var row = 0
    var column = 0
    for byte in text.utf8 where byte != 0x24 {
      if byte >= 0x30, byte <= 0x39, column > 0 {
        row = row * 10 + Int(byte - 0x30)
        guard row <= 1_048_576 else { return nil }
      } else {
        let letter = byte & 0xDF
        guard row == 0, letter >= 0x41, letter <= 0x5A else { return nil }
        column = column * 26 + Int(letter - 0x40)
        guard column <= 16_384 else { return nil }
      }
    }
    guard row > 0, column > 0 else { return nil }
    self.init(row: row, column: column)
  }

  public var description: String {
    var letters = ""
    var rest = column
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(0x41 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters + String(row)
  }
}
