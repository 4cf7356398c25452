import SmartPick

/// A report card as text.
struct BacktestText {
  let report: BacktestReport

  init(_ report: BacktestReport) { self.report = report }

  func print(_ format: OutputFormat) throws {
    switch format {
    case .csv:
      head(Console.note)
      Console.out(csv: [BacktestReport.columns] + report.cells)
    case .json:
      try Console.out(json: BacktestDocument(report))
    case .table:
      head { Console.out($0 + "\n") }
      Console.out("\n")
      var table = TextTable(
        columns: BacktestReport.columns.enumerated().map {
          .init(title: $1, isNumber: (2...5).contains($0), most: $0 == 7 ? 90 : 60)
        })
      table.rows = report.said
      Console.out(table.text)
    }
  }

  /// The caution first, then what was compared and what came of it.
  private func head(_ write: (String) -> Void) {
    write(BacktestReport.caution)
    let used = report.rows.count { $0.isUsed }
    write(
      "Season \(report.season), \(report.draws) draw\(report.draws == 1 ? "" : "s"), seed \(report.seed): "
        + "\(report.rows.count) totals, \(used) of them used to set the parameters.")
    for row in report.missed {
      write(
        "Outside its tolerance: \(row.quantity.words), \(row.group): published \(Words.fixed(row.published, 2)), "
          + "simulated \(Words.fixed(row.simulated, 2)).")
    }
  }
}

/// A report card as JSON.
private struct BacktestDocument: Encodable {
  let caution: String
  let season: Int
  let draws: Int
  let seed: UInt64
  let rows: [RowDocument]

  init(_ report: BacktestReport) {
    caution = BacktestReport.caution
    season = report.season
    draws = report.draws
    seed = report.seed
    rows = report.rows.map { row in
      RowDocument(
        quantity: row.quantity.rawValue, group: row.group, published: row.published, simulated: row.simulated,
        sd: row.sd, difference: row.difference, usedForCalibration: row.isUsed, source: row.source,
        secondHand: row.isSecondHand, tolerance: row.tolerance)
    }
  }

  struct RowDocument: Encodable {
    let quantity: String
    let group: String
    let published: Double
    let simulated: Double
    let sd: Double
    let difference: Double
    let usedForCalibration: Bool
    let source: String
    let secondHand: Bool
    let tolerance: Double?

    enum CodingKeys: String, CodingKey {
      case quantity, group, published, simulated, sd, difference, source, tolerance
      case usedForCalibration = "used_for_calibration"
      case secondHand = "second_hand"
    }
  }
}
