import Statistics
import Testing

private func comparison(_ a: Int, _ m: Int, _ b: Int, _ n: Int) throws -> ProportionComparison {
  ProportionComparison(try Proportion(a, of: m), try Proportion(b, of: n))
}

@Suite struct `A comparison of proportions` {
  @Test func `reproduces Newcombe's published example`() throws {
    // Newcombe 1998, table II, 56/70 against 48/80.
    let interval = try comparison(56, 70, 48, 80).newcombe()
    #expect(abs(interval.low - 0.0524) < 5e-5)
    #expect(abs(interval.high - 0.3339) < 5e-5)
  }

  // The restricted likelihood's cubic solved by NumPy; the first row is published by Newcombe 1998 as 0.0528, 0.3382.
  @Test(
    arguments: [
      ([56, 70, 48, 80], 0.052829713245844546, 0.3381729400158683),
      ([9, 10, 3, 10], 0.17002501642439874, 0.8406495439433282),
      ([0, 15, 4, 12], -0.6140225923205891, -0.08603901439527097),
      ([5, 300, 2, 250], -0.013705838320527788, 0.031519043032931106),
      ([7, 7, 0, 5], 0.48233406606393664, 1),
    ] as [([Int], Double, Double)])
  func `has Miettinen and Nurminen's interval`(counts: [Int], low: Double, high: Double) throws {
    let interval = try comparison(counts[0], counts[1], counts[2], counts[3]).miettinenNurminen()
    #expect(abs(interval.low - low) < 1e-9)
    #expect(abs(interval.high - high) < 1e-9)
  }

  // The chi-squared form of the score, maximized in Python; the first row is Koopman 1984: 2.94, 7.15.
  @Test(
    arguments: [
      ([36, 40, 16, 80], 2.9395691922149934, 7.152223434866027),
      ([56, 70, 48, 80], 1.079821506361898, 1.6708055780191116),
      ([5, 300, 2, 250], 0.4711084199204769, 9.256559526385816),
      ([9, 10, 3, 10], 1.3532371938667285, 8.467668686709775),
    ] as [([Int], Double, Double)])
  func `has Koopman's interval`(counts: [Int], low: Double, high: Double) throws {
    let interval = try comparison(counts[0], counts[1], counts[2], counts[3]).koopman()
    #expect(close(interval.low, low, within: 1e-9))
    #expect(close(interval.high, high, within: 1e-9))
  }

  @Test func `contains its estimate and is mirrored by exchanging the groups`() throws {
    for (m, n) in [(1, 1), (3, 5), (6, 4)] {
      for a in 0...m {
        for b in 0...n {
          let one = try comparison(a, m, b, n)
          let other = try comparison(b, n, a, m)
          for kind in [ProportionComparison.newcombe, ProportionComparison.miettinenNurminen] {
            let interval = kind(one)(0.95)
            #expect(interval.low >= -1 - 1e-12 && interval.high <= 1 + 1e-12)
            #expect(interval.low - 1e-12 <= one.difference && one.difference <= interval.high + 1e-12)
            #expect(abs(interval.low + kind(other)(0.95).high) < 1e-11)
          }
          let ratio = one.koopman()
          #expect(ratio.low.isZero == (a == 0))
          #expect(ratio.high.isInfinite == (b == 0))
          if let estimate = one.ratio, estimate.isFinite, estimate > 0 {
            #expect(ratio.low <= estimate * (1 + 1e-12) && estimate <= ratio.high * (1 + 1e-12))
            #expect(close(ratio.low, 1 / other.koopman().high, within: 1e-10))
            let plain = try #require(one.logRatio())
            #expect(plain.low <= estimate && estimate <= plain.high * (1 + 1e-15))
          } else {
            #expect(one.logRatio() == nil)
          }
        }
      }
    }
  }

  @Test func `covers the true difference about as often as it says`() throws {
    // Exact cover: every pair of results weighted by its probability.
    let (m, n) = (25, 30)
    for (p, q) in [(0.2, 0.4), (0.5, 0.5), (0.1, 0.15)] {
      var newcombe = 0.0
      var score = 0.0
      for a in 0...m {
        for b in 0...n {
          let mass =
            Binomial(trials: m, probability: p).mass(a) * Binomial(trials: n, probability: q).mass(b)
          guard mass > 1e-6 else { continue }
          let one = try comparison(a, m, b, n)
          if one.newcombe().contains(p - q) { newcombe += mass }
          if one.miettinenNurminen().contains(p - q) { score += mass }
        }
      }
      #expect(newcombe > 0.93 && newcombe < 0.985)
      #expect(score > 0.93 && score < 0.985)
    }
  }
}

@Suite struct `A comparison of rates` {
  struct Case: Sendable {
    let counts: (Int, Int)
    let exposures: (Double, Double)
    let exact: (Double, Double)
    let midP: (Double, Double)
    let difference: (Double, Double)
  }

  // SciPy beta and chi-squared quantiles; mid-P by bisection on binomial sums in mpmath.
  static let cases = [
    Case(
      counts: (15, 8), exposures: (1_000, 1_200), exact: (0.8954987331714341, 6.127635762207079),
      midP: (0.960288591426619, 5.601214980635013), difference: (-0.0009118319914522763, 0.01878438078063808)),
    Case(
      counts: (0, 5), exposures: (10, 10), exact: (0, 1.0912791051825463), midP: (0, 0.8205642030260807),
      difference: (-1.166833207932267, 8.675032137639427e-05)),
    Case(
      counts: (3, 0), exposures: (50, 40), exact: (0.3305850840247151, .infinity),
      midP: (0.4666307626895022, .infinity),
      difference: (-0.04379394852386519, 0.1753454613948465)),
    Case(
      counts: (120, 95), exposures: (1e4, 1.1e4), exact: (1.0527304860623583, 1.8382891805940254),
      midP: (1.061929276476189, 1.821862970213238), difference: (0.000553547078653331, 0.006233719120699226)),
  ]

  @Test(arguments: cases)
  func `agrees with reference values`(example: Case) throws {
    let rates = RateComparison(
      try EventRate(example.counts.0, per: example.exposures.0),
      try EventRate(example.counts.1, per: example.exposures.1))
    for (interval, reference) in [
      (rates.exactRatio(), example.exact), (rates.midPRatio(), example.midP), (rates.mover(), example.difference),
    ] {
      #expect(close(interval.low, reference.0, within: 1e-10))
      #expect(close(interval.high, reference.1, within: 1e-10) || abs(interval.high - reference.1) < 1e-14)
    }
  }

  @Test func `says nothing when nothing happened`() throws {
    let rates = RateComparison(try EventRate(0, per: 10), try EventRate(0, per: 20))
    #expect(rates.exactRatio() == Interval(low: 0, high: .infinity))
    #expect(rates.midPRatio() == Interval(low: 0, high: .infinity))
    #expect(rates.ratio == nil)
  }
}
