internal import Markup
internal import Workspaces

/// Every kept state of a document: who, when, what; and which of them can be brought back.
enum HistoryPage {
  /// A revision with its state.
  private struct Entry<Value: PageDocument>: Sendable {
    let revision: Revision
    let value: Value?
    /// What differs from the entry before.
    let what: String
  }

  static func answer<Value: PageDocument>(_ kind: Value.Type, _ page: PageContext) async throws -> Answer {
    guard let id = DocumentID<Value>(page.parameters["id"] ?? "") else { throw SiteError.notFound }
    let model = try await page.read { reading in
      (
        entries: try entries(of: id, in: reading),
        names: Dictionary(try reading.members(departed: true).map { ($0.id, $0.name) }) { $1 }
      )
    }
    guard let model, let newest = model.entries.last else { throw SiteError.notFound }
    let final = newest.value?.acts.filter(\.isFinal) ?? []
    let isMaker = page.seat?.member.id == model.entries.first?.revision.author
    let mayWrite = page.may(.edit) || (isMaker && page.may(.contribute))
    return page.page("History") {
      h1 { "The history of \(Value.words)" }
      p(.class("lede")) {
        "Saves by one person within ten minutes are one state, the last of them. What locks, declares, begins, answers or "
        "closes is a state of its own."
      }
      if mayWrite {
        p {
          final.isEmpty
            ? "Any state here can be brought back."
            : "A state can be brought back as long as nothing is lost that was done for good."
        }
      }
      RowsTable(
        "States, newest first", columns: [.init("When"), .init("Who"), .init("What"), .init("Change")],
        rows: model.entries.reversed().map { entry in
          let acts = entry.value?.acts ?? []
          let mayReturn =
            entry.revision.number != newest.revision.number && entry.value != nil && mayWrite
            && final.allSatisfy(acts.contains)
          return [
            HTML(DayText.minute(entry.revision.at)), HTML(model.names[entry.revision.author] ?? "Someone"),
            HTML(entry.what),
            mayReturn
              ? page.button(
                "Bring back", to: .history(collection: Value.collection, id: id.description), style: .small,
                fields: [("number", "\(entry.revision.number)"), (FieldName.revision, "\(newest.revision.number)")])
              : .empty,
          ]
        })
      actions { LinkButton("Back", to: Value.page(id).path, style: .quiet) }
    }
  }

  private static func entries<Value: PageDocument>(
    of id: DocumentID<Value>, in reading: Reading
  ) throws -> [Entry<Value>] {
    var entries: [Entry<Value>] = []
    var before: Value?
    for revision in try reading.history(of: id) {
      let value = try reading.document(id, at: revision.number)?.value
      entries.append(Entry(revision: revision, value: value, what: what(revision, before, value)))
      before = value
    }
    return entries
  }

  /// What was done in a revision, and to which lines.
  private static func what<Value: PageDocument>(_ revision: Revision, _ before: Value?, _ after: Value?) -> String {
    let acts = (after?.acts ?? []).filter { act in !(before?.acts.contains(act) ?? false) }
    let done =
      switch revision.kind {
      case .created: "Made"
      case .edited: acts.isEmpty ? "Changed" : acts.map(\.words).joined(separator: "; ")
      case .deleted: "Deleted"
      case .restored: "Brought back"
      case .undone: "Taken back"
      }
    guard acts.isEmpty || revision.kind != .edited, revision.kind != .created, let before, let after else {
      return done
    }
    let earlier = Dictionary(before.lines.map { ($0.name, $0.value) }) { $0 + $1 }
    let later = Dictionary(after.lines.map { ($0.name, $0.value) }) { $0 + $1 }
    var names: [String] = []
    for name in (before.lines + after.lines).map(\.name) where earlier[name] != later[name] && !names.contains(name) {
      names.append(name)
    }
    return names.isEmpty ? done : "\(done): \(names.joined(separator: ", "))"
  }
}
