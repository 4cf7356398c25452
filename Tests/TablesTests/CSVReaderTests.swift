import Tables
import Testing

/// All rows of a text, read in pieces of the given size.
func rows(_ bytes: [UInt8], pieces: Int = .max, separator: Separator? = nil) throws -> [[String]] {
  var reader = CSVReader(name: "t.csv", separator: separator)
  var rows: [[String]] = []
  var start = 0
  while start < bytes.count {
    let end = pieces == .max ? bytes.count : min(bytes.count, start + pieces)
    try reader.read(Array(bytes[start..<end])) { row in rows.append((0..<row.count).map { row.string($0) }) }
    start = end
  }
  try reader.finish { row in rows.append((0..<row.count).map { row.string($0) }) }
  return rows
}

func rows(_ text: String, pieces: Int = .max, separator: Separator? = nil) throws -> [[String]] {
  try rows(Array(text.utf8), pieces: pieces, separator: separator)
}

/// The kind and the finding of the error that reading gives.
func failure(_ bytes: [UInt8], limits: CSVLimits = .table) -> TableError? {
  do throws(TableError) {
    _ = try Table(csv: bytes, name: "t.csv", limits: limits)
    return nil
  } catch {
    return error
  }
}

/// The obviously right reader: one character at a time, one string at a time.
func slowRows(_ text: String, separator: Character) -> [[String]] {
  var rows: [[String]] = []
  var row: [String] = []
  var field = ""
  var raw = 0
  var quoted = false
  var started = false
  let scalars = Array(text.unicodeScalars)
  var index = 0
  func endRow() {
    if raw > 0 { rows.append(row + [field]) }
    row = []
    field = ""
    raw = 0
    started = false
  }
  while index < scalars.count {
    let scalar = scalars[index]
    if quoted {
      raw += 1
      if scalar == "\"" {
        if index + 1 < scalars.count, scalars[index + 1] == "\"" {
          field.unicodeScalars.append("\"")
          index += 1
        } else {
          quoted = false
        }
      } else {
        field.unicodeScalars.append(scalar)
      }
    } else if scalar == "\"" && !started {
      quoted = true
      started = true
      raw += 1
    } else if Character(scalar) == separator {
      row.append(field)
      field = ""
      started = false
      raw += 1
    } else if scalar == "\n" || scalar == "\r" {
      if scalar == "\r", index + 1 < scalars.count, scalars[index + 1] == "\n" { index += 1 }
      endRow()
    } else {
      field.unicodeScalars.append(scalar)
      started = true
      raw += 1
    }
    index += 1
  }
  endRow()
  return rows
}

@Suite struct `A CSV reader` {
  @Test func `reads plain rows, quoted values, doubled quotes and line breaks within quotes`() throws {
    #expect(try rows("a,b\n1,2\n") == [["a", "b"], ["1", "2"]])
    #expect(try rows("a,b\r\n\"x, y\",\"say \"\"hi\"\"\"\r\n") == [["a", "b"], ["x, y", "say \"hi\""]])
    #expect(try rows("a,b\r\"1\r\n2\n3\",4") == [["a", "b"], ["1\r\n2\n3", "4"]])
    #expect(try rows("a,\n,b\n,\n") == [["a", ""], ["", "b"], ["", ""]])
    #expect(try rows("\u{FEFF}a,b\n") == [["a", "b"]])
    #expect(try rows("\n\n\r\na\n\n\"\"\n") == [["a"], [""]])
    #expect(try rows("a\"b,5\" tall\n") == [["a\"b", "5\" tall"]])
    #expect(try rows("\"a\"b,\"c\" \n") == [["ab", "c "]])
  }

  @Test func `recognizes comma, semicolon and tab, and obeys Excel's own line`() throws {
    #expect(try rows("a;b;c\n1,5;2;3\n4,5;6;7\n") == [["a", "b", "c"], ["1,5", "2", "3"], ["4,5", "6", "7"]])
    #expect(try rows("name\tplace\nA\tX, OH\nB\tY, PA\n") == [["name", "place"], ["A", "X, OH"], ["B", "Y, PA"]])
    #expect(try rows("a,b\nx,QI track;research\ny,rural\n")[1] == ["x", "QI track;research"])
    #expect(try rows("sep=;\r\na;b,c\r\n") == [["a", "b,c"]])
    #expect(try rows("\"a;b;c\",d\n\"e;f;g\",h\n")[0] == ["a;b;c", "d"])
    #expect(try rows("one\ntwo\n") == [["one"], ["two"]])
    #expect(try rows("a;b\n", separator: .comma) == [["a;b"]])
    let table = try Table(csv: Array("My programs, 2026\n\na;b;c\n1;2;3\n4;5;6\n".utf8), name: "t.csv")
    #expect(table.kind == .text(separator: .semicolon))
  }

  @Test(arguments: 0..<400) func `gives the same rows as a slow reader, however the bytes are cut`(seed: Int) throws {
    var generator = Seeded(UInt64(seed))
    let alphabet: [Unicode.Scalar] = ["a", "b", "é", "😀", ",", ",", "\"", "\"", "\n", "\r", " ", "7"]
    var text = "h"
    for _ in 0..<Int.random(in: 1...40, using: &generator) {
      text.unicodeScalars.append(alphabet.randomElement(using: &generator)!)
    }
    // Close what was opened, so that there is a result to compare.
    let expected = slowRows(text, separator: ",")
    for pieces in [1, 2, 3, 7, Int.max] {
      do {
        #expect(try rows(text, pieces: pieces, separator: .comma) == expected, "seed \(seed), pieces \(pieces)")
      } catch let error as TableError {
        #expect(error.kind == .unterminatedQuote, "seed \(seed), pieces \(pieces)")
        #expect(isOpen(text), "seed \(seed)")
      }
    }
  }

