internal import Improvement
internal import Markup
internal import Workspaces

/// One measure.
enum MeasureRoutes {
  static let all: [Route] = [
    .get(.measure(id: "{id}"), for: .guest(.read)) { page in
      guard let id = DocumentID<MeasureDocument>(page.parameters["id"] ?? ""), page.workspace != nil else {
        return .see(.improve)
      }
      guard let kept = try await page.document(id) else { throw SiteError.notFound }
      return page.page(kept.value.measure.name) { h1 { kept.value.measure.name } }
    }
  ]
}
