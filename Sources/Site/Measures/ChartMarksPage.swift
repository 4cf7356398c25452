internal import Improvement
internal import Markup
internal import Pictures
internal import ProcessControl
internal import Workspaces

/// The target of a measure, where its baseline ends, and what is pinned to its chart.
struct ChartMarksPage {
  let file: MeasureFile
  var typed = FormFields()

  private var id: String { file.measure.id.description }
  var kept: MeasureMarks { file.marks?.value.marks ?? MeasureMarks() }
  private var isShare: Bool { file.definition.kind == .proportion }

  // MARK: Reading the forms

  /// Target and baseline as typed, or what is wrong with them.
  var frame: (marks: MeasureMarks, problems: [(field: String, words: String)]) {
    var marks = kept
    var problems: [(field: String, words: String)] = []
    let text = typed["target"].filter { $0 != "%" && $0 != "," && !$0.isWhitespace }
    if text.isEmpty {
      marks.target = nil
    } else if let number = Double(text), number.isFinite, !isShare || (0...100).contains(number) {
      marks.target = isShare ? number / 100 : number
    } else {
      problems.append(("target", isShare ? "Write a percentage from 0 to 100." : "Write a number."))
    }
    if typed["baseline"].isEmpty {
      marks.baselineEnd = nil
    } else if let day = EventDay.read(typed["baseline"]) {
      marks.baselineEnd = day
    } else {
      problems.append(("baseline", "Write a day like 2026-03-04."))
    }
    return (marks, problems)
  }

  /// The mark as typed, or what is wrong with it.
  var mark: (mark: MeasureMarks.Mark?, problems: [(field: String, words: String)]) {
    var problems: [(field: String, words: String)] = []
    let kind = MeasureMarks.Mark.Kind(rawValue: typed["kind"])
    let day = EventDay.read(typed["day"])
    if kind == nil { problems.append(("kind", "Choose what it is.")) }
    if day == nil { problems.append(("day", "Write a day like 2026-03-04.")) }
    if typed["words"].isEmpty {
      problems.append(
        ("words", kind == .note ? "Write the note." : "Say why: without a reason the chart is not redrawn."))
    }
    guard problems.isEmpty, let kind, let day else { return (nil, problems) }
    return (.init(kind, on: day, String(typed["words"].prefix(200))), [])
  }

  // MARK: Page

  func answer(_ page: PageContext, problems: [(field: String, words: String)] = []) -> Answer {
    let error = { (name: String) in problems.first { $0.field == name }?.words }
    return page.page("Marks: \(file.definition.name)", status: problems.isEmpty ? 200 : 400) {
      p(.class("small")) { a(.href(Link.measure(id: id).path)) { file.definition.name } }
      h1 { "On the chart" }
      ErrorList(problems: problems)
      page.readOnly(file.marks)
      h2 { "Target and baseline" }
      if !page.writes(file.marks) {
        SummaryList(entries: [
          .words("Target", targetText.isEmpty ? "" : targetText + (isShare ? "%" : "")),
          .words("Last day of the baseline", kept.baselineEnd?.words ?? ""),
        ])
      }
      page.writing(to: .measureMarks(id: id), on: file.marks) {
        Field(
          "target", "Target",
          control: .line(
            mode: .decimal, unit: isShare ? "%" : file.definition.unit.isEmpty ? nil : file.definition.unit, size: 8),
          typed: typed.has("target") ? typed["target"] : targetText, hint: "Empty for none.", error: error("target"))
        Field(
          "baseline", "Last day of the baseline", control: .line(.date),
          typed: typed.has("baseline") ? typed["baseline"] : kept.baselineEnd?.description ?? "",
          hint:
            file.aim?.measure == file.name && file.aim?.baselineThrough != nil
            ? "The project\u{2019}s aim is about this measure: its chart has the aim\u{2019}s baseline and target, and "
              + "what stands here waits."
            : "The line and limits come from the points up to it and are carried forward: the honest way to see a "
              + "change.",
          error: error("baseline"))
        actions { SubmitButton("Save") }
      }
      h2 { "Phases, points left out, notes" }
      list(page)
      page.writing(to: .newMeasureMark(id: id), on: file.marks) {
        ChoiceField(
          "kind", "Add",
          choices: [
            .init("note", "A note", hint: "Words at a day; nothing is computed anew."),
            .init(
              "phase", "A new phase",
              hint: "A line of its own from this day on. Only when the process is known to be another one; a split at "
                + "the change itself would hide it."),
            .init("exclusion", "A point to leave out", hint: "Shown with a cross; it decides nothing."),
          ], chosen: [typed["kind"].isEmpty ? "note" : typed["kind"]], error: error("kind"))
        Field(
          "day", "Day", control: .line(.date), typed: typed["day"], hint: "Any day of the period.", error: error("day"),
          isRequired: true)
        Field("words", "The note, or the reason", typed: typed["words"], error: error("words"), isRequired: true)
        actions { SubmitButton("Add", style: .quiet) }
      }
    }
  }

  private var targetText: String {
    kept.target.map { NumberText.full(isShare ? ($0 * 1e6).rounded() / 1e4 : $0) } ?? ""
  }

  private func list(_ page: PageContext) -> HTML {
    kept.marks.isEmpty
      ? p { "Nothing is marked yet." }
      : ul(.class("task-list")) {
        for (index, mark) in kept.marks.enumerated() {
          li(.class("task task-done")) {
            span { "\(mark.kind.words), \(mark.day.pictured?.longText ?? "")" }
            page.writing(to: .measureMarkRemoval(id: id), on: file.marks) {
              page.hidden("index", "\(index)")
              button(.class(ButtonStyle.small.rawValue), .type(.submit)) {
                "Remove"
                span(.class("hidden-words")) { " \(mark.kind.words), \(mark.day.words)" }
              }
            }
            small { mark.words }
          }
        }
      }
  }
}
