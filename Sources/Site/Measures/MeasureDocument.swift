internal import Improvement
internal import ProcessControl
internal import Workspaces

/// A measure as it is kept; its counts stand under its id among the workspace's observations.
struct MeasureDocument: PageDocument, Equatable {
  static let collection = "measure"
  static let words = "a measure"

  var measure: ProjectMeasure

  static func page(_ id: DocumentID<MeasureDocument>) -> Link { .measure(id: id.description) }

  var lines: [(name: String, value: String)] {
    [
      ("Name", measure.name), ("Role", measure.role.rawValue), ("Kind", measure.kind.rawValue),
      ("Definition", measure.definition), ("Numerator", measure.numerator), ("Denominator", measure.denominator),
      ("Unit", measure.unit), ("Better", measure.better?.rawValue ?? "neither"), ("Collected by", measure.collector),
      ("How often", measure.period.rawValue),
    ]
  }
}

extension Reading {
  /// The counts of a measure, by day; those without a valid day are not counts and are left out.
  func counts(of measure: DocumentID<MeasureDocument>) throws -> [PeriodCount] {
    Self.counts(try observations(of: measure.description))
  }

  /// The counts of a measure in exactly these strata.
  func counts(of measure: DocumentID<MeasureDocument>, among strata: [String: String]) throws -> [PeriodCount] {
    Self.counts(try observations(of: measure.description, among: strata))
  }

  /// The counts of a measure divided by this, whatever the part.
  func counts(of measure: DocumentID<MeasureDocument>, dividedBy name: String) throws -> [PeriodCount] {
    Self.counts(try observations(of: measure.description, dividedBy: name))
  }

  private static func counts(_ observations: [Observation]) -> [PeriodCount] {
    observations.compactMap { observation in
      Day(iso: observation.date).map { day in
        PeriodCount(day, observation.numerator, of: observation.denominator, strata: observation.strata)
      }
    }
  }
}

extension Reading {
  /// The counts that make a measure's chart: those of all together where there are any, otherwise the parts.
  func charted(of measure: DocumentID<MeasureDocument>) throws -> [PeriodCount] {
    let whole = try counts(of: measure, among: [:])
    return whole.isEmpty ? try counts(of: measure).filter { !$0.isReason } : whole
  }

  /// The counted reasons of a measure's events.
  func reasons(of measure: DocumentID<MeasureDocument>) throws -> [PeriodCount] {
    try counts(of: measure, dividedBy: PeriodCount.reason)
  }
}

extension Writing {
  /// Records counts of a measure; one of the same day and strata takes the place of the earlier one.
  ///
  /// What others have seen of its groups stays as they saw it.
  func record(_ counts: [PeriodCount], of measure: DocumentID<MeasureDocument>) throws {
    try keepReleased(of: measure, writing: counts, removing: [])
    try record(
      counts.map { count in
        Observation(
          date: count.day.description, numerator: count.numerator, denominator: count.denominator, strata: count.strata)
      }, in: measure.description)
  }

  /// Removes the counts of these days and strata, whatever their numbers; what others have seen stays as they saw it.
  func remove(_ counts: [PeriodCount], of measure: DocumentID<MeasureDocument>) throws {
    guard !counts.isEmpty else { return }
    try keepReleased(of: measure, writing: [], removing: counts)
    for gone in counts {
      try removeObservation(on: gone.day.description, strata: gone.strata, from: measure.description)
    }
  }
}
