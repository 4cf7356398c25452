/// Reads comma-, semicolon- or tab-separated values from bytes that arrive in any pieces.
///
/// Quoting is that of RFC 4180; a byte-order mark is skipped; lines end with LF, CRLF or CR; Excel's first line
/// `sep=;` is obeyed. Lines without any byte are skipped. What RFC 4180 does not allow is read as Excel reads it: a
/// quote inside an unquoted field is a character, and what follows a closing quote is kept (with a warning).
///
/// ```swift
/// var reader = CSVReader(name: "events.csv")
/// var sum = 0.0
/// while let chunk = nextChunk() {
///   try reader.read(chunk) { row in sum += row.double(2) ?? 0 }
/// }
/// try reader.finish { row in sum += row.double(2) ?? 0 }
/// ```
///
/// O(bytes) time; memory is bounded by the limits, whatever is read. After an error the reader throws the same error
/// again.
public struct CSVReader: Sendable {
  /// The name that errors give to the file.
  public let name: String
  public let limits: CSVLimits
  /// The separator: as told, or as recognized once the first 64 kB (or the end) have arrived.
  public private(set) var separator: Separator?
  /// What was odd but readable so far, at most a hundred.
  public private(set) var warnings: [Finding] = []

  private var buffer: [UInt8] = []
  private var spans: [CSVSpan]
  private var classes = [UInt8](repeating: 0, count: 256)
  private var scan = CSVScan()
  private var total = 0
  private var begun = false
  private var failure: TableError?

  /// How many bytes are looked at before the separator is decided, and how many are scanned at a time.
  private static let piece = 1 << 16

  /// A reader; without a separator the most consistent one of the first lines is taken.
  public init(name: String, separator: Separator? = nil, limits: CSVLimits = .streaming) {
    self.name = name
    self.separator = separator
    self.limits = limits
    spans = [CSVSpan](repeating: CSVSpan(start: 0, end: 0), count: limits.fields)
  }

  /// The number of rows handed out so far.
  public var rowCount: Int { scan.rowIndex }

  /// Takes the next bytes and hands every row that they complete to `row`.
  public mutating func read(
    _ chunk: UnsafeBufferPointer<UInt8>, row: (borrowing CSVRow) throws(TableError) -> Void
  ) throws(TableError) {
    if let failure { throw failure }
    do throws(TableError) {
      var taken = 0
      while taken < chunk.count {
        let end = min(taken + Self.piece, chunk.count)
        total += end - taken
        guard total <= limits.totalBytes else { throw problem.tooLarge(limits.totalBytes) }
        buffer.append(contentsOf: chunk[taken..<end])
        taken = end
        if !begun {
          guard buffer.count >= Self.piece else { continue }
          try begin()
        }
        try advance(row: row)
      }
    } catch {
      try fail(error)
    }
  }

  /// Takes the next bytes and hands every row that they complete to `row`.
  public mutating func read(
    _ chunk: [UInt8], row: (borrowing CSVRow) throws(TableError) -> Void
  ) throws(TableError) {
    try chunk.withUnsafeBufferPointer { bytes throws(TableError) in try read(bytes, row: row) }
  }

  /// Says that nothing more will come, and hands out the last row where its line end is missing.
  public mutating func finish(row: (borrowing CSVRow) throws(TableError) -> Void) throws(TableError) {
    if let failure { throw failure }
    do throws(TableError) {
      if !begun { try begin() }
      try advance(row: row)
      if scan.mode == .quoted { throw problem.unterminatedQuote(line: scan.quoteLine) }
      if scan.mode != .rowStart {
        // A line end that the file forgot.
        buffer.append(CSVByte.lineFeed)
        try advance(row: row)
      }
      guard scan.rowIndex > 0 else { throw problem.empty }
    } catch {
      try fail(error)
    }
  }

  private var problem: CSVProblem { CSVProblem(file: name) }

  private mutating func fail(_ error: TableError) throws(TableError) {
    failure = error
    buffer = []
    throw error
  }

  /// Looks at the first bytes: mark, encoding, separator.
  private mutating func begin() throws(TableError) {
    begun = true
    try problem.refuseForeignFormats(buffer)
    if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { buffer.removeFirst(3) }
    if let told = Self.toldSeparator(buffer) {
      separator = separator ?? told.separator
      buffer.removeFirst(told.length)
      scan.line += 1
    }
    let separator = separator ?? buffer.withUnsafeBufferPointer { Separator.recognized(in: $0) }
    self.separator = separator
    for byte in [separator.rawValue, CSVByte.lineFeed, CSVByte.carriageReturn, 0] { classes[Int(byte)] |= 1 }
    for byte in [CSVByte.quote, CSVByte.lineFeed, CSVByte.carriageReturn, 0] { classes[Int(byte)] |= 2 }
    scan.separator = separator.rawValue
  }

  /// Excel's own first line, `sep=;`, with the bytes it takes.
  private static func toldSeparator(_ bytes: [UInt8]) -> (separator: Separator, length: Int)? {
    guard bytes.count >= 6, bytes.starts(with: "sep=".utf8), let separator = Separator(rawValue: bytes[4]) else {
      return nil
    }
    if bytes[5] == CSVByte.lineFeed { return (separator, 6) }
    guard bytes[5] == CSVByte.carriageReturn else { return nil }
    return (separator, bytes.count > 6 && bytes[6] == CSVByte.lineFeed ? 7 : 6)
  }

  /// Scans what has arrived, hands out its rows, and drops their bytes.
  private mutating func advance(row: (borrowing CSVRow) throws(TableError) -> Void) throws(TableError) {
    var scan = scan
    let (limits, problem) = (limits, problem)
    try buffer.withUnsafeBufferPointer { bytes throws(TableError) in
      guard let base = bytes.baseAddress else { return }
      try classes.withUnsafeBufferPointer { classes throws(TableError) in
        guard let classes = classes.baseAddress else { return }
        try spans.withUnsafeMutableBufferPointer { spans throws(TableError) in
          guard let spans = spans.baseAddress else { return }
          try scan.run(
            base, count: bytes.count, spans: spans, classes: classes, limits: limits, problem: problem, row: row)
        }
      }
    }
    if scan.mode != .rowStart, buffer.count - scan.rowStart > limits.rowBytes {
      throw scan.mode == .quoted
        ? problem.unterminatedQuote(line: scan.quoteLine, within: limits.rowBytes)
        : problem.rowTooLong(line: scan.rowLine, limit: limits.rowBytes)
    }
    let kept = scan.mode == .rowStart ? scan.position : scan.rowStart
    buffer.removeFirst(kept)
    scan.position -= kept
    scan.rowStart -= kept
    scan.fieldStart -= kept
    for line in scan.strayQuotes where warnings.count < 100 { warnings.append(problem.strayQuote(line: line)) }
    scan.strayQuotes = []
    self.scan = scan
  }
}
