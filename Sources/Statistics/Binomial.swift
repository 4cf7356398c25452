/// How many of so many independent trials succeed.
public struct Binomial: Sendable, Hashable {
  /// The number of trials, zero or more.
  public let trials: Int
  /// The chance of each, in [0, 1].
  public let probability: Double

  /// `trials` must be zero or more and `probability` in [0, 1].
  public init(trials: Int, probability: Double) {
    precondition(trials >= 0, "The number of trials is zero or more.")
    precondition(probability >= 0 && probability <= 1, "A probability lies between 0 and 1.")
    self.trials = trials
    self.probability = probability
  }

  /// trials × probability.
  public var mean: Double { Double(trials) * probability }

  /// P(X = k), accurate in the far tails; zero outside 0 to trials.
  public func mass(_ k: Int) -> Double {
    guard k >= 0, k <= trials else { return 0 }
    return SaddlePoint.binomial(Double(k), of: Double(trials), p: probability, q: 1 - probability)
  }

  /// P(X ≤ k).
  ///
  /// Complexity: O(√trials).
  public func cdf(_ k: Int) -> Double { tails(k).lower }

  /// P(X > k).
  ///
  /// Complexity: O(√trials).
  public func upperTail(_ k: Int) -> Double { tails(k).upper }

  /// The smallest k with P(X ≤ k) ≥ p, for p in [0, 1].
  ///
  /// A cumulative probability that misses p by rounding only (1 part in 10¹³) counts as reaching it.
  public func quantile(_ p: Double) -> Int {
    precondition(p >= 0 && p <= 1, "A probability lies between 0 and 1.")
    let sd = (mean * (1 - probability)).squareRoot()
    return discreteQuantile(p, start: mean + sd * Normal.quantile(p), in: 0...trials, cdf: cdf)
  }

  private func tails(_ k: Int) -> (lower: Double, upper: Double) {
    if k < 0 { return (0, 1) }
    if k >= trials { return (1, 0) }
    let beta = IncompleteBeta.tails(
      a: Double(k) + 1, b: Double(trials - k), x: probability, y: 1 - probability)
    return (beta.upper, beta.lower)
  }
}

/// The smallest k in a range where a cumulative distribution reaches p, but for rounding.
///
/// Doubling steps from the start, then halving. Complexity: O(log(distance)) evaluations.
func discreteQuantile(_ p: Double, start: Double, in range: ClosedRange<Int>, cdf: (Int) -> Double) -> Int {
  let threshold = p * (1 - 1e-13)
  let limits = (Double(range.lowerBound), Double(range.upperBound).nextDown)
  var high = start >= limits.1 ? range.upperBound : start > limits.0 ? Int(start) : range.lowerBound
  var low = high
  var step = 1
  while high < range.upperBound, cdf(high) < threshold {
    low = high + 1
    high = range.upperBound - high > step ? high + step : range.upperBound
    step *= 2
  }
  step = 1
  if low == high {
    while low > range.lowerBound, cdf(low - 1) >= threshold {
      high = low - 1
      low = low - range.lowerBound > step ? low - step : range.lowerBound
      step *= 2
    }
  }
  while low < high {
    let middle = low + (high - low) / 2
    if cdf(middle) >= threshold { high = middle } else { low = middle + 1 }
  }
  return high
}
