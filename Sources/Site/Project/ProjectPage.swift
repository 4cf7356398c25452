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
      p(.class("small not-in-print")) { a(.href(Link.improve.path)) { "All projects" } }
      h1 { project.title }
      ProjectPart.at(.head, file, page)
      if let ending = project.ending {
        FlashMessage(.news, "\(ending.kind.words) \(ending.on.words).", ending.reason)
      }
      div(.class("columns")) {
        div { ProjectPart.at(.main, file, page) }
        div { ProjectPart.at(.aside, file, page) }
      }
      ProjectPart.at(.across, file, page)
      div(.class("columns columns-even")) {
        div { ProjectPart.at(.work, file, page) }
        div { ProjectPart.at(.foundation, file, page) }
      }
    }
  }
}

extension ProjectPart {
  /// What was answered when it was begun.
  static let beginning = ProjectPart(place: .foundation) { file, _ in
    let project = file.project.value.project
    return more("As it was begun") {
      SummaryList(entries: [
        .words("What bothers", project.bother), .words("Where", project.place),
        .words("What could be counted", project.countable), .words("Led by", project.lead),
        .words("Begun", project.began.words),
      ])
    }
  }
}
