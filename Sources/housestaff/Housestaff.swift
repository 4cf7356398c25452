import ArgumentParser

/// The command line: the same values as the pages, printed.
@main
struct Housestaff: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "housestaff",
    abstract: "Choose where you train; change the place once there.",
    discussion: """
      Results go to standard output, everything else to standard error. Exit status: 0 done, 1 the input is wrong, \
      64 the command line is wrong, 70 our fault. Nothing leaves this machine.
      """,
    subcommands: [
      ListCommand.self, RankCommand.self, CatalogCommand.self, PortfolioCommand.self, MatchCommand.self,
      BacktestCommand.self, ChartCommand.self, ServeCommand.self, WorkspaceCommand.self, CalibrateCommand.self,
    ])
}
