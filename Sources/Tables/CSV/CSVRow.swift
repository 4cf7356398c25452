/// Where one field lies in its row: byte offsets from the row's first byte, the outer quotes included.
@usableFromInline
struct CSVSpan: Sendable, Equatable {
  @usableFromInline var start: Int32
  @usableFromInline var end: Int32

  @inlinable
  init(start: Int32, end: Int32) {
    self.start = start
    self.end = end
  }
}

/// One row while it passes: a view of the reader's own bytes, of which nothing is copied until it is asked for.
///
/// A row cannot be copied and is only lent to the closure that receives it, so its pointers never outlive the buffer.
public struct CSVRow: ~Copyable {
  @usableFromInline let base: UnsafePointer<UInt8>
  @usableFromInline let spans: UnsafePointer<CSVSpan>
  /// The number of fields.
  public let count: Int
  /// The row's place among the rows, counted from 0.
  public let index: Int
  /// The line on which the row begins, counted from 1.
  public let line: Int
  /// The bytes of the row without its line end.
  @usableFromInline let length: Int

  @inlinable
  init(
    base: UnsafePointer<UInt8>, spans: UnsafePointer<CSVSpan>, count: Int, index: Int, line: Int, length: Int
  ) {
    self.base = base
    self.spans = spans
    self.count = count
    self.index = index
    self.line = line
    self.length = length
  }

  /// Whether the row has no characters but separators and blanks.
  public var isBlank: Bool {
    for field in 0..<count where !isEmpty(field) { return false }
    return true
  }

  /// Whether a field is missing, empty or blank.
  @inlinable
  public func isEmpty(_ field: Int) -> Bool {
    withBytes(field) { bytes in bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D } }
  }

  /// The field's text; empty where the row has no such field.
  ///
  /// O(length).
  public func string(_ field: Int) -> String {
    guard field >= 0, field < count else { return "" }
    let span = spans[field]
    return CSVText.decoded(
      UnsafeBufferPointer(start: base + Int(span.start), count: Int(span.end - span.start)))
  }

  /// Lends the field's bytes, without outer quotes; quotes within quotes are still doubled.
  ///
  /// Empty where the row has no such field. O(1).
  @inlinable
  public func withBytes<R>(_ field: Int, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    guard field >= 0, field < count else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
    var start = Int(spans[field].start)
    var end = Int(spans[field].end)
    if start < end, base[start] == 0x22 {
      start += 1
      if end > start, base[end - 1] == 0x22 { end -= 1 }
    }
    return body(UnsafeBufferPointer(start: base + start, count: end - start))
  }

  /// Whether the field is exactly these bytes.
  ///
  /// O(length).
  @inlinable
  public func equals(_ field: Int, _ bytes: [UInt8]) -> Bool {
    withBytes(field) { $0.elementsEqual(bytes) }
  }

  /// The field as a number written with a decimal point, blanks around it allowed; `nil` for anything else.
  ///
  /// Correctly rounded. No thousands separators, no units, no "inf" or "nan".
  @inlinable
  public func double(_ field: Int) -> Double? {
    withBytes(field) { DecimalText.double($0) }
  }

  /// The field as a whole number, blanks around it allowed; `nil` for anything else and beyond 18 digits.
  @inlinable
  public func integer(_ field: Int) -> Int? {
    withBytes(field) { DecimalText.integer($0) }
  }

  /// The line and the character of the line, both counted from 1, at which a field begins.
  ///
  /// O(row).
  public func position(_ field: Int) -> (line: Int, character: Int) {
    guard field >= 0, field < count else { return (line, 1) }
    return CSVText.position(
      of: Int(spans[field].start), in: UnsafeBufferPointer(start: base, count: length), firstLine: line)
  }
}

/// What the bytes of a field say.
enum CSVText {
  /// The text of a field given with its quotes; what follows a closing quote is kept as it stands.
  static func decoded(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    guard let first = bytes.first else { return "" }
    guard first == CSVByte.quote else { return String(decoding: bytes, as: UTF8.self) }
    let inner = UnsafeBufferPointer(rebasing: bytes.dropFirst())
    if inner.last == CSVByte.quote, !inner.dropLast().contains(CSVByte.quote) {
      return String(decoding: inner.dropLast(), as: UTF8.self)
    }
    var text: [UInt8] = []
    text.reserveCapacity(inner.count)
    var quoted = true
    var index = 0
    while index < inner.count {
      let byte = inner[index]
      if quoted && byte == CSVByte.quote {
        if index + 1 < inner.count && inner[index + 1] == CSVByte.quote {
          text.append(byte)
          index += 1
        } else {
          quoted = false
        }
      } else {
        text.append(byte)
      }
      index += 1
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The line and character (Unicode scalars, from 1) of a byte, given the row around it and the row's first line.
  static func position(
    of offset: Int, in row: UnsafeBufferPointer<UInt8>, firstLine: Int
  ) -> (line: Int, character: Int) {
    var line = firstLine
    var character = 1
    var index = 0
    while index < min(offset, row.count) {
      let byte = row[index]
      let endsLine =
        byte == CSVByte.lineFeed
        || (byte == CSVByte.carriageReturn && (index + 1 >= row.count || row[index + 1] != CSVByte.lineFeed))
      if endsLine {
        line += 1
        character = 1
      } else if byte & 0xC0 != 0x80 {
        character += 1
      }
      index += 1
    }
    return (line, character)
  }

  /// The offset of the first byte that is not UTF-8, or `nil`.
  static func firstInvalidByte(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        index += 1
        continue
      }
      // Lead bytes with the range of their second byte: overlong forms, surrogates and beyond U+10FFFF excluded.
      let length: Int
      let second: ClosedRange<UInt8>
      switch byte {
      case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
      case 0xE0: (length, second) = (3, 0xA0...0xBF)
      case 0xED: (length, second) = (3, 0x80...0x9F)
      case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
      case 0xF0: (length, second) = (4, 0x90...0xBF)
      case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
      case 0xF4: (length, second) = (4, 0x80...0x8F)
      default: return index
      }
      guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return index }
      for next in 2..<max(length, 2) where bytes[index + next] & 0xC0 != 0x80 { return index }
      index += length
    }
    return nil
  }
}
