internal import Improvement
internal import ProcessControl
internal import Workspaces

/// A project as it is kept.
struct ProjectDocument: PageDocument, Equatable {
  static let collection = "project"
  static let words = "a project"

  var project: Project

  static func page(_ id: DocumentID<ProjectDocument>) -> Link { .project(id: id.description) }

  var searchableText: String? { [project.title, project.bother, project.place].joined(separator: " ") }

  var acts: [Act] { project.ending.map { [Act("\($0.kind.words) \($0.on)")] } ?? [] }

  var lines: [(name: String, value: String)] {
    [
      ("Title", project.title), ("What bothers", project.bother), ("Where", project.place),
      ("What could be counted", project.countable), ("Led by", project.lead), ("Begun", project.began.description),
      ("Makes way", project.makesWay ?? ""),
      ("Ended", project.ending.map { "\($0.kind.words), \($0.on): \($0.reason)" } ?? ""),
    ]
  }
}

extension Project.Ending.Kind {
  /// As pages say it.
  var words: String {
    switch self {
    case .finished: "Finished"
    case .handedOver: "Handed over"
    case .stopped: "Stopped"
    }
  }
}

extension Kept<ProjectDocument> {
  /// The name by which its parts refer to it.
  var project: ProjectID { ProjectID(rawValue: id.description) }
}
