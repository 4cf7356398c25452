/// The chart that fits a series, the reason in words, and advice that the user may follow or not.
public struct ChartChoice: Sendable, Hashable {
  /// The chart drawn.
  public let kind: ChartKind
  /// Whether the chart was asked for rather than chosen.
  public let isAsked: Bool
  /// Why this chart: one sentence in plain words.
  public let reason: String
  /// What would fit better, and why; empty when there is nothing to say.
  public let advice: [String]

  /// Limits need points: below this number the choice is a run chart.
  static let fewestForLimits = 12

  /// Between events, where every point is one event, fewer are asked: below this number the choice is a run chart.
  static let fewestEventsForLimits = 10

  init(_ series: Series, _ groups: Subgroups, asked: ChartKind?) {
    let present = groups.sums.reduce(into: 0) { $0 += $1.isNaN ? 0 : 1 }
    let fitting = ChartChoice.fitting(series, groups)
    let fewest =
      series.measure?.isBetweenEvents ?? false ? ChartChoice.fewestEventsForLimits : ChartChoice.fewestForLimits
    var advice: [String] = []
    if let asked {
      kind = asked
      isAsked = true
      reason = "You asked for this \(asked.title)."
      if asked != fitting.kind, asked != .run, present >= ChartChoice.fewestForLimits {
        advice.append("The measure would suggest a \(fitting.kind.title): \(fitting.reason).")
      }
    } else if present < fewest {
      kind = .run
      isAsked = false
      reason = "Run chart, because limits need \(fewest) points and there are \(present)."
    } else {
      kind = fitting.kind
      isAsked = false
      reason = "\(fitting.kind.title.capitalizedFirst), because \(fitting.reason)."
    }
    if present >= ChartChoice.fewestForLimits, let guarded = ChartChoice.smallCounts(kind, groups) {
      advice.append(guarded)
    }
    self.advice = advice
  }

  private static func fitting(_ series: Series, _ groups: Subgroups) -> (kind: ChartKind, reason: String) {
    switch series.measure {
    case .timeBetween: return (.t, "each point is the time between two events")
    case .casesBetween: return (.g, "each point counts the cases between two events")
    case .count: return (.c, "each point counts events in equal opportunities")
    case .proportion where series.hasDenominators:
      return (.p, "each point is a share of the cases looked at")
    case .rate where series.hasDenominators:
      return (.u, "each point counts events for an exposure that varies")
    case .value, .proportion, .rate, nil:
      if series.hasDenominators, series.measure != .value { return undeclared(groups) }
      if series.hasDenominators { return (.iprime, "each point is a ratio of two measured quantities") }
      return groups.isRepeated
        ? (.xbar, "there are several values at a point and the chart shows their means")
        : (.i, "there is one measured value at a point")
    }
  }

  private static func undeclared(_ groups: Subgroups) -> (kind: ChartKind, reason: String) {
    var isWhole = true
    var isShare = true
    for index in groups.places.indices where !groups.sums[index].isNaN {
      let sum = groups.sums[index]
      isWhole = isWhole && sum >= 0 && sum.rounded() == sum
      isShare = isShare && sum <= groups.weights[index] && groups.weights[index].rounded() == groups.weights[index]
    }
    if isWhole, isShare { return (.p, "the numerators are whole numbers and never more than their denominators") }
    if isWhole { return (.u, "the numerators are counts that can exceed their denominators") }
    return (.iprime, "the numerators are not counts")
  }

  /// With counts so small that the lower limit is zero, improvement cannot show as a point beyond it.
  private static func smallCounts(_ kind: ChartKind, _ groups: Subgroups) -> String? {
    guard kind == .c || kind == .u || kind == .p || kind == .uprime || kind == .pprime else { return nil }
    var events = 0.0
    var weight = 0.0
    var points = 0.0
    for index in groups.places.indices where !groups.sums[index].isNaN {
      events += groups.sums[index]
      weight += groups.weights[index].isNaN ? 0 : groups.weights[index]
      points += 1
    }
    let mean = events / points
    let share = kind == .p || kind == .pprime ? events / weight : 0
    guard mean <= 9 * (1 - share) else { return nil }
    let between = kind == .p || kind == .pprime ? "cases between events (G chart)" : "time between events (T chart)"
    return """
      Points hold \(Wording.number(mean)) events on average, so no lower limit can exist and a fall cannot show as one \
      point. Longer periods, or the \(between), would show it sooner.
      """
  }
}

extension Measure {
  /// Whether each row is an event.
  var isBetweenEvents: Bool { self == .casesBetween || self == .timeBetween }
}
