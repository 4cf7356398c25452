internal import Markup
internal import SmartPick

/// The report card of the simulated Match behind the odds.
enum BacktestRoutes {
  static let all: [Route] = [
    .get(.backtest, for: .anyone) { page in
      page.page("Backtest") { BacktestPage(market: .shipped) }
    }
  ]
}
