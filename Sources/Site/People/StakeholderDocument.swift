internal import Improvement
internal import ProcessControl
internal import Workspaces

/// One of a project's people as it is kept.
struct StakeholderDocument: ProjectOwned, Equatable {
  static let collection = "stakeholder"
  static let words = "somebody whom the project touches"

  var person: Stakeholder

  var owner: String { person.project.rawValue }

  static func page(_ id: DocumentID<StakeholderDocument>) -> Link { .person(id: id.description) }

  var lines: [(name: String, value: String)] {
    [
      ("Name", person.name), ("Role", person.role?.name ?? ""), ("Influence", person.influence?.rawValue ?? ""),
      ("Interest", person.interest?.rawValue ?? ""), ("At the table", person.isAtTable ? "yes" : "no"),
      ("Plan of contact", person.plan), ("By", person.contactBy?.description ?? ""),
      ("Contacted", person.contacted?.description ?? ""), ("Extra work", person.burden), ("Shaped", person.shaped),
    ]
  }
}

extension Stakeholder.Approach {
  /// As pages say it.
  var words: String {
    switch self {
    case .involve: "Involve in deciding"
    case .engage: "Win their interest"
    case .keepEngaged: "Keep engaged"
    case .keepInformed: "Keep informed"
    }
  }
}
