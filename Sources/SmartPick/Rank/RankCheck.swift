/// Something to look at before a list is certified.
public struct RankCheck: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    case twice
    case notInterviewed = "not_interviewed"
    case wouldNotGo = "would_not_go"
    case tooShort = "too_short"
    case againstImpression = "against_impression"
    case noFirstYear = "no_first_year"
    case unused = "interview_not_ranked"
  }

  public var kind: Kind
  /// Codes of the programs that it is about.
  public var codes: [String]
  /// What it is and what to do, in a sentence or two.
  public var sentence: String

  /// Everything that a list gives to say, what costs most first.
  static func all(_ choices: [RankChoice], _ request: RankRequest, places: [RankResult.Row]) -> [RankCheck] {
    twice(choices) + notInterviewed(choices) + wouldNotGo(choices, request) + tooShort(places, request)
      + noFirstYear(choices, request) + unused(choices, request) + againstImpression(choices)
  }

  /// Published lengths of the applicant's group; `nil` without a type.
  static func usual(_ request: RankRequest) -> (matched: Figure, unmatched: Figure)? {
    request.profile.applicantType.map { type in
      (
        request.market.rankListLength(type, matched: true), request.market.rankListLength(type, matched: false)
      )
    }
  }

  private static func twice(_ choices: [RankChoice]) -> [RankCheck] {
    var first: [String: Int] = [:]
    var all: [RankCheck] = []
    for (index, choice) in choices.enumerated() {
      let code = choice.program.code
      guard let place = first[code] else {
        first[code] = index + 1
        continue
      }
      all.append(
        RankCheck(
          kind: .twice, codes: [code],
          sentence:
            "\(choice.program.name) stands at places \(place) and \(index + 1). Only the first can count: remove one."))
    }
    return all
  }

  private static func notInterviewed(_ choices: [RankChoice]) -> [RankCheck] {
    let cold = choices.filter { !$0.wasInterviewed }
    guard !cold.isEmpty else { return [] }
    return [
      RankCheck(
        kind: .notInterviewed, codes: cold.map(\.program.code),
        sentence:
          "You had no interview at \(names(cold)): no chance there. Rank only where you interviewed.")
    ]
  }

  private static func wouldNotGo(_ choices: [RankChoice], _ request: RankRequest) -> [RankCheck] {
    let refused = Set(request.profile.preferences.refused)
    let unwanted = choices.filter { !$0.wouldGo || refused.contains($0.program.code) }
    guard !unwanted.isEmpty else { return [] }
    return [
      RankCheck(
        kind: .wouldNotGo, codes: unwanted.map(\.program.code),
        sentence:
          "You say that you would not go to \(names(unwanted)). A match binds: leave off what you would not take, and nothing else."
      )
    ]
  }

  private static func tooShort(_ places: [RankResult.Row], _ request: RankRequest) -> [RankCheck] {
    let held = places.count { $0.choice.wasInterviewed && $0.choice.program.track != .preliminary }
    guard let type = request.profile.applicantType, let usual = usual(request), held > 0,
      Double(held) < usual.matched.value
    else { return [] }
    let group = type.publishedGroup
    let both =
      "\(group)s who matched had ranked \(Words.fixed(usual.matched.value, 1)) programs on average, those who did not \(Words.fixed(usual.unmatched.value, 1)) (\(usual.matched.citation))"
    let isShort = Double(held) <= usual.unmatched.value
    return [
      RankCheck(
        kind: .tooShort, codes: [],
        sentence: isShort
          ? "Your list has \(held) interviewed place\(held == 1 ? "" : "s"). \(both). Rank every place where you would go, and plan for SOAP now."
          : "Your list has \(held) interviewed places, fewer than is usual for those who match. \(both). Strong applicants also have more interviews, so length alone is not the cause."
      )
    ]
  }

  private static func noFirstYear(_ choices: [RankChoice], _ request: RankRequest) -> [RankCheck] {
    let bare = choices.filter {
      $0.program.track == .advanced && (request.supplemental[$0.program.code] ?? []).isEmpty
    }
    guard !bare.isEmpty else { return [] }
    return [
      RankCheck(
        kind: .noFirstYear, codes: bare.map(\.program.code),
        sentence:
          "\(names(bare)) begin\(bare.count == 1 ? "s" : "") in the second year and ha\(bare.count == 1 ? "s" : "ve") no supplemental list: a match there leaves you without a first year. Add preliminary or transitional years, unless you hold one already."
      )
    ]
  }

  private static func unused(_ choices: [RankChoice], _ request: RankRequest) -> [RankCheck] {
    var known = Set(choices.map(\.program.code))
    for list in request.supplemental.values { known.formUnion(list.map(\.program.code)) }
    let held = request.profile.interviews.filter { $0.status == .received && !known.contains($0.code) }.map(\.code)
    guard !held.isEmpty else { return [] }
    return [
      RankCheck(
        kind: .unused, codes: held,
        sentence:
          "You interviewed at \(Words.list(held)) and did not rank \(held.count == 1 ? "it" : "them"). Add every place where you would rather train than go unmatched."
      )
    ]
  }

  private static func againstImpression(_ choices: [RankChoice]) -> [RankCheck] {
    for (index, choice) in choices.enumerated() {
      guard let low = choice.impression else { continue }
      guard let better = choices[index...].first(where: { ($0.impression ?? 0) >= low + 2 }) else { continue }
      return [
        RankCheck(
          kind: .againstImpression, codes: [choice.program.code, better.program.code],
          sentence:
            "\(choice.program.name) stands above \(better.program.name), though your impression was \(low) there and \(better.impression ?? 0) here. Keep it if that is the order you want; change it if its chance is the reason: a chance never earns a place."
        )
      ]
    }
    return []
  }

  private static func names(_ choices: [RankChoice]) -> String { Words.list(choices.map(\.program.name)) }
}
