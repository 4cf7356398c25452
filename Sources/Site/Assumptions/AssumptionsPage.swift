internal import Markup
internal import SmartPick
internal import Workspaces

/// Every assumption with its range and source, the edited ones first with what they change.
struct AssumptionsPage {
  /// The list under one's own assumptions and under the published ones.
  enum Difference {
    /// There is no list to compare, or why there is none.
    case noList(String?)
    /// It is being computed.
    case working
    case lists(own: ListResult, published: ListResult)
  }

  let assumptions: [Assumption]
  let kept: Kept<EffectsDocument>?
  /// Nil where nothing is edited.
  let difference: Difference?
  var problems: [String] = []

  private var edited: Set<String> { Set(kept?.value.values.keys.map(\.self) ?? []) }

  func answer(_ page: PageContext) -> Answer {
    page.page("Assumptions", status: problems.isEmpty ? 200 : 400) {
      h1 { "Every number the odds rest on" }
      p(.class("lede")) {
        "\(assumptions.count) assumptions, each with its range, its source and what may be wrong with it. The published raw odds of "
        "signals are mostly selection; ours are smaller on purpose. Each effect can be replaced by your own."
      }
      if !problems.isEmpty {
        ErrorList(problems: problems.prefix(20).map { ("file", $0) })
      }
      if let difference, !edited.isEmpty { changed(difference, page) }
      for stage in [Effect.Stage.interview, .match, .scenario, .anchor, .value] { section(stage) }
      figures
      p {
        "Behind them stands a simulated national Match; "
        a(.href(Link.backtest.path)) { "its totals beside the published ones" }
        "."
      }
      files(page)
    }
  }

  private func changed(_ difference: Difference, _ page: PageContext) -> HTML {
    Markup.section(.class("card card-next"), .aria("labelledby", "changed")) {
      h2(.id("changed")) { edited.count == 1 ? "One assumption is yours" : "\(edited.count) assumptions are yours" }
      switch difference {
      case .noList(let problem): p { problem ?? "Once you have a list, what they change is said here." }
      case .working:
        p {
          "What they change is being computed. "
          a(.href(Link.assumptions.path)) { "Look now" }
        }
      case .lists(let own, let published): compared(own, published)
      }
      div(.class("actions")) {
        LinkButton("See the list", to: Link.list.path)
        page.button(
          "Back to all published values", to: .assumptionsReset,
          fields: [(FieldName.revision, "\(kept?.revision ?? 0)")])
      }
    }
  }

  private func compared(_ own: ListResult, _ published: ListResult) -> HTML {
    let before = Set(published.rows.map(\.program.code))
    let after = Set(own.rows.map(\.program.code))
    let entering = own.rows.filter { !before.contains($0.program.code) }
    let leaving = published.rows.filter { !after.contains($0.program.code) }
    return HTML {
      p {
        b {
          "The chance to match is \(Words.percent(own.matchProbability)) (\(Words.percent(own.matchLow)) to \(Words.percent(own.matchHigh)))"
        }
        ", with the published values \(Words.percent(published.matchProbability)) (\(Words.percent(published.matchLow)) to "
        "\(Words.percent(published.matchHigh))). \(Words.dollars(own.fees)) in fees, before \(Words.dollars(published.fees)); "
        "\(Words.number(own.interviewsExpected)) interviews expected, before \(Words.number(published.interviewsExpected))."
      }
      if entering.isEmpty, leaving.isEmpty {
        p { "The list holds the same programs." }
      } else {
        SummaryList(entries: [
          .init("Enter the list", names(entering)), .init("Leave it", names(leaving)),
        ])
      }
    }
  }

  private func names(_ rows: [ListResult.Row]) -> HTML {
    if rows.isEmpty { return HTML("none") }
    return HTML {
      for (index, row) in rows.prefix(12).enumerated() {
        if index > 0 { "; " }
        a(.href(Link.program(code: row.program.code).path)) { row.program.name }
      }
      if rows.count > 12 { "; and \(rows.count - 12) more" }
    }
  }

  private func section(_ stage: Effect.Stage) -> HTML {
    let names = EffectName.allCases.filter { Effects.published[$0].stage == stage }
    let known = Dictionary(assumptions.map { ($0.name, $0) }) { first, _ in first }
    return HTML {
      if !names.isEmpty {
        h2 { EffectWords.stage(stage) }
        RowsTable(
          EffectWords.stage(stage),
          columns: [
            .init("Assumption"), .init("Value", isNumeric: true), .init("Range", isNumeric: true),
            .init("Source", isWholeOnPhone: true), .init("Change"),
          ],
          rows: names.compactMap { name in known[name.rawValue].map { row($0, name) } })
      }
    }
  }

  private func row(_ item: Assumption, _ name: EffectName) -> [HTML] {
    let published = Effects.published[name]
    return [
      HTML {
        b { EffectWords.title(name) }
        if edited.contains(item.name) {
          " "
          Tag("yours", .warn)
        }
        small { published.note }
      },
      HTML {
        AssumptionForm.text(item.value)
        if edited.contains(item.name) { small { " was \(AssumptionForm.text(published.value))" } }
      },
      HTML(range(item)),
      HTML {
        published.source
        small { " \(EffectWords.scale(published.scale)); \(item.specialty), \(item.season)" }
      },
      a(.href(Link.assumption(name: item.name).path)) {
        "Change"
        span(.class("hidden-words")) { " \(EffectWords.title(name))" }
      },
    ]
  }

  private func range(_ item: Assumption) -> String {
    guard let low = item.low, let high = item.high else { return "" }
    return "\(AssumptionForm.text(low)) to \(AssumptionForm.text(high))"
  }

  private var figures: HTML {
    let published = assumptions.filter { EffectName(rawValue: $0.name) == nil }
    return HTML {
      if !published.isEmpty {
        h2 { "Published figures" }
        p(.class("small")) {
          "What the odds are anchored to, and what applications cost: as published, not to be edited."
        }
        RowsTable(
          "Published figures",
          columns: [
            .init("Figure"), .init("Value", isNumeric: true), .init("Range", isNumeric: true),
            .init("Source", isWholeOnPhone: true),
          ],
          rows: published.map { item in
            [
              HTML {
                EffectWords.plain(item.name)
                small { item.note }
              }, HTML(AssumptionForm.text(item.value)), HTML(range(item)),
              HTML {
                item.source
                small { " \(item.specialty), \(item.season)" }
              },
            ]
          })
      }
    }
  }

  private func files(_ page: PageContext) -> HTML {
    Markup.section(.class("share"), .aria("labelledby", "files")) {
      h3(.id("files")) { "As a file" }
      p { "All effects as JSON, to edit, to keep, or to compare with a friend; the command line reads the same file." }
      actions {
        a(.class(ButtonStyle.quiet.rawValue), .href(Link.assumptionsFile.path)) { "Download (JSON)" }
      }
      page.writing(to: .assumptionsUpload, sendsFiles: true) {
        page.revisionField(kept)
        Field(
          "file", "Use a file of assumptions", control: .file(accepts: ".json,.csv"),
          hint: "JSON or CSV. What differs from the published values becomes yours.")
        SubmitButton("Use the file", style: .quiet)
      }
    }
  }
}
