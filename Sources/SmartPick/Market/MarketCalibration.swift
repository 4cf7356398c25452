internal import RealModule

/// Sets the market's parameters so that its totals come out at the published ones.
///
/// Damped Gauss-Newton steps on all residuals together for the parameters by group, the number of invitations and the
/// share who rank a preliminary year in surgery (finite differences, the same luck for every trial), and between them
/// proportional fitting of who applies where, and of floors, line by line. Everything is decided by the seed: the same seed gives the same parameters, to the bit. Only
/// totals by group and line are looked at, never a program.
public struct MarketCalibration: Sendable {
  public let season: MarketSeason
  public let seed: UInt64
  public let scale: Double
  public private(set) var parameters: MarketParameters
  /// Half the sum of squared residuals, after each step.
  public private(set) var history: [Double] = []
  private let targets: MarketTargets

  /// - Parameters:
  ///   - season: the year whose totals are to come out.
  ///   - start: where to begin.
  ///   - seed: decides the luck that all trials share.
  ///   - scale: the share of the country to simulate; 1 for use, less for tests.
  public init(_ season: MarketSeason, from start: MarketParameters? = nil, seed: UInt64 = 2025, scale: Double = 1) {
    self.season = season
    self.seed = seed
    self.scale = scale
    parameters = start ?? .start(season)
    targets = MarketTargets(season)
  }

  /// Runs rounds of fitting.
  /// - Parameters:
  ///   - rounds: Gauss-Newton steps; each costs about 25 draws, `draws` and `lineSteps` besides.
  ///   - draws: draws whose mean is compared with the targets.
  ///   - lineSteps: proportional fittings before each Gauss-Newton step.
  ///   - report: what is told after each round: the round and the sum of squares.
  public mutating func run(
    rounds: Int, draws: Int = 2, lineSteps: Int = 6, report: (Int, Double, MarketParameters) -> Void = { _, _, _ in }
  ) {
    // A year's shift of demand is luck, which the published year had too, but not on average.
    let shift = parameters.demandShift
    parameters.demandShift = 0
    var best: (cost: Double, parameters: MarketParameters)?
    var caution = 1.0
    for round in 0..<rounds {
      for step in 0..<lineSteps { fitLines(mean(draws), damping: step == 0 ? 0.5 : 0.7) }
      let means = mean(draws)
      let cost = targets.cost(means)
      history.append(cost)
      report(round, cost, parameters)
      if let best, cost > 1.3 * best.cost {
        // A step too far: back to the best, and shorter steps from there.
        parameters = best.parameters
        caution *= 3
        step(targets.residuals(mean(draws)), caution)
        continue
      }
      if cost < best?.cost ?? .infinity { best = (cost, parameters) }
      caution = max(1, caution / 2)
      if round < rounds - 1 { step(targets.residuals(means), caution) }
    }
    parameters = best?.parameters ?? parameters
    // The last touch on twice as many draws, so that the luck of a few does not stay in the parameters.
    for pass in 0..<2 {
      for _ in 0..<lineSteps {
        let means = mean(2 * draws)
        fitGroups(means, damping: pass == 0 ? 0.45 : 0.3)
        fitLines(means, damping: pass == 0 ? 0.45 : 0.3)
      }
      let means = mean(2 * draws)
      history.append(targets.cost(means))
      report(rounds + pass, targets.cost(means), parameters)
      if pass == 0 { step(targets.residuals(means), 1) }
    }
    parameters.demandShift = shift
  }

  private func mean(_ draws: Int) -> MarketMeans {
    let model = MarketModel(season, parameters, scale: scale)
    return MarketMeans((0..<draws).map { model.draw($0, seed: seed) }, scale: scale)
  }

  /// One damped Gauss-Newton step.
  private mutating func step(_ base: [Double], _ caution: Double) {
    let one = targets.residuals(mean(1))
    let count = Knob.all.count
    // Columns of the Jacobian, in units of each knob's own step.
    let columns = Knob.all.map { knob in
      var trial = self
      knob.move(&trial.parameters, 1)
      return zip(targets.residuals(trial.mean(1)), one).map { $0 - $1 }
    }
    var matrix = [Double](repeating: 0, count: count * count)
    var right = [Double](repeating: 0, count: count)
    for row in 0..<count {
      right[row] = -zip(columns[row], base).reduce(0) { $0 + $1.0 * $1.1 }
      for column in 0..<count {
        matrix[row * count + column] = zip(columns[row], columns[column]).reduce(0) { $0 + $1.0 * $1.1 }
      }
    }
    let trace = (0..<count).reduce(0) { $0 + matrix[$1 * count + $1] } / Double(count)
    for row in 0..<count { matrix[row * count + row] += caution * (0.02 * trace + 0.05 * matrix[row * count + row]) }
    let move = LinearSystem.solve(matrix, right)
    for (knob, amount) in zip(Knob.all, move) { knob.move(&parameters, 0.8 * min(4, max(-4, amount))) }
  }

