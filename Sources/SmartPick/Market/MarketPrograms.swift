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
  /// The program of a preliminary year at the same hospital, or -1: known for general surgery, whose departments
  /// interview once for both.
  private(set) var preliminary: [Int32] = []
  /// Whether holders of advanced places do their first year here.
  private(set) var hasGuests: [Bool] = []
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
      let given = Self.given(Int((share * Double(total)).rounded()), of: quotas, line: index)
      for (place, quota) in quotas.enumerated() {
        self.line.append(Int32(index))
        hasGuests.append(share > 0)
        self.quota.append(Int32(quota - given[place]))
        offered.append(Int32(quota))
        let z = Normal.quantile((Double(place) + 0.5) / Double(quotas.count))
        quality.append(Float(z))
        let rest = (1 - opennessQuality * opennessQuality).squareRoot()
        openness.append(Float(opennessQuality * z + rest * generator.normal()))
        generosity.append(Float(generator.normal()))
      }
      taken.append(given.reduce(0, +))
      starts.append(self.line.count)
    }
    preliminary = [Int32](repeating: -1, count: count)
    joinTracks(season)
  }

  /// Positions of each program that holders of advanced places take: all of the programs that they like best.
  ///
  /// So open positions gather in a few programs, as they do: in 2025 in 100 of 544 of medicine and transitional years.
  /// `quotas` stand by rising quality.
  private static func given(_ sum: Int, of quotas: [Int], line: Int) -> [Int] {
    var generator = SeededGenerator(seed: 0x5052_454C, stream: UInt64(line))
    let count = Double(quotas.count)
    // Where one lives counts as much as the program.
    let liked = quotas.indices.map { place in
      (Normal.quantile((Double(place) + 0.5) / count) + generator.normal(), place)
    }
    var given = [Int](repeating: 0, count: quotas.count)
    var left = sum
    for (_, place) in liked.sorted(by: >) {
      given[place] = min(quotas[place], left)
      left -= given[place]
    }
    return given
  }

  /// Gives each preliminary program of general surgery to the department of like quality: not every department has one.
  private mutating func joinTracks(_ season: MarketSeason) {
    guard let leading = season.lines.firstIndex(where: { !$0.isPreliminary && Self.isSurgical($0) }),
      let first = season.lines.firstIndex(where: { $0.isPreliminary && Self.isSurgical($0) })
    else { return }
    let (departments, years) = (range(leading), range(first))
    for (place, program) in years.enumerated() where years.count <= departments.count {
      let department = departments.lowerBound + (2 * place + 1) * departments.count / (2 * years.count)
      preliminary[department] = Int32(program)
    }
  }

  /// Preliminary surgery is no first year for most advanced specialties.
  private static func isSurgical(_ line: MarketSeason.Line) -> Bool { line.specialty == "Surgery-General" }

  /// The programs of a line.
  func range(_ line: Int) -> Range<Int> { starts[line]..<starts[line + 1] }
}
