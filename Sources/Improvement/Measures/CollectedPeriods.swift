public import ProcessControl

/// Which periods of a measure are counted, which are missing, and which is not over yet, as seen on a day.
///
/// A period is missing when it has ended and has no count though an earlier one has. Days of the week on which a daily
/// measure was never counted are not expected, once it has been counted for two weeks: a clinic without weekends has
/// no gaps there. Events have no periods: nothing of them is missing or open.
public struct CollectedPeriods: Hashable, Sendable {
  /// Periods counted that have ended, or days with events.
  public let counted: Int
  /// The first days of the missing periods before the last one counted.
  public let gaps: [Day]
  /// The first days of the missing periods after the last one counted.
  public let waiting: [Day]
  /// The first day of the period that has a count already and is not over; nil without one.
  public let open: Day?
  /// The first day of the period that holds the day looked on.
  public let current: Day

  /// Looks at what is counted; without a day every period is taken as ended.
  ///
  /// O(periods between the first and the last)
  public init(_ measure: ProjectMeasure, counts: [PeriodCount], today: Day? = nil) {
    let period = measure.period
    let days = Set(counts.lazy.filter { !$0.isReason }.map(\.day))
    guard measure.kind.isPeriodic else {
      counted = days.count
      gaps = []
      waiting = []
      open = nil
      current = today ?? days.max() ?? Day(number: 0)
      return
    }
    let places = Set(days.map(period.index(of:)))
    let now = today.map(period.index(of:)) ?? (places.max() ?? -1) + 1
    let ended = places.filter { $0 < now }
    counted = ended.count
    open = places.filter { $0 >= now }.min().map(period.start(ofIndex:))
    current = period.start(ofIndex: now)
    guard let first = ended.min(), let last = ended.max() else {
      gaps = []
      waiting = []
      return
    }
    let weekdays =
      period == .day && last - first >= 14 ? Set(ended.map { period.start(ofIndex: $0).weekday }) : Set(1...7)
    func missing(_ range: Range<Int>) -> [Day] {
      range.filter { !ended.contains($0) }.map(period.start(ofIndex:))
        .filter { period != .day || weekdays.contains($0.weekday) }
    }
    gaps = missing(first..<last)
    waiting = missing(last + 1..<max(now, last + 1))
  }

  /// The missing periods, the earliest first.
  public var missing: [Day] { gaps + waiting }
}

extension ProjectMeasure {
  /// A period in a sentence: "the week of June 1, 2026", "June 2026".
  func named(_ start: Day) -> String {
    switch period {
    case .day, .month, .quarter, .year: Wording.place(.day(start), period: period, withYear: true)
    case .week: "the week of \(start.written)"
    }
  }

  /// The count of the period that is not over, in a sentence; nil without one.
  ///
  /// Such a point would move with every tap, so the chart waits for the end of its period.
  public func soFar(of counts: [PeriodCount], on today: Day) -> String? {
    let collected = CollectedPeriods(self, counts: counts, today: today)
    guard let open = collected.open, open <= collected.current else { return nil }
    let index = period.index(of: open)
    let rows = rows(of: counts.filter { period.index(of: $0.day) == index })
    let sum = rows.reduce(0) { $0 + ($1.value ?? 0) }
    let weight = rows.reduce(0) { $0 + ($1.denominator ?? 0) }
    let said =
      kind.hasDenominator
      ? "\(Wording.number(sum)) of \(Wording.number(weight))"
      : kind == .value
        ? "\(Wording.count(rows.count, "value")), the mean \(Wording.number(sum / (weight > 0 ? weight : Double(rows.count))))"
        : Wording.number(sum)
    let name = named(open)
    return
      "\(name.prefix(1).uppercased() + name.dropFirst()) is not over: \(said) so far. It joins the chart, its lines "
      + "and its rules when it has ended."
  }
}

extension ProjectMeasure {
  /// How many periods have no count, in a sentence; nil where none is missing.
  public func missingWords(_ counts: [PeriodCount], on today: Day) -> String? {
    let missing = CollectedPeriods(self, counts: counts, today: today).missing
    guard let first = missing.first else { return nil }
    return missing.count == 1
      ? "1 \(period.rawValue) has no count: \(named(first))."
      : "\(missing.count) \(period.plural) have no count, the first \(named(first))."
  }
}
