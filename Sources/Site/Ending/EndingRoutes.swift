internal import Improvement
internal import Markup
internal import ProcessControl
internal import Workspaces

/// The end of a project, and how it goes on without its team.
enum EndingRoutes {
  static let all: [Route] = [
    .get(.ending(project: "{id}"), for: .guest(.read)) { page in
      guard page.workspace != nil else { return .see(.improve) }
      return EndingPage(file: try await page.projectFile()).answer(page)
    },
    .get(.lookBacksFile(project: "{id}"), for: .guest(.read)) { page in
      guard page.workspace != nil else { return .see(.improve) }
      let file = try await page.projectFile()
      guard let looks = LookBacks(file), !looks.open.isEmpty else {
        return .see(.ending(project: file.project.id.description))
      }
      return Answer(
        content: .download(
          Array(looks.calendar(page).text.utf8), type: "text/calendar; charset=utf-8", name: "housestaff-looks-back.ics"
        ))
    },
    .post(.ending(project: "{id}"), for: .guest(.contribute)) { page in
      let file = try await page.projectFile()
      let here = Link.ending(project: file.project.id.description)
      switch page.form["do"] {
      case "rotation", "look":
        let (rotation, problems) = rotation(file, page.form, page.today)
        guard problems.isEmpty else { return EndingPage(file: file, typed: page.form, problems: problems).answer(page) }
        let saved = try await page.save(RotationDocument(rotation: rotation), as: file.id())
        return .see(here, page.saved(saved))
      case "end", "reopen":
        let (project, problems) = project(file, page.form, page.today)
        guard problems.isEmpty else { return EndingPage(file: file, typed: page.form, problems: problems).answer(page) }
        var document = file.project.value
        document.project = project
        let saved = try await page.save(document, as: file.project.id)
        return .see(here, page.saved(saved))
      default: return .see(here)
      }
    },
  ]

  private static func rotation(
    _ file: ProjectFile, _ typed: FormFields, _ today: Day
  ) -> (Rotation, [(field: String, words: String)]) {
    var rotation = file.work.rotation?.value.rotation ?? Rotation(project: file.project.project)
    var problems: [(field: String, words: String)] = []
    if typed["do"] == "look" {
      if typed["holds"].isEmpty { problems.append(("holds", "Choose whether it holds.")) }
      let months = Int(typed["months"]) ?? 0
      if Rotation.months.contains(months), !rotation.checks.contains(where: { $0.months == months }) {
        rotation.checks.append(
          .init(months: months, on: today, holds: typed["holds"] == "yes", words: typed["words"]))
      }
    } else {
      if !typed["leaves"].isEmpty, Day(iso: typed["leaves"]) == nil {
        problems.append(("leaves", "Write the day as 2027-03-01."))
      }
      rotation.leaves = Day(iso: typed["leaves"])
      rotation.successor = typed["successor"]
    }
    return (rotation, problems)
  }

  private static func project(
    _ file: ProjectFile, _ typed: FormFields, _ today: Day
  ) -> (Project, [(field: String, words: String)]) {
    var project = file.project.value.project
    guard typed["do"] == "end" else {
      project.ending = nil
      return (project, [])
    }
    var problems: [(field: String, words: String)] = []
    let kind = Project.Ending.Kind(rawValue: typed["kind"])
    if kind == nil { problems.append(("kind", "Choose how it ends.")) }
    if typed["reason"].isEmpty { problems.append(("reason", "Say why in a sentence.")) }
    if let kind { project.ending = .init(kind, reason: typed["reason"], on: today) }
    return (project, problems)
  }
}

extension ProjectPart {
  /// The rest of the charter: scope, drivers, map, and how it goes on.
  static let charter = ProjectPart(place: .foundation) { file, page in
    let id = file.project.id.description
    let charter = file.work.charter?.value.charter
    let rotation = file.work.rotation?.value.rotation
    let owner = file.processOwner
    func state(_ isDone: Bool, _ minutes: Int) -> TaskList.State { isDone ? .done() : .open("\(minutes) min") }
    return section(.class("card"), .aria("labelledby", "charter")) {
      h2(.id("charter")) { "Charter" }
      TaskList(tasks: [
        .init(
          "Scope, sponsor, owner", at: Link.charter(project: id).path,
          state(!owner.isEmpty && !(charter?.sponsor.isEmpty ?? true), 3),
          note: owner.isEmpty ? nil : "Owner: \(owner)"),
        .init(
          "Driver diagram", at: Link.drivers(project: id).path,
          state(!(file.work.drivers?.value.diagram.ideas.isEmpty ?? true), 10)),
        .init(
          "Process map", at: Link.processMap(project: id).path,
          state((file.work.map?.value.map.steps.count ?? 0) >= 2, 10), note: file.work.map?.value.map.statement),
        .init(
          "Hand over or end", at: Link.ending(project: id).path,
          file.project.value.project.ending.map { .done($0.kind.words) }
            ?? state(!(rotation?.successor.isEmpty ?? true), 2),
          note: rotation?.leaves.map { "The team leaves \($0.words)" }),
      ])
    }
  }
}
