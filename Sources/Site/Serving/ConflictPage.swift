internal import Markup
internal import Workspaces

/// Shown when a document changed while its form was open: both versions, and a button for each.
enum ConflictPage {
  /// Nil if the collection is not one that pages write.
  static func answer(_ conflict: Conflict, _ page: PageContext) throws -> Answer? {
    guard let kind = Kinds.named(conflict.collection) else { return nil }
    return try answer(kind, conflict, page)
  }

  private static func answer<Value: PageDocument>(
    _ kind: Value.Type, _ conflict: Conflict, _ page: PageContext
  ) throws -> Answer? {
    guard let id = DocumentID<Value>(conflict.id) else { return nil }
    let (mine, theirs) = try conflict.versions(kind)
    let differing = names(mine, theirs)
    return page.page("Changed meanwhile", status: 409) {
      h1 { "Not saved yet: \(Value.words) changed meanwhile" }
      p(.class("lede")) {
        "Someone, perhaps you in another window, saved it after you opened this form. Nothing is lost: choose which version stays. The other one stays in the history."
      }
      RowsTable(
        "Both versions", columns: [.init("Answer"), .init("What you sent"), .init("What is there now")],
        rows: differing.map { name in [HTML(name), HTML(value(name, mine)), HTML(value(name, theirs))] })
      actions {
        if page.path != Link.undo.path {
          again(conflict, page)
        }
        LinkButton("Keep what is there now", to: Value.page(id).path, style: .quiet)
      }
    }
  }

  /// The same form once more, on the present revision.
  private static func again(_ conflict: Conflict, _ page: PageContext) -> HTML {
    Markup.form(.method(.post), .action(page.path)) {
      for field in page.form.pairs where field.name != FieldName.revision && field.name != FieldName.formToken {
        page.hidden(field.name, field.value)
      }
      page.hidden(FieldName.formToken, page.formToken)
      page.hidden(FieldName.revision, "\(conflict.current)")
      SubmitButton("Save what I sent")
    }
  }

  private static func names<Value: PageDocument>(_ mine: Value?, _ theirs: Value?) -> [String] {
    var names: [String] = []
    for name in ((mine?.lines ?? []) + (theirs?.lines ?? [])).map(\.name) where !names.contains(name) {
      if value(name, mine) != value(name, theirs) { names.append(name) }
    }
    return names
  }

  private static func value<Value: PageDocument>(_ name: String, _ version: Value?) -> String {
    guard let version else { return "Deleted" }
    return version.lines.first { $0.name == name }?.value ?? ""
  }
}
