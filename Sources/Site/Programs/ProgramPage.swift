internal import Markup
internal import SmartPick
internal import Workspaces

/// One program: its odds term by term, what would change them, and every fact with its source.
struct ProgramPage {
  let explanation: Explanation
  let own: ProgramOwn

  /// The page of the program that the address names; after a form, with what was typed and what is wrong with it.
  static func shown(
    _ page: PageContext, typed: (field: String, text: String)? = nil, problem: String? = nil
  ) async throws -> Answer {
    let code = page.parameters["code"] ?? ""
    let marks = try await page.document(MarksDocument.id)
    return try await page.withList { entry, list, inputs in
      guard let explanation = entry.maker?.explanation(of: code, in: list) else { throw SiteError.notFound }
      let own = ProgramOwn(
        program: explanation.program, marks: marks, profile: inputs.profile, season: inputs.season,
        cost: entry.pinCosts?[code], typed: typed, problem: problem)
      return ProgramPage(explanation: explanation, own: own).answer(page)
    }
  }

  func answer(_ page: PageContext) -> Answer {
    let it = explanation
    return page.page(
      it.program.name, notice: it.program.isFiction ? "Practice program: fictional" : nil,
      status: own.problem == nil ? 200 : 400
    ) {
      p(.class("small")) { a(.href(Link.list.path)) { "Your list" } }
      h1 { "\(Words.percent(it.interview)) for an interview at \(it.program.name)" }
      p(.class("lede")) {
        "Between \(Words.percent(it.interviewLow)) and \(Words.percent(it.interviewHigh)). After an interview the place is yours with "
        "\(Words.percent(it.afterInterview)), if nothing you prefer comes. "
        it.isBarred
          ? "A requirement is not met, so it is not on your list."
          : it.row.map { "On your list at place \($0.order)." } ?? "Not on your list."
      }
      section(.id("own"), .aria("label", "My own")) { own.section(page) }
      h2 { "What the odds are made of" }
      p {
        "An average application of your group in \(it.specialty) is interviewed with \(Words.percent(it.start)). From there:"
      }
      RowsTable(
        "Terms of the odds",
        columns: [
          .init("Because"), .init("Times the odds", isNumeric: true), .init("Range", isNumeric: true),
          .init("Counts for"),
        ],
        rows: it.lines.sorted { max($0.factor, 1 / $0.factor) > max($1.factor, 1 / $1.factor) }.map {
          [
            HTML($0.reason), HTML("×" + Words.fixed($0.factor, 2)),
            HTML("\(Words.fixed($0.low, 2)) to \(Words.fixed($0.high, 2))"), HTML($0.stage.rawValue),
          ]
        })
      if it.geographyCapped { p(.class("small")) { "State, tie and region together are held at a cap." } }
      requirements
      if !it.levers.isEmpty {
        h2 { "What would change it" }
        SummaryList(entries: it.levers.map { .init($0.action, HTML(Words.percent($0.interview))) })
      }
      facts
    }
  }

  private var requirements: HTML {
    HTML {
      if !explanation.requirements.isEmpty {
        h2 { "Requirements" }
        SummaryList(
          entries: explanation.requirements.map {
            .init($0.kind.rawValue, HTML("\($0.status.rawValue). \($0.reason)"))
          })
      }
    }
  }

  private var facts: HTML {
    more("Every fact, with its source") {
      RowsTable(
        "Facts", columns: [.init("Fact"), .init("Value"), .init("Source"), .init("Date")],
        rows: explanation.facts.map { fact in
          [
            HTML(fact.field.rawValue), HTML(fact.value ?? "unknown"), HTML(fact.provenance?.source ?? ""),
            HTML(fact.provenance?.date ?? ""),
          ]
        })
    }
  }
}
