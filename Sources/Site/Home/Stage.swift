internal import Workspaces

/// Where in the season a visitor stands.
enum Stage: String, Codable, Sendable, CaseIterable {
  case planning, applied, interviewing, ranking, unmatched

  /// As the home page asks it.
  var words: String {
    switch self {
    case .planning: "Planning: I have not applied yet"
    case .applied: "Applied: I wait for interviews"
    case .interviewing: "Interviewing"
    case .ranking: "Ranking: my interviews are over"
    case .unmatched: "Unmatched: I look for a way on"
    }
  }

  /// What the page says comes next.
  var next: String {
    switch self {
    case .planning: "Next: a few questions about you, then how many applications of each kind make sense."
    case .applied: "Next: what you applied to and where your signals went; the odds then take it into account."
    case .interviewing: "Next: the interviews you have, and which ones would change your chances most."
    case .ranking: "Next: your list in the order you want. The chance beside a program never changes its place."
    case .unmatched: "Next: what SOAP and the year after can offer, and a person to talk to. You are not the only one."
    }
  }
}

/// The answer, kept: one to a workspace.
struct StageDocument: PageDocument, Equatable {
  static let collection = "stage"
  static let words = "where you are in the season"
  static let id = DocumentID<StageDocument>(only: "stage")

  var stage: Stage

  static func page(_ id: DocumentID<StageDocument>) -> Link { .home }

  var lines: [(name: String, value: String)] { [("Where in the season", stage.words)] }
}
