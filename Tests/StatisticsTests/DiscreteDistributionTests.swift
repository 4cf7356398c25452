import Statistics
import Testing

@Suite struct `The binomial and Poisson distributions` {
  @Test(arguments: ReferenceValues.binomial)
  func `agree with reference binomial values`(n: Int, p: Double, k: Int, mass: Double, cdf: Double, above: Double) {
    let binomial = Binomial(trials: n, probability: p)
    #expect(close(binomial.mass(k), mass, within: 1e-12))
    #expect(close(binomial.cdf(k), cdf, within: 1e-12))
    #expect(
      close(binomial.upperTail(k), above, within: 1e-12) || cdf > 0.5 && abs(binomial.upperTail(k) - above) < 1e-15)
  }

  @Test(arguments: ReferenceValues.poisson)
  func `agree with reference Poisson values`(mean: Double, k: Int, mass: Double, cdf: Double, above: Double) {
    let poisson = Poisson(mean: mean)
    #expect(close(poisson.mass(k), mass, within: 1e-12))
    #expect(close(poisson.cdf(k), cdf, within: 1e-12))
    #expect(close(poisson.upperTail(k), above, within: 1e-12))
  }

  @Test(arguments: 0...40)
  func `have cumulative probabilities that are sums of their masses`(n: Int) {
    for p in [0, 1e-4, 0.1, 0.37, 0.5, 0.8, 1] {
      let binomial = Binomial(trials: n, probability: p)
      var sum = ExactSum()
      for k in 0...n {
        sum.add(binomial.mass(k))
        #expect(close(binomial.cdf(k), sum.value, within: 1e-12))
        #expect(close(Binomial(trials: n, probability: 1 - p).mass(n - k), binomial.mass(k), within: 1e-11))
      }
      #expect(abs(sum.value - 1) < 1e-13)
    }
    var sum = ExactSum()
    for k in 0...60 {
      sum.add(Poisson(mean: Double(n) / 3).mass(k))
      #expect(close(Poisson(mean: Double(n) / 3).cdf(k), sum.value, within: 1e-12))
    }
  }

  @Test func `have the smallest quantile that reaches a probability`() {
    var generator = SeededGenerator(seed: 21)
    for _ in 0..<3_000 {
      let p = generator.uniformOpen()
      let binomial = Binomial(trials: generator.below(300), probability: generator.uniform())
      let k = binomial.quantile(p)
      #expect(binomial.cdf(k) >= p * (1 - 1e-12) && binomial.cdf(k - 1) < p)
      let poisson = Poisson(mean: 200 * generator.uniform() * generator.uniform())
      let j = poisson.quantile(p)
      #expect(poisson.cdf(j) >= p * (1 - 1e-12) && poisson.cdf(j - 1) < p)
    }
    #expect(Binomial(trials: 9, probability: 0.3).quantile(0) == 0)
    #expect(Binomial(trials: 9, probability: 0.3).quantile(1) == 9)
    #expect(Poisson(mean: 0).quantile(0.9) == 0)
    #expect(Poisson(mean: 3).quantile(0) == 0)
  }

  // qbinom(0.05, n - 1, 0.5) in R: the least number of crossings that is no signal in a run chart of n points.
  @Test(arguments: [(10, 2), (12, 3), (20, 6), (24, 8), (36, 13), (60, 23), (100, 41)])
  func `give the critical numbers of crossings`(points: Int, crossings: Int) {
    #expect(Binomial(trials: points - 1, probability: 0.5).quantile(0.05) == crossings)
  }

  @Test func `treat a tie up to rounding as reached`() {
    for n in stride(from: 1, through: 99, by: 2) {
      // For odd n the lower half of the outcomes has probability exactly one half.
      #expect(Binomial(trials: n, probability: 0.5).quantile(0.5) == (n - 1) / 2)
    }
  }
}

@Suite struct `Student's distribution` {
  @Test(arguments: ReferenceValues.student)
  func `agrees with reference values`(degrees: Double, t: Double, density: Double, cdf: Double, upper: Double) {
    let student = StudentT(degrees: degrees)
    #expect(close(student.density(t), density, within: 1e-12))
    #expect(close(student.cdf(t), cdf, within: 1e-11))
    #expect(close(student.upperTail(t), upper, within: 1e-11))
  }

  @Test func `has a quantile that inverts it`() {
    for degrees in [0.7, 1, 2, 3.5, 10, 100, 5_000] {
      for p in [1e-10, 1e-4, 0.01, 0.025, 0.2, 0.4, 0.5] {
        let student = StudentT(degrees: degrees)
        #expect(close(student.cdf(student.quantile(p)), p, within: 1e-10))
        #expect(student.quantile(upperTail: p) == -student.quantile(p))
      }
    }
    #expect(abs(StudentT(degrees: 10).quantile(0.975) - 2.228138851986275) < 1e-12)
  }
}
