import RealModule

extension ProportionComparison {
  /// The difference's score interval: every difference that the data do not contradict at this level.
  ///
  /// O. Miettinen and M. Nurminen, Statistics in Medicine 4, 1985: variance at the most likely proportions with that
  /// difference, times N / (N - 1). Accurate to about 1e-12; found by search, in a fraction of a millisecond.
  public func miettinenNurminen(level: Double = 0.95) -> Interval {
    let z = Normal.critical(level: level)
    let estimate = difference
    return Interval(
      low: bisected(from: -1, to: estimate) { differenceScore($0) > z },
      high: bisected(from: estimate, to: 1) { differenceScore($0) >= -z })
  }

  /// The ratio's score interval; low is 0 when the first count is zero, high infinite when the second is.
  ///
  /// P. Koopman, Biometrics 40, 1984. Accurate to about 1e-12 relatively.
  public func koopman(level: Double = 0.95) -> Interval {
    let z = Normal.critical(level: level)
    let center = ratio.map { Double.log($0) } ?? 0
    // e^±80 is beyond any ratio of two proportions of whole numbers at any useful level.
    let low = first.count == 0 ? -Double.infinity : bisected(from: -80, to: min(center, 80)) { ratioScore($0) > z }
    let high =
      second.count == 0 ? Double.infinity : bisected(from: max(center, -80), to: 80) { ratioScore($0) >= -z }
    return Interval(low: Double.exp(low), high: Double.exp(high))
  }

  /// (observed - supposed difference) / its standard error if the difference were `delta`.
  private func differenceScore(_ delta: Double) -> Double {
    let (n1, n2) = (Double(first.total), Double(second.total))
    let (x1, x2) = (Double(first.count), Double(second.count))
    let gap = difference - delta
    if gap == 0 { return 0 }
    // The log-likelihood is concave in the second proportion: its slope falls through zero once.
    let p2 = bisected(from: max(0, -delta), to: min(1, 1 - delta)) { p2 in
      let p1 = p2 + delta
      return (x1 == 0 ? 0 : x1 / p1) - (x1 == n1 ? 0 : (n1 - x1) / (1 - p1))
        + (x2 == 0 ? 0 : x2 / p2) - (x2 == n2 ? 0 : (n2 - x2) / (1 - p2)) > 0
    }
    let p1 = min(1, max(0, p2 + delta))
    let variance = (p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2) * (n1 + n2) / (n1 + n2 - 1)
    return gap / max(0, variance).squareRoot()
  }

  /// The standardized first - ratio × second if the ratio were e^logRatio.
  private func ratioScore(_ logRatio: Double) -> Double {
    let (n1, n2) = (Double(first.total), Double(second.total))
    let (x1, x2) = (Double(first.count), Double(second.count))
    let ratio = Double.exp(logRatio)
    // The most likely second proportion solves a p² - b p + c = 0; this form of the smaller root does not cancel.
    let a = (n1 + n2) * ratio
    let b = (n1 + x2) * ratio + x1 + n2
    let c = x1 + x2
    let p2 = 2 * c / (b + max(0, b * b - 4 * a * c).squareRoot())
    let p1 = min(1, ratio * p2)
    let gap = first.estimate - ratio * second.estimate
    if gap == 0 { return 0 }
    let variance = p1 * (1 - p1) / n1 + ratio * ratio * p2 * max(0, 1 - p2) / n2
    return gap / variance.squareRoot()
  }

  /// The place where a condition that holds on the left stops holding, to the last digits.
  private func bisected(from low: Double, to high: Double, while holds: (Double) -> Bool) -> Double {
    var (low, high) = (low, high)
    while true {
      let middle = 0.5 * (low + high)
      if middle <= low || middle >= high || high - low < 1e-16 { return middle }
      if holds(middle) { low = middle } else { high = middle }
    }
  }
}
