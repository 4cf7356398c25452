public import ProcessControl
public import Statistics

/// What the data allow a project to say about its aim, by the procedure that it declared.
///
/// The outcome measure, the predicted direction, points after the change and the declaration only, inside the declared
/// window, by the run of ``ProcessControl/ClaimRule``: its false-alarm rate holds however often one looks. It says
/// "after", never "because of".
public struct Claim: Sendable {
  /// Where it stands.
  public enum Verdict: Sendable, Hashable {
    /// The run is long enough; the days of its points.
    case earned(run: [Day])
    /// The window is open and the run may still come.
    case tooEarly
    /// The window is over, or too few points are left in it.
    case notEarned
    /// The baseline has lost its points since it was declared.
    case noBaseline
  }

  public let declaration: Declaration
  public let measure: ProjectMeasure
  public let verdict: Verdict
  /// The level of the baseline; nil when it has no point any more.
  public let before: Level?
  /// The level of the points that count; nil before the first.
  public let after: Level?
  /// The 95% interval of after minus before, on the scale of the chart; nil for quantities of fewer than six points.
  public let difference: Interval?
  /// The rule applied: baseline points as they are now.
  public let rule: ClaimRule?
  /// The median of the baseline as it is now.
  public let median: Double?
  /// Places of the window that are over, and those of them without a count.
  public let seen: Int
  public let gaps: Int
  /// The longest run in the direction predicted.
  public let longestRun: Int
  /// Points before the declared baseline that were left out of it.
  public let earlierPoints: Int
  /// Points at or after the change, before the declaration, which therefore do not count.
  public let pointsBeforeDeclaration: Int
  /// Whether an event after the change was left out because the time before it lies on both sides.
  public let leavesOutFirst: Bool
  /// Whether the baseline alone shows a signal of change: the rule then alarms more often than it says.
  public let isBaselineUnsettled: Bool

  /// Judges a declaration.
  ///
  /// - Parameters:
  ///   - declaration: What was declared.
  ///   - measure: The measure that it names.
  ///   - counts: All its counts.
  ///   - today: Periods that have not ended by then are not looked at.
  ///   - known: The rule, if it was computed before for as many baseline points and the same window: only for speed.
  /// - Complexity: O(n log n), and a millisecond for the rule.
  public init(
    _ declaration: Declaration, of measure: ProjectMeasure, counts: [PeriodCount], today: Day,
    rule known: ClaimRule? = nil
  ) {
    self.declaration = declaration
    self.measure = measure
    let points = ClaimPoints(measure, counts: counts)
    let base = declaration.baseline
    let baseline = points.baseline(from: base.from, through: base.through, before: declaration.begins)
    let after = points.after(declaration.counts, today: today, window: declaration.window)
    let size = baseline.count { $0 != nil }
    leavesOutFirst =
      !measure.kind.isPeriodic && counts.contains { $0.day >= declaration.counts && $0.day <= today && !$0.isReason }
    seen = after.count
    gaps = after.count { $0 == nil }
    before = Level(baseline.compactMap(\.self), of: measure)
    self.after = Level(after.compactMap(\.self), of: measure)
    difference = before.flatMap { before in Level(after.compactMap(\.self), of: measure)?.minus(before, measure) }
    earlierPoints =
      points.firstDay.map { first in
        points.baseline(from: first, through: base.from.adding(-1), before: base.from).count { $0 != nil }
      } ?? 0
    pointsBeforeDeclaration =
      declaration.isLate
      ? points.after(declaration.begins, today: declaration.at.day, window: 10_000).count { $0 != nil } : 0
    let fits = known.map { $0.baseline == size && $0.window == declaration.window } ?? false
    let rule =
      fits ? known : size > 0 ? ClaimRule(baseline: size, window: declaration.window, level: Declaration.level) : nil
    self.rule = rule
    isBaselineUnsettled = Claim.isUnsettled(baseline.compactMap { $0?.value })
    guard let rule,
      let claim = ChangeClaim(
        baseline: baseline.map { $0?.value }, after: after.map { $0?.value }, rule: rule, better: declaration.better)
    else {
      verdict = .noBaseline
      median = nil
      longestRun = 0
      return
    }
    median = claim.median
    longestRun = claim.longestRun
    switch claim.verdict {
    case .earned(let run): verdict = .earned(run: run.compactMap { after[$0]?.day })
    case .tooEarly: verdict = .tooEarly
    case .notEarned: verdict = .notEarned
    }
  }

  /// Whether the claim was earned.
  public var isEarned: Bool { if case .earned = verdict { true } else { false } }

  /// Whether the baseline's counts were changed after it was declared.
  public var isBaselineChanged: Bool {
    guard let rule, let median else { return true }
    return rule.baseline != declaration.baseline.points || median != declaration.baseline.median
  }

  private static func isUnsettled(_ values: [Double]) -> Bool {
    guard values.count >= Declaration.fewestPoints, let series = try? Series(values: values),
      let chart = try? ControlChart(of: series, ChartRequest(.run))
    else { return false }
    return chart.phases.contains(where: \.runsSignal)
  }
}

extension Level {
  /// The 95% interval of this level minus an earlier one: Newcombe for shares; for rates, counts and medians recovered
  /// from the intervals of both levels (Zou and Donner, Statistics in Medicine 27, 2008); nil where a level has none.
  fileprivate func minus(_ earlier: Level, _ measure: ProjectMeasure) -> Interval? {
    switch measure.kind {
    case .proportion:
      guard let now = share, let then = earlier.share else { return nil }
      return ProportionComparison(now, then).newcombe()
    case .rate, .count:
      guard let now = rate, let then = earlier.rate else { return nil }
      return RateComparison(now, then).mover().scaled(by: measure.kind == .rate ? measure.multiplier : 1)
    case .value, .casesBetween, .daysBetween:
      guard let interval, let then = earlier.interval else { return nil }
      func length(_ x: Double, _ y: Double) -> Double { (x * x + y * y).squareRoot() }
      return Interval(
        low: value - earlier.value - length(value - interval.low, then.high - earlier.value),
        high: value - earlier.value + length(interval.high - value, earlier.value - then.low))
    }
  }

  private var share: Proportion? { try? Proportion(Int(numerator), of: Int(denominator ?? 0)) }

  private var rate: EventRate? { try? EventRate(Int(numerator), per: denominator ?? Double(points)) }
}
