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
  /// What others may see of this workspace's divided counts.
  let shown: [ShownTable]

  private var isShown: Bool { shown.contains { $0.id == kept.id.description } }

  func answer(_ page: PageContext) -> Answer {
    let document = kept.value
    return page.page(document.heading) {
      if let project { project.wayBack }
      h1 { document.heading }
      if isEditor(page) || (isShown && document.counts.hidesNothing) {
        if let association = Association(document.counts) { AssociationBody(association: association).body }
        if isEditor(page) { showing(page) }
        if page.edits(kept) { removal(page) }
      } else if isShown {
        hidden
      } else {
        p { "Its counts are not shown to others: an editor of the workspace decides it." }
        p { b { Association.caution } }
      }
      p(.class("small")) { "Read on \(document.on.pictured?.longText ?? ""); only the counts were kept." }
    }
  }

  /// Who made it and editors see the counts; others see them once they are shown, small ones hidden.
  private func isEditor(_ page: PageContext) -> Bool { page.edits(kept) }

  @HTMLBuilder private func showing(_ page: PageContext) -> HTML {
    let others = shown.contains { kept.value.table(kept.id).conflicts(with: $0) }
    section(.class("card"), .aria("labelledby", "shown")) {
      h2(.id("shown")) { "What others see" }
      if isShown {
        p {
          kept.value.counts.hidesNothing
            ? "Viewers see all of this page: no count is small."
            : "Viewers see the table below. It cannot be taken back."
        }
        if !kept.value.counts.hidesNothing { bands }
      } else if others {
        p {
          "Only its name: they see another table that divides the same cases by \(kept.value.counts.factor), and the two "
          "could be subtracted."
        }
      } else {
        p {
          "Only its name, until an editor of the workspace shows it. It cannot be taken back, and no other table by "
          "\(kept.value.counts.factor) can then be shown."
        }
        if !kept.value.counts.hidesNothing { bands }
        if page.may(.edit) {
          page.writing(to: .associationShowing(id: kept.id.description)) {
            actions { SubmitButton("Show it to others, for good", style: .quiet) }
          }
        }
      }
    }
  }

  /// What others see where a count is small: no level, and no verdict that rests on hidden counts but one.
  @HTMLBuilder private var hidden: HTML {
    let counts = kept.value.counts
    if Association(counts)?.isConfounded ?? false {
      FlashMessage(
        .warn, "Confounded.", "A difference reverses within levels of \(counts.second). \(Association.caution)")
    }
    bands
    p { b { Association.caution } }
  }

  /// Bands without levels, the lines of small counts hidden with what would give them away.
  @HTMLBuilder private var bands: HTML {
    let counts = kept.value.counts
    let bands = counts.bands.map { ($0.name, counts.count($0.name)) }.filter { $0.1.total > 0 }
    let lines = SmallCells().lines(bands.map { [$0.1.events, $0.1.total - $0.1.events] }, areSplit: [true, true])
    if let lines {
      RowsTable(
        "Bands", columns: [.init("Band"), .init("With it", isNumeric: true), .init("Of", isNumeric: true)],
        rows: bands.indices.map { index in
          let (name, count) = bands[index]
          return [
            HTML { name }, HTML { lines.showsCounts[index] ? "\(count.events)" : "hidden" },
            HTML { lines.showsTotal[index] ? "\(count.total)" : "hidden" },
          ]
        })
      p(.class("small")) {
        "Hidden: counts below \(SmallCells().threshold), and others that would give them away. Levels are shown to editors "
        "only."
      }
    } else {
      p { "Its counts are too few to be shown to others." }
    }
  }

  private func removal(_ page: PageContext) -> HTML {
    dialogButton("Delete this association", style: .danger) {
      p { "Its counts go from the project; undo brings them back." }
      page.writing(to: .associationRemoval(id: kept.id.description), on: kept) {
        SubmitButton("Delete it", style: .danger)
      }
    }
  }
}

extension CrossCounts {
  /// Whether nothing needs to be hidden from anybody: no cell, and no rest of one, is small, and none holds a whole column.
  var hidesNothing: Bool {
    let held = cells.filter { $0.total > 0 }
    return SmallCells().lines(held.map { [$0.events, $0.total - $0.events] }, areSplit: [true, true])?
      .showsCounts.allSatisfy(\.self) ?? false
  }
}
