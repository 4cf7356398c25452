/// The market as shipped: parameters, cutoffs by kind of program, and the report card, from one run of `make calibrate`.
public struct CalibratedMarket: Sendable, Codable, Equatable {
  /// The day of the run, as `2026-11-22`.
  public var calibrated: String
  /// The season whose totals set the parameters.
  public var season: Int
  /// Decides the luck of the calibration.
  public var seed: UInt64
  /// What the figures are and where they were read.
  public var about: String
  public var sources: [String]
  public var parameters: MarketParameters
  public var cutoffs: [MarketCutoffs]
  /// The default report card of each season.
  public var backtests: [Card]

  /// What a report card's draws came to; the published side is read from the figures when it is shown.
  public struct Card: Sendable, Codable, Equatable {
    public var season: Int
    public var draws: Int
    public var seed: UInt64
    /// By quantity and group: the mean and the standard deviation.
    public var results: [String: [String: [Double]]]
  }

  /// The draws of a report card if none are asked for.
  public static let defaultDraws = 8
  /// The seed of a report card if none is asked for: not the seed of the calibration.
  public static let defaultSeed: UInt64 = 20_250_321

  /// The shipped market.
  public static let shipped: CalibratedMarket = {
    do throws(DataFileError) {
      return try DataFile(name: "market.json", bytes: PackageResources.market_json).decoded(as: CalibratedMarket.self)
    } catch {
      preconditionFailure(error.description)
    }
  }()

  /// The shipped report card of a season, read in no time; `nil` for a season without one.
  public func report(_ year: Int) -> BacktestReport? {
    guard let card = backtests.first(where: { $0.season == year }), let season = MarketSeason.shipped(year) else {
      return nil
    }
    let rows = BacktestFrame(season).entries.compactMap { entry -> BacktestReport.Row? in
      guard let found = card.results[entry.quantity.rawValue]?[entry.group], found.count == 2 else { return nil }
      return entry.row(simulated: found[0], sd: found[1])
    }
    return BacktestReport(season: year, draws: card.draws, seed: card.seed, rows: rows)
  }

  /// A whole calibration: parameters, then cutoffs and report cards from fresh draws.
  ///
  /// - Parameters:
  ///   - date: the day, for the file.
  ///   - rounds: of Gauss-Newton.
  ///   - threads: of the draws afterwards; the calibration itself uses one.
  ///   - report: what is told while it runs.
  /// - Returns: the market to ship; the same bytes for the same arguments, whatever the number of threads.
  public static func made(
    on date: String, rounds: Int = 2, threads: Int = 1, report: (String) -> Void = { _ in }
  ) async -> CalibratedMarket {
    let seed: UInt64 = 2025
    var calibration = MarketCalibration(.year2025, seed: seed)
    calibration.run(rounds: rounds) { round, cost, _ in
      report("Step \(round + 1) of \(rounds): half the sum of squares \(Words.fixed(cost, 1))")
    }
    let parameters = calibration.parameters.rounded
    let model = MarketModel(.year2025, parameters)
    let tallies = await model.draws(2 * defaultDraws, seed: defaultSeed, threads: threads)
    report("Cutoffs from \(tallies.count) draws")
    let cutoffs = MarketCutoffs.all(model, tallies)
    var cards: [Card] = []
    for year in MarketSeason.years.reversed() {
      guard let season = MarketSeason.shipped(year) else { continue }
      let model = MarketModel(season, parameters)
      let draws = await model.draws(defaultDraws, seed: defaultSeed, threads: threads)
      let card = BacktestReport(model, draws, seed: defaultSeed)
      var results: [String: [String: [Double]]] = [:]
      for row in card.rows {
        results[row.quantity.rawValue, default: [:]][row.group] = [row.simulated.rounded4, row.sd.rounded4]
      }
      cards.append(Card(season: year, draws: defaultDraws, seed: defaultSeed, results: results))
      report("Report card of \(year): \(card.missed.count) promises not kept")
    }
    return CalibratedMarket(
      calibrated: date, season: 2025, seed: seed,
      about:
        "Parameters of the simulated national season, fitted to published totals by applicant group and specialty; "
        + "no figure of a program or a person was used, and nothing was fitted by machine learning.",
      sources: Array(Set(BacktestFrame(.year2025).entries.filter(\.isUsed).map(\.figure.source))).sorted(),
      parameters: parameters, cutoffs: cutoffs, backtests: cards)
  }
}

extension Double {
  /// Four decimals, enough for a figure that is shown with two.
  var rounded4: Double { (self * 10_000).rounded() / 10_000 }
}

extension MarketParameters {
  /// Six decimals: what is written is what was run.
  var rounded: MarketParameters {
    func six(_ value: Double) -> Double { (value * 1e6).rounded() / 1e6 }
    var result = self
    result.strength = strength.map(six)
    result.registered = registered.map(six)
    result.capacity = capacity.map(six)
    result.impression = impression.map(six)
    result.invitations = six(invitations)
    result.opennessQuality = six(opennessQuality)
    result.preliminaryTrack = six(preliminaryTrack)
    result.floor = floor.mapValues(six)
    result.demand = demand.mapValues { $0.map(six) }
    return result
  }
}
