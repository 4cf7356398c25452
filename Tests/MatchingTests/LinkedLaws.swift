import Matching
import Statistics
import Testing

@Suite struct `A match with couples, supplemental lists and reversions` {
  static let sketches: [Sketch] = [
    Sketch(singles: 3, couples: 1, programs: 3),
    Sketch(singles: 2, couples: 2, programs: 3, pairs: 6),
    Sketch(singles: 4, programs: 3, supplemented: 3),
    Sketch(singles: 4, programs: 4, reversions: 2),
    Sketch(singles: 3, couples: 1, programs: 3, supplemented: 2, reversions: 1),
    Sketch(singles: 2, couples: 1, programs: 4, positions: 0...3, supplemented: 2, reversions: 3),
  ]

  @Test(arguments: sketches.indices, 0..<120)
  func `agrees with the search through every matching`(kind: Int, seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed), stream: UInt64(kind))
    let lists = Self.sketches[kind].lists(using: &generator)
    let oracle = Oracle(lists)
    let outcome = Market(lists).match()
    let ours = oracle.matching(outcome)
    let stable = oracle.stableMatchings()
    #expect(oracle.isFeasible(ours))
    // The audit counts what the definition counts, stable or not.
    let pairs = outcome.blockingPairs.count
    #expect(pairs == oracle.blockers(ours))
    #expect(outcome.isStable == !stable.isEmpty, "\(stable.count) stable matchings, sketch \(kind), seed \(seed)")
    #expect(outcome.isStable == outcome.looping.isEmpty)
    if outcome.isStable { #expect(stable.contains(ours)) }
  }

  @Test func `is right for every couple and single on two programs`() {
    let programs: [Int?] = [0, 1, nil]
    let pairs = programs.flatMap { a in programs.map { ProgramPair(a, $0) } }.dropLast()
    let pairLists = pairs.map { [$0] } + pairs.flatMap { first in pairs.filter { $0 != first }.map { [first, $0] } }
    let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
    var without = 0
    for list in pairLists {
      for own in [[0], [1], [0, 1], [1, 0]] {
        for code in 0..<36 {
          for quotas in [[1, 1], [1, 2], [2, 1]] {
            let lists = MarketLists(
              quotas: quotas, choices: Lists([own, [], []]), rankings: Lists([orders[code % 6], orders[code / 6]]),
              couples: [CoupleList(applicantA: 1, applicantB: 2, pairs: list)])
            let oracle = Oracle(lists)
            let outcome = Market(lists).match()
            let stable = oracle.stableMatchings()
            if stable.isEmpty { without += 1 }
            if outcome.isStable ? !stable.contains(oracle.matching(outcome)) : !stable.isEmpty {
              Issue.record("\(lists)")
            }
          }
        }
      }
    }
    // Some have none: the search above would be hollow otherwise.
    #expect(without > 0)
  }

  @Test func `says so when no stable matching exists, and names the couple`() {
    let outcome = Market(Published.coupleWithout.lists).match()
    #expect(!outcome.isStable)
    #expect(outcome.looping == [.couple(0)])
    #expect(!outcome.blockingPairs.isEmpty)
    #expect(Oracle(Published.coupleWithout.lists).stableMatchings().isEmpty)
  }

  @Test func `keeps an advanced position when the supplemental list fails`() {
    // Applicant 0 wants program 0 (advanced) with program 1, whose only position applicant 1 gets.
    let lists = MarketLists(
      quotas: [1, 1, 1], choices: Lists([[0, 2], [1]]), rankings: Lists([[0], [1, 0], [0]]),
      supplements: [SupplementalList(applicant: 0, advancedProgram: 0, programs: [1])])
    let placement = Market(lists).match().placement(ofApplicant: 0)
    #expect(placement?.program == 0 && placement?.supplementalProgram == nil)
  }

  @Test func `releases the first year when the advanced position is lost`() {
    // Applicant 0 enters program 0 with program 1, then loses program 0 to the couple's first member.
    let lists = MarketLists(
      quotas: [1, 1, 1], choices: Lists([[0, 2], [1], [], []]), rankings: Lists([[2, 0], [0, 1], [0, 3]]),
      couples: [CoupleList(applicantA: 2, applicantB: 3, pairs: [ProgramPair(0, nil)])],
      supplements: [SupplementalList(applicant: 0, advancedProgram: 0, programs: [1])])
    let outcome = Market(lists).match()
    #expect(outcome.isStable)
    #expect(outcome.placement(ofApplicant: 0)?.program == 2)
    #expect(outcome.placement(ofApplicant: 0)?.supplementalProgram == nil)
    #expect(outcome.placement(ofApplicant: 1)?.program == 1)
  }

  @Test func `moves unfilled positions, up to the limit`() {
    func outcome(_ limit: Int?) -> Outcome {
      Market(
        MarketLists(
          quotas: [3, 0], choices: Lists([[1], [1], [1]]), rankings: Lists([[], [0, 1, 2]]),
          reversions: [Reversion(donor: 0, receiver: 1, limit: limit)])
      ).match()
    }
    #expect(outcome(nil).filled() == [0, 3] && outcome(nil).isStable)
    #expect(outcome(2).filled() == [0, 2] && outcome(2).isStable)
    #expect(outcome(2).positions() == [1, 2])
    #expect(outcome(0).filled() == [0, 0] && outcome(0).reverted.isEmpty)
  }

  @Test(arguments: [0.05, 0.2])
  func `of a thousand with couples passes the audit or says which couples loop`(share: Double) {
    for seed in 0..<UInt64(6) {
      let market = Market(Season(applicants: 1_000, couples: share, seed: seed).lists)
      let outcome = market.match()
      let filled = outcome.filled()
      #expect(filled.indices.allSatisfy { filled[$0] <= market.quota(ofProgram: $0) })
      #expect(outcome.isStable == outcome.looping.isEmpty)
      #expect(market.match().placements == outcome.placements)
    }
  }

  @Test func `of thirty markets of a thousand with 5% in couples is stable in at least 29`() {
    let stable = (0..<UInt64(30)).count {
      Market(Season(applicants: 1_000, couples: 0.05, seed: $0).lists).match().isStable
    }
    #expect(stable >= 29)
  }
}
