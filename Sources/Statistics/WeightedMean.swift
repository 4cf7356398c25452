extension Collection where Element == Double {
  /// Σ weight · value / Σ weight, from exact sums; nil when the weights sum to zero.
  ///
  /// As many weights as values, each finite and at least zero. A value of weight zero plays no part, even if it is NaN.
  public func weightedMean(_ weights: some Collection<Double>) -> Double? {
    precondition(count == weights.count, "A weighted mean needs one weight for each value.")
    var sum = ExactSum()
    var total = ExactSum()
    for (value, weight) in zip(self, weights) {
      precondition(weight >= 0 && weight.isFinite, "A weight is finite and at least zero.")
      if weight == 0 { continue }
      let product = value * weight
      sum.add(product)
      if product.isFinite { sum.add((-product).addingProduct(value, weight)) }
      total.add(weight)
    }
    return total.value > 0 ? sum.value / total.value : nil
  }
}
