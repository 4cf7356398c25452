/// A seedable generator of random bits: the same seed and stream give the same numbers on every platform.
///
/// xoshiro256++ (D. Blackman and S. Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47, 2021), its
/// state filled by SplitMix64. Only integer arithmetic and the IEEE operations + - * / and square root are used, so the
/// doubles agree to the last bit too. A `stream` numbers independent sequences of one seed, one for each unit of work:
/// results then do not depend on the number of threads.
///
/// ```swift
/// var generator = SeededGenerator(seed: 2026, stream: 3)
/// let coin = generator.uniform() < 0.5
/// ```
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  @usableFromInline var s0: UInt64
  @usableFromInline var s1: UInt64
  @usableFromInline var s2: UInt64
  @usableFromInline var s3: UInt64

  /// Starts the sequence numbered `stream` of `seed`.
  ///
  /// Every pair of values is valid.
  public init(seed: UInt64, stream: UInt64 = 0) {
    // SplitMix64 is a counter that adds one constant, so neighboring streams used as counters would overlap.
    // Both numbers are mixed first; for one seed the mixing is one to one, so streams never coincide.
    let mixedSeed = SplitMix64.mix(seed &+ SplitMix64.increment)
    var filler = SplitMix64(state: SplitMix64.mix(mixedSeed ^ SplitMix64.mix(~stream)))
    self.init(state: (filler.next(), filler.next(), filler.next(), filler.next()))
  }

  /// Starts from a raw state, which must not be all zeros.
  package init(state: (UInt64, UInt64, UInt64, UInt64)) {
    precondition(state.0 | state.1 | state.2 | state.3 != 0, "An all-zero state yields zeros forever.")
    (s0, s1, s2, s3) = state
  }

  /// The next 64 random bits.
  @inlinable
  public mutating func next() -> UInt64 {
    let sum = s0 &+ s3
    let result = ((sum << 23) | (sum >> 41)) &+ s0
    let shifted = s1 << 17
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= shifted
    s3 = (s3 << 45) | (s3 >> 19)
    return result
  }
}

/// SplitMix64: a counter passed through a mixing function.
///
/// G. Steele, D. Lea and C. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
package struct SplitMix64: RandomNumberGenerator, Sendable {
  static let increment: UInt64 = 0x9E37_79B9_7F4A_7C15
  private var state: UInt64

  package init(state: UInt64) {
    self.state = state
  }

  package mutating func next() -> UInt64 {
    state &+= Self.increment
    return Self.mix(state)
  }

  /// A one-to-one scrambling of 64 bits.
  package static func mix(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
