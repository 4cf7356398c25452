/// A JSON document in which every value remembers its line and column.
///
/// Decoders of the standard library say *which key* is wrong, not *where*; a person with a text editor needs the
/// place. This reader accepts exactly RFC 8259 (a byte-order mark is skipped), keeps the order of keys, and reports
/// a key that stands twice. Complexity: O(bytes); nesting is limited to 64 levels.
public struct JSONText: Sendable, Equatable {
  public enum Value: Sendable, Equatable {
    case null
    case bool(Bool)
    /// The number and its spelling.
    case number(Double, String)
    case string(String)
    case array([JSONText])
    case object([Member])
  }

  public struct Member: Sendable, Equatable {
    public let key: String
    public let line: Int
    public let column: Int
    public let value: JSONText
  }

  /// What makes a text not JSON.
  public struct Fault: Error, Sendable, Equatable {
    public let line: Int
    public let column: Int
    public let found: String
    public let expected: String
    public let remedy: String
  }

  public let value: Value
  /// Counted from 1.
  public let line: Int
  /// Counted from 1, in characters of UTF-8 text (Unicode scalars).
  public let column: Int

  public init(value: Value, line: Int, column: Int) {
    self.value = value
    self.line = line
    self.column = column
  }

  /// Reads one document.
  public static func read(_ bytes: [UInt8]) throws(Fault) -> JSONText {
    var scanner = Scanner(bytes: bytes)
    return try scanner.document()
  }

  /// The value as it would be typed, cut to 40 characters, for messages.
  public var spelling: String {
    switch value {
    case .null: return "null"
    case .bool(let flag): return flag ? "true" : "false"
    case .number(_, let text): return text
    case .string(let text): return text.count > 40 ? text.prefix(37) + "..." : text
    case .array(let items): return items.isEmpty ? "[]" : "a list of \(items.count)"
    case .object(let members): return members.isEmpty ? "{}" : "an object with \(members.count) keys"
    }
  }
}

extension JSONText {
  private struct Scanner {
    let bytes: [UInt8]
    var at = 0
    var line = 1
    var depth = 0
    /// Where the column was counted to last, so that counting a long line stays linear.
    var counted = 0
    var countedColumn = 1

    init(bytes: [UInt8]) {
      self.bytes = bytes
      if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
        at = 3
        counted = 3
      }
    }

    mutating func column() -> Int {
      while counted < at {
        if bytes[counted] & 0xC0 != 0x80 { countedColumn += 1 }
        counted += 1
      }
      return countedColumn
    }

    mutating func fault(_ expected: String, _ remedy: String) -> Fault {
      let found: String
      if at >= bytes.count {
        found = "the end of the file"
      } else {
        let end = min(bytes.count, at + 12)
        let piece = bytes[at..<end].prefix { $0 >= 0x20 }
        found = piece.isEmpty ? "byte \(bytes[at])" : "\"" + String(decoding: piece, as: UTF8.self) + "\""
      }
      return Fault(line: line, column: column(), found: found, expected: expected, remedy: remedy)
    }

