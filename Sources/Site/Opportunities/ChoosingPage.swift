internal import Improvement
internal import Markup
internal import Pictures
internal import Workspaces

/// Opportunities side by side: a picture of impact by effort, and every answer in a table; never one score.
struct ChoosingPage {
  let kept: [Kept<OpportunityDocument>]
  /// What was worked on before, here or elsewhere in the house.
  var works: [AlikeWork] = []

  private var open: [Kept<OpportunityDocument>] { kept.filter { $0.value.opportunity.project == nil } }

  /// Those of which importance and effort were said.
  private var placed: [Kept<OpportunityDocument>] {
    open.filter { $0.value.opportunity.standing?.importance != nil && $0.value.opportunity.standing?.effort != nil }
  }

  func answer(_ page: PageContext) -> Answer {
    page.page("Choose what to work on") {
      p(.class("small")) { a(.href(Link.opportunities.path)) { "All opportunities" } }
      h1 { "Choose what to work on" }
      p(.class("lede")) {
        "One thing that matters, can be counted, lies in your hands, and fits the months you have left in this post."
      }
      if open.isEmpty {
        EmptyState("Nothing to choose from yet", "Keep an opportunity first, or take a ready measure from the shelf.") {
          LinkButton("Keep an opportunity", to: Link.opportunities.path)
          LinkButton("The starter shelf", to: Link.shelf.path, style: .quiet)
        }
      } else {
        picture
        RowsTable(
          "Opportunities and how they stand",
          columns: [
            .init("What"), .init("Seen", isNumeric: true), .init("Matters", isNumeric: true),
            .init("Data near", isNumeric: true), .init("In our hands", isNumeric: true),
            .init("Effort", isNumeric: true), .init("Tried before", isWholeOnPhone: true), .init("Next"),
          ], rows: open.map { row($0, page) })
      }
    }
  }

  @HTMLBuilder private var picture: HTML {
    if placed.isEmpty {
      p { "Say of two or three how much they matter and how much effort they take; they are then drawn here." }
    } else {
      let words =
        "\(placed.count) of \(open.count) drawn: up is what matters more, right is more effort. "
        + "The rest were not weighed yet."
      ChartFigure(
        name: "choosing",
        picture: Scatter(
          "Impact by effort", summary: words,
          items: placed.map { kept in
            let standing = kept.value.opportunity.standing
            return Scatter.Item(
              kept.value.opportunity.what, effort: share(standing?.effort), impact: share(standing?.importance))
          }), sentence: words, explanation: "Opinions of members, from 1 to 5, drawn from 0 to 100%.")
    }
  }

  private func share(_ value: Int?) -> Double { Double((value ?? 1) - 1) / 4 }

  /// The most alike of earlier work, with why it stopped.
  @HTMLBuilder private func tried(_ opportunity: Opportunity) -> HTML {
    if let alike = works.like("\(opportunity.what) \(opportunity.theme)").first {
      a(.href(alike.address)) { alike.work.title }
      small {
        [alike.work.fate.words, alike.work.why].filter { !$0.isEmpty }.joined(separator: ": ")
      }
    } else {
      "None known"
    }
  }

  private func row(_ kept: Kept<OpportunityDocument>, _ page: PageContext) -> [HTML] {
    let opportunity = kept.value.opportunity
    let standing = opportunity.standing
    func said(_ value: Int?) -> HTML { HTML { value.map { "\($0)" } ?? "?" } }
    let id = kept.id.description
    return [
      a(.href(Link.opportunity(id: id).path)) { opportunity.what }, HTML { "\(opportunity.sightings.count)" },
      said(standing?.importance), said(standing?.data), said(standing?.control), said(standing?.effort),
      tried(opportunity),
      page.may(.contribute)
        ? a(.href("\(Link.newProject.path)?opportunity=\(id)")) { "Begin a project" } : .empty,
    ]
  }
}
