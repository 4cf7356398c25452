public import Tables

/// A rank order list as a person keeps it in a spreadsheet: what was understood, and everything that is wrong with it.
///
/// Columns `program` and `code` (one of the two is enough), the rows in the order wanted or with `preference`;
/// optionally `rank`, `interviewed`, `impression`, `would_go`, `specialty`, and `supplemental_to`: the codes of the
/// advanced programs whose supplemental list the row belongs to, separated by `;`, or `all`.
public struct RankFile: Sendable {
  /// How the order was told.
  public enum Order: Sendable, Equatable {
    case rows
    /// 1 is the first choice.
    case ranks
    /// The higher, the more wanted.
    case preferences
  }

  public internal(set) var choices: [RankChoice] = []
  public internal(set) var supplemental: [String: [RankChoice]] = [:]
  public internal(set) var order = Order.rows
  /// In the order of the lines.
  public internal(set) var findings: [Finding] = []

  static let wanted = [
    WantedColumn("program", aliases: ["name", "program name", "residency"]),
    WantedColumn(
      "code", aliases: ["nrmp code", "program code", "acgme code", "nrmp", "acgme id"], allowsSimilar: false),
    WantedColumn("preference", aliases: ["my score", "score", "points"], allowsSimilar: false),
    WantedColumn("rank", aliases: ["place", "my rank", "rank order", "choice"], allowsSimilar: false),
    WantedColumn("interviewed", aliases: ["interview", "had interview"], allowsSimilar: false),
    WantedColumn("impression", aliases: ["my impression", "stars"], allowsSimilar: false),
    WantedColumn("would_go", aliases: ["acceptable", "would you go"], allowsSimilar: false),
    WantedColumn("specialty", allowsSimilar: false),
    WantedColumn("supplemental_to", aliases: ["supplemental", "supplemental list of"], allowsSimilar: false),
    // What this command prints itself may come back; it is not read.
    WantedColumn("match_here", allowsSimilar: false), WantedColumn("cumulative_match", allowsSimilar: false),
  ]

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - table: the rows, with their names on top.
  ///   - programs: the catalog in which codes and names are looked up; a program that is not in it is taken as a typical
  ///     one of its specialty.
  ///   - profile: says where there was an interview, where the table does not.
  public init(_ table: Table, programs: [Program], profile: Profile) {
    let mapping = ColumnMapping(Self.wanted, in: table)
    var reader = RankFileReader(table: table, mapping: mapping, programs: programs, profile: profile)
    reader.readAll()
    choices = reader.choices
    supplemental = reader.supplemental
    order = reader.order
    let all = table.warnings + mapping.findings + table.unevenRows(below: mapping.headerRow) + reader.findings
    findings = all.enumerated().sorted { ($0.element.line ?? 0, $0.offset) < ($1.element.line ?? 0, $1.offset) }
      .map(\.element)
  }
}
