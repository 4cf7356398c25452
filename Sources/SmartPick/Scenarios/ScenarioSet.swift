internal import RealModule
internal import Statistics

/// The seasons that every number is a mean over: a grid of effect draws by strengths.
///
/// A scenario holds the common factors only: one draw of every effect from its range, the applicant's unobserved
/// strength, how the interview days go, and shifts of each specialty and census division. Given a scenario the
/// programs are independent, each with its own taste integrated out. Scenario `c` belongs to effect draw
/// `c / strengths`; averaging over the strengths of one draw separates what is unknown (between draws) from what is
/// luck (within).
public struct ScenarioSet: Sendable {
  public let seed: UInt64
  public let draws: Int
  public let strengths: Int
  /// One row of effects, in the order of ``EffectName`` and in the scale of sums, for each draw.
  private(set) var effects: [[Double]]
  /// Standard normal numbers, one for each scenario.
  let strength: [Double]
  let day: [Double]
  /// Uniform numbers, one for each scenario: how far the programs are with their answers, where that is not known.
  let pace: [Double]
  /// By specialty position, then scenario.
  let specialtyShifts: [[Double]]
  /// By census division position, then scenario.
  let divisionShifts: [[Double]]

  public var count: Int { draws * strengths }

  /// - Parameters:
  ///   - effects: the assumptions to draw from.
  ///   - draws: of the effects.
  ///   - strengths: for each draw.
  ///   - specialties: how many specialties need a shift of their own.
  ///   - seed: the same seed gives the same scenarios.
  ///   - pinned: effects kept at one value instead of drawn, for the question "what if".
  ///   - person: another number is another person in the same years: own strength and interview days.
  public init(
    _ effects: Effects, draws: Int, strengths: Int, specialties: Int, seed: UInt64,
    pinned: [EffectName: Double] = [:], person: UInt64 = 0
  ) {
    self.seed = seed
    self.draws = draws
    self.strengths = strengths
    // Latin hypercube: each effect takes each of `draws` equal slices of its distribution once.
    var table = [[Double]](repeating: [Double](repeating: 0, count: EffectName.allCases.count), count: draws)
    for (position, name) in EffectName.allCases.enumerated() {
      var generator = SeededGenerator(seed: seed, stream: UInt64(position))
      var slices = Array(0..<draws)
      generator.shuffle(&slices)
      for draw in 0..<draws {
        let u = (Double(slices[draw]) + generator.uniformOpen()) / Double(draws)
        let effect = effects[name]
        table[draw][position] =
          pinned[name].map(effect.scaled) ?? effect.drawn(Normal.quantile(min(0.999999, max(1e-6, u))))
      }
    }
    self.effects = table
    var strength: [Double] = []
    var day: [Double] = []
    for draw in 0..<draws {
      var generator = SeededGenerator(seed: seed, stream: 1_000_000 + person * 100_000 + UInt64(draw))
      var order = Array(0..<strengths)
      generator.shuffle(&order)
      for node in 0..<strengths {
        strength.append(Normal.quantile((Double(node) + generator.uniformOpen()) / Double(strengths)))
        day.append(Normal.quantile((Double(order[node]) + generator.uniformOpen()) / Double(strengths)))
      }
    }
    self.strength = strength
    self.day = day
    pace = (0..<draws).flatMap { draw in
      var generator = SeededGenerator(seed: seed, stream: 4_000_000 + UInt64(draw))
      var order = Array(0..<strengths)
      generator.shuffle(&order)
      return order.map { (Double($0) + generator.uniformOpen()) / Double(strengths) }
    }
    func shifts(_ rows: Int, stream: UInt64) -> [[Double]] {
      (0..<rows).map { row in
        var generator = SeededGenerator(seed: seed, stream: stream + UInt64(row))
        return (0..<draws * strengths).map { _ in generator.normal() }
      }
    }
    specialtyShifts = shifts(max(1, specialties), stream: 2_000_000)
    divisionShifts = shifts(USState.Division.allCases.count, stream: 3_000_000)
  }

  /// One effect in one draw, in the scale of sums.
  func effect(_ name: EffectName, draw: Int) -> Double { effects[draw][name.position] }

  /// The same seasons with one effect at one value, in the scale of sums, in every draw.
  func setting(_ name: EffectName, to value: Double) -> ScenarioSet {
    var same = self
    for draw in 0..<draws { same.effects[draw][name.position] = value }
    return same
  }

  /// The values of a quantity by draw: each the mean over that draw's strengths, weighted.
  func byDraw(_ values: [Double], weights: [Double]) -> [Double] {
    (0..<draws).map { draw in
      var total = 0.0
      var mass = 0.0
      for scenario in draw * strengths..<(draw + 1) * strengths {
        total += weights[scenario] * values[scenario]
        mass += weights[scenario]
      }
      return mass > 0 ? total / mass : 0
    }
  }
}
