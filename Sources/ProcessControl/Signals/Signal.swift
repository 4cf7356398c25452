/// Something in a chart that chance alone seldom does, with the points that show it.
public struct Signal: Sendable, Hashable {
  /// The rule that alarmed.
  public enum Rule: String, Sendable, Hashable, CaseIterable {
    /// Anhøj: a run longer than round(log2 n) + 3.
    case longRun
    /// Anhøj: the line is crossed less often than chance allows.
    case fewCrossings
    /// A point above the upper or below the lower limit.
    case beyondLimits
    /// Making Data Count: seven points or more on one side of the mean.
    case sevenOnOneSide
    /// Making Data Count: seven points or more, each above (or each below) the one before.
    case trend
    /// Making Data Count: two of three points on one side, beyond two thirds of the way to the limit.
    case twoOfThree
  }

  /// The rule that alarmed.
  public let rule: Rule
  /// The phase, counted from 0.
  public let phase: Int
  /// The points that show it, as indices into the chart's points.
  ///
  /// Few crossings belong to all useful points.
  public let points: [Int]
  /// Which side of the line, or which way a trend goes; nil for few crossings.
  public let direction: Direction?

  static func all(
    _ points: [ControlChart.Point], _ phases: [ControlChart.Phase], _ request: ChartRequest
  ) -> [Signal] {
    var found: [Signal] = []
    for (number, phase) in phases.enumerated() {
      switch request.rules {
      case .anhoej:
        if phase.runsSignal { found += runs(points, phase, number) }
        found += beyond(points, phase, number)
      case .threeSigma: found += beyond(points, phase, number)
      case .makingDataCount: found += MakingDataCount.signals(points, phase, number)
      }
    }
    return found
  }

  private static func runs(
    _ points: [ControlChart.Point], _ phase: ControlChart.Phase, _ number: Int
  ) -> [Signal] {
    func isUseful(_ index: Int) -> Bool {
      let point = points[index]
      return point.isIncluded && !point.drawn.isNaN && point.drawn != point.line
    }
    var found = phase.runs.tooLong.map { run in
      Signal(
        rule: .longRun, phase: number, points: (run.first...run.last).filter(isUseful),
        direction: run.isAbove ? .up : .down)
    }
    if phase.runs.hasFewCrossings {
      found.append(
        Signal(rule: .fewCrossings, phase: number, points: phase.range.filter(isUseful), direction: nil))
    }
    return found
  }

  private static func beyond(
    _ points: [ControlChart.Point], _ phase: ControlChart.Phase, _ number: Int
  ) -> [Signal] {
    guard phase.limitsSignal else { return [] }
    return phase.range.compactMap { index in
      let point = points[index]
      guard point.isBeyondLimits, point.isIncluded else { return nil }
      return Signal(
        rule: .beyondLimits, phase: number, points: [index], direction: point.drawn > point.upper ? .up : .down)
    }
  }
}
