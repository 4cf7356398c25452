import Matching
import SmartPick
import Tables

/// A matching for a terminal, a spreadsheet or a program.
struct MatchText {
  let outcome: Outcome
  private let statistics: MatchStatistics

  init(_ outcome: Outcome) {
    self.outcome = outcome
    statistics = outcome.statistics
  }

  private static let columns = ["applicant", "program", "rank", "supplemental_program", "supplemental_rank"]

  func print(_ format: OutputFormat) throws {
    switch format {
    case .json: try Console.out(json: MatchDocument(outcome))
    case .csv:
      Console.out(csv: [Self.columns] + rows)
      for line in [headline] + instability { Console.note(line) }
    case .table: Console.out(table)
    }
  }

  private var rows: [[String]] { (0..<outcome.market.applicantCount).map { Self.row($0, outcome) } }

  private static func row(_ applicant: Int, _ outcome: Outcome) -> [String] {
    let match = MatchDocument.Match(applicant, outcome)
    return [
      match.applicant, match.program ?? "", match.rank.map { "\($0)" } ?? "", match.supplementalProgram ?? "",
      match.supplementalRank.map { "\($0)" } ?? "",
    ]
  }

  private var table: String {
    var table = TextTable(columns: Self.columns.map { .init(title: $0, isNumber: $0.hasSuffix("rank")) })
    table.rows = rows
    var text = table.text + "\n"
    for line in [headline] + instability + totals { text += line + "\n" }
    return text
  }

  // MARK: words

  private var headline: String {
    let it = statistics
    return
      "\(it.matched) of \(Words.counted(it.applicants, "applicant")) matched; \(it.filled) of "
      + "\(Words.counted(it.positions, "position")) filled; "
      + (outcome.isStable
        ? "stable: no applicant and program would rather have each other."
        : "not stable: \(Words.counted(outcome.blockingPairs.count, "blocking pair")).")
  }

  /// Why there is no stable matching to show, and who would rather be elsewhere.
  private var instability: [String] {
    guard !outcome.isStable else { return [] }
    let market = outcome.market
    var lines = [
      "No stable matching was found in \(Words.counted(outcome.effort.attempts, "order")) of entering; "
        + "this is the one with the fewest blocking pairs. With couples none may exist; another --seed tries other orders."
    ]
    if !outcome.looping.isEmpty {
      lines.append("Running in circles: \(Words.list(outcome.looping.map(market.agentName))).")
    }
    return lines + outcome.blockingPairs.map { "Blocking: \(market.sentence($0))" }
  }

  private var totals: [String] {
    let market = outcome.market
    var lines: [String] = []
    let places = zip(1..., statistics.shareByPlace).map { "choice \($0) \(Words.percent($1))" }
    if !places.isEmpty {
      lines.append("Of all applicants matched to " + places.prefix(8).joined(separator: ", ") + ".")
    }
    let open = outcome.unfilled
    if !open.isEmpty {
      let names = open.prefix(12).map { "\(market.programName($0.program)) (\($0.positions))" }
      let more = open.count > 12 ? " and \(open.count - 12) more programs" : ""
      lines.append("Unfilled positions: " + names.joined(separator: ", ") + more + ".")
    }
    for moved in outcome.reverted {
      lines.append(
        "\(Words.counted(moved.positions, "position")) moved from \(market.programName(moved.donor)) to "
          + "\(market.programName(moved.receiver)).")
    }
    if statistics.dropped.count > 0 {
      lines.append(
        "Dropped, because only one side listed the other: \(Words.counted(statistics.dropped.byApplicants, "line")) of "
          + "applicants and \(statistics.dropped.byPrograms) of programs.")
    }
    return lines
  }
}

extension Words {
  /// A number with its noun: "1 position", "2 positions".
  static func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
