internal import Improvement
internal import Markup
internal import Workspaces

/// A page with one form about a project: its heading, what it asks, and what is wrong with the answers.
struct ProjectForm {
  let file: ProjectFile
  let heading: String
  var lede = ""
  /// Where it is sent.
  let link: Link
  let typed: FormFields
  var problems: [(field: String, words: String)] = []
  var button = "Save"
  /// What is kept, in words, for those who may only read; nil tells the document's own lines.
  var said: [SummaryList.Entry]?

  /// What is wrong with one field.
  func error(_ name: String) -> String? { problems.first { $0.field == name }?.words }

  /// One question, with what was typed and what is wrong.
  func field(
    _ name: String, _ question: String, _ control: Field.Control = .line(), hint: String? = nil,
    isRequired: Bool = false
  ) -> Field {
    Field(
      name, question, control: control, typed: typed[name], hint: hint, error: error(name), isRequired: isRequired)
  }

  /// One question answered by choosing.
  func choice(
    _ name: String, _ question: String, _ choices: [ChoiceField.Choice], hint: String? = nil
  ) -> ChoiceField {
    ChoiceField(name, question, choices: choices, chosen: [typed[name]], hint: hint, error: error(name))
  }

  /// The page; `kept` is what the form was filled in on.
  func answer<Value: PageDocument>(
    _ page: PageContext, on kept: Kept<Value>?, @HTMLBuilder below: () -> HTML = { .empty },
    @HTMLBuilder fields: () -> HTML
  ) -> Answer {
    page.page(heading, status: problems.isEmpty ? 200 : 400) {
      file.project.wayBack
      h1 { heading }
      if page.writes(kept) {
        if !lede.isEmpty { p(.class("lede")) { lede } }
        ErrorList(problems: problems)
        page.writing(to: link, on: kept) {
          fields()
          actions { SubmitButton(button) }
        }
        below()
      } else {
        reading(page, kept)
      }
      if let kept {
        p(.class("small")) {
          a(.href(Link.history(collection: Value.collection, id: kept.id.description).path)) { "What was changed" }
        }
      }
    }
  }

  /// What is kept, for those who may not change it.
  @HTMLBuilder private func reading<Value: PageDocument>(_ page: PageContext, _ kept: Kept<Value>?) -> HTML {
    if let kept {
      SummaryList(entries: said ?? kept.value.lines.map { .words($0.name, $0.value) })
    } else {
      p { "Nothing is written here yet." }
    }
    page.readOnly(kept)
  }
}

/// A document that belongs to one project.
protocol ProjectOwned: PageDocument {
  /// The project's name.
  var owner: String { get }
}

extension PageContext {
  /// The document that the address names, with its project; not found if either is missing.
  func owned<Value: ProjectOwned>(_ type: Value.Type = Value.self) async throws -> (ProjectFile, Kept<Value>) {
    guard let id = DocumentID<Value>(parameters["id"] ?? "") else { throw SiteError.notFound }
    let found = try await read { reading -> (ProjectFile, Kept<Value>)? in
      guard let kept = try reading.document(id), let project = DocumentID<ProjectDocument>(kept.value.owner),
        let file = try ProjectFile(project, in: reading)
      else { return nil }
      return (file, kept)
    }
    guard let found = found ?? nil else { throw SiteError.notFound }
    return found
  }
}
