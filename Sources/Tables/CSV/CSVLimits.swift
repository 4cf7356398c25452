/// How much a reader takes before it says that this is not the table it was told to read.
///
/// The limits bound memory (about one row's length) and time: noise of any length is refused within the first of them.
public struct CSVLimits: Sendable, Equatable {
  /// The longest row, in bytes, line ends within quotes included.
  public var rowBytes: Int
  /// The most fields in a row.
  public var fields: Int
  /// The most bytes in all.
  public var totalBytes: Int
  /// The most rows in all.
  public var rows: Int

  /// Limits for streams that are added up on reading: one megabyte a row, 4,096 fields, and no end.
  public static let streaming = CSVLimits(rowBytes: 1 << 20, fields: 4_096, totalBytes: .max, rows: .max)
  /// Limits for a table that is held in memory: 256 MB and two million rows.
  public static let table = CSVLimits(rowBytes: 1 << 20, fields: 4_096, totalBytes: 256 << 20, rows: 2_000_000)

  /// Values are brought into the ranges that the reader's 32-bit positions can hold.
  public init(rowBytes: Int, fields: Int, totalBytes: Int, rows: Int) {
    self.rowBytes = min(max(rowBytes, 16), 1 << 28)
    self.fields = min(max(fields, 1), 1 << 20)
    self.totalBytes = totalBytes
    self.rows = rows
  }
}

/// The byte between two fields.
public enum Separator: UInt8, Sendable, Codable, CaseIterable {
  case comma = 0x2C
  case tab = 0x09
  case semicolon = 0x3B

  /// The name for a sentence.
  public var name: String {
    switch self {
    case .comma: "comma"
    case .tab: "tab"
    case .semicolon: "semicolon"
    }
  }

  /// The separator that cuts the most of the first lines into the same number of fields.
  ///
  /// Bytes within quotes are not counted. Ties go to the separator that cuts finer, then to comma, tab, semicolon. A
  /// text with none of them is one column, read as comma separated. O(n).
  static func recognized(in text: UnsafeBufferPointer<UInt8>) -> Separator {
    var best = Separator.comma
    var bestLines = 0
    var bestCount = 0
    for candidate in [Separator.comma, .tab, .semicolon] {
      let counts = candidate.counts(in: text)
      var lines: [Int: Int] = [:]
      for count in counts where count > 0 { lines[count, default: 0] += 1 }
      // The most frequent number of separators; of two equally frequent ones the larger.
      guard let mode = lines.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else { continue }
      if (mode.value, mode.key) > (bestLines, bestCount) {
        best = candidate
        bestLines = mode.value
        bestCount = mode.key
      }
    }
    return best
  }

  /// How often the separator stands outside quotes in each of the first 32 lines.
  private func counts(in text: UnsafeBufferPointer<UInt8>) -> [Int] {
    var counts: [Int] = []
    var count = 0
    var quoted = false
    var filled = false
    for byte in text {
      if byte == CSVByte.quote { quoted.toggle() }
      if !quoted && (byte == CSVByte.lineFeed || byte == CSVByte.carriageReturn) {
        if filled { counts.append(count) }
        if counts.count == 32 { return counts }
        count = 0
        filled = false
      } else {
        filled = true
        if !quoted && byte == rawValue { count += 1 }
      }
    }
    if filled { counts.append(count) }
    return counts
  }
}

/// The bytes that mean something in a CSV.
enum CSVByte {
  static let quote: UInt8 = 0x22
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
}
