public import ProcessControl

/// An aim with its proof, declared on a day and closed: what a later claim is judged by.
///
/// It cannot be changed. A project may declare again; every declaration stays and is said, because each is another
/// chance for noise (``ClaimRecord``). Only points after both the change and the declaration count, so that nothing
/// already seen can earn anything.
public struct Declaration: Codable, Hashable, Sendable {
  /// The baseline as it was when it was declared.
  public struct Baseline: Codable, Hashable, Sendable {
    public var from: Day
    public var through: Day
    /// Points with a value.
    public var points: Int
    /// Their median, on the scale of the chart.
    public var median: Double
  }

  public let project: ProjectID
  public let measure: MeasureID
  /// What was counted, in words, when it was declared.
  public let definition: String
  public let target: Double
  public let by: Day
  public let whom: String
  public let change: String
  public let begins: Day
  public let baseline: Baseline
  public let window: Int
  /// The direction predicted.
  public let better: Direction
  /// Points in a row that earn the claim.
  public let run: Int
  /// The chance that an unchanged process earns it, looking after every point.
  public let falseAlarm: Double
  /// When it was declared, by the clock.
  public let at: Moment

  /// The first day of points that count: the change or the declaration, whichever is later.
  public var counts: Day { max(begins, at.day) }

  /// Whether it was declared after the change had begun.
  public var isLate: Bool { at.day > begins }

  /// Declares an aim.
  ///
  /// - Throws: Everything that is missing or cannot be, at once.
  public init(
    _ aim: Aim, of measure: ProjectMeasure, counts: [PeriodCount], at now: Moment
  ) throws(DeclarationRefusal) {
    var problems: [DeclarationRefusal.Problem] = []
    if aim.measure == nil { problems.append(.noMeasure) }
    if measure.role != .outcome { problems.append(.notAnOutcome) }
    if measure.numerator.isEmpty { problems.append(.notDefined) }
    if aim.target == nil { problems.append(.noTarget) }
    if aim.by == nil { problems.append(.noDate) }
    if aim.begins == nil { problems.append(.noBeginning) }
    if aim.baselineFrom == nil || aim.baselineThrough == nil { problems.append(.noBaseline) }
    if aim.window == nil { problems.append(.noWindow) }
    if let word = aim.causeNamed { problems.append(.causeNamed(word)) }
    guard let id = aim.measure, let target = aim.target, let by = aim.by, let begins = aim.begins,
      let from = aim.baselineFrom, let through = aim.baselineThrough, let window = aim.window, problems.isEmpty
    else { throw DeclarationRefusal(problems) }
    if by <= begins { problems.append(.dateBeforeChange) }
    if through < from || through >= begins { problems.append(.baselineNotBefore) }
    // A period that is not over is no point yet: the baseline ends with the last one that is.
    let collected = CollectedPeriods(measure, counts: counts, today: now.day)
    let known = measure.kind.isPeriodic ? min(through, collected.current.adding(-1)) : through
    let points = ClaimPoints(measure, counts: counts)
    let values = points.baseline(from: from, through: known, before: begins).compactMap { $0?.value }
    let fewest = Declaration.fewestPoints
    if values.count < fewest { problems.append(.baselineTooShort(points: values.count, needed: fewest)) }
    guard let median = ClaimPoints.median(values), values.count >= fewest else { throw DeclarationRefusal(problems) }
    let direction: Direction = target < median ? .down : .up
    if target == median || (measure.better != nil && measure.better != direction) {
      problems.append(.targetNotBetter(median: median))
    }
    let rule =
      window >= 1 && window <= 1_000 ? ClaimRule(baseline: values.count, window: window, level: Declaration.level) : nil
    if rule == nil { problems.append(.windowTooShort(least: Declaration.leastWindow(baseline: values.count))) }
    guard let rule, problems.isEmpty else { throw DeclarationRefusal(problems) }
    project = aim.project
    self.measure = id
    definition = measure.definition
    self.target = target
    self.by = by
    whom = aim.whom
    change = aim.change
    self.begins = begins
    baseline = Baseline(from: from, through: known, points: values.count, median: median)
    self.window = window
    better = direction
    run = rule.run
    falseAlarm = rule.falseAlarm
    at = now
  }

  /// The largest chance of a false alarm that a declaration may have.
  ///
  /// Somewhat below the 5 in 100 that are promised, because the rule is computed for continuous values: in shares of a
  /// few hundred cases ties move it by a fraction of a percent.
  public static let level = 0.04

  /// Fewer points than this are no baseline.
  public static let fewestPoints = 8

  /// The shortest window that can earn anything, for a baseline of so many points.
  public static func leastWindow(baseline: Int) -> Int {
    (1...40).first { ClaimRule(baseline: baseline, window: $0, level: level) != nil } ?? 40
  }
}

/// Why an aim cannot be declared yet: all reasons at once.
public struct DeclarationRefusal: Error, Hashable, Sendable {
  public enum Problem: Hashable, Sendable {
    case noMeasure
    case notAnOutcome
    /// Nobody has said what the measure counts.
    case notDefined
    case noTarget
    case noDate
    case noBeginning
    case noBaseline
    case noWindow
    case dateBeforeChange
    case baselineNotBefore
    case baselineTooShort(points: Int, needed: Int)
    case targetNotBetter(median: Double)
    case windowTooShort(least: Int)
    /// The change is written with a word that names a cause.
    case causeNamed(String)

    /// What happened and what to do next.
    public var words: String {
      switch self {
      case .noMeasure: "Choose the outcome measure that the aim is about."
      case .notAnOutcome: "An aim is about an outcome measure; this one is of another kind."
      case .notDefined: "Say what exactly the measure counts: until then two people may count two things."
      case .noTarget: "Say which level is to be reached, as a number."
      case .noDate: "Say by when."
      case .noBeginning: "Say on which day the change comes into use."
      case .noBaseline: "Say from which day to which day the baseline goes."
      case .noWindow: "Say how many points after the change may count."
      case .dateBeforeChange: "The aim\u{2019}s date must come after the day on which the change begins."
      case .baselineNotBefore: "The baseline must end before the change begins, and begin before it ends."
      case .baselineTooShort(let points, let needed):
        "The baseline has \(Wording.count(points, "point")) with a value; at least \(needed) are needed, 12 are better."
      case .targetNotBetter(let median):
        "The target is not on the better side of the baseline, whose median is \(Wording.number(median))."
      case .windowTooShort(let least):
        "So few points could never be told from chance: with this baseline at least \(least) must count."
      case .causeNamed(let word):
        "Leave out \u{201C}\(word)\u{201D} and what follows it: this stands after \u{201C}After\u{201D}, and names what is done, "
          + "not why it works."
      }
    }
  }

  public let problems: [Problem]
  public init(_ problems: [Problem]) { self.problems = problems }
}
