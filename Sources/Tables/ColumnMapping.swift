/// Which column of a table is which column of a feature: a guess that says how it was made.
///
/// The row of names is the one among the first twenty rows that holds the most known names; what stands above it is
/// taken for a title. Names are matched without case, blanks, `_`, `-`, punctuation and what stands in parentheses:
/// first the wanted names, then their aliases, then names that are only alike. Each column is used once.
public struct ColumnMapping: Sendable {
  /// How a column was recognized.
  public enum How: Sendable, Equatable {
    /// By the feature's own name for it.
    case exact
    /// By another name that is known.
    case alias
    /// By a name that is alike, with the likeness above 0 and below 1.
    case similar(Double)
    /// A person said so.
    case told

    /// A word for a table of what was understood.
    public var word: String {
      switch self {
      case .exact: "exact"
      case .alias: "alias"
      case .similar: "similar"
      case .told: "told"
      }
    }
  }

  /// One column that was recognized.
  public struct Column: Sendable, Equatable {
    public var wanted: String
    /// Counted from 0.
    public var index: Int
    /// The name as it stands in the file.
    public var header: String
    public var how: How
  }

  /// The row of names, counted from 0.
  public let headerRow: Int
  /// All names in that row, as typed.
  public let headers: [String]
  /// What was recognized, in the order of the file.
  public private(set) var columns: [Column]
  /// Columns with a name that nothing was recognized by, counted from 0.
  public private(set) var unknown: [Int]
  /// Missing, duplicate, unknown and doubtful columns.
  public private(set) var findings: [Finding]

  private var indices: [String: Int]

  /// The index of a wanted column, counted from 0; `nil` where the table has none.
  public subscript(wanted: String) -> Int? { indices[wanted] }

