import ArgumentParser
import SmartPick

/// `housestaff backtest`: the simulated national season beside the published totals.
struct BacktestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backtest", abstract: "The simulated national Match beside the published totals of a season.",
    discussion: """
      Runs whole seasons of the simulated Match, about a second each, and compares their means with what was published: \
      in-sample rows set the parameters, the others were kept aside. The parameters were fitted to 2025; 2024 is the year \
      that they never saw.
      """)

  @Option(help: "The year of the Match: 2025 or 2024.")
  var season = 2025

  @Option(help: "Simulated seasons to take the mean of.")
  var draws = CalibratedMarket.defaultDraws

  @Option(help: "Decides the luck of the draws; the same seed gives the same bytes.")
  var seed: UInt64 = CalibratedMarket.defaultSeed

  @Option(help: "Draws at a time; the result is the same for any number.")
  var threads = 2

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if !(1...1000).contains(draws) { throw ValidationError("--draws is \(draws); expected 1 to 1000.") }
    if !(1...256).contains(threads) { throw ValidationError("--threads is \(threads); expected 1 to 256.") }
    if !MarketSeason.years.contains(season) {
      throw ValidationError("--season is \(season); the published totals of 2024 and 2025 are at hand.")
    }
  }

  func run() async throws {
    try await reporting {
      guard let figures = MarketSeason.shipped(season) else { throw ValidationError("--season is not at hand.") }
      let model = MarketModel(figures, CalibratedMarket.shipped.parameters)
      let tallies = await model.draws(draws, seed: seed, threads: threads)
      try BacktestText(BacktestReport(model, tallies, seed: seed)).print(output.chosen)
    }
  }
}
