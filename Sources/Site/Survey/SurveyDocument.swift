internal import Improvement
internal import ProcessControl
internal import Workspaces

/// A survey's questions and rounds, as they are kept; its answers are totals among the workspace's observations.
struct SurveyDocument: PageDocument, Equatable {
  static let collection = "survey"
  static let words = "a survey"

  var survey: Survey

  static func page(_ id: DocumentID<SurveyDocument>) -> Link { .survey(id: id.description) }

  var searchableText: String? { survey.title }

  /// Once a round was opened its questions stand.
  var acts: [Act] {
    Survey.Round.allCases.flatMap { round -> [Act] in
      guard survey.state(round) != .notOpened else { return [] }
      let opened = Act(
        "Round \u{201C}\(round.rawValue)\u{201D} opened, asking: \(survey.questions.joined(separator: " "))",
        isFinal: true)
      return survey.state(round) == .closed
        ? [opened, Act("Round \u{201C}\(round.rawValue)\u{201D} closed")] : [opened]
    }
  }

  var lines: [(name: String, value: String)] {
    [("Title", survey.title)] + survey.questions.enumerated().map { ("Question \($0 + 1)", $1) }
      + [
        ("Level 1", survey.low), ("Level 5", survey.high), ("Before", survey.before.rawValue),
        ("After", survey.after.rawValue),
      ]
  }
}

/// A survey with its totals and its project, read in one look.
struct SurveyFile: Sendable {
  let kept: Kept<SurveyDocument>
  let project: Kept<ProjectDocument>?
  let totals: SurveyTotals
  let links: [Kept<PageLink>]

  /// Nil if there is no such survey.
  init?(_ id: DocumentID<SurveyDocument>, in reading: Reading) throws {
    guard let kept = try reading.document(id) else { return nil }
    self.kept = kept
    project = try DocumentID<ProjectDocument>(kept.value.survey.project.rawValue).flatMap { try reading.document($0) }
    totals = try reading.totals(of: id)
    links = try reading.pageLinks(to: Self.page(id.description)).filter { !$0.value.isRevoked }
  }

  /// The page that the survey's links show.
  static func page(_ id: String) -> String { "survey-\(id)" }

  var id: String { kept.id.description }
  var survey: Survey { kept.value.survey }

  /// Whether a round's totals may be shown: it was closed for good when enough had answered.
  func isShown(_ round: Survey.Round) -> Bool { totals.isSealed(round) }
}

/// Under what the totals of a survey stand.
enum SurveyCells {
  /// Observations want a day; a survey's totals have none, so that no answer has one.
  static let noDay = "0000-00-00"

  static func series(_ id: DocumentID<SurveyDocument>) -> String { "survey \(id)" }

  /// Under what the marks of the forms that were sent in a round stand.
  static func forms(_ round: Survey.Round, _ id: DocumentID<SurveyDocument>) -> String {
    "survey forms \(id) \(round.rawValue)"
  }

  static func strata(_ round: Survey.Round, question: Int, level: Int) -> [String: String] {
    ["round": round.rawValue, "question": Survey.name(ofQuestion: question), "level": "\(level)"]
  }

  /// The mark of a round that takes no more answers.
  ///
  /// It stands among the totals, where no undo of the survey reaches it:
  /// totals that were shown, and shown again with one answer more, would tell that answer.
  static func seal(_ round: Survey.Round) -> [String: String] { ["sealed": round.rawValue] }

  static func sealed(_ strata: [String: String]) -> Survey.Round? { strata["sealed"].flatMap(Survey.Round.init) }
}

extension Reading {
  /// The totals of a survey, whatever may be shown of them.
  func totals(of id: DocumentID<SurveyDocument>) throws -> SurveyTotals {
    var totals = SurveyTotals()
    for cell in try observations(of: SurveyCells.series(id)) {
      if let round = SurveyCells.sealed(cell.strata) { totals.seal(round) }
      guard let round = Survey.Round(rawValue: cell.strata["round"] ?? ""), let level = Int(cell.strata["level"] ?? ""),
        let question = Int((cell.strata["question"] ?? "").dropFirst())
      else { continue }
      totals.set(round, question: question - 1, level: level, to: Int(cell.numerator))
    }
    return totals
  }
}

extension Writing {
  /// Makes a round's totals, all of them zeros at once: which was first chosen then stands nowhere.
  func makeTotals(_ round: Survey.Round, of id: DocumentID<SurveyDocument>, questions: Int) throws {
    let there = Set(try reading.observations(of: SurveyCells.series(id)).map(\.strata))
    let cells = (0..<questions).flatMap { question in
      Survey.levels.map { SurveyCells.strata(round, question: question, level: $0) }
    }
    try record(
      cells.filter { !there.contains($0) }.map {
        Observation(date: SurveyCells.noDay, numerator: 0, strata: $0)
      }, in: SurveyCells.series(id))
  }

  /// Closes a round's totals for good; which forms were sent is forgotten then.
  func seal(_ round: Survey.Round, of id: DocumentID<SurveyDocument>) throws {
    try record(
      [Observation(date: SurveyCells.noDay, numerator: 1, strata: SurveyCells.seal(round))], in: SurveyCells.series(id))
    try forgetMarks(in: SurveyCells.forms(round, id))
  }

  /// Adds the answer of a form to the totals of the round that is open, in this one transaction; false if none is.
  ///
  /// The same form sent again adds nothing: its mark is kept until the round is closed, beside the totals and not beside
  /// the answer, of which nothing but the totals is kept.
  func answer(_ levels: [Int], on mark: String, to id: DocumentID<SurveyDocument>) throws -> Bool {
    guard let survey = try reading.document(id)?.value.survey, let round = survey.open,
      levels.count == survey.questions.count, try !reading.totals(of: id).isSealed(round)
    else { return false }
    guard try markOnce(mark, in: SurveyCells.forms(round, id)) else { return true }
    try addOne(
      to: levels.enumerated().map { SurveyCells.strata(round, question: $0, level: $1) }, on: SurveyCells.noDay,
      in: SurveyCells.series(id))
    return true
  }
}

extension PageContext {
  /// The survey that the address names; the page is not found if there is none.
  func surveyFile() async throws -> SurveyFile {
    guard let id = DocumentID<SurveyDocument>(parameters["id"] ?? ""),
      let file = try await read({ try SurveyFile(id, in: $0) }) ?? nil
    else { throw SiteError.notFound }
    return file
  }
}
