internal import Improvement
internal import Markup
internal import ProcessControl
internal import Workspaces

/// Every project here, running ones first.
struct ImprovePage {
  let projects: [Kept<ProjectDocument>]
  /// Ended projects with a look back that is due.
  var looks: [LookBacks] = []

  func answer(_ page: PageContext) -> Answer {
    let running = projects.filter { $0.value.project.ending == nil }
    let ended = projects.filter { $0.value.project.ending != nil }
    return page.page("Improve", summary: "From a frustration to what the data allow you to say.") {
      h1 { "Change the place once there" }
      p(.class("lede")) {
        "From a frustration to a counted problem, a small tested change, and what the data allow you to say."
      }
      DueLookBacks(looks: looks, today: page.today)
      actions {
        if page.may(.contribute) {
          LinkButton("Begin a project", to: Link.newProject.path)
          LinkButton("Keep an opportunity", to: Link.opportunities.path, style: .quiet)
          LinkButton("Begin with a ready measure", to: Link.shelf.path, style: .quiet)
        }
        LinkButton("Every project at a glance", to: Link.department.path, style: .quiet)
      }
      if projects.isEmpty {
        EmptyState("No project yet", "Three questions begin one: what bothers you, where, and what you could count.") {}
      }
      list("Running", running)
      list("Ended", ended)
    }
  }

  private func list(_ words: String, _ projects: [Kept<ProjectDocument>]) -> HTML {
    projects.isEmpty
      ? .empty
      : section {
        h2 { words }
        RowsTable(
          words, columns: [.init("Project"), .init("Where"), .init("Begun")],
          rows: projects.map { kept in
            let project = kept.value.project
            return [
              a(.href(Link.project(id: kept.id.description).path)) { project.title },
              HTML { project.place.isEmpty ? "\u{2013}" : project.place }, HTML { project.began.words },
            ]
          })
      }
  }
}
