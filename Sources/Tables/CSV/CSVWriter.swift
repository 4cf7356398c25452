/// Writes rows as CSV: RFC 4180 with quotes only where a value needs them, LF at the end of each row.
public struct CSVWriter: Sendable {
  /// The bytes written so far, UTF-8.
  public private(set) var bytes: [UInt8] = []
  public let separator: Separator
  /// Whether values that a spreadsheet would run as a formula get an apostrophe in front.
  ///
  /// Off by default, because it changes the values; meant for files that hold words of strangers and are opened with a
  /// double click. Numbers such as `-2.5` are left alone.
  public let guardsFormulas: Bool

  public init(separator: Separator = .comma, byteOrderMark: Bool = false, guardsFormulas: Bool = false) {
    self.separator = separator
    self.guardsFormulas = guardsFormulas
    if byteOrderMark { bytes = [0xEF, 0xBB, 0xBF] }
  }

  /// Adds one row.
  ///
  /// O(length).
  public mutating func write(_ values: [String]) {
    // A row of one empty value would be an empty line, which readers skip.
    if values == [""] { bytes.append(contentsOf: [CSVByte.quote, CSVByte.quote]) }
    for (index, value) in values.enumerated() {
      if index > 0 { bytes.append(separator.rawValue) }
      append(value)
    }
    bytes.append(CSVByte.lineFeed)
  }

  /// All rows at once, as bytes.
  public static func write(_ rows: some Sequence<[String]>) -> [UInt8] {
    var writer = CSVWriter()
    for row in rows { writer.write(row) }
    return writer.bytes
  }

  /// The text so far.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether readers would take the first value of the file for Excel's `sep=;` or for a byte order mark.
  private func isMark(_ value: String) -> Bool {
    bytes.count <= 3 && (value.utf8.starts(with: "sep=".utf8) || value.utf8.starts(with: [0xEF, 0xBB, 0xBF]))
  }

  private mutating func append(_ value: String) {
    let dangerous =
      guardsFormulas && "=+-@\t\r".utf8.contains(value.utf8.first ?? 0) && DecimalText.double(value) == nil
    let mustQuote =
      value.utf8.contains { byte in
        byte == separator.rawValue || byte == CSVByte.quote || byte == CSVByte.lineFeed
          || byte == CSVByte.carriageReturn
      } || value.utf8.first == 0x20 || value.utf8.last == 0x20 || isMark(value)
    guard mustQuote else {
      if dangerous { bytes.append(0x27) }
      bytes.append(contentsOf: value.utf8)
      return
    }
    bytes.append(CSVByte.quote)
    if dangerous { bytes.append(0x27) }
    for byte in value.utf8 {
      if byte == CSVByte.quote { bytes.append(CSVByte.quote) }
      bytes.append(byte)
    }
    bytes.append(CSVByte.quote)
  }
}
