internal import Improvement
internal import Markup
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
      SummaryList(
        entries: [
          .init("Where", said(project.place)),
          .init("What could be counted", said(project.countable)),
          .init("Led by", said(project.lead)),
        ])
      ProjectPart.all.map { $0.body(file, page) }
    }
  }

  private func said(_ text: String) -> HTML? { text.isEmpty ? nil : HTML { text } }
}
