import Statistics
import Testing

@Suite struct `A seeded generator` {
  @Test func `agrees with the published xoshiro256++`() {
    var generator = SeededGenerator(state: (1, 2, 3, 4))
    let expected: [UInt64] = [
      41_943_041, 58_720_359, 3_588_806_011_781_223, 3_591_011_842_654_386, 9_228_616_714_210_784_205,
      9_973_669_472_204_895_162, 14_011_001_112_246_962_877, 12_406_186_145_184_390_807, 15_849_039_046_786_891_736,
      10_450_023_813_501_588_000,
    ]
    #expect((0..<10).map { _ in generator.next() } == expected)
  }

  @Test func `is filled by the published SplitMix64`() {
    var filler = SplitMix64(state: 1_234_567)
    let expected: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431,
      16_408_922_859_458_223_821,
    ]
    #expect((0..<5).map { _ in filler.next() } == expected)
  }

  // Computed by an independent Python version of the documented seeding.
  @Test(arguments: [
    (UInt64(0), UInt64(0), [0x8e11_ed58_c880_a43a, 0x64ce_da51_1991_070c, 0x643e_2fac_8a80_a852] as [UInt64]),
    (0, 1, [0xc174_3710_7e45_e7a5, 0x0705_bde4_d79c_153a, 0x75dc_cd9f_2c25_91bf]),
    (2026, 3, [0x0ab6_794a_84bb_f302, 0xaa16_fddf_fcb9_59d5, 0xe946_3f06_2753_fda5]),
    (.max, .max, [0x608e_15a1_d179_abb3, 0x5a89_8bcb_c4c6_263b, 0x4728_a2c4_f676_cfd5]),
  ])
  func `keeps its sequences from release to release`(seed: UInt64, stream: UInt64, expected: [UInt64]) {
    var generator = SeededGenerator(seed: seed, stream: stream)
    #expect((0..<3).map { _ in generator.next() } == expected)
  }

  @Test func `never repeats a number across neighboring seeds and streams`() {
    // 100 sequences of 1,000 numbers of 64 bits: a chance collision has probability 3e-10.
    var seen: Set<UInt64> = []
    for seed in 0..<10 {
      for stream in 0..<10 {
        var generator = SeededGenerator(seed: UInt64(seed), stream: UInt64(stream))
        for _ in 0..<1_000 { seen.insert(generator.next()) }
      }
    }
    #expect(seen.count == 100_000)
  }

  @Test func `draws uniform numbers with the right moments and range`() {
    var generator = SeededGenerator(seed: 7)
    let n = 400_000
    let draws = (0..<n).map { _ in generator.uniform() }
    #expect(draws.allSatisfy { $0 >= 0 && $0 < 1 })
    #expect(abs(draws.exactSum() / Double(n) - 0.5) < 5 * (1.0 / 12 / Double(n)).squareRoot())
    #expect(abs(draws.map { $0 * $0 }.exactSum() / Double(n) - 1.0 / 3) < 0.0025)
  }

  @Test func `draws normal numbers with the right moments`() {
    var generator = SeededGenerator(seed: 8)
    let n = 400_000
    let draws = (0..<n).map { _ in generator.normal() }
    func moment(_ power: Int) -> Double {
      draws.map { draw in (0..<power).reduce(1.0) { product, _ in product * draw } }.exactSum() / Double(n)
    }
    let error = 5 / Double(n).squareRoot()
    #expect(abs(moment(1)) < error)
    #expect(abs(moment(2) - 1) < error * 1.42)
    #expect(abs(moment(3)) < error * 3.88)
    #expect(abs(moment(4) - 3) < error * 9.8)
  }

  @Test func `keeps its normal numbers to the last bit`() {
    // 2⁻⁵³ and 1 - 2⁻⁵³ are the ends of `uniformOpen()`.
    #expect(Normal.quantile(0x1p-53) == -Normal.quantile(1 - 0x1p-53))
    #expect(abs(Normal.quantile(0x1p-53) + 8.209_536_151_601_387) < 1e-14)
  }

  @Test(arguments: [1, 2, 3, 7, 10, 64, 1_000])
  func `chooses below a bound evenly`(bound: Int) {
    var generator = SeededGenerator(seed: 9, stream: UInt64(bound))
    let draws = 60_000
    var counts = [Int](repeating: 0, count: bound)
    for _ in 0..<draws { counts[generator.below(bound)] += 1 }
    let expected = Double(draws) / Double(bound)
    let statistic = counts.map { (Double($0) - expected) * (Double($0) - expected) / expected }.exactSum()
    if bound == 1 {
      #expect(counts == [draws])
    } else {
      #expect(ChiSquared(degrees: Double(bound - 1)).upperTail(statistic) > 1e-6)
    }
  }

  @Test func `shuffles into every order equally often`() {
    var generator = SeededGenerator(seed: 10)
    var counts: [[Int]: Int] = [:]
    for _ in 0..<24_000 { counts[generator.shuffled(0..<4), default: 0] += 1 }
    #expect(counts.count == 24)
    let statistic = counts.values.map { Double(($0 - 1_000) * ($0 - 1_000)) / 1_000 }.exactSum()
    #expect(ChiSquared(degrees: 23).upperTail(statistic) > 1e-6)
  }
}
