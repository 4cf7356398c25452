import RealModule

/// Who trains at each program of a track: shares of MD, DO, IMGs who are citizens, and other IMGs.
enum PracticeMixture {
  /// How strongly a program's openness moves each of the four shares, in logs.
  private static let weights = [0, 0.25, 0.8, 1.0]

  /// The published shares of the specialty's matched applicants, graduates counted with their school, summing to 1.
  static func published(_ specialty: String, _ track: MarketTrack, _ market: MarketFigures) -> [Double] {
    func share(_ types: ApplicantType...) -> Double {
      types.map { market.matchedShare(specialty, $0, track).value }.reduce(0, +)
    }
    let shares = [
      share(.usMDSenior, .usMDGraduate), share(.usDOSenior, .usDOGraduate), share(.usIMG), share(.nonUSIMG),
    ]
    let total = shares.reduce(0, +)
    return shares.map { $0 / total }
  }

  /// Shares for programs of these quotas and degrees of openness, whose mean over positions is `shares`.
  ///
  /// Each program's shares are the published ones tilted by its openness; eight rounds of proportional fitting bring
  /// the mean over positions back to the published shares.
  static func fitted(_ shares: [Double], quotas: [Int], openness: [Double]) -> [[Double]] {
    let groups = shares.count
    let tilts = openness.flatMap { open in weights.map { Double.exp($0 * open) } }
    let positions = Double(quotas.reduce(0, +))
    var factors = shares
    var cells = tilts
    for _ in 0..<8 {
      var means = [Double](repeating: 0, count: groups)
      for (program, quota) in quotas.enumerated() {
        let row = program * groups..<(program + 1) * groups
        var total = 0.0
        for cell in row { total += tilts[cell] * factors[cell - row.lowerBound] }
        for cell in row {
          let share = tilts[cell] * factors[cell - row.lowerBound] / total
          cells[cell] = share
          means[cell - row.lowerBound] += share * Double(quota) / positions
        }
      }
      for group in 0..<groups where means[group] > 0 { factors[group] *= shares[group] / means[group] }
    }
    return quotas.indices.map { Array(cells[$0 * groups..<($0 + 1) * groups]) }
  }
}
