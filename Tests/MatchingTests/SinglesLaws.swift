import Matching
import Statistics
import Testing

@Suite struct `A match of singles` {
  @Test(arguments: 0..<400)
  func `is stable and the best stable matching for every applicant`(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let lists = Sketch(singles: 5, programs: 3).lists(using: &generator)
    let oracle = Oracle(lists)
    let outcome = Market(lists).match()
    let ours = oracle.matching(outcome)
    #expect(outcome.isStable)
    #expect(oracle.isFeasible(ours))
    let stable = oracle.stableMatchings()
    #expect(stable.contains(ours))
    for other in stable {
      for applicant in 0..<5 {
        #expect(ours.choice[applicant] ?? 99 <= other.choice[applicant] ?? 99)
        // Rural hospitals: the same applicants are matched in every stable matching.
        #expect((ours.choice[applicant] == nil) == (other.choice[applicant] == nil))
      }
    }
  }

  @Test func `is right in every market of two applicants and two programs`() {
    let orders = [[], [0], [1], [0, 1], [1, 0]]
    var count = 0
    for quotas in [[0, 1], [1, 0], [1, 1], [1, 2], [2, 1], [2, 2]] {
      for code in 0..<625 {
        let pick = [code % 5, code / 5 % 5, code / 25 % 5, code / 125].map { orders[$0] }
        let lists = MarketLists(
          quotas: quotas, choices: Lists([pick[0], pick[1]]), rankings: Lists([pick[2], pick[3]]))
        let oracle = Oracle(lists)
        let outcome = Market(lists).match()
        #expect(outcome.isStable)
        #expect(oracle.stableMatchings().contains(oracle.matching(outcome)))
        count += 1
      }
    }
    #expect(count == 3750)
  }

  @Test(arguments: 0..<40)
  func `never rewards a list that is not true`(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed), stream: 1)
    let lists = Sketch(singles: 4, programs: 3, positions: 1...2).lists(using: &generator)
    let market = Market(lists)
    let honest = market.match()
    let all = (0..<4).map { lists.choices[$0] }
    for applicant in 0..<4 {
      let truth = all[applicant]
      let place = honest.placement(ofApplicant: applicant)?.program.flatMap { truth.firstIndex(of: $0) } ?? 99
      for lie in sublists(of: [0, 1, 2]) {
        var rows = all
        rows[applicant] = lie
        var other = lists
        other.choices = Lists(rows)
        let program = Market(other).match().placement(ofApplicant: applicant)?.program
        let gained = program.flatMap { truth.firstIndex(of: $0) } ?? 99
        #expect(gained >= place, "\(lie) beats \(truth), seed \(seed)")
      }
    }
  }

  private func sublists(of items: [Int]) -> [[Int]] {
    [[]] + items.flatMap { first in sublists(of: items.filter { $0 != first }).map { [first] + $0 } }
  }

  @Test(arguments: 0..<20)
  func `does not depend on the order of the applicants`(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed), stream: 2)
    let lists = Sketch(singles: 300, programs: 40, positions: 0...9, length: 9).lists(using: &generator)
    let order = Array(0..<300).shuffled(using: &generator)
    var position = [Int](repeating: 0, count: 300)
    for (new, old) in order.enumerated() { position[old] = new }
    var other = lists
    other.choices = Lists(order.map { lists.choices[$0] })
    other.rankings = Lists((0..<40).map { lists.rankings[$0].map { position[$0] } })
    let one = Market(lists).match().placements
    let two = Market(other).match().placements
    #expect((0..<300).allSatisfy { one[$0] == two[position[$0]] })
    // One applicant at a time is the same again.
    #expect(MatchTrace(Market(lists), limit: 10).outcome.placements == one)
  }

  @Test func `drops and counts listings of one side only`() {
    let lists = MarketLists(
      quotas: [1, 1], choices: Lists([[0, 1], [1]]), rankings: Lists([[1], [0]]))
    let market = Market(lists)
    #expect(market.dropped == .init(byApplicants: 2, byPrograms: 1))
    let outcome = market.match()
    #expect(outcome.placement(ofApplicant: 0)?.program == 1)
    // The place is that of the list as submitted.
    #expect(outcome.placement(ofApplicant: 0)?.place == 2)
    #expect(outcome.placement(ofApplicant: 1) == nil)
  }

  @Test func `fills no position of a program without any`() {
    let lists = MarketLists(quotas: [0], choices: Lists([[0]]), rankings: Lists([[0]]))
    let outcome = Market(lists).match()
    #expect(outcome.isStable && outcome.placements == [nil])
  }

  @Test func `of nobody is empty`() {
    let outcome = Market(MarketLists(quotas: [], choices: Lists(), rankings: Lists())).match()
    #expect(outcome.isStable && outcome.placements.isEmpty)
  }
}

extension DroppedListings {
  init(byApplicants: Int, byPrograms: Int) {
    self.init()
    self.byApplicants = byApplicants
    self.byPrograms = byPrograms
  }
}
