/// What the numbers of a series are.
///
/// The chart follows from it (see ``ChartChoice``).
public enum Measure: String, Sendable, Hashable, CaseIterable {
  /// A quantity measured at each point: minutes, a score, a cost.
  case value
  /// Events counted in equal opportunities: falls in a unit of constant size.
  case count
  /// Cases that have a property among the cases looked at: a share from 0 to 1.
  case proportion
  /// Events for an exposure that varies: infections in patient-days.
  case rate
  /// Cases (or any opportunities) between two events; zero is possible.
  case casesBetween
  /// Time between two events; greater than zero, in any unit.
  case timeBetween
}

/// One row of a series: a value at a place, with its denominator when it has one.
public struct Row: Sendable, Hashable {
  /// Where the row stands on the axis.
  public var place: Place
  /// The value or numerator; NaN when missing.
  package var number: Double
  /// The denominator; NaN when missing or when the series has none.
  package var weight: Double

  /// The value or numerator; nil when missing.
  public var value: Double? { number.isNaN ? nil : number }
  /// The denominator; nil when missing or when the series has none.
  public var denominator: Double? { weight.isNaN ? nil : weight }

  /// A row; pass nil for what is missing.
  public init(_ place: Place, _ value: Double?, of denominator: Double? = nil) {
    self.place = place
    number = value ?? .nan
    weight = denominator ?? .nan
  }

  /// Missing equals missing, though NaN does not equal itself.
  public static func == (left: Row, right: Row) -> Bool {
    left.place == right.place && left.value == right.value && left.denominator == right.denominator
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(place)
    hasher.combine(value)
    hasher.combine(denominator)
  }
}

/// Rows of one measure, in any order.
///
/// Rows at the same place are one subgroup, except between events.
public struct Series: Sendable, Hashable {
  /// What the numbers are; nil when nobody said.
  public let measure: Measure?
  /// The rows as given.
  public let rows: [Row]
  /// The period the rows were added up by, for the words of the statement; nil when unknown.
  public let period: Period?
  /// Whether any row has a denominator.
  public let hasDenominators: Bool

  /// Takes rows and checks what can be checked without choosing a chart.
  ///
  /// - Throws: ``ChartError`` for a number that is not finite, a negative denominator, or places of different kinds.
  /// - Complexity: O(rows)
  public init(_ rows: [Row], measure: Measure? = nil, period: Period? = nil) throws(ChartError) {
    var anyWeight = false
    var kinds: Set<Int> = []
    var lastKind = -1
    for (index, row) in rows.enumerated() {
      if row.number.isInfinite { throw .notFinite(row: index) }
      if row.weight.isInfinite { throw .notFinite(row: index) }
      if row.weight < 0 { throw .negativeDenominator(place: row.place, denominator: row.weight) }
      anyWeight = anyWeight || !row.weight.isNaN
      let kind: Int
      switch row.place {
      case .time: kind = 0
      case .number(let x):
        kind = 1
        if !x.isFinite { throw .notFinite(row: index) }
      case .name: kind = 2
      }
      if kind != lastKind {
        kinds.insert(kind)
        lastKind = kind
      }
    }
    if kinds.count > 1 { throw .mixedPlaces }
    self.rows = rows
    self.measure = measure
    self.period = period
    hasDenominators = anyWeight
  }

  /// Values in order, at places 1, 2, 3 and so on; nil is a missing value.
  public init(values: [Double?], measure: Measure? = .value) throws(ChartError) {
    try self.init(values.enumerated().map { Row(.number(Double($0.offset + 1)), $0.element) }, measure: measure)
  }
}
