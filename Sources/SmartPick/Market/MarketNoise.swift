internal import Statistics

/// Standard normal numbers, five from one hashed counter, good enough for noise: 4,096 equally likely quantiles.
///
/// The same (key, counter) gives the same five numbers whatever was drawn before, so draws with changed parameters
/// share their luck, and no result depends on the number of threads.
struct MarketNoise: Sendable {
  private let table: [Float]

  /// The quantiles at the middles of 4,096 slices, scaled to variance 1.
  static let shared = MarketNoise()

  private init() {
    let count = 4096
    let raw = (0..<count).map { Normal.quantile((Double($0) + 0.5) / Double(count)) }
    let sd = (raw.reduce(0) { $0 + $1 * $1 } / Double(count)).squareRoot()
    table = raw.map { Float($0 / sd) }
  }

  /// Sixty random bits for a counter under a key.
  @inline(__always)
  static func bits(_ key: UInt64, _ counter: UInt64) -> UInt64 {
    SplitMix64.mix(key &+ SplitMix64.mix(counter &+ 0x9E37_79B9_7F4A_7C15))
  }

  /// A key for one purpose of one draw.
  static func key(seed: UInt64, _ draw: Int, _ purpose: UInt64) -> UInt64 {
    SplitMix64.mix(SplitMix64.mix(seed &+ 0x9E37_79B9_7F4A_7C15) ^ SplitMix64.mix(UInt64(draw) &* 64 &+ purpose))
  }

  /// The normal number in slot 0 to 4 of some bits.
  @inline(__always)
  func normal(_ bits: UInt64, _ slot: UInt64) -> Float { table[Int((bits >> (12 * slot)) & 4095)] }

  /// A number strictly between 0 and 1 from all bits.
  @inline(__always)
  static func uniform(_ bits: UInt64) -> Double { (Double(bits >> 11) + 0.5) * 0x1p-53 }
}
