/// A short survey of a group, before and after: up to five own plain questions with five levels each.
///
/// Not a validated scale. Answers are nowhere but in totals by question, level and round.
public struct Survey: Codable, Hashable, Sendable {
  /// Which asking.
  public enum Round: String, Codable, Sendable, CaseIterable {
    case before
    case after
  }

  /// How far a round is.
  public enum State: String, Codable, Sendable {
    case notOpened
    case open
    case closed
  }

  public var project: ProjectID
  public var title: String
  public var questions: [String]
  /// What level 1 is, as "not at all".
  public var low: String
  /// What level 5 is, as "completely".
  public var high: String
  public private(set) var before: State
  public private(set) var after: State

  public init(
    project: ProjectID, title: String, questions: [String], low: String = "not at all", high: String = "completely"
  ) {
    self.project = project
    self.title = title
    self.questions = questions
    self.low = low
    self.high = high
    before = .notOpened
    after = .notOpened
  }

  /// More are not answered in a minute.
  public static let mostQuestions = 5
  /// The levels of every question; 0 is "rather not say".
  public static let levels = 0...5
  /// Below so many answers a round is shown to nobody.
  public static let fewest = 5

  /// How far a round is.
  public func state(_ round: Round) -> State { round == .before ? before : after }

  /// The round that takes answers now.
  public var open: Round? { Round.allCases.first { state($0) == .open } }

  /// Whether the questions may still change: until the first round is opened, so that both ask the same.
  public var isDraft: Bool { before == .notOpened && after == .notOpened }

  /// Opens a round; only one is open at a time, and a round whose result was shown stays closed, because totals before
  /// and after one more answer would tell that answer.
  public func mayOpen(_ round: Round, answers: Int) -> Bool {
    guard !questions.isEmpty, open == nil else { return false }
    return state(round) == .notOpened || (state(round) == .closed && answers < Self.fewest)
  }

  public mutating func set(_ round: Round, _ state: State) {
    if round == .before { before = state } else { after = state }
  }

  /// The name of a question in the totals.
  public static func name(ofQuestion place: Int) -> String { "q\(place + 1)" }
}

/// The totals of a survey: how many chose each level of each question, in each round.
public struct SurveyTotals: Hashable, Sendable {
  private var counts: [[String]: Int]
  private var sealed: Set<Survey.Round>

  public init() {
    counts = [:]
    sealed = []
  }

  /// Closes a round for good: its totals may be shown and change no more.
  public mutating func seal(_ round: Survey.Round) { sealed.insert(round) }

  /// Whether a round is closed for good.
  public func isSealed(_ round: Survey.Round) -> Bool { sealed.contains(round) }

  /// Sets one total.
  public mutating func set(_ round: Survey.Round, question: Int, level: Int, to count: Int) {
    counts[[round.rawValue, Survey.name(ofQuestion: question), "\(level)"]] = count
  }

  /// How many chose a level.
  public func count(_ round: Survey.Round, question: Int, level: Int) -> Int {
    counts[[round.rawValue, Survey.name(ofQuestion: question), "\(level)"]] ?? 0
  }

  /// How many people answered: every answer has one level of the first question, "rather not say" among them.
  public func answers(_ round: Survey.Round) -> Int {
    Survey.levels.reduce(0) { $0 + count(round, question: 0, level: $1) }
  }

  /// The scores of a question, without those who rather not said.
  public func scores(_ round: Survey.Round, question: Int) -> Scores {
    Scores(
      Dictionary(
        uniqueKeysWithValues: Survey.levels.filter { $0 > 0 }.map {
          (Double($0), count(round, question: question, level: $0))
        }))
  }
}
