internal import Markup
internal import Workspaces

/// Taking changes back: the last one, or any state of a document's history.
enum HistoryRoutes {
  static let all: [Route] = [
    .post(.undo, for: .member(.contribute)) { page in
      try await undo(page.kind(page.form["collection"]), page)
    },
    .get(.history(collection: "{collection}", id: "{id}"), for: .member(.read)) { page in
      try await HistoryPage.answer(page.kind(page.parameters["collection"] ?? ""), page)
    },
    .post(.history(collection: "{collection}", id: "{id}"), for: .member(.contribute)) { page in
      try await restore(page.kind(page.parameters["collection"] ?? ""), page)
    },
  ]

  private static func undo<Value: PageDocument>(_ kind: Value.Type, _ page: PageContext) async throws -> Answer {
    guard let id = DocumentID<Value>(page.form["id"]) else { throw SiteError.notFound }
    let revision = page.revision
    let flash = try await page.write { try Value.takeBack(id, on: revision, in: $0) }
    return .see(path: page.form["then"], otherwise: Value.page(id), flash)
  }

  private static func restore<Value: PageDocument>(_ kind: Value.Type, _ page: PageContext) async throws -> Answer {
    guard let id = DocumentID<Value>(page.parameters["id"] ?? ""), let number = Int(page.form["number"]) else {
      throw SiteError.notFound
    }
    let revision = page.revision
    let kept = try await page.write { try $0.restore(id, to: number, on: revision) }
    return .see(Value.page(id), page.saved(kept, "That state is back."))
  }
}
