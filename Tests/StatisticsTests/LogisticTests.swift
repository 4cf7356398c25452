import Statistics
import Testing

@Suite struct `The logistic curve` {
  @Test func `is inverted by the logit`() {
    for step in -700...36 {
      let x = Double(step) / 1.03
      #expect(abs(Logistic.logit(Logistic.logistic(x)) - x) <= 1e-14 * max(abs(x), 1 / Logistic.logistic(-x) / 50))
    }
    #expect(Logistic.logit(0.5) == 0)
    #expect(Logistic.logit(0) == -.infinity)
    #expect(Logistic.logit(1) == .infinity)
    #expect(Logistic.logistic(-1_000) == 0)
    #expect(Logistic.logistic(1_000) == 1)
  }

  @Test(arguments: ReferenceValues.logisticMean)
  func `has the expectation of a numerical integral`(mean: Double, sd: Double, expectation: Double) {
    #expect(abs(Logistic.expectation(mean: mean, sd: sd) - expectation) < 1e-13)
    #expect(abs(Logistic.expectation(mean: -mean, sd: sd) - (1 - expectation)) < 1e-13)
  }

  @Test func `has an expectation without a seam between its two rules`() {
    for mean in stride(from: -5.0, through: 5, by: 0.5) {
      let below = Logistic.expectation(mean: mean, sd: 0.7)
      let above = Logistic.expectation(mean: mean, sd: 0.7.nextUp)
      #expect(abs(below - above) < 2e-13)
    }
    #expect(Logistic.expectation(mean: 1.2, sd: 0) == Logistic.logistic(1.2))
  }
}

@Suite struct `A Gauss-Hermite rule` {
  @Test(arguments: 3...64)
  func `has the moments of the normal distribution`(n: Int) {
    let rule = GaussHermite.nodes(n)
    #expect(rule.points.count == n && rule.weights.count == n)
    #expect(abs(rule.weights.exactSum() - 1) < 1e-15)
    #expect(zip(rule.points, rule.points.dropFirst()).allSatisfy { $0 < $1 })
    #expect(zip(rule.points, rule.points.reversed()).allSatisfy { $0 == -$1 })
    // Even moments (2k - 1)!!, exact up to degree 2n - 1.
    var moment = 1.0
    for k in 1..<min(n, 20) {
      moment *= Double(2 * k - 1)
      let sum = zip(rule.points, rule.weights).map { point, weight in
        weight * (0..<(2 * k)).reduce(1.0) { product, _ in product * point }
      }.exactSum()
      #expect(close(sum, moment, within: 1e-12))
    }
  }

  @Test func `has the known three points`() {
    let rule = GaussHermite.nodes(3)
    #expect(abs(rule.points[2] - 3.0.squareRoot()) < 1e-15)
    #expect(abs(rule.weights[1] - 2.0 / 3) < 1e-15)
  }
}