  /// Recognizes columns.
  ///
  /// - Parameters:
  ///   - wanted: The columns looked for; of two that fit a name equally well the first is taken.
  ///   - table: The rows, with their names among the first twenty.
  ///   - told: Wanted names by header, as a person chose them; they come before every guess. An empty name says that
  ///     the column is not to be used.
  public init(_ wanted: [WantedColumn], in table: Table, told: [String: String] = [:]) {
    let keys = Keys(wanted)
    let told = Dictionary(told.map { (ColumnName.key($0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
    var best = (row: 0, matches: -1)
    for row in 0..<min(20, table.rowCount) {
      let matches = Set(table[row].values.compactMap { told[ColumnName.key($0)] ?? keys.match($0)?.wanted }).count
      if matches > best.matches { best = (row, matches) }
    }
    headerRow = best.row
    headers = table.rowCount == 0 ? [] : table[best.row].values.map { $0.filter { $0 != "\n" && $0 != "\r" } }
    columns = []
    unknown = []
    findings = []
    indices = [:]
    guard table.rowCount > 0 else { return }
    match(wanted, keys: keys, told: told, table: table)
    reportMissing(wanted, table: table)
  }

  /// Names of the wanted columns and of their aliases, by key.
  private struct Keys {
    var names: [String: String] = [:]
    var aliases: [String: String] = [:]

    init(_ wanted: [WantedColumn]) {
      for column in wanted {
        let key = ColumnName.key(column.name)
        if names[key] == nil { names[key] = column.name }
        for alias in column.aliases {
          let key = ColumnName.key(alias)
          if aliases[key] == nil { aliases[key] = column.name }
        }
      }
    }

    func match(_ header: String) -> (wanted: String, how: How)? {
      for key in [ColumnName.key(header), ColumnName.key(ColumnName.bare(header))] where !key.isEmpty {
        if let name = names[key] { return (name, .exact) }
        if let name = aliases[key] { return (name, .alias) }
      }
      return nil
    }
  }

  private mutating func match(
    _ wanted: [WantedColumn], keys: Keys, told: [String: String], table: Table
  ) {
    var rest: [Int] = []
    var aliased: [(index: Int, wanted: String)] = []
    // Names first, so that an alias further left cannot take a column away from its own name.
    for (index, header) in headers.enumerated() where !ColumnName.key(header).isEmpty {
      let match = told[ColumnName.key(header)].map { ($0, How.told) } ?? keys.match(header).map { ($0.wanted, $0.how) }
      switch match {
      case ("", .told)?: unknown.append(index)
      case (let name, .alias)?: aliased.append((index, name))
      case (let name, let how)?: take(index, for: name, how: how, table: table)
      case nil: rest.append(index)
      }
    }
    for (index, name) in aliased { take(index, for: name, how: .alias, table: table) }
    matchSimilar(rest, wanted: wanted, table: table)
    columns.sort { $0.index < $1.index }
    unknown.sort()
  }

  /// Takes a column, or says which one was taken in its place.
  private mutating func take(_ index: Int, for name: String, how: How, table: Table) {
    guard let other = indices[name] else {
      indices[name] = index
      columns.append(Column(wanted: name, index: index, header: headers[index], how: how))
      return
    }
    unknown.append(index)
    let place = table.position(headerRow, index)
    findings.append(
      Finding(
        .warning, file: table.name, line: place.line, column: headers[index], place: place.place,
        problem: "column \(index + 1) looks like \(name), and so does column \(other + 1), \"\(headers[other])\", "
          + "which is used", remedy: "delete or rename one of them"))
  }

  /// Gives what is left to the names most alike, the most alike first.
  private mutating func matchSimilar(_ rest: [Int], wanted: [WantedColumn], table: Table) {
    var pairs: [(likeness: Double, index: Int, order: Int)] = []
    for index in rest {
      let bare = ColumnName.bare(headers[index])
      for (order, column) in wanted.enumerated() where column.allowsSimilar && indices[column.name] == nil {
        let likeness = ([column.name] + column.aliases).map { ColumnName.similarity(bare, $0) }.max() ?? 0
        if likeness >= 0.6 { pairs.append((likeness, index, order)) }
      }
    }
    pairs.sort { ($1.likeness, $0.index, $0.order) < ($0.likeness, $1.index, $1.order) }
    var left = Set(rest)
    for pair in pairs where left.contains(pair.index) && indices[wanted[pair.order].name] == nil {
      let name = wanted[pair.order].name
      left.remove(pair.index)
      take(pair.index, for: name, how: .similar(pair.likeness), table: table)
      let rivals = pairs.filter { other in
        other.index == pair.index && other.order != pair.order && other.likeness == pair.likeness
          && indices[wanted[other.order].name] == nil
      }
      let place = table.position(headerRow, pair.index)
      let doubt =
        rivals.isEmpty ? "" : "; it could as well be " + rivals.map { wanted[$0.order].name }.joined(separator: " or ")
      findings.append(
        Finding(
          .warning, file: table.name, line: place.line, column: headers[pair.index], place: place.place,
          problem: "taken for \(name) because the names are alike" + doubt,
          remedy: "rename the column to \(name) if that is right, or to something else if it is not"))
    }
    for index in rest where left.contains(index) {
      unknown.append(index)
      let place = table.position(headerRow, index)
      findings.append(
        Finding(
          .warning, file: table.name, line: place.line, column: headers[index], place: place.place,
          problem: "no column of this name is known", remedy: "it is kept as it is and not used"))
    }
  }

  private mutating func reportMissing(_ wanted: [WantedColumn], table: Table) {
    for column in wanted where column.isRequired && indices[column.name] == nil {
      let others = column.aliases.prefix(3).map { "\"\($0)\"" }.joined(separator: ", ")
      findings.append(
        Finding(
          .error, file: table.name, line: table[headerRow].line, column: column.name,
          problem: "there is no such column",
          expected: "a column named \(column.name)" + (others.isEmpty ? "" : " (also understood: \(others))"),
          remedy: "add it, or rename the column that holds it"))
    }
  }
}

extension Table {
  /// A warning for each row below the row of names that has fewer fields than it, or more that are not empty; at most
  /// fifty, then one for the rest.
  ///
  /// Sheets have no uneven rows. O(rows).
  public func unevenRows(below headerRow: Int) -> [Finding] {
    guard case .text = kind, headerRow < rowCount else { return [] }
    let width = fieldCount(headerRow)
    var findings: [Finding] = []
    var more = 0
    for row in (headerRow + 1)..<max(rowCount, headerRow + 1) {
      let count = fieldCount(row)
      guard count != width, !self[row].isBlank else { continue }
      if count > width && (width..<count).allSatisfy({ self[row, $0].allSatisfy(\.isWhitespace) }) { continue }
      guard findings.count < 50 else {
        more += 1
        continue
      }
      findings.append(
        Finding(
          .warning, file: name, line: self[row].line,
          problem: "the row has \(count) \(count == 1 ? "value" : "values") where the columns are \(width)",
          remedy: count < width
            ? "what is missing is read as empty; check that no separator is missing"
            : "what is too much is not read; put quotes around a value that holds a \(separatorName)"))
    }
    if more > 0 {
      findings.append(
        Finding(.warning, file: name, problem: "\(more) more rows are uneven", remedy: "see the first fifty"))
    }
    return findings
  }

  private var separatorName: String {
    if case .text(let separator) = kind { separator.name } else { "separator" }
  }
}
