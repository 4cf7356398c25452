internal import Tables

/// A list as the JSON of `housestaff list --format json`; unknown is written as `null`.
public struct ListDocument: Encodable, Sendable {
  let list: ListResult
  let couple: CoupleResult?

  public init(_ list: ListResult) {
    self.list = list
    couple = nil
  }

  /// The first partner's list, with the second's and what both lead to under `couple`.
  public init(_ couple: CoupleResult) {
    list = couple.first
    self.couple = couple
  }

  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: Key.self)
    if let couple {
      var both = box.nestedContainer(keyedBy: Key.self, forKey: "couple")
      try both.encode(couple.both.rounded6, forKey: "both")
      try both.encode(couple.bothLow.rounded6, forKey: "both_low")
      try both.encode(couple.bothHigh.rounded6, forKey: "both_high")
      try both.encode(couple.one.rounded6, forKey: "one")
      try both.encode(couple.neither.rounded6, forKey: "neither")
      try both.encode(couple.maxMiles, forKey: "max_miles")
      try both.encode(couple.fees.rounded6, forKey: "fees")
      try both.encode(ListDocument(couple.second), forKey: "partner")
    }
    try box.encode(list.rows.map(RowDocument.init), forKey: "programs")
    try box.encode(list.matchProbability.rounded6, forKey: "match_probability")
    try box.encode(list.matchLow.rounded6, forKey: "match_low")
    try box.encode(list.matchHigh.rounded6, forKey: "match_high")
    try box.encode((1 - list.matchProbability.rounded6).rounded6, forKey: "unmatched_probability")
    try box.encode(list.interviewsExpected.rounded6, forKey: "interviews_expected")
    try box.encode(list.interviewsLow.rounded6, forKey: "interviews_low")
    try box.encode(list.interviewsHigh.rounded6, forKey: "interviews_high")
    try box.encode(list.fees.rounded6, forKey: "fees")
    try box.encode(list.gapBound.rounded6, forKey: "gap_bound")
    try box.encode(list.value.rounded6, forKey: "value")
    try box.encode(list.candidates, forKey: "candidates")
    try box.encode(list.season, forKey: "season")
    try box.encode(list.ambition, forKey: "ambition")
    try box.encode(list.curve.filter(\.isRecommended).map(PointDocument.init), forKey: "curve")
    try box.encode(list.curve.filter { !$0.isRecommended }.map(PointDocument.init), forKey: "curve_beyond")
    try box.encode(
      list.requirementsNotMet.map {
        [
          "code": $0.program.code, "requirement": $0.requirement.kind.rawValue, "reason": $0.requirement.reason,
          "status": $0.requirement.status.rawValue,
        ]
      }, forKey: "requirements_not_met")
    try box.encode(list.lowGain, forKey: "low_gain")
    try box.encode(list.questions.map(QuestionDocument.init), forKey: "questions")
    try box.encode(list.assumptions.map(AssumptionDocument.init), forKey: "assumptions")
    try box.encode(list.sensitivity.map(SensitivityDocument.init), forKey: "sensitivity")
    try box.encode(list.plans.map(PlanDocument.init), forKey: "plans")
    if let outcomes = list.outcomes {
      try box.encode(
        [
          "full": outcomes.full.rounded6, "advanced_only": outcomes.advancedOnly.rounded6,
          "none": outcomes.none.rounded6,
        ],
        forKey: "outcomes")
    }
    try box.encode(list.notes, forKey: "notes")
    var scenarios = box.nestedContainer(keyedBy: Key.self, forKey: "scenarios")
    try scenarios.encode(list.searchScenarios, forKey: "search")
    try scenarios.encode(list.reportScenarios, forKey: "report")
    try scenarios.encode(list.seed, forKey: "seed")
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
      chance(row.cumulativeMatch),
      DecimalText.text(row.fee, decimals: 2), DecimalText.text(row.cumulativeFee, decimals: 2),
      program.isFiction ? "yes" : "no",
      row.reasons,
    ]
  }

  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: Key.self)
    let program = row.program
    try box.encode(row.order, forKey: "order")
    try box.encode(program.code, forKey: "code")
    try box.encode(program.name, forKey: "program")
    try box.encode(program.institution, forKey: "institution")
    try box.encode(program.city, forKey: "city")
    try box.encode(program.state, forKey: "state")
    try box.encode(row.specialty, forKey: "specialty")
    try box.encode(row.tier.rawValue, forKey: "tier")
    try box.encode(row.signal.rawValue, forKey: "signal")
    try box.encode(row.interview.rounded6, forKey: "interview")
    try box.encode(row.interviewLow.rounded6, forKey: "interview_low")
    try box.encode(row.interviewHigh.rounded6, forKey: "interview_high")
    try box.encode(row.match.rounded6, forKey: "match")
    try box.encode(row.gain.rounded6, forKey: "gain")
    try box.encode(row.cumulativeMatch.rounded6, forKey: "cumulative_match")
    try box.encode(row.fee.rounded6, forKey: "fee")
    try box.encode(row.cumulativeFee.rounded6, forKey: "cumulative_fee")
    try box.encode(program.isFiction, forKey: "fiction")
    try box.encode(row.reasons, forKey: "why")
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

  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: Key.self)
    try box.encode(assumption.name, forKey: "name")
    try box.encode(assumption.value.rounded6, forKey: "value")
    try box.encode(assumption.low?.rounded6, forKey: "low")
    try box.encode(assumption.high?.rounded6, forKey: "high")
    try box.encode(assumption.specialty, forKey: "specialty")
    try box.encode(assumption.season, forKey: "season")
    try box.encode(assumption.source, forKey: "source")
    try box.encode(assumption.note, forKey: "note")
  }
}

