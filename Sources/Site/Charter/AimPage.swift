internal import Improvement
internal import Markup
internal import ProcessControl
internal import Workspaces

/// What is aimed at, and what will count as proof: a page for each.
struct AimPage {
  let file: ProjectFile
  let part: AimForm
  let typed: FormFields
  var problems: [(field: String, words: String)] = []

  private var id: String { file.project.id.description }

  func answer(_ page: PageContext) -> Answer {
    switch part {
    case .aim: return aim(page)
    case .proof: return proof(page)
    }
  }

  /// The aim in words, for those who may only read it.
  private var said: [SummaryList.Entry]? {
    guard let aim = file.work.aim?.value.aim else { return nil }
    let measure = file.aimed?.kept.value.measure
    let baseline = [aim.baselineFrom, aim.baselineThrough].compactMap { $0?.words }
    switch part {
    case .aim:
      return [
        .words("Measure", measure?.name ?? ""),
        .words("Target", aim.target.map { measure?.said($0) ?? NumberWords.text($0) } ?? ""),
        .words("By", aim.by?.words ?? ""), .words("For whom", aim.whom),
      ]
    case .proof:
      return [
        .words("Change", aim.change), .words("In use from", aim.begins?.words ?? ""),
        .words("Baseline", baseline.joined(separator: " to ")),
        .words("Points that count", aim.window.map { "\($0) \(measure?.pointNoun ?? "point")s" } ?? ""),
      ]
    }
  }

  private func aim(_ page: PageContext) -> Answer {
    let form = ProjectForm(
      file: file, heading: "The aim", lede: "How much, for whom, by when. A number and a date make it an aim.",
      link: .aim(project: id), typed: typed, problems: problems, button: "Save, then the proof", said: said)
    guard !file.measures.isEmpty else {
      return page.page("The aim") {
        file.project.wayBack
        h1 { "The aim" }
        EmptyState("Nothing to aim at yet", "An aim is about a measure. Add the outcome measure first.") {
          LinkButton("To the project", to: file.link.path)
        }
      }
    }
    let choices =
      [("", "Choose")]
      + file.measures.map { ($0.id.description, "\($0.value.measure.name) (\($0.value.measure.role.rawValue))") }
    return form.answer(page, on: file.work.aim) {
      form.field(
        "measure", "Which measure is it about?", .selection(choices.map { (value: $0.0, words: $0.1) }),
        hint: "The outcome: how patients or staff fare.", isRequired: true)
      form.field(
        "target", "Which level is to be reached?", .line(mode: .decimal, size: 8),
        hint: "For a share write percent, as 20. Otherwise the number that the chart shows.")
      form.field("by", "By when?", .line(.date))
      form.field("whom", "For whom?", hint: "As \u{201C}patients discharged from 4 West\u{201D}.")
    }
  }

  private func proof(_ page: PageContext) -> Answer {
    let noun = file.aimed?.kept.value.measure.pointNoun ?? "point"
    let form = ProjectForm(
      file: file, heading: "What will count as proof",
      lede: "Said before the result is known, so that nobody, you included, can doubt it afterwards.",
      link: .proof(project: id), typed: typed, problems: problems, button: "Save, then declare", said: said)
    return form.answer(page, on: file.work.aim) {
      form.field(
        "change", "What is changed?", hint: "As it follows \u{201C}after\u{201D}: booking the ride at morning rounds.")
      form.field(
        "begins", "From which day is it in use where the measure counts?", .line(.date),
        hint: "A test with one patient does not move a ward\u{2019}s chart. Only points from this day on count.")
      form.field("from", "The baseline begins", .line(.date))
      form.field("through", "and ends", .line(.date), hint: "Before the change. Twelve points or more are best.")
      form.field(
        "window", "How many \(noun)s after the change may count?", .line(mode: .numeric, size: 6),
        hint: "You may look after every \(noun). A longer window asks for a longer run.")
    }
  }
}
