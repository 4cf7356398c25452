import Statistics
import Testing

@Suite struct `Quantiles of a sample` {
  // NumPy quantile, default method.
  @Test(arguments: [
    (0.0, -3.0), (0.1, -1.0), (0.25, 1.25), (0.5, 3.0), (0.9, 11.5), (0.975, 13.375), (1.0, 14.0),
  ])
  func `interpolate between the ordered values`(p: Double, expected: Double) throws {
    let quantiles = try #require(Quantiles([9, 2, -3, 1, 4, 14]))
    #expect(abs(quantiles(p) - expected) < 1e-12)
  }

  @Test func `rise from the smallest to the largest value`() throws {
    var generator = SeededGenerator(seed: 31)
    for count in 1...60 {
      let sample = (0..<count).map { _ in generator.normal() }
      let quantiles = try #require(Quantiles(sample))
      let values = (0...100).map { quantiles(Double($0) / 100) }
      #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 })
      #expect(values.first == sample.min() && values.last == sample.max())
      #expect(quantiles.central(0.8).contains(quantiles.median))
    }
  }

  @Test func `need a sample of numbers`() {
    #expect(Quantiles([Double]()) == nil)
    #expect(Quantiles([1, .nan]) == nil)
    #expect(Quantiles([.infinity, 1, .infinity])?.median == .infinity)
  }
}

@Suite struct `A weighted mean` {
  @Test func `weighs each value`() {
    #expect([1.0, 4].weightedMean([3.0, 1]) == 1.75)
    #expect([1.0, .nan].weightedMean([2.0, 0]) == 1)
    #expect([1.0, 2].weightedMean([0.0, 0]) == nil)
    #expect([1e16, 1, -1e16].weightedMean([1.0, 1, 1]) == 1.0 / 3)
  }

  @Test func `equals the mean of repeated values`() throws {
    var generator = SeededGenerator(seed: 32)
    for _ in 0..<100 {
      let values = (0..<8).map { _ in generator.normal() }
      let repeats = (0..<8).map { _ in 1 + generator.below(5) }
      let long = zip(values, repeats).flatMap { [Double](repeating: $0, count: $1) }
      let mean = try #require(values.weightedMean(repeats.map(Double.init)))
      #expect(abs(mean - (long.exactMean() ?? .nan)) < 1e-15)
    }
  }
}
