internal import Foundation
internal import Improvement
internal import ProcessControl
internal import Workspaces

/// One project: begun with three questions, then its page.
enum ProjectRoutes {
  static let all: [Route] = [
    .get(.newProject, for: .guest(.read)) { page in NewProjectPage().answer(page) },
    .post(.newProject, for: .guest(.contribute)) { page in
      let form = NewProjectPage(typed: page.form)
      guard form.problems.isEmpty else { return form.answer(page, isSent: true) }
      let project = form.project(began: page.today)
      let kept = try await page.write { writing in try writing.create(ProjectDocument(project: project)) }
      return .see(.project(id: kept.id.description), page.saved(kept))
    },
    .get(.project(id: "{id}"), for: .guest(.read)) { page in
      guard page.workspace != nil else { return .see(.improve) }
      return ProjectPage(file: try await page.projectFile()).answer(page)
    },
  ]
}

extension PageContext {
  /// The day on the server's clock, in UTC.
  var today: Day { Day(number: Int32((site.world.now().timeIntervalSince1970 / 86_400).rounded(.down))) }
}
