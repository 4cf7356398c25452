internal import Improvement
internal import Markup
internal import Pictures
internal import ProcessControl
internal import Statistics
internal import Workspaces

/// What an association shows: shares by band with intervals, the trend, and the same within levels.
struct AssociationBody {
  let association: Association

  private var counts: CrossCounts { association.counts }

  @HTMLBuilder var body: HTML {
    if association.isConfounded {
      FlashMessage(
        .warn, "Confounded.",
        "A difference reverses within levels of \(counts.second). \(Association.caution)")
    }
    ChartFigure(
      name: "bands", picture: plot("\(counts.outcome) by \(counts.factor)", level: nil),
      sentence:
        "\(counts.outcome.prefix(1).uppercased())\(counts.outcome.dropFirst()) by \(counts.factor), \(NumberText.grouped(counts.total)) cases.",
      explanation: "Compared with \u{201C}\(association.reference)\u{201D}.")
    h2 { "What the counts say" }
    ul { association.sentences.map { sentence in li { sentence } } }
    p { b { Association.caution } }
    if counts.levels.count > 1 {
      h2 { "Within levels of \(counts.second)" }
      div(.class("family")) {
        for (index, level) in counts.levels.enumerated() {
          div(.class("card")) {
            h3 { level }
            plot("\(counts.outcome) by \(counts.factor), \(level)", level: level).svg(
              id: "level-\(index)", size: .narrow)
          }
        }
      }
      table
    }
    sourceNote(
      "Shares: Wilson. Differences: Newcombe 1998; within levels: Mantel and Haenszel 1959, Sato 1989. Trend: logistic "
        + "regression on the middle of the bands"
        + (association.trendTest.map { "; Cochran and Armitage z \(ValueFormat.number(places: 2).text($0))." } ?? "."))
  }

  private func plot(_ heading: String, level: String?) -> DotIntervalPlot {
    let rows = counts.bands.compactMap { band -> DotIntervalPlot.Row? in
      let count = counts.count(band.name, level: level)
      guard let share = try? Proportion(count.events, of: count.total) else { return nil }
      let interval = share.wilson()
      return .init(
        band.name, basis: "\(count.events) of \(count.total)",
        .interval(share.estimate, low: interval.low, high: interval.high))
    }
    let summary = rows.map { "\($0.name): \($0.basis)" }.joined(separator: "; ") + "."
    return DotIntervalPlot(heading, summary: summary, rows: rows, format: .percent(places: 1))
  }

  private var table: HTML {
    RowsTable(
      "Shares within levels",
      columns: [.init("Band"), .init(counts.second)] + [
        .init("Share", isNumeric: true), .init("Counted", isNumeric: true),
      ],
      rows: counts.bands.flatMap { band in
        counts.levels.compactMap { level -> [HTML]? in
          let count = counts.count(band.name, level: level)
          guard count.total > 0 else { return nil }
          let share = Double(count.events) / Double(count.total)
          return [
            HTML { band.name }, HTML { level }, HTML { ValueFormat.percent(places: 1).text(share) },
            HTML { "\(count.events) of \(count.total)" },
          ]
        }
      }
    ).body
  }
}

/// One association of a project.
struct AssociationPage {
  let kept: Kept<AssociationDocument>
  let project: Kept<ProjectDocument>?
  /// Whether an earlier association of the project shares a factor: two tables of the same cases could be subtracted.
  let hasEarlier: Bool

  func answer(_ page: PageContext) -> Answer {
    let document = kept.value
    return page.page(document.heading) {
      if let project {
        p(.class("small")) { a(.href(Link.project(id: project.id.description).path)) { project.value.project.title } }
      }
      h1 { document.heading }
      if isOpen(page) {
        if let association = Association(document.counts) { AssociationBody(association: association).body }
        if page.may(.contribute) { removal(page) }
      } else {
        hidden
      }
      p(.class("small")) { "Read on \(document.on.pictured?.longText ?? ""); only the counts were kept." }
    }
  }

  /// Who made it and editors see the counts; others when no cell is small.
  private func isOpen(_ page: PageContext) -> Bool {
    page.may(.edit) || page.seat?.member.id == kept.author
      || (!hasEarlier && kept.value.counts.hasNoSmallCell(SmallCells().threshold))
  }

  /// Bands without levels, with small counts hidden: two tables of the same cases could be subtracted.
  @HTMLBuilder private var hidden: HTML {
    let counts = kept.value.counts
    let bands = counts.bands.map { ($0.name, counts.count($0.name)) }.filter { $0.1.total > 0 }
    let masked = SmallCells().mask(events: bands.map(\.1.events), of: bands.map(\.1.total))
    if Association(counts)?.isConfounded ?? false {
      FlashMessage(
        .warn, "Confounded.", "A difference reverses within levels of \(counts.second). \(Association.caution)")
    }
    if hasEarlier {
      p {
        "Its counts are shown to editors only: an earlier one has a factor in common, and the two could be subtracted."
      }
    } else {
      RowsTable(
        "Bands", columns: [.init("Band"), .init("With it", isNumeric: true), .init("Of", isNumeric: true)],
        rows: bands.indices.map { index in
          [
            HTML { bands[index].0 }, HTML { masked.cells[index][0].map { "\($0)" } ?? "hidden" },
            HTML { masked.rowTotals[index].map { "\($0)" } ?? "hidden" },
          ]
        })
      p {
        masked.statement(threshold: SmallCells().threshold) + " Levels are shown to editors only."
      }
    }
    p { b { Association.caution } }
  }

  private func removal(_ page: PageContext) -> HTML {
    dialogButton("Delete this association", style: .danger) {
      p { "Its counts go from the project; undo brings them back." }
      page.writing(to: .associationRemoval(id: kept.id.description)) {
        page.revisionField(kept)
        SubmitButton("Delete it", style: .danger)
      }
    }
  }
}

extension CrossCounts {
  /// Whether every cell, and every rest of it, is 0 or reaches the threshold.
  func hasNoSmallCell(_ threshold: Int) -> Bool {
    cells.allSatisfy { cell in
      [cell.events, cell.total - cell.events].allSatisfy { $0 == 0 || $0 >= threshold }
    }
  }
}
