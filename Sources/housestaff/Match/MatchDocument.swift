import Matching

/// A matching as JSON, with the keys that FORMATS promises.
struct MatchDocument: Encodable {
  let matches: [Match]
  let unfilled: [Unfilled]
  let stable: Bool
  let blockingPairs: [Blocking]
  let statistics: Statistics

  private enum CodingKeys: String, CodingKey {
    case matches, unfilled, stable, statistics
    case blockingPairs = "blocking_pairs"
  }

  init(_ outcome: Outcome) {
    let market = outcome.market
    matches = (0..<market.applicantCount).map { Match($0, outcome) }
    unfilled = outcome.unfilled.map { Unfilled(program: market.programName($0.program), positions: $0.positions) }
    stable = outcome.isStable
    blockingPairs = outcome.blockingPairs.map { Blocking($0, market) }
    statistics = Statistics(outcome)
  }

  struct Unfilled: Encodable {
    let program: String
    let positions: Int
  }

  /// One applicant; what is not matched is null.
  struct Match: Encodable {
    let applicant: String
    let program: String?
    let rank: Int?
    let supplementalProgram: String?
    let supplementalRank: Int?

    private enum CodingKeys: String, CodingKey {
      case applicant, program, rank
      case supplementalProgram = "supplemental_program"
      case supplementalRank = "supplemental_rank"
    }

    init(_ number: Int, _ outcome: Outcome) {
      let market = outcome.market
      let placement = outcome.placement(ofApplicant: number)
      applicant = market.applicantName(number)
      program = placement?.program.map(market.programName)
      // A partner with "no match" is unmatched, whatever place of the list the pair had.
      rank = program == nil ? nil : placement?.place
      supplementalProgram = placement?.supplementalProgram.map(market.programName)
      supplementalRank = placement?.supplementalPlace
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(applicant, forKey: .applicant)
      try container.encode(program, forKey: .program)
      try container.encode(rank, forKey: .rank)
      try container.encode(supplementalProgram, forKey: .supplementalProgram)
      try container.encode(supplementalRank, forKey: .supplementalRank)
    }
  }

  struct Statistics: Encodable {
    let applicants: Int
    let matched: Int
    let couples: Int
    let programs: Int
    let positions: Int
    let filled: Int
    let proposals: Int
    let rejections: Int
    let matchedByChoice: [Int]
    let shareByChoice: [Double]
    let dropped: Dropped
    let reverted: [Reverted]
    let orders: Int
    let looping: [String]

    private enum CodingKeys: String, CodingKey {
      case applicants, matched, couples, programs, positions, filled, proposals, rejections, dropped, reverted, orders
      case looping
      case matchedByChoice = "matched_by_choice"
      case shareByChoice = "share_by_choice"
    }

    struct Dropped: Encodable {
      let applicants: Int
      let programs: Int
    }

    struct Reverted: Encodable {
      let from: String
      let to: String
      let positions: Int
    }

    init(_ outcome: Outcome) {
      let totals = outcome.statistics
      let market = outcome.market
      applicants = totals.applicants
      matched = totals.matched
      couples = totals.couples
      programs = market.programCount
      positions = totals.positions
      filled = totals.filled
      proposals = totals.proposals
      rejections = totals.rejections
      matchedByChoice = totals.matchedByPlace
      shareByChoice = totals.shareByPlace
      dropped = Dropped(applicants: totals.dropped.byApplicants, programs: totals.dropped.byPrograms)
      reverted = outcome.reverted.map {
        Reverted(
          from: market.programName($0.donor), to: market.programName($0.receiver), positions: $0.positions)
      }
      orders = outcome.effort.attempts
      looping = outcome.looping.map(market.agentName)
    }
  }
}

extension MatchDocument {
  /// Who would rather be where, and would be taken.
  struct Blocking: Encodable {
    /// The applicant, or the couple's two.
    let applicants: [String]
    let couple: String?
    /// The program; for a couple both, null for "no match".
    let programs: [String?]
    /// The place on the list: the applicant's, the couple's, or the supplemental one.
    let rank: Int?
    let sentence: String

    init(_ pair: BlockingPair, _ market: Market) {
      sentence = market.sentence(pair)
      switch pair {
      case .applicant(let applicant, let program, let place), .supplement(let applicant, _, let program, let place):
        applicants = [market.applicantName(applicant)]
        couple = nil
        programs = [market.programName(program)]
        rank = place
      case .couple(let number, let a, let b, let place):
        let members = market.members(ofCouple: number)
        applicants = [market.applicantName(members.a), market.applicantName(members.b)]
        couple = market.coupleName(number)
        programs = [a.map(market.programName), b.map(market.programName)]
        rank = place
      case .overfilled(let program, _, _):
        (applicants, couple, programs, rank) = ([], nil, [market.programName(program)], nil)
      case .reversion(let donor, let receiver, _, _):
        (applicants, couple, rank) = ([], nil, nil)
        programs = [market.programName(donor), market.programName(receiver)]
      }
    }
  }
}
