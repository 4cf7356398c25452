internal import Improvement
internal import Markup
internal import ProcessControl
internal import Workspaces

extension ProjectPart {
  /// Where it stands: the evidence there is, and what is missing next.
  static let standing = ProjectPart(place: .aside) { file, page in
    let standing = ProjectStanding(file, today: page.today)
    let gates = standing.evidence.gates
    let next = standing.evidence.missing
    return section(.class("card"), .aria("labelledby", "standing")) {
      h2(.id("standing")) { "Where it stands: \(standing.stage.words)" }
      if let next {
        p {
          "Next: "
          a(.href(standing.link(next).path)) { next.words.prefix(1).lowercased() + next.words.dropFirst() }
          ", about \(next.minutes) min."
        }
      }
      TaskList(
        tasks: ProjectStage.allCases.flatMap(\.needs).map { gate in
          let isMet = gates.contains(gate)
          let isBegun = !isMet && gate == next
          return .init(
            gate.words, at: isMet ? nil : standing.link(gate).path,
            isMet
              ? .done(standing.note(gate) ?? "Done")
              : isBegun ? .begun("\(gate.minutes) min") : .open("\(gate.minutes) min"))
        })
      p(.class("small")) {
        "Method: \(Gate.fidelity.count { gates.contains($0) }) of \(Gate.fidelity.count) features. Computed from what is "
        "kept here; nothing is typed."
      }
    }
  }
}
