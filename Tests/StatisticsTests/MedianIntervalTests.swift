import Statistics
import Testing

@Suite struct `The interval of a median` {
  /// How many of 2^n equally likely ways put at most `k` of n values below the median, counted in whole numbers.
  private func ways(_ n: Int, atMost k: Int) -> Int {
    var row = [1]
    for _ in 0..<n { row = zip([0] + row, row + [0]).map(+) }
    return row.prefix(k + 1).reduce(0, +)
  }

  @Test func `covers at least what it says, and one rank further in would not`() throws {
    for n in 1...40 {
      let interval = Quantiles((1...n).map(Double.init))?.medianInterval()
      let all = 1 << n
      guard let interval else {
        #expect(ways(n, atMost: 0) * 2 * 20 > all, "\(n) values")
        continue
      }
      let rank = Int(interval.low)
      #expect(Int(interval.high) == n + 1 - rank)
      #expect(ways(n, atMost: rank - 1) * 2 * 20 <= all, "\(n) values")
      #expect(ways(n, atMost: rank) * 2 * 20 > all, "\(n) values")
    }
  }

  @Test func `is the textbook's`() throws {
    // Ranks at 95% as tabled for the sign test: 6 values take all, 10 take 2 to 9, 20 take 6 to 15, 30 take 10 to 21.
    for (n, low, high) in [(6, 1.0, 6.0), (10, 2, 9), (20, 6, 15), (30, 10, 21)] {
      let interval = Quantiles((1...n).map(Double.init))?.medianInterval()
      #expect(interval == Interval(low: low, high: high))
    }
    #expect(Quantiles([1.0, 2, 3, 4, 5])?.medianInterval() == nil)
  }

  @Test func `holds the median, and narrows at a lower level`() throws {
    var random = SeededGenerator(seed: 7)
    for n in [6, 9, 24, 101] {
      let sample = try #require(Quantiles((0..<n).map { _ in Double(Int.random(in: 0..<20, using: &random)) }))
      let wide = try #require(sample.medianInterval(0.95))
      let narrow = try #require(sample.medianInterval(0.5))
      #expect(wide.low <= narrow.low && narrow.high <= wide.high)
      #expect(narrow.low <= sample.median && sample.median <= narrow.high)
    }
  }
}
