internal import Improvement
internal import Workspaces

/// What counts a measure by itself: nothing is typed into it, and the way to its next point leads there.
enum MeasureSource: Sendable, Equatable {
  case checklist(id: String)
  case safetyLog(project: String)

  /// Where the next point is made.
  var link: Link {
    switch self {
    case .checklist(let id): .checklistUse(id: id)
    case .safetyLog(let project): .safetyLog(id: project)
    }
  }

  /// On the button that leads there.
  var words: String {
    switch self {
    case .checklist: "Use the checklist"
    case .safetyLog: "Log an event"
    }
  }
}

extension DocumentID<MeasureDocument> {
  /// The checklist whose completion this measure is, if its name says so.
  var checklist: DocumentID<ChecklistDocument>? {
    let end = "-completion"
    return description.hasSuffix(end) ? DocumentID<ChecklistDocument>(String(description.dropLast(end.count))) : nil
  }
}

extension Reading {
  /// What counts the measure by itself, if something does.
  func source(of measure: Kept<MeasureDocument>) throws -> MeasureSource? {
    if let list = measure.id.checklist, try document(list) != nil { return .checklist(id: list.description) }
    let project = measure.value.measure.project.rawValue
    guard let id = DocumentID<SafetyLogDocument>(project), let log = try document(id)?.value.log else { return nil }
    let own = [log.daysBetween, log.casesBetween].compactMap { $0?.rawValue }
    return own.contains(measure.id.description) ? .safetyLog(project: project) : nil
  }
}
