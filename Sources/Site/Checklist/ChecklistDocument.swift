internal import Improvement
internal import ProcessControl
internal import Workspaces

/// A checklist, as it is kept; its versions are its history.
struct ChecklistDocument: PageDocument, Equatable {
  static let collection = "checklist"
  static let words = "a checklist"

  var checklist: Checklist

  static func page(_ id: DocumentID<ChecklistDocument>) -> Link { .checklist(id: id.description) }

  var searchableText: String? { checklist.title }

  var lines: [(name: String, value: String)] {
    [("Title", checklist.title)] + checklist.items.enumerated().map { ("Line \($0 + 1)", $1.words) }
      + [
        ("Places", checklist.places.joined(separator: "; ")), ("Reasons", checklist.reasons.joined(separator: "; ")),
      ]
  }
}

/// What one member recorded of a checklist's uses in one month.
struct ChecklistUsesDocument: PageDocument, Equatable {
  static let collection = "checklist-uses"
  static let words = "a month\u{2019}s uses of a checklist"

  var uses: ChecklistUses

  static func page(_ id: DocumentID<ChecklistUsesDocument>) -> Link {
    .checklist(id: String(id.description.prefix { $0 != "." }))
  }

  var lines: [(name: String, value: String)] {
    let counted = uses.counted
    return [("Uses", "\(counted.count)"), ("Complete", "\(counted.count { $0.use.isComplete })")]
  }
}

/// A checklist with its uses and the project that it belongs to, read in one look.
struct ChecklistFile: Sendable {
  let kept: Kept<ChecklistDocument>
  let project: Kept<ProjectDocument>?
  let uses: [ChecklistUses]

  /// Nil if there is no such checklist.
  init?(_ id: DocumentID<ChecklistDocument>, in reading: Reading) throws {
    guard let kept = try reading.document(id) else { return nil }
    self.kept = kept
    project = try DocumentID<ProjectDocument>(kept.value.checklist.project.rawValue).flatMap {
      try reading.document($0)
    }
    uses = try reading.documents(ChecklistUsesDocument.self).map(\.value.uses)
      .filter { $0.checklist == id.description }
  }

  var id: String { kept.id.description }
  var checklist: Checklist { kept.value.checklist }
}

extension Writing {
  /// Takes a use of a checklist and sets its process measure by all uses, in this one transaction; the measure is made
  /// at the first use.
  func take(
    _ name: String, _ use: ChecklistUse, on day: ProcessControl.Day, of list: DocumentID<ChecklistDocument>
  ) throws {
    let month = day.description.prefix(7)
    guard let id = DocumentID<ChecklistUsesDocument>("\(list.description).\(month).\(seat.member.id.rawValue)") else {
      return
    }
    let kept = try reading.document(id)
    var uses = kept?.value.uses ?? ChecklistUses(of: list.description)
    uses.take(name, use, on: day)
    try keep(ChecklistUsesDocument(uses: uses), as: id, on: kept?.revision ?? 0)
    try countCompletion(of: list)
  }

  /// Takes back a use that this member recorded; false if there is none of that name.
  func undo(_ name: String, of list: DocumentID<ChecklistDocument>) throws -> Bool {
    let mine = try reading.documents(ChecklistUsesDocument.self).filter {
      $0.value.uses.checklist == list.description && $0.id.description.hasSuffix(".\(seat.member.id.rawValue)")
    }
    for kept in mine {
      var uses = kept.value.uses
      guard uses.undo(name) else { continue }
      try write(ChecklistUsesDocument(uses: uses), to: kept.id, on: kept.revision)
      try countCompletion(of: list)
      return true
    }
    return false
  }

  private func countCompletion(of list: DocumentID<ChecklistDocument>) throws {
    guard let file = try ChecklistFile(list, in: reading) else { return }
    // The measure's name follows from the checklist's, so that whoever uses it first need not change the checklist.
    guard let id = DocumentID<MeasureDocument>("\(list.description)-completion") else { return }
    let measure = try reading.document(id)?.value.measure
    if measure == nil {
      guard try !reading.deleted(MeasureDocument.self).contains(where: { $0.id == id }) else { return }
      try create(MeasureDocument(measure: file.checklist.measure()), as: id)
    }
    let counts = file.uses.counts(by: measure?.period ?? .week)
    try remove(
      try reading.counts(of: id).filter { old in
        !counts.contains { $0.day == old.day && $0.strata == old.strata }
      }, of: id)
    try record(counts, of: id)
  }
}

extension PageContext {
  /// The checklist that the address names; the page is not found if there is none.
  func checklistFile() async throws -> ChecklistFile {
    guard let id = DocumentID<ChecklistDocument>(parameters["id"] ?? ""),
      let file = try await read({ try ChecklistFile(id, in: $0) }) ?? nil
    else { throw SiteError.notFound }
    return file
  }

  /// A name for what a form sends, new with every page, so that sending it twice counts once.
  var newName: String {
    site.world.random(12).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }
}
