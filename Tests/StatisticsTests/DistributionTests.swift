import Statistics
import Testing

@Suite struct `The beta and gamma distributions` {
  @Test(arguments: ReferenceValues.gamma)
  func `agree with reference gamma tails`(shape: Double, x: Double, lower: Double, upper: Double) {
    let gamma = Gamma(shape: shape)
    #expect(close(gamma.cdf(x), lower, within: 1e-12))
    #expect(close(gamma.upperTail(x), upper, within: 1e-12))
    #expect(close(Gamma(shape: shape, scale: 4).cdf(4 * x), lower, within: 1e-12))
    #expect(ChiSquared(degrees: 2 * shape).cdf(2 * x) == gamma.cdf(x))
  }

  @Test(arguments: ReferenceValues.beta)
  func `agree with reference beta tails`(a: Double, b: Double, x: Double, lower: Double, upper: Double) {
    #expect(close(Beta(a, b).cdf(x), lower, within: 1e-12))
    #expect(close(Beta(a, b).upperTail(x), upper, within: 1e-12))
  }

  @Test(arguments: [0.3, 0.5, 1, 1.7, 5, 40, 1_000, 50_000])
  func `have quantiles that invert them`(shape: Double) {
    for p in [1e-12, 1e-5, 0.001, 0.025, 0.2, 0.5] {
      #expect(close(Gamma(shape: shape).cdf(Gamma(shape: shape).quantile(p)), p, within: 1e-10))
      #expect(close(Gamma(shape: shape).upperTail(Gamma(shape: shape).quantile(upperTail: p)), p, within: 1e-10))
      for other in [0.4, 1, 3, 200] {
        let beta = Beta(shape, other)
        #expect(close(beta.cdf(beta.quantile(p)), p, within: 1e-10))
        #expect(abs(Beta(other, shape).quantile(upperTail: p) - (1 - beta.quantile(p))) < 1e-15)
      }
    }
  }

  @Test func `never decrease, and split one between their tails`() {
    for shape in [0.2, 0.9, 1, 2.5, 30, 400] {
      let gamma = Gamma(shape: shape)
      let beta = Beta(shape, 3)
      var previous = (gamma: 0.0, beta: 0.0)
      for step in 1...400 {
        let x = shape * Double(step) / 150
        let share = Double(step) / 400
        // Two formulas meet near the mean: they may differ in the last digits.
        #expect(gamma.cdf(x) >= previous.gamma * (1 - 1e-13))
        #expect(beta.cdf(share) >= previous.beta * (1 - 1e-13))
        #expect(abs(gamma.cdf(x) + gamma.upperTail(x) - 1) < 1e-15)
        #expect(close(beta.cdf(share), Beta(3, shape).upperTail(1 - share), within: 1e-12))
        previous = (gamma.cdf(x), beta.cdf(share))
      }
    }
  }

  @Test func `have densities that are the slopes of their tails`() {
    for shape in [0.7, 1, 4, 60] {
      for share in stride(from: 0.1, to: 0.95, by: 0.1) {
        let x = Gamma(shape: shape).quantile(share)
        let h = x * 1e-5
        let slope = (Gamma(shape: shape).cdf(x + h) - Gamma(shape: shape).cdf(x - h)) / (2 * h)
        #expect(close(Gamma(shape: shape).density(x), slope, within: 1e-6))
        let beta = Beta(shape, 2.5)
        let s = beta.quantile(share)
        let k = s * (1 - s) * 1e-4
        #expect(close(beta.density(s), (beta.cdf(s + k) - beta.cdf(s - k)) / (2 * k), within: 1e-5))
      }
    }
  }
}
