public import ProcessControl

/// What a project counts: one line of its family of measures.
///
/// (``ProcessControl/Measure`` is the kind of number; this is the measure of a project, with its words.)
public struct ProjectMeasure: Codable, Hashable, Sendable {
  /// What the measure is for.
  ///
  /// Langley et al., *The Improvement Guide*, 2009: a family has all three.
  public enum Role: String, Codable, Sendable, CaseIterable {
    /// What the aim is about: how patients or staff fare.
    case outcome
    /// Whether the change is done.
    case process
    /// What could get worse meanwhile.
    case balancing
  }

  /// What each number is; decides the chart.
  public enum Kind: String, Codable, Sendable, CaseIterable {
    /// So many of so many: a share.
    case proportion
    /// Events for an exposure that varies, as infections in patient-days.
    case rate
    /// Events in periods of equal opportunity.
    case count
    /// A quantity, averaged in each period: minutes, a score.
    case value
    /// Cases between two events.
    case casesBetween
    /// Days between two events.
    case daysBetween

    /// The kind of number, as charts know it.
    public var charted: Measure {
      switch self {
      case .proportion: .proportion
      case .rate: .rate
      case .count: .count
      case .value: .value
      case .casesBetween: .casesBetween
      case .daysBetween: .timeBetween
      }
    }

    /// Whether each number is of so many.
    public var hasDenominator: Bool { self == .proportion || self == .rate }
  }

  public var project: ProjectID
  public var name: String
  public var role: Role
  public var kind: Kind
  /// What exactly is counted, so that two people count the same.
  public var definition: String
  /// What the numerator counts, as "discharges that left more than 4 h after the order"; for a quantity, what it is.
  public var numerator: String
  /// What the denominator counts, as "discharges"; empty where the kind has none.
  public var denominator: String
  /// The unit of a quantity, as "min"; for a rate the size it is given for, as "per 1,000 patient-days".
  public var unit: String
  /// Rates are shown for so many of the denominator: 1,000 for "per 1,000 patient-days"; otherwise 1.
  public var multiplier: Double
  /// Which way is better; nil where neither is (a balancing measure that should stay).
  public var better: Direction?
  /// Who collects it.
  public var collector: String
  /// How often a point is made.
  public var period: Period

  public init(
    project: ProjectID, name: String, role: Role, kind: Kind, definition: String = "", numerator: String = "",
    denominator: String = "", unit: String = "", multiplier: Double = 1, better: Direction? = nil,
    collector: String = "", period: Period = .week
  ) {
    self.project = project
    self.name = name
    self.role = role
    self.kind = kind
    self.definition = definition
    self.numerator = numerator
    self.denominator = denominator
    self.unit = unit
    self.multiplier = multiplier
    self.better = better
    self.collector = collector
    self.period = period
  }
}
