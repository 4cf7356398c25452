internal import Improvement
internal import Markup
internal import ProcessControl
internal import Workspaces

extension ProjectPart {
  /// The one step that comes next, at the head of the page; a worked case has its own.
  static let next = ProjectPart { file, page in
    guard file.project.value.project.ending == nil, file.workedCase(page) == nil else { return .empty }
    let standing = ProjectStanding(file, today: page.today)
    return section(.class("card card-next not-in-print"), .aria("labelledby", "next")) {
      h2(.id("next")) { "Next" }
      BoardFirst(file: file).body
      if let gate = standing.evidence.missing {
        p { gate.step }
        if standing.may(gate, page) {
          actions {
            LinkButton(
              "Do it now (\(gate.minutes) min)", to: standing.link(gate).path,
              style: file.screening?.value.screening.waitsForBoard == true ? .quiet : .primary)
          }
        } else if page.may(.contribute) {
          p(.class("small")) { "Who made that part does it, or an editor." }
        }
      } else {
        p { "Every piece of evidence is there. What is left: the hand-over, and looks back after 3, 6 and 12 months." }
        actions {
          LinkButton(
            standing.closing(on: page.today).words, to: Link.ending(project: file.project.id.description).path,
            style: .quiet)
        }
      }
    }
  }

  /// Where it stands: the evidence there is, and what is missing next.
  static let standing = ProjectPart(place: .aside) { file, page in
    let standing = ProjectStanding(file, today: page.today)
    return StandingCard(standing: standing, leadsTo: Set(Gate.allCases.filter { standing.may($0, page) })).body
  }
}

/// The evidence of a project, and what is missing next.
struct StandingCard: Component {
  let standing: ProjectStanding
  /// Which missing evidence leads to where it is added.
  let leadsTo: Set<Gate>
  var namesPeople = true

  var body: HTML {
    let gates = standing.evidence.gates
    let next = standing.evidence.missing
    return section(.class("card"), .aria("labelledby", "standing")) {
      h2(.id("standing")) { "Where it stands: \(standing.stage.words)" }
      TaskList(
        tasks: ProjectStage.allCases.flatMap(\.needs).map { gate in
          let isMet = gates.contains(gate)
          let isBegun = !isMet && gate == next
          return .init(
            gate.words, at: isMet || !leadsTo.contains(gate) ? nil : standing.link(gate).path,
            isMet
              ? .done((gate == .successor && !namesPeople ? nil : standing.note(gate)) ?? "Done")
              : isBegun ? .begun("\(gate.minutes) min") : .open("\(gate.minutes) min"),
            note: isMet ? nil : standing.missing(gate))
        })
      p(.class("small")) {
        "Method: \(Gate.fidelity.count { gates.contains($0) }) of \(Gate.fidelity.count) features. Computed from what is "
        "kept here; nothing is typed."
      }
    }
  }
}
