public import ProcessControl

/// A log of rare events by fixed choices, without a word of narrative: what makes a chart of days between events.
///
/// It is not an incident report and does not take the place of one: an entry is made only after the event was reported
/// in the hospital's own system. Free text could be asked for in court and could point to a person; choices cannot.
public struct SafetyLog: Codable, Hashable, Sendable {
  public var project: ProjectID
  /// What is logged, in words: "Stops, near misses and events in the procedure clinic".
  public var title: String
  /// The kinds to choose from.
  public var kinds: [String]
  /// The places to choose from.
  public var places: [String]
  /// The day on which logging began: events before it are not known.
  public var began: Day
  /// Where the days between events are kept as a measure; nil until the first two.
  public var daysBetween: MeasureID?
  /// Where the cases between events are kept; nil where cases are not counted.
  public var casesBetween: MeasureID?

  public init(project: ProjectID, title: String, kinds: [String], places: [String], began: Day) {
    self.project = project
    self.title = title
    self.kinds = kinds
    self.places = places
    self.began = began
  }

  /// The kinds that most logs begin with.
  public static let usualKinds = ["Near miss", "Event without harm", "Event with harm"]
}

/// An event as the log holds it.
public struct SafetyEntry: Codable, Hashable, Sendable {
  public var project: ProjectID
  public var day: Day
  /// One of the log's kinds.
  public var kind: String
  /// One of the log's places; empty if not said.
  public var place: String
  /// Cases since the event before it, if they are counted.
  public var casesSince: Int?

  public init(project: ProjectID, day: Day, kind: String, place: String = "", casesSince: Int? = nil) {
    self.project = project
    self.day = day
    self.kind = kind
    self.place = place
    self.casesSince = casesSince
  }
}

extension [SafetyEntry] {
  /// The days between events, one count at each day with an event after the first, by day.
  ///
  /// See ``EventIntervals``; O(n log n).
  public var daysBetween: [PeriodCount] { EventIntervals.between(map(\.day)) }

  /// The cases between events, where they were counted; added up for events of one day.
  public var casesBetween: [PeriodCount] {
    let counted = filter { $0.casesSince != nil }
    return Dictionary(grouping: counted, by: \.day).sorted { $0.key < $1.key }.map { day, entries in
      PeriodCount(day, Double(entries.reduce(0) { $0 + ($1.casesSince ?? 0) }))
    }
  }
}
