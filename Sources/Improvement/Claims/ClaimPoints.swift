import ProcessControl
import Statistics

/// The points of a measure as a claim sees them: one for each whole period, or one for each event.
struct ClaimPoints {
  /// One point: its day, its value on the scale of the chart, and what it was counted from.
  struct Point {
    let day: Day
    let value: Double
    let numerator: Double
    let denominator: Double?
  }

  private let period: Period
  private let isPeriodic: Bool
  /// By running number of the period, or in the order of the events.
  private var slots: [(index: Int, point: Point?)] = []

  /// Adds up the counts by period; O(n log n).
  init(_ measure: ProjectMeasure, counts: [PeriodCount]) {
    period = measure.period
    isPeriodic = measure.kind != .casesBetween && measure.kind != .daysBetween
    var byPeriod: [Int: (sum: Double, weight: Double, rows: Int, isWeighted: Bool)] = [:]
    for row in measure.rows(of: counts) {
      guard case .time(let day, _) = row.place, let value = row.value else { continue }
      guard isPeriodic else {
        slots.append((slots.count, Point(day: day, value: value, numerator: value, denominator: nil)))
        continue
      }
      var now = byPeriod[period.index(of: day)] ?? (0, 0, 0, true)
      now.sum += value
      now.weight += row.denominator ?? 0
      now.rows += 1
      now.isWeighted = now.isWeighted && row.denominator != nil
      byPeriod[period.index(of: day)] = now
    }
    guard isPeriodic else { return }
    slots = byPeriod.keys.sorted().map { index in
      guard let now = byPeriod[index] else { return (index, nil) }
      let day = period.start(ofIndex: index)
      switch measure.kind {
      case .proportion, .rate:
        guard now.weight > 0 else { return (index, nil) }
        let scale = measure.kind == .rate ? measure.multiplier : 1
        return (
          index, Point(day: day, value: now.sum / now.weight * scale, numerator: now.sum, denominator: now.weight)
        )
      case .value:
        let count = now.isWeighted ? now.weight : Double(now.rows)
        guard count > 0 else { return (index, nil) }
        return (index, Point(day: day, value: now.sum / count, numerator: now.sum, denominator: count))
      default: return (index, Point(day: day, value: now.sum, numerator: now.sum, denominator: nil))
      }
    }
  }

  /// The points of a baseline, in order; nil is a period without a count.
  ///
  /// A period belongs to it when it begins by `through`, holds or follows `from`, and ends before `change`.
  func baseline(from: Day, through: Day, before change: Day) -> [Point?] {
    guard isPeriodic else {
      return slots.map(\.point).filter { $0.map { $0.day >= from && $0.day <= through && $0.day < change } ?? false }
    }
    let last = min(period.index(of: through), period.index(of: change) - 1)
    return span(period.index(of: from), last, trimming: true)
  }

  /// The points that count after a change: whole periods that begin on or after `start` and have ended by `today`.
  ///
  /// Periods not counted yet at the end are left out while the window is open, and are gaps when it is over. Of events
  /// the first is left out: the time before it lies partly before the change.
  func after(_ start: Day, today: Day, window: Int) -> [Point?] {
    guard isPeriodic else {
      return slots.map(\.point).filter { $0.map { $0.day >= start && $0.day <= today } ?? false }.dropFirst()
        .prefix(window).map(\.self)
    }
    let holds = period.index(of: start)
    let first = period.start(ofIndex: holds) == start ? holds : holds + 1
    let ended = period.index(of: today) - 1
    let isOver = ended >= first + window - 1
    return span(first, min(ended, first + window - 1), trimming: !isOver)
  }

  /// The earliest day that has a point.
  var firstDay: Day? { slots.lazy.compactMap { $0.point?.day }.first }

  private func span(_ first: Int, _ last: Int, trimming: Bool) -> [Point?] {
    guard first <= last else { return [] }
    var points = [Point?](repeating: nil, count: last - first + 1)
    for slot in slots where slot.index >= first && slot.index <= last { points[slot.index - first] = slot.point }
    while trimming, let end = points.last, end == nil { points.removeLast() }
    return points
  }

  /// The middle value; nil of nothing.
  static func median(_ values: [Double]) -> Double? { Quantiles(values)?.median }
}
