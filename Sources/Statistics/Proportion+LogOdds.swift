import RealModule

extension Proportion {
  /// The ends of `clopperPearson` as log-odds, which keep their digits near 0 and 1; ∓∞ at the ends.
  func clopperPearsonLogOdds(level: Double) -> Interval {
    let tail = outside(level)
    let (x, n) = (Double(count), Double(total))
    return Interval(
      low: count == 0 ? -.infinity : Beta(x, n - x + 1).logOdds(lower: tail),
      high: count == total ? .infinity : Beta(x + 1, n - x).logOdds(upper: tail))
  }

  /// The ends of `midP` as log-odds; ∓∞ at the ends.
  func midPLogOdds(level: Double) -> Interval {
    let tail = outside(level)
    return Interval(
      low: Self.midPLow(count, of: total, tail: tail),
      high: -Self.midPLow(total - count, of: total, tail: tail))
  }

  /// The log-odds at which P(X > count) + P(X = count) / 2 is the tail.
  private static func midPLow(_ count: Int, of total: Int, tail: Double) -> Double {
    if count == 0 { return -.infinity }
    let (x, n) = (Double(count), Double(total))
    if count == total {
      // Half of pⁿ is the tail.
      let logarithm = Double.log(2 * tail) / n
      return logarithm - Double.log(-Double.expMinusOne(logarithm))
    }
    let target = Double.log(tail)
    // P(X ≥ k) is the lower tail of Beta(k, n - k + 1), so the half-weighted tail is the mean of two such.
    return monotoneRoot(low: -745, high: 745, start: Beta(x, n - x + 1).logOdds(lower: tail)) { u in
      let (p, q) = (Logistic.logistic(u), Logistic.logistic(-u))
      let beyond = IncompleteBeta.tails(a: x + 1, b: n - x, x: p, y: q).lower
      let reached = IncompleteBeta.tails(a: x, b: n - x + 1, x: p, y: q).lower
      let slope =
        IncompleteBeta.kernel(a: x + 1, b: n - x, x: p, y: q) + IncompleteBeta.kernel(a: x, b: n - x + 1, x: p, y: q)
      let value = 0.5 * (beyond + reached)
      return (Double.log(value) - target, 0.5 * slope / value)
    }
  }
}
