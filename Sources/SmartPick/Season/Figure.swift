/// A number with what is needed to judge it: its range, its year, where it was read, and how far it can be trusted.
public struct Figure: Sendable, Equatable {
  public var value: Double
  /// The ends of the range within which the number may lie, where a range is known.
  public var low: Double?
  public var high: Double?
  /// The year or season that the number describes (2026: the season that ends with the Match of March 2026).
  public var year: Int
  public var source: String
  public var trust: Trust
  public var note: String?
  /// How closely the number answers the question that was asked.
  public var scope: Scope
  /// The older season a number was carried from, because the season asked for has not published its own.
  public var carriedFrom: Int?

  public init(
    value: Double, low: Double? = nil, high: Double? = nil, year: Int, source: String, trust: Trust,
    note: String? = nil, scope: Scope = .exact, carriedFrom: Int? = nil
  ) {
    self.value = value
    self.low = low
    self.high = high
    self.year = year
    self.source = source
    self.trust = trust
    self.note = note
    self.scope = scope
    self.carriedFrom = carriedFrom
  }

  /// How far a number can be relied on.
  public enum Trust: String, Sendable, Codable, CaseIterable {
    /// Read in the original report, sums checked.
    case high
    /// Read second-hand from a report that can be named.
    case medium
    /// Read second- or third-hand and not checked; never used to calibrate.
    case low
    /// Set by us, with the reason in the note.
    case assumption
  }

  /// What a number describes, compared with what was asked.
  public enum Scope: String, Sendable, Codable, CaseIterable {
    /// Exactly the specialty, track and applicant type asked for.
    case exact
    /// Moved from a related published group by the difference that the two show elsewhere.
    case derived
    /// The specialty as a whole, whatever the applicant type.
    case specialtyTotal
    /// The applicant type as a whole, whatever the specialty.
    case typeTotal
    /// Everybody.
    case overall
  }

  /// The range as an interval; the value twice where no range is known.
  public var range: ClosedRange<Double> {
    let bounds = [low ?? value, value, high ?? value]
    return min(bounds[0], bounds[1], bounds[2])...max(bounds[0], bounds[1], bounds[2])
  }

  /// The source and year in one phrase, with a word where the figure was carried from an older season.
  public var citation: String {
    "\(source); \(year)\(carriedFrom == nil ? "" : ", carried into this season")"
  }
}
