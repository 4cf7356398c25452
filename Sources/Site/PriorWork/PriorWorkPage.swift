internal import Improvement
internal import Markup
internal import Workspaces

/// Past work: found by words, brought as a file on the first day.
struct PriorWorkPage {
  let works: [PriorWork]
  let kept: Kept<PriorWorkDocument>?
  var asked = ""
  var problems: [String] = []

  func answer(_ page: PageContext) -> Answer {
    let shown = asked.isEmpty ? works : works.like(asked)
    return page.page("Past work", status: problems.isEmpty ? 200 : 400) {
      p(.class("small")) { a(.href(Link.improve.path)) { "All projects" } }
      h1 { "Has somebody tried this before?" }
      p(.class("lede")) { "Past, running and given-up work, with why it stopped." }
      ErrorList(problems: problems.map { ("file", $0) })
      Filters(address: Link.priorWork.path, fields: [Field("q", "Words", control: .line(.search), typed: asked)])
      if works.isEmpty {
        EmptyState("No past work yet", "Bring the list of last years' projects and posters below.") {}
      } else if shown.isEmpty {
        p { "Nothing here is like that. It may still have been done: ask the one who runs your quality conference." }
      } else {
        RowsTable(
          "Past work",
          columns: [.init("Title"), .init("Where"), .init("Year"), .init("State"), .init("Why, or what came of it")],
          rows: shown.map { work in
            [
              HTML { work.title }, HTML { work.place }, HTML { work.year.map { "\($0)" } ?? "" },
              Tag(work.fate.words, work.fate == .stopped ? .warn : .plain).body, HTML { work.why },
            ]
          })
      }
      if page.writes(kept) { bringing(page) } else { page.readOnly(kept) }
    }
  }

  private func bringing(_ page: PageContext) -> HTML {
    section {
      h2 { "Bring a list" }
      p {
        "A CSV or Excel file with a column title, and as far as known: about, place, year, status, reason, contact. "
        "It takes the place of the list brought before."
      }
      page.writing(to: .priorWork, on: kept, sendsFiles: true) {
        Field("file", "File", control: .file(accepts: ".csv,.xlsx"))
        actions { SubmitButton("Read it", style: .quiet) }
      }
    }
  }
}
