import RealModule
import Statistics

/// Quotas for the programs of one specialty and track.
enum PracticeQuotas {
  /// `programs` whole numbers of at least 1, ascending, that add up to `positions` and spread by about `sd`.
  ///
  /// Lognormal quantiles, one from each of `programs` equal slices of chance, are moved and stretched until their
  /// rounded values have the mean and spread asked for; single positions are then added or taken until the sum is exact.
  static func draw(programs: Int, positions: Int, sd: Double, using random: inout SeededGenerator) -> [Int] {
    precondition(programs >= 1 && positions >= programs, "every program needs a position")
    let count = Double(programs)
    let mean = Double(positions) / count
    let logSD = Double.log(1 + (sd / mean) * (sd / mean)).squareRoot()
    var shape = (0..<programs).map { slice in
      Double.exp(logSD * Normal.quantile((Double(slice) + random.uniformOpen()) / count))
    }
    let (center, spread) = moments(shape)
    shape = shape.map { spread > 0 ? ($0 - center) / spread : 0 }

    var quotas: [Int] = []
    var best = (distance: Double.infinity, quotas: [Int](repeating: 1, count: programs))
    var (move, stretch) = (mean, sd)
    for _ in 0..<24 {
      quotas = shape.map { max(1, Int((move + stretch * $0).rounded())) }
      let (reachedMean, reachedSD) = moments(quotas.map(Double.init))
      let distance = abs(reachedMean - mean) + abs(reachedSD - sd)
      if distance < best.distance { best = (distance, quotas) }
      move += 0.7 * (mean - reachedMean)
      if reachedSD > 0 { stretch *= min(1.3, max(0.75, sd / reachedSD)) }
    }

    quotas = best.quotas
    var missing = positions - quotas.reduce(0, +)
    while missing != 0 {
      let index = random.below(programs)
      if missing > 0 {
        quotas[index] += 1
        missing -= 1
      } else if quotas[index] > 1 {
        quotas[index] -= 1
        missing += 1
      }
    }
    return quotas.sorted()
  }

  /// Mean and standard deviation over all values.
  private static func moments(_ values: [Double]) -> (mean: Double, sd: Double) {
    let mean = values.reduce(0, +) / Double(values.count)
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
    return (mean, variance.squareRoot())
  }
}
