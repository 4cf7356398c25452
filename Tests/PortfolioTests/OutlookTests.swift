import Portfolio
import Testing

@Suite struct `An outlook` {
  /// Every outcome of invitations and successes, one by one.
  static func enumerated(
    _ places: [Outlook.Place], _ chances: ScenarioChances, _ invitations: ScenarioChances, capacity: Int,
    shares: [Double]
  ) -> (value: Double, best: [Double]) {
    let order = places.indices.sorted { (places[$0].utility, places[$1].row) > (places[$1].utility, places[$0].row) }
    var value = 0.0
    var best = [Double](repeating: 0, count: places.count)
    for scenario in 0..<chances.scenarios {
      // Each place: not invited, invited in vain, invited with success.
      for outcome in 0..<Int(Double.tripled(places.count)) {
        var probability = shares[scenario]
        var rest = outcome
        var invitedSoFar = 0
        var obtained: Int?
        for index in order {
          let f = Double(chances[places[index].row, scenario])
          let i = max(f, Double(invitations[places[index].row, scenario]))
          switch rest % 3 {
          case 0: probability *= 1 - i
          case 1:
            probability *= i - f
            invitedSoFar += 1
          default:
            probability *= f
            invitedSoFar += 1
            if obtained == nil && invitedSoFar <= capacity { obtained = index }
          }
          rest /= 3
        }
        if let obtained {
          value += probability * places[obtained].utility
          best[obtained] += probability
        }
      }
    }
    return (value, best)
  }

  @Test func `equals the enumeration of every outcome, with a capacity or without`() {
    for seed in 0..<UInt64(100) {
      var g = Seeded(seed)
      let scenarios = Int.random(in: 1...11, using: &g)
      let count = Int.random(in: 1...5, using: &g)
      var chances = ScenarioChances(scenarios: scenarios)
      var invitations = ScenarioChances(scenarios: scenarios)
      var places: [Outlook.Place] = []
      for _ in 0..<count {
        let row = (0..<scenarios).map { _ in Float(g.unit()) }
        places.append(.init(utility: g.unit() < 0.5 ? g.unit() : 0.5, row: chances.append(row)))
        invitations.append(row.map { $0 + Float(g.unit()) * (1 - $0) })
      }
      let weights = (0..<scenarios).map { _ in g.unit() + 0.1 }
      let total = weights.reduce(0, +)
      for capacity in 1...count {
        let outlook = Outlook(
          of: places, in: chances, weights: weights, invitations: invitations,
          capacity: capacity == count ? nil : capacity)
        let (value, best) = Self.enumerated(
          places, chances, invitations, capacity: capacity, shares: weights.map { $0 / total })
        #expect(abs(outlook.value - value) < 1e-12, "seed \(seed)")
        for (computed, expected) in zip(outlook.bestChances, best) { #expect(abs(computed - expected) < 1e-12) }
        #expect(abs(outlook.bestChances.reduce(0, +) - outlook.anyChance) < 1e-12)
        let any = zip(outlook.anyByScenario, weights).reduce(0) { $0 + $1.0 * $1.1 } / total
        #expect(abs(any - outlook.anyChance) < 1e-12)
        let mean = zip(outlook.valueByScenario, weights).reduce(0) { $0 + $1.0 * $1.1 } / total
        #expect(abs(mean - outlook.value) < 1e-12)
      }
    }
  }

  @Test func `grows along an order to the whole, and never falls`() {
    var g = Seeded(9)
    var chances = ScenarioChances(scenarios: 20)
    let places = (0..<8).map { _ in
      Outlook.Place(utility: g.unit(), row: chances.append((0..<20).map { _ in Float(g.unit() * 0.5) }))
    }
    let growth = Outlook.growth(along: places, in: chances)
    let whole = Outlook(of: places, in: chances)
    #expect(growth.count == 8)
    #expect(growth.last?.value == whole.value && growth.last?.anyChance == whole.anyChance)
    for (before, after) in zip(growth, growth.dropFirst()) {
      #expect(after.value >= before.value && after.anyChance >= before.anyChance)
    }
  }

  @Test func `of shared luck is worse than of separate luck`() {
    var chances = ScenarioChances(scenarios: 2)
    for _ in 0..<4 { chances.append([0.1, 0.9]) }
    let outlook = Outlook(of: (0..<4).map { .init(utility: 1, row: $0) }, in: chances)
    #expect(outlook.anyChance < 1 - 0.5 * 0.5 * 0.5 * 0.5)
  }
}

extension Double {
  /// Three to a small power.
  static func tripled(_ times: Int) -> Double { (0..<times).reduce(1) { product, _ in product * 3 } }
}
