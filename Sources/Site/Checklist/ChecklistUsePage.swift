internal import Improvement
internal import Markup
internal import Workspaces

/// A checklist in use: every line a target for a thumb, then complete, or not with a reason.
struct ChecklistUsePage {
  let file: ChecklistFile
  /// The name of this use; the same form sent twice is one use.
  let name: String
  /// The use before, which may be taken back.
  var last: String?
  /// Where the use before was: a phone mostly stays in its room.
  var place = ""
  var typed: FormFields?
  var problems: [(field: String, words: String)] = []

  private var list: Checklist { file.checklist }

  func answer(_ page: PageContext) -> Answer {
    let ticked = Set(typed?.all("ticked") ?? [])
    return page.page(list.title, status: problems.isEmpty ? 200 : 400) {
      p(.class("small")) { a(.href(Link.checklist(id: file.id).path)) { "Its lines and what its uses say" } }
      h1 { list.title }
      p { ChecklistPage.limits }
      ErrorList(problems: problems)
      page.writing(to: .checklistUse(id: file.id)) {
        page.hidden("name", name)
        for item in list.items { page.hidden("shown", item.id) }
        if !list.places.isEmpty {
          Field(
            "place", "Where?", control: .selection([("", "Not said")] + list.places.map { ($0, $0) }),
            typed: typed?["place"] ?? place)
        }
        div(.class("one-hand")) {
          ChoiceField(
            "ticked", "Tick what is done", choices: list.items.map { .init($0.id, $0.words) }, chosen: ticked,
            allowsSeveral: true, error: error("ticked"))
        }
        actions { SubmitButton("Complete", field: ("end", "complete")) }
        more("Not complete", isOpen: !problems.isEmpty) {
          div(.class("one-hand")) {
            ChoiceField(
              "reason", "Why was it not complete?", choices: list.reasons.map { .init($0, $0) },
              chosen: [typed?["reason"] ?? ""], hint: "One, the most important.", error: error("reason"))
          }
          actions { SubmitButton("Keep as not complete", style: .quiet, field: ("end", "open")) }
        }
      }
      if let last {
        page.button(
          "Take the last use back", to: .checklistUse(id: file.id),
          fields: [("undo", last), ("end", "undo")])
      }
      p(.class("small")) {
        "Kept: the day, the ticks, the reason, and that it was your device. Nothing of a patient. "
        "\(file.uses.counted.count) \(file.uses.counted.count == 1 ? "use" : "uses") so far."
      }
    }
  }

  private func error(_ name: String) -> String? { problems.first { $0.field == name }?.words }

  /// The use that a form holds, and what is missing in it.
  static func use(
    _ form: FormFields, of list: Checklist
  ) -> (use: ChecklistUse, problems: [(field: String, words: String)]) {
    // What was on the page, also if the list has changed since.
    let shown = form.all("shown").filter { id in id.count <= 8 && id.hasPrefix("i") }
    var use = ChecklistUse(shown: Array(shown.prefix(Checklist.mostItems)), ticked: form.all("ticked"))
    if list.places.contains(form["place"]) { use.place = form["place"] }
    guard !use.shown.isEmpty else {
      return (use, [("ticked", "The form came without its lines. Open the checklist again.")])
    }
    if form["end"] == "complete", !use.isComplete {
      let left = use.missing.count
      return (
        use,
        [("ticked", "\(left) of \(use.shown.count) lines are not ticked. Tick what was done, or say why not below.")]
      )
    }
    if form["end"] == "open" {
      if use.isComplete { return (use, [("ticked", "Every line is ticked: it is complete.")]) }
      guard list.reasons.contains(form["reason"]) else { return (use, [("reason", "Choose the reason.")]) }
      use.reason = form["reason"]
    }
    return (use, [])
  }
}
