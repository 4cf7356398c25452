internal import Improvement
internal import Markup
internal import Workspaces

/// Who changed a measure's counts, when and how; each change can be taken back.
struct CountChangesPage {
  let measure: Kept<MeasureDocument>
  let changes: [Kept<CountChangeDocument>]
  let names: [MemberID: String]

  func answer(_ page: PageContext) -> Answer {
    page.page("Changes of the counts") {
      p(.class("small")) {
        a(.href(Link.measure(id: measure.id.description).path)) { measure.value.measure.name }
      }
      h1 { "Who changed the counts" }
      p(.class("lede")) {
        "Counts that were typed or came from a file. Taking a change back leaves alone what was changed since."
      }
      if changes.isEmpty {
        EmptyState(
          "Nothing was typed or brought yet", "Taps, charts and checklists are taken back where they are made."
        ) {
          if page.may(.contribute) {
            LinkButton("Type or paste counts", to: Link.measureGrid(id: measure.id.description).path)
          }
        }
      } else {
        RowsTable(
          "Changes, newest first",
          columns: [.init("When"), .init("Who"), .init("How"), .init("What"), .init("Days"), .init("Change")],
          rows: changes.map { row($0, page) })
      }
    }
  }

  private func row(_ kept: Kept<CountChangeDocument>, _ page: PageContext) -> [HTML] {
    let change = kept.value
    let mayChange = page.edits(kept)
    return [
      HTML(DayText.minute(kept.at)), HTML(names[kept.author] ?? "Someone"), HTML(change.way.words),
      HTML(change.summary), HTML(change.days),
      HTML {
        if change.isTakenBack {
          "Taken back"
        } else if mayChange {
          page.button(
            "Take back", to: .undo, style: .small,
            fields: [
              ("collection", CountChangeDocument.collection), ("id", kept.id.description),
              (FieldName.revision, "\(kept.revision)"), ("then", page.path),
            ])
        }
      },
    ]
  }
}

extension CountChangeDocument.Way {
  /// As the table says it.
  var words: String {
    switch self {
    case .typed: "Typed or pasted"
    case .file: "From a file"
    case .takenBack: "A change taken back"
    }
  }
}

/// The changes of a measure's counts.
enum CountChangesRoutes {
  static let all: [Route] = [
    .get(.measureChanges(id: "{id}"), for: .guest(.read)) { page in
      guard page.workspace != nil else { return .see(.improve) }
      guard let id = DocumentID<MeasureDocument>(page.parameters["id"] ?? "") else { throw SiteError.notFound }
      let shown = try await page.read { reading -> CountChangesPage? in
        guard let measure = try reading.document(id) else { return nil }
        return CountChangesPage(
          measure: measure, changes: try reading.countChanges(of: id),
          names: Dictionary(try reading.members(departed: true).map { ($0.id, $0.name) }) { $1 })
      }
      guard let shown = shown ?? nil else { throw SiteError.notFound }
      return shown.answer(page)
    }
  ]
}
