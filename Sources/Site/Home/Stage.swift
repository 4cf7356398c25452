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
    case .unmatched:
      "In Match Week, SOAP fills the places that are left: talk to your dean\u{2019}s office today, it is how you enter it. "
        + "For the coming season: take this season\u{2019}s applications off under Season, and count this Match among your "
        + "attempts in the profile; the list is then a fresh one. You are not the only one."
    }
  }

  /// The page where that is done.
  var way: (words: String, link: Link) {
    switch self {
    case .planning: ("Answer the questions", .profile)
    case .applied: ("Note what I applied to", .season)
    case .interviewing: ("Note my interviews", .season)
    case .ranking: ("Rank my interviews", .rank)
    case .unmatched: ("Begin a fresh season", .season)
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

  static var door: Door { .smartPick }

  var lines: [(name: String, value: String)] { [("Where in the season", stage.words)] }
}
