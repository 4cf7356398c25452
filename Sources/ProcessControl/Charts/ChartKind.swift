/// The run chart and the Shewhart charts of health care.
public enum ChartKind: String, CaseIterable, Sendable, Hashable {
  /// Run chart: values and their median, no limits.
  case run
  /// Individual values; limits from the mean moving range.
  case i
  /// Individual ratios with unequal denominators (Taylor's normalized individuals chart).
  case iprime
  /// Moving ranges of individual values.
  case mr
  /// Means of subgroups.
  case xbar
  /// Standard deviations of subgroups.
  case s
  /// Time between events, on the scale y^(1/3.6) (Nelson, 1994).
  case t
  /// Counts with equal opportunity.
  case c
  /// Counts for a varying exposure.
  case u
  /// u chart with limits widened by the variation between points (Laney, 2002).
  case uprime
  /// Proportions.
  case p
  /// p chart with limits widened by the variation between points (Laney, 2002).
  case pprime
  /// Cases between events.
  case g

  /// The chart's name in a sentence: "p chart", "run chart", "I' chart".
  public var title: String {
    switch self {
    case .run: "run chart"
    case .i: "I chart"
    case .iprime: "I' chart"
    case .mr: "MR chart"
    case .xbar: "X-bar chart"
    case .s: "S chart"
    case .t: "T chart"
    case .c: "C chart"
    case .u: "U chart"
    case .uprime: "U' chart"
    case .p: "P chart"
    case .pprime: "P' chart"
    case .g: "G chart"
    }
  }

  /// Whether the points must have denominators.
  public var needsDenominators: Bool {
    switch self {
    case .u, .uprime, .p, .pprime: true
    default: false
    }
  }

  /// Whether the chart has limits of natural process variation.
  public var hasLimits: Bool { self != .run }

  /// Whether the center line is a median.
  public var centersOnMedian: Bool { self == .run || self == .g }

  /// Whether rows at one place stay separate points, because each row is an event.
  var keepsDuplicates: Bool { self == .g || self == .t }
}
