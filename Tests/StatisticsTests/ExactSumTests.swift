import Statistics
import Testing

@Suite struct `An exact sum` {
  // Expected values from Python's math.fsum.
  @Test(
    arguments: [
      ([], 0.0),
      ([1e16, 1, -1e16], 1),
      ([1e308, 1e-300, -1e308], 1e-300),
      ([1, 1e100, 1, -1e100], 2),
      ([0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1], 1),
      ([1e16, 1, 1e-16], 10_000_000_000_000_002),
      ([1e16, 1], 1e16),
      ([-1e16, -1, -1e-16], -10_000_000_000_000_002),
      ([0x1p53, 1, -0x1p-60], 0x1p53),
      ([0x1p53, 1, 0x1p-60], 0x1p53 + 2),
      ([.leastNonzeroMagnitude, -.leastNonzeroMagnitude], 0),
      ([0.3, -0.1, -0.2], -2.775_557_561_562_891_4e-17),
    ] as [([Double], Double)])
  func `is correctly rounded`(numbers: [Double], expected: Double) {
    #expect(numbers.exactSum() == expected)
  }

  @Test func `does not depend on the order`() {
    var generator = SeededGenerator(seed: 11)
    var numbers = (0..<300).map { _ in
      generator.normal() * Double(sign: .plus, exponent: generator.below(200) - 100, significand: 1)
    }
    let sum = numbers.exactSum()
    for _ in 0..<50 {
      generator.shuffle(&numbers)
      #expect(numbers.exactSum() == sum)
    }
    #expect((numbers + numbers.map { -$0 }).exactSum() == 0)
  }

  @Test func `agrees with whole-number arithmetic`() {
    var generator = SeededGenerator(seed: 12)
    for _ in 0..<200 {
      // Whole numbers of up to 53 bits are doubles; their sum fits 128 bits, whose conversion rounds correctly.
      let units = (0..<50).map { _ in Int64(bitPattern: generator.next()) >> (11 + generator.below(50)) }
      let numbers = units.map { Double($0) * 0x1p-10 }
      let total = units.reduce(Int128(0)) { $0 + Int128($1) }
      #expect(numbers.exactSum() == Double(total) * 0x1p-10)
    }
  }

  @Test func `follows IEEE rules for infinities`() {
    #expect([1, Double.infinity, 2].exactSum() == .infinity)
    #expect([Double.infinity, -.infinity].exactSum().isNaN)
    #expect([Double.nan, 1].exactSum().isNaN)
  }

  @Test func `gives a constant series its own mean`() {
    var generator = SeededGenerator(seed: 13)
    for count in 1...200 {
      let value = generator.normal()
      #expect([Double](repeating: value, count: count).exactMean() == value)
    }
    #expect([Double]().exactMean() == nil)
  }
}
