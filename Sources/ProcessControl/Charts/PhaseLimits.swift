import RealModule
import Statistics

/// Center line and limits of one phase; NaN where there is none.
///
/// The formulas, with their sources, are in the guide `ControlCharts.md`.
struct PhaseLimits {
  var center = Double.nan
  /// One entry, or one for each point of the phase.
  var lower: [Double] = []
  var upper: [Double] = []
  var screened = 0
  /// The ratio of variation seen to variation expected, of P' and U' charts.
  var inflation: Double?

  func lower(at offset: Int) -> Double { lower.isEmpty ? .nan : lower[lower.count == 1 ? 0 : offset] }
  func upper(at offset: Int) -> Double { upper.isEmpty ? .nan : upper[upper.count == 1 ? 0 : offset] }
}

/// What the limits of a phase are computed from.
struct PhaseData {
  let groups: Subgroups
  /// The values plotted, before multiplication.
  let values: [Double]
  /// The points of the phase.
  let range: Range<Int>
  /// Those that decide: inside the freeze and not excluded, in order.
  let baseline: [Int]
  let request: ChartRequest
  /// The given center line, before multiplication.
  let given: Double?

  var sigmas: Double { request.sigmas }
  var screening: Double? { request.screensMovingRanges ? ShewhartFactor.d4 : nil }

  func limits(of kind: ChartKind) -> PhaseLimits {
    switch kind {
    case .run: PhaseLimits(center: given ?? baselineValues.median ?? .nan)
    case .i: individuals()
    case .mr: movingRanges()
    case .iprime: normalizedIndividuals()
    case .xbar, .s: subgroups(kind)
    case .t: timeBetween()
    case .g: casesBetween()
    case .c: counts()
    case .u, .p: proportions(kind, inflated: false)
    case .uprime, .pprime: proportions(kind, inflated: true)
    }
  }

  var baselineValues: [Double] {
    var found: [Double] = []
    found.reserveCapacity(baseline.count)
    for index in baseline where !values[index].isNaN { found.append(values[index]) }
    return found
  }

  /// Σ numerators / Σ denominators of the baseline.
  private var pooled: Double {
    var numerators = ExactSum()
    var denominators = ExactSum()
    for index in baseline where !values[index].isNaN {
      numerators.add(groups.sums[index])
      denominators.add(groups.weights[index])
    }
    return numerators.value / denominators.value
  }

  private func individuals() -> PhaseLimits {
    let center = given ?? baselineValues.roundedMean ?? .nan
    let range = MovingRange(of: values, at: baseline, screening: screening)
    // Making Data Count rounds 3 / 1.128 to 2.66; its own rules are judged with its own limits.
    let width =
      request.rules == .makingDataCount
      ? sigmas / 3 * ShewhartFactor.makingDataCount * range.mean : sigmas * (range.mean / ShewhartFactor.d2)
    return PhaseLimits(center: center, lower: [center - width], upper: [center + width], screened: range.screened)
  }

  private func movingRanges() -> PhaseLimits {
    let center = given ?? baselineValues.roundedMean ?? .nan
    return PhaseLimits(
      center: center, lower: [center.isNaN ? .nan : 0], upper: [ShewhartFactor.d4 * center * (sigmas / 3)])
  }

  private func normalizedIndividuals() -> PhaseLimits {
    var products = ExactSum()
    var total = ExactSum()
    for index in baseline where !values[index].isNaN {
      products.add(values[index] * weight(index))
      total.add(weight(index))
    }
    let center = given ?? products.value / total.value
    var spreads: [Double] = []
    var previous: Int?
    for index in baseline {
      if let last = previous {
        let spread =
          (Double.pi / 2).squareRoot() * abs(values[index] - values[last])
          / (1 / weight(index) + 1 / weight(last)).squareRoot()
        if !spread.isNaN { spreads.append(spread) }
      }
      previous = index
    }
    let spread = MovingRange(
      ranges: spreads, screening: request.screensMovingRanges ? ShewhartFactor.taylor : nil)
    var result = PhaseLimits(center: center, screened: spread.screened)
    for index in range {
      let width = sigmas * spread.mean / weight(index).squareRoot()
      result.lower.append(center - width)
      result.upper.append(center + width)
    }
    return result
  }

  /// The denominator, or the number of values where there are no denominators.
  private func weight(_ index: Int) -> Double {
    groups.weights[index].isNaN ? groups.sizes[index] : groups.weights[index]
  }

