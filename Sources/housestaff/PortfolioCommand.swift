import ArgumentParser
struct PortfolioCommand: ParsableCommand { static let configuration = CommandConfiguration(commandName: "portfolio") }
struct CatalogCommand: ParsableCommand { static let configuration = CommandConfiguration(commandName: "catalog") }
