internal import Improvement
internal import ProcessControl
internal import Workspaces

/// A concern as it is kept.
struct ConcernDocument: ProjectOwned, Equatable {
  static let collection = "concern"
  static let words = "a concern"

  var concern: Concern

  var owner: String { concern.project.rawValue }

  static func page(_ id: DocumentID<ConcernDocument>) -> Link { .concern(id: id.description) }

  var acts: [Act] {
    var acts: [Act] = []
    if let answer = concern.answer { acts.append(Act("Answered: \(answer.words). \(concern.answered)")) }
    if let settled = concern.settled { acts.append(Act("Settled \(settled)")) }
    return acts
  }

  var lines: [(name: String, value: String)] {
    [
      ("Concern", concern.said), ("Raised by", concern.who), ("Kind", concern.kind.words),
      ("Raised", concern.raised.description), ("Asked", concern.asked), ("Heard", concern.heard),
      ("Answer", [concern.answer?.words ?? "", concern.answered].filter { !$0.isEmpty }.joined(separator: ": ")),
      ("Look again on", concern.revisit?.description ?? ""), ("Settled", concern.settled?.description ?? ""),
    ]
  }
}

extension Concern.Kind {
  /// As pages say it.
  var words: String {
    switch self {
    case .resources: "Resources"
    case .time: "Time"
    case .risk: "Risk"
    case .other: "Something else"
    }
  }
}

extension Concern.Answer {
  /// As pages say it.
  var words: String {
    switch self {
    case .smallerPilot: "A smaller pilot in one unit"
    case .data: "Data"
    case .guideline: "A guideline"
    case .precedent: "A precedent elsewhere"
    case .changed: "The change was changed"
    case .agreed: "They are right, and it is not done"
    }
  }
}

extension Concern.Step {
  /// What is missing next.
  var words: String {
    switch self {
    case .ask: "Ask the question"
    case .listen: "Write what was heard"
    case .answer: "Answer"
    case .revisit: "Look again"
    case .settled: "Settled"
    }
  }
}