  private func subgroups(_ kind: ChartKind) -> PhaseLimits {
    let first = groups.sizes[range.lowerBound]
    let isEven = range.allSatisfy { groups.sizes[$0] == first }
    var deviations = ExactSum()
    var variance = ExactSum()
    var freedom = 0.0
    var used = 0
    var products = ExactSum()
    var total = 0.0
    for index in baseline where groups.sizes[index] > 0 {
      products.add(groups.sizes[index] * groups.means[index])
      total += groups.sizes[index]
      let deviation = groups.deviations[index]
      guard !deviation.isNaN else { continue }
      deviations.add(deviation)
      variance.add((groups.sizes[index] - 1) * deviation * deviation)
      freedom += groups.sizes[index] - 1
      used += 1
    }
    let deviation = isEven ? deviations.value / Double(used) : (variance.value / freedom).squareRoot()
    let spread = kind == .s ? given ?? deviation : deviation
    let center = kind == .s ? spread : given ?? products.value / total
    var result = PhaseLimits(center: center)
    var factors: SubgroupFactors?
    var size = -1.0
    for index in range {
      if groups.sizes[index] != size {
        size = groups.sizes[index]
        factors = SubgroupFactors(size: size)
      }
      let width = (kind == .s ? factors?.ofDeviation : factors?.ofMean).map { sigmas * $0 * spread } ?? .nan
      result.lower.append(kind == .s ? atLeastZero(center - width) : center - width)
      result.upper.append(center + width)
    }
    return result
  }

  private func counts() -> PhaseLimits {
    let center = given ?? baselineValues.roundedMean ?? .nan
    let width = sigmas * center.squareRoot()
    return PhaseLimits(center: center, lower: [atLeastZero(center - width)], upper: [center + width])
  }

  private func proportions(_ kind: ChartKind, inflated: Bool) -> PhaseLimits {
    let isShare = kind == .p || kind == .pprime
    let center = given ?? pooled
    let variance = isShare ? center * (1 - center) : center
    var result = PhaseLimits(center: center)
    var factor = 1.0
    if inflated, variance > 0 {
      let inflation = zInflation(center: center, variance: variance)
      result.inflation = inflation.mean
      result.screened = inflation.screened
      factor = inflation.mean
    }
    result.lower.reserveCapacity(range.count)
    result.upper.reserveCapacity(range.count)
    for index in range {
      let weight = groups.weights[index]
      let width = weight > 0 ? sigmas * (variance / weight).squareRoot() * factor : .nan
      result.lower.append(atLeastZero(center - width))
      result.upper.append(isShare && center + width > 1 ? 1 : center + width)
    }
    return result
  }

  /// Laney's sigma of the z values of the baseline; over names their standard deviation, for names have no neighbors.
  private func zInflation(center: Double, variance: Double) -> (mean: Double, screened: Int) {
    var z = [Double](repeating: .nan, count: values.count)
    for index in baseline where groups.weights[index] > 0 {
      z[index] = (values[index] - center) / (variance / groups.weights[index]).squareRoot()
    }
    guard groups.places[range.lowerBound].isOrdered else {
      let known = baseline.map { z[$0] }.filter { !$0.isNaN }
      let mean = known.roundedMean ?? .nan
      let squares = known.map { ($0 - mean) * ($0 - mean) }.exactSum()
      return ((squares / Double(known.count - 1)).squareRoot(), 0)
    }
    let range = MovingRange(of: z, at: baseline, screening: screening)
    return (range.mean / ShewhartFactor.d2, range.screened)
  }

  private func casesBetween() -> PhaseLimits {
    // The distribution is skewed: the line is the median, the limit comes from the mean. A given center is a mean, and
    // 0.693 (ln 2) of the mean is the median of a geometric count (L. Provost and S. Murray, 2011).
    let mean = given ?? baselineValues.roundedMean ?? .nan
    let center = given.map { 0.693 * $0 } ?? baselineValues.median ?? .nan
    let width = sigmas * (mean * (mean + 1)).squareRoot()
    return PhaseLimits(center: center, lower: [atLeastZero(mean - width)], upper: [mean + width])
  }

  private func timeBetween() -> PhaseLimits {
    let transformed = values.map { Double.pow($0, 1 / 3.6) }
    var inner = PhaseData(
      groups: groups, values: transformed, range: range, baseline: baseline, request: request,
      given: given.map { Double.pow($0, 1 / 3.6) }
    ).individualsOfTime()
    inner.center = given ?? Double.pow(inner.center, 3.6)
    inner.lower = inner.lower.map { $0 > 0 ? Double.pow($0, 3.6) : $0.isNaN ? .nan : 0 }
    inner.upper = inner.upper.map { Double.pow($0, 3.6) }
    return inner
  }

  private func individualsOfTime() -> PhaseLimits {
    var plain = request
    plain.rules = .anhoej
    return PhaseData(
      groups: groups, values: values, range: range, baseline: baseline, request: plain, given: given
    ).individuals()
  }

  private func atLeastZero(_ limit: Double) -> Double { limit < 0 ? 0 : limit }
}
