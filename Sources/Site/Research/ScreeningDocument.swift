internal import Improvement
internal import ProcessControl
internal import Workspaces

/// The screening of a project, as it is kept: one to a project, under the project's id.
struct ScreeningDocument: PageDocument, Equatable {
  static let collection = "screening"
  static let words = "the screening of improvement or research"

  var screening: ResearchScreening

  static func page(_ id: DocumentID<ScreeningDocument>) -> Link { .screening(id: id.description) }

  var lines: [(name: String, value: String)] {
    ResearchQuestion.all.map { ($0.words, screening.answers[$0.id]?.words ?? "not answered") } + [
      ("On", screening.on.description), ("By", screening.by), ("Local words", screening.localWords),
    ]
  }
}

extension ResearchScreening.Answer {
  /// As the form says it.
  var words: String {
    switch self {
    case .yes: "Yes"
    case .no: "No"
    case .unsure: "Not sure"
    }
  }
}

extension ResearchScreening.Verdict {
  /// As the record says it.
  var words: String {
    switch self {
    case .likelyImprovement: "Likely improvement of care"
    case .askTheBoard: "Ask your ethics board (IRB)"
    case .likelyResearch: "Likely research: the board's review comes first"
    }
  }
}
