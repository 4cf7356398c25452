import Matching

/// A made-up season, the same here and in `peers/matching_peer.py`: 0.13 programs and 0.86 positions for each
/// applicant, lists of at most 12, strength and popularity that are shared, and luck.
struct BenchSeason {
  var applicants: Int
  /// The share of applicants in couples, each with the 24 pairs of the smallest sums of places.
  var couples = 0.0
  var seed: UInt64 = 1

  var quotas: [Int] {
    let programs = max(2, applicants * 13 / 100)
    let positions = applicants * 86 / 100
    return (0..<programs).map { positions / programs + ($0 < positions % programs ? 1 : 0) }
  }

  func lists() -> MarketLists {
    var g = BenchGenerator(state: seed)
    let programs = quotas.count
    let popularity = (0..<programs).map { _ in g.normal() }
    let strength = (0..<applicants).map { _ in g.normal() }
    var rows: [[Int]] = []
    for _ in 0..<applicants {
      var listed: [Int] = []
      while listed.count < min(12, programs) {
        let program = Int(g.unit() * Double(programs))
        if !listed.contains(program) { listed.append(program) }
      }
      let wishes = listed.map { (program: $0, wish: popularity[$0] + g.normal()) }
      rows.append(wishes.sorted { ($0.wish, $1.program) > ($1.wish, $0.program) }.map(\.program))
    }
    var liked = [[(applicant: Int, score: Double)]](repeating: [], count: programs)
    for applicant in 0..<applicants {
      for program in rows[applicant] { liked[program].append((applicant, strength[applicant] + g.normal())) }
    }
    let rankings = liked.map {
      $0.sorted { ($0.score, $1.applicant) > ($1.score, $0.applicant) }.map(\.applicant)
    }
    var together: [CoupleList] = []
    for couple in 0..<Int(Double(applicants) * couples / 2) {
      together.append(list(2 * couple, rows[2 * couple], rows[2 * couple + 1]))
      rows[2 * couple] = []
      rows[2 * couple + 1] = []
    }
    return MarketLists(quotas: quotas, choices: Lists(rows), rankings: Lists(rankings), couples: together)
  }

  private func list(_ applicant: Int, _ a: [Int], _ b: [Int]) -> CoupleList {
    var pairs: [ProgramPair] = []
    for sum in 0..<(a.count + b.count) {
      for place in a.indices where b.indices.contains(sum - place) && pairs.count < 24 {
        pairs.append(ProgramPair(a[place], b[sum - place]))
      }
    }
    return CoupleList(applicantA: applicant, applicantB: applicant + 1, pairs: pairs)
  }
}

func matchingBenches(_ runner: inout Runner) {
  let told: (Outcome) -> String = { outcome in
    let totals = outcome.statistics
    return
      "matched \(totals.matched), sum of places \(zip(1..., totals.matchedByPlace).reduce(0) { $0 + $1.0 * $1.1 }), "
      + (outcome.isStable ? "stable" : "\(outcome.blockingPairs.count) blocking") + ", \(totals.proposals) proposals"
  }
  guard runner.wants("matching/") else { return }
  for (size, target) in [(100, nil), (1_000, nil), (10_000, nil), (50_000, Duration.milliseconds(6))] {
    let market = Market(BenchSeason(applicants: size).lists())
    runner.measure("matching/singles and audit, \(size)", target: target, note: told) { market.match() }
  }
  // Seeds 2 to 8 end stable in the first order; for seed 1 every order is tried in vain, which takes longest.
  for (seed, target) in [(2, Duration.milliseconds(20)), (1, nil)] {
    let coupled = Market(BenchSeason(applicants: 50_000, couples: 0.05, seed: UInt64(seed)).lists())
    runner.measure(
      "matching/1250 couples and audit, 50000, seed \(seed)", target: target, batches: 5, note: told
    ) {
      coupled.match()
    }
  }
  let lists = BenchSeason(applicants: 50_000).lists()
  runner.measure("matching/lists to market, 50000", batches: 5) { Market(lists).positionCount }
  runner.measure("matching/rows with names to market, 50000", batches: 3) { named(lists) }
  stabilityRates(&runner)
}

/// The same market through names, as a file gives it: 1.2 million rows.
private func named(_ lists: MarketLists) -> Int {
  var builder = MarketBuilder()
  for program in lists.quotas.indices {
    builder.addProgram("P\(program)", quota: lists.quotas[program], row: program + 2)
  }
  var row = 1
  for applicant in 0..<lists.choices.count {
    for (place, program) in lists.choices[applicant].enumerated() {
      row += 1
      builder.addChoice(applicant: "A\(applicant)", rank: place + 1, program: "P\(program)", row: row)
    }
  }
  row = 1
  for program in lists.quotas.indices {
    for (place, applicant) in lists.rankings[program].enumerated() {
      row += 1
      builder.addRanking(program: "P\(program)", rank: place + 1, applicant: "A\(applicant)", row: row)
    }
  }
  return (try? builder.build().positionCount) ?? 0
}

/// How many seasons end stable; where none is found there may be none.
private func stabilityRates(_ runner: inout Runner) {
  for (size, percent, seeds) in [(1_000, 5, 30), (1_000, 20, 8), (1_000, 20, 40), (50_000, 5, 20)] {
    let markets = (1...UInt64(seeds)).map {
      Market(BenchSeason(applicants: size, couples: Double(percent) / 100, seed: $0).lists())
    }
    let name = "matching/\(seeds) markets of \(size), \(percent)% in couples"
    let told: (Int) -> String = { "\($0) of \(seeds) stable" }
    runner.measure(name, batches: 1, note: told) { markets.count { $0.match().isStable } }
  }
}

/// A thousand seasons with the same lists and fresh luck on the programs' side.
func drawsFigure() async -> Runner.Figure {
  let lists = BenchSeason(applicants: 50_000).lists()
  var g = BenchGenerator(state: 2)
  let strength = (0..<lists.choices.count).map { _ in Float(g.normal()) }
  let scores = (0..<lists.choices.count).flatMap { applicant in
    lists.choices[applicant].map { _ in strength[applicant] }
  }
  let season = Draws(
    quotas: lists.quotas, choices: lists.choices, scores: scores,
    spreads: [Float](repeating: 1, count: lists.quotas.count))
  let start = ContinuousClock.now
  let drawn = await season.run(1_000, seed: 1, threads: 2)
  let time = ContinuousClock.now - start
  return Runner.Figure(
    name: "matching/1000 draws on two threads, 50000", least: time, middle: time, target: .seconds(5),
    note: "\(drawn.matched.reduce(0, +) / 1_000) matched in the mean")
}
