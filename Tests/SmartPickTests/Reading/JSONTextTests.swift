import SmartPick
import Tables
import Testing

/// The accept and reject tables follow the classes of the JSON Parsing Test Suite (Seriot, 2016).
@Suite struct `JSON text` {
  static func read(_ text: String) throws(JSONText.Fault) -> JSONText { try JSONText.read(Array(text.utf8)) }

  @Test(arguments: [
    "[]", "{}", "null", "true", "false", "\"\"", "0", "-0", "0.5", "-1.25e+3", "1E5", "1e-2", "123456789012345678901",
    "[1,2 , 3]", " \t\r\n[ ] \n", "{\"a\":{\"b\":[]}}", "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]",
    "[\"\\u00e9\\uD83D\\uDE00\"]",
    "[\"\u{7F}\"]", "[\"é 😀\"]", "\u{FEFF}[1]", "{\"\":0}", "[[[[[[]]]]]]", "[1e-400]", "[\"\\uD800\"]",
    "[\"\\uDC00x\"]",
    "[\"\\uD800\\u0041\"]", "{\"a\":1,\"b\":1}",
  ])
  func `is accepted where RFC 8259 accepts it`(text: String) throws {
    _ = try Self.read(text)
  }

  @Test(arguments: [
    "", " ", "\n", "[", "]", "{", "}", "[1", "[1,", "[1,]", "[,1]", "[1 2]", "[1]]", "[1]x", "{\"a\"}", "{\"a\":}",
    "{\"a\":1,}", "{a:1}", "{'a':1}", "{\"a\":1 \"b\":2}", "{1:1}", "{\"a\":1}}", "nul", "True", "NaN", "Infinity",
    "-", "-a", "+1", ".5", "1.", "01", "-01", "1e", "1e+", "1.e1", "0x10", "1_000", "1e400", "\"", "\"a", "\"\\x\"",
    "\"\\u12\"", "\"\\u+0aB\"", "\"\\u-001\"", "\"\\u 041\"", "\"\\uD83D\\u\"", "\"\\", "\"\\u", "\"a\nb\"", "\"\t\"",
    "\"\u{0}\"", "[\u{A0}1]", "// a\n1", "/* */1", "{\"a\":1,\"a\":2}", "\u{FEFF}", "\u{FEFF}\u{FEFF}1", "“a”",
    "{\"a\":1,\"\\u0061\":2}",
  ])
  func `is refused where RFC 8259 refuses it, and where a key stands twice`(text: String) {
    #expect(throws: JSONText.Fault.self) { try Self.read(text) }
  }

  @Test func `that is not UTF-8 is refused with its place`() throws {
    for bytes: [UInt8] in [[0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xE9], [0xF5, 0x80, 0x80, 0x80]] {
      let fault = #expect(throws: JSONText.Fault.self) {
        try JSONText.read(Array("[1,\n \"".utf8) + bytes + [0x22, 0x5D])
      }
      #expect(fault?.line == 2 && fault?.column == 2 && fault?.found == "bytes that are not UTF-8")
    }
  }

  @Test func `keeps line and column of every value, in characters`() throws {
    let text = "{\"é\": 1,\r\n  \"b\": [true,\n null, \"😀\", 7]}"
    guard case .object(let members) = try Self.read(text).value, case .array(let items) = members[1].value.value else {
      Issue.record("an object with a list")
      return
    }
    #expect(members.map(\.key) == ["é", "b"])
    #expect(members.map { [$0.line, $0.column, $0.value.line, $0.value.column] } == [[1, 2, 1, 7], [2, 3, 2, 8]])
    #expect(items.map { [$0.line, $0.column] } == [[2, 9], [3, 2], [3, 8], [3, 13]])
    #expect(items.map(\.spelling) == ["true", "null", "😀", "7"])
  }

  @Test func `reads every escape, whole pairs and half ones`() throws {
    func string(_ text: String) throws -> String? {
      if case .string(let string) = try Self.read(text).value { string } else { nil }
    }
    #expect(try string("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"") == "\"\\/\u{8}\u{C}\n\r\t")
    #expect(try string("\"\\u0041\\u00E9\\u20ac\\ud83d\\ude00\"") == "Aé€😀")
    #expect(try string("\"\\ud800\\u0041\"") == "\u{FFFD}A", "half a pair does not eat what follows")
    #expect(try string("\"\\ud800\\ud83d\\ude00\"") == "\u{FFFD}😀")
    #expect(try string("\"\\ude00\\ud83d\"") == "\u{FFFD}\u{FFFD}")
    #expect(try string("\"\\ud83d\\n\"") == "\u{FFFD}\n")
  }

  @Test func `reads numbers as their nearest double and keeps their spelling`() throws {
    var random = Seeded(1)
    for _ in 0..<2000 {
      let value = Double(bitPattern: UInt64.random(in: 0...UInt64.max, using: &random))
      guard value.isFinite else { continue }
      let text = "\(value)"
      #expect(try Self.read(text).value == .number(value, text))
    }
  }

  @Test func `nested without end is refused, not followed`() {
    for open in ["[", "{\"a\":"] {
      let fault = #expect(throws: JSONText.Fault.self) { try Self.read(String(repeating: open, count: 100_000)) }
      #expect(fault?.expected == "at most 64 levels")
    }
    #expect(throws: Never.self) {
      try Self.read(String(repeating: "[", count: 64) + String(repeating: "]", count: 64))
    }
  }

  @Test func `on one long line is read in linear time`() throws {
    // A million values on a line: counting each column from the start of the line would take hours.
    let text = "[" + String(repeating: "1,", count: 1_000_000) + "x]"
    let fault = #expect(throws: JSONText.Fault.self) { try Self.read(text) }
    #expect(fault?.column == 2_000_002)
  }

  @Test func `damaged anywhere is read or refused, never a crash`() {
    let example = Array(Profile.example.utf8)
    var random = Seeded(2)
    for _ in 0..<3000 {
      var bytes = example
      for _ in 0...Int.random(in: 0...3, using: &random) {
        bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      let reader = ProfileReader(bytes: bytes, file: "me.json")
      for finding in reader.findings {
        #expect((finding.line ?? 0) >= 1 && finding.place != nil && !finding.remedy.isEmpty)
      }
    }
  }
}
