public import ProcessControl

/// Counts that are brought beside those that are kept: what would change.
public struct CountComparison: Hashable, Sendable {
  /// One count that would change.
  public struct Difference: Hashable, Sendable {
    public let day: Day
    public let strata: [String: String]
    /// Nil where nothing is kept.
    public let old: PeriodCount?
    /// Nil where the kept one would go.
    public let new: PeriodCount?
  }

  /// Periods of which nothing is kept yet.
  public let new: Int
  /// Periods that stay as they are.
  public let equal: Int
  /// Periods that are kept and would change.
  public let changed: Int
  /// What changes in them: by day, replaced counts before those that go and those that come.
  public let differences: [Difference]

  private struct Place: Hashable {
    let day: Day
    let strata: [String: String]

    init(_ count: PeriodCount) { (day, strata) = (count.day, count.strata) }
  }

  /// Compares by day and group; O((kept + brought) log).
  ///
  /// - Parameters:
  ///   - kept: What is there, each day and group once.
  ///   - brought: What would be recorded, each day and group once.
  ///   - removed: What would go.
  public init(kept: [PeriodCount], brought: [PeriodCount], removed: [PeriodCount] = []) {
    let old = Dictionary(kept.map { (Place($0), $0) }) { $1 }
    let here = Set(kept.map(\.day))
    var found: [Difference] = []
    var days: Set<Day> = []
    for count in brought {
      days.insert(count.day)
      let before = old[Place(count)]
      guard here.contains(count.day), before != count else { continue }
      found.append(Difference(day: count.day, strata: count.strata, old: before, new: count))
    }
    for place in Set(removed.map { Place($0) }) {
      guard let before = old[place] else { continue }
      days.insert(place.day)
      found.append(Difference(day: place.day, strata: place.strata, old: before, new: nil))
    }
    differences = found.sorted { one, other in
      if one.rank != other.rank { return one.rank < other.rank }
      if one.day != other.day { return one.day < other.day }
      return one.name.lexicographicallyPrecedes(other.name)
    }
    changed = Set(found.map(\.day)).count
    new = days.subtracting(here).count
    equal = days.count - changed - new
  }
}

extension CountComparison.Difference {
  /// Replaced first, then what goes, then what comes.
  fileprivate var rank: Int { old == nil ? 2 : new == nil ? 1 : 0 }

  /// What the part is, in the order of the names; empty for all cases.
  public var name: [String] { strata.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] } }
}
