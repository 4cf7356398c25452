/// Which way a measure should go.
public enum Direction: String, Codable, Sendable, Hashable, CaseIterable {
  case up
  case down
}

/// Which signals are looked for.
public enum RuleSet: String, Sendable, Hashable, CaseIterable {
  /// Anhøj's runs analysis, and points beyond the limits where the chart has limits.
  case anhoej
  /// Points beyond the limits only.
  case threeSigma = "three-sigma"
  /// The four rules of NHS Making Data Count, with variation and assurance.
  case makingDataCount = "mdc"
}

/// What stands for a subgroup on run and I charts when its rows have no denominators.
public enum Aggregation: String, Sendable, Hashable, CaseIterable {
  case mean
  case sum
  case median
}

/// Where a new phase begins, with its own center line and limits.
public struct Split: Sendable, Hashable {
  /// The phase begins at the first point at or after this place.
  public var place: Place
  /// Why the limits were drawn anew; the statement says when nobody told.
  public var reason: String?

  public init(at place: Place, because reason: String? = nil) {
    self.place = place
    self.reason = reason
  }
}

/// Everything that may be asked of a chart; the default asks for the chart that fits the measure.
///
/// Freezes, splits and exclusions work together: a freeze acts inside the phase it lies in, so every phase may have
/// a frozen baseline of its own.
public struct ChartRequest: Sendable, Hashable {
  /// The chart; nil lets ``ChartChoice`` decide.
  public var kind: ChartKind?
  /// Center line and limits of a phase come from its points up to and including this place.
  ///
  /// At most one in a phase.
  public var freezes: [Place] = []
  /// Where new phases begin.
  public var splits: [Split] = []
  /// Points shown but left out of center line, limits and runs.
  public var exclusions: Set<Place> = []
  /// Whether moving ranges of 3.267 times their mean or more are left out of the mean range (Nelson, 1982).
  public var screensMovingRanges = true
  /// The signals looked for.
  public var rules = RuleSet.anhoej
  /// The goal, on the scale drawn.
  public var target: Double?
  /// Which way is better; nil is neutral.
  public var better: Direction?
  /// A known center line, on the scale drawn.
  ///
  /// For a G chart the known *mean*: the line is drawn at 0.693 of it.
  public var center: Double?
  /// The width of the limits in standard deviations of the points.
  public var sigmas = 3.0
  /// Values, center line and limits are multiplied by this: 100 for percent, 1,000 for "per 1,000 patient days".
  public var multiplier = 1.0
  /// How subgroups without denominators become one value on run and I charts.
  public var aggregation = Aggregation.mean

  public init(_ kind: ChartKind? = nil) {
    self.kind = kind
  }
}
