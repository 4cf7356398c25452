internal import Markup
internal import Pictures
internal import SmartPick

/// Published totals beside simulated ones, drawn; from the shipped run, so that it answers at once.
struct BacktestPage: Component {
  let market: CalibratedMarket

  var body: HTML {
    h1 { "Does the simulated Match come out right?" }
    FlashMessage(.warn, "Totals only.", BacktestReport.caution)
    p(.class("lede")) {
      "Behind the odds stands a simulated national Match: published positions, applicants of five groups, interviews, "
      "rank lists, and the algorithm itself. Here its totals stand beside the published ones."
    }
    if let report = market.report(2025) { fitted(report) }
    if let report = market.report(2024) { keptAside(report) }
    h2 { "What to do with it" }
    p {
      "Read the range of your own chance as at least as wide as your list says, and take a plan that bears the lower end. "
      a(.href(Link.list.path)) { "Your list" }
      " shows both; "
      a(.href(Link.assumptions.path)) { "every number the odds rest on" }
      " has its source."
    }
    p {
      "Set on \(market.calibrated). To run it again, with more draws or another seed: "
      code { "housestaff backtest --draws 32 --seed 7" }
      ". To fit it anew: "
      code { "make calibrate" }
      "."
    }
  }

  /// The season that set the parameters.
  private func fitted(_ report: BacktestReport) -> HTML {
    let promised = report.rows.filter { $0.isWithin != nil }
    return HTML {
      h2 { "\(report.season), the year that set the parameters" }
      p {
        b { "\(promised.count - report.missed.count) of \(promised.count) promised totals are kept." }
        " Means of \(report.draws) simulated seasons; a dot is simulated less published, a line two standard deviations "
        "from season to season to each side."
      }
      if !report.missed.isEmpty {
        p { "Outside:" }
        ul {
          for row in report.missed {
            li {
              "\(row.quantity.words), \(row.group): \(Words.fixed(row.published, 1)) published, "
              "\(Words.fixed(row.simulated, 1)) simulated."
            }
          }
        }
      }
      figure("match-rates", report.rows(.matchRate), "Match rates", unit: "points")
      figure(
        "list-lengths", report.rows(.rankListMatched) + report.rows(.rankListUnmatched), "Rank list lengths",
        unit: "ranks", named: true)
      figure(
        "fill", report.rows(.fill).filter { ($0.positions ?? 0) >= 200 },
        "Positions filled, specialties with 200 positions or more", unit: "points")
      figure(
        "preferred", report.rows(.preferredMatchRate).filter(\.isUsed), "U.S. MD seniors in their preferred specialty",
        unit: "points")
      byRanks(report.rows(.matchedByRanks))
      table(report)
    }
  }

  /// Beside counts of 2007, the last there are.
  private func byRanks(_ rows: [BacktestReport.Row]) -> HTML {
    HTML {
      if !rows.isEmpty {
        h3 { "Kept aside: who matches with a short list" }
        p {
          "How many of those who ranked so many programs of one specialty first, one after another, matched in it. The last "
          "published counts are of 2007, from a smaller market with shorter lists, seventeen specialties together. Nothing "
          "was set by them. In the simulated market everybody ranks every program that interviewed them, so that a short "
          "list is always a weak one; whoever is sure may rank few, too."
        }
        figure("by-ranks", rows, "By programs of the first specialty in a row, kept aside", unit: "points", full: true)
      }
    }
  }

  /// The season that no parameter has seen.
  private func keptAside(_ report: BacktestReport) -> HTML {
    HTML {
      h2 { "\(report.season), a year kept aside" }
      p {
        "Only positions and applicants are of \(report.season); everything else is as \(report.season + 1) set it. Nothing "
        "was promised for it: this is what the model does not know."
        if let seen = seen(report) { " \(seen)" }
      }
      figure("match-rates-before", report.rows(.matchRate), "Match rates, kept aside", unit: "points")
      figure(
        "fill-before", report.rows(.fill).filter { ($0.positions ?? 0) >= 200 },
        "Positions filled, kept aside", unit: "points")
      table(report)
    }
  }

  /// What of a year kept aside did set the parameters after all; nil where nothing did.
  private func seen(_ report: BacktestReport) -> String? {
    let used = report.rows.filter(\.isUsed)
    guard !used.isEmpty else { return nil }
    let of = Array(Set(used.map(\.quantity.words))).sorted().map { $0.prefix(1).lowercased() + $0.dropFirst() }
    return
      "The exception: \(used.count) of its \(report.rows.count) totals (\(of.joined(separator: "; "))) were last published for \(report.season), and set the parameters of \(report.season + 1) too; the table marks them, and the figures below leave them out."
  }

  private func figure(
    _ name: String, _ rows: [BacktestReport.Row], _ heading: String, unit: String, named: Bool = false,
    full: Bool = false
  ) -> HTML {
    let worst = rows.max { abs($0.difference) < abs($1.difference) }
    let sentence =
      worst.map {
        "\(heading): farthest from the published figure is \($0.group), by \(Words.fixed(abs($0.difference), 1)) \(unit)."
      } ?? heading
    let plot = DotIntervalPlot(
      heading + ", simulated less published", summary: sentence,
      rows: rows.map { row in
        DotIntervalPlot.Row(
          named
            ? "\(row.group), \(row.quantity == .rankListMatched ? "matched" : "unmatched")"
            : full ? row.group : short(row.group),
          basis: "\(Words.fixed(row.published, 1)) published, \(Words.fixed(row.simulated, 1)) simulated",
          .interval(row.difference, low: row.difference - 2 * row.sd, high: row.difference + 2 * row.sd))
      }, format: .number(places: 1), reference: 0, referenceName: "as published")
    return ChartFigure(
      name: name, picture: plot, sentence: sentence,
      explanation: rows.contains { $0.isSecondHand }
        ? "Some of these figures were read second-hand; see the table." : nil
    ).body
  }

  /// The specialty alone, where all rows are about the same group.
  private func short(_ group: String) -> String {
    let prefix = MarketGroup.usMDSenior.words + ", "
    return group.hasPrefix(prefix) ? String(group.dropFirst(prefix.count)) : group
  }

  private func table(_ report: BacktestReport) -> HTML {
    details(.class("more")) {
      summary { "All \(report.rows.count) totals of \(report.season), with their sources" }
      RowsTable(
        "Published and simulated totals of \(report.season)",
        columns: [
          .init("What"), .init("Published", isNumeric: true), .init("Simulated", isNumeric: true),
          .init("Sd", isNumeric: true), .init("Difference", isNumeric: true), .init("Used"),
          .init("Source", isForWideOnly: false, isWholeOnPhone: true),
        ],
        rows: zip(report.rows, report.said).map { row, cells in
          [
            HTML {
              row.group
              small { row.quantity.words }
            }, HTML(cells[2]), HTML(cells[3]), HTML(cells[4]), HTML(cells[5]), HTML(cells[6]), HTML(cells[7]),
          ]
        })
    }
  }
}
