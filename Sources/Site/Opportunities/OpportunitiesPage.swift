internal import Improvement
internal import Markup
internal import Pictures
internal import ProcessControl
internal import Workspaces

/// What could be better: the form on top, then what recurs, then everything that was seen.
struct OpportunitiesPage {
  let kept: [Kept<OpportunityDocument>]
  var axis = Recurrence.Axis.theme

  func answer(_ page: PageContext, form: OpportunityForm = OpportunityForm(), isSent: Bool = false) -> Answer {
    let problems = isSent ? form.problems : []
    return page.page("Opportunities", status: problems.isEmpty ? 200 : 400) {
      h1 { "What could be better?" }
      p(.class("lede")) { "Half a minute now; what recurs shows itself later." }
      form.body(page, problems: problems)
      if kept.isEmpty {
        EmptyState("Nothing was kept yet", "The first one is worth keeping even if it was seen once.") {
          LinkButton("Or begin with a ready measure", to: Link.shelf.path, style: .quiet)
        }
      } else {
        recurrence
        listing(page)
      }
    }
  }

  private var recurrence: HTML {
    let recurrence = Recurrence(of: kept.map(\.value.opportunity), by: axis)
    let reasons = recurrence.groups.prefix(8).map { group in
      ParetoPicture.Reason(
        words(group.name), count: group.sightings, isRest: group.name == nil)
    }
    return section(.aria("labelledby", "recurs")) {
      h2(.id("recurs")) { "What recurs" }
      Tabs(
        name: "Count by",
        ways: Recurrence.Axis.allCases.map { axis in
          Way(axis.words, "\(Link.opportunities.path)?by=\(axis.rawValue)#recurs", isHere: axis == self.axis)
        })
      ChartFigure(
        name: "recurrence",
        picture: ParetoPicture("Seen, by \(axis.rawValue)", summary: recurrence.statement, reasons: reasons),
        sentence: recurrence.statement,
        explanation:
          "n = \(recurrence.total) \(recurrence.total == 1 ? "sighting" : "sightings") of \(kept.count) "
          + "\(kept.count == 1 ? "opportunity" : "opportunities"), as typed by members: what was not "
          + "typed is not counted.")
    }
  }

  private func words(_ name: String?) -> String {
    guard let name else { return "Not said" }
    return axis == .kind ? Opportunity.Kind(rawValue: name)?.words ?? name : name
  }

  private func listing(_ page: PageContext) -> HTML {
    let rows = kept.sorted { $0.value.opportunity.sightings.count > $1.value.opportunity.sightings.count }
    return section(.aria("labelledby", "all")) {
      h2(.id("all")) { "All of them" }
      RowsTable(
        "Opportunities, most seen first",
        columns: [.init("What"), .init("Where"), .init("About"), .init("Seen", isNumeric: true), .init("Next")],
        rows: rows.map { row($0, page) })
      actions { LinkButton("Choose what to work on", to: Link.choosing.path) }
    }
  }

  private func row(_ kept: Kept<OpportunityDocument>, _ page: PageContext) -> [HTML] {
    let opportunity = kept.value.opportunity
    let id = kept.id.description
    return [
      a(.href(Link.opportunity(id: id).path)) { opportunity.what },
      HTML { opportunity.place.isEmpty ? "\u{2013}" : opportunity.place },
      HTML { opportunity.kind.words },
      HTML { "\(opportunity.sightings.count)" },
      page.button("Seen again", to: .sightings(id: id), style: .small),
    ]
  }
}

extension Recurrence.Axis {
  /// On the tab that chooses it.
  var words: String {
    switch self {
    case .theme: "Theme"
    case .place: "Where"
    case .kind: "About"
    case .shift: "Shift"
    }
  }
}
