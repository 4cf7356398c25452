internal import Improvement
internal import Markup
internal import ProcessControl
internal import Workspaces

/// How a project goes on without its team: the last day, the successor, the end with its reason, and the looks back.
struct EndingPage {
  let file: ProjectFile
  var typed: FormFields?
  var problems: [(field: String, words: String)] = []

  private var id: String { file.project.id.description }
  private var project: Project { file.project.value.project }
  private var rotation: Rotation { file.work.rotation?.value.rotation ?? Rotation(project: file.project.project) }
  /// Who is asked whether it holds: the process owner, or else the successor.
  private var keeper: String { owner.isEmpty ? rotation.successor : owner }
  private var owner: String { file.processOwner }

  func answer(_ page: PageContext) -> Answer {
    page.page("Hand over or end", status: problems.isEmpty ? 200 : 400) {
      file.project.wayBack
      h1 { "Hand over or end" }
      p(.class("lede")) { "Teams rotate; the process stays. Who keeps it, and who looks back?" }
      ErrorList(problems: problems)
      if let ending = project.ending { ended(ending, page) }
      if page.writes(file.work.rotation) {
        leaving(page)
      } else {
        SummaryList(entries: [
          .words("The team\u{2019}s last day", rotation.leaves?.words ?? ""),
          .words("Who leads it afterwards", rotation.successor), .words("The process owner", owner),
        ])
        page.readOnly(file.work.rotation)
      }
      if project.ending == nil, page.edits(file.project) { end(page) }
    }
  }

  private func form(_ kind: String, kept: [(name: String, value: String?)]) -> ProjectForm {
    let sent = typed.flatMap { $0["do"] == kind ? $0 : nil }
    return ProjectForm(
      file: file, heading: "", link: .ending(project: id), typed: sent ?? FormFields(kept: kept),
      problems: sent == nil ? [] : problems)
  }

  private func leaving(_ page: PageContext) -> HTML {
    let form = form("rotation", kept: [("leaves", rotation.leaves?.description), ("successor", rotation.successor)])
    return section {
      h2 { "When the team leaves" }
      page.writing(to: .ending(project: id), on: file.work.rotation) {
        page.hidden("do", "rotation")
        form.field("leaves", "The team\u{2019}s last day", .line(.date))
        form.field("successor", "Who leads it afterwards?", hint: "A role or a name. Ask before you write.")
        p(.class("small")) {
          owner.isEmpty ? "No process owner is named yet: " : "The process owner is \(owner). "
          a(.href(Link.charter(project: id).path)) { owner.isEmpty ? "name one in the charter" : "The charter" }
        }
        actions { SubmitButton("Save") }
      }
    }
  }

  private func end(_ page: PageContext) -> HTML {
    let form = form("end", kept: [])
    return section {
      h2 { "End it" }
      page.writing(to: .ending(project: id), on: file.project) {
        page.hidden("do", "end")
        form.choice(
          "kind", "How does it end?",
          [
            .init("finished", "Finished", hint: "It reached what it could and runs without the team."),
            .init("handedOver", "Handed over", hint: "Another team leads it now."),
            .init("stopped", "Stopped", hint: "Given up; the reason helps the next one who has this problem."),
          ])
        form.field(
          "reason", "Why?", .area(rows: 3), hint: "A sentence. It is found by whoever types the same problem.",
          isRequired: true)
        actions { SubmitButton("End the project", style: .danger) }
      }
    }
  }

  private func ended(_ ending: Project.Ending, _ page: PageContext) -> HTML {
    let due = rotation.due(after: ending.on)
    return section(.class("card")) {
      h2 { "\(ending.kind.words), \(ending.on.words)" }
      p { ending.reason }
      if ending.kind != .stopped {
        h3 { "Does it hold?" }
        TaskList(
          tasks: rotation.checks.map { check in
            .init(
              "After \(check.months) months", at: nil, .done(check.holds ? "It holds" : "It does not hold"),
              note: "\(check.on.words). \(check.words)")
          }
            + due.map { check in
              .init(
                "After \(check.months) months", at: nil,
                check.on <= page.today ? .begun("Due \(check.on.words)") : .waiting(check.on.words),
                // That nobody is named is said once, where somebody can be.
                note: keeper.isEmpty ? nil : "Asked of \(keeper)")
            })
        if !due.isEmpty {
          p(.class("small")) {
            "Nothing is sent from here. "
            a(.href(Link.lookBacksFile(project: id).path)) {
              "These days for the calendar of the owner who stays (ICS)"
            }
          }
        }
        if let next = due.first, page.writes(file.work.rotation) { look(next.months, page) }
      }
      if page.edits(file.project) {
        page.button(
          "Open it again", to: .ending(project: id), style: .small,
          fields: [
            ("do", "reopen"), (FieldName.revision, "\(file.project.revision)"),
          ])
      }
    }
  }

  private func look(_ months: Int, _ page: PageContext) -> HTML {
    let form = form("look", kept: [])
    return page.writing(to: .ending(project: id), on: file.work.rotation) {
      page.hidden("do", "look")
      page.hidden("months", "\(months)")
      form.choice(
        "holds", "After \(months) months: does it still hold?", [.init("yes", "Yes"), .init("no", "No")])
      form.field("words", "What do the numbers say?", .area(rows: 2))
      actions { SubmitButton("Keep the look back", style: .quiet) }
    }
  }
}
