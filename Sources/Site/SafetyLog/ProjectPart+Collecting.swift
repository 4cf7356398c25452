internal import Improvement
internal import Markup
internal import Workspaces

extension ProjectPart {
  /// The ways in which counts come from the ward.
  static let collecting = ProjectPart { file, _ in
    let id = file.project.id.description
    let tallied = file.measures.filter { $0.value.measure.canBeTallied }
    return section(.aria("labelledby", "collecting")) {
      h2(.id("collecting")) { "Collect" }
      ul {
        tallied.map { kept in
          li {
            a(.href(Link.tally(id: kept.id.description).path)) { "Tally: \(kept.value.measure.name)" }
            " "
            small { "tap it on a phone, also without a network" }
          }
        }
        li {
          a(.href(Link.safetyLog(id: id).path)) { "Safety log" }
          " "
          small { "rare events by choices alone: days between them" }
        }
      }
    }
  }
}
