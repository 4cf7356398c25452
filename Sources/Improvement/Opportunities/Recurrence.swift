internal import ProcessControl

/// What recurs: how often opportunities were seen, by theme, place, kind or shift, most frequent first.
public struct Recurrence: Hashable, Sendable {
  /// By what sightings are counted.
  public enum Axis: String, Sendable, CaseIterable {
    case theme, place, kind, shift
  }

  /// A group and how often it was seen.
  public struct Group: Hashable, Sendable {
    /// Nil for sightings of which it was not said.
    public let name: String?
    public let sightings: Int
    /// How many different opportunities they belong to.
    public let opportunities: Int
  }

  public let axis: Axis
  public let groups: [Group]
  public let total: Int

  /// Counts sightings; names that differ by case or spaces alone are one.
  ///
  /// O(n log n) for n sightings.
  public init(of opportunities: [Opportunity], by axis: Axis) {
    var names: [String: String] = [:]
    var sightings: [String: Int] = [:]
    var members: [String: Set<Int>] = [:]
    for (index, opportunity) in opportunities.enumerated() {
      for sighting in opportunity.sightings {
        let words =
          switch axis {
          case .theme: opportunity.theme
          case .place: opportunity.place
          case .kind: opportunity.kind.rawValue
          case .shift: sighting.shift
          }
        let key = words.lowercased().split { $0.isWhitespace }.joined(separator: " ")
        names[key] = names[key] ?? words
        sightings[key, default: 0] += 1
        members[key, default: []].insert(index)
      }
    }
    self.axis = axis
    groups = sightings.map { key, count in
      Group(name: key.isEmpty ? nil : names[key], sightings: count, opportunities: members[key]?.count ?? 0)
    }.sorted { left, right in
      // What was not said comes last, whatever its number.
      if (left.name == nil) != (right.name == nil) { return right.name == nil }
      return left.sightings != right.sightings
        ? left.sightings > right.sightings : (left.name ?? "") < (right.name ?? "")
    }
    total = groups.reduce(0) { $0 + $1.sightings }
  }

  /// What recurs, in a sentence with its numbers.
  public var statement: String {
    guard total > 0 else { return "Nothing was seen yet." }
    let times = total == 1 ? "Seen once" : "Seen \(total) times in all"
    guard let first = groups.first(where: { $0.name != nil }), let name = first.name else {
      return "\(times); its \(axis.rawValue) was not said."
    }
    return "\(times); most often: \(name) (\(first.sightings) of \(total))."
  }
}
