internal import Improvement
internal import Markup
internal import Pictures
internal import ProcessControl
internal import Workspaces

/// The timed process map, drawn, with its total and the share that is waiting.
struct ProcessMapPage {
  let file: ProjectFile
  var typed = FormFields()
  var problems: [(field: String, words: String)] = []

  private var id: String { file.project.id.description }
  private var map: ProcessMap { file.work.map?.value.map ?? ProcessMap(project: file.project.project) }

  /// The map as a form changes it, and what is wrong with the form.
  static func changed(
    _ file: ProjectFile, _ typed: FormFields
  ) -> (map: ProcessMap, problems: [(field: String, words: String)]) {
    var map = file.work.map?.value.map ?? ProcessMap(project: file.project.project)
    var problems: [(field: String, words: String)] = []
    func minutes(_ name: String) -> Double {
      if typed[name].isEmpty { return 0 }
      if let number = Double(typed[name]), number >= 0, number < 1e6 { return number }
      problems.append((name, "Write minutes as a number, 0 or more."))
      return 0
    }
    let index = Int(typed["step"]) ?? -1
    switch typed["do"] {
    case "add":
      if typed["text"].isEmpty { problems.append(("text", "Name the step.")) }
      map.steps.append(
        .init(typed["text"], who: typed["who"], minutes: minutes("minutes"), waiting: minutes("waiting")))
    case "change" where map.steps.indices.contains(index):
      // The fields of a step are told from those of the new one by their place.
      if typed["text"].isEmpty { problems.append(("text-\(index)", "Name the step.")) }
      map.steps[index] = .init(
        typed["text"], who: typed["who"], minutes: minutes("minutes"), waiting: minutes("waiting"))
      problems = problems.map { $0.field.contains("-") ? $0 : ("\($0.field)-\(index)", $0.words) }
    case "up": map.move(index, by: -1)
    case "down": map.move(index, by: 1)
    case "remove": if map.steps.indices.contains(index) { map.steps.remove(at: index) }
    default: problems.append(("text", "Name the step."))
    }
    return (map, problems)
  }

  func answer(_ page: PageContext) -> Answer {
    page.page("Process map", status: problems.isEmpty ? 200 : 400) {
      file.project.wayBack
      h1 { "Process map" }
      p(.class("lede")) { "Walk beside one case with a watch: each step, who does it, how long it takes and waits." }
      ErrorList(problems: problems)
      if !map.steps.isEmpty {
        StatCards(stats: [
          .init("\(NumberWords.text(map.total)) min", "from first to last"),
          .init(map.waitingShare.map { "\(Int(($0 * 100).rounded()))%" } ?? "0%", "of it waiting"),
          .init("\(map.handOffs)", map.handOffs == 1 ? "hand-off" : "hand-offs"),
        ])
        ChartFigure(
          name: "map",
          picture: StepsPicture(
            "Process map", summary: map.statement,
            steps: map.steps.map { .init($0.text, waiting: $0.waiting, work: $0.minutes) }),
          sentence: map.statement)
        if page.writes(file.work.map) { steps(page) }
      }
      if page.writes(file.work.map) {
        add(page)
      } else {
        if map.steps.isEmpty { p { "No step is written yet." } }
        page.readOnly(file.work.map)
      }
    }
  }

  private func steps(_ page: PageContext) -> HTML {
    ol(.class("boxes")) {
      for (index, step) in map.steps.enumerated() {
        li {
          page.writing(to: .processMap(project: id), on: file.work.map) {
            page.hidden("step", "\(index)")
            div(.class("box")) {
              span {
                step.text
                if !step.who.isEmpty { small { " \(step.who)" } }
              }
              SubmitButton("Up", style: .small, field: ("do", "up"))
              SubmitButton("Down", style: .small, field: ("do", "down"))
              SubmitButton("Remove", style: .small, field: ("do", "remove"))
            }
          }
          change(step, at: index, page)
        }
      }
    }
  }

  private func change(_ step: ProcessMap.Step, at index: Int, _ page: PageContext) -> HTML {
    let isTyped = !problems.isEmpty && typed["do"] == "change" && typed["step"] == "\(index)"
    func field(_ name: String, _ question: String, _ kept: String, _ control: Field.Control = .line()) -> Field {
      Field(
        name, question, control: control, typed: isTyped ? typed[name] : kept,
        error: isTyped ? problems.first { $0.field == "\(name)-\(index)" }?.words : nil, id: "\(name)-\(index)")
    }
    return more("Change", isOpen: isTyped) {
      page.writing(to: .processMap(project: id), on: file.work.map) {
        page.hidden("do", "change")
        page.hidden("step", "\(index)")
        field("text", "What happens?", step.text)
        field("who", "Who does it?", step.who)
        field("waiting", "Minutes of waiting before it", NumberText.full(step.waiting), .line(mode: .decimal, size: 6))
        field("minutes", "Minutes of work", NumberText.full(step.minutes), .line(mode: .decimal, size: 6))
        actions { SubmitButton("Save") }
      }
    }
  }

  private func add(_ page: PageContext) -> HTML {
    let form = ProjectForm(
      file: file, heading: "", link: .processMap(project: id),
      typed: problems.isEmpty || typed["do"] == "change" ? FormFields() : typed,
      problems: problems)
    return section {
      h2 { "Add a step" }
      page.writing(to: .processMap(project: id), on: file.work.map) {
        page.hidden("do", "add")
        form.field("text", "What happens?", isRequired: true)
        form.field("who", "Who does it?", hint: "A role.")
        form.field("waiting", "Minutes of waiting before it", .line(mode: .decimal, size: 6))
        form.field("minutes", "Minutes of work", .line(mode: .decimal, size: 6))
        actions { SubmitButton("Add") }
      }
    }
  }
}

extension ProcessMap {
  /// Total and waiting in a sentence.
  var statement: String {
    let share = waitingShare.map { ", of which \(Int(($0 * 100).rounded()))% is waiting" } ?? ""
    return "\(steps.count) step\(steps.count == 1 ? "" : "s") take \(NumberWords.text(total)) min\(share)."
  }
}