private struct PointDocument: Encodable {
  let applications: Int
  let fees: Double
  let match: Double
  let low: Double
  let high: Double

  init(_ point: ListResult.Point) {
    applications = point.applications
    fees = point.fees.rounded6
    match = point.match.rounded6
    low = point.low.rounded6
    high = point.high.rounded6
  }
}

private struct QuestionDocument: Encodable {
  let code: String
  let field: String
  let gainIfFavorable: Double
  let question: String

  private enum CodingKeys: String, CodingKey {
    case code, field, question
    case gainIfFavorable = "gain_if_favorable"
  }

  init(_ question: ListResult.Question) {
    code = question.program.code
    field = question.field.rawValue
    gainIfFavorable = question.gainIfFavorable.rounded6
    self.question = question.words
  }
}

private struct SensitivityDocument: Encodable {
  let name: String
  let matchAtLow: Double
  let matchAtHigh: Double

  private enum CodingKeys: String, CodingKey {
    case name
    case matchAtLow = "match_at_low"
    case matchAtHigh = "match_at_high"
  }

  init(_ sensitivity: ListResult.Sensitivity) {
    name = sensitivity.effect.rawValue
    matchAtLow = sensitivity.atLow.rounded6
    matchAtHigh = sensitivity.atHigh.rounded6
  }
}

private struct PlanDocument: Encodable {
  let specialty: String
  let role: String
  let match: Double
  let applications: Int
  let fees: Double

  init(_ plan: ListResult.PlanChance) {
    specialty = plan.specialty
    role = plan.role.rawValue
    match = plan.match.rounded6
    applications = plan.applications
    fees = plan.fees.rounded6
  }
}

/// A key spelled as FORMATS spells it.
private struct Key: CodingKey, ExpressibleByStringLiteral {
  let stringValue: String
  var intValue: Int? { nil }
  init(stringLiteral value: String) { stringValue = value }
  init?(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

extension Double {
  /// Six decimals are more than the scenarios support, and the same on every machine.
  var rounded6: Double { (self * 1e6).rounded() / 1e6 }
}
