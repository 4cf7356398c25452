internal import Tables

/// A list as the JSON of `housestaff list --format json`; unknown is written as `null`.
public struct ListDocument: Encodable, Sendable {
  private let value: JSONValue

  public init(_ list: ListResult) { value = .object(Self.members(list)) }

  /// The first partner's list, with the second's and what both lead to under `couple`.
  public init(_ couple: CoupleResult) {
    let both: [(name: String, value: JSONValue)] = [
      ("both", .number(couple.both)), ("both_low", .number(couple.bothLow)), ("both_high", .number(couple.bothHigh)),
      ("one", .number(couple.one)), ("neither", .number(couple.neither)), ("max_miles", .number(couple.maxMiles)),
      ("fees", .number(couple.fees)), ("partner", .object(Self.members(couple.second))),
    ]
    value = .object([("couple", .object(both))] + Self.members(couple.first))
  }

  public func encode(to encoder: any Encoder) throws { try value.encode(to: encoder) }

  private static func members(_ list: ListResult) -> [(name: String, value: JSONValue)] {
    var members: [(name: String, value: JSONValue)] = [
      ("programs", .list(list.rows.map { RowDocument($0).value })),
      ("match_probability", .number(list.matchProbability)), ("match_low", .number(list.matchLow)),
      ("match_high", .number(list.matchHigh)),
      // Of the rounded chance, so that the two add up to one.
      ("unmatched_probability", .number(1 - list.matchProbability.rounded6)),
      ("interviews_expected", .number(list.interviewsExpected)), ("interviews_low", .number(list.interviewsLow)),
      ("interviews_high", .number(list.interviewsHigh)), ("fees", .number(list.fees)),
      ("gap_bound", .number(list.gapBound)), ("value", .number(list.value)), ("candidates", .whole(list.candidates)),
      ("season", .whole(list.season)), ("ambition", .number(list.ambition)),
      ("curve", .list(list.curve.filter(\.isRecommended).map(point))),
      ("curve_beyond", .list(list.curve.filter { !$0.isRecommended }.map(point))),
      ("requirements_not_met", .list(list.requirementsNotMet.map(notMet))), ("low_gain", .texts(list.lowGain)),
      ("questions", .list(list.questions.map(question))),
      ("assumptions", .list(list.assumptions.map { AssumptionDocument($0).value })),
      ("sensitivity", .list(list.sensitivity.map(sensitivity))), ("plans", .list(list.plans.map(plan))),
      ("notes", .texts(list.notes)),
      (
        "scenarios",
        .object([
          ("search", .whole(list.searchScenarios)), ("report", .whole(list.reportScenarios)),
          ("seed", .seed(list.seed)),
        ])
      ),
    ]
    if let outcomes = list.outcomes {
      let three: [(name: String, value: JSONValue)] = [
        ("full", .number(outcomes.full)), ("advanced_only", .number(outcomes.advancedOnly)),
        ("none", .number(outcomes.none)),
      ]
      members.append(("outcomes", .object(three)))
    }
    if let answers = list.answers {
      let said: [(name: String, value: JSONValue)] = [
        ("invited", .whole(answers.invited)), ("refused", .whole(answers.refused)),
        ("waiting", .whole(answers.waiting)), ("decided", .number(answers.decided)),
        ("decided_low", .number(answers.decidedLow)), ("decided_high", .number(answers.decidedHigh)),
        ("interviews_are_over", .flag(answers.isOver)),
      ]
      members.append(("answers", .object(said)))
    }
    return members
  }

  private static func point(_ point: ListResult.Point) -> JSONValue {
    .object([
      ("applications", .whole(point.applications)), ("fees", .number(point.fees)), ("match", .number(point.match)),
      ("low", .number(point.low)), ("high", .number(point.high)),
    ])
  }

  private static func notMet(_ item: ListResult.NotMet) -> JSONValue {
    .object([
      ("code", .text(item.program.code)), ("requirement", .text(item.requirement.kind.rawValue)),
      ("reason", .text(item.requirement.reason)), ("status", .text(item.requirement.status.rawValue)),
    ])
  }

