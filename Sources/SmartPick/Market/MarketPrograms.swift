internal import RealModule
internal import Statistics

/// The programs of a season: fixed, drawn once from the published numbers and not again with each seed.
///
/// They belong with the catalog: structure redrawn with each seed would let luck of the structure into the parameters.
struct MarketPrograms: Sendable {
  /// Position of the line of each program.
  private(set) var line: [Int32] = []
  /// Positions, for preliminary lines less those that holders of advanced places take.
  private(set) var quota: [Int32] = []
  /// Positions as offered.
  private(set) var offered: [Int32] = []
  /// Standard normal standing among the line's programs.
  private(set) var quality: [Float] = []
  /// Standard normal openness to applicants of other kinds, before its spread.
  private(set) var openness: [Float] = []
  /// Standard normal generosity with invitations, before its spread.
  private(set) var generosity: [Float] = []
  /// Where the programs of each line begin; they stand by rising quality.
  private(set) var starts: [Int] = [0]
  /// Positions of each line that holders of advanced places take.
  private(set) var taken: [Int] = []

  var count: Int { line.count }

  /// - Parameters:
  ///   - season: the published numbers.
  ///   - scale: 1 is the whole country, 0.2 a fifth of the programs (for tests).
  ///   - opennessQuality: correlation of openness with quality.
  init(_ season: MarketSeason, scale: Double = 1, opennessQuality: Double) {
    let advanced = Double(season.advancedFilled)
    let together = season.lines.filter { $0.isPreliminary && !Self.isSurgical($0) }
    let wanted = together.reduce(0.0) { $0 + Double($1.positions - $1.unfilled) }
    for (index, line) in season.lines.enumerated() {
      var generator = SeededGenerator(seed: 0x4D41_524B, stream: UInt64(index))
      var quotas: [Int] = []
      for track in line.tracks {
        let programs = max(1, Int((Double(track.programs) * scale).rounded()))
        let positions = max(
          programs, Int((Double(track.positions) / Double(track.programs) * Double(programs)).rounded()))
        quotas += generator.shuffled(
          PracticeQuotas.draw(programs: programs, positions: positions, sd: track.quotaSD, using: &generator))
      }
      generator.shuffle(&quotas)
      let total = quotas.reduce(0, +)
      // Advanced places are filled almost wholly; their holders take preliminary positions where people do.
      var share = 0.0
      if line.isPreliminary && !Self.isSurgical(line) {
        share = min(0.98, 0.97 * advanced * Double(line.positions - line.unfilled) / wanted / Double(line.positions))
      }
      var carried = 0.0
      var net = 0
      for (place, quota) in quotas.enumerated() {
        carried += Double(quota) * (1 - share)
        let own = min(quota, max(0, Int((carried - Double(net)).rounded())))
        net += own
        self.line.append(Int32(index))
        self.quota.append(Int32(own))
        offered.append(Int32(quota))
        let z = Normal.quantile((Double(place) + 0.5) / Double(quotas.count))
        quality.append(Float(z))
        let rest = (1 - opennessQuality * opennessQuality).squareRoot()
        openness.append(Float(opennessQuality * z + rest * generator.normal()))
        generosity.append(Float(generator.normal()))
      }
      taken.append(total - net)
      starts.append(self.line.count)
    }
  }

  /// Preliminary surgery is no first year for most advanced specialties.
  private static func isSurgical(_ line: MarketSeason.Line) -> Bool { line.specialty == "Surgery-General" }

  /// The programs of a line.
  func range(_ line: Int) -> Range<Int> { starts[line]..<starts[line + 1] }
}
