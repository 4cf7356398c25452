import Statistics
import Testing

@Suite struct `An interval for a proportion` {
  struct Case: Sendable {
    let count: Int
    let total: Int
    let wilson: (Double, Double)
    let exact: (Double, Double)
    let midP: (Double, Double)
  }

  // Wilson's formula in Python, Clopper-Pearson from SciPy's beta quantiles, mid-P by bisection on binomial sums.
  static let cases = [
    Case(
      count: 56, total: 70, wilson: (0.6918335550374693, 0.8769526075163705),
      exact: (0.6872643461041652, 0.8861196379677923), midP: (0.6942261570113378, 0.8813882211130966)),
    Case(
      count: 0, total: 12, wilson: (0, 0.24249400665524096), exact: (0, 0.2646484693970512),
      midP: (0, 0.2209221919455559)),
    Case(
      count: 7, total: 7, wilson: (0.6456695649333125, 1), exact: (0.5903836027749966, 1), midP: (0.6518363448688391, 1)
    ),
    Case(
      count: 1, total: 20, wilson: (0.008881448800795395, 0.23613119344674208),
      exact: (0.0012650894979498038, 0.24873276277202783), midP: (0.0025008728315602893, 0.22280605571762763)),
    Case(
      count: 263, total: 1000, wilson: (0.2366568597910784, 0.29115702373107477),
      exact: (0.23594352468029337, 0.291459361439264), midP: (0.2364081730179372, 0.2909620168945877)),
    Case(
      count: 2, total: 5000, wilson: (0.00010970128207763501, 0.001457386501423444),
      exact: (4.844552711822349e-05, 0.0014441827958669002), midP: (6.707123257586586e-05, 0.0013209524233287106)),
  ]

  @Test(arguments: cases)
  func `agrees with reference values`(example: Case) throws {
    let proportion = try Proportion(example.count, of: example.total)
    for (interval, reference) in [
      (proportion.wilson(), example.wilson), (proportion.clopperPearson(), example.exact),
      (proportion.midP(), example.midP),
    ] {
      #expect(close(interval.low, reference.0, within: 1e-11))
      #expect(close(interval.high, reference.1, within: 1e-11))
    }
  }

  @Test func `is mirrored by counting the others, contains the estimate, and widens with the level`() throws {
    for total in 1...12 {
      for count in 0...total {
        let proportion = try Proportion(count, of: total)
        let mirrored = try Proportion(total - count, of: total)
        for kind in [Proportion.wilson, Proportion.clopperPearson, Proportion.midP] {
          let interval = kind(proportion)(0.95)
          let wider = kind(proportion)(0.99)
          #expect(interval.contains(proportion.estimate))
          #expect(0 <= interval.low && interval.high <= 1)
          #expect(wider.low <= interval.low && interval.high <= wider.high)
          #expect(abs(kind(mirrored)(0.95).low - (1 - interval.high)) < 1e-13)
        }
        // The exact interval contains the mid-P interval.
        #expect(proportion.clopperPearson().low <= proportion.midP().low)
        #expect(proportion.midP().high <= proportion.clopperPearson().high)
      }
    }
  }

  @Test func `refuses counts that cannot be`() {
    #expect(throws: CountError.emptyDenominator(0)) { try Proportion(0, of: 0) }
    #expect(throws: CountError.countExceedsTotal(count: 5, total: 4)) { try Proportion(5, of: 4) }
    #expect(throws: CountError.negativeCount(-1)) { try Proportion(-1, of: 4) }
    #expect(throws: CountError.exposureNotPositive(0)) { try EventRate(3, per: 0) }
    #expect(CountError.countExceedsTotal(count: 5, total: 4).description.contains("Check"))
  }
}

@Suite struct `An interval for a rate` {
  // SciPy, chi-squared quantiles halved.
  @Test(arguments: [
    (0, 0, 3.6888794541139363), (1, 0.025317807984289876, 5.571643390938898),
    (5, 1.6234863901184207, 11.66833207932267), (10, 4.7953886961324335, 18.390356042017775),
    (87, 69.6834335358197, 107.31417858252384), (1234, 1166.1017185175492, 1304.8203705289225),
  ])
  func `agrees with reference values`(count: Int, low: Double, high: Double) throws {
    let interval = try EventRate(count).exact()
    #expect(close(interval.low, low, within: 1e-11))
    #expect(close(interval.high, high, within: 1e-11))
    let perDay = try EventRate(count, per: 250).exact()
    #expect(close(perDay.high, high / 250, within: 1e-11))
  }

  @Test func `by Byar is near the exact one from ten events on`() throws {
    for count in 10...400 {
      let rate = try EventRate(count)
      #expect(close(rate.byar().low, rate.exact().low, within: 2e-3))
      #expect(close(rate.byar().high, rate.exact().high, within: 2e-3))
    }
    #expect(try EventRate(0).byar().low == 0)
  }
}
