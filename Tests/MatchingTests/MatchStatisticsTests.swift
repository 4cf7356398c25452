import Matching
import Testing

@Suite struct `The totals of a match` {
  @Test func `of the NRMP's example are counted`() {
    let outcome = Market(Published.nrmp.lists).match()
    let totals = outcome.statistics
    #expect(totals.applicants == 5 && totals.positions == 6 && totals.filled == 5 && totals.matched == 5)
    // Arthur and Darrius their first; Sunny and Joseph their second; Latha her third.
    #expect(totals.matchedByPlace == [2, 2, 1])
    #expect(totals.shareByPlace == [0.4, 0.4, 0.2])
    // Latha and Darrius list Mercy, which does not rank them.
    #expect(totals.dropped.byApplicants == 2 && totals.dropped.byPrograms == 1)
    #expect(outcome.unfilled.map(\.program) == [0] && outcome.unfilled.map(\.positions) == [1])
  }

  @Test func `count a partner without a match as unmatched`() {
    let lists = MarketLists(
      quotas: [1], choices: Lists([[], []]), rankings: Lists([[0, 1]]),
      couples: [CoupleList(applicantA: 0, applicantB: 1, pairs: [ProgramPair(0, nil)])])
    let outcome = Market(lists).match()
    #expect(outcome.statistics.matched == 1 && outcome.statistics.matchedByPlace == [1])
    #expect(outcome.placement(ofApplicant: 1) != nil && outcome.placement(ofApplicant: 1)?.program == nil)
  }
}
