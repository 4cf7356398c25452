/// Why a question about independent chances has no answer.
public enum ChanceError: Error, Equatable, Sendable {
  /// The input has faults: all of them, in order.
  case invalid([ChanceFault])
  /// An exact answer was demanded that would need a table of so many cells.
  case tooLarge(cells: Int)
}

/// One fault of the input and where it is.
public enum ChanceFault: Equatable, Sendable {
  /// A probability that is not within 0 to 1.
  case probability(index: Int, Double)
  /// A utility that is not finite.
  case utility(index: Int, Double)
  /// A cost that is negative, not finite, above 1e9, or finer than a ten-thousandth.
  case cost(index: Int, Double)
  /// A budget that is negative or not a number.
  case budget(Double)
  /// A limit below zero.
  case limit(Int)
  /// An outside utility that is not finite.
  case outside(Double)
}

extension ChanceFault: CustomStringConvertible {
  /// What is wrong and what is expected; rows are counted from 1.
  public var description: String {
    switch self {
    case .probability(let index, let value): "row \(index + 1): probability \(value) is not within 0 to 1"
    case .utility(let index, let value): "row \(index + 1): utility \(value) is not a finite number"
    case .cost(let index, let value):
      "row \(index + 1): cost \(value) is not a number from 0 to 1e9 with at most four decimals"
    case .budget(let value): "budget \(value) is not a number from 0 up"
    case .limit(let value): "limit \(value) is below 0"
    case .outside(let value): "the outside utility \(value) is not a finite number"
    }
  }
}

extension ChanceError: CustomStringConvertible {
  /// What happened and what to do next.
  public var description: String {
    switch self {
    case .invalid(let faults): faults.map(\.description).joined(separator: "\n")
    case .tooLarge(let cells):
      "an exact answer needs a table of \(cells) cells: round the costs, lower the budget or the limit, or do not ask "
        + "for exactness"
    }
  }
}

extension ChanceProblem {
  /// Everything that is wrong with the input.
  ///
  /// O(chances).
  public func faults() -> [ChanceFault] {
    var faults: [ChanceFault] = []
    for (index, chance) in chances.enumerated() {
      if !(0...1).contains(chance.probability) { faults.append(.probability(index: index, chance.probability)) }
      if !chance.utility.isFinite { faults.append(.utility(index: index, chance.utility)) }
      if !(0...1e9).contains(chance.cost) || !Self.isFine(chance.cost) {
        faults.append(.cost(index: index, chance.cost))
      }
    }
    if let budget, !(budget >= 0) { faults.append(.budget(budget)) }
    if let limit, limit < 0 { faults.append(.limit(limit)) }
    if !outside.isFinite { faults.append(.outside(outside)) }
    return faults
  }

  private static func isFine(_ cost: Double) -> Bool {
    abs(cost * 10_000 - Double(Int(cost * 10_000 + 0.5))) <= 1e-3
  }
}
