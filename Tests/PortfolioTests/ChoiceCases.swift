import Portfolio

/// Small random problems for correlated choice, and the obviously right way to solve them.
enum ChoiceCases {
  /// A problem with up to eight candidates in one or two groups; signals, budgets, caps, flat first tiers, fixed
  /// candidates and weights each appear in some of the seeds.
  static func random(_ seed: UInt64, capacity: Bool = false) -> ChoiceProblem {
    var g = Seeded(seed)
    let scenarios = Int.random(in: 1...20, using: &g)
    let m = Int.random(in: 3...7, using: &g)
    let groupCount = Int.random(in: 1...2, using: &g)
    var chances = ScenarioChances(scenarios: scenarios)
    var invitations = ScenarioChances(scenarios: scenarios)
    let strength = (0..<scenarios).map { _ in Float(g.unit() * 4 - 2) }
    let hasSignals = g.unit() < 0.6
    let roundUtilities = g.unit() < 0.4
    var candidates: [ChoiceProblem.Candidate] = []
    for _ in 0..<m {
      let location = Float(g.unit() * 5 - 4)
      var rows: [Int?] = []
      for variant in 0..<3 {
        let row = strength.map { s in
          // Logistic by halves: any smooth rising function does.
          let x = location + s + Float(variant) * 0.8
          return 0.5 + 0.5 * x / (1 + abs(x))
        }
        let attended = row.map { min(1, $0 + Float(g.unit()) * (1 - $0)) }
        rows.append(variant == 0 || (hasSignals && g.unit() < 0.8) ? chances.append(row) : nil)
        if rows[variant] != nil { invitations.append(attended) }
      }
      let utility = roundUtilities ? Double(Int.random(in: 0...4, using: &g)) / 4 : g.unit()
      candidates.append(
        .init(
          utility: utility, group: Int.random(in: 0..<groupCount, using: &g), plain: rows[0], silver: rows[1],
          gold: rows[2]))
    }
    let scales: [[Double]] = [[0, 1], [0, 11, 22, 52], [0, 99, 99, 99, 118], [0], [0, 3, 5, 9, 20]]
    let groups = (0..<groupCount).map { _ in
      ChoiceProblem.Group(
        cap: g.unit() < 0.4 ? Int.random(in: 1...3, using: &g) : nil, fees: scales.randomElement(using: &g) ?? [0],
        golds: Int.random(in: 0...1, using: &g), silvers: Int.random(in: 0...2, using: &g))
    }
    var fixed: [ChoiceProblem.Fixed] = []
    if g.unit() < 0.25 { fixed.append(.init(0, .plain, counts: g.unit() < 0.5)) }
    let top = groups.map { $0.fee(m) }.reduce(0, +)
    return ChoiceProblem(
      candidates: candidates, groups: groups, chances: chances, invitations: capacity ? invitations : nil,
      capacity: capacity ? Int.random(in: 1...3, using: &g) : nil,
      budget: g.unit() < 0.7 ? (g.unit() * top).rounded() : nil, fixed: fixed,
      weights: g.unit() < 0.4 ? (0..<scenarios).map { _ in g.unit() + 0.01 } : nil)
  }

  /// The greatest value of any set within the constraints, by trying every one.
  static func best(_ problem: ChoiceProblem) -> Double {
    var best = 0.0
    search(problem, 0, problem.fixed.map { ($0.candidate, $0.variant) }, &best)
    return best
  }

  /// Whether a set (fixed included) keeps every constraint.
  static func isFeasible(_ problem: ChoiceProblem, _ set: [(candidate: Int, variant: Variant)]) -> Bool {
    var counts = problem.groups.map { _ in 0 }
    var before = counts
    var signals = problem.groups.map { _ in [0, 0, 0] }
    for choice in set {
      let group = problem.candidates[choice.candidate].group
      if let fixed = problem.fixed.first(where: { $0.candidate == choice.candidate }) {
        guard fixed.counts else { continue }
        before[group] += 1
      }
      counts[group] += 1
      signals[group][choice.variant.rawValue] += 1
    }
    var spent = 0.0
    for (index, group) in problem.groups.enumerated() {
      if counts[index] > before[index], let cap = group.cap, counts[index] > cap { return false }
      let fixedSignals = problem.fixed.filter { $0.counts && problem.candidates[$0.candidate].group == index }
      let silvers = fixedSignals.count { $0.variant == .silver }
      let golds = fixedSignals.count { $0.variant == .gold }
      if signals[index][1] > max(group.silvers, silvers) || signals[index][2] > max(group.golds, golds) { return false }
      spent += group.fee(counts[index]) - group.fee(before[index])
    }
    return problem.budget.map { spent <= $0 + 1e-9 } ?? true
  }

  private static func search(
    _ problem: ChoiceProblem, _ index: Int, _ set: [(candidate: Int, variant: Variant)], _ best: inout Double
  ) {
    guard index < problem.candidates.count else {
      if isFeasible(problem, set) { best = max(best, problem.outlook(of: set).value) }
      return
    }
    search(problem, index + 1, set, &best)
    guard !problem.fixed.contains(where: { $0.candidate == index }) else { return }
    for variant in Variant.allCases where problem.candidates[index].row(variant) != nil {
      search(problem, index + 1, set + [(index, variant)], &best)
    }
  }
}

extension ChoiceCases {
  /// Sixty candidates in two groups under 64 scenarios, three golds, five silvers and a fee that rises after ten.
  static func moderate(_ seed: UInt64) -> ChoiceProblem {
    var g = Seeded(seed)
    var chances = ScenarioChances(scenarios: 64)
    let strength = (0..<64).map { _ in Float(g.unit() + g.unit() + g.unit() - 1.5) * 2 }
    let candidates = (0..<60).map { index in
      let quality = g.unit()
      let location = Float(1 - 4 * quality + g.unit() - 0.5)
      let rows = (0..<3).map { variant in
        chances.append(
          strength.map { s in
            let x = location + s + Float(variant) * 0.6
            return 0.4 + 0.4 * x / (1 + abs(x))
          })
      }
      return ChoiceProblem.Candidate(
        utility: 0.3 + 0.7 * quality, group: index % 2, plain: rows[0], silver: rows[1], gold: rows[2])
    }
    let fees = (0...10).map { 11 * Double($0) } + [140]
    let group = ChoiceProblem.Group(fees: fees, golds: 3, silvers: 5)
    return ChoiceProblem(candidates: candidates, groups: [group, group], chances: chances, budget: 260)
  }
}