  private static func question(_ question: ListResult.Question) -> JSONValue {
    .object([
      ("code", .text(question.program.code)), ("field", .text(question.field.rawValue)),
      ("gain_if_favorable", .number(question.gainIfFavorable)), ("question", .text(question.words)),
    ])
  }

  private static func sensitivity(_ sensitivity: ListResult.Sensitivity) -> JSONValue {
    .object([
      ("name", .text(sensitivity.effect.rawValue)), ("match_at_low", .number(sensitivity.atLow)),
      ("match_at_high", .number(sensitivity.atHigh)),
    ])
  }

  private static func plan(_ plan: ListResult.PlanChance) -> JSONValue {
    .object([
      ("specialty", .text(plan.specialty)), ("role", .text(plan.role.rawValue)), ("match", .number(plan.match)),
      ("applications", .whole(plan.applications)), ("fees", .number(plan.fees)),
    ])
  }
}

/// One row, with the columns of the CSV.
public struct RowDocument: Encodable, Sendable {
  /// The columns of FORMATS, in order.
  public static let columns = [
    "order", "code", "program", "institution", "city", "state", "specialty", "tier", "signal", "interview",
    "interview_low", "interview_high", "match", "gain", "cumulative_match", "fee", "cumulative_fee", "fiction", "why",
  ]

  let row: ListResult.Row

  public init(_ row: ListResult.Row) { self.row = row }

  /// The row as a CSV writes it: unknown is empty.
  public var cells: [String] {
    let program = row.program
    func chance(_ value: Double) -> String { DecimalText.text(value, decimals: 4) }
    return [
      "\(row.order)", program.code, program.name, program.institution ?? "", program.city ?? "", program.state ?? "",
      row.specialty, row.tier.rawValue, row.signal.rawValue, chance(row.interview), chance(row.interviewLow),
      chance(row.interviewHigh), chance(row.match), DecimalText.text(row.gain, decimals: 5),
      chance(row.cumulativeMatch), DecimalText.text(row.fee, decimals: 2),
      DecimalText.text(row.cumulativeFee, decimals: 2), program.isFiction ? "yes" : "no", row.reasons,
    ]
  }

  public func encode(to encoder: any Encoder) throws { try value.encode(to: encoder) }

  var value: JSONValue {
    let program = row.program
    let values: [JSONValue] = [
      .whole(row.order), .text(program.code), .text(program.name), .text(program.institution), .text(program.city),
      .text(program.state), .text(row.specialty), .text(row.tier.rawValue), .text(row.signal.rawValue),
      .number(row.interview), .number(row.interviewLow), .number(row.interviewHigh),
      .number(row.match),
      .number(row.gain), .number(row.cumulativeMatch), .number(row.fee), .number(row.cumulativeFee),
      .flag(program.isFiction), .text(row.reasons),
    ]
    var members: [(name: String, value: JSONValue)] = zip(Self.columns, values).map { (name: $0, value: $1) }
    if row.isPreliminary { members.append(("first_year", .number(row.valueGain))) }
    return .object(members)
  }
}

/// One line of `--assumptions`, with the columns of its CSV.
public struct AssumptionDocument: Encodable, Sendable {
  public static let columns = ["name", "value", "low", "high", "specialty", "season", "source", "note"]
  let assumption: Assumption

  public init(_ assumption: Assumption) { self.assumption = assumption }

  public var cells: [String] {
    func number(_ value: Double?) -> String { value.map { DecimalText.text($0, decimals: 4) } ?? "" }
    return [
      assumption.name, number(assumption.value), number(assumption.low), number(assumption.high), assumption.specialty,
      assumption.season, assumption.source, assumption.note,
    ]
  }

  public func encode(to encoder: any Encoder) throws { try value.encode(to: encoder) }

  var value: JSONValue {
    let values: [JSONValue] = [
      .text(assumption.name), .number(assumption.value), .number(assumption.low), .number(assumption.high),
      .text(assumption.specialty), .text(assumption.season), .text(assumption.source), .text(assumption.note),
    ]
    return .object(Array(zip(Self.columns, values)))
  }
}
