public import ProcessControl

/// What to collect next: the first period that has ended and is not counted, how many are missing, and how far it is to
/// limits.
public struct NextPoint: Hashable, Sendable {
  /// Periods counted so far that have ended.
  public let counted: Int
  /// Ended periods after the last one counted that are not counted.
  public let waiting: Int
  /// Ended periods before the last one counted that are not counted.
  public let gaps: Int
  /// Whether the period that is not over has a count already.
  public let isBegun: Bool
  /// The first day of the period to count next; nil where points are events.
  public let next: Day?
  /// The period of the measure.
  public let period: Period

  private let name: String

  /// Points that a baseline needs before a chart has limits (``ProcessControl/ChartChoice``).
  public static let baseline = 12
  /// Events that a chart between events needs before it has limits.
  public static let events = 10

  /// Looks at what is counted on a day.
  public init(_ measure: ProjectMeasure, counts: [PeriodCount], today: Day) {
    let collected = CollectedPeriods(measure, counts: counts, today: today)
    period = measure.period
    counted = collected.counted
    waiting = collected.waiting.count
    gaps = collected.gaps.count
    isBegun = collected.open != nil
    let next = measure.kind.isPeriodic ? collected.missing.first ?? collected.current : nil
    self.next = next
    name = next.map(measure.named) ?? ""
  }

  /// What to do, in a sentence or two.
  public var statement: String {
    guard next != nil else {
      let soFar = "\(Wording.count(counted, "event")) so far"
      guard counted >= NextPoint.events else { return "\(soFar); \(NextPoint.events) make a chart with limits." }
      return "\(soFar). Add the next one on the day it happens."
    }
    let noun = period.rawValue
    var text: String
    switch (counted, gaps, waiting) {
    case (0, _, _) where isBegun: text = "The first \(noun) is being counted; it makes a point when it has ended."
    case (0, _, _): text = "Nothing is counted yet. Begin with \(name), or with past \(noun)s if they are on record."
    case (_, 0, 0): text = "Up to date. Next: \(name), when it has ended."
    case (_, 0, 1): text = "Count next: \(name), which has ended."
    case (_, 0, _): text = "Count next: \(name). \(waiting) \(noun)s have ended and are not counted."
    case (_, 1, 0):
      text = "Count next: \(name), the one \(noun) without a count. If it cannot be found out any more, it stays a gap."
    default:
      text =
        "Count next: \(name), the first of \(gaps + waiting) \(noun)s without a count. What cannot be found out any more "
        + "stays a gap."
    }
    if counted < NextPoint.baseline {
      text +=
        " \(counted == 0 ? "" : "\(counted) of ")\(NextPoint.baseline) \(noun)s make a baseline with limits."
    }
    return text
  }
}
