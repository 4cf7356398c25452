/// A second opinion on a matching, which shares no code with the algorithm that made it.
///
/// It is given the places that applicants and couples hold, counts again who is where, and goes through every wish
/// that was not fulfilled. O(number of listings).
public struct StabilityAudit: Sendable {
  /// Every blocking pair: applicants in order, then couples; empty if the matching is stable.
  public private(set) var blockingPairs: [BlockingPair] = []

  private let market: Market
  private var held: [Int32]
  private var worst: [Int32]
  private var secondWorst: [Int32]
  private var quota: [Int32]

  /// Audits a matching.
  public init(_ outcome: Outcome) {
    self.init(
      outcome.market, choices: outcome.choices, pairs: outcome.pairs, supplements: outcome.supplements,
      lent: outcome.lent)
  }

  /// Audits places given one by one.
  ///
  /// - Parameters:
  ///   - market: whose lists they are places of.
  ///   - choices: for each applicant the place on the kept list, from 0, or ``nowhere``.
  ///   - pairs: for each couple the place on the kept list of pairs, from 0, or ``nowhere``.
  ///   - supplements: for each applicant the place on the supplemental list; empty if there are none.
  ///   - lent: for each reversion the positions that moved.
  package init(_ market: Market, choices: [Int32], pairs: [Int32], supplements: [Int32], lent: [Int32]) {
    self.market = market
    held = [Int32](repeating: 0, count: market.programCount)
    worst = [Int32](repeating: -1, count: market.programCount)
    secondWorst = worst
    quota = market.quotas
    count(choices, pairs, supplements)
    auditQuotas(lent)
    auditApplicants(choices, supplements)
    for couple in 0..<market.coupleCount { auditCouple(couple, at: pairs[couple]) }
  }

  // MARK: who is where

  private mutating func count(_ choices: [Int32], _ pairs: [Int32], _ supplements: [Int32]) {
    for applicant in 0..<market.applicantCount where choices[applicant] != nowhere {
      let entry = market.list(applicant).lowerBound + Int(choices[applicant])
      seat(market.choices[entry])
      if !supplements.isEmpty && supplements[applicant] != nowhere {
        seat(market.supplementChoices[market.supplement(ofChoice: entry).lowerBound + Int(supplements[applicant])])
      }
    }
    for couple in 0..<market.coupleCount where pairs[couple] != nowhere {
      let pair = market.pairs[market.pairs(ofCouple: couple).lowerBound + Int(pairs[couple])]
      if pair.a.program >= 0 { seat(pair.a) }
      if pair.b.program >= 0 { seat(pair.b) }
    }
  }

  private mutating func seat(_ choice: Market.Choice) {
    let program = Int(choice.program)
    held[program] += 1
    if choice.rank > worst[program] {
      secondWorst[program] = worst[program]
      worst[program] = choice.rank
    } else if choice.rank > secondWorst[program] {
      secondWorst[program] = choice.rank
    }
  }

  /// Positions received and lent follow from who is where; then nobody may hold more than that.
  private mutating func auditQuotas(_ lent: [Int32]) {
    for (index, reversion) in market.reversions.enumerated() {
      let unfilled = max(0, quota[reversion.donor] - held[reversion.donor])
      let due = min(Int(unfilled), reversion.limit ?? Int.max)
      quota[reversion.receiver] += Int32(due)
      if due != Int(lent[index]) {
        blockingPairs.append(
          .reversion(donor: reversion.donor, receiver: reversion.receiver, lent: Int(lent[index]), due: due))
      }
    }
    for program in 0..<market.programCount where held[program] > quota[program] {
      blockingPairs.append(
        .overfilled(program: program, held: Int(held[program]), positions: Int(quota[program])))
    }
  }

  // MARK: who would rather

  private func wouldTake(_ choice: Market.Choice) -> Bool {
    let program = Int(choice.program)
    return held[program] < quota[program] || choice.rank < worst[program]
  }

  private mutating func auditApplicants(_ choices: [Int32], _ supplements: [Int32]) {
    for applicant in 0..<market.applicantCount {
      let list = market.list(applicant)
      let place = choices[applicant]
      let better = list.lowerBound..<(place == nowhere ? list.upperBound : list.lowerBound + Int(place))
      for entry in better where wouldTake(market.choices[entry]) {
        blockingPairs.append(
          .applicant(
            applicant, program: Int(market.choices[entry].program), place: Int(market.places[entry])))
      }
      if place != nowhere && !supplements.isEmpty {
        auditSupplement(applicant, choice: list.lowerBound + Int(place), at: supplements[applicant])
      }
    }
  }

  private mutating func auditSupplement(_ applicant: Int, choice: Int, at place: Int32) {
    let list = market.supplement(ofChoice: choice)
    let better = list.lowerBound..<(place == nowhere ? list.upperBound : list.lowerBound + Int(place))
    for entry in better where wouldTake(market.supplementChoices[entry]) {
      blockingPairs.append(
        .supplement(
          applicant: applicant, advancedProgram: Int(market.choices[choice].program),
          program: Int(market.supplementChoices[entry].program), place: Int(market.supplementPlaces[entry])))
    }
  }

  private mutating func auditCouple(_ couple: Int, at place: Int32) {
    let list = market.pairs(ofCouple: couple)
    let current =
      place == nowhere
      ? Market.Pair(a: .init(program: -1, rank: -1), b: .init(program: -1, rank: -1), place: 0)
      : market.pairs[list.lowerBound + Int(place)]
    let better = list.lowerBound..<(place == nowhere ? list.upperBound : list.lowerBound + Int(place))
    for entry in better {
      let pair = market.pairs[entry]
      if wouldTake(pair, from: current) {
        blockingPairs.append(
          .couple(
            couple, programA: pair.a.programIndex, programB: pair.b.programIndex, place: Int(pair.place)))
      }
    }
  }

  /// Each program chooses its best from those it holds and the partners who would be new to it.
  private func wouldTake(_ pair: Market.Pair, from current: Market.Pair) -> Bool {
    let staysA = pair.a == current.a || pair.a.program < 0
    let staysB = pair.b == current.b || pair.b.program < 0
    guard pair.a.program == pair.b.program else {
      return (staysA || wouldTake(pair.a)) && (staysB || wouldTake(pair.b))
    }
    let program = Int(pair.a.program)
    let free = quota[program] - held[program]
    let new: Int32 = (staysA ? 0 : 1) + (staysB ? 0 : 1)
    let worse = max(pair.a.rank, pair.b.rank)
    switch new - free {
    case ...0: return true
    case 1: return worse < worst[program]
    default: return worse < secondWorst[program]
    }
  }
}
