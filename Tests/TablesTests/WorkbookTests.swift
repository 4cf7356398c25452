import Tables
import Testing

/// A workbook as Excel writes it: shared strings, styles, a second sheet, gaps.
private func workbook(sheet: String, date1904: Bool = false, doctype: String = "") -> [UInt8] {
  let rels = "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
  return XLSX.packed([
    (
      "xl/workbook.xml",
      "<x:workbook xmlns:x=\"m\" \(rels)><x:workbookPr date1904=\"\(date1904 ? 1 : 0)\"/><x:sheets>"
        + "<x:sheet name=\"Programs\" sheetId=\"1\" r:id=\"rId7\"/><x:sheet name=\"Notes 2\" sheetId=\"2\" r:id=\"rId8\"/>"
        + "</x:sheets></x:workbook>"
    ),
    (
      "xl/_rels/workbook.xml.rels",
      "<Relationships><Relationship Id=\"rId7\" Target=\"worksheets/sheet1.xml\"/>"
        + "<Relationship Id=\"rId8\" Target=\"/xl/worksheets/other.xml\"/></Relationships>"
    ),
    (
      "xl/styles.xml",
      "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"[Red]&quot;day&quot;\\ 0.0\"/>"
        + "<numFmt numFmtId=\"165\" formatCode=\"dd/mm/yyyy\"/><numFmt numFmtId=\"166\" formatCode=\"0.0%\"/></numFmts>"
        + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>"
        + "<xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"166\"/><xf numFmtId=\"9\"/></cellXfs></styleSheet>"
    ),
    (
      "xl/sharedStrings.xml",
      "<sst><si><t>name</t></si><si><r><t>two </t></r><r><t xml:space=\"preserve\">runs</t></r>"
        + "<rPh><t>x</t></rPh></si><si><t>É &amp; é</t></si></sst>"
    ),
    ("xl/worksheets/sheet1.xml", doctype + "<worksheet><sheetData>\(sheet)</sheetData></worksheet>"),
    (
      "xl/worksheets/other.xml",
      "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>alone</t></is></c></row></sheetData></worksheet>"
    ),
  ])
}

private func sheetFailure(_ bytes: [UInt8], sheet: String? = nil, limits: CSVLimits = .table) -> TableError? {
  do throws(TableError) {
    _ = try Table(xlsx: bytes, name: "t.xlsx", sheet: sheet, limits: limits)
    return nil
  } catch {
    return error
  }
}

