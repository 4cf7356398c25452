import Portfolio
import Testing

@Suite struct `Independent chances` {
  /// Kapur and Hong's example; the third value of their program's page is misprinted there.
  @Test func `reproduce a published order and its values`() throws {
    let problem = ChanceProblem(
      zip([0.2, 0.5, 0.1, 0.6, 0.1], [1.0, 4, 9, 1, 8]).map { .init(probability: $0, utility: $1) })
    let solution = try problem.solution()
    #expect(solution.rows.map { $0.index + 1 } == [2, 3, 5, 4, 1])
    for (row, value) in zip(solution.rows, [2, 2.7, 3.24, 3.483, 3.5154]) { #expect(abs(row.value - value) < 1e-12) }
    #expect(solution.isExact)
  }

  @Test func `at equal costs equal exhaustive search for every limit`() throws {
    for seed in 0..<UInt64(300) {
      var problem = IndependentCases.random(seed, equalCosts: true)
      for limit in 0...problem.chances.count {
        problem.limit = limit
        let solution = try problem.solution(exact: true)
        #expect(abs(solution.value - IndependentCases.best(problem)) < 1e-9, "seed \(seed), limit \(limit)")
        #expect(solution.rows.count <= limit)
      }
    }
  }

  @Test func `under a budget, with or without a limit, equal exhaustive search`() throws {
    for seed in 0..<UInt64(600) {
      let problem = IndependentCases.random(seed, equalCosts: false)
      let solution = try problem.solution(exact: true)
      #expect(abs(solution.value - IndependentCases.best(problem)) < 1e-9, "seed \(seed)")
      #expect(abs(solution.value - IndependentCases.value(problem, solution.rows.map(\.index))) < 1e-9)
      #expect(solution.rows.reduce(0) { $0 + $1.cost } <= (problem.budget ?? .infinity) + 1e-9)
      #expect(solution.rows.count <= problem.limit ?? .max)
    }
  }

  @Test func `too many for the table are answered greedily, said so, and never better than the best`() throws {
    var approximate = 0
    for seed in 0..<UInt64(200) {
      let problem = IndependentCases.random(seed, equalCosts: false)
      let exact = try problem.solution(exact: true)
      let greedy = try problem.solution(cellLimit: 0)
      #expect(greedy.value <= exact.value + 1e-12)
      #expect(greedy.rows.reduce(0) { $0 + $1.cost } <= (problem.budget ?? .infinity) + 1e-9)
      if !greedy.isExact { approximate += 1 }
    }
    #expect(approximate > 50)
  }

  @Test func `with upgrades equal exhaustive search`() {
    for seed in 0..<UInt64(300) {
      var g = Seeded(seed)
      let chances = (0..<Int.random(in: 1...6, using: &g)).map { _ in
        let plain = g.unit()
        return UpgradeProblem.Chance(
          plain: plain, upgraded: g.unit() < 0.8 ? plain + (1 - plain) * g.unit() : nil, utility: g.unit() * 10)
      }
      let problem = UpgradeProblem(
        chances, limit: Int.random(in: 0...4, using: &g), upgrades: Int.random(in: 0...3, using: &g),
        outside: g.unit() < 0.3 ? 2 : 0)
      let solution = problem.solution()
      #expect(abs(solution.value - IndependentCases.best(problem)) < 1e-9, "seed \(seed)")
      #expect(solution.rows.count <= problem.limit)
      #expect(solution.rows.count { $0.isUpgraded } <= problem.upgrades)
    }
  }

  @Test func `with one common score equal exhaustive search`() {
    for seed in 0..<UInt64(300) {
      var problem = CommonScoreProblem(IndependentCases.random(seed, equalCosts: true).chances, limit: 0)
      problem.outside = seed % 3 == 0 ? 2 : 0
      for limit in 0...4 {
        problem.limit = limit
        let solution = problem.solution()
        let best = IndependentCases.subsets(problem.chances.count).filter { $0.count <= limit }
          .map { problem.value(of: $0) }.max()
        #expect(abs(solution.value - (best ?? 0)) < 1e-9, "seed \(seed), limit \(limit)")
        #expect(solution.rows.count <= limit)
        #expect(abs(problem.value(of: solution.rows.map(\.index)) - solution.value) < 1e-12)
      }
    }
  }

  @Test func `taken from a list longer than a chunk are those of the plain loop`() throws {
    for seed in 0..<UInt64(5) {
      var g = Seeded(seed)
      let chances = (0..<1_000).map { _ in
        ChanceProblem.Chance(probability: g.unit() * 0.2, utility: (g.unit() * 50).rounded())
      }
      let rows = try ChanceProblem(chances, limit: 600).solution().rows
      var worth = chances.map(\.utility)
      for row in rows {
        let gains = chances.indices.map { chances[$0].probability * worth[$0] }
        #expect(abs((gains.max() ?? 0) - row.gain) < 1e-9)
        #expect(abs(gains[row.index] - row.gain) < 1e-9)
        let taken = worth[row.index]
        for j in worth.indices { worth[j] -= chances[row.index].probability * min(worth[j], taken) }
        worth[row.index] = 0
      }
      #expect(Set(rows.map(\.index)).count == rows.count)
    }
  }

  @Test func `stop where one more adds too little or nothing`() throws {
    let chances = [0.5, 0.5, 0.5, 0.5].map { ChanceProblem.Chance(probability: $0, utility: 1) }
    #expect(try ChanceProblem(chances, minimumGain: 0.2).solution().rows.count == 2)
    #expect(try ChanceProblem(chances, outside: 1).solution().rows.isEmpty)
    #expect(try ChanceProblem([]).solution().value == 0)
  }

  @Test func `name every fault of the input at once`() {
    let problem = ChanceProblem(
      [
        .init(probability: 1.2, utility: 1), .init(probability: .nan, utility: .infinity, cost: -1),
        .init(probability: 0.5, utility: 1, cost: 0.000_01),
      ], outside: .nan, limit: -1, budget: -1)
    do throws(ChanceError) {
      _ = try problem.solution()
      Issue.record("faults were not found")
    } catch {
      guard case .invalid(let faults) = error else {
        Issue.record("wrong error \(error)")
        return
      }
      #expect(faults.count == 8)
    }
  }
}

/// Random problems of independent chances, and every subset tried.
enum IndependentCases {
  static func random(_ seed: UInt64, equalCosts: Bool) -> ChanceProblem {
    var g = Seeded(seed)
    let m = Int.random(in: 1...8, using: &g)
    let unit = [1, 0.25, 5, 0.01][Int(g.next() % 4)]
    let chances = (0..<m).map { _ in
      ChanceProblem.Chance(
        probability: g.unit() < 0.05 ? 1 : g.unit(),
        utility: g.unit() < 0.4 ? Double(Int.random(in: 0...4, using: &g)) : g.unit() * 5,
        cost: equalCosts ? 1 : Double(Int.random(in: 0...9, using: &g)) * unit)
    }
    return ChanceProblem(
      chances, outside: g.unit() < 0.3 ? 1 : 0, limit: g.unit() < 0.4 ? Int.random(in: 0...4, using: &g) : nil,
      budget: equalCosts ? nil : Double(Int.random(in: 0...25, using: &g)) * unit)
  }

