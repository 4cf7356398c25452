internal import Tables

/// A rank order list as the JSON of `housestaff rank --format json`; unknown is written as `null`.
public struct RankExport: Encodable, Sendable {
  /// The columns of FORMATS, in order.
  public static let columns = ["place", "code", "program", "match_here", "cumulative_match"]

  let result: RankResult

  public init(_ result: RankResult) { self.result = result }

  /// The rows as a CSV has them.
  public var cells: [[String]] {
    result.rows.map { row in
      let program = row.choice.program
      return [
        "\(row.place)", program.code, program.name, DecimalText.fixed(row.matchHere.value, decimals: 6),
        DecimalText.fixed(row.cumulative.value, decimals: 6),
      ]
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: RankKey.self)
    try box.encode(
      result.rows.map { RowExport($0, supplemental: result.supplemental[$0.choice.program.code] ?? []) },
      forKey: "places")
    try box.encode(result.match.value.rounded6, forKey: "match_probability")
    try box.encode(result.match.low.rounded6, forKey: "match_low")
    try box.encode(result.match.high.rounded6, forKey: "match_high")
    try box.encode((1 - result.match.value.rounded6).rounded6, forKey: "unmatched_probability")
    try box.encode((1 - result.match.high.rounded6).rounded6, forKey: "unmatched_low")
    try box.encode((1 - result.match.low.rounded6).rounded6, forKey: "unmatched_high")
    var more = box.nestedUnkeyedContainer(forKey: "one_more_interview")
    for item in result.oneMore {
      var entry = more.nestedContainer(keyedBy: RankKey.self)
      try entry.encode(item.specialty, forKey: "specialty")
      try entry.encode(item.adds.value.rounded6, forKey: "adds")
      try entry.encode(item.adds.low.rounded6, forKey: "adds_low")
      try entry.encode(item.adds.high.rounded6, forKey: "adds_high")
    }
    var lengths = box.nestedUnkeyedContainer(forKey: "length")
    for item in result.length {
      var entry = lengths.nestedContainer(keyedBy: RankKey.self)
      try entry.encode(item.places, forKey: "places")
      try entry.encode(item.match.value.rounded6, forKey: "match")
      try entry.encode(item.match.low.rounded6, forKey: "low")
      try entry.encode(item.match.high.rounded6, forKey: "high")
      try entry.encode(item.isBeyond, forKey: "beyond_list")
    }
    if let outcomes = result.outcomes {
      try box.encode(
        [
          "full": outcomes.full.rounded6, "advanced_only": outcomes.advancedOnly.rounded6,
          "preliminary_only": outcomes.preliminaryOnly.rounded6, "none": outcomes.none.rounded6,
        ], forKey: "outcomes")
    }
    var checks = box.nestedUnkeyedContainer(forKey: "checks")
    for check in result.checks {
      var entry = checks.nestedContainer(keyedBy: RankKey.self)
      try entry.encode(check.kind.rawValue, forKey: "check")
      try entry.encode(check.codes, forKey: "codes")
      try entry.encode(check.sentence, forKey: "sentence")
    }
    try box.encode([RankWords.rule, RankWords.binds], forKey: "advice")
    try box.encode(RankWords(result).cautions, forKey: "notes")
    try box.encode(result.season, forKey: "season")
    var scenarios = box.nestedContainer(keyedBy: RankKey.self, forKey: "scenarios")
    try scenarios.encode(result.scenarios, forKey: "report")
    try scenarios.encode(result.seed, forKey: "seed")
  }

  private struct RowExport: Encodable {
    let row: RankResult.Row
    let supplemental: [RankChoice]

    init(_ row: RankResult.Row, supplemental: [RankChoice]) {
      self.row = row
      self.supplemental = supplemental
    }

    func encode(to encoder: any Encoder) throws {
      var box = encoder.container(keyedBy: RankKey.self)
      let program = row.choice.program
      try box.encode(row.place, forKey: "place")
      try box.encode(program.code, forKey: "code")
      try box.encode(program.name, forKey: "program")
      try box.encode(program.specialty, forKey: "specialty")
      try box.encode(program.track?.rawValue, forKey: "track")
      try box.encode(row.choice.wasInterviewed, forKey: "interviewed")
      try box.encode(row.choice.impression, forKey: "impression")
      try box.encode(row.highEnough.value.rounded6, forKey: "ranked_high_enough")
      try box.encode(row.matchHere.value.rounded6, forKey: "match_here")
      try box.encode(row.matchHere.low.rounded6, forKey: "match_here_low")
      try box.encode(row.matchHere.high.rounded6, forKey: "match_here_high")
      try box.encode(row.cumulative.value.rounded6, forKey: "cumulative_match")
      try box.encode(row.cumulative.low.rounded6, forKey: "cumulative_low")
      try box.encode(row.cumulative.high.rounded6, forKey: "cumulative_high")
      if let firstYear = row.firstYear {
        try box.encode(firstYear.value.rounded6, forKey: "first_year")
        try box.encode(supplemental.map(\.program.code), forKey: "supplemental")
      }
      try box.encode(program.isFiction, forKey: "fiction")
    }
  }
}

/// A couple's list of pairs as CSV and JSON; an empty program is "no match" for that partner.
public struct CoupleRankExport: Encodable, Sendable {
  public static let columns = [
    "place", "code_a", "program_a", "code_b", "program_b", "match_here", "cumulative_match",
  ]

  let result: CoupleRankResult

  public init(_ result: CoupleRankResult) { self.result = result }

  public var cells: [[String]] {
    result.rows.map { row in
      [
        "\(row.place)", row.first?.code ?? "", row.first?.name ?? "", row.second?.code ?? "", row.second?.name ?? "",
        DecimalText.fixed(row.matchHere.value, decimals: 6), DecimalText.fixed(row.cumulative.value, decimals: 6),
      ]
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: RankKey.self)
    var pairs = box.nestedUnkeyedContainer(forKey: "pairs")
    for row in result.rows {
      var entry = pairs.nestedContainer(keyedBy: RankKey.self)
      try entry.encode(row.place, forKey: "place")
      try entry.encode(row.first?.code, forKey: "code_a")
      try entry.encode(row.first?.name, forKey: "program_a")
      try entry.encode(row.second?.code, forKey: "code_b")
      try entry.encode(row.second?.name, forKey: "program_b")
      try entry.encode(row.isDistanceKnown, forKey: "distance_known")
      try entry.encode(row.matchHere.value.rounded6, forKey: "match_here")
      try entry.encode(row.cumulative.value.rounded6, forKey: "cumulative_match")
    }
    for (name, chance) in [("both", result.both), ("one", result.one), ("neither", result.neither)] {
      try box.encode(chance.value.rounded6, forKey: .init(stringLiteral: name))
      try box.encode(chance.low.rounded6, forKey: .init(stringLiteral: name + "_low"))
      try box.encode(chance.high.rounded6, forKey: .init(stringLiteral: name + "_high"))
    }
    try box.encode(result.maxMiles, forKey: "max_miles")
    try box.encode(result.paragraphs, forKey: "notes")
    try box.encode(result.outcomes, forKey: "outcomes_drawn")
    try box.encode([RankExport(result.alone.first), RankExport(result.alone.second)], forKey: "alone")
  }
}

/// A key spelled as FORMATS spells it.
private struct RankKey: CodingKey, ExpressibleByStringLiteral {
  let stringValue: String
  var intValue: Int? { nil }
  init(stringLiteral value: String) { stringValue = value }
  init?(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}
