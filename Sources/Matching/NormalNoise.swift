import RealModule

/// Standard normal numbers from a counter: the number of (draw, listing) is the same whoever asks, and when.
///
/// Doornik's form of the ziggurat of Marsaglia and Tsang (2000), 128 layers of equal area, fed by the mixing function
/// of SplitMix64. Exact but for the 53 bits of a uniform.
struct NormalNoise: Sendable {
  private let edges: [Double]
  private let ratios: [Double]

  /// Where the tail begins, and the area of each layer (Marsaglia and Tsang, for 128 layers).
  private static let tail = 3.442619855899
  private static let area = 9.91256303526217e-3

  init() {
    var edges = [Double](repeating: 0, count: 129)
    var density = Double.exp(-0.5 * Self.tail * Self.tail)
    edges[0] = Self.area / density
    edges[1] = Self.tail
    for layer in 2..<128 {
      edges[layer] = (-2 * Double.log(Self.area / edges[layer - 1] + density)).squareRoot()
      density = Double.exp(-0.5 * edges[layer] * edges[layer])
    }
    ratios = (0..<128).map { edges[$0 + 1] / edges[$0] }
    self.edges = edges
  }

  /// The key of one draw, from which all its numbers come.
  static func key(seed: UInt64, draw: Int) -> UInt64 {
    mix(mix(seed &+ 0x9E37_79B9_7F4A_7C15) ^ mix(~UInt64(draw)))
  }

  /// The number at a position of the draw with this key.
  @inline(__always)
  func value(_ key: UInt64, _ position: Int) -> Double {
    let bits = Self.mix(key &+ UInt64(truncatingIfNeeded: position) &* 0x9E37_79B9_7F4A_7C15)
    let layer = Int(bits & 127)
    let uniform = Double(Int64(bitPattern: bits) >> 11) * 0x1p-52
    if uniform.magnitude < ratios[layer] { return uniform * edges[layer] }
    return rare(bits)
  }

  /// The edge of a layer, or the tail: about one in fifty.
  @inline(never)
  private func rare(_ first: UInt64) -> Double {
    var bits = first
    func unit() -> Double {
      bits = Self.mix(bits &+ 0xD1B5_4A32_D192_ED03)
      return (Double(bits >> 11) + 0.5) * 0x1p-53
    }
    while true {
      let layer = Int(bits & 127)
      let uniform = Double(Int64(bitPattern: bits) >> 11) * 0x1p-52
      if uniform.magnitude < ratios[layer] { return uniform * edges[layer] }
      if layer == 0 {
        while true {
          let x = Double.log(unit()) / Self.tail
          let y = Double.log(unit())
          if -2 * y >= x * x { return uniform < 0 ? x - Self.tail : Self.tail - x }
        }
      }
      let x = uniform * edges[layer]
      let low = Double.exp(-0.5 * (edges[layer] * edges[layer] - x * x))
      let high = Double.exp(-0.5 * (edges[layer + 1] * edges[layer + 1] - x * x))
      if high + unit() * (low - high) < 1 { return x }
      bits = Self.mix(bits &+ 0xD1B5_4A32_D192_ED03)
    }
  }

  @inline(__always)
  private static func mix(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
