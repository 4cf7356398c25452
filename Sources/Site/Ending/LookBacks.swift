internal import Improvement
internal import Markup
internal import ProcessControl
internal import Workspaces

/// The looks back that are owed to one ended project, to see whether the change holds without its team.
struct LookBacks: Sendable {
  let project: Kept<ProjectDocument>
  let rotation: Rotation
  /// Who keeps the process; may be empty.
  let owner: String

  /// Nil while the project runs, or when it was given up: there is nothing to hold.
  init?(_ project: Kept<ProjectDocument>, in reading: Reading) throws {
    guard let ending = project.value.project.ending, ending.kind != .stopped else { return nil }
    self.project = project
    let id = project.id.description
    rotation =
      try DocumentID<RotationDocument>(id).flatMap { try reading.document($0) }?.value.rotation
      ?? Rotation(project: project.project)
    owner = try DocumentID<CharterDocument>(id).flatMap { try reading.document($0) }?.value.charter.owner ?? ""
  }

  /// The same of a project that was read whole.
  init?(_ file: ProjectFile) {
    guard let ending = file.project.value.project.ending, ending.kind != .stopped else { return nil }
    project = file.project
    rotation = file.work.rotation?.value.rotation ?? Rotation(project: file.project.project)
    owner = file.processOwner
  }

  /// Those not made yet, with their days.
  var open: [(months: Int, on: Day)] {
    project.value.project.ending.map { rotation.due(after: $0.on) } ?? []
  }

  /// Those whose day has come.
  func due(on today: Day) -> [(months: Int, on: Day)] { open.filter { $0.on <= today } }

  /// Days for the calendar of the owner who stays; `address` is where the page can be opened, if that is known.
  func calendar(_ page: PageContext) -> CalendarFile {
    let title = project.value.project.title
    let link = Link.ending(project: project.id.description)
    let place = page.site.options.reach.map { " \($0)\(link.path)" } ?? ""
    return CalendarFile(
      "Looks back: \(title)",
      events: open.map { look in
        CalendarFile.Event(
          uid: "look-back-\(look.months)-\(project.id)@housestaff.invalid",
          summary: "After \(look.months) months, does it still hold? \(title)",
          detail: "Count the measure once more, look at its chart, and keep the look back on the project\u{2019}s page "
            + "\u{201C}Hand over or end\u{201D}.\(place)",
          day: look.on.description)
      }, stamp: page.site.world.now())
  }
}

extension Reading {
  /// The ended projects with a look back that is due, the longest overdue first.
  func dueLookBacks(on today: Day) throws -> [LookBacks] {
    try documents(ProjectDocument.self).compactMap { try LookBacks($0, in: self) }.due(on: today)
  }
}

extension [LookBacks] {
  /// Those with a look back that is due, the longest overdue first.
  func due(on today: Day) -> [LookBacks] {
    filter { !$0.due(on: today).isEmpty }
      .sorted {
        ($0.open.first?.on ?? today, $0.project.id.description) < (
          $1.open.first?.on ?? today, $1.project.id.description
        )
      }
  }
}

/// The looks back that are due, at the head of a page; nothing where there is none.
struct DueLookBacks: Component {
  let looks: [LookBacks]
  let today: Day

  var body: HTML {
    if !looks.isEmpty {
      section(.class("card card-next"), .aria("labelledby", "looks-back")) {
        h2(.id("looks-back")) {
          looks.count == 1 ? "One look back is due" : "\(looks.count) projects are due a look back"
        }
        TaskList(
          tasks: looks.map { look in
            let due = look.due(on: today)
            return .init(
              look.project.value.project.title, at: Link.ending(project: look.project.id.description).path,
              .begun("Due \(due.first?.on.words ?? "")"),
              note: "After \(due.map { "\($0.months)" }.joined(separator: " and ")) months: does it still hold?"
                + (look.owner.isEmpty ? "" : " Asked of \(look.owner)."))
          })
        if looks.contains(where: \.owner.isEmpty) {
          p(.class("small")) {
            looks.count == 1
              ? "No process owner is named: " : "Where nobody is said to be asked, no process owner is named: "
            "the charter of the project has a place for one."
          }
        }
      }
    }
  }
}
