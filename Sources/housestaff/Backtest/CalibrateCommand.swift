import ArgumentParser
import Foundation
import SmartPick

/// `housestaff calibrate`: sets the market's parameters anew and writes the file that is shipped.
///
/// For those who work on the program; `make calibrate` runs it.
struct CalibrateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate", abstract: "Fit the simulated market to the published totals and write its file.",
    shouldDisplay: false)

  @Option(help: "The file to write.")
  var out: String

  @Option(help: "The day that the file bears.")
  var date: String

  @Option(help: "Gauss-Newton steps.")
  var rounds = 2

  @Option(help: "Draws at a time once the parameters stand; the result is the same for any number.")
  var threads = 1

  func validate() throws {
    if !(1...50).contains(rounds) { throw ValidationError("--rounds is \(rounds); expected 1 to 50.") }
    if !(1...256).contains(threads) { throw ValidationError("--threads is \(threads); expected 1 to 256.") }
    if date.wholeMatch(of: /\d{4}-\d{2}-\d{2}/) == nil {
      throw ValidationError("--date is \"\(date)\"; expected a day as 2026-11-22.")
    }
  }

  func run() async throws {
    try await reporting {
      let market = await CalibratedMarket.made(on: date, rounds: rounds, threads: threads) { Console.note($0) }
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      let bytes = try encoder.encode(market) + [0x0A]
      do {
        try bytes.write(to: URL(fileURLWithPath: out))
      } catch {
        throw InputFailure("\(out): it cannot be written (\(error.localizedDescription)). Give a path that can be.")
      }
      Console.note("\(out) is written. Build again, and look at `housestaff backtest` before it is shipped.")
    }
  }
}
