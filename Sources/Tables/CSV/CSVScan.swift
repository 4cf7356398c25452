/// The state of a reader between two bytes, so that a row may be cut anywhere.
struct CSVScan: Sendable {
  enum Mode: UInt8, Sendable {
    /// Before a row's first byte.
    case rowStart
    /// Before a field's first byte.
    case fieldStart
    /// In a field without quotes, or behind a closing quote.
    case plain
    /// Between quotes.
    case quoted
    /// Behind a quote that closes a field or is the first of a doubled one.
    case quoteSeen
  }

  var mode = Mode.rowStart
  var separator: UInt8 = Separator.comma.rawValue
  /// Offsets into the reader's buffer.
  var position = 0
  var rowStart = 0
  var fieldStart = 0
  var fieldCount = 0
  /// Lines from 1: of the byte at `position`, of the row's first byte, of the last opening quote.
  var line = 1
  var rowLine = 1
  var quoteLine = 1
  var rowIndex = 0
  /// All bytes of the row, or-ed: the high bit says whether there is anything but ASCII.
  var bits: UInt8 = 0
  /// A CR has just ended a row; an LF that follows belongs to it.
  var skipsLineFeed = false
  /// Lines where text followed a closing quote.
  var strayQuotes: [Int] = []

  /// Scans to the end of the bytes, handing out rows.
  ///
  /// `classes` marks with bit 0 the bytes that end a plain run, with bit 1 those that end a quoted one.
  mutating func run(
    _ base: UnsafePointer<UInt8>, count: Int, spans: UnsafeMutablePointer<CSVSpan>, classes: UnsafePointer<UInt8>,
    limits: CSVLimits, problem: CSVProblem, row: (borrowing CSVRow) throws(TableError) -> Void
  ) throws(TableError) {
    var at = position
    while at < count {
      switch mode {
      case .rowStart:
        if skipsLineFeed {
          skipsLineFeed = false
          if base[at] == CSVByte.lineFeed {
            at += 1
            position = at
            continue
          }
        }
        rowStart = at
        fieldStart = at
        rowLine = line
        fieldCount = 0
        bits = 0
        mode = .fieldStart
      case .fieldStart:
        if base[at] == CSVByte.quote {
          mode = .quoted
          quoteLine = line
          at += 1
        } else {
          mode = .plain
        }
      case .plain:
        var seen = bits
        while at < count, classes[Int(base[at])] & 1 == 0 {
          seen |= base[at]
          at += 1
        }
        bits = seen
        guard at < count else { break }
        let byte = base[at]
        if byte == 0 { throw problem.binary(line: line) }
        guard fieldCount < limits.fields else { throw problem.tooManyFields(line: rowLine, limit: limits.fields) }
        spans[fieldCount] = CSVSpan(
          start: Int32(truncatingIfNeeded: fieldStart - rowStart), end: Int32(truncatingIfNeeded: at - rowStart))
        fieldCount += 1
        if byte == separator {
          at += 1
          fieldStart = at
          mode = .fieldStart
        } else {
          try hand(out: base, to: at, spans: spans, limits: limits, problem: problem, row: row)
          line += 1
          skipsLineFeed = byte == CSVByte.carriageReturn
          at += 1
          mode = .rowStart
        }
      case .quoted:
        var seen = bits
        while at < count, classes[Int(base[at])] & 2 == 0 {
          seen |= base[at]
          at += 1
        }
        bits = seen
        guard at < count else { break }
        let byte = base[at]
        if byte == CSVByte.quote {
          mode = .quoteSeen
        } else if byte == 0 {
          throw problem.binary(line: line)
        } else if byte == CSVByte.carriageReturn || base[at - 1] != CSVByte.carriageReturn {
          line += 1
        }
        at += 1
      case .quoteSeen:
        if base[at] == CSVByte.quote {
          mode = .quoted
          at += 1
        } else {
          // Plain text takes the separator or line end that should stand here, and whatever else does.
          if classes[Int(base[at])] & 1 == 0, strayQuotes.count < 100 { strayQuotes.append(line) }
          mode = .plain
        }
      }
      position = at
    }
    position = at
  }

  /// Hands out the row that ends before `end`, unless it has no byte at all.
  private mutating func hand(
    out base: UnsafePointer<UInt8>, to end: Int, spans: UnsafeMutablePointer<CSVSpan>, limits: CSVLimits,
    problem: CSVProblem, row: (borrowing CSVRow) throws(TableError) -> Void
  ) throws(TableError) {
    let length = end - rowStart
    guard length > 0 else { return }
    guard length <= limits.rowBytes else { throw problem.rowTooLong(line: rowLine, limit: limits.rowBytes) }
    guard rowIndex < limits.rows else { throw problem.tooManyRows(limit: limits.rows) }
    if bits >= 0x80 {
      let bytes = UnsafeBufferPointer(start: base + rowStart, count: length)
      if let offset = CSVText.firstInvalidByte(in: bytes) {
        let place = CSVText.position(of: offset, in: bytes, firstLine: rowLine)
        throw problem.invalidUTF8(line: place.line, character: place.character, byte: bytes[offset])
      }
    }
    try row(
      CSVRow(
        base: base + rowStart, spans: spans, count: fieldCount, index: rowIndex, line: rowLine, length: length))
    rowIndex += 1
  }
}
