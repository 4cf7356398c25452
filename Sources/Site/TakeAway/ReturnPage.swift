internal import Markup
internal import SmartPick
internal import Tables
internal import Workspaces

/// A list that came back: choose the file; then what was understood of it, before anything changes.
enum ReturnPage {
  static func choosing(_ page: PageContext, problem: String? = nil) -> Answer {
    page.page("Bring a list back", status: problem == nil ? 200 : 400) {
      p(.class("small")) { a(.href(Link.list.path)) { "Your list" } }
      h1 { "Bring an edited list back" }
      p(.class("lede")) {
        "The file that you took along, edited in a spreadsheet, or the adviser\u{2019}s page with notes in it. You see what was "
        "understood before anything changes."
      }
      if let problem { ErrorList(problems: [("file", problem)]) }
      page.writing(to: .listReturn, sendsFiles: true) {
        Field(
          "file", "The file", control: .file(accepts: ".csv,.xlsx,.html,.htm"),
          hint: "CSV, XLSX, or the page as your adviser saved it.", error: problem)
        actions { SubmitButton("Read the file") }
      }
      more("What can be edited") {
        SummaryList(entries: [
          .init("my_mark", HTML("love, refuse or pin; empty for none")),
          .init(
            "my_preference", HTML("from 0 to 1: how much you want this very place; empty lets your profile say it")),
          .init("my_order", HTML("your own place for it, from 1")), .init("my_note", HTML("what you want to remember")),
          .init("adviser_note", HTML("what an adviser says about it")),
        ])
        p { "All other columns are the list\u{2019}s own and are not read back. Rows that you delete change nothing." }
      }
    }
  }

  static func preview(_ draft: ListReturnDraft, _ read: ListReturn, _ take: TakeAway, notes: Int, _ page: PageContext)
    -> Answer
  {
    page.page("What came back") {
      p(.class("small")) { a(.href(Link.list.path)) { "Your list" } }
      h1 { heading(read) }
      p(.class("lede")) {
        "\(draft.name): \(read.rows) \(read.rows == 1 ? "row" : "rows") of programs that you have here. Nothing is changed yet."
      }
      if !read.changes.isEmpty {
        RowsTable(
          "What would change",
          columns: [
            .init("Program"), .init("What"), .init("Now", isWholeOnPhone: true), .init("Then", isWholeOnPhone: true),
          ],
          rows: read.changes.prefix(300).map { change in
            [
              HTML {
                b { change.program }
                small { change.code == AdviserNotesDocument.whole ? "" : change.code }
              }, HTML(change.what), HTML(change.before.isEmpty ? "none" : change.before),
              HTML(change.after.isEmpty ? "none" : change.after),
            ]
          })
        if read.changes.count > 300 { p { "And \(read.changes.count - 300) more." } }
      }
      if !read.findings.isEmpty {
        h2 { "Not understood" }
        ul { for finding in read.findings.prefix(60) { li { finding.description } } }
      }
      div(.class("actions")) {
        if !read.changes.isEmpty {
          page.writing(to: .listReturnUse) {
            page.hidden("profile-revision", "\(take.inputs.profile.revision)")
            page.hidden("marks-revision", "\(take.marks?.revision ?? 0)")
            page.hidden("notes-revision", "\(notes)")
            SubmitButton("Make \(read.changes.count == 1 ? "this change" : "these \(read.changes.count) changes")")
          }
        }
        page.button("Throw the file away", to: .listReturnRemoval)
      }
    }
  }

  private static func heading(_ read: ListReturn) -> String {
    switch read.changes.count {
    case 0: read.rows == 0 ? "Nothing in it is about your programs" : "Nothing in it is different"
    case 1: "One change came back"
    default: "\(read.changes.count) changes came back"
    }
  }
}