  /// How many register, and how strong they are: a last touch in proportion, since a floor or a mix that moves takes
  /// interviews from some group.
  private mutating func fitGroups(_ means: MarketMeans, damping: Double) {
    for group in MarketGroup.allCases.indices {
      let found = means.groups[group]
      let wanted = season.active[group].value * scale
      let ratio = min(1.2, max(0.8, wanted / max(1, found.active)))
      parameters.registered[group] = max(1, parameters.registered[group] * .pow(ratio, damping))
      // A point of the match rate is worth some 0.04 in strength.
      parameters.strength[group] -= 0.04 * damping * (found.matchRate - season.matchRates[group].value)
    }
  }

  /// Who applies where, and below which score a line interviews nobody.
  private mutating func fitLines(_ means: MarketMeans, damping: Double) {
    for (index, line) in season.lines.enumerated() {
      let found = means.lines[index]
      let name = line.name
      if parameters.floor[name] != nil {
        let excess = found.fill - line.fill
        // Whole positions cannot come nearer than one half.
        if abs(excess) / 100 * Double(line.positions) > 0.5 {
          // On the log scale a floor moves few open positions as it moves many.
          let open = (wanted: max(0.5, 100 - line.fill) / 100, found: min(99.5, max(0.5, 100 - found.fill)) / 100)
          let move = .log(open.wanted / (1 - open.wanted)) - .log(open.found / (1 - open.found))
          parameters.floor[name, default: 0] += min(0.4, max(-0.4, 0.7 * damping * move))
        }
      }
      let matched = found.matched.reduce(0, +)
      guard matched > 0 else {
        for group in MarketGroup.allCases.indices { parameters.demand[name]?[group] *= 1.3 }
        continue
      }
      // Few people tell little about their mix.
      let trust = damping * min(1, matched / 60)
      for group in MarketGroup.allCases.indices {
        let share = max(found.matched[group] / matched, 0.0005)
        let ratio = max(targets.mix[index][group], 0.0005) / share
        parameters.demand[name]?[group] *= .pow(min(3, max(1.0 / 3, ratio)), trust)
      }
      var pressure = 1.0
      if let wanted = targets.preferred[index], found.preferring[0] > 20 {
        let rate = max(0.02, found.preferringMatched[0] / found.preferring[0])
        pressure = .pow(min(1.5, max(0.67, rate / wanted)), line.fill >= 98.5 ? damping : 0.3 * damping)
      }
      // Whatever is published about how many want it, there are enough of them to fill it.
      if found.fill < line.fill - 0.3 {
        pressure *= .pow(
          min(1.3, line.fill / max(10, found.fill)), (parameters.floor[name] ?? -9) > -1 ? damping : 2 * damping)
      }
      for group in MarketGroup.allCases.indices { parameters.demand[name]?[group] *= pressure }
    }
    parameters.normalizeDemand()
  }
}

/// A parameter that Gauss-Newton steps move, and by how much at a time.
private struct Knob {
  let path: any WritableKeyPath<MarketParameters, Double> & Sendable
  let size: Double
  let range: ClosedRange<Double>

  func move(_ parameters: inout MarketParameters, _ amount: Double) {
    parameters[keyPath: path] = min(range.upperBound, max(range.lowerBound, parameters[keyPath: path] + amount * size))
    // Nothing is published about the lists of prior graduates, so theirs are built as those of U.S.-citizen IMGs.
    parameters.capacity[MarketGroup.priorGraduate.position] = parameters.capacity[MarketGroup.usIMG.position]
    parameters.impression[MarketGroup.priorGraduate.position] = parameters.impression[MarketGroup.usIMG.position]
  }

  static let all: [Knob] =
    MarketGroup.allCases.flatMap { group in
      [
        Knob(path: \.strength[group.position], size: 0.06, range: -3...3),
        Knob(path: \.registered[group.position], size: 0.03, range: 1...3),
      ]
    }
    + MarketGroup.main.flatMap { group in
      [
        Knob(path: \.capacity[group.position], size: 0.7, range: 2...40),
        Knob(path: \.impression[group.position], size: 0.15, range: 0...4),
      ]
    }
    + [
      Knob(path: \.invitations, size: 0.5, range: 6...30),
      Knob(path: \.preliminaryTrack, size: 0.05, range: 0...1),
    ]
}
