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
    try observations(of: measure.description).compactMap { observation in
      Day(iso: observation.date).map { day in
        PeriodCount(day, observation.numerator, of: observation.denominator, strata: observation.strata)
      }
    }
  }
}

extension Writing {
  /// Records counts of a measure; one of the same day and strata takes the place of the earlier one.
  func record(_ counts: [PeriodCount], of measure: DocumentID<MeasureDocument>) throws {
    try record(
      counts.map { count in
        Observation(
          date: count.day.description, numerator: count.numerator, denominator: count.denominator, strata: count.strata)
      }, in: measure.description)
  }
}
