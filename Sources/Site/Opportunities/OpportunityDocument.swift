internal import Improvement
internal import ProcessControl
internal import Workspaces

/// An opportunity as it is kept.
struct OpportunityDocument: PageDocument, Equatable {
  static let collection = "opportunity"
  static let words = "an opportunity"

  var opportunity: Opportunity

  static func page(_ id: DocumentID<OpportunityDocument>) -> Link { .opportunity(id: id.description) }

  var searchableText: String? { [opportunity.what, opportunity.place, opportunity.theme].joined(separator: " ") }

  var lines: [(name: String, value: String)] {
    let standing = opportunity.standing
    func said(_ value: Int?) -> String { value.map { "\($0) of 5" } ?? "not said" }
    return [
      ("What", opportunity.what), ("Where", opportunity.place), ("Kind", opportunity.kind.words),
      ("Consequences", opportunity.consequences.map(\.words).joined(separator: ", ")), ("Theme", opportunity.theme),
      ("Seen", "\(opportunity.sightings.count) times"), ("Importance", said(standing?.importance)),
      ("Data at hand", said(standing?.data)), ("In our hands", said(standing?.control)),
      ("Effort", said(standing?.effort)), ("Proposal", opportunity.proposal?.request ?? ""),
      ("Answer by", opportunity.proposal.map { "\($0.owner), \($0.answerBy)" } ?? ""),
      ("Answer", opportunity.proposal?.answer ?? ""), ("Project", opportunity.project?.rawValue ?? ""),
    ]
  }
}

extension Opportunity.Kind {
  /// As forms and tables say it.
  var words: String {
    switch self {
    case .safety: "Safety"
    case .workflow: "Workflow"
    case .equity: "Equity"
    case .burnoutDriver: "What wears people out"
    case .staffing: "Staffing or resources"
    case .policy: "Policy or technology"
    case .other: "Something else"
    }
  }
}

extension Opportunity.Consequence {
  /// As forms and tables say it.
  var words: String {
    switch self {
    case .delay: "Delay"
    case .harm: "Harm"
    case .complaint: "Complaint"
    case .cost: "Cost"
    case .hours: "Hours of work"
    }
  }
}
