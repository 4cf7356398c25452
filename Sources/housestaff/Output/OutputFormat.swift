import ArgumentParser
import Foundation
import Site
import Tables
import Workspaces

/// How results are printed.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  case table, csv, json

  /// A table for a person at a terminal, CSV for a pipe.
  static var standard: OutputFormat { isatty(STDOUT_FILENO) == 1 ? .table : .csv }
}

/// Options that every command takes.
struct OutputOptions: ParsableArguments {
  @Option(help: "How to print: table, csv or json (table on a terminal, csv in a pipe).")
  var format: OutputFormat?

  var chosen: OutputFormat { format ?? .standard }
}

/// Writes results to standard output and all the rest to standard error.
enum Console {
  static func out(_ text: String) { write(Array(text.utf8), to: FileHandle.standardOutput) }

  static func out(csv rows: [[String]]) { write(CSVWriter.write(rows), to: FileHandle.standardOutput) }

  static func out(json value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    write(Array(try encoder.encode(value)) + [0x0A], to: FileHandle.standardOutput)
  }

  static func note(_ text: String) { write(Array((text + "\n").utf8), to: FileHandle.standardError) }

  private static func write(_ bytes: [UInt8], to handle: FileHandle) {
    // A reader that has gone away (`| head`) is not our fault and ends us quietly.
    do { try handle.write(contentsOf: Data(bytes)) } catch { Foundation.exit(0) }
  }
}

/// The input is wrong: what was found has been printed, exit status 1.
struct InputFailure: Error {
  let lines: [String]
  /// The same as values, where that is what it was made from.
  private(set) var findings: [Finding] = []
  /// How many more were found than are printed.
  private(set) var more = 0

  init(_ findings: [Finding], most: Int = .max) {
    self.findings = findings
    lines = findings.prefix(most).map(\.description)
    more = findings.count - lines.count
  }
  init(_ line: String) { lines = [line] }
  init(_ lines: [String]) { self.lines = lines }
}

/// Runs a command's work and turns what went wrong into FORMATS' exit statuses.
func reporting(_ work: () throws -> Void) throws {
  do {
    try work()
  } catch {
    throw reported(error)
  }
}

/// The same for work that waits.
func reporting(_ work: () async throws -> Void) async throws {
  do {
    try await work()
  } catch {
    throw reported(error)
  }
}

/// Prints what went wrong, and gives the exit status for it.
private func reported(_ error: any Error) -> any Error {
  switch error {
  case let failure as InputFailure:
    for line in failure.lines { Console.note(line) }
    if failure.more > 0 { Console.note("... and \(failure.more) more.") }
    let count = failure.lines.count + failure.more
    if count > 1 { Console.note("\(count) problems in all.") }
    return ExitCode(1)
  case let error as WorkspaceError:
    Console.note(error.description)
    return ExitCode(1)
  case let error as SiteSecretError:
    Console.note(error.description)
    return ExitCode(1)
  case is ExitCode, is ValidationError: return error
  default:
    Console.note("Something went wrong in Housestaff itself: \(error). Please report it with the command you ran.")
    return ExitCode(70)
  }
}
