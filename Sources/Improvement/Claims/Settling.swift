public import ProcessControl
import Statistics

/// Which counting interval would settle the aim by its date: short periods give many points, long ones steady points.
///
/// If the aim is reached at once, a point of so many cases lies on the better side with a chance that follows from the
/// binomial, Poisson or normal distribution of the baseline; the chance of the run then follows as in
/// ``ProcessControl/ClaimRule``. Cases are taken as independent.
public struct Settling: Sendable, Hashable {
  /// One way to count.
  public struct Option: Sendable, Hashable {
    public let period: Period
    /// Points that the baseline gives, and that can be seen by the date.
    public let baseline: Int
    public let points: Int
    /// Points in a row that are needed; nil when no run would be rare enough.
    public let run: Int?
    /// The chance to earn the claim if the target is reached at once.
    public let chance: Double
  }

  /// From the shortest period to the longest, each with all its points until the date.
  public let options: [Option]
  /// What the aim itself asks for: its period, its window, and the run that follows; nil before it says so.
  public let declared: Option?

  /// Looks from a day to the aim's date; nil where points are events, or the baseline has no level.
  public init?(
    _ measure: ProjectMeasure, counts: [PeriodCount], aim: Aim, from today: Day
  ) {
    guard measure.kind != .casesBetween, measure.kind != .daysBetween, let target = aim.target, let by = aim.by,
      let from = aim.baselineFrom, let through = aim.baselineThrough, from < through, through.adding(1) < by
    else { return nil }
    let start = max(aim.begins ?? today, today)
    let points = ClaimPoints(measure, counts: counts).baseline(
      from: from, through: through, before: aim.begins ?? through.adding(1)
    ).compactMap(\.self)
    guard let level = Level(points, of: measure), start < by else { return nil }
    let length = Settling.days(measure.period)
    let counted = Double(points.count) * length
    options = [Period.day, .week, .month, .quarter].map { period in
      let days = Settling.days(period)
      let baseline = Int(counted / days)
      let window = Int(Double(by.number - start.number + 1) / days)
      guard baseline >= 1, window >= 1,
        let rule = ClaimRule(baseline: baseline, window: min(window, 365), level: Declaration.level)
      else {
        return Option(period: period, baseline: baseline, points: max(0, window), run: nil, chance: 0)
      }
      let side = Settling.side(level, points, measure, target: target, scale: days / length)
      return Option(
        period: period, baseline: baseline, points: window, run: rule.run,
        chance: ClaimRule.chance(run: rule.run, window: rule.window, probability: side))
    }
    declared = aim.window.flatMap { window in
      guard window >= 1, window <= 1_000, !points.isEmpty,
        let rule = ClaimRule(baseline: points.count, window: window, level: Declaration.level)
      else { return nil }
      let side = Settling.side(level, points, measure, target: target, scale: 1)
      return Option(
        period: measure.period, baseline: points.count, points: window, run: rule.run,
        chance: ClaimRule.chance(run: rule.run, window: window, probability: side))
    }
  }

  /// The longest period with which the chance is at least 80%; nil when none has it.
  public var best: Option? { options.last { $0.chance >= 0.8 } }

  /// How likely what is declared is to be seen, and where that is little what would be likelier, in a sentence or two.
  public func statement(by date: Day) -> String {
    let day = Wording.place(.day(date), period: nil, withYear: true)
    var text = ""
    if let declared, let run = declared.run {
      text =
        "If the aim is reached at once, the chance to see these \(run) in a row within "
        + "\(Wording.count(declared.points, declared.period.rawValue)) is \(Wording.percent(declared.chance))."
      guard declared.chance < 0.8 else { return text }
      text += " That is little. "
    }
    if let best, let run = best.run {
      return text + "Another rule would be likelier if you declared it instead: counting by the "
        + "\(best.period.rawValue), with all \(Wording.count(best.points, best.period.rawValue)) until \(day), "
        + "\(run) in a row would be needed and the chance would be \(Wording.percent(best.chance))."
    }
    let most = options.max { $0.chance < $1.chance }
    let chance = most.map {
      "counting by the \($0.period.rawValue), with all \(Wording.count($0.points, $0.period.rawValue)) until \(day), the "
        + "chance is \(Wording.percent($0.chance))"
    }
    return text
      + "No counting interval is likely to settle it by \(day): even \(chance ?? "the shortest is too long"). "
      + "Move the date, count more cases, or aim for more."
  }

  private static func days(_ period: Period) -> Double {
    switch period {
    case .day: 1
    case .week: 7
    case .month: 30.4
    case .quarter: 91.3
    case .year: 365.25
    }
  }

  /// The chance that a point lies strictly on the better side of the baseline's center when the target is reached.
  private static func side(
    _ level: Level, _ points: [ClaimPoints.Point], _ measure: ProjectMeasure, target: Double, scale: Double
  ) -> Double {
    let isDown = target < level.value
    switch measure.kind {
    case .proportion:
      let cases = Int(((level.denominator ?? 0) / Double(points.count) * scale).rounded())
      guard cases >= 1, (0...1).contains(target), (0...1).contains(level.value) else { return 0 }
      let center = Binomial(trials: cases, probability: level.value).quantile(0.5)
      let reached = Binomial(trials: cases, probability: target)
      return isDown ? (center > 0 ? reached.cdf(center - 1) : 0) : reached.upperTail(center)
    case .rate, .count:
      let exposure =
        measure.kind == .count
        ? scale : (level.denominator ?? 0) / Double(points.count) * scale / measure.multiplier
      guard exposure > 0, target >= 0, level.value > 0 else { return 0 }
      let center = Poisson(mean: level.value * exposure).quantile(0.5)
      let reached = Poisson(mean: target * exposure)
      return isDown ? (center > 0 ? reached.cdf(center - 1) : 0) : reached.upperTail(center)
    default:
      let values = points.map(\.value)
      guard values.count > 1, let mean = values.exactMean() else { return 0 }
      let spread = (values.map { ($0 - mean) * ($0 - mean) }.exactSum() / Double(values.count - 1)).squareRoot()
      guard spread > 0 else { return 1 }
      return Normal.cdf(abs(target - level.value) / (spread / scale.squareRoot()))
    }
  }
}
