import Matching

/// Why one applicant is at this place and not at a higher one.
struct MatchExplanationText {
  let outcome: Outcome
  let applicant: Int
  private let explanation: Explanation

  init(_ outcome: Outcome, _ applicant: Int) {
    self.outcome = outcome
    self.applicant = applicant
    explanation = outcome.explanation(ofApplicant: applicant)
  }

  func print(_ format: OutputFormat) throws {
    let primary = explanation.lines.map { Line("primary", $0, outcome.market) }
    let supplemental = explanation.supplementalLines.map { Line("supplemental", $0, outcome.market) }
    switch format {
    case .json:
      try Console.out(
        json: Document(
          applicant: outcome.market.applicantName(applicant),
          couple: outcome.market.couple(ofApplicant: applicant).map(outcome.market.coupleName),
          summary: explanation.summary, lines: primary + supplemental))
    case .csv:
      Console.out(
        csv: [["list", "rank", "program", "partner_program", "reason", "sentence"]]
          + (primary + supplemental).map {
            [$0.list, "\($0.rank)", $0.program ?? "", $0.partnerProgram ?? "", $0.reason, $0.sentence]
          })
      Console.note(explanation.summary)
    case .table:
      var text = explanation.summary + "\n\n"
      for line in primary { text += "  \(line.rank). \(line.sentence)\n" }
      if !supplemental.isEmpty { text += "\nThe supplemental list that comes with it:\n\n" }
      for line in supplemental { text += "  \(line.rank). \(line.sentence)\n" }
      Console.out(text)
    }
  }

  private struct Document: Encodable {
    let applicant: String
    let couple: String?
    let summary: String
    let lines: [Line]
  }

  private struct Line: Encodable {
    let list: String
    let rank: Int
    let program: String?
    let partnerProgram: String?
    let reason: String
    let sentence: String

    private enum CodingKeys: String, CodingKey {
      case list, rank, program, reason, sentence
      case partnerProgram = "partner_program"
    }

    init(_ list: String, _ line: Explanation.Line, _ market: Market) {
      self.list = list
      rank = line.place
      program = line.program.map(market.programName)
      partnerProgram = line.partnerProgram.map(market.programName)
      sentence = line.sentence
      reason =
        switch line.reason {
        case .matched: "matched"
        case .notRanked: "not_ranked"
        case .noPositions: "no_positions"
        case .filledHigher, .filledHigherThanBoth: "filled_higher"
        case .blocking: "blocking"
        }
    }
  }
}
