public import Tables

/// One catalog file as it was understood: its programs, what is wrong with it, and how it was read.
///
/// Errors: a missing column or value for program or specialty, a code that stands twice, and every value that its field
/// cannot have (text for a number, an unknown state, a percentage above 100, a low end above the high end). Warnings: a
/// guessed, unknown or doubled column, uneven rows, a specialty or a visa policy that is not known exactly, shares read as
/// percentages, numbers that contradict each other without saying which is wrong.
///
/// A row with a faulty value keeps its others, and the faulty one is unknown. A row without program or specialty, and the
/// second row with one code, are left out.
public struct CatalogFile: Sendable {
  /// The file's name.
  public let name: String
  public internal(set) var programs: [Program] = []
  /// In the order of the lines.
  public internal(set) var findings: [Finding] = []
  /// How the columns were understood.
  public let mapping: ColumnMapping
  /// The number of rows below the names that are not blank.
  public internal(set) var rowCount = 0
  /// For each field, values that were read as something other than they are written, with what they were read as; at
  /// most eight different ones, the first seen first.
  public internal(set) var readings: [Program.Field: [(typed: String, read: String)]] = [:]

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - table: The rows of the file.
  ///   - told: Field names by header, where a person has put the guess right.
  public init(_ table: Table, told: [String: String] = [:]) {
    name = table.name
    mapping = ColumnMapping(CatalogColumns.wanted, in: table, told: told)
    var reader = CatalogReader(table: table, mapping: mapping)
    reader.readAll()
    programs = reader.programs
    rowCount = reader.rowCount
    readings = reader.readings
    let all = table.warnings + mapping.findings + table.unevenRows(below: mapping.headerRow) + reader.findings
    // By line, and in the order found within it; what concerns the whole file comes first.
    findings = all.enumerated().sorted { ($0.element.line ?? 0, $0.offset) < ($1.element.line ?? 0, $1.offset) }
      .map(\.element)
  }
}

extension Catalog {
  /// Reads and merges tables; later ones win by code, field by field.
  public init(tables: [Table]) { self.init(tables.map { CatalogFile($0) }) }
}
