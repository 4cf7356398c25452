import Statistics
import Testing

@Suite struct `The normal distribution` {
  @Test(arguments: ReferenceValues.normal)
  func `agrees with reference values in both tails`(x: Double, density: Double, cdf: Double, upper: Double) {
    #expect(close(Normal.density(x), density, within: 2e-15))
    #expect(close(Normal.cdf(x), cdf, within: 2e-15))
    #expect(close(Normal.upperTail(x), upper, within: 2e-15))
  }

  @Test(arguments: ReferenceValues.normalQuantile)
  func `agrees with reference quantiles`(p: Double, x: Double) {
    #expect(close(Normal.quantile(p), x, within: 2e-15))
    #expect(Normal.quantile(upperTail: p) == -Normal.quantile(p))
  }

  @Test func `has a quantile that inverts its distribution`() {
    for step in 1..<2_000 {
      let p = Double(step) / 2_000
      #expect(close(Normal.cdf(Normal.quantile(p)), p, within: 1e-14))
      let tiny = Double(sign: .plus, exponent: -1 - step / 2, significand: 1.3)
      #expect(close(Normal.cdf(Normal.quantile(tiny)), tiny, within: 2e-12))
    }
  }

  @Test func `never decreases and is symmetric`() {
    var previous = 0.0
    for step in -4_000...4_000 {
      let x = Double(step) / 100
      #expect(Normal.cdf(x) >= previous)
      #expect(Normal.cdf(x) == Normal.upperTail(-x))
      previous = Normal.cdf(x)
    }
  }

  @Test func `has quantiles at the ends and none outside`() {
    #expect(Normal.quantile(0) == -.infinity)
    #expect(Normal.quantile(1) == .infinity)
    // The smallest double of all is still a probability.
    #expect(close(Normal.quantile(.leastNonzeroMagnitude), -38.467_405_617_144_346, within: 2e-15))
    #expect(Normal.quantile(-0.1).isNaN)
    #expect(Normal.quantile(1.1).isNaN)
    #expect(abs(Normal.critical(level: 0.95) - 1.959_963_984_540_054) < 1e-14)
  }
}
