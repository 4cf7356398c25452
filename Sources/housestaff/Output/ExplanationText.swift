import SmartPick
import Tables

/// One program's odds, term by term.
struct ExplanationText {
  let explanation: Explanation

  init(_ explanation: Explanation) { self.explanation = explanation }

  func print(_ format: OutputFormat) throws {
    switch format {
    case .json: try Console.out(json: ExplanationDocument(explanation))
    case .csv:
      Console.out(
        csv: [["stage", "reason", "factor", "low", "high", "effect"]]
          + explanation.lines.map {
            [
              $0.stage.rawValue, $0.reason, DecimalText.text($0.factor, decimals: 3),
              DecimalText.text($0.low, decimals: 3),
              DecimalText.text($0.high, decimals: 3), $0.effect.rawValue,
            ]
          })
    case .table: Console.out(text)
    }
  }

  private var text: String {
    let it = explanation
    var text = "\(it.program.name) (\(it.program.code)), \(it.specialty)\n"
    if it.program.isFiction { text += "A practice program: fiction.\n" }
    text +=
      "\nChance of an interview \(Words.percent(it.interview)) (\(Words.percent(it.interviewLow)) to \(Words.percent(it.interviewHigh))); of the place after one, if nothing better comes, \(Words.percent(it.afterInterview)).\n"
    text +=
      "An average application of your group in this specialty is interviewed with \(Words.percent(it.start)). From there:\n\n"
    var table = TextTable(columns: [
      .init(title: "times the odds", isNumber: true), .init(title: "range"), .init(title: "stage"),
      .init(title: "because", most: 90), .init(title: "assumption"),
    ])
    for line in it.lines.sorted(by: { Self.weight($0) > Self.weight($1) }) {
      table.rows.append([
        "x" + Words.fixed(line.factor, 2), "\(Words.fixed(line.low, 2)) to \(Words.fixed(line.high, 2))",
        line.stage.rawValue, line.reason, line.effect.rawValue,
      ])
    }
    text += table.text
    if it.geographyCapped { text += "State, tie and region together are held at the cap geography_cap.\n" }
    if !it.requirements.isEmpty {
      text += "\nRequirements:\n"
      for requirement in it.requirements {
        text += "  \(requirement.kind.rawValue): \(requirement.status.rawValue). \(requirement.reason)\n"
      }
      if it.isBarred { text += "  A requirement is not met, so the program is not on the list.\n" }
    }
    if !it.levers.isEmpty {
      text += "\nWhat would change the chance of an interview:\n"
      for lever in it.levers { text += "  \(lever.action): \(Words.percent(lever.interview))\n" }
    }
    if !it.unknown.isEmpty {
      text += "\nUnknown, and read as unknown: " + it.unknown.map(\.rawValue).joined(separator: ", ") + ".\n"
    }
    if let row = it.row {
      text += "\nOn the list at place \(row.order): \(row.why)\n"
    } else {
      text += "\nNot on the list.\n"
    }
    return text
  }

  private static func weight(_ line: Explanation.Line) -> Double { max(line.factor, 1 / max(line.factor, 1e-9)) }
}

/// The same as JSON.
struct ExplanationDocument: Encodable {
  let code: String
  let program: String
  let interview: Double
  let interviewLow: Double
  let interviewHigh: Double
  let afterInterview: Double
  let onList: Bool
  let terms: [TermDocument]
  let requirements: [[String: String]]
  let levers: [LeverDocument]
  let unknown: [String]

  private enum CodingKeys: String, CodingKey {
    case code, program, interview, terms, requirements, levers, unknown
    case interviewLow = "interview_low"
    case interviewHigh = "interview_high"
    case afterInterview = "after_interview"
    case onList = "on_list"
  }

  struct TermDocument: Encodable {
    let stage: String
    let reason: String
    let factor: Double
    let low: Double
    let high: Double
    let effect: String
  }

  struct LeverDocument: Encodable {
    let action: String
    let interview: Double
  }

  init(_ it: Explanation) {
    code = it.program.code
    program = it.program.name
    interview = it.interview
    interviewLow = it.interviewLow
    interviewHigh = it.interviewHigh
    afterInterview = it.afterInterview
    onList = it.row != nil
    terms = it.lines.map {
      .init(
        stage: $0.stage.rawValue, reason: $0.reason, factor: $0.factor, low: $0.low, high: $0.high,
        effect: $0.effect.rawValue)
    }
    requirements = it.requirements.map {
      ["requirement": $0.kind.rawValue, "status": $0.status.rawValue, "reason": $0.reason]
    }
    levers = it.levers.map { .init(action: $0.action, interview: $0.interview) }
    unknown = it.unknown.map(\.rawValue)
  }
}
