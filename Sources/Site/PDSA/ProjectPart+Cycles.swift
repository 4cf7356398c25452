internal import Improvement
internal import Markup
internal import ProcessControl
internal import Workspaces

extension ProjectPart {
  /// The cycles, newest first, each with the step that is open.
  static let cycles = ProjectPart(place: .work) { file, page in
    section(.aria("labelledby", "cycles")) {
      h2(.id("cycles")) { "PDSA cycles" }
      if file.cycles.isEmpty {
        p { "Nothing has been tried yet. A first cycle is one change with one patient or in one shift." }
      } else {
        TaskList(
          tasks: file.cycles.reversed().map { file.task($0, at: Link.cycle(id: $0.id.description).path) })
      }
      if page.may(.contribute) {
        p(.class("not-in-print")) {
          a(.href(Link.newCycle(project: file.project.id.description).path)) { "Plan a cycle" }
        }
      }
    }
  }
}

extension ProjectFile {
  /// Its page.
  var link: Link { .project(id: project.id.description) }

  /// A cycle as a line: what is changed, how far it is, what it follows from.
  func task(_ kept: Kept<CycleDocument>, at address: String?) -> TaskList.Task {
    let cycle = kept.value.cycle
    let follows = cycle.follows.flatMap(self.cycle).map { "Follows from PDSA \($0.value.cycle.number). " } ?? ""
    return .init(
      "PDSA \(cycle.number): \(cycle.change)", at: address,
      cycle.step == .closed ? .done(cycle.act?.decision.words ?? "") : .begun(cycle.step.words),
      note: follows + (cycle.scale?.words ?? "No scale yet")
        + (cycle.doing.map { ", begun \($0.begun.words)" } ?? ", not begun"))
  }

  /// The number of the next cycle.
  var nextNumber: Int { (cycles.map(\.value.cycle.number).max() ?? 0) + 1 }

  /// The cycle of that name, if it is one of this project's.
  func cycle(_ id: CycleID) -> Kept<CycleDocument>? { cycles.first { $0.id.description == id.rawValue } }

  /// The measure of that name, if it is one of this project's.
  func measure(_ id: MeasureID) -> Kept<MeasureDocument>? { measures.first { $0.id.description == id.rawValue } }
}

extension Kept<MeasureDocument> {
  /// Its name, leading to its page.
  var link: HTML { a(.href(Link.measure(id: id.description).path)) { value.measure.name } }
}

extension Day {
  /// "Jun 3, 2026".
  var words: String {
    let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let (year, month, day) = parts
    return "\(names[month - 1]) \(day), \(year)"
  }
}
