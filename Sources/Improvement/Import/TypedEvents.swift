internal import ProcessControl

/// The events of a ``CountGrid``, group by group: those told by their days alone, and those with a number.
struct TypedEvents {
  private typealias Strata = [String: String]

  private var kept: [Strata: [PeriodCount]] = [:]
  private var days: [Strata: [(day: Day, line: Int)]] = [:]
  private var numbered: [Strata: [(day: Day, number: Double, line: Int)]] = [:]

  init(_ counts: [PeriodCount]) {
    kept = Dictionary(grouping: counts.filter { !$0.isReason }, by: \.strata)
  }

  /// Whether that day has a number already.
  func keeps(_ day: Day, _ strata: [String: String]) -> Bool { kept[strata]?.contains { $0.day == day } ?? false }

  mutating func add(_ day: Day, _ strata: [String: String], line: Int) {
    days[strata, default: []].append((day, line))
  }

  mutating func number(_ number: Double, _ day: Day, _ strata: [String: String], line: Int) {
    numbered[strata, default: []].append((day, number, line))
  }

  /// What is kept, with the numbers that were typed in place of older ones.
  private func known(_ strata: Strata) -> [PeriodCount] {
    let typed = (numbered[strata] ?? []).map { PeriodCount($0.day, $0.number, strata: strata) }
    let days = Set(typed.map(\.day))
    return typed + (kept[strata] ?? []).filter { !days.contains($0.day) }
  }

  /// The days between the events that were told by their days, and of what they change.
  var counts: [PeriodCount] {
    days.flatMap { strata, events in EventIntervals.added(events.map(\.day), to: known(strata), of: strata) }
      .sorted { $0.day < $1.day }
  }

  /// The lines of events that have no other before or behind them.
  var alone: [Int] {
    days.compactMap { strata, events in
      Set(events.map(\.day)).count == 1 && known(strata).isEmpty ? events.first?.line : nil
    }.sorted()
  }

  /// The lines whose number is not the days since the event before, with the days of both; by line.
  var contradictions: [(line: Int, last: Day, day: Day)] {
    numbered.flatMap { strata, events in
      let all = Set(known(strata).map(\.day) + (days[strata] ?? []).map(\.day)).sorted()
      let before = Dictionary(zip(all.dropFirst(), all)) { first, _ in first }
      return events.compactMap { event -> (line: Int, last: Day, day: Day)? in
        guard let last = before[event.day],
          EventIntervals.events(event.number, in: Double(event.day.number - last.number)) == nil
        else { return nil }
        return (event.line, last, event.day)
      }
    }.sorted { $0.line < $1.line }
  }
}
