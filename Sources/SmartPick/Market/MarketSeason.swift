/// What is known of one year's Match before it is run, and what came of it: the positions of each line and the active
/// applicants of each group.
///
/// Positions that begin with PGY-2 in the year of the Match (reserved for physicians) are left out, as they are from
/// the published match rates, which count PGY-1 positions.
public struct MarketSeason: Sendable {
  /// The year of the Match.
  public let year: Int
  /// Specialties with their leading positions, then preliminary ones.
  public let lines: [Line]
  /// Active applicants (with a rank order list) by group, in the order of ``MarketGroup``.
  public let active: [Figure]
  /// Percent of each group's active applicants who matched.
  public let matchRates: [Figure]

  /// A specialty's positions that lead on, or its preliminary year.
  public struct Line: Sendable {
    public let specialty: String
    public let isPreliminary: Bool
    /// One for each track, since quotas differ between them.
    public let tracks: [Track]

    /// Name in tables: the specialty, with a word for its preliminary year.
    public var name: String { MarketSeason.name(specialty, isPreliminary) }
    public var programs: Int { tracks.reduce(0) { $0 + $1.programs } }
    public var positions: Int { tracks.reduce(0) { $0 + $1.positions } }
    public var unfilled: Int { tracks.reduce(0) { $0 + $1.unfilled } }
    /// Percent of the positions filled by the algorithm.
    public var fill: Double { 100 * (1 - Double(unfilled) / Double(max(1, positions))) }
    public let source: String
  }

  /// The positions of one track.
  public struct Track: Sendable {
    public let track: MarketTrack
    public let programs: Int
    public let positions: Int
    public let unfilled: Int
    public let quotaSD: Double
  }

  /// The name of a line in tables and in the file of parameters.
  public static func name(_ specialty: String, _ isPreliminary: Bool) -> String {
    isPreliminary && specialty != "Transitional Year" ? specialty + " (preliminary)" : specialty
  }

  /// Positions of all lines.
  public var positions: Int { lines.reduce(0) { $0 + $1.positions } }

  /// Positions that begin with PGY-2 in the following year; whoever takes one needs a preliminary year too.
  public var advancedFilled: Int {
    lines.flatMap(\.tracks).filter { $0.track == .advanced }.reduce(0) { $0 + $1.positions - $1.unfilled }
  }

  /// The newest season that is published in full.
  public static let year2025 = MarketSeason(2025, from: .published, quotas: .published)
  /// The season before: never used to set a parameter, so that the market can be tried on it.
  public static let year2024 = MarketSeason(2024, from: MarketFigures.before, quotas: .published)
  /// The season of a year, if its figures are shipped.
  public static func shipped(_ year: Int) -> MarketSeason? {
    switch year {
    case 2024: year2024
    case 2025: year2025
    default: nil
    }
  }
  /// The years that ``shipped(_:)`` knows.
  public static let years = [2024, 2025]
}

extension MarketFigures {
  /// The figures of 2024 that stand in no other file.
  static let before: MarketFigures = {
    do throws(DataFileError) {
      return MarketFigures(
        tables: try FigureTables(files: [
          DataFile(name: "market-2024.json", bytes: PackageResources.market_2024_json),
          DataFile(name: "market-outcomes.json", bytes: PackageResources.market_outcomes_json),
        ]))
    } catch {
      preconditionFailure(error.description)
    }
  }()
}

extension MarketSeason {
  /// The season of a year from figures; spreads of quotas from `quotas`, since they hardly change.
  init(_ year: Int, from figures: MarketFigures, quotas: MarketFigures) {
    self.year = year
    let leading: [MarketTrack] = [.categorical, .primaryCare, .advanced]
    var lines: [Line] = []
    for isPreliminary in [false, true] {
      for specialty in figures.specialties {
        let tracks = (isPreliminary ? [.preliminary] : leading).compactMap { track -> Track? in
          guard let programs = figures.programs(specialty, track), let positions = figures.positions(specialty, track)
          else { return nil }
          return Track(
            track: track, programs: Int(programs.value), positions: Int(positions.value),
            unfilled: Int(figures.unfilledPositions(specialty, track)?.value ?? 0),
            quotaSD: quotas.quotaSD(specialty, track)?.value ?? positions.value / programs.value / 2)
        }
        guard let source = figures.programs(specialty)?.source, !tracks.isEmpty else { continue }
        lines.append(Line(specialty: specialty, isPreliminary: isPreliminary, tracks: tracks, source: source))
      }
    }
    self.lines = lines
    let all = FigureTables.everyone
    func total(_ quantity: MarketQuantity, _ key: String) -> Figure {
      let found = figures.tables.all(quantity, FigureTables.everySpecialty, key)
      guard let figure = found.first(where: { $0.year == year && $0.trust != .low }) else {
        preconditionFailure("the shipped figures lack \(quantity.rawValue) of \(year) for \(key)")
      }
      return figure
    }
    var active = MarketGroup.main.map { total(.activeApplicants, $0.rawValue) }
    var rates = MarketGroup.main.map { total(.matchRate, $0.rawValue) }
    // Who is left: all less the four groups, in people and in matches.
    let people = total(.activeApplicants, all)
    let matched = total(.matchRate, all)
    let mainPeople = active.reduce(0) { $0 + $1.value }
    let mainMatched = zip(active, rates).reduce(0) { $0 + $1.0.value * $1.1.value / 100 }
    var others = people
    others.value -= mainPeople
    others.note = "all active applicants less the four groups published"
    others.scope = .derived
    var rate = matched
    rate.value = 100 * (people.value * matched.value / 100 - mainMatched) / others.value
    rate.note = "all matched less those of the four groups published"
    rate.scope = .derived
    active.append(others)
    rates.append(rate)
    self.active = active
    matchRates = rates
  }
}
