/// What many draws of a market came to.
///
/// A program is its cutoff: the score to beat for a position there, in a draw.
public struct DrawnCutoffs: Sendable, Equatable {
  /// How many draws there were.
  public let drawCount: Int
  /// For each applicant the number of draws in which she matched.
  public private(set) var matched: [Int]
  /// For each applicant the sum of the places matched, from 1, over the draws in which she matched.
  public private(set) var placeSums: [Int]
  /// For each program the positions filled, over all draws.
  public private(set) var filled: [Int]
  /// Program by program, the cutoff in each draw.
  private var cutoffs: [Float]

  init(programs: Int, applicants: Int, draws: Int) {
    drawCount = draws
    matched = [Int](repeating: 0, count: applicants)
    placeSums = matched
    filled = [Int](repeating: 0, count: programs)
    cutoffs = [Float](repeating: 0, count: programs * draws)
  }

  /// Sums and places only, so the order in which batches come does not matter.
  mutating func add(_ batch: Draws.Batch) {
    for applicant in matched.indices {
      matched[applicant] += Int(batch.matched[applicant])
      placeSums[applicant] += Int(batch.placeSums[applicant])
    }
    for program in filled.indices {
      filled[program] += Int(batch.filled[program])
      for (index, draw) in batch.range.enumerated() {
        cutoffs[program * drawCount + draw] = batch.cutoffs[index * filled.count + program]
      }
    }
  }

  /// A program's cutoffs, draw by draw: the lowest score held, `-infinity` in a draw in which positions stayed open,
  /// `infinity` for a program without positions.
  public func cutoffs(ofProgram program: Int) -> ArraySlice<Float> {
    cutoffs[program * drawCount..<(program + 1) * drawCount]
  }

  /// How a program's cutoff is distributed; O(draws log draws).
  public func distribution(ofProgram program: Int) -> CutoffDistribution {
    CutoffDistribution(cutoffs(ofProgram: program))
  }
}

/// How the cutoff of one program varies from draw to draw.
public struct CutoffDistribution: Sendable, Equatable {
  /// How many draws there were.
  public let drawCount: Int
  /// The cutoffs of the draws in which every position was filled, ascending.
  public let cutoffs: [Float]

  /// The distribution of some draws; `-infinity` stands for positions left open.
  public init(_ draws: some Collection<Float>) {
    drawCount = draws.count
    cutoffs = draws.filter { $0 > -.infinity }.sorted()
  }

  /// The share of draws in which every position was filled, 0 to 1.
  public var filledShare: Double { drawCount == 0 ? 0 : Double(cutoffs.count) / Double(drawCount) }

  /// The mean of the cutoff where all was filled, or `nil`.
  public var mean: Double? {
    cutoffs.isEmpty ? nil : cutoffs.reduce(0) { $0 + Double($1) } / Double(cutoffs.count)
  }

  /// The standard deviation where all was filled (divisor n - 1), or `nil` for fewer than two draws.
  public var standardDeviation: Double? {
    guard let mean, cutoffs.count > 1 else { return nil }
    let sum = cutoffs.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
    return (sum / Double(cutoffs.count - 1)).squareRoot()
  }

  /// The share of draws in which a score is above the cutoff, 0 to 1.
  public func shareOpen(toScore score: Float) -> Double {
    guard drawCount > 0 else { return 0 }
    var low = 0
    var high = cutoffs.count
    while low < high {
      let middle = (low + high) / 2
      if cutoffs[middle] < score { low = middle + 1 } else { high = middle }
    }
    return Double(drawCount - cutoffs.count + low) / Double(drawCount)
  }
}
