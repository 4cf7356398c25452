internal import Improvement
internal import Workspaces

/// The list of past work that was brought as a file, one to a workspace.
struct PriorWorkDocument: PageDocument, Equatable {
  static let collection = "prior-work"
  static let words = "the list of past work"
  static let id = DocumentID<PriorWorkDocument>(only: "prior-work")

  var works: [PriorWork]

  static func page(_ id: DocumentID<PriorWorkDocument>) -> Link { .priorWork }

  var lines: [(name: String, value: String)] {
    works.map { ($0.title, [$0.place, $0.year.map { "\($0)" } ?? "", $0.fate.words, $0.why].joined(separator: " | ")) }
  }
}

extension PriorWork.Fate {
  /// As tables say it.
  var words: String {
    switch self {
    case .running: "Running"
    case .handedOver: "Handed over"
    case .finished: "Finished"
    case .stopped: "Stopped"
    case .unknown: "Not known"
    }
  }
}

extension Reading {
  /// A project here as prior work, with who leads it now.
  func priorWork(_ kept: Kept<ProjectDocument>) throws -> PriorWork {
    let rotation = try DocumentID<RotationDocument>(kept.id.description).flatMap { try document($0) }
    return PriorWork(kept.value.project, successor: rotation?.value.rotation.successor ?? "")
  }

  /// Every project here and all past work that was brought.
  func priorWorks() throws -> [PriorWork] {
    let projects = try documents(ProjectDocument.self).map(priorWork)
    return projects + (try document(PriorWorkDocument.id)?.value.works ?? [])
  }
}

extension [PriorWork] {
  /// Those that are like the typed words, most alike first.
  func like(_ typed: String) -> [PriorWork] {
    Likeness(to: map { "\($0.title) \($0.about) \($0.place)" }).matches(typed).map { self[$0.index] }
  }
}
