/// Points that fill a cube of 1 to 8 dimensions more evenly than chance: a scrambled Sobol sequence.
///
/// Direction numbers of S. Joe and F. Kuo (SIAM J. Sci. Comput. 30, 2008); scrambled by a random lower triangular matrix
/// and a random shift for each dimension (J. Matoušek, J. Complexity 14, 1998), which keeps the evenness, makes every
/// single point uniform, and lets different seeds give independent estimates. Any first 2ᵏ points put exactly one in
/// each of the 2ᵏ equal slices of every axis: use powers of two. Coordinates lie strictly between 0 and 1, so that
/// `Normal.quantile` may be applied. The same seed gives the same bits on every platform.
public struct LowDiscrepancy: Sendable {
  /// How many coordinates each point has.
  public let dimensions: Int
  /// 64 scrambled direction numbers for each dimension, row by row.
  private let directions: [UInt64]
  private var state: [UInt64]
  private var index: UInt64 = 0

  /// A sequence of points with 1 to 8 coordinates.
  public init(dimensions: Int, seed: UInt64) {
    precondition((1...8).contains(dimensions), "Low-discrepancy points here have 1 to 8 dimensions.")
    var generator = SeededGenerator(seed: seed, stream: 0x50B0_1000 + UInt64(dimensions))
    var directions: [UInt64] = []
    var state: [UInt64] = []
    for dimension in 0..<dimensions {
      directions += Self.scrambled(SobolDirections.numbers(dimension: dimension), using: &generator)
      state.append(generator.next())
    }
    self.dimensions = dimensions
    self.directions = directions
    self.state = state
  }

  /// Without scrambling, from the origin, for comparison with published points.
  package init(unscrambled dimensions: Int) {
    self.dimensions = dimensions
    directions = (0..<dimensions).flatMap { SobolDirections.numbers(dimension: $0) }
    state = [UInt64](repeating: 0, count: dimensions)
  }

  /// The next point.
  public mutating func next() -> [Double] {
    let point = state.map(Self.coordinate)
    advance()
    return point
  }

  /// The next `count` points, row by row: coordinate d of point i is at i × dimensions + d.
  public mutating func next(_ count: Int) -> [Double] {
    var result: [Double] = []
    result.reserveCapacity(count * dimensions)
    for _ in 0..<count {
      for word in state { result.append(Self.coordinate(word)) }
      advance()
    }
    return result
  }

  /// The middle of the 2⁻⁵² wide cell, never 0 or 1.
  private static func coordinate(_ word: UInt64) -> Double {
    Double((word >> 11) | 1) * 0x1p-53
  }

  /// Gray code order: each point differs from the last by one direction number.
  private mutating func advance() {
    index += 1
    let bit = index.trailingZeroBitCount
    for dimension in 0..<dimensions {
      state[dimension] ^= directions[64 * dimension + bit]
    }
  }

  /// Multiplies each direction number by one random lower triangular matrix of bits with ones on its diagonal.
  private static func scrambled(_ numbers: [UInt64], using generator: inout SeededGenerator) -> [UInt64] {
    // Row r yields bit r, counted from the top: its own bit and a random choice of those above it.
    let rows = (0..<64).map { row -> UInt64 in
      let own = (1 as UInt64) << UInt64(63 - row)
      let above = row == 0 ? 0 : ~UInt64(0) << UInt64(64 - row)
      return own | (generator.next() & above)
    }
    return numbers.map { number in
      var result: UInt64 = 0
      for row in rows {
        result = (result << 1) | UInt64((number & row).nonzeroBitCount & 1)
      }
      return result
    }
  }
}
