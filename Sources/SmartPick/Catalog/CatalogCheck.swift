public import Tables

/// What was understood of a catalog file and what was not, as plain rows for the command line to print.
public struct CatalogCheck: Sendable {
  /// One column of the file.
  public struct Line: Sendable, Equatable {
    /// The column's name in the file.
    public var header: String
    /// What it was understood as; empty where it was not.
    public var field: String
    /// How: exact, alias, similar, told, or "kept" for a column that is not known.
    public var how: String
    /// In how many programs the field is known.
    public var known: Int
    /// Values with what they were read as: `J1/H1b = both`.
    public var examples: [String]
  }

  public let file: String
  /// The number of rows that hold something, and of programs made from them.
  public let rows: Int
  public let programs: Int
  public let lines: [Line]
  public let errors: [Finding]
  public let warnings: [Finding]

  public init(_ file: CatalogFile) {
    self.file = file.name
    rows = file.rowCount
    programs = file.programs.count
    errors = file.findings.filter { $0.severity == .error }
    warnings = file.findings.filter { $0.severity == .warning }
    let known = file.mapping.columns.map { column -> (index: Int, line: Line) in
      let field = Program.Field(rawValue: column.wanted)
      let count = file.known(column)
      let examples = field.flatMap { file.readings[$0] } ?? []
      let line = Line(
        header: column.header, field: column.wanted, how: column.how.word, known: count,
        examples: examples.map { "\($0.typed) = \($0.read)" })
      return (column.index, line)
    }
    let kept = file.mapping.unknown.map { index -> (index: Int, line: Line) in
      let header = file.mapping.headers[index]
      let count = file.programs.count { $0.extras[header] != nil }
      return (index, Line(header: header, field: "", how: "kept", known: count, examples: []))
    }
    lines = (known + kept).sorted { $0.index < $1.index }.map(\.line)
  }

  /// Whether the file is free of errors; `catalog check` then ends with exit status 0.
  public var isClean: Bool { errors.isEmpty }

  /// The names of the columns of ``table``.
  public static let headers = ["column", "understood as", "how", "known", "examples"]

  /// One row of text for each column of the file.
  public var table: [[String]] {
    lines.map { line in
      [
        line.header, line.field, line.how, "\(line.known) of \(programs)",
        line.examples.prefix(4).joined(separator: "; "),
      ]
    }
  }

  /// The whole in a sentence.
  public var summary: String {
    func count(_ number: Int, _ one: String, _ many: String) -> String { "\(number) \(number == 1 ? one : many)" }
    return "\(file): \(count(programs, "program", "programs")) from \(count(rows, "row", "rows")); "
      + "\(count(errors.count, "error", "errors")), \(count(warnings.count, "warning", "warnings"))."
  }
}

extension CatalogFile {
  /// In how many programs something is known of a column; a specialty that nobody knows by its name is not.
  public func known(_ column: ColumnMapping.Column) -> Int {
    switch column.wanted {
    case "track": programs.count { $0.track != nil }
    case CatalogColumns.allIMGs: programs.count { $0.extras[column.header] != nil }
    case Program.Field.specialty.rawValue: programs.count { Specialty.recognized($0.specialty) != nil }
    default:
      Program.Field(rawValue: column.wanted).map { field in programs.count { $0[field] != nil } } ?? 0
    }
  }
}
