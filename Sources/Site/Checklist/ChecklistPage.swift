internal import Improvement
internal import Markup
internal import ProcessControl
internal import Statistics
internal import Workspaces

/// A checklist as its team builds it, and what its uses say.
struct ChecklistPage {
  let file: ChecklistFile
  var typed = FormFields()
  var problems: [(field: String, words: String)] = []

  private var list: Checklist { file.checklist }

  /// What a checklist is not; on every page of it.
  static let limits = "It records completion; it is not the chart nor the time-out itself."

  func answer(_ page: PageContext) -> Answer {
    page.page(list.title, status: problems.isEmpty ? 200 : 400) {
      if let project = file.project { project.wayBack }
      h1 { list.title }
      p(.class("lede")) { "\(Self.limits) Nothing of a patient is kept with it." }
      ErrorList(problems: problems)
      if page.may(.contribute), !list.items.isEmpty {
        actions { LinkButton("Use it now", to: Link.checklistUse(id: file.id).path) }
      }
      if !file.uses.counted.isEmpty { results(page) }
      lines(page)
      if page.edits(file.kept) { settings(page) } else { page.readOnly(file.kept) }
      p(.class("small")) {
        a(.href(Link.history(collection: ChecklistDocument.collection, id: file.id).path)) { "Its versions" }
      }
    }
  }

  private func error(_ name: String) -> String? { problems.first { $0.field == name }?.words }

  // MARK: What its uses say

  private func results(_ page: PageContext) -> HTML {
    let uses = file.uses.counted
    let complete = uses.count { $0.use.isComplete }
    let most = list.mostMissing(in: file.uses)
    let reasons = Dictionary(grouping: uses.compactMap(\.use.reason)) { $0 }.mapValues(\.count)
    return section(.aria("labelledby", "results")) {
      h2(.id("results")) { "What its uses say" }
      if let share = try? Proportion(complete, of: uses.count) { p { "Complete: \(share.words) uses." } }
      if !most.isEmpty {
        p {
          "Most often missing: \(most.map { "\u{201C}\($0.words)\u{201D}" }.joined(separator: ", "))."
        }
      }
      if !reasons.isEmpty, page.edits(file.kept) {
        p { Pareto(counts: reasons).statement }
      }
      p { a(.href(Link.measure(id: "\(file.id)-completion").path)) { "Completion over time" } }
    }
  }

  // MARK: Building it

  private func lines(_ page: PageContext) -> HTML {
    let missing = file.uses.missing
    return section(.aria("labelledby", "lines")) {
      h2(.id("lines")) { "Its lines" }
      if list.items.isEmpty {
        p { "No line yet. Write the few steps that are forgotten and matter; leave out what nobody forgets." }
      } else {
        ol(.class("build")) {
          for (place, item) in list.items.enumerated() {
            li {
              span {
                item.words
                if let count = missing[item.id], count.missing > 0 {
                  small { " missing in \(count.missing) of \(count.shown) uses" }
                }
              }
              if page.edits(file.kept) { buttons(item, place, page) }
            }
          }
        }
      }
      if page.edits(file.kept), list.items.count < Checklist.mostItems {
        page.writing(to: .checklistItems(id: file.id), on: file.kept) {
          Field("words", "Another line", typed: typed["words"], error: error("words"), autocomplete: "off")
          actions { SubmitButton("Add the line", style: .quiet, field: ("do", "add")) }
        }
      }
    }
  }

  private func buttons(_ item: Checklist.Item, _ place: Int, _ page: PageContext) -> HTML {
    page.writing(to: .checklistItems(id: file.id), on: file.kept) {
      page.hidden("item", item.id)
      move("Up", "up", item, isDisabled: place == 0)
      move("Down", "down", item, isDisabled: place == list.items.count - 1)
      move("Remove", "remove", item, isDisabled: false)
    }
  }

  private func move(_ words: String, _ value: String, _ item: Checklist.Item, isDisabled: Bool) -> HTML {
    button(
      .class(ButtonStyle.small.rawValue), .type(.submit), .name("do"), .value(value), .disabled(isDisabled),
      .aria("label", "\(words): \(item.words)")
    ) { words }
  }

  private func settings(_ page: PageContext) -> HTML {
    more("Title, places and reasons", isOpen: error("title") != nil || error("reasons") != nil) {
      page.writing(to: .checklist(id: file.id), on: file.kept) {
        Field("title", "Title", typed: typed.has("title") ? typed["title"] : list.title, error: error("title"))
        Field(
          "places", "Where it is used, one a line", control: .area(rows: 3),
          typed: typed.has("places") ? typed["places"] : list.places.joined(separator: "\n"),
          hint: "Two rooms or two clinics: completion is then also told apart by place. One place need not be named.")
        Field(
          "reasons", "Reasons why it was not complete, one a line", control: .area(rows: 5),
          typed: typed.has("reasons") ? typed["reasons"] : list.reasons.joined(separator: "\n"),
          error: error("reasons"))
        actions { SubmitButton("Save", style: .quiet) }
      }
    }
  }
}

/// The beginning of a checklist.
struct NewChecklistPage {
  let project: Kept<ProjectDocument>
  var typed = FormFields()
  var problems: [(field: String, words: String)] = []

  func answer(_ page: PageContext) -> Answer {
    page.page("A checklist", status: problems.isEmpty ? 200 : 400) {
      project.wayBack
      h1 { "A checklist" }
      p(.class("lede")) {
        "Built from the few steps that are forgotten and matter, used on a phone. \(ChecklistPage.limits)"
      }
      ErrorList(problems: problems)
      page.writing(to: .newChecklist(project: project.id.description)) {
        Field(
          "title", "What is it for?", typed: typed["title"],
          hint: "As \u{201C}Before a procedure in the clinic\u{201D}.",
          error: problems.first { $0.field == "title" }?.words, isRequired: true)
        Field(
          "items", "Its lines, one a line", control: .area(rows: 6), typed: typed["items"],
          hint: "Up to \(Checklist.mostItems); more can be added later.",
          error: problems.first { $0.field == "items" }?.words)
        actions { SubmitButton("Make the checklist") }
      }
    }
  }
}
