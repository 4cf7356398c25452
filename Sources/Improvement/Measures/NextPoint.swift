public import ProcessControl

/// What to collect next: the first period that has ended and is not counted, and how far it is to limits.
public struct NextPoint: Hashable, Sendable {
  /// Periods counted so far.
  public let counted: Int
  /// Ended periods after the last one counted that are not counted.
  public let waiting: Int
  /// The first day of the period to count next; nil where points are events.
  public let next: Day?
  /// The period of the measure.
  public let period: Period

  /// Points that a baseline needs before a chart has limits (``ProcessControl/ChartChoice``).
  public static let baseline = 12

  /// Looks at what is counted on a day.
  public init(_ measure: ProjectMeasure, counts: [PeriodCount], today: Day) {
    period = measure.period
    let period = measure.period
    let places = Set(counts.map { measure.kind.isPeriodic ? period.index(of: $0.day) : Int($0.day.number) })
    counted = places.count
    guard measure.kind.isPeriodic else {
      waiting = 0
      next = nil
      return
    }
    let current = period.index(of: today)
    guard let last = places.max() else {
      waiting = 0
      next = period.start(ofIndex: current)
      return
    }
    waiting = max(0, current - last - 1)
    next = period.start(ofIndex: last + 1)
  }

  /// What to do, in a sentence or two.
  public var statement: String {
    guard let next else {
      let soFar = "\(Wording.count(counted, "event")) so far"
      guard counted >= NextPoint.baseline else { return "\(soFar); \(NextPoint.baseline) make a chart with limits." }
      return "\(soFar). Add the next one on the day it happens."
    }
    let noun = period.rawValue
    let name = period == .day ? next.written : "the \(noun) of \(next.written)"
    var text =
      switch (counted, waiting) {
      case (0, _): "Nothing is counted yet. Begin with \(name), or with past \(noun)s if they are on record."
      case (_, 0): "Up to date. Next: \(name), when it has ended."
      case (_, 1): "Count next: \(name), which has ended."
      default: "Count next: \(name). \(waiting) \(noun)s have ended and are not counted."
      }
    if counted < NextPoint.baseline {
      text +=
        " \(counted == 0 ? "" : "\(counted) of ")\(NextPoint.baseline) \(noun)s make a baseline with limits."
    }
    return text
  }
}
