internal import Markup
internal import SmartPick

/// How many applications of which kind, before any program is named.
struct PlanPage {
  let plan: ApplicationPlan
  /// How many programs were applied to: the plan is as before that.
  let sent: Int

  func answer(_ page: PageContext) -> Answer {
    let list = plan.list
    return page.page("Your plan") {
      if sent > 0 {
        p(.class("small")) {
          "As before you applied: what you sent and what came back is not in these numbers. "
          a(.href(Link.list.path)) { "Your list" }
          " and "
          a(.href(Link.season.path)) { "your season" }
          " take it in."
        }
      }
      h1 {
        "\(total) applications \(sent > 0 ? "made" : "make") sense, for a chance of \(Words.percent(list.matchProbability))."
      }
      p(.class("lede")) {
        "Between \(Words.percent(list.matchLow)) and \(Words.percent(list.matchHigh)); \(Words.dollars(list.fees)) in fees; "
        "\(Words.number(list.interviewsExpected)) interviews expected. Counted on the shape of the market, not on named programs."
      }
      RowsTable(
        "How many of each kind",
        columns: [
          .init("Kind"), .init("Applications", isNumeric: true), .init("Signals", isNumeric: true),
          .init("Interview", isNumeric: true),
        ],
        rows: plan.kinds.map { kind in
          [
            HTML {
              kind.tier.rawValue
              small { "\(kind.specialty) · \(kind.place.rawValue)" }
            }, HTML("\(kind.applications)"), HTML("\(kind.signals)"), HTML(Words.percent(kind.interview)),
          ]
        })
      actions {
        LinkButton("Bring my programs", to: Link.programs.path)
        LinkButton("See it with practice programs", to: Link.list.path, style: .quiet)
      }
      for caution in ListWords(list).cautions.dropFirst() { p(.class("small")) { caution } }
      sourceNote(
        "Figures of season \(list.season).", link: ("Every assumption, with its source", Link.assumptions.path))
    }
  }

  private var total: Int { plan.totals.map(\.applications).reduce(0, +) }
}
