import Portfolio

/// SplitMix64: the benches draw the same cases everywhere.
struct BenchGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ z >> 30) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ z >> 27) &* 0x94d0_49bb_1331_11eb
    return z ^ z >> 31
  }

  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// About normal: twelve uniforms.
  mutating func normal() -> Double { (0..<12).reduce(-6) { sum, _ in sum + unit() } }
}

/// The parts of a correlated problem that are given before drawing.
struct CorrelatedCase {
  var factors: ScenarioFactors
  var first: [LogisticStage] = []
  var candidates: [ChoiceProblem.Candidate] = []
  var groups: [ChoiceProblem.Group]
  var budget: Double?

  /// Candidates of very different quality; 32 draws of effects by 16 of strength, a shift for each of nine regions.
  init(candidates m: Int, groups: [ChoiceProblem.Group], variants: Int, budget: Double? = nil) {
    var g = BenchGenerator(state: 7)
    self.groups = groups
    self.budget = budget
    factors = ScenarioFactors(scenarios: 512)
    for _ in 0..<32 { factors.append((0..<16).flatMap { _ in (0..<32).map { _ in Float(g.normal()) } }) }
    var stage = LogisticStage(effects: 32, locations: [], termsPerRow: 2, terms: [])
    for index in 0..<m {
      let quality = g.normal()
      let base = -2 - 1.2 * quality + 0.5 * g.normal()
      let utility = min(1, max(0, 0.5 + 0.2 * quality + 0.1 * g.normal()))
      let region = Int.random(in: 1..<10, using: &g)
      let effects = (0..<32).map { _ in 0.4 * g.normal() }
      for variant in 0..<variants {
        for effect in effects { stage.locations.append(Float(base + effect + 0.9 * Double(variant))) }
        stage.terms += [.init(factor: 0, loading: 1), .init(factor: region, loading: 0.4)]
      }
      let row = index * variants
      candidates.append(
        .init(
          utility: utility, group: index % groups.count, plain: row, silver: variants > 1 ? row + 1 : nil,
          gold: variants > 2 ? row + 2 : nil))
    }
    first = [stage]
  }

  func drawn() -> ScenarioChances {
    var chances = ScenarioChances(scenarios: 512)
    chances.append(product: first, of: factors)
    return chances
  }

  /// Invitations: the same rows moved up by one and a half on the logistic scale.
  func drawnInvitations() -> ScenarioChances {
    var stage = first[0]
    stage.locations = stage.locations.map { $0 + 1.5 }
    var chances = ScenarioChances(scenarios: 512)
    chances.append(product: [stage], of: factors)
    return chances
  }

  func problem(_ chances: ScenarioChances) -> ChoiceProblem {
    ChoiceProblem(candidates: candidates, groups: groups, chances: chances, budget: budget)
  }
}

func portfolioBenches(_ runner: inout Runner) {
  let gap: (ChoiceSolution) -> String = { solution in
    let bound = solution.gapBound.map { ", gap bound \(Int($0 * 1e6)) ppm" } ?? ""
    return "\(solution.picks.count) picks\(bound)"
  }
  let large = CorrelatedCase(candidates: 6_500, groups: [.init(cap: 100)], variants: 1)
  let drawn = large.drawn()
  runner.measure("portfolio/draw 6,500 x 512") { large.drawn() }
  runner.measure("portfolio/search 6,500 x 512 x 100", note: gap) { large.problem(drawn).solution(bounded: false) }
  runner.measure("portfolio/draw and search 6,500 x 512 x 100", target: .milliseconds(30), note: gap) {
    large.problem(large.drawn()).solution(bounded: false)
  }
  runner.measure("portfolio/draw, search and bound 6,500 x 512 x 100", target: .milliseconds(100), note: gap) {
    large.problem(large.drawn()).solution()
  }
  let fees = (0...30).map { 11 * Double($0) } + [360]
  let signalled = CorrelatedCase(
    candidates: 600,
    groups: [.init(fees: fees, golds: 3, silvers: 12), .init(fees: fees, golds: 3, silvers: 12)], variants: 3,
    budget: 900)
  let signalledRows = signalled.drawn()
  let invited = signalled.drawnInvitations()
  runner.measure("portfolio/600 candidates, interview capacity 15", batches: 5, note: gap) {
    var problem = signalled.problem(signalledRows)
    problem.invitations = invited
    problem.capacity = 15
    return problem.solution()
  }
  runner.measure("portfolio/600 candidates, two groups, 3 gold, 12 silver, fees 11 then 30", note: gap) {
    signalled.problem(signalledRows).solution()
  }
}

/// Independent chances: a long list at equal costs, and a budget of about half of all costs.
func independentBenches(_ runner: inout Runner) {
  var g = BenchGenerator(state: 3)
  // Whole millionths, so that a peer on the same cases can be held to the same value.
  let value: (Double?) -> String = { "value \($0.map { Int(($0 * 1e6).rounded()) } ?? -1) millionths" }
  let long = (0..<16_384).map { _ in
    let utility = 10 * g.unit() * g.unit() * g.unit() + 1
    return ChanceProblem.Chance(probability: 1 / (utility + 10 * g.unit()), utility: utility)
  }
  runner.measure("portfolio/list m = 16,384, h = 8,192", target: .milliseconds(100), note: value) {
    try? ChanceProblem(long, limit: 8_192).solution().value
  }
  let short = (0..<256).map { _ in
    let utility = Double(Int.random(in: 1...10, using: &g))
    return ChanceProblem.Chance(
      probability: 1 / (utility + 10 * g.unit()), utility: utility, cost: Double(Int.random(in: 5...10, using: &g)))
  }
  runner.measure("portfolio/budget m = 256, B = 960", target: .milliseconds(1), repeats: 10, note: value) {
    try? ChanceProblem(short, budget: 960).solution(exact: true).value
  }
}
