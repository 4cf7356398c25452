import Tables
import Testing

@Suite struct `A broken file` {
  @Test func `that is empty says so`() {
    for bytes: [UInt8] in [[], [0xEF, 0xBB, 0xBF], Array("\n\r\n\n".utf8)] { #expect(failure(bytes)?.kind == .empty) }
  }

  @Test func `with a quote that never closes names the line where it opened`() {
    let error = failure(Array("a,b\n\"x\ny\",2\nz,\"open\nmore\nand more\n".utf8))
    #expect(error?.kind == .unterminatedQuote)
    #expect(error?.finding.line == 4)
    #expect(
      error?.description
        == "t.csv, line 4: the quote opened here is not closed before the end of the file; "
        + "expected a closing \" for every opening one; close it, or write a quote inside a value as \"\".")
  }

  @Test func `with a byte that is not UTF-8 names its line and character`() {
    let error = failure(Array("a,b\n\"é\n".utf8) + [0xE9] + Array("\",2\n".utf8))
    #expect(error?.kind == .invalidUTF8)
    #expect(error?.finding.line == 3)
    #expect(error?.finding.place == "character 1")
    let later = failure(Array("a,b\n1,é".utf8) + [0xC3, 0x28] + Array("\n".utf8))
    #expect(later?.finding.line == 2)
    #expect(later?.finding.place == "character 4")
  }

  @Test func `is held to UTF-8 exactly`() {
    // Unicode 15, table 3-7: overlong forms, surrogates, beyond U+10FFFF and cut sequences are ill-formed.
    let bad: [[UInt8]] = [
      [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80], [0xF0, 0x8F, 0xBF, 0xBF],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x82], [0x80], [0xFF], [0xE2, 0x28, 0xA1],
    ]
    for bytes in bad { #expect(failure(Array("a,b\n".utf8) + bytes + [0x0A])?.kind == .invalidUTF8, "\(bytes)") }
    for text in ["\u{7FF}", "\u{800}", "\u{D7FF}", "\u{E000}", "\u{FFFF}", "\u{10000}", "\u{10FFFF}"] {
      #expect(failure(Array("a,b\n\(text),1\n".utf8)) == nil)
    }
  }

  @Test func `of another format is named`() {
    #expect(failure([0xFF, 0xFE, 0x61, 0, 0x2C, 0])?.kind == .utf16)
    #expect(failure([0x50, 0x4B, 0x03, 0x04, 1, 2])?.kind == .binary)
    #expect(failure(Array("a,b\n1,2\n".utf8) + [0] + Array("x\n".utf8))?.kind == .binary)
    var generator = Seeded(3)
    for length in [64, 1_000, 100_000] {
      let noise = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
      #expect(failure(noise)?.kind == .binary)
    }
  }

  @Test func `beyond a limit is refused with the limit`() {
    let small = CSVLimits(rowBytes: 100, fields: 4, totalBytes: 1_000, rows: 10)
    #expect(
      failure(Array(("a,b\n" + String(repeating: "x", count: 101) + "\n").utf8), limits: small)?.kind == .rowTooLong)
    #expect(failure(Array("a,b\n1,2,3,4,5\n".utf8), limits: small)?.finding.line == 2)
    #expect(failure(Array("a,b\n1,2,3,4,5\n".utf8), limits: small)?.kind == .tooManyFields)
    #expect(failure(Array(String(repeating: "a\n", count: 11).utf8), limits: small)?.kind == .tooManyRows)
    #expect(failure(Array(String(repeating: "abc,defg\n", count: 200).utf8), limits: small)?.kind == .tooLarge)
    #expect(failure(Array(String(repeating: "a\n", count: 10).utf8), limits: small) == nil)
  }

  enum Noise: CaseIterable { case bytes, letters, quotes, commas, oneLine }

  @Test(arguments: Noise.allCases) func `of 300 MB of noise is refused early`(noise: Noise) {
    var generator = Seeded(11)
    let chunk: [UInt8] = (0..<65_536).map { _ in
      switch noise {
      case .bytes: UInt8.random(in: 0...255, using: &generator)
      case .letters: UInt8.random(in: 0x20...0x7E, using: &generator)
      case .quotes: Bool.random(using: &generator) ? 0x22 : 0x61
      case .commas: 0x2C
      case .oneLine: 0x61
      }
    }
    var builder = Table.Builder(name: "noise.csv")
    var fed = 0
    var stopped: TableError?
    while fed < 300 << 20, stopped == nil {
      do throws(TableError) {
        try builder.read(chunk)
      } catch {
        stopped = error
      }
      fed += chunk.count
    }
    #expect(stopped != nil)
    #expect(fed <= 2 << 20)
    #expect(stopped?.finding.remedy.isEmpty == false)
  }

  @Test func `keeps giving the same error`() {
    var reader = CSVReader(name: "t.csv")
    var kinds: [TableError.Kind] = []
    for _ in 0..<3 {
      do throws(TableError) {
        try reader.read([UInt8](repeating: 0, count: 70_000)) { _ in }
      } catch {
        kinds.append(error.kind)
      }
    }
    #expect(kinds == [.binary, .binary, .binary])
  }

  @Test func `with text behind a closing quote is read with a warning`() throws {
    let table = try Table(csv: Array("a,b\n\"x\"y,1\nz,2\n".utf8), name: "t.csv")
    #expect(table[1, 0] == "xy")
    #expect(table.warnings.map(\.line) == [2])
    #expect(table.warnings.allSatisfy { $0.severity == .warning })
  }
}
