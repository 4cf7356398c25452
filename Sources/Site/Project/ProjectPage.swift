internal import Improvement
internal import Markup
internal import ProcessControl
internal import Workspaces

/// One project: what it is about, and its parts.
struct ProjectPage {
  let file: ProjectFile

  func answer(_ page: PageContext) -> Answer {
    let project = file.project.value.project
    return page.page(project.title) {
      p(.class("small")) { a(.href(Link.improve.path)) { "All projects" } }
      h1 { project.title }
      if !project.bother.isEmpty { p(.class("lede")) { project.bother } }
      if let ending = project.ending {
        FlashMessage(.news, "\(ending.kind.words) \(ending.on.words).", ending.reason)
      }
      div(.class("columns")) {
        div {
          ProjectPart.all.filter { !$0.isAside }.map { $0.body(file, page) }
          begun(project)
        }
        div { ProjectPart.all.filter(\.isAside).map { $0.body(file, page) } }
      }
    }
  }

  /// What was answered when it was begun.
  private func begun(_ project: Project) -> HTML {
    more("As it was begun") {
      SummaryList(entries: [
        .words("Where", project.place), .words("What could be counted", project.countable),
        .words("Led by", project.lead), .words("Begun", project.began.words),
      ])
    }
  }
}
