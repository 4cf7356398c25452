internal import Improvement
internal import ProcessControl
internal import Workspaces

/// A project's safety log, as it is kept: one to a project, under the project's id.
struct SafetyLogDocument: PageDocument, Equatable {
  static let collection = "safety-log"
  static let words = "a safety log"

  var log: SafetyLog

  static func page(_ id: DocumentID<SafetyLogDocument>) -> Link { .safetyLog(id: id.description) }

  var lines: [(name: String, value: String)] {
    [
      ("Title", log.title), ("Kinds", log.kinds.joined(separator: "; ")),
      ("Places", log.places.joined(separator: "; ")), ("Begun", log.began.description),
    ]
  }
}

/// One event of a log; made without its author.
struct SafetyEntryDocument: PageDocument, Equatable {
  static let collection = "safety-entry"
  static let words = "an entry of a safety log"

  var entry: SafetyEntry

  /// No page names an entry: its name is known to whoever logged it alone, and is what lets them take it back.
  static func page(_ id: DocumentID<SafetyEntryDocument>) -> Link { .improve }

  var lines: [(name: String, value: String)] {
    [
      ("Day", entry.day.description), ("Kind", entry.kind), ("Place", entry.place),
      ("Cases since", entry.casesSince.map { "\($0)" } ?? "not counted"),
    ]
  }

  /// Takes back what was just logged, and leaves no trace that would tell by whom.
  ///
  /// Or takes back its removal by an editor. What lies between events follows.
  static func takeBack(
    _ id: DocumentID<SafetyEntryDocument>, on revision: Int, in writing: Writing
  ) throws -> Flash {
    let kept = try writing.reading.document(id)
    let isGone = try kept == nil && !writing.reading.deleted(SafetyEntryDocument.self).contains { $0.id == id }
    guard !isGone else { return Flash(.warn, "It was taken back already.", "Nothing changed now.") }
    if let kept, kept.revision == 1, revision == 1 {
      guard try writing.eraseUnsigned(id) else {
        return Flash(.warn, "It stays.", "Its day is over: an editor can still remove it.")
      }
      try writing.unsigned().countBetween(kept.value.entry)
      return Flash(.good, "Taken back.", "Nothing of it is kept. Log it again as it was.")
    }
    let back = try writing.undo(id, on: revision)
    if let entry = (back ?? kept)?.value.entry { try writing.unsigned().countBetween(entry) }
    return Flash(.good, "Taken back.", "The history keeps both.")
  }
}

extension Reading {
  /// The log of a project and what is in it; nil where none was begun.
  func safetyLog(
    of project: DocumentID<ProjectDocument>
  ) throws -> (log: Kept<SafetyLogDocument>, entries: [SafetyEntry])? {
    guard let id = DocumentID<SafetyLogDocument>(project.description), let log = try document(id) else { return nil }
    let entries = try documents(SafetyEntryDocument.self).map(\.value.entry)
      .filter { $0.project.rawValue == project.description }
    return (log, entries.sorted { $0.day < $1.day })
  }
}

extension Writing {
  /// Removes one of the entries that say just this, as an editor; nil if there is none any more.
  ///
  /// Entries that say the same are the same to everybody, so none needs to be named.
  func remove(_ entry: SafetyEntry) throws -> Flash.Undo? {
    guard let kept = try reading.documents(SafetyEntryDocument.self).last(where: { $0.value.entry == entry }) else {
      return nil
    }
    try delete(kept.id, on: kept.revision)
    let gone = try reading.deleted(SafetyEntryDocument.self).first { $0.id == kept.id }
    try unsigned().countBetween(entry)
    return gone.map {
      Flash.Undo(collection: SafetyEntryDocument.collection, id: kept.id.description, revision: $0.revision)
    }
  }

  /// Counts anew what lies between the events of the log that an entry stands in, or stood in.
  func countBetween(_ entry: SafetyEntry) throws {
    if let project = DocumentID<ProjectDocument>(entry.project.rawValue) { try countBetween(project) }
  }

  /// Makes the log's two measures, if need be, and gives them the counts between its events.
  ///
  /// Signed, it would tell who logged the last of them: ``Workspaces/Writing/unsigned()``.
  private func countBetween(_ project: DocumentID<ProjectDocument>) throws {
    guard let (kept, entries) = try reading.safetyLog(of: project) else { return }
    var log = kept.value.log
    if log.daysBetween == nil {
      log.daysBetween = try measure(log, "Days between events", .daysBetween, "days")
    }
    if log.casesBetween == nil, !entries.casesBetween.isEmpty {
      log.casesBetween = try measure(log, "Cases between events", .casesBetween, "cases")
    }
    try write(SafetyLogDocument(log: log), to: kept.id, on: kept.revision)
    try replace(entries.daysBetween, of: log.daysBetween)
    try replace(entries.casesBetween, of: log.casesBetween)
  }

  private func measure(
    _ log: SafetyLog, _ name: String, _ kind: ProjectMeasure.Kind, _ unit: String
  ) throws -> MeasureID {
    let kept = try create(
      MeasureDocument(
        measure: ProjectMeasure(
          project: log.project, name: name, role: .outcome, kind: kind,
          definition: "From the safety log: \(log.title).",
          numerator: "events", unit: unit, better: .up, collector: "safety log", period: .day)))
    return MeasureID(rawValue: kept.id.description)
  }

  private func replace(_ counts: [PeriodCount], of measure: MeasureID?) throws {
    guard let measure, let id = DocumentID<MeasureDocument>(measure.rawValue) else { return }
    let days = Set(counts.map(\.day))
    try remove(try reading.counts(of: id).filter { $0.strata.isEmpty && !days.contains($0.day) }, of: id)
    try record(counts, of: id)
  }
}
