import RealModule

/// How many rare, independent events happen when so many are expected.
public struct Poisson: Sendable, Hashable {
  /// The expected number, zero or more.
  public let mean: Double

  /// `mean` must be finite and zero or more.
  public init(mean: Double) {
    precondition(mean >= 0 && mean.isFinite, "An expected number of events is zero or more.")
    self.mean = mean
  }

  /// P(X = k), accurate in the far tails.
  public func mass(_ k: Int) -> Double {
    k < 0 ? 0 : SaddlePoint.poisson(Double(k), mean: mean)
  }

  /// P(X ≤ k).
  ///
  /// Complexity: O(√mean).
  public func cdf(_ k: Int) -> Double {
    k < 0 ? 0 : IncompleteGamma.tails(shape: Double(k) + 1, at: mean).upper
  }

  /// P(X > k).
  ///
  /// Complexity: O(√mean).
  public func upperTail(_ k: Int) -> Double {
    k < 0 ? 1 : IncompleteGamma.tails(shape: Double(k) + 1, at: mean).lower
  }

  /// The smallest k with P(X ≤ k) ≥ p, for p at least 0 and below 1.
  ///
  /// A cumulative probability that misses p by rounding only (1 part in 10¹³) counts as reaching it.
  public func quantile(_ p: Double) -> Int {
    precondition(p >= 0 && p < 1, "A Poisson quantile needs a probability at least 0 and below 1.")
    return discreteQuantile(p, start: mean + mean.squareRoot() * Normal.quantile(p), in: 0...Int.max, cdf: cdf)
  }
}
