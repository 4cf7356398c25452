internal import Improvement
internal import Workspaces

/// The shelf of ready measures: looked at, and taken.
enum ShelfRoutes {
  static let all: [Route] = [
    .get(.shelf, for: .guest(.read)) { page in ShelfPage().answer(page) },
    .get(.starter(id: "{id}"), for: .guest(.read)) { page in
      guard let starter = Starter.named(page.parameters["id"] ?? "") else { return .see(.shelf) }
      return StarterPage(starter: starter, expected: page.query["expected"], halfWidth: page.query["half-width"])
        .answer(page)
    },
    .post(.starter(id: "{id}"), for: .guest(.contribute)) { page in
      guard let starter = Starter.named(page.parameters["id"] ?? "") else { throw SiteError.notFound }
      let project = Project(
        title: starter.title, bother: starter.bother, place: page.form["where"], countable: starter.measure.numerator,
        lead: page.form["lead"], began: page.today)
      let kept = try await page.write { writing in
        let kept = try writing.create(ProjectDocument(project: project))
        for measure in starter.measures(for: kept.project) { try writing.create(MeasureDocument(measure: measure)) }
        return kept
      }
      return .see(
        .project(id: kept.id.description), Flash(.good, "Begun.", "Three measures are ready; count the first one."))
    },
  ]
}
