/// Writes Excel workbooks: strings, numbers, a bold first row that stays in sight, column widths.
///
/// Written here and packed by libzip in memory, because the usual library writes to a file only; the same sheets give
/// the same bytes.
public enum XLSX {
  /// One value.
  public enum Cell: Sendable, Equatable {
    case text(String)
    /// A number; what is not finite is left empty.
    case number(Double)
    case empty
  }

  /// One sheet: a bold row of names that stays in sight, and rows.
  public struct Sheet: Sendable {
    /// At most 31 characters; the rest, and characters that Excel forbids, are left out.
    public var name: String
    public var headers: [String]
    public var rows: [[Cell]]
    /// Widths in characters; chosen from the values (8 to 60) where absent.
    public var widths: [Double]?

    public init(name: String, headers: [String], rows: [[Cell]], widths: [Double]? = nil) {
      self.name = name
      self.headers = headers
      self.rows = rows
      self.widths = widths
    }
  }

  /// The workbook as bytes.
  ///
  /// Sheets with one name are told apart by a number. Throws ``TableError`` of kind `cannotWrite` without any sheet, and
  /// where Excel's own limits are passed: 1,048,576 rows, 16,384 columns, 32,767 characters in a value. O(values).
  public static func write(_ sheets: [Sheet]) throws(TableError) -> [UInt8] {
    guard !sheets.isEmpty else { throw cannotWrite("it has no sheet") }
    var names: [String] = []
    for sheet in sheets {
      let name = sheetName(sheet.name)
      var candidate = name
      var number = 2
      while names.contains(where: { $0.lowercased() == candidate.lowercased() }) {
        candidate = String(name.prefix(27)) + " \(number)"
        number += 1
      }
      names.append(candidate)
    }
    var parts = WorkbookParts.frame(names: names)
    for (index, sheet) in sheets.enumerated() {
      parts.append(("xl/worksheets/sheet\(index + 1).xml", try WorkbookParts.sheet(sheet)))
    }
    guard let bytes = WorkbookArchive.packed(parts) else { throw cannotWrite("memory does not suffice") }
    return bytes
  }

  private static func sheetName(_ name: String) -> String {
    let allowed = name.filter { !"[]:*?/\\'".contains($0) && $0 >= " " }
    var cut = String(allowed.prefix(31))
    // Excel counts UTF-16 units.
    while cut.utf16.count > 31 { cut.removeLast() }
    return cut.isEmpty ? "Sheet" : cut
  }

  static func cannotWrite(_ reason: String) -> TableError {
    TableError(
      .cannotWrite,
      Finding(
        .error, file: "", problem: "the workbook cannot be written: \(reason)",
        remedy: "write a CSV, which has no such limits"))
  }
}
