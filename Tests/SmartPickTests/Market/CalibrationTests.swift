import SmartPick
import Testing

@Suite struct `The calibration` {
  @Test func `comes nearer to the published totals, and gives the same parameters again`() {
    func run() -> MarketCalibration {
      var calibration = MarketCalibration(.year2025, seed: 3, scale: 0.04)
      calibration.run(rounds: 2, draws: 1, lineSteps: 2)
      return calibration
    }
    let (one, two) = (run(), run())
    #expect(one.parameters == two.parameters)
    #expect(one.history == two.history && one.history.count >= 2)
    #expect((one.history.min() ?? 0) < (one.history.first ?? 0))
  }
}

@Suite struct `The shipped market` {
  private let market = CalibratedMarket.shipped

  @Test func `is dated, cited, and complete`() {
    #expect(market.calibrated.wholeMatch(of: /\d{4}-\d{2}-\d{2}/) != nil)
    #expect(market.sources.count >= 3 && market.sources.allSatisfy { $0.count > 10 })
    for line in MarketSeason.year2025.lines {
      let demand = market.parameters.demand[line.name]
      // A group may want a line less than once in a million; somebody wants each line.
      #expect(demand?.count == 5 && demand?.allSatisfy { $0 >= 0 && $0 < 1 } == true, "\(line.name)")
      #expect(demand?.contains { $0 > 1e-5 } == true, "\(line.name)")
    }
    for group in 0..<5 {
      let sum = market.parameters.demand.keys.sorted().reduce(0) { $0 + (market.parameters.demand[$1]?[group] ?? 0) }
      #expect(abs(sum - 1) < 1e-3)
    }
    #expect(market.cutoffs.count >= 20)
    for cutoffs in market.cutoffs {
      #expect(cutoffs.interview.year > 0 && cutoffs.interview.between >= 0, "\(cutoffs.line)")
      #expect(0...1 ~= cutoffs.interview.bound && 0...1 ~= cutoffs.match.bound, "\(cutoffs.line)")
    }
  }

  @Test func `is what its parameters give`() throws {
    // One whole draw: every total of it lies where the file's mean and spread say, but for rare luck.
    let model = MarketModel(.year2025, market.parameters)
    let report = BacktestReport(model, [model.draw(0, seed: CalibratedMarket.defaultSeed)], seed: 0)
    let shipped = try #require(market.report(2025))
    #expect(shipped.rows.count == report.rows.count)
    for (one, mean) in zip(report.rows, shipped.rows) where one.quantity != .matchedShare {
      #expect(one.group == mean.group && one.published == mean.published)
      // The greatest distance of one of eight numbers from their mean is 7/√8 standard deviations.
      #expect(abs(one.simulated - mean.simulated) <= 2.48 * mean.sd + 1e-3, "\(one.quantity) \(one.group)")
    }
  }
}
