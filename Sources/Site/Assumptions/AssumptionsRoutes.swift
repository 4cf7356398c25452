internal import Markup
internal import SmartPick
internal import Workspaces

/// Every assumption with its range and source.
enum AssumptionsRoutes {
  static let all: [Route] = [
    .get(.assumptions, for: .guest(.read)) { page in
      let profile = try await page.document(ProfileDocument.id)?.value.profile ?? Profile()
      let all = Assumption.all(ListRequest(profile: profile, programs: [], season: page.season))
      return page.page("Assumptions") {
        h1 { "Every number the odds rest on" }
        p(.class("lede")) {
          "\(all.count) assumptions, each with its range, its source and what may be wrong with it. The published raw odds of "
          "signals are mostly selection; ours are smaller on purpose."
        }
        RowsTable(
          "Assumptions",
          columns: [
            .init("Assumption"), .init("Value", isNumeric: true), .init("Range", isNumeric: true), .init("Source"),
          ],
          rows: all.map { item in
            let cells = AssumptionDocument(item).cells
            return [
              HTML {
                item.name
                small { item.note }
              }, HTML(cells[1]), HTML(cells[2].isEmpty ? "" : "\(cells[2]) to \(cells[3])"),
              HTML {
                item.source
                small { "\(item.specialty), \(item.season)" }
              },
            ]
          })
        p {
          "Behind them stands a simulated national Match; "
          a(.href(Link.backtest.path)) { "its totals beside the published ones" }
          "."
        }
        p { "On the command line they can be edited: housestaff list --assumptions, then --effects FILE." }
      }
    }
  ]
}
