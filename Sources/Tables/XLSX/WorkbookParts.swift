/// The parts of a workbook as XML (ECMA-376 part 1, the least that spreadsheet programs ask for).
enum WorkbookParts {
  private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let types = "application/vnd.openxmlformats-officedocument.spreadsheetml"

  /// Everything but the sheets.
  static func frame(names: [String]) -> [(name: String, bytes: [UInt8])] {
    let numbers = 1...names.count
    let overrides = numbers.map {
      "<Override PartName=\"/xl/worksheets/sheet\($0).xml\" ContentType=\"\(types).worksheet+xml\"/>"
    }.joined()
    let content =
      "<Types xmlns=\"\(package)/content-types\">"
      + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
      + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(types).sheet.main+xml\"/>"
      + "<Override PartName=\"/xl/styles.xml\" ContentType=\"\(types).styles+xml\"/>\(overrides)</Types>"
    let root =
      "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"rId1\" "
      + "Type=\"\(relations)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    let sheets = zip(numbers, names).map {
      "<sheet name=\"\(escaped($1))\" sheetId=\"\($0)\" r:id=\"rId\($0)\"/>"
    }.joined()
    let workbook = "<workbook xmlns=\"\(main)\" xmlns:r=\"\(relations)\"><sheets>\(sheets)</sheets></workbook>"
    let links = numbers.map {
      "<Relationship Id=\"rId\($0)\" Type=\"\(relations)/worksheet\" Target=\"worksheets/sheet\($0).xml\"/>"
    }.joined()
    let styleLink =
      "<Relationship Id=\"rId\(names.count + 1)\" Type=\"\(relations)/styles\" Target=\"styles.xml\"/>"
    let workbookLinks = "<Relationships xmlns=\"\(package)/relationships\">\(links)\(styleLink)</Relationships>"
    let font = "<sz val=\"11\"/><name val=\"Calibri\"/>"
    let styles =
      "<styleSheet xmlns=\"\(main)\"><fonts count=\"2\"><font>\(font)</font><font><b/>\(font)</font></fonts>"
      + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
      + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
      + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
      + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
      + "<cellXfs count=\"2\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
      + "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/></cellXfs>"
      + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>"
    return [
      ("[Content_Types].xml", content), ("_rels/.rels", root), ("xl/workbook.xml", workbook),
      ("xl/_rels/workbook.xml.rels", workbookLinks), ("xl/styles.xml", styles),
    ].map { (name: $0.0, bytes: Array((head + $0.1).utf8)) }
  }

  /// One sheet, its strings inline.
  static func sheet(_ sheet: XLSX.Sheet) throws(TableError) -> [UInt8] {
    guard sheet.rows.count < 1_048_576 else { throw XLSX.cannotWrite("sheet \"\(sheet.name)\" has too many rows") }
    var xml = head + "<worksheet xmlns=\"\(main)\"><sheetViews><sheetView workbookViewId=\"0\">"
    if !sheet.headers.isEmpty {
      xml += "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
    }
    xml += "</sheetView></sheetViews>"
    if !sheet.headers.isEmpty {
      xml += "<cols>"
      for column in sheet.headers.indices {
        let width = width(column, of: sheet)
        xml += "<col min=\"\(column + 1)\" max=\"\(column + 1)\" width=\"\(width)\" customWidth=\"1\"/>"
      }
      xml += "</cols>"
    }
    xml += "<sheetData>"
    if !sheet.headers.isEmpty { try append(sheet.headers.map { .text($0) }, row: 1, style: " s=\"1\"", to: &xml) }
    for (index, row) in sheet.rows.enumerated() {
      try append(row, row: index + (sheet.headers.isEmpty ? 1 : 2), style: "", to: &xml)
    }
    return Array((xml + "</sheetData></worksheet>").utf8)
  }

  private static func append(
    _ cells: [XLSX.Cell], row: Int, style: String, to xml: inout String
  ) throws(TableError) {
    guard cells.count <= 16_384 else { throw XLSX.cannotWrite("row \(row) has too many values") }
    xml += "<row r=\"\(row)\">"
    for (index, cell) in cells.enumerated() {
      let reference = CellReference(row: row, column: index + 1)
      switch cell {
      case .text(let text) where !text.isEmpty:
        guard text.utf16.count <= 32_767 else { throw XLSX.cannotWrite("the value in \(reference) is too long") }
        xml +=
          "<c r=\"\(reference)\"\(style) t=\"inlineStr\"><is><t xml:space=\"preserve\">\(escaped(text))</t></is></c>"
      case .number(let number) where number.isFinite:
        xml += "<c r=\"\(reference)\"\(style)><v>\(number)</v></c>"
      case .text, .number, .empty: break
      }
    }
    xml += "</row>"
  }

  private static func width(_ column: Int, of sheet: XLSX.Sheet) -> Double {
    if let widths = sheet.widths, column < widths.count { return widths[column] }
    var longest = sheet.headers[column].count + 1
    for row in sheet.rows.prefix(200) where column < row.count {
      if case .text(let text) = row[column] { longest = max(longest, text.count) }
    }
    return Double(min(60, max(8, longest + 1)))
  }

  /// Text for XML 1.0: characters that it cannot hold are left out.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\r": escaped += "&#13;"
      case "\t", "\n": escaped.unicodeScalars.append(scalar)
      default:
        if scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF {
          escaped.unicodeScalars.append(scalar)
        }
      }
    }
    return escaped
  }
}
