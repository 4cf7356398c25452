public import ProcessControl

/// One sitting before any data: likely improvement of care, a question for the ethics board, or likely research.
///
/// Research is a systematic investigation designed to develop or contribute to generalizable knowledge (45 CFR 46.102).
/// The answers sort a project; they decide nothing: many hospitals do not let teams decide, and the board's own words
/// go before ours.
public struct ResearchScreening: Codable, Hashable, Sendable {
  public enum Answer: String, Codable, Sendable, CaseIterable {
    case yes, no, unsure
  }

  public enum Verdict: String, Codable, Sendable, CaseIterable {
    /// Nothing answered points to research.
    case likelyImprovement
    /// Something does, or is not known.
    case askTheBoard
    /// Something that is research in most places.
    case likelyResearch
  }

  public var project: ProjectID
  /// The answers by the question's id; a question without one is unanswered.
  public var answers: [String: Answer]
  public var on: Day
  /// Who answered: a role.
  public var by: String
  /// The hospital's own wording or the board's reply, where there is one; it goes before ours.
  public var localWords: String

  public init(
    project: ProjectID, answers: [String: Answer] = [:], on: Day, by: String = "", localWords: String = ""
  ) {
    self.project = project
    self.answers = answers
    self.on = on
    self.by = by
    self.localWords = localWords
  }

  /// The questions without an answer.
  public var unanswered: [ResearchQuestion] { ResearchQuestion.all.filter { answers[$0.id] == nil } }

  /// What the answers point to; nil while one is missing.
  public var verdict: Verdict? {
    guard unanswered.isEmpty else { return nil }
    let pointing = pointers
    if pointing.contains(where: { $0.weight == .research && answers[$0.id] != .unsure }) { return .likelyResearch }
    return pointing.isEmpty ? .likelyImprovement : .askTheBoard
  }

  /// Whether the board is to be asked, or to review, before anything is tried, and its word is not on the record yet.
  public var waitsForBoard: Bool {
    verdict.map { $0 != .likelyImprovement } ?? false && !localWords.contains { !$0.isWhitespace }
  }

  /// The questions whose answers point away from improvement alone, or are not known, in their order.
  public var pointers: [ResearchQuestion] {
    ResearchQuestion.all.filter { question in
      guard let answer = answers[question.id] else { return false }
      return answer == .unsure || answer == question.pointing
    }
  }
}

/// A question of the screening.
public struct ResearchQuestion: Hashable, Sendable, Identifiable {
  /// What an answer that points away from improvement means.
  public enum Weight: Sendable {
    /// Research in most places.
    case research
    /// The board should be asked.
    case ask
  }

  public let id: String
  public let words: String
  /// The answer that points away from improvement alone.
  public let pointing: ResearchScreening.Answer
  public let weight: Weight
  /// Why that answer matters.
  public let why: String

  /// All questions, in the order of the form.
  public static let all: [ResearchQuestion] = [
    ResearchQuestion(
      id: "local-aim", words: "Is its aim to make care better here, for the patients and staff of this place?",
      pointing: .no, weight: .research, why: "An aim beyond this place is what makes an investigation research."),
    ResearchQuestion(
      id: "anyway", words: "Would you do it also if nothing of it could ever be published?", pointing: .no,
      weight: .ask, why: "Work that is done only to be published was designed for others to use."),
    ResearchQuestion(
      id: "known",
      words: "Is the change already accepted practice or recommended somewhere, so that only doing it is new?",
      pointing: .no, weight: .ask, why: "A change whose effect on patients is not known may need more protection."),
    ResearchQuestion(
      id: "random",
      words: "Will patients or staff be assigned by chance or by a protocol that may not change as you learn?",
      pointing: .yes, weight: .research, why: "Fixed and random assignment serve knowledge rather than this unit."),
    ResearchQuestion(
      id: "withheld", words: "Will anybody get less than the usual care?", pointing: .yes, weight: .research,
      why: "Holding back usual care for comparison is an experiment."),
    ResearchQuestion(
      id: "risk", words: "Does anybody take a risk or burden beyond usual care, also of privacy?", pointing: .yes,
      weight: .ask, why: "Added risk needs somebody independent to look."),
    ResearchQuestion(
      id: "identified", words: "Will data by which a person can be known leave those who care for them?",
      pointing: .yes,
      weight: .ask, why: "Such data need permission, whatever the work is called."),
    ResearchQuestion(
      id: "funded", words: "Does a sponsor from outside, or a grant for research, pay for it?", pointing: .yes,
      weight: .ask, why: "Sponsors and grants often ask for a review by the board."),
    ResearchQuestion(
      id: "generalize", words: "Do you plan to present or publish it as knowledge that holds elsewhere?",
      pointing: .yes,
      weight: .ask, why: "Some hospitals count the wish to publish as a sign of research; others do not."),
  ]
}
