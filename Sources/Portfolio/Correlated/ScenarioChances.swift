/// Chances that depend on common factors: one row for each thing that may be obtained, one column for each scenario.
///
/// Within a scenario the rows are independent; whatever they share is in the columns. Stored flat, row by row, as
/// `Float` in blocks of eight; the last block of a row is padded with zeros. Every chance is kept within
/// `0...(1 - 1e-6)`, so that the logarithm of its complement is finite.
public struct ScenarioChances: Sendable, Equatable {
  /// The number of columns.
  public let scenarios: Int
  /// The number of rows.
  public private(set) var count = 0

  package let blocks: Int
  package var storage: [SIMD8<Float>] = []

  /// The greatest chance that is kept: 1 - 1e-6.
  public static let ceiling: Float = 0.999_999

  /// An empty table.
  ///
  /// - Parameters:
  ///   - scenarios: How many columns, at least 1.
  ///   - rows: How many rows to reserve room for.
  public init(scenarios: Int, reserving rows: Int = 0) {
    precondition(scenarios >= 1, "there is at least one scenario")
    self.scenarios = scenarios
    blocks = (scenarios + 7) / 8
    storage.reserveCapacity(rows * blocks)
  }

  /// Adds a row and returns its index.
  ///
  /// Values outside `0...(1 - 1e-6)` are moved to the nearer end; NaN is an error of the programmer.
  @discardableResult
  public mutating func append(_ row: [Float]) -> Int {
    precondition(row.count == scenarios, "a row has one chance for each scenario")
    for block in 0..<blocks {
      var eight = SIMD8<Float>.zero
      for lane in 0..<min(8, scenarios - block * 8) { eight[lane] = Self.clamped(row[block * 8 + lane]) }
      storage.append(eight)
    }
    count += 1
    return count - 1
  }

  /// Adds a row that is the same in every scenario and returns its index.
  @discardableResult
  public mutating func append(repeating chance: Float) -> Int {
    append([Float](repeating: chance, count: scenarios))
  }

  /// Counts rows that were written directly to the end of the storage, and clears their padding.
  package mutating func didAppend(rows: Int) {
    let filled = scenarios % 8
    if filled > 0 {
      for row in count..<count + rows {
        for lane in filled..<8 { storage[(row + 1) * blocks - 1][lane] = 0 }
      }
    }
    count += rows
    precondition(storage.count == count * blocks)
  }

  /// The same rows under some blocks of eight scenarios only.
  func keeping(blocks kept: [Int]) -> ScenarioChances {
    var thin = ScenarioChances(scenarios: kept.count * 8, reserving: count)
    for row in 0..<count {
      for block in kept { thin.storage.append(storage[row * blocks + block]) }
    }
    thin.count = count
    return thin
  }

  /// One chance.
  public subscript(row: Int, scenario: Int) -> Float {
    get {
      precondition(scenario >= 0 && scenario < scenarios, "no such scenario")
      return storage[row * blocks + scenario / 8][scenario % 8]
    }
    set {
      precondition(scenario >= 0 && scenario < scenarios, "no such scenario")
      storage[row * blocks + scenario / 8][scenario % 8] = Self.clamped(newValue)
    }
  }

  /// A whole row, scenario by scenario.
  ///
  /// O(scenarios).
  public func row(_ row: Int) -> [Float] {
    (0..<scenarios).map { self[row, $0] }
  }

  /// The mean of a row over the scenarios, added in `Double` from the first scenario to the last.
  ///
  /// O(scenarios).
  public func mean(ofRow row: Int) -> Double {
    var sum = 0.0
    for scenario in 0..<scenarios { sum += Double(self[row, scenario]) }
    return sum / Double(scenarios)
  }

  private static func clamped(_ value: Float) -> Float {
    precondition(!value.isNaN, "a chance is a number")
    return min(max(value, 0), ceiling)
  }
}

/// Weights of the scenarios, as shares that add up to one; equal if none are given.
package func scenarioShares(_ weights: [Double]?, scenarios: Int) -> [Double] {
  guard let weights else { return [Double](repeating: 1 / Double(scenarios), count: scenarios) }
  precondition(weights.count == scenarios, "there is one weight for each scenario")
  precondition(weights.allSatisfy { $0 >= 0 && $0.isFinite }, "a weight is finite and not negative")
  let total = weights.reduce(0, +)
  precondition(total > 0, "the weights are not all zero")
  return weights.map { $0 / total }
}
