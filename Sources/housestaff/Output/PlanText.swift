import SmartPick
import Tables

/// A plan: how many applications of which kind.
struct PlanText {
  let plan: ApplicationPlan

  init(_ plan: ApplicationPlan) { self.plan = plan }

  private static let columns = ["specialty", "tier", "where", "applications", "signals", "interview"]

  private var rows: [[String]] {
    plan.kinds.map {
      [
        $0.specialty, $0.tier.rawValue, $0.place.rawValue, "\($0.applications)", "\($0.signals)",
        DecimalText.text($0.interview, decimals: 4),
      ]
    }
  }

  func print(_ format: OutputFormat) throws {
    switch format {
    case .csv: Console.out(csv: [Self.columns] + rows)
    case .json: try Console.out(json: PlanDocument(plan))
    case .table:
      let words = ListWords(plan.list)
      var table = TextTable(columns: Self.columns.enumerated().map { .init(title: $1, isNumber: $0 > 2) })
      table.rows = rows
      var text = words.headline.replacing("these ", with: "some ") + "\n" + words.summary + "\n\n" + table.text + "\n"
      for total in plan.totals {
        text += "\(total.specialty): \(total.applications) applications, \(Words.dollars(total.fees))"
        if total.golds + total.silvers > 0 { text += ", \(total.golds) gold and \(total.silvers) silver signals" }
        if total.signals > 0 { text += ", \(total.signals) signals" }
        text +=
          total.specialty.hasSuffix("(preliminary year)")
          ? ", chance to hold one \(Words.percent(total.match)).\n"
          : ", chance to match there \(Words.percent(total.match)).\n"
      }
      text +=
        "Counts come from the shape of the market (the published number and size of programs), not from named programs.\n"
      text += "Next: put your programs in a spreadsheet (name and specialty are enough) and run with --catalog.\n"
      Console.out(text)
    }
  }
}

private struct PlanDocument: Encodable {
  let kinds: [Kind]
  let matchProbability: Double
  let unmatchedProbability: Double
  let interviewsExpected: Double
  let fees: Double

  private enum CodingKeys: String, CodingKey {
    case kinds, fees
    case matchProbability = "match_probability"
    case unmatchedProbability = "unmatched_probability"
    case interviewsExpected = "interviews_expected"
  }

  struct Kind: Encodable {
    let specialty: String
    let tier: String
    let place: String
    let applications: Int
    let signals: Int
    let interview: Double
  }

  init(_ plan: ApplicationPlan) {
    kinds = plan.kinds.map {
      .init(
        specialty: $0.specialty, tier: $0.tier.rawValue, place: $0.place.rawValue, applications: $0.applications,
        signals: $0.signals, interview: $0.interview)
    }
    matchProbability = plan.list.matchProbability
    unmatchedProbability = plan.list.unmatchedProbability
    interviewsExpected = plan.list.interviewsExpected
    fees = plan.list.fees
  }
}
