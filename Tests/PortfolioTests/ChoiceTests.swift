import Portfolio
import Testing

@Suite struct `A correlated choice` {
  @Test func `is equal to exhaustive search or within its own bound, which is never violated`() throws {
    var exact = 0
    var worst = 1.0
    for seed in 0..<UInt64(2_000) {
      let problem = ChoiceCases.random(seed)
      let solution = problem.solution()
      let best = ChoiceCases.best(problem)
      let bound = try #require(solution.upperBound)
      #expect(best <= bound + 1e-12, "seed \(seed)")
      #expect(solution.value <= best + 1e-9, "seed \(seed)")
      if solution.value >= best - 1e-9 { exact += 1 } else { worst = min(worst, solution.value / best) }
    }
    #expect(exact >= 1_980)
    #expect(worst > 0.95)
  }
}
