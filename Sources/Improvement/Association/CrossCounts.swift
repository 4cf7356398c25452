/// An outcome counted against a factor, and within the levels of a second one: all that is kept of a table of cases.
public struct CrossCounts: Codable, Hashable, Sendable {
  /// One cell: so many with the outcome of so many.
  public struct Cell: Codable, Hashable, Sendable {
    /// The band of the factor.
    public var band: String
    /// The level of the second factor; empty without one.
    public var level: String
    public var events: Int
    public var total: Int

    public init(band: String, level: String = "", events: Int, of total: Int) {
      self.band = band
      self.level = level
      self.events = events
      self.total = total
    }
  }

  /// A band of the factor.
  public struct Band: Codable, Hashable, Sendable {
    public var name: String
    /// Where it stands on the factor's own scale; nil where it has no order, and for "not recorded".
    public var score: Double?

    public init(_ name: String, score: Double? = nil) {
      self.name = name
      self.score = score
    }
  }

  /// What is counted, as "no-show".
  public var outcome: String
  /// What it is set against, as "distance".
  public var factor: String
  /// What it is divided by, as "visit type"; empty without one.
  public var second: String
  /// In the order shown.
  public var bands: [Band]
  /// Every band and level that has cases.
  public var cells: [Cell]

  public init(outcome: String, factor: String, second: String = "", bands: [Band], cells: [Cell]) {
    self.outcome = outcome
    self.factor = factor
    self.second = second
    self.bands = bands
    self.cells = cells
  }

  /// The levels of the second factor in the order of groups: by their numbers, "not recorded" last.
  public var levels: [String] { GroupOrder.sorted(Set(cells.map(\.level))) }

  /// Events and cases of a band, in one level or in all.
  public func count(_ band: String, level: String? = nil) -> (events: Int, total: Int) {
    cells.reduce((0, 0)) { sum, cell in
      cell.band == band && level.map { $0 == cell.level } ?? true
        ? (sum.0 + cell.events, sum.1 + cell.total) : sum
    }
  }

  /// All cases.
  public var total: Int { cells.reduce(0) { $0 + $1.total } }

  /// Whether every band with cases has a place on one scale, so that there can be a trend.
  public var isOrdered: Bool {
    bands.filter { $0.name != StratumName.notRecorded }.count > 2
      && bands.allSatisfy { $0.score != nil || $0.name == StratumName.notRecorded }
  }
}
