internal import Improvement
internal import Markup
internal import Workspaces

/// Scope, sponsor and process owner, on one page that grows with the project.
struct CharterPage {
  let file: ProjectFile
  let typed: FormFields

  init(_ file: ProjectFile) {
    self.file = file
    let charter = file.work.charter?.value.charter
    typed = FormFields(kept: [
      ("scope", charter?.scope), ("outside", charter?.outside), ("sponsor", charter?.sponsor),
      ("owner", charter?.owner), ("goal", charter?.goal),
    ])
  }

  /// The charter as a form says it; whom it touches is kept.
  static func charter(_ typed: FormFields, in file: ProjectFile) -> Charter {
    Charter(
      project: file.project.project, scope: typed["scope"], outside: typed["outside"], sponsor: typed["sponsor"],
      owner: typed["owner"], goal: typed["goal"], touched: file.work.charter?.value.charter.touched ?? [])
  }

  func answer(_ page: PageContext) -> Answer {
    let form = ProjectForm(
      file: file, heading: "The charter", lede: "Who stands behind it, and how far it goes. Fill in what is known.",
      link: .charter(project: file.project.id.description), typed: typed)
    return form.answer(page, on: file.work.charter) {
      form.field("scope", "What is in scope?", .area(rows: 2), hint: "Which patients, places, hours.")
      form.field("outside", "What is not?", .area(rows: 2))
      form.field("sponsor", "Who opens doors for it?", hint: "The sponsor: a role or a name.")
      form.field(
        "owner", "Who runs the process every day?", hint: "The process owner, who keeps it when the team leaves.")
      form.field("goal", "Which goal of the unit or hospital does it serve?", .area(rows: 2))
    }
  }
}
