public import ProcessControl

/// The uses of a checklist that one member recorded in one month, each known by a name of its own, so that none counts
/// twice.
public struct ChecklistUses: Codable, Hashable, Sendable {
  /// The checklist's id.
  public let checklist: String
  /// By day, then by name (see ``TapSheet/isName(_:)``).
  public private(set) var days: [String: [String: ChecklistUse]]

  public init(of checklist: String) {
    self.checklist = checklist
    days = [:]
  }

  /// Takes a use; one that is known already changes nothing.
  public mutating func take(_ name: String, _ use: ChecklistUse, on day: Day) {
    guard !days.values.contains(where: { $0[name] != nil }) else { return }
    days[day.description, default: [:]][name] = use
  }

  /// Takes a use back; false if it is not here.
  public mutating func undo(_ name: String) -> Bool {
    guard let day = days.first(where: { $0.value[name] != nil })?.key else { return false }
    days[day]?[name]?.isUndone = true
    return true
  }

  /// The uses that count, with their days.
  public var counted: [(day: Day, use: ChecklistUse)] {
    days.sorted { $0.key < $1.key }.flatMap { text, uses in
      Day(iso: text).map { day in
        uses.sorted { $0.key < $1.key }.filter { !$0.value.isUndone }.map { (day, $0.value) }
      } ?? []
    }
  }
}

extension [ChecklistUses] {
  /// The uses that count, of all members, by day.
  public var counted: [(day: Day, use: ChecklistUse)] { flatMap(\.counted).sorted { $0.day < $1.day } }

  /// The division of the uses into places.
  public static var place: String { "place" }

  /// Completion by period: complete uses of all uses, of those of each place where any was said, and the reasons of those
  /// that were not complete.
  public func counts(by period: Period) -> [PeriodCount] {
    let counted = counted
    let hasPlaces = counted.contains { $0.use.place != nil }
    return Dictionary(grouping: counted) { period.start(of: $0.day) }.sorted { $0.key < $1.key }.flatMap {
      start, uses in
      let complete = uses.count { $0.use.isComplete }
      let reasons = Dictionary(grouping: uses.filter { !$0.use.isComplete }) {
        $0.use.reason ?? StratumName.notRecorded
      }
      let places =
        hasPlaces ? Dictionary(grouping: uses) { $0.use.place ?? StratumName.notRecorded } : [:]
      return [PeriodCount(start, Double(complete), of: Double(uses.count))]
        + places.sorted { $0.key < $1.key }.map { place, uses in
          PeriodCount(
            start, Double(uses.count { $0.use.isComplete }), of: Double(uses.count), strata: [Self.place: place])
        }
        + reasons.sorted { $0.key < $1.key }.map {
          PeriodCount(start, Double($0.value.count), strata: [PeriodCount.reason: $0.key])
        }
    }
  }

  /// How often each line was missing, of how many uses that showed it.
  public var missing: [String: (missing: Int, shown: Int)] {
    counted.reduce(into: [:]) { counts, use in
      let missing = Set(use.use.missing)
      for id in use.use.shown {
        counts[id, default: (0, 0)].shown += 1
        if missing.contains(id) { counts[id, default: (0, 0)].missing += 1 }
      }
    }
  }
}

extension Checklist {
  /// The lines that were most often missing, all that tie; empty where none was ever missing.
  public func mostMissing(in uses: [ChecklistUses]) -> [Item] {
    let counts = uses.missing
    let most = items.map { counts[$0.id]?.missing ?? 0 }.max() ?? 0
    return most == 0 ? [] : items.filter { counts[$0.id]?.missing == most }
  }

  /// The process measure that its completion is.
  public func measure(by period: Period = .week) -> ProjectMeasure {
    ProjectMeasure(
      project: project, name: "Complete: \(title)", role: .process, kind: .proportion,
      definition:
        "From the checklist in use: every line ticked. It records completion, not that each step was done well.",
      numerator: "uses with every line ticked", denominator: "uses of the checklist", better: .up,
      collector: "checklist in use", period: period)
  }
}
