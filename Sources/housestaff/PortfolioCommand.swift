import ArgumentParser
import Portfolio
import SmartPick
import Tables

/// `housestaff portfolio`: the best set from odds that the user gives.
struct PortfolioCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "portfolio", abstract: "The best set of chances from a table of odds, as if they were independent.",
    discussion: """
      Columns: program, probability (0 to 1), utility, cost (1 if absent). Independence is assumed: one person's chances \
      rise and fall together, so for people this overstates the chance to match. Use `housestaff list` for them.
      """)

  @Argument(help: "A CSV of odds.")
  var odds: String

  @Option(parsing: .unconditional, help: "Spend at most so much.")
  var budget: Double?

  @Option(parsing: .unconditional, help: "Choose at most so many.")
  var limit: Int?

  @Option(parsing: .unconditional, help: "The value of obtaining none.")
  var outside = 0.0

  @Flag(help: "Refuse rather than answer approximately.")
  var exact = false

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let budget, !(budget >= 0) { throw ValidationError("--budget is \(budget); expected a number from 0 up.") }
    if let limit, limit < 0 { throw ValidationError("--limit is \(limit); expected a whole number from 0 up.") }
    if !outside.isFinite { throw ValidationError("--outside is \(outside); expected a number.") }
  }

  func run() throws {
    try reporting {
      let file = try OddsFile(InputTable.read(odds))
      if !file.findings.isEmpty { throw InputFailure(file.findings) }
      let problem = ChanceProblem(file.chances, outside: outside, limit: limit, budget: budget)
      let solution: ChanceSolution
      do throws(ChanceError) {
        solution = try problem.solution(exact: exact)
      } catch {
        throw InputFailure(error.description)
      }
      Console.note(
        "Independence is assumed: for a person's own chances, which rise and fall together, use `housestaff list`.")
      if !solution.isExact { Console.note("Chosen greedily: the exact table would be too large.") }
      try print(solution, file)
    }
  }

  private func print(_ solution: ChanceSolution, _ file: OddsFile) throws {
    let columns = ["order", "program", "value", "gain", "cost"]
    switch output.chosen {
    case .json:
      try Console.out(
        json: solution.rows.enumerated().map {
          RowDocument(
            order: $0 + 1, program: file.names[$1.index], value: $1.value, gain: $1.gain, cost: $1.cost)
        })
    case .csv, .table:
      let rows = solution.rows.enumerated().map { place, row in
        [
          "\(place + 1)", file.names[row.index], DecimalText.text(row.value, decimals: 9),
          DecimalText.text(row.gain, decimals: 9),
          DecimalText.text(row.cost, decimals: 4),
        ]
      }
      if output.chosen == .csv { return Console.out(csv: [columns] + rows) }
      var table = TextTable(columns: columns.enumerated().map { .init(title: $1, isNumber: $0 != 1) })
      table.rows = rows
      Console.out(table.text)
    }
  }

  private struct RowDocument: Encodable {
    let order: Int
    let program: String
    let value: Double
    let gain: Double
    let cost: Double
  }
}

/// The odds of a file, with every fault of it.
struct OddsFile {
  private(set) var names: [String] = []
  private(set) var chances: [ChanceProblem.Chance] = []
  private(set) var findings: [Finding] = []

  init(_ table: Table) {
    let wanted = [
      WantedColumn("program", aliases: ["name"], isRequired: true),
      WantedColumn("probability", aliases: ["chance", "p"], isRequired: true),
      WantedColumn("utility", aliases: ["value", "u"], isRequired: true), WantedColumn("cost", aliases: ["fee"]),
    ]
    let mapping = ColumnMapping(wanted, in: table)
    findings = (table.warnings + mapping.findings).filter { $0.severity == .error }
    guard let program = mapping["program"], let probability = mapping["probability"], let utility = mapping["utility"]
    else {
      return
    }
    for row in (mapping.headerRow + 1..<max(mapping.headerRow + 1, table.rowCount)).map({ table[$0] })
    where !row.isBlank {
      func number(_ column: Int, _ name: String, _ range: ClosedRange<Double>, _ expected: String) -> Double? {
        let text = row[column].filter { !$0.isWhitespace }
        if let value = Double(text), range.contains(value) { return value }
        findings.append(
          Finding(
            .error, file: table.name, line: row.line, column: name, value: row[column], expected: expected,
            remedy: "correct it"))
        return nil
      }
      let chance = number(probability, "probability", 0...1, "a number from 0 to 1")
      let worth = number(utility, "utility", -1e12...1e12, "a number")
      let cost = mapping["cost"].flatMap { column in
        row[column].allSatisfy(\.isWhitespace) ? 1 : number(column, "cost", 0...1e9, "a number from 0 up")
      }
      names.append(row[program])
      chances.append(.init(probability: chance ?? 0, utility: worth ?? 0, cost: cost ?? 1))
    }
    if chances.isEmpty, findings.isEmpty {
      findings.append(
        Finding(
          .error, file: table.name, problem: "no rows below the column names", remedy: "add a row for each program"))
    }
  }
}
