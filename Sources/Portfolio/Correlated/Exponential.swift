/// `exp` and `log` for eight numbers at once, by polynomial, with the four basic operations only, so that the same
/// input gives the same bits on every machine.
package enum EightFold {
  /// Adding and taking away this rounds a small `Float` to the nearest integer, and leaves it in the lowest bits.
  private static let rounder: Float = 12_582_912

  /// `exp(x)`, relative error below 2e-7 for `x` within -87 to 88; beyond, the value at the nearer end.
  ///
  /// `exp(x) = 2^n exp(r)` with `|r| <= ln(2)/2`, the second factor a polynomial of degree six.
  @inline(__always)
  package static func exp(_ value: SIMD8<Float>) -> SIMD8<Float> {
    let low = SIMD8<Float>(repeating: -87)
    let high = SIMD8<Float>(repeating: 88)
    var x = value.replacing(with: low, where: value .< low)
    x = x.replacing(with: high, where: x .> high)
    let shifted = x * 1.442_695_04 + rounder
    let n = shifted - rounder
    // ln(2) in two parts: the first has few bits, so its product with n is exact.
    let r = (x - n * 0.693_359_375) + n * 2.121_944_4e-4
    var p = SIMD8<Float>(repeating: 1.388_888_9e-3)
    p = p * r + 8.333_333_3e-3
    p = p * r + 4.166_666_7e-2
    p = p * r + 1.666_666_7e-1
    p = p * r + 0.5
    p = p * r + 1
    p = p * r + 1
    // A Float and an Int32 have the same size; the exponent is raised by the integer in the rounded number's low bits.
    let bits = unsafeBitCast(p, to: SIMD8<Int32>.self) &+ (unsafeBitCast(shifted, to: SIMD8<Int32>.self) &<< 23)
    return unsafeBitCast(bits, to: SIMD8<Float>.self)
  }

  /// `1 / (1 + exp(-x))`, absolute error below 2e-7.
  @inline(__always)
  package static func logistic(_ x: SIMD8<Float>) -> SIMD8<Float> { 1 / (1 + exp(-x)) }

  /// `-log(1 - f)` for `f` within 0 to 1 - 1e-6, relative error below 1e-6.
  @inline(__always)
  package static func surprise(_ f: SIMD8<Float>) -> SIMD8<Float> {
    let w = 1 - f
    // What rounding took from 1 - f, to first order; matters where f is small.
    let lost = (w - 1) + f
    let bits = unsafeBitCast(w, to: SIMD8<Int32>.self)
    // w = 2^n m with m between sqrt(1/2) and sqrt(2).
    let offset = bits &- 0x3f35_04f3
    let exponent = offset &>> 23
    let m = unsafeBitCast((offset & 0x007f_ffff) &+ 0x3f35_04f3, to: SIMD8<Float>.self)
    let n = unsafeBitCast(exponent &+ 0x4b40_0000, to: SIMD8<Float>.self) - rounder
    // log(m) = 2 artanh(s), s = (m - 1) / (m + 1).
    let s = (m - 1) / (m + 1)
    let z = s * s
    var p = SIMD8<Float>(repeating: 2.0 / 11)
    p = p * z + 2.0 / 9
    p = p * z + 2.0 / 7
    p = p * z + 2.0 / 5
    p = p * z + 2.0 / 3
    p = p * z + 2
    return -(n * 0.693_147_18 + s * p) + lost / w
  }
}
