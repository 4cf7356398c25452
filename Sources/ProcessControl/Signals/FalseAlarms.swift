/// How often rules alarm in charts where nothing has changed.
public struct FalseAlarms: Sendable, Hashable {
  /// The share of unchanged charts of this length that alarm at one look.
  public let once: Double
  /// The share that have alarmed at any look, when one looks after every new point from the first verdict on.
  public let everyPoint: Double

  /// The rate for a chart of some points, about its own center or about a frozen baseline.
  ///
  /// From a table of 200,000 simulated series of independent normal values (see ``FalseAlarmSimulation``), between
  /// tabled baselines by straight lines. Nil outside 8 to 104 points, for baselines below 8, and for charts whose
  /// limits the simulation does not cover (MR, S and the limits of G charts). Limits of C, U, P and X-bar charts count
  /// as known in width, those of all others as taken from screened moving ranges. Small counts and values that depend
  /// on their neighbors alarm more often.
  ///
  /// - Parameters:
  ///   - rules: The rules that may alarm.
  ///   - kind: The chart they are read on.
  ///   - points: Included points with a value.
  ///   - baseline: Points of the frozen baseline; nil when the center comes from the points themselves.
  public init?(_ rules: RuleSet, _ kind: ChartKind, points: Int, baseline: Int? = nil) {
    guard let variant = FalseAlarms.variant(rules, kind), points >= FalseAlarmSimulation.shortest,
      points <= FalseAlarmSimulation.longest
    else { return nil }
    guard let baseline else {
      self.init(variant, row: 0, points)
      return
    }
    let tabled = FalseAlarmSimulation.baselines
    guard baseline < points, let upper = tabled.firstIndex(where: { $0 >= baseline }) ?? tabled.indices.last,
      baseline >= tabled[1]
    else { return nil }
    let high = FalseAlarms(variant, row: upper, points)
    guard tabled[upper] > baseline, tabled[upper] < points else {
      // Beyond the longest tabled baseline its rate is the nearest there is, and on the safe side.
      self = tabled[upper] > baseline ? FalseAlarms(variant, row: upper - 1, points) : high
      return
    }
    let low = FalseAlarms(variant, row: upper - 1, points)
    let share = Double(baseline - tabled[upper - 1]) / Double(tabled[upper] - tabled[upper - 1])
    self.init(
      once: low.once + share * (high.once - low.once),
      everyPoint: low.everyPoint + share * (high.everyPoint - low.everyPoint))
  }

  private init(_ variant: FalseAlarmSimulation.Variant, row: Int, _ points: Int) {
    let line = variant.rawValue * FalseAlarmSimulation.baselines.count + row
    let column = points - FalseAlarmSimulation.shortest
    self.init(
      once: Double(FalseAlarmTable.once[line][column]) / 1000,
      everyPoint: Double(FalseAlarmTable.ever[line][column]) / 1000)
  }

  private init(once: Double, everyPoint: Double) {
    self.once = once
    self.everyPoint = everyPoint
  }

  private static func variant(_ rules: RuleSet, _ kind: ChartKind) -> FalseAlarmSimulation.Variant? {
    let knowsWidth = kind == .c || kind == .u || kind == .p || kind == .xbar
    return switch (rules, kind) {
    case (_, .mr), (_, .s): nil
    case (.anhoej, .run), (.anhoej, .g): .runs
    case (.anhoej, _): knowsWidth ? .runsAndCountLimits : .runsAndLimits
    case (_, .run), (_, .g): nil
    case (.threeSigma, _): knowsWidth ? .countLimits : .limits
    // Its rules are made for individual values.
    case (.makingDataCount, _): knowsWidth ? nil : .makingDataCount
    }
  }
}

extension ControlChart {
  /// How often the rules asked for alarm in an unchanged phase like this one; nil where that is not known.
  public func falseAlarms(inPhase number: Int) -> FalseAlarms? {
    let phase = phases[number]
    let usesRanges = [.i, .iprime, .t, .uprime, .pprime].contains(kind)
    guard points.first?.place.isOrdered == true, request.sigmas == 3, !usesRanges || request.screensMovingRanges
    else { return nil }
    return FalseAlarms(request.rules, kind, points: phase.n, baseline: phase.isFrozen ? phase.baseline : nil)
  }
}
