import RealModule

/// c4, A3, B3 and B4 for subgroups of a size (Montgomery, appendix VI; computed, not tabled).
struct SubgroupFactors {
  /// Standard error of a subgroup mean in units of the mean standard deviation: 1 / (c4 sqrt n).
  var ofMean: Double
  /// Standard deviation of the standard deviation in units of its mean: sqrt(1 - c4²) / c4.
  var ofDeviation: Double

  /// Nil below two values: one value has no spread.
  init?(size: Double) {
    guard size >= 2 else { return nil }
    let c4 =
      (2 / (size - 1)).squareRoot() * Double.exp(Double.logGamma(size / 2) - Double.logGamma((size - 1) / 2))
    ofMean = 1 / (c4 * size.squareRoot())
    ofDeviation = max(0, 1 - c4 * c4).squareRoot() / c4
  }
}
