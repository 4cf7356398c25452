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
    let tilts = openness.map { open in weights.map { Double.exp($0 * open) } }
    let positions = Double(quotas.reduce(0, +))
    var factors = shares
    var rows: [[Double]] = []
    for _ in 0..<8 {
      rows = tilts.map { tilt in
        let raw = zip(tilt, factors).map { $0 * $1 }
        let total = raw.reduce(0, +)
        return raw.map { $0 / total }
      }
      for group in shares.indices {
        let mean = zip(rows, quotas).reduce(0) { $0 + $1.0[group] * Double($1.1) } / positions
        if mean > 0 { factors[group] *= shares[group] / mean }
      }
    }
    return rows
  }
}
