internal import Improvement
internal import Markup
internal import Workspaces

/// Two answers begin a cycle: the change and how small it is tried.
struct NewCyclePage {
  let file: ProjectFile
  /// Whom the cycle is designed for, where a group is left behind; empty for everybody.
  var group = ""
  var typed = FormFields()
  var isSent = false

  /// What is wrong with the answers.
  var problems: [(field: String, words: String)] {
    isSent && typed["change"].isEmpty ? [("change", "Say what is done differently.")] : []
  }

  func answer(_ page: PageContext) -> Answer {
    page.page("A new cycle", status: problems.isEmpty ? 200 : 400) {
      file.project.wayBack
      h1 { "Plan a PDSA cycle" }
      p(.class("lede")) { "One change, tried small. Four more questions follow; each takes two minutes." }
      if !group.isEmpty {
        p { "For those of \u{201C}\(group)\u{201D}: design it with them, and ask first what stands in their way." }
      }
      ErrorList(problems: problems)
      page.writing(to: .newCycle(project: file.project.id.description)) {
        Field(
          "change", "What is done differently?", control: .area(rows: 3), typed: typed["change"],
          hint: "So that somebody else could do the same tomorrow.", error: problems.first?.words, isRequired: true)
        ChoiceField(
          "scale", "On what scale?", choices: Cycle.Scale.allCases.map { .init($0.rawValue, $0.words) },
          chosen: [typed["scale"].isEmpty ? Cycle.Scale.onePatient.rawValue : typed["scale"]],
          hint: "Small enough that failing teaches and harms nobody. A first cycle is small.")
        actions { SubmitButton("Plan it") }
      }
    }
  }
}
