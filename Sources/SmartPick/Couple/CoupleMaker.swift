internal import Statistics

/// Makes two lists for two people who want to train near each other, from one budget.
///
/// Each program of one partner counts for as much as the other's list makes a place nearby likely in the same scenario;
/// the two lists are improved in turn. The chances reported are counted from simulated outcomes of fresh scenarios, in
/// which the couple takes the best pair of places within the distance, and else the better single place: a couple's
/// rank order list with its "no match" rows. A heuristic: no bound is proved for couples.
public struct CoupleMaker: Sendable {
  package let first: ListMaker
  package let second: ListMaker
  private let nearness: Nearness
  private let budget: Double?
  private let season: Season
  private let effects: Effects

  /// - Throws: ``ListProblem`` of either partner.
  public init(_ first: ListRequest, partner second: ListRequest, maxMiles: Double) throws(ListProblem) {
    self.first = try ListMaker(first)
    var other = second
    // The same years, another person: the partner's strengths come from streams of their own.
    other.seed = first.seed
    other.person = first.person + 1
    self.second = try ListMaker(other)
    nearness = Nearness(most: maxMiles)
    budget = first.profile.budget
    season = first.season
    effects = first.effects
  }

  /// The two lists and what they lead to.
  public func lists() throws(ListProblem) -> CoupleResult {
    let half = budget.map { $0 / 2 }
    var mine = first.selection(budget: half, nearby: nil)
    var theirs = second.selection(budget: half, nearby: nil)
    for _ in 0..<2 {
      mine = first.selection(budget: half, nearby: nearby(first, second, theirs))
      theirs = second.selection(budget: half, nearby: nearby(second, first, mine))
    }
    // What one leaves of the money, the other may spend.
    if let budget {
      mine = first.selection(budget: budget - theirs.fees, nearby: nearby(first, second, theirs))
      theirs = second.selection(budget: budget - mine.fees, nearby: nearby(second, first, mine))
    }
    let reports = (
      ListReport(first, selection: mine, preliminary: nil, paid: 0),
      ListReport(second, selection: theirs, preliminary: nil, paid: 0)
    )
    var results = (reports.0.result, reports.1.result)
    // One budget for two: neither list has one of its own.
    results.0.budget = nil
    results.1.budget = nil
    let outcome = CoupleOutcome(
      first, mine, second, theirs, nearness, unmatched: (reports.0.unmatched, reports.1.unmatched))
    let weights = first.report.weights
    let byDraw = first.report.scenarios.byDraw(outcome.both, weights: weights)
    func mean(_ values: [Double]) -> Double {
      zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 } / Double(values.count)
    }
    let neither = mean(outcome.neither)
    let both = min(mean(outcome.both), 1 - neither)
    return CoupleResult(
      first: results.0, second: results.1, both: both, one: 1 - both - neither, neither: neither,
      bothLow: min(both, Quantiles(byDraw)?(0.05) ?? both),
      bothHigh: max(both, Quantiles(byDraw)?(0.95) ?? both), maxMiles: nearness.most,
      fees: results.0.fees + results.1.fees, budget: budget,
      partnerBudget: second.request.profile.budget == budget ? nil : second.request.profile.budget,
      outcomes: outcome.count)
  }

  /// For each prospect of one partner and each search scenario: how likely the other's list gives a place nearby.
  private func nearby(_ maker: ListMaker, _ other: ListMaker, _ list: Selection) -> [[Float]] {
    let count = maker.search.scenarios.count
    let places = list.choices.flatMap { choice in
      choice.prospects.prefix(1).map { (other.prospects[$0], choice.signal) }
    }
    let rows = places.map { prospect, signal in
      other.search.answered(
        other.search.row(prospect, signal: signal), prospect)
    }
    return maker.prospects.map { prospect in
      var none = [Float](repeating: 1, count: count)
      for ((place, _), row) in zip(places, rows) {
        let share = Float(nearness.share(prospect.program, place.program))
        if share == 0 { continue }
        for c in 0..<count { none[c] *= 1 - share * Float(row.obtained(c)) }
      }
      // A place is worth something even without the partner nearby: a fifth.
      return none.map { 0.2 + 0.8 * (1 - $0) }
    }
  }
}

extension Selection {
  /// Dollars for what is not sent yet.
  var fees: Double { choices.reduce(0) { $0 + ($1.isSent ? 0 : $1.fee) } }
}

/// Simulated outcomes of a couple, by report scenario.
private struct CoupleOutcome {
  var both: [Double]
  /// Both lists come to nothing; as either report says it, so never likelier than either alone.
  var neither: [Double]
  let count: Int

  /// Draws of who offers what, for each scenario.
  private static let repeats = 8

  init(
    _ first: ListMaker, _ mine: Selection, _ second: ListMaker, _ theirs: Selection, _ nearness: Nearness,
    unmatched: ([Double], [Double])
  ) {
    let scenarios = min(first.report.scenarios.count, second.report.scenarios.count)
    func places(_ maker: ListMaker, _ selection: Selection) -> [(prospect: Prospect, row: ChanceRow)] {
      selection.choices.flatMap { choice in
        choice.prospects.prefix(1).map { index in
          let prospect = maker.prospects[index]
          return (
            prospect,
            maker.report.answered(
              maker.report.row(prospect, signal: choice.signal), prospect)
          )
        }
      }
    }
    let a = places(first, mine)
    let b = places(second, theirs)
    let near = a.map { place in b.map { nearness.share(place.prospect.program, $0.prospect.program) } }
    both = [Double](repeating: 0, count: scenarios)
    neither = both
    count = scenarios * Self.repeats
    let partner = PartnerScenarios(
      first.report.weights, second.report.weights, draws: first.report.scenarios.draws)
    for c in 0..<scenarios {
      var generator = SeededGenerator(seed: first.request.seed, stream: 9_000_000 + UInt64(c))
      for _ in 0..<Self.repeats {
        let other = partner.drawn(for: c, using: &generator)
        neither[c] += unmatched.0[c] * unmatched.1[other] / Double(Self.repeats)
        let offersA = a.indices.filter { generator.uniform() < a[$0].row.obtained(c) }
        let offersB = b.indices.filter { generator.uniform() < b[$0].row.obtained(other) }
        var together = false
        for i in offersA where !together {
          for j in offersB where near[i][j] > 0 {
            // An unknown distance is near in half of the draws, the same half for a pair.
            if near[i][j] == 1 || (i + j).isMultiple(of: 2) {
              together = true
              break
            }
          }
        }
        if together { both[c] += 1 / Double(Self.repeats) }
      }
    }
  }
}
