/// Factors shared by many chances: one row for each factor, one value for each scenario.
public struct ScenarioFactors: Sendable, Equatable {
  /// The number of columns.
  public let scenarios: Int
  /// The number of rows.
  public private(set) var count = 0
  let blocks: Int
  private(set) var storage: [SIMD8<Float>] = []

  /// No factors yet.
  public init(scenarios: Int) {
    precondition(scenarios >= 1, "there is at least one scenario")
    self.scenarios = scenarios
    blocks = (scenarios + 7) / 8
  }

  /// Adds a factor and returns its index.
  @discardableResult
  public mutating func append(_ factor: [Float]) -> Int {
    precondition(factor.count == scenarios, "a factor has one value for each scenario")
    for block in 0..<blocks {
      var eight = SIMD8<Float>.zero
      for lane in 0..<min(8, scenarios - block * 8) { eight[lane] = factor[block * 8 + lane] }
      storage.append(eight)
    }
    count += 1
    return count - 1
  }
}

/// One logistic step of many rows: `logistic(location + sum of loading * factor)`.
///
/// The locations of a row may differ between draws of uncertain effects: the scenarios are cut into `effects` equal
/// runs, and scenario `c` has location `c / (scenarios / effects)`.
public struct LogisticStage: Sendable, Equatable {
  /// A factor and how strongly a row leans on it.
  public struct Term: Sendable, Equatable {
    /// The index of the factor.
    public var factor: Int
    /// What the factor is multiplied by.
    public var loading: Float

    /// A factor and how strongly a row leans on it.
    public init(factor: Int, loading: Float = 1) {
      self.factor = factor
      self.loading = loading
    }
  }

  /// How many draws of the effects; divides the number of scenarios.
  public var effects: Int
  /// Rows x effects, row by row.
  public var locations: [Float]
  /// How many terms each row has.
  public var termsPerRow: Int
  /// Rows x terms, row by row.
  public var terms: [Term]

  /// A step.
  public init(effects: Int = 1, locations: [Float], termsPerRow: Int = 0, terms: [Term] = []) {
    self.effects = effects
    self.locations = locations
    self.termsPerRow = termsPerRow
    self.terms = terms
  }
}

extension ScenarioChances {
  /// Adds rows that are the product of one or more logistic steps, such as an invitation and what comes of it.
  ///
  /// Within 1e-6 of the exact value (before the limits of a chance are applied), the same bits on every machine.
  /// O(rows * scenarios * steps * terms).
  ///
  /// - Returns: The indices of the new rows.
  @discardableResult
  public mutating func append(product stages: [LogisticStage], of factors: ScenarioFactors) -> Range<Int> {
    guard let first = stages.first else { return count..<count }
    precondition(factors.scenarios == scenarios, "factors and chances have the same scenarios")
    let rows = first.locations.count / first.effects
    for stage in stages {
      precondition(stage.effects >= 1 && scenarios % stage.effects == 0, "effects divide the scenarios equally")
      precondition(stage.locations.count == rows * stage.effects, "steps have the same rows")
      precondition(stage.terms.count == rows * stage.termsPerRow, "each row has its terms")
      precondition(stage.terms.allSatisfy { $0.factor >= 0 && $0.factor < factors.count }, "a term's factor exists")
    }
    let start = count
    let blocks = blocks
    storage.reserveCapacity(storage.count + rows * blocks)
    var x = [SIMD8<Float>](repeating: .zero, count: blocks)
    for row in 0..<rows {
      for (index, stage) in stages.enumerated() {
        locate(row, of: stage, &x)
        for term in stage.terms[row * stage.termsPerRow..<(row + 1) * stage.termsPerRow] {
          let factor = factors.storage.span.extracting(term.factor * blocks..<(term.factor + 1) * blocks)
          var target = x.mutableSpan
          for i in 0..<blocks { target[i] += term.loading * factor[i] }
        }
        if index == 0 {
          for i in 0..<blocks { storage.append(Self.limited(EightFold.logistic(x[i]))) }
        } else {
          let begin = storage.count - blocks
          var target = storage.mutableSpan
          for i in 0..<blocks { target[begin + i] *= Self.limited(EightFold.logistic(x[i])) }
        }
      }
    }
    didAppend(rows: rows)
    return start..<count
  }

  private static func limited(_ chance: SIMD8<Float>) -> SIMD8<Float> {
    let ceiling = SIMD8<Float>(repeating: ceiling)
    return chance.replacing(with: ceiling, where: chance .> ceiling)
  }

  /// Spreads the locations of a row over the scenarios.
  private func locate(_ row: Int, of stage: LogisticStage, _ x: inout [SIMD8<Float>]) {
    let run = scenarios / stage.effects
    let first = row * stage.effects
    if run % 8 == 0 || stage.effects == 1 {
      let runBlocks = stage.effects == 1 ? blocks : run / 8
      for effect in 0..<stage.effects {
        let location = SIMD8<Float>(repeating: stage.locations[first + effect])
        for i in effect * runBlocks..<(effect + 1) * runBlocks { x[i] = location }
      }
    } else {
      for scenario in 0..<scenarios { x[scenario / 8][scenario % 8] = stage.locations[first + scenario / run] }
    }
  }
}
