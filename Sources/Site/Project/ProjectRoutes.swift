internal import Foundation
internal import Improvement
internal import ProcessControl
internal import Workspaces

/// One project: begun with three questions, then its page.
enum ProjectRoutes {
  static let all: [Route] = [
    .get(.newProject, for: .guest(.contribute)) { page in try await form(page, page.query).answer(page) },
    .post(.newProject, for: .guest(.contribute)) { page in
      let form = try await form(page, page.form)
      // Looking keeps nothing: the page again, with what is like it.
      if page.form.has("look") { return form.answer(page) }
      guard form.problems.isEmpty else { return form.answer(page, isSent: true) }
      let project = form.project(began: page.today)
      let opportunity = form.opportunity
      let kept = try await page.write { writing in
        let kept = try writing.create(ProjectDocument(project: project))
        if let opportunity {
          var taken = opportunity.value
          taken.opportunity.project = kept.project
          try writing.write(taken, to: opportunity.id, on: opportunity.revision)
        }
        return kept
      }
      return .see(.project(id: kept.id.description), page.saved(kept))
    },
    .get(.project(id: "{id}"), for: .guest(.read)) { page in
      guard page.workspace != nil else { return .see(.improve) }
      return ProjectPage(file: try await page.projectFile()).answer(page)
    },
  ]

  /// The form with what was typed, the opportunity that it takes up, and the work that is like it.
  private static func form(_ page: PageContext, _ typed: FormFields) async throws -> NewProjectPage {
    var form = NewProjectPage(typed: typed)
    let (member, today) = (page.seat?.member.id, page.today)
    let id = DocumentID<OpportunityDocument>(typed["opportunity"])
    guard
      let (opportunity, works, running) = try await page.read({ reading in
        let projects = try reading.documents(ProjectDocument.self)
        return (
          try id.flatMap { try reading.document($0) }, try reading.allWork(except: id),
          projects.first { $0.author == member && $0.value.project.takesTheYear(on: today) }?.value.project
        )
      })
    else { return form }
    form.opportunity = opportunity
    form.running = running
    let asked = typed["bother"].isEmpty ? opportunity?.value.opportunity.what ?? "" : typed["bother"]
    form.similar = works.like("\(asked) \(typed["countable"])")
    return form
  }
}

extension PageContext {
  /// The day on the server's clock, in UTC.
  var today: Day { Day(site.world.now()) }
}