@Suite struct `A workbook` {
  @Test func `is read as Excel wrote it`() throws {
    let table = try Table(
      xlsx: workbook(
        sheet: "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"C2\" t=\"s\"><v>1</v></c></row><row r=\"3\"/>"
          + "<row r=\"5\"><c r=\"A5\" t=\"s\"><v>2</v></c><c r=\"B5\"><v>0.30000000000000004</v></c>"
          + "<c r=\"C5\" s=\"1\"><v>46204</v></c><c r=\"D5\" s=\"3\"><v>46204.604166666664</v></c>"
          + "<c r=\"E5\" s=\"2\"><v>46204</v></c><c r=\"F5\" s=\"4\"><v>0.455</v></c><c r=\"G5\" s=\"5\"><v>1</v></c>"
          + "<c r=\"H5\" t=\"b\"><v>1</v></c><c r=\"I5\" t=\"e\"><v>#N/A</v></c>"
          + "<c r=\"J5\" t=\"str\"><f>A1</f><v>made</v></c><c r=\"AA5\"><v>1E3</v></c></row>"),
      name: "t.xlsx")
    #expect(table.rowCount == 2)
    #expect(table[0].values == ["name", "", "two runs"])
    #expect(
      table[1].values.prefix(10) == [
        "É & é", "0.3", "2026-07-01", "2026-07-01 14:30", "46204", "45.5%", "100%", "TRUE", "#N/A", "made",
      ])
    #expect(table[1, 26] == "1000")
    #expect(table[1].line == 5)
    #expect(table.position(1, 26).cell == "AA5")
    #expect(table.kind == .workbook(sheet: "Programs"))
    #expect(table.otherSheets == ["Notes 2"])
    let other = try Table(xlsx: workbook(sheet: ""), name: "t.xlsx", sheet: "notes 2")
    #expect(other[0, 0] == "alone")
  }

  @Test func `counts days from 1900 and from 1904`() throws {
    // Excel's own documentation: serial 1 is 1 January 1900; 39448 is 1 January 2008.
    let known = [
      (1.0, "1900-01-01"), (59, "1900-02-28"), (61, "1900-03-01"), (39_448, "2008-01-01"), (0.5, "12:00"),
      (45_351, "2024-02-29"), (2_958_465, "9999-12-31"), (39_448.999_999_9, "2008-01-02"),
      (39_448.000_012, "2008-01-01 00:00:01"),
    ]
    for (serial, text) in known { #expect(SerialDate.text(serial) == text, "\(serial)") }
    #expect(SerialDate.text(0, epoch1904: true) == "1904-01-01")
    #expect(SerialDate.text(-1) == nil && SerialDate.text(3e6) == nil)
    for serial in stride(from: 61.0, to: 60_000, by: 97) {
      #expect(SerialDate.text(serial + 1_462) == SerialDate.text(serial, epoch1904: true))
    }
    let sheet = "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>44742</v></c></row>"
    #expect(try Table(xlsx: workbook(sheet: sheet, date1904: true), name: "t")[0, 0] == "2026-07-01")
  }

  @Test func `reads back what was written`() throws {
    let rows: [[XLSX.Cell]] = [
      [.text("a & <b> \"c\" é 😀\nline"), .number(-2.5), .empty], [.text("=1+1"), .number(1e21), .number(.nan)],
      [.text("  spaces "), .number(0.1), .text("x")],
    ]
    let sheet = XLSX.Sheet(name: "List: [1]", headers: ["one", "two", "three"], rows: rows)
    let bytes = try XLSX.write([sheet, XLSX.Sheet(name: "list 1", headers: ["q"], rows: [])])
    #expect(bytes == (try XLSX.write([sheet, XLSX.Sheet(name: "list 1", headers: ["q"], rows: [])])))
    let table = try Table(bytes, name: "t.xlsx")
    #expect(table.otherSheets.count == 1 && table.otherSheets.first != "List 1")
    #expect(table[0].values == ["one", "two", "three"])
    #expect(table[1].values == ["a & <b> \"c\" é 😀\nline", "-2.5"])
    #expect(table[2].values == ["=1+1", "1e+21"])
    #expect(table[3].values == ["  spaces ", "0.1", "x"])
    #expect(throws: TableError.self) { try XLSX.write([]) }
    #expect(throws: TableError.self) {
      try XLSX.write([XLSX.Sheet(name: "a", headers: [String(repeating: "x", count: 40_000)], rows: [])])
    }
  }

  @Test func `that is broken says how`() throws {
    let good = workbook(sheet: "<row><c><v>1</v></c></row>")
    #expect(sheetFailure(good) == nil)
    #expect(sheetFailure([])?.kind == .empty)
    #expect(sheetFailure(Array("name,visa\n".utf8))?.kind == .notAWorkbook)
    #expect(sheetFailure([0xD0, 0xCF, 0x11, 0xE0])?.kind == .notAWorkbook)
    #expect(sheetFailure(good, sheet: "Absent")?.kind == .sheetMissing)
    #expect(sheetFailure(good, sheet: "Absent")?.finding.expected == "\"Programs\" or \"Notes 2\"")
    #expect(sheetFailure(workbook(sheet: ""))?.kind == .empty)
    #expect(sheetFailure(workbook(sheet: "<row><c>"))?.kind == .damagedWorkbook)
    let entity = "<!DOCTYPE a [<!ENTITY x \"yyyyyyyyyy\">]>"
    #expect(sheetFailure(workbook(sheet: "<row><c><v>1</v></c></row>", doctype: entity))?.kind == .damagedWorkbook)
    for length in stride(from: 2, to: good.count, by: 37) {
      #expect(sheetFailure(Array(good.prefix(length))) != nil, "cut at \(length)")
    }
    var generator = Seeded(5)
    for _ in 0..<300 {
      var bytes = good
      for _ in 0..<3 {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
      }
      _ = sheetFailure(bytes)
    }
  }

  @Test func `that unpacks without end is stopped`() throws {
    let spaces = String(repeating: " ", count: 8 << 20)
    let small = CSVLimits(rowBytes: 1 << 20, fields: 100, totalBytes: 1 << 20, rows: 1_000)
    #expect(sheetFailure(workbook(sheet: spaces), limits: small)?.kind == .tooLarge)
    let many = String(repeating: "<row><c><v>1</v></c></row>", count: 1_001)
    #expect(sheetFailure(workbook(sheet: many), limits: small)?.kind == .tooManyRows)
    #expect(
      sheetFailure(workbook(sheet: "<row r=\"1\"><c r=\"CW1\"><v>1</v></c></row>"), limits: small)?.kind
        == .tooManyFields)
    #expect(sheetFailure(workbook(sheet: "<row r=\"1\"><c r=\"CV1\"><v>1</v></c></row>"), limits: small) == nil)
  }

  @Test func `names its cells as Excel does`() {
    for column in 1...16_384 {
      let reference = CellReference(row: 7, column: column)
      #expect(CellReference(reference.description) == reference)
    }
    #expect(CellReference(row: 1, column: 16_384).description == "XFD1")
    for bad in ["", "A", "1", "A0", "1A", "A1B", "XFE1", "A1048577", "AAAAAAAAAAAAAA1", "é1"] {
      #expect(CellReference(bad) == nil, "\(bad)")
    }
  }
}
