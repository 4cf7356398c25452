internal import Foundation
internal import Improvement
internal import ProcessControl
internal import Workspaces

/// What of a measure's groups is shown to others: one division, by one period.
///
/// It is chosen once and is no document. Two divisions, or two periods, would put two tables of the same cases beside each
/// other, and their difference would tell what each hides; so would taking the choice back. What the measure was when it
/// was chosen belongs to it: of a measure whose kind was changed groups go on being shown as counts of the old kind.
struct ReleaseChoice: Sendable, Equatable, Codable {
  let period: Period
  let division: String
  let kind: ProjectMeasure.Kind
  /// The measure's own period.
  let rhythm: Period

  init(_ period: Period, by division: String, of measure: ProjectMeasure) {
    self.period = period
    self.division = division
    kind = measure.kind
    rhythm = measure.period
  }

  /// The measure as it was when this was chosen.
  func measure(_ measure: ProjectMeasure) -> ProjectMeasure {
    var measure = measure
    measure.kind = kind
    measure.period = rhythm
    return measure
  }

  /// The name it is kept under.
  static func key(_ measure: DocumentID<MeasureDocument>) -> String { "release of \(measure)" }

  /// The series that its kept tables stand in.
  static func series(_ measure: DocumentID<MeasureDocument>) -> String { "released of \(measure)" }
}

/// What of a measure's groups others may see, and what they have seen.
struct ReleaseFile: Sendable {
  let choice: ReleaseChoice
  /// The tables as others saw them before their counts were changed.
  let kept: [ReleasedTable]
  /// When the counts of each day were last written.
  let changed: [ProcessControl.Day: ProcessControl.Day]

  /// Nil until it is chosen.
  init?(_ id: DocumentID<MeasureDocument>, in reading: Reading) throws {
    guard let text = try reading.setting(ReleaseChoice.key(id)),
      let choice = try? JSONDecoder().decode(ReleaseChoice.self, from: Data(text.utf8))
    else { return nil }
    self.choice = choice
    kept = try reading.observations(of: ReleaseChoice.series(id)).compactMap { observation in
      observation.strata["table"].flatMap { try? JSONDecoder().decode(ReleasedTable.self, from: Data($0.utf8)) }
    }
    changed = Dictionary(
      uniqueKeysWithValues: try reading.changes(of: id.description).compactMap { date, at in
        Day(iso: date).map { ($0, Day(at)) }
      })
  }

  /// The tables on a day.
  func release(_ measure: ProjectMeasure, counts: [PeriodCount], today: ProcessControl.Day) -> GroupRelease {
    GroupRelease(
      choice.measure(measure), counts: counts, by: choice.division, period: choice.period, today: today,
      changed: changed, kept: kept)
  }
}

extension Writing {
  /// Keeps what others have seen of a measure's groups before counts of it are written or removed.
  ///
  /// Every change of counts goes through ``record(_:of:)`` and ``remove(_:of:)``, which call this.
  func keepReleased(of id: DocumentID<MeasureDocument>, writing new: [PeriodCount], removing gone: [PeriodCount]) throws
  {
    guard let file = try ReleaseFile(id, in: reading), let measure = try reading.document(id)?.value.measure
    else { return }
    let old = try reading.counts(of: id)
    // The same counts again change nothing.
    let days = Set(Set(new).subtracting(old).map(\.day)).union(gone.map(\.day))
    guard !days.isEmpty else { return }
    let touched = file.release(measure, counts: old, today: Day(now)).touched(by: days)
    try record(
      touched.map { table in
        Observation(
          date: table.start.description, numerator: 0,
          strata: ["table": String(decoding: try JSONEncoder().encode(table), as: UTF8.self)])
      }, in: ReleaseChoice.series(id))
  }
}

extension ProcessControl.Day {
  /// The day of a time, in UTC.
  init(_ time: Date) { self.init(number: Int32((time.timeIntervalSince1970 / 86_400).rounded(.down))) }
}
