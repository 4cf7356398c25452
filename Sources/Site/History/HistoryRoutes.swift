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

/// Every state of a document: who, when, what.
enum HistoryPage {
  static func answer<Value: PageDocument>(_ kind: Value.Type, _ page: PageContext) async throws -> Answer {
    guard let id = DocumentID<Value>(page.parameters["id"] ?? "") else { throw SiteError.notFound }
    let model = try await page.read { reading in
      (
        history: try reading.history(of: id),
        names: Dictionary(try reading.members(departed: true).map { ($0.id, $0.name) }) { $1 }
      )
    }
    guard let model, let newest = model.history.last else { throw SiteError.notFound }
    return page.page("History") {
      h1 { "The history of \(Value.words)" }
      p(.class("lede")) { "Every state is kept; any of them can be brought back." }
      RowsTable(
        "States, newest first", columns: [.init("When"), .init("Who"), .init("What"), .init("Change")],
        rows: model.history.reversed().map { revision in
          [
            HTML(DayText.minute(revision.at)), HTML(model.names[revision.author] ?? "Someone"),
            HTML(what(revision)),
            revision.number == newest.number || revision.kind == .deleted || !page.may(.contribute)
              ? .empty
              : page.button(
                "Bring back", to: .history(collection: Value.collection, id: id.description), style: .small,
                fields: [("number", "\(revision.number)"), (FieldName.revision, "\(newest.number)")]),
          ]
        })
      actions { LinkButton("Back", to: Value.page(id).path, style: .quiet) }
    }
  }

  private static func what(_ revision: Revision) -> String {
    let done =
      switch revision.kind {
      case .created: "Made"
      case .edited: "Changed"
      case .deleted: "Deleted"
      case .restored: "Brought back"
      case .undone: "Taken back"
      }
    return revision.changes.isEmpty || revision.kind == .created
      ? done : "\(done): \(revision.changes.joined(separator: ", "))"
  }
}
