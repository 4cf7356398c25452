internal import Foundation
internal import Improvement
internal import Markup
internal import ProcessControl
internal import Tables
internal import Workspaces

/// A file of cases for an association: chosen, read, looked at, and only its cross-tabulated counts kept.
struct AssociationForm {
  let project: Kept<ProjectDocument>
  var read: CrossImport?
  var problems: [(field: String, words: String)] = []

  private var id: String { project.id.description }

  func answer(_ page: PageContext) -> Answer {
    page.page("What goes together", status: problems.isEmpty ? 200 : 400, scripts: [.uploadScript]) {
      p(.class("small")) { a(.href(Link.project(id: id).path)) { project.value.project.title } }
      h1 { "What goes together?" }
      p(.class("lede")) {
        "An outcome against a factor (distance, lead time, language, payer), and the same within levels of a second one."
      }
      ErrorList(problems: problems)
      if let read, let counts = read.counts, let association = Association(counts) {
        AssociationBody(association: association).body
        suspects(read)
        confirmation(counts, page)
        more("Read the columns another way") { chooser(page) }
      } else {
        if let read {
          if let finding = read.findings.first, !read.columns.factor.isEmpty {
            FlashMessage(.bad, "Nothing can be compared yet.", finding.description)
          } else {
            FlashMessage(
              .news, "The columns are known.", "Say which is which, and choose the file again: it was not kept.")
          }
          suspects(read)
        }
        chooser(page)
        if read == nil { CaseRoutes.practiceFile }
      }
    }
  }

  private func chooser(_ page: PageContext) -> HTML {
    page.writing(to: .newAssociation(project: id), sendsFiles: true, named: "upload") {
      if let read { columns(read) }
      Field(
        "file", read == nil ? "The file" : "The same file again", control: .file(accepts: ".csv,.tsv,.txt,.xlsx"),
        hint: read == nil
          ? "CSV or Excel, one row for each case; the first row names the columns. Rows are added up on reading."
          : "It was not kept, so it must be chosen again.", error: problems.first { $0.field == "file" }?.words)
      actions {
        SubmitButton(
          read?.counts == nil ? "Read it" : "Read it this way", style: read?.counts == nil ? .primary : .quiet)
      }
    }
  }

  @HTMLBuilder private func columns(_ read: CrossImport) -> HTML {
    let barred = Set(read.suspects.map(\.index))
    let open = read.headers.enumerated().filter { !$0.element.isEmpty && !barred.contains($0.offset) }
      .map { (value: $0.element, words: $0.element) }
    let any = [(value: "", words: "Choose")] + open
    let none = [(value: "", words: "None")] + open
    Field(
      "outcome", "The outcome", control: .selection(any), typed: read.columns.outcome, hint: "Yes or no for each case.")
    Field(
      "counted", "The word that counts", typed: read.columns.counted,
      hint: "If it is not yes, true or 1."
        + (read.words.isEmpty ? "" : " Found: \(read.words.joined(separator: ", "))."))
    Field(
      "factor", "The factor", control: .selection(any), typed: read.columns.factor,
      hint: "What the outcome is set against.")
    Field(
      "second", "Within levels of", control: .selection(none), typed: read.columns.second,
      hint: "A second factor that could explain it.")
    Field(
      "cuts", "Bands of a numeric factor begin at", typed: read.columns.cuts,
      hint: "As 5, 10, 20. Empty: quarters of the cases.")
    Field(
      "weight", "Cases that a row stands for", control: .selection(none), typed: read.columns.weight,
      hint: "None: each row is one case.")
  }

  @HTMLBuilder private func suspects(_ read: CrossImport) -> HTML {
    if !read.suspects.isEmpty {
      section(.class("flash flash-warn"), .aria("labelledby", "suspects")) {
        h2(.id("suspects")) { "Columns that may identify patients" }
        p { "They cannot be chosen, and nothing of them is kept. It goes on only without them." }
        ul {
          for suspect in read.suspects {
            li {
              b { suspect.header }
              " (\(suspect.kind.rawValue)): \(suspect.reason)"
            }
          }
        }
      }
    }
  }

  private func confirmation(_ counts: CrossCounts, _ page: PageContext) -> HTML {
    page.writing(to: .associationCounts(project: id)) {
      page.hidden("counts", (try? String(decoding: JSONEncoder().encode(counts), as: UTF8.self)) ?? "")
      actions { SubmitButton("Keep these counts") }
      p(.class("small")) { "Nothing is kept before you press; then only the counts of the table above." }
    }
  }
}