  static func value(_ problem: ChanceProblem, _ set: [Int]) -> Double {
    var alive = 1.0
    var value = 0.0
    for index in set.sorted(by: { problem.chances[$0].utility > problem.chances[$1].utility })
    where problem.chances[index].utility > problem.outside {
      value += alive * problem.chances[index].probability * problem.chances[index].utility
      alive *= 1 - problem.chances[index].probability
    }
    return value + alive * problem.outside
  }

  static func best(_ problem: ChanceProblem) -> Double {
    subsets(problem.chances.count)
      .filter { set in
        set.count <= problem.limit ?? .max
          && set.reduce(0) { $0 + problem.chances[$1].cost } <= (problem.budget ?? .infinity) + 1e-9
      }
      .map { value(problem, $0) }.max() ?? 0
  }

  static func best(_ problem: UpgradeProblem) -> Double {
    var best = problem.outside
    for set in subsets(problem.chances.count) where set.count <= problem.limit {
      for upgraded in subsets(set.count).map({ Set($0) }) where upgraded.count <= problem.upgrades {
        guard upgraded.allSatisfy({ problem.chances[set[$0]].upgraded != nil }) else { continue }
        let chances = set.indices.map { i in
          let chance = problem.chances[set[i]]
          return ChanceProblem.Chance(
            probability: upgraded.contains(i) ? chance.upgraded ?? 0 : chance.plain, utility: chance.utility)
        }
        best = max(best, value(ChanceProblem(chances, outside: problem.outside), Array(chances.indices)))
      }
    }
    return best
  }

  static func subsets(_ count: Int) -> [[Int]] {
    (0..<1 << count).map { mask in (0..<count).filter { mask >> $0 & 1 == 1 } }
  }
}
