/// A run or control chart: points with center line and limits, phases, and the signals found.
///
/// ```swift
/// let series = try Series(values: [31, 28, 35, 30, 29, 33, 27, 34, 30, 32, 31, 29])
/// let chart = try ControlChart(of: series)
/// print(chart.statement)
/// ```
public struct ControlChart: Sendable {
  /// The chart drawn.
  public let kind: ChartKind
  /// Why this chart, in words, and what else might fit.
  public let choice: ChartChoice
  /// What was asked for.
  public let request: ChartRequest
  /// What the numbers are; nil when nobody said.
  public let measure: Measure?
  /// The period of the points, declared or seen in the dates; nil when they are irregular.
  public let period: Period?
  /// The points in order.
  public let points: [Point]
  /// The phases in order; one without splits.
  public let phases: [Phase]
  /// Every signal found, in order of phase.
  public let signals: [Signal]

  /// One point of a chart.
  ///
  /// Numbers are on the scale drawn, except numerator and denominator.
  public struct Point: Sendable {
    /// Where it stands.
    public let place: Place
    package let drawn: Double
    package let sum: Double
    package let weight: Double
    package let line: Double
    package let lower: Double
    package let upper: Double
    /// The phase, counted from 0.
    public let phase: Int
    /// False when excluded.
    public let isIncluded: Bool
    /// Whether the point helped to decide center line and limits.
    public let isBaseline: Bool
    /// Whether the value is above the upper or below the lower limit; excluded points are judged too.
    public let isBeyondLimits: Bool

    /// The value; nil in a gap.
    public var value: Double? { drawn.isNaN ? nil : drawn }
    /// The sum of the values or numerators; nil in a gap.
    public var numerator: Double? { sum.isNaN ? nil : sum }
    /// The sum of the denominators, or the size of an X-bar or S subgroup; nil when there is none.
    public var denominator: Double? { weight.isNaN ? nil : weight }
    /// The center line; nil when it cannot be known.
    public var center: Double? { line.isNaN ? nil : line }
    /// The lower limit; nil when there is none.
    public var lcl: Double? { lower.isNaN ? nil : lower }
    /// The upper limit; nil when there is none.
    public var ucl: Double? { upper.isNaN ? nil : upper }
  }

  /// One phase: a stretch with its own center line and limits.
  public struct Phase: Sendable {
    /// The indices of its points.
    public let range: Range<Int>
    /// Included points with a value.
    public let n: Int
    /// Points of the baseline with a value; the same as `n` without a freeze.
    public let baseline: Int
    /// Whether the baseline ends before the phase does.
    public let isFrozen: Bool
    package let line: Double
    /// The runs analysis.
    ///
    /// On MR charts and over names its numbers are given but never a signal.
    public let runs: RunsAnalysis
    /// Whether the runs analysis alarms, on a chart where it applies.
    public let runsSignal: Bool
    /// Whether any point of the phase, excluded ones too, lies beyond its limits.
    public let limitsSignal: Bool
    /// Moving ranges left out of the mean range because they were too large.
    public let screenedRanges: Int
    /// Variation seen to variation expected on P' and U' charts, 1 when counts explain all of it.
    public let inflation: Double?
    /// Why the phase began; nil for the first and where nobody told.
    public let reason: String?

    /// The center line, on the scale drawn.
    public var center: Double? { line.isNaN ? nil : line }
    /// Points that are included, present and not on the line.
    public var useful: Int { runs.useful }
    public var longestRun: Int? { runs.longestRun?.length }
    public var longestRunMax: Int? { runs.longestRunMax }
    public var crossings: Int? { runs.crossings }
    public var crossingsMin: Int? { runs.crossingsMin }
  }
}
