package import ProcessControl

/// Events told by their days alone, as the days since the event before.
///
/// Events of one day share the time since the event before and have one point: k of them came every 1/k of it. No time
/// between is zero, because a chart of times between takes none.
package enum EventIntervals {
  /// The days between events, each at the day of the later; the first only starts the clock. O(n log n)
  package static func between(_ days: [Day]) -> [PeriodCount] { added(days, to: [], of: [:]) }

  /// What is to be kept when events are added to those that are kept, also between two of them.
  ///
  /// - Parameters:
  ///   - days: The new events, in any order; a day as often as it had events.
  ///   - kept: The days since the event before that are kept, of the same group.
  ///   - strata: The group.
  /// - Returns: Counts of the new days, and of a kept one whose event before is now another; by day. Empty where there
  ///   is but one event.
  /// - Complexity: O(n log n)
  package static func added(_ days: [Day], to kept: [PeriodCount], of strata: [String: String]) -> [PeriodCount] {
    let new = Dictionary(grouping: days, by: \.self).mapValues(\.count)
    let known = Dictionary(kept.map { ($0.day, $0.numerator) }) { first, _ in first }
    var old = known.keys.sorted()
    // The event before the first that is kept has no count of its own, but its day follows from it.
    if let first = old.first, let since = known[first], since >= 1, since == since.rounded(), since < 36_500 {
      old.insert(first.adding(-Int(since)), at: 0)
    }
    let before = Dictionary(zip(old.dropFirst(), old)) { first, _ in first }
    let all = Set(old).union(new.keys).sorted()
    return zip(all, all.dropFirst()).compactMap { last, day in
      let gap = Double(day.number - last.number)
      if let events = new[day] { return PeriodCount(day, gap / Double(events), strata: strata) }
      guard before[day] != last else { return nil }
      guard let since = known[day] else { return PeriodCount(day, gap, strata: strata) }
      guard let before = before[day], let events = events(since, in: Double(day.number - before.number)) else {
        return nil
      }
      return PeriodCount(day, gap / Double(events), strata: strata)
    }
  }

  /// How many events of one day a number stands for: `gap` days shared by so many; nil where it contradicts the days.
  ///
  /// One event may be a day off, as hours do not stand in a date.
  package static func events(_ since: Double, in gap: Double) -> Int? {
    if abs(since - gap) <= 1 { return 1 }
    return (2...4).first { abs(since * Double($0) - gap) < 0.05 * Double($0) }
  }
}
