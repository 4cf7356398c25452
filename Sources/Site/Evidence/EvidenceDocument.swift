internal import Improvement
internal import Workspaces

/// An evidence card as it is kept.
struct EvidenceDocument: ProjectOwned, Equatable {
  static let collection = "evidence"
  static let words = "an evidence card"

  var card: EvidenceCard

  var owner: String { card.project.rawValue }

  static func page(_ id: DocumentID<EvidenceDocument>) -> Link { .evidenceCard(id: id.description) }

  var lines: [(name: String, value: String)] {
    [
      ("Claim", card.claim), ("Source", card.source), ("Year", card.year.map(String.init) ?? ""),
      ("n", card.sampleSize.map(NumberText.grouped) ?? ""), ("Setting", card.setting), ("Stance", card.stance.words),
      ("Like us", card.likeness?.words ?? ""),
      ("Differs", card.differs),
    ]
  }
}

extension EvidenceCard.Stance {
  /// As pages say it.
  var words: String {
    switch self {
    case .supports: "For the change"
    case .opposes: "Against it"
    case .mixed: "Mixed"
    }
  }
}

extension EvidenceCard.Likeness {
  /// As pages say it.
  var words: String {
    switch self {
    case .alike: "Much like us"
    case .somewhat: "Somewhat like us"
    case .unlike: "Unlike us"
    }
  }
}

extension EvidenceCard {
  /// What stands under its claim: where, when, in how many, which way, and how like us.
  var origin: String {
    [
      source, year.map(String.init) ?? "", sampleSize.map { "n = \(NumberText.grouped($0))" } ?? "",
      stance.words.lowercased(), likeness?.words.lowercased() ?? "",
    ].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
