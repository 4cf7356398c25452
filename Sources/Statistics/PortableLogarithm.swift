/// The natural logarithm from the basic IEEE operations only, for finite normal `x > 0`; error below one unit in the last place.
///
/// Mathematical libraries differ in the last bit of `log`; random numbers must not. With x = 2ᵉ (1 + f) and
/// s = f / (2 + f), log(1 + f) = 2 atanh(s), summed as f - (f²/2 - s (f²/2 + r)) to keep the leading term exact.
func portableLogarithm(_ x: Double) -> Double {
  var exponent = Double(x.exponent)
  var significand = x.significand
  if significand > 1.414_213_562_373_095_1 {
    significand *= 0.5
    exponent += 1
  }
  let f = significand - 1
  let s = f / (2 + f)
  let square = s * s
  // 2 atanh(s) / s - 2; |s| < 0.172, so that the eleventh term is below 1e-17.
  var r = 0.0
  for denominator in stride(from: 23.0, to: 1, by: -2) {
    r = square * (2 / denominator + r)
  }
  let half = 0.5 * f * f
  // The high part has 20 trailing zero bits: its product with an exponent is exact.
  let high = 0x1.62e42feep-1
  let low = 0x1.a39ef35793c76p-33
  return exponent * high - ((half - (s * (half + r) + exponent * low)) - f)
}
