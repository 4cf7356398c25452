import ArgumentParser
import SmartPick
import Tables

/// `housestaff catalog`: what a file of programs says, and which columns one may have.
struct CatalogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalog", abstract: "Check a file of programs, or print the columns that one may have.",
    subcommands: [Check.self, Columns.self])

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show what was understood of a file of programs, and list what was not, with line and column.")

    @Argument(help: "A CSV or XLSX file.")
    var file: String

    @OptionGroup var output: OutputOptions

    func run() throws {
      try reporting {
        let check = CatalogCheck(CatalogFile(try InputTable.read(file)))
        switch output.chosen {
        case .table: Console.out(text(check))
        case .csv:
          Console.out(csv: [CatalogCheck.headers] + check.table)
          for finding in check.errors + check.warnings { Console.note(finding.description) }
          Console.note(check.summary)
        case .json: try Console.out(json: CheckDocument(check))
        }
        if !check.isClean { throw ExitCode(1) }
      }
    }

    private func text(_ check: CatalogCheck) -> String {
      var table = TextTable(columns: CatalogCheck.headers.map { .init(title: $0, most: 70) })
      table.rows = check.table
      var text = check.summary + "\n\n" + table.text
      func list(_ title: String, _ findings: [Finding]) {
        if findings.isEmpty { return }
        text += "\n\(title):\n"
        for finding in findings { text += "  \(finding.description)\n" }
      }
      list("Errors (the value is left out, the rest of its row is kept)", check.errors)
      list("Warnings", check.warnings)
      return text
    }
  }

  struct Columns: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Print the columns that a catalog may have.")

    @OptionGroup var output: OutputOptions

    func run() throws {
      try reporting {
        let rows = Program.Field.allCases.map { [$0.rawValue, CatalogColumns.meaning(of: $0)] }
        switch output.chosen {
        case .csv: Console.out(csv: [["column", "meaning"]] + rows)
        case .json: try Console.out(json: rows.map { ["column": $0[0], "meaning": $0[1]] })
        case .table:
          var table = TextTable(columns: [.init(title: "column"), .init(title: "meaning", most: 110)])
          table.rows = rows
          Console.out(
            table.text
              + "\nAll but program and specialty may be empty; empty is unknown. For any column X also X_source and X_date.\n"
          )
        }
      }
    }
  }
}

private struct CheckDocument: Encodable {
  let file: String
  let rows: Int
  let programs: Int
  let columns: [[String: String]]
  let errors: [FindingDocument]
  let warnings: [FindingDocument]

  init(_ check: CatalogCheck) {
    file = check.file
    rows = check.rows
    programs = check.programs
    columns = check.lines.map {
      [
        "column": $0.header, "understood_as": $0.field, "how": $0.how, "known": "\($0.known)",
        "examples": $0.examples.joined(separator: "; "),
      ]
    }
    errors = check.errors.map(FindingDocument.init)
    warnings = check.warnings.map(FindingDocument.init)
  }
}

/// One finding as JSON.
struct FindingDocument: Encodable {
  let line: Int?
  let column: String?
  let place: String?
  let value: String?
  let expected: String?
  let remedy: String
  let message: String

  init(_ finding: Finding) {
    line = finding.line
    column = finding.column
    place = finding.place
    value = finding.value
    expected = finding.expected
    remedy = finding.remedy
    message = finding.description
  }
}
