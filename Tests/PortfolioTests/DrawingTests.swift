import Foundation
import Portfolio
import Testing

@Suite struct `Drawing chances` {
  @Test func `computes exp, logistic and surprise eight at a time as exactly as a Float can`() {
    var x = -60.0
    while x < 60 {
      let single = Float(x)
      let exact = exp(Double(single))
      let computed = Double(EightFold.exp(SIMD8(repeating: single))[3])
      #expect(abs(computed / exact - 1) < 4e-7, "exp(\(x))")
      let logistic = Double(EightFold.logistic(SIMD8(repeating: single))[5])
      #expect(abs(logistic - 1 / (1 + exp(-Double(single)))) < 3e-7, "logistic(\(x))")
      x += 0.0137
    }
    for f in [Float(0), 1e-30, 1e-8, 1e-6, 1e-3, 0.01, 0.1, 0.25, 0.29, 0.3, 0.5, 0.7, 0.9, 0.99, 0.9999, 0.999_999] {
      let exact = -log1p(-Double(f))
      let computed = Double(EightFold.surprise(SIMD8(repeating: f))[0])
      #expect(abs(computed - exact) <= 1e-6 * exact, "surprise(\(f)) is \(computed), not \(exact)")
    }
    #expect(EightFold.logistic(SIMD8(repeating: 1_000))[0] == 1)
    #expect(EightFold.logistic(SIMD8(repeating: -1_000))[0] < 1e-30)
  }

  @Test(arguments: [(scenarios: 64, effects: 4), (scenarios: 30, effects: 5), (scenarios: 13, effects: 1)])
  func `equals the formula in Double, row by row`(_ size: (scenarios: Int, effects: Int)) {
    var g = Seeded(2)
    var factors = ScenarioFactors(scenarios: size.scenarios)
    let values = (0..<3).map { _ in (0..<size.scenarios).map { _ in Float(g.unit() * 4 - 2) } }
    for factor in values { factors.append(factor) }
    let rows = 9
    let stages = (0..<2).map { stage in
      LogisticStage(
        effects: size.effects, locations: (0..<rows * size.effects).map { _ in Float(g.unit() * 6 - 3) },
        termsPerRow: stage + 1,
        terms: (0..<rows * (stage + 1)).map { _ in
          .init(factor: Int.random(in: 0..<3, using: &g), loading: Float(g.unit()))
        })
    }
    var chances = ScenarioChances(scenarios: size.scenarios)
    chances.append(repeating: 0.5)
    #expect(chances.append(product: stages, of: factors) == 1..<rows + 1)
    #expect(chances.count == rows + 1)
    for row in 0..<rows {
      for scenario in 0..<size.scenarios {
        var expected = 1.0
        for stage in stages {
          var x = Double(stage.locations[row * size.effects + scenario / (size.scenarios / size.effects)])
          for term in stage.terms[row * stage.termsPerRow..<(row + 1) * stage.termsPerRow] {
            x += Double(term.loading) * Double(values[term.factor][scenario])
          }
          expected *= 1 / (1 + exp(-x))
        }
        #expect(abs(Double(chances[row + 1, scenario]) - expected) < 1e-6)
      }
    }
    // The padding of the last block must not leak into a later row or a mean.
    #expect(abs(chances.mean(ofRow: 0) - 0.5) < 1e-9)
  }

  @Test func `keeps chances within their limits`() {
    var chances = ScenarioChances(scenarios: 3)
    chances.append([-1, 0.5, 2])
    #expect(chances.row(0) == [0, 0.5, ScenarioChances.ceiling])
    chances[0, 1] = 7
    #expect(chances[0, 1] == ScenarioChances.ceiling)
    var factors = ScenarioFactors(scenarios: 3)
    factors.append([0, 100, -100])
    let stage = LogisticStage(locations: [0], termsPerRow: 1, terms: [.init(factor: 0)])
    chances.append(product: [stage], of: factors)
    #expect(chances[1, 0] == 0.5 && chances[1, 1] == ScenarioChances.ceiling && chances[1, 2] < 1e-30)
  }
}
