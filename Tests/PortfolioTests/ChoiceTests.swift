import Portfolio
import Testing

@Suite struct `A correlated choice` {
  @Test func `is equal to exhaustive search or within its own bound, which is never violated`() throws {
    var exact = 0
    var worst = 1.0
    let seeds = UInt64(3_000)
    for seed in 0..<seeds {
      let problem = ChoiceCases.random(seed)
      let solution = problem.solution()
      let best = ChoiceCases.best(problem)
      let bound = try #require(solution.upperBound)
      #expect(best <= bound + 1e-12, "seed \(seed)")
      #expect(solution.value <= best + 1e-9, "seed \(seed)")
      if solution.value >= best - 1e-9 { exact += 1 } else { worst = min(worst, solution.value / best) }
    }
    #expect(exact >= seeds * 99 / 100, "\(exact) of \(seeds) exact, worst \(worst)")
    #expect(worst > 0.95)
  }

  @Test func `with a capacity is within its own bound, and nearly always the best`() throws {
    var exact = 0
    var worst = 1.0
    let seeds = UInt64(600)
    for seed in 0..<seeds {
      let problem = ChoiceCases.random(seed, capacity: true)
      let solution = problem.solution()
      let best = ChoiceCases.best(problem)
      let bound = try #require(solution.upperBound)
      #expect(best <= bound + 1e-12, "seed \(seed)")
      #expect(solution.value <= best + 1e-9, "seed \(seed)")
      if solution.value >= best - 1e-9 { exact += 1 } else { worst = min(worst, solution.value / best) }
    }
    #expect(exact >= seeds * 97 / 100, "\(exact) of \(seeds) exact, worst \(worst)")
    #expect(worst > 0.9, "\(exact) of \(seeds) exact, worst \(worst)")
  }

  @Test func `keeps every constraint and adds up`() {
    for seed in 0..<UInt64(1_000) {
      let problem = ChoiceCases.random(seed, capacity: seed % 3 == 0)
      let solution = problem.solution(bounded: false)
      let fixed = problem.fixed.map { (candidate: $0.candidate, variant: $0.variant) }
      let set = fixed + solution.picks.map { ($0.candidate, $0.variant) }
      #expect(ChoiceCases.isFeasible(problem, set), "seed \(seed)")
      #expect(Set(set.map(\.candidate)).count == set.count, "seed \(seed)")
      #expect(abs(problem.outlook(of: set).value - solution.value) < 1e-12, "seed \(seed)")
      #expect(solution.curve.count == solution.picks.count + 1)
      for (index, pick) in solution.picks.enumerated() {
        let point = solution.curve[index + 1]
        #expect(point.value == pick.value && point.cost == pick.cumulativeCost && point.count == index + 1)
        #expect(abs(pick.value - solution.curve[index].value - pick.gain) < 1e-12)
        #expect(abs(pick.cumulativeCost - solution.curve[index].cost - pick.cost) < 1e-9)
      }
      #expect(solution.upperBound == nil && solution.gapBound == nil)
    }
  }

  @Test func `is not worth less with more money, beyond its certificate`() throws {
    for seed in 0..<UInt64(400) {
      var problem = ChoiceCases.random(seed)
      guard let budget = problem.budget else { continue }
      let less = problem.solution()
      problem.budget = budget * 1.5
      let more = problem.solution()
      let gap = try #require(more.gapBound)
      #expect(more.value >= less.value - gap * (more.upperBound ?? 0) - 1e-12, "seed \(seed)")
      #expect((more.upperBound ?? 0) >= less.value, "seed \(seed)")
    }
  }

  @Test func `in one scenario at equal costs is the exact optimum of independent chances`() throws {
    for seed in 0..<UInt64(200) {
      var g = Seeded(seed)
      let m = 40
      var chances = ScenarioChances(scenarios: 1)
      let independent = (0..<m).map { _ in ChanceProblem.Chance(probability: g.unit(), utility: g.unit()) }
      for chance in independent { chances.append([Float(chance.probability)]) }
      let limit = Int.random(in: 0...12, using: &g)
      let candidates = independent.enumerated().map { index, chance in
        ChoiceProblem.Candidate(utility: chance.utility, plain: index)
      }
      let byCap = ChoiceProblem(candidates: candidates, groups: [.init(cap: limit)], chances: chances).solution()
      let byMoney = ChoiceProblem(
        candidates: candidates, groups: [.init(fees: [0, 5])], chances: chances, budget: 5 * Double(limit)
      ).solution()
      let exact = try ChanceProblem(independent, limit: limit).solution()
      #expect(abs(byCap.value - exact.value) < 1e-6, "seed \(seed)")
      #expect(abs(byMoney.value - exact.value) < 1e-6, "seed \(seed)")
    }
  }

  @Test func `is the same every time`() {
    for seed in 0..<UInt64(100) {
      let problem = ChoiceCases.random(seed, capacity: seed % 2 == 0)
      #expect(problem.solution() == problem.solution())
    }
  }