  /// Whether the text ends within quotes: closing them changes the last value only if so.
  private func isOpen(_ text: String) -> Bool {
    var quoted = false
    var fieldStart = true
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      if quoted {
        if bytes[index] == 0x22 {
          if index + 1 < bytes.count, bytes[index + 1] == 0x22 { index += 1 } else { quoted = false }
        }
      } else if bytes[index] == 0x22, fieldStart {
        quoted = true
        fieldStart = false
      } else {
        fieldStart = bytes[index] == 0x2C || bytes[index] == 0x0A || bytes[index] == 0x0D
      }
      index += 1
    }
    return quoted
  }

  @Test(arguments: 0..<100) func `reads back what the writer wrote`(seed: Int) throws {
    var generator = Seeded(UInt64(seed) + 1_000)
    let alphabet = ["a", "é", "\u{1F600}", ",", ";", "\t", "\"", "\n", "\r", " ", "=", "-1"]
    let table = (0..<Int.random(in: 1...8, using: &generator)).map { _ in
      (0..<Int.random(in: 1...5, using: &generator)).map { _ in
        (0..<Int.random(in: 0...6, using: &generator)).map { _ in alphabet.randomElement(using: &generator)! }.joined()
      }
    }
    for separator in Separator.allCases {
      var writer = CSVWriter(separator: separator, byteOrderMark: seed.isMultiple(of: 2))
      for row in table { writer.write(row) }
      #expect(try rows(writer.bytes, separator: separator) == table, "seed \(seed)")
    }
  }

  @Test(arguments: ["sep=;", "sep=;x", "\u{FEFF}a", "sep="]) func `reads back a first value that looks like a mark`(
    value: String
  ) throws {
    for hasMark in [false, true] {
      for table in [[[value], ["a"]], [[value, "b"], [value, "c"]]] {
        var writer = CSVWriter(byteOrderMark: hasMark)
        for row in table { writer.write(row) }
        #expect(try rows(writer.bytes, separator: .comma) == table)
        #expect(try rows(writer.bytes, separator: nil) == table)
      }
    }
  }

  @Test func `knows line, column and character of every value`() throws {
    let text = "name,note,n\r\nA,\"two\nlines\",1\r\nÉmile,\"x\",é2\n\nlast,,3"
    for pieces in [1, 5, Int.max] {
      var builder = Table.Builder(name: "t.csv")
      let bytes = Array(text.utf8)
      for start in stride(from: 0, to: bytes.count, by: min(pieces, bytes.count)) {
        try builder.read(Array(bytes[start..<min(bytes.count, start + min(pieces, bytes.count))]))
      }
      let table = try builder.finish()
      #expect(table.rowCount == 4)
      #expect(table.position(0, 2) == Table.Position(line: 1, column: 3, character: 11, cell: nil))
      #expect(table.position(1, 1) == Table.Position(line: 2, column: 2, character: 3, cell: nil))
      // The value behind a line break within quotes stands on the next line.
      #expect(table.position(1, 2) == Table.Position(line: 3, column: 3, character: 8, cell: nil))
      #expect(table.position(2, 2) == Table.Position(line: 4, column: 3, character: 11, cell: nil))
      #expect(table.position(3, 0).line == 6)
      #expect(table.position(3, 9).line == 6)
      #expect(table[1, 1] == "two\nlines")
      #expect(table[2, 0] == "Émile")
      #expect(table[3, 1].isEmpty && table[3, 9].isEmpty)
    }
  }

  @Test func `reads numbers as the standard library does`() throws {
    var generator = Seeded(7)
    for _ in 0..<20_000 {
      let digits = Int.random(in: 1...19, using: &generator)
      var text = ["", "-", "+"].randomElement(using: &generator)!
      for place in 0..<digits {
        text += String(Int.random(in: 0...9, using: &generator))
        if place == digits / 2, Bool.random(using: &generator) { text += "." }
      }
      #expect(DecimalText.double(text) == Double(text), "\(text)")
    }
    #expect(DecimalText.double(" 1.5 ") == 1.5)
    #expect(DecimalText.double("1e3") == 1_000)
    for bad in ["", " ", "-", ".", "1,5", "0x10", "nan", "inf", "1 2", "1.2.3", "١", "5%", "1e999"] {
      #expect(DecimalText.double(bad) == nil, "\(bad)")
    }
    #expect(DecimalText.integer("-042") == -42)
    for bad in ["", "-", "1.0", "9999999999999999999", "1a"] { #expect(DecimalText.integer(bad) == nil, "\(bad)") }
  }

  @Test func `lends rows without copying them`() throws {
    var reader = CSVReader(name: "t.csv")
    var sum = 0
    var found = 0
    var blank = 0
    let text = "k,v\n" + String(repeating: "\"x\", 12 \ny,30\n , \n", count: 10_000)
    try reader.read(Array(text.utf8)) { row in
      sum += row.integer(1) ?? 0
      if row.equals(0, Array("x".utf8)) { found += 1 }
      if row.isBlank { blank += 1 }
    }
    try reader.finish { row in sum += row.integer(1) ?? 0 }
    #expect(sum == 420_000 && found == 10_000 && blank == 10_000 && reader.rowCount == 30_001)
  }

  @Test func `leaves formulas alone unless asked to guard them`() {
    var plain = CSVWriter()
    plain.write(["=1+1", "-2.5", "a"])
    #expect(plain.text == "=1+1,-2.5,a\n")
    var guarded = CSVWriter(guardsFormulas: true)
    guarded.write(["=1+1", "-2.5", "+x", "@a,b"])
    #expect(guarded.text == "'=1+1,-2.5,'+x,\"'@a,b\"\n")
  }
}
