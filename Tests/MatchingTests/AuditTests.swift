import Matching
import Statistics
import Testing

@Suite struct `The audit` {
  /// Matchings thrown together at random: most block, and some are overfull.
  @Test(arguments: 0..<60)
  func `finds in any matching what the definition finds`(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed), stream: 5)
    var lists = Sketch(singles: 3, couples: 1, programs: 3, positions: 1...2, supplemented: 2).lists(using: &generator)
    // Everybody is ranked everywhere, so that no listing is dropped and places stay what they are.
    lists.rankings = Lists((0..<3).map { _ in Array(0..<5).shuffled(using: &generator) })
    let market = Market(lists)
    let oracle = Oracle(lists)
    var blocking = 0
    for _ in 0..<40 {
      var matching = Oracle.Matching(choice: [], supplement: [], pair: [])
      for applicant in 0..<5 {
        let list = lists.choices[applicant]
        let place = (Array(list.indices) + [-1]).randomElement(using: &generator) ?? -1
        let extra = place < 0 ? [] : oracle.supplement(applicant, list[place])
        let second = (Array(extra.indices) + [-1]).randomElement(using: &generator) ?? -1
        matching.choice.append(place < 0 ? nil : place)
        matching.supplement.append(second < 0 ? nil : second)
      }
      let pair = Int.random(in: -1..<lists.couples[0].pairs.count, using: &generator)
      matching.pair = [pair < 0 ? nil : pair]
      func kept(_ places: [Int?]) -> [Int32] { places.map { $0.map(Int32.init) ?? nowhere } }
      let audit = StabilityAudit(
        market, choices: kept(matching.choice), pairs: kept(matching.pair),
        supplements: market.supplemented.isEmpty ? [] : kept(matching.supplement), lent: [])
      let overfilled = audit.blockingPairs.count { if case .overfilled = $0 { true } else { false } }
      #expect((overfilled == 0) == oracle.isFeasible(matching))
      guard overfilled == 0 else { continue }
      #expect(audit.blockingPairs.count == oracle.blockers(matching), "\(matching)")
      blocking += audit.blockingPairs.count
    }
    #expect(blocking > 0)
  }

  @Test func `notices positions that did not revert`() {
    let lists = MarketLists(
      quotas: [2, 0], choices: Lists([[1]]), rankings: Lists([[], [0]]),
      reversions: [Reversion(donor: 0, receiver: 1)])
    let audit = StabilityAudit(Market(lists), choices: [nowhere], pairs: [], supplements: [], lent: [0])
    #expect(
      audit.blockingPairs == [
        .reversion(donor: 0, receiver: 1, lent: 0, due: 2), .applicant(0, program: 1, place: 1),
      ])
  }
}
