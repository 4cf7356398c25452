/// The u in `low ... high` where an increasing function is zero: Newton steps, halving whenever one leaves the bracket.
///
/// `f` gives the value and the slope; a value of ∓∞ or a useless slope only costs a halving. Ends within a few units in
/// the last place of u, or of one where u is small, as far as rounding in `f` lets it.
func monotoneRoot(
  low: Double, high: Double, start: Double, of f: (Double) -> (value: Double, slope: Double)
) -> Double {
  var low = low
  var high = high
  var u = start > low && start < high ? start : 0.5 * (low + high)
  for _ in 0..<200 {
    let (value, slope) = f(u)
    if value == 0 { return u }
    if value < 0 { low = u } else { high = u }
    let newton = u - value / slope
    // Comparisons with NaN are false: a broken step halves.
    let isInside = newton > low && newton < high
    let next = isInside ? newton : 0.5 * (low + high)
    // Newton's steps square their error: after one this small nothing but rounding is left.
    let tolerance = isInside ? 1e-11 : 4e-16
    if abs(next - u) <= tolerance * max(1, abs(u)) { return next }
    u = next
  }
  return u
}
