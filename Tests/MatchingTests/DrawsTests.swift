import Matching
import Statistics
import Testing

@Suite struct `Many draws` {
  /// A small season in the form of draws: a score for each listing.
  static func season(spread: Float, seed: UInt64 = 3) -> (draws: Draws, lists: MarketLists) {
    var lists = Season(applicants: 400, seed: seed).lists
    var generator = SeededGenerator(seed: seed, stream: 9)
    var scores: [Float] = []
    var byProgram = [[(applicant: Int, score: Float)]](repeating: [], count: lists.quotas.count)
    for applicant in 0..<lists.choices.count {
      for program in lists.choices[applicant] {
        let score = Float.random(in: 0..<4, using: &generator)
        scores.append(score)
        byProgram[program].append((applicant, score))
      }
    }
    lists.rankings = Lists(byProgram.map { $0.sorted { $0.score > $1.score }.map(\.applicant) })
    lists.quotas[0] = 0
    let spreads = [Float](repeating: spread, count: lists.quotas.count)
    return (Draws(quotas: lists.quotas, choices: lists.choices, scores: scores, spreads: spreads), lists)
  }

  @Test func `without luck are the match of the rankings by score`() async {
    let (draws, lists) = Self.season(spread: 0)
    let drawn = await draws.run(3, seed: 1)
    let outcome = Market(lists).match()
    let placements = outcome.placements
    #expect(drawn.matched == placements.map { $0 == nil ? 0 : 3 })
    #expect(drawn.placeSums == placements.map { 3 * ($0?.place ?? 0) })
    #expect(drawn.filled == outcome.filled().map { 3 * $0 })
    #expect(drawn.cutoffs(ofProgram: 0).allSatisfy { $0 == .infinity })
  }

  @Test func `are the same to the bit for any number of threads`() async {
    let draws = Self.season(spread: 1).draws
    let one = await draws.run(50, seed: 7, threads: 1)
    #expect(await draws.run(50, seed: 7, threads: 2) == one)
    #expect(await draws.run(50, seed: 7, threads: 5) == one)
    #expect(await draws.run(50, seed: 8, threads: 2) != one)
    // A draw depends on its number alone.
    let fewer = await draws.run(20, seed: 7)
    #expect(Array(fewer.cutoffs(ofProgram: 5)) == Array(one.cutoffs(ofProgram: 5).prefix(20)))
  }

  @Test func `bring normal luck`() async {
    // One program, two positions, two applicants without a difference: the cutoff is the lesser of two normals.
    let draws = Draws(quotas: [1, 1], choices: Lists([[0], [1]]), scores: [0, 10], spreads: [1, 2])
    let drawn = await draws.run(40_000, seed: 4)
    let first = drawn.distribution(ofProgram: 0)
    let second = drawn.distribution(ofProgram: 1)
    #expect(abs(first.mean ?? 9) < 0.02 && abs((first.standardDeviation ?? 9) - 1) < 0.015)
    #expect(abs((second.mean ?? 9) - 10) < 0.04 && abs((second.standardDeviation ?? 9) - 2) < 0.03)
    // Shares of a normal law beyond 1, 2 and 3.6 (the tail of the ziggurat), four standard errors wide.
    for (edge, share) in [(Float(1), 0.158655), (2, 0.022750), (3.6, 0.000159)] {
      let error = 4 * (share / 40_000).squareRoot()
      #expect(abs(1 - first.shareOpen(toScore: edge) - share) < error)
      #expect(abs(first.shareOpen(toScore: -edge) - share) < error)
    }
  }

  @Test func `know when positions stay open`() async {
    let draws = Draws(quotas: [3], choices: Lists([[0], [0]]), scores: [0, 0], spreads: [1])
    let distribution = await draws.run(10, seed: 1).distribution(ofProgram: 0)
    #expect(distribution.filledShare == 0 && distribution.mean == nil)
    #expect(distribution.shareOpen(toScore: -100) == 1)
  }
}

@Suite struct `The distribution of a cutoff` {
  let distribution = CutoffDistribution([2, -.infinity, 1, 4])

  @Test func `counts the draws with room for a score`() {
    #expect(distribution.shareOpen(toScore: 0) == 0.25)
    #expect(distribution.shareOpen(toScore: 3) == 0.75)
    // A tie does not beat the cutoff.
    #expect(distribution.shareOpen(toScore: 4) == 0.75)
    #expect(distribution.filledShare == 0.75)
  }
}