  @Test func `counts a scenario of weight two as two scenarios`() {
    var g = Seeded(5)
    var weighted = ScenarioChances(scenarios: 3)
    var doubled = ScenarioChances(scenarios: 4)
    var candidates: [ChoiceProblem.Candidate] = []
    for index in 0..<12 {
      let row = (0..<3).map { _ in Float(g.unit()) }
      weighted.append(row)
      doubled.append(row + [row[2]])
      candidates.append(.init(utility: g.unit(), plain: index))
    }
    let groups = [ChoiceProblem.Group(cap: 4)]
    let one = ChoiceProblem(candidates: candidates, groups: groups, chances: weighted, weights: [3, 3, 6]).solution()
    let two = ChoiceProblem(candidates: candidates, groups: groups, chances: doubled).solution()
    #expect(one.picks.map(\.candidate) == two.picks.map(\.candidate))
    #expect(abs(one.value - two.value) < 1e-12)
  }

  @Test func `comes with a close bound at a moderate size with signals, fees and two groups`() throws {
    for seed in 0..<UInt64(6) {
      let solution = ChoiceCases.moderate(seed).solution()
      let gap = try #require(solution.gapBound)
      #expect(gap <= 0.005, "seed \(seed)")
    }
  }

  @Test func `stops at the least gain`() {
    let all = ChoiceCases.moderate(1).solution(bounded: false)
    var problem = ChoiceCases.moderate(1)
    let least = all.picks[all.picks.count / 2].gain
    problem.minimumGain = least
    let some = problem.solution(bounded: false)
    #expect(!some.picks.isEmpty && some.picks.count < all.picks.count)
    #expect(some.picks.allSatisfy { $0.gain >= least })
  }

  @Test func `counts what is fixed on the scale of fees and in the allowances`() {
    var chances = ScenarioChances(scenarios: 2)
    for _ in 0..<6 { chances.append([0.2, 0.4]) }
    let candidates = (0..<3).map { ChoiceProblem.Candidate(utility: 1, plain: $0, gold: $0 + 3) }
    var problem = ChoiceProblem(
      candidates: candidates, groups: [.init(cap: 2, fees: [0, 1, 10], golds: 1)], chances: chances,
      fixed: [.init(0, .gold)])
    let counted = problem.solution()
    #expect(counted.picks.map(\.variant) == [.plain])
    #expect(counted.picks.map(\.cost) == [9])
    problem.fixed = [.init(0, .gold, counts: false)]
    let free = problem.solution()
    #expect(free.picks.count == 2)
    #expect(free.picks.map(\.cost) == [1, 9])
    #expect(counted.curve[0].value > 0.25)
  }

  @Test func `with nothing to choose from is worth nothing`() {
    let problem = ChoiceProblem(candidates: [], chances: ScenarioChances(scenarios: 4))
    let solution = problem.solution()
    #expect(solution.picks.isEmpty && solution.value == 0 && solution.gapBound == 0)
  }

  @Test func `tells what each candidate would add to a selection`() {
    for seed in 0..<UInt64(100) {
      let problem = ChoiceCases.random(seed)
      let plain = problem.candidates.indices.prefix(2).filter { problem.candidates[$0].row(.plain) != nil }
      let selection = plain.map { (candidate: $0, variant: Variant.plain) }
      let value = problem.outlook(of: selection).value
      let gains = problem.gains(over: selection)
      for candidate in problem.candidates.indices.dropFirst(2) {
        for variant in Variant.allCases {
          let gain = gains[candidate][variant.rawValue]
          #expect((gain == nil) == (problem.candidates[candidate].row(variant) == nil))
          guard let gain else { continue }
          let with = problem.outlook(of: selection + [(candidate, variant)]).value
          #expect(abs(with - value - gain) < 1e-6, "seed \(seed)")
        }
      }
    }
  }

  /// From 2,000 candidates under 256 scenarios on, a scout fills first.
  @Test func `from a long list is as good with the scout as without`() throws {
    var g = Seeded(4)
    var chances = ScenarioChances(scenarios: 260)
    let strength = (0..<260).map { _ in Float(g.unit() + g.unit() - 1) * 3 }
    let candidates = (0..<2_100).map { index in
      let quality = g.unit()
      let location = Float(-4 * quality + g.unit())
      let row = strength.map { s in 0.4 + 0.4 * (location + s) / (1 + abs(location + s)) }
      return ChoiceProblem.Candidate(utility: 0.2 + 0.8 * quality, group: index % 2, plain: chances.append(row))
    }
    let problem = ChoiceProblem(
      candidates: candidates, groups: [.init(cap: 20), .init(cap: 15, fees: [0, 10])], chances: chances, budget: 120)
    let scouted = problem.solution()
    let patient = problem.solution(bounded: true, isScouted: false)
    #expect(scouted.picks.count == 32)
    #expect(abs(scouted.value / patient.value - 1) < 1e-4, "\(scouted.value) and \(patient.value)")
    let bound = try #require(scouted.upperBound)
    #expect(bound >= patient.value && bound < scouted.value * 1.01)
  }
}
