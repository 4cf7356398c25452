import Statistics
import Testing

@Suite struct `Low-discrepancy points` {
  @Test func `agree with published Sobol points before scrambling`() {
    // SciPy 1.x, qmc.Sobol(8, scramble=False), points 11 and 777.
    var sequence = LowDiscrepancy(unscrambled: 8)
    let points = sequence.next(1_024)
    let eleven = [0.4375, 0.5625, 0.1875, 0.6875, 0.8125, 0.0625, 0.6875, 0.6875]
    let later = [
      0.6923828125, 0.9365234375, 0.1630859375, 0.2744140625, 0.6357421875, 0.3564453125, 0.1904296875, 0.7626953125,
    ]
    for dimension in 0..<8 {
      #expect(abs(points[8 * 11 + dimension] - eleven[dimension]) < 1e-15)
      #expect(abs(points[8 * 777 + dimension] - later[dimension]) < 1e-15)
    }
  }

  @Test(arguments: 1...8)
  func `put one point in each slice of every axis`(dimensions: Int) {
    for seed in 0..<5 as Range<UInt64> {
      var sequence = LowDiscrepancy(dimensions: dimensions, seed: seed)
      let count = 256
      let points = sequence.next(count)
      #expect(points.allSatisfy { $0 > 0 && $0 < 1 })
      for dimension in 0..<dimensions {
        let slices = Set((0..<count).map { Int(points[$0 * dimensions + dimension] * Double(count)) })
        #expect(slices.count == count)
      }
    }
  }

  @Test func `put one point in each box of the first two axes`() {
    var sequence = LowDiscrepancy(dimensions: 2, seed: 5)
    let points = (0..<256).map { _ in sequence.next() }
    for bits in 0...8 {
      let (wide, high) = (Double(1 << bits), Double(1 << (8 - bits)))
      let boxes = Set(points.map { [Int($0[0] * wide), Int($0[1] * high)] })
      #expect(boxes.count == 256)
    }
  }

  @Test func `are uniform over seeds, point by point`() {
    let seeds = 4_000
    for index in [0, 1, 6] {
      let draws = (0..<seeds).map { seed in
        var sequence = LowDiscrepancy(dimensions: 3, seed: UInt64(seed))
        _ = sequence.next(index)
        return sequence.next()
      }
      for dimension in 0..<3 {
        var counts = [Int](repeating: 0, count: 20)
        for point in draws { counts[Int(point[dimension] * 20)] += 1 }
        let statistic = counts.map { Double(($0 - 200) * ($0 - 200)) / 200 }.exactSum()
        #expect(ChiSquared(degrees: 19).upperTail(statistic) > 1e-6)
      }
    }
  }

  @Test func `integrate a smooth function far better than chance`() {
    // The integral of ∏ (1 + (x - 1/2) / 2) over the cube is one; chance would err by about 0.01.
    for seed in 0..<20 as Range<UInt64> {
      var sequence = LowDiscrepancy(dimensions: 6, seed: seed)
      let values = (0..<1_024).map { _ in sequence.next().reduce(1) { $0 * (1 + 0.5 * ($1 - 0.5)) } }
      #expect(abs((values.exactMean() ?? 0) - 1) < 5e-4)
    }
  }

  @Test func `are the same in rows and one by one, and differ between seeds`() {
    var rows = LowDiscrepancy(dimensions: 4, seed: 1)
    var single = LowDiscrepancy(dimensions: 4, seed: 1)
    var other = LowDiscrepancy(dimensions: 4, seed: 2)
    let flat = rows.next(50)
    #expect(flat == (0..<50).flatMap { _ in single.next() })
    #expect(flat != other.next(50))
  }
}
