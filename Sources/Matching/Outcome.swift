/// The result of a match.
public struct Outcome: Sendable {
  /// The market that was matched.
  public let market: Market
  package let choices: [Int32]
  package let pairs: [Int32]
  package let supplements: [Int32]
  package let lent: [Int32]
  /// Every blocking pair that the audit found; empty if the matching is stable.
  public package(set) var blockingPairs: [BlockingPair]
  /// The couples (or applicants with supplemental lists) that the algorithm ran in circles around in the order given.
  ///
  /// Empty if the matching is stable.
  public package(set) var looping: [Agent]
  /// What it took.
  public package(set) var effort: Effort

  /// No blocking pair, by an independent audit.
  public var isStable: Bool { blockingPairs.isEmpty }

  /// What it took to find the matching.
  public struct Effort: Sendable, Equatable {
    /// Applications made; a couple's pair counts once.
    public package(set) var proposals: Int
    /// Applications refused at once, and places lost later.
    public package(set) var rejections: Int
    /// Orders tried, the one that this result comes from included.
    public package(set) var attempts: Int
  }

  /// Where an applicant stands.
  public struct Placement: Sendable, Equatable {
    /// The program; `nil` only for the partner with "no match" in a couple's pair.
    public let program: Int?
    /// The place used on the list as submitted, from 1; for a couple on the list of pairs.
    public let place: Int
    /// The first-year program from the supplemental list, if one was matched.
    public let supplementalProgram: Int?
    /// The place used on the supplemental list as submitted, from 1.
    public let supplementalPlace: Int?
  }

  /// Where an applicant is matched, or `nil` if unmatched.
  public func placement(ofApplicant applicant: Int) -> Placement? {
    if let couple = market.couple(ofApplicant: applicant) {
      guard let pair = pair(ofCouple: couple) else { return nil }
      let isA = market.members(ofCouple: couple).a == applicant
      return Placement(
        program: isA ? pair.a.programIndex : pair.b.programIndex, place: Int(pair.place),
        supplementalProgram: nil, supplementalPlace: nil)
    }
    guard choices[applicant] != nowhere else { return nil }
    let entry = market.list(applicant).lowerBound + Int(choices[applicant])
    var supplement: Int?
    if !supplements.isEmpty && supplements[applicant] != nowhere {
      supplement = market.supplement(ofChoice: entry).lowerBound + Int(supplements[applicant])
    }
    return Placement(
      program: Int(market.choices[entry].program), place: Int(market.places[entry]),
      supplementalProgram: supplement.map { Int(market.supplementChoices[$0].program) },
      supplementalPlace: supplement.map { Int(market.supplementPlaces[$0]) })
  }

  /// Where everyone stands, in the applicants' order.
  public var placements: [Placement?] { (0..<market.applicantCount).map(placement(ofApplicant:)) }

  /// How many applicants each program holds, supplemental positions included; O(applicants).
  public func filled() -> [Int] {
    var filled = [Int](repeating: 0, count: market.programCount)
    for applicant in 0..<market.applicantCount {
      guard let placement = placement(ofApplicant: applicant) else { continue }
      if let program = placement.program { filled[program] += 1 }
      if let program = placement.supplementalProgram { filled[program] += 1 }
    }
    return filled
  }

  /// Positions of each program after reversions.
  public func positions() -> [Int] {
    var positions = market.quotas.map(Int.init)
    for (reversion, lent) in zip(market.reversions, lent) {
      positions[reversion.donor] -= Int(lent)
      positions[reversion.receiver] += Int(lent)
    }
    return positions
  }

  /// Positions that moved by each reversion, those of 0 left out.
  public var reverted: [(donor: Int, receiver: Int, positions: Int)] {
    zip(market.reversions, lent).filter { $0.1 > 0 }.map { ($0.0.donor, $0.0.receiver, Int($0.1)) }
  }

  package func pair(ofCouple couple: Int) -> Market.Pair? {
    guard pairs[couple] != nowhere else { return nil }
    return market.pairs[market.pairs(ofCouple: couple).lowerBound + Int(pairs[couple])]
  }
}
