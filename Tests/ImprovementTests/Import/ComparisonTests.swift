import Improvement
import ProcessControl
import Statistics
import Testing

private let monday = Day(number: 20_458)

@Suite struct `Counts beside those that are kept` {
  @Test func `are new, equal or changed, and the changed ones say from what to what`() {
    let kept = [
      PeriodCount(monday, 3, of: 10), PeriodCount(monday.adding(7), 4, of: 10),
      PeriodCount(monday.adding(7), 1, of: 5, strata: ["language": "Spanish"]),
      PeriodCount(monday.adding(14), 5, of: 10),
    ]
    let brought = [
      PeriodCount(monday, 3, of: 10), PeriodCount(monday.adding(7), 6, of: 12),
      PeriodCount(monday.adding(7), 2, of: 6, strata: ["language": "English"]),
      PeriodCount(monday.adding(21), 1, of: 9),
    ]
    let found = CountComparison(kept: kept, brought: brought, removed: [kept[2]])
    #expect([found.new, found.equal, found.changed] == [1, 1, 1])
    #expect(found.differences.map(\.old) == [kept[1], kept[2], nil])
    #expect(found.differences.map(\.new) == [brought[1], nil, brought[2]])
  }

  @Test func `tell exactly what recording them does, for every pair of small sets`() {
    var generator = SeededGenerator(seed: 2)
    let strata = [[:], ["language": "English"], ["language": "Spanish"]]
    for _ in 0..<500 {
      func some() -> [PeriodCount] {
        (0..<3).flatMap { week in strata.map { PeriodCount(monday.adding(week * 7), 0, of: 9, strata: $0) } }
          .filter { _ in Bool.random(using: &generator) }
          .map { PeriodCount($0.day, Double(Int.random(in: 0...1, using: &generator)), of: 9, strata: $0.strata) }
      }
      let (kept, brought) = (some(), some())
      let found = CountComparison(kept: kept, brought: brought)
      // Recording by hand: each takes the place of the one of its day and group.
      var after = kept
      for count in brought {
        after.removeAll { $0.day == count.day && $0.strata == count.strata }
        after.append(count)
      }
      let days = Set(brought.map(\.day))
      let old = days.filter { day in kept.contains { $0.day == day } }
      let changed = old.filter { day in Set(kept.filter { $0.day == day }) != Set(after.filter { $0.day == day }) }
      #expect(found.changed == changed.count && found.new == days.count - old.count)
      #expect(found.equal == old.count - changed.count)
      var rebuilt = Set(kept)
      for difference in found.differences {
        if let old = difference.old { rebuilt.remove(old) }
        if let new = difference.new { rebuilt.insert(new) }
      }
      #expect(rebuilt.union(brought) == Set(after))
    }
  }
}
