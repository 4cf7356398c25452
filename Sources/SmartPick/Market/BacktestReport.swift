internal import Tables

/// The report card of the simulated season: published totals beside simulated ones.
///
/// It checks totals. It says nothing about one applicant's own chance, which was never tested.
public struct BacktestReport: Sendable, Equatable {
  /// What has to stand at the head of every showing.
  public static let caution =
    "This checks the market's totals; it has not been tested on individual applicants, whose own chance may differ by "
    + "more than the interval."

  /// The year of the Match.
  public let season: Int
  public let draws: Int
  public let seed: UInt64
  public let rows: [Row]

  /// One published number and what the draws came to.
  public struct Row: Sendable, Equatable {
    public let quantity: Quantity
    /// A group of applicants, a specialty, or both.
    public let group: String
    /// Positions of the specialty, where the row is about one.
    public let positions: Int?
    public let published: Double
    /// Mean over the draws.
    public let simulated: Double
    /// Standard deviation from draw to draw: one year's luck.
    public let sd: Double
    /// How far a mean may be from the published figure; `nil` where nothing was promised.
    public let tolerance: Double?
    /// Whether the figure set a parameter; the others were kept aside.
    public let isUsed: Bool
    public let source: String
    /// Whether the figure was read in a report about the report.
    public let isSecondHand: Bool

    public var difference: Double { simulated - published }
    /// Whether what was promised is kept; `nil` where nothing was.
    public var isWithin: Bool? { tolerance.map { abs(difference) <= $0 + 1e-9 } }
  }

  /// What is compared; the raw value is the word in the table.
  public enum Quantity: String, Sendable, CaseIterable {
    /// Percent of active applicants who matched.
    case matchRate = "match_rate"
    case rankListMatched = "rank_list_matched"
    case rankListUnmatched = "rank_list_unmatched"
    case activeApplicants = "active_applicants"
    /// Percent of positions filled by the algorithm.
    case fill
    case ranksPerPosition = "ranks_per_position"
    /// Percent of programs with positions left open.
    case unfilledPrograms = "unfilled_programs"
    /// Percent of those who prefer a specialty who matched in it.
    case preferredMatchRate = "preferred_match_rate"
    /// Percent of a specialty's matched who are of a group.
    case matchedShare = "matched_share"
    /// Percent of those who matched in the specialty that they ranked first, by how many of its programs lead their list.
    case matchedByRanks = "matched_by_ranks"
    /// Mean number of programs of the specialty ranked first before another, of those who matched in it and of the others.
    case contiguousMatched = "contiguous_ranks_matched"
    case contiguousUnmatched = "contiguous_ranks_unmatched"

    public var words: String {
      switch self {
      case .matchRate: "Matched, percent of active applicants"
      case .rankListMatched: "Mean rank list length, matched"
      case .rankListUnmatched: "Mean rank list length, unmatched"
      case .activeApplicants: "Active applicants"
      case .fill: "Positions filled, percent"
      case .ranksPerPosition: "Ranks for each position"
      case .unfilledPrograms: "Programs with open positions, percent"
      case .preferredMatchRate: "Matched in the preferred specialty, percent"
      case .matchedShare: "Share of the matched, percent"
      case .matchedByRanks: "Matched in the specialty ranked first, by programs of it in a row, percent"
      case .contiguousMatched: "Programs of the first specialty in a row, matched in it"
      case .contiguousUnmatched: "Programs of the first specialty in a row, not matched in it"
      }
    }
  }

  /// The rows about one quantity.
  public func rows(_ quantity: Quantity) -> [Row] { rows.filter { $0.quantity == quantity } }

  /// Rows with a promise that is not kept.
  public var missed: [Row] { rows.filter { $0.isWithin == false } }

  init(season: Int, draws: Int, seed: UInt64, rows: [Row]) {
    self.season = season
    self.draws = draws
    self.seed = seed
    self.rows = rows
  }

  /// The report on some draws of a model.
  public init(_ model: MarketModel, _ tallies: [MarketTally], seed: UInt64) {
    let rows = BacktestFrame(model.season).entries.map { entry in
      let values = tallies.map(entry.measure)
      let mean = values.reduce(0, +) / Double(max(1, values.count))
      let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      return entry.row(
        simulated: mean, sd: values.count > 1 ? (squares / Double(values.count - 1)).squareRoot() : 0)
    }
    self.init(season: model.season.year, draws: tallies.count, seed: seed, rows: rows)
  }

  /// The columns of the CSV, in order.
  public static let columns = [
    "quantity", "group", "published", "simulated", "sd", "difference", "used_for_calibration", "source",
  ]

  /// The table as a file has it, one row for each of ``rows``, without a head.
  public var cells: [[String]] { table { DecimalText.fixed($0, decimals: $1) } }

  /// The table as people read it: the same with typographic minus signs.
  public var said: [[String]] { table(Words.fixed) }

  private func table(_ text: (Double, Int) -> String) -> [[String]] {
    rows.map { row in
      let decimals = row.quantity == .activeApplicants ? 0 : 2
      return [row.quantity.rawValue, row.group]
        + [text(row.published, decimals), text(row.simulated, decimals)]
        // One draw tells nothing of how far draws differ.
        + [draws > 1 ? text(row.sd, decimals) : "", text(row.difference, decimals)]
        + [row.isUsed ? "yes" : "no", row.source + (row.isSecondHand ? " [second-hand]" : "")]
    }
  }
}