    mutating func document() throws(Fault) -> JSONText {
      skipSpace()
      if at >= bytes.count {
        throw fault("a JSON object", "The file is empty; start from the output of `housestaff list --example`.")
      }
      if !#"{["-0123456789tfn"#.utf8.contains(bytes[at]) {
        throw fault(
          "a JSON object", "This is no JSON file; a profile starts from the output of `housestaff list --example`.")
      }
      let result = try element()
      skipSpace()
      if at < bytes.count { throw fault("nothing after the closing bracket", "Remove what follows.") }
      return result
    }

    mutating func skipSpace() {
      while at < bytes.count {
        switch bytes[at] {
        case 0x20, 0x09, 0x0D: at += 1
        case 0x0A:
          at += 1
          line += 1
          counted = at
          countedColumn = 1
        default: return
        }
      }
    }

    mutating func element() throws(Fault) -> JSONText {
      let (startLine, startColumn) = (line, column())
      guard at < bytes.count else { throw cut() }
      let value: Value
      switch bytes[at] {
      case UInt8(ascii: "{"): value = try object()
      case UInt8(ascii: "["): value = try array()
      case UInt8(ascii: "\""): value = .string(try string())
      case UInt8(ascii: "t"): value = try word("true", .bool(true))
      case UInt8(ascii: "f"): value = try word("false", .bool(false))
      case UInt8(ascii: "n"): value = try word("null", .null)
      case UInt8(ascii: "-"), 0x30...0x39: value = try number()
      default:
        throw fault("a value", "Write text in straight double quotes, numbers bare, unknown as null.")
      }
      return JSONText(value: value, line: startLine, column: startColumn)
    }

    mutating func cut() -> Fault {
      fault("more", "The file seems cut off: every { and [ needs its closing bracket. Save it again whole.")
    }

    mutating func word(_ text: String, _ value: Value) throws(Fault) -> Value {
      guard bytes[at...].starts(with: text.utf8) else {
        throw fault("true, false or null", "Text needs double quotes.")
      }
      at += text.utf8.count
      return value
    }

    mutating func number() throws(Fault) -> Value {
      let start = at
      func isDigit(_ index: Int) -> Bool { index < bytes.count && (0x30...0x39).contains(bytes[index]) }
      if bytes[at] == UInt8(ascii: "-") { at += 1 }
      guard isDigit(at) else { throw fault("a digit", "Write a number such as 244.") }
      if bytes[at] == 0x30, isDigit(at + 1) { throw fault("no leading zero", "Write 5, not 05.") }
      while isDigit(at) { at += 1 }
      if at < bytes.count, bytes[at] == UInt8(ascii: ".") {
        at += 1
        guard isDigit(at) else { throw fault("a digit after the point", "Write 0.5, not 0. or .5") }
        while isDigit(at) { at += 1 }
      }
      if at < bytes.count, bytes[at] | 0x20 == UInt8(ascii: "e") {
        at += 1
        if at < bytes.count, bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-") { at += 1 }
        guard isDigit(at) else { throw fault("an exponent", "Write the number out.") }
        while isDigit(at) { at += 1 }
      }
      let text = String(decoding: bytes[start..<at], as: UTF8.self)
      guard let parsed = Double(text), parsed.isFinite else { throw fault("a number", "Write a number such as 244.") }
      return .number(parsed, text)
    }

    mutating func string() throws(Fault) -> String {
      let (startLine, startColumn) = (line, column())
      at += 1
      var scalars: [UInt8] = []
      while true {
        guard at < bytes.count else {
          throw Fault(
            line: startLine, column: startColumn, found: "text without its closing quote", expected: "a closing \"",
            remedy: "Add the quote; if the file was cut off, save it again whole.")
        }
        let byte = bytes[at]
        switch byte {
        case UInt8(ascii: "\""):
          at += 1
          guard let text = String(validating: scalars, as: UTF8.self) else {
            throw Fault(
              line: startLine, column: startColumn, found: "bytes that are not UTF-8", expected: "UTF-8 text",
              remedy: "Save the file with the encoding UTF-8.")
          }
          return text
        case UInt8(ascii: "\\"):
          at += 1
          try escape(into: &scalars)
        case 0..<0x20:
          throw fault("text on one line", "Close the quote before the end of the line, or write \\n.")
        default:
          scalars.append(byte)
          at += 1
        }
      }
    }

    mutating func escape(into text: inout [UInt8]) throws(Fault) {
      guard at < bytes.count else { throw cut() }
      let plain: [UInt8: UInt8] = [
        0x22: 0x22, 0x5C: 0x5C, 0x2F: 0x2F, 0x62: 8, 0x66: 12, 0x6E: 10, 0x72: 13, 0x74: 9,
      ]
      if let byte = plain[bytes[at]] {
        text.append(byte)
        at += 1
        return
      }
      guard bytes[at] == UInt8(ascii: "u") else {
        throw fault("an escape such as \\n or \\u00e9", "Write \\\\ for a backslash.")
      }
      at += 1
      var code = try hex4()
      if (0xD800..<0xDC00).contains(code), bytes[at...].starts(with: [0x5C, UInt8(ascii: "u")]) {
        let first = at
        at += 2
        let low = try hex4()
        if (0xDC00..<0xE000).contains(low) {
          code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
        } else {
          // Half a pair is replaced; what follows it is read for itself.
          at = first
        }
      }
      let scalar = Unicode.Scalar(code) ?? "\u{FFFD}"
      text.append(contentsOf: String(Character(scalar)).utf8)
    }

    mutating func hex4() throws(Fault) -> UInt32 {
      var code: UInt32 = 0
      for index in at..<at + 4 {
        guard index < bytes.count, let digit = Character(Unicode.Scalar(bytes[index])).hexDigitValue else {
          throw fault("four hexadecimal digits", "Write \\u00e9 or the letter itself.")
        }
        code = code << 4 | UInt32(digit)
      }
      at += 4
      return code
    }

    mutating func array() throws(Fault) -> Value {
      try enter()
      var items: [JSONText] = []
      skipSpace()
      if at < bytes.count, bytes[at] == UInt8(ascii: "]") { return leave(.array(items)) }
      while true {
        skipSpace()
        items.append(try element())
        skipSpace()
        guard at < bytes.count else { throw cut() }
        if bytes[at] == UInt8(ascii: "]") { return leave(.array(items)) }
        guard bytes[at] == UInt8(ascii: ",") else { throw fault("a comma or ]", "Separate the items with commas.") }
        at += 1
      }
    }

    mutating func object() throws(Fault) -> Value {
      try enter()
      var members: [Member] = []
      var seen = Set<String>()
      skipSpace()
      if at < bytes.count, bytes[at] == UInt8(ascii: "}") { return leave(.object(members)) }
      while true {
        skipSpace()
        guard at < bytes.count else { throw cut() }
        guard bytes[at] == UInt8(ascii: "\"") else {
          throw fault("a key in double quotes", "Write \"key\": value; no comma stands before the closing }.")
        }
        let (keyLine, keyColumn) = (line, column())
        let key = try string()
        if !seen.insert(key).inserted {
          throw Fault(
            line: keyLine, column: keyColumn, found: "\"\(key)\" a second time", expected: "each key once",
            remedy: "Keep one of the two.")
        }
        skipSpace()
        guard at < bytes.count else { throw cut() }
        guard bytes[at] == UInt8(ascii: ":") else { throw fault("a colon after the key", "Write \"\(key)\": value.") }
        at += 1
        skipSpace()
        members.append(Member(key: key, line: keyLine, column: keyColumn, value: try element()))
        skipSpace()
        guard at < bytes.count else { throw cut() }
        if bytes[at] == UInt8(ascii: "}") { return leave(.object(members)) }
        guard bytes[at] == UInt8(ascii: ",") else { throw fault("a comma or }", "Separate the keys with commas.") }
        at += 1
      }
    }

    mutating func enter() throws(Fault) {
      depth += 1
      if depth > 64 { throw fault("at most 64 levels", "Unnest the file.") }
      at += 1
    }

    mutating func leave(_ value: Value) -> Value {
      depth -= 1
      at += 1
      return value
    }
  }
}
