internal import Markup
internal import SmartPick
internal import Workspaces

/// What stands on the list page beside the numbers: the applicant's own notes, and what advisers wrote.
struct ListWritten {
  let marks: MarksDocument
  let notes: [Kept<AdviserNotesDocument>]
  /// Names of the programs that are known, by code, for those that are not on the list.
  let names: [String: String]
  let profile: Kept<ProfileDocument>
  /// How many assumptions are the applicant's own.
  let ownAssumptions: Int

  init(_ take: TakeAway) {
    marks = take.marks?.value ?? MarksDocument()
    notes = take.notes
    profile = take.inputs.profile
    ownAssumptions = take.inputs.effects?.value.values.count ?? 0
    let wanted = Set(marks.programs.keys).union(take.notes.flatMap(\.value.programs.keys))
    names =
      wanted.isEmpty
      ? [:]
      : Dictionary(
        take.inputs.request.programs.filter { wanted.contains($0.code) }.map { ($0.code, $0.name) }
      ) { first, _ in first }
  }

  /// Under a program's name in the list.
  func beside(_ code: String) -> HTML {
    let mark = marks[code]
    return HTML {
      if let order = mark.order { Tag("my place \(order)", .plain) }
      if !mark.note.isEmpty { small { "My note: \(mark.note)" } }
      for kept in notes {
        if let note = kept.value.programs[code] {
          small(.class("said")) { "\(Self.from(kept.value)): \(note)" }
        }
      }
    }
  }

  /// What advisers wrote and is not dealt with.
  func section(_ page: PageContext, _ list: ListResult) -> HTML {
    let onList = Set(list.rows.map(\.program.code))
    return HTML {
      for kept in notes where Self.hasOpen(kept.value) { said(kept, onList, page) }
    }
  }

  private static func from(_ notes: AdviserNotesDocument) -> String {
    notes.from.isEmpty ? "Your adviser" : notes.from
  }

  private static func hasOpen(_ notes: AdviserNotesDocument) -> Bool {
    (!notes.overall.isEmpty && !notes.done.contains(AdviserNotesDocument.whole))
      || notes.programs.keys.contains { !notes.done.contains($0) }
  }

  private func said(_ kept: Kept<AdviserNotesDocument>, _ onList: Set<String>, _ page: PageContext) -> HTML {
    let notes = kept.value
    let open = notes.programs.keys.filter { !notes.done.contains($0) }.sorted()
    return Markup.section(.class("card card-next"), .aria("labelledby", "said-\(kept.id)")) {
      h2(.id("said-\(kept.id)")) { "\(Self.from(notes)) wrote" }
      if !notes.overall.isEmpty, !notes.done.contains(AdviserNotesDocument.whole) {
        p { notes.overall }
        done(kept, AdviserNotesDocument.whole, page)
      }
      for code in open {
        div(.class("note")) {
          p {
            a(.href(Link.program(code: code).path)) { names[code] ?? code }
            if !onList.contains(code) { small { " (not on the list now)" } }
            ": \(notes.programs[code] ?? "")"
          }
          div(.class("actions")) {
            wish("Love it", "love", code, page)
            wish("Refuse it", "refuse", code, page)
            done(kept, code, page)
          }
        }
      }
    }
  }

  private func wish(_ words: String, _ wish: String, _ code: String, _ page: PageContext) -> HTML {
    page.button(
      words, to: .wish, style: .small,
      fields: [("code", code), ("wish", wish), (FieldName.revision, "\(profile.revision)")])
  }

  private func done(_ kept: Kept<AdviserNotesDocument>, _ code: String, _ page: PageContext) -> HTML {
    page.button(
      "Dealt with", to: .adviserNoteDone, style: .small,
      fields: [("id", kept.id.description), ("code", code), (FieldName.revision, "\(kept.revision)")])
  }
}

/// The ways to take the list along, and to bring it back.
struct TakeAwayBox: Component {
  var body: HTML {
    section(.class("share"), .aria("labelledby", "take-along")) {
      h3(.id("take-along")) { "Take it along" }
      p {
        "A page for an adviser, on paper, behind a link or as a file, whose notes come back; a spreadsheet to edit and bring "
        "back. Rows of practice programs say that they are fiction."
      }
      actions {
        LinkButton("For an adviser", to: Link.adviserSheet.path)
        a(.class(ButtonStyle.quiet.rawValue), .href(Link.listWorkbook.path)) { "Excel (XLSX)" }
        a(.class(ButtonStyle.quiet.rawValue), .href(Link.listFile.path)) { "CSV" }
        LinkButton("Bring an edited list back", to: Link.listReturn.path, style: .quiet)
      }
    }
  }
}
