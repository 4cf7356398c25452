import Statistics

/// Which charts of a period's list are read: every k-th, or n at random, by a draw that anybody can repeat.
///
/// The list numbers the period's charts from 1 and stays with those who read. Only places in it are known here.
public struct SamplingPlan: Codable, Hashable, Sendable {
  /// How the charts are chosen.
  public enum Way: Codable, Hashable, Sendable {
    /// Every k-th of the list, from a first one that is drawn.
    case every(Int)
    /// So many of the list, each set of them equally likely.
    case random(Int)
  }

  public var way: Way
  /// What the draw begins with; shown beside it, so that it can be seen that nobody chose.
  public var seed: Int

  public init(_ way: Way, seed: Int) {
    self.way = way
    self.seed = seed
  }

  /// The running numbers to read of a list of so many, in order; O(listed).
  ///
  /// Each period has a draw of its own from the one seed. At least one chart is drawn from a list that is not empty.
  public func numbers(of listed: Int, index: Int) -> [Int] {
    guard listed > 0 else { return [] }
    var generator = SeededGenerator(seed: UInt64(bitPattern: Int64(seed)), stream: UInt64(bitPattern: Int64(index)))
    switch way {
    case .every(let step):
      let step = max(1, step)
      return Array(stride(from: 1 + generator.below(min(step, listed)), through: listed, by: step))
    case .random(let count):
      return Self.drawn(max(1, count), of: Array(1...listed), &generator)
    }
  }

  /// The charts that a second person reads too: a tenth of those drawn, at least one, drawn among them.
  public func secondReading(of numbers: [Int], index: Int) -> [Int] {
    guard !numbers.isEmpty else { return [] }
    // A stream of its own: the first draw and the second know nothing of each other.
    var generator = SeededGenerator(
      seed: UInt64(bitPattern: Int64(seed)), stream: ~UInt64(bitPattern: Int64(index)))
    return Self.drawn((numbers.count + 9) / 10, of: numbers, &generator)
  }

  /// Selection sampling, in order: Knuth, *The Art of Computer Programming* 2, 3.4.2, algorithm S.
  private static func drawn(_ count: Int, of all: [Int], _ generator: inout SeededGenerator) -> [Int] {
    var drawn: [Int] = []
    for (place, number) in all.enumerated() where generator.below(all.count - place) < count - drawn.count {
      drawn.append(number)
    }
    return drawn
  }
}
