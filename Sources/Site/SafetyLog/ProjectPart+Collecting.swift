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
        file.measures.filter { $0.value.measure.canBeReviewed }.map { kept in
          li {
            a(.href(Link.chartReview(id: kept.id.description).path)) { "Chart review: \(kept.value.measure.name)" }
            " "
            small { "charts by a draw, one a screen" }
          }
        }
        file.checklists.map { kept in
          li {
            a(.href(Link.checklist(id: kept.id.description).path)) { "Checklist: \(kept.value.checklist.title)" }
            " "
            small { "ticked in use; completion is counted" }
          }
        }
        li {
          a(.href(Link.newChecklist(project: id).path)) { "Make a checklist" }
          " "
          small { "its completion becomes a process measure" }
        }
        file.surveys.map { kept in
          li {
            a(.href(Link.survey(id: kept.id.description).path)) { "Survey: \(kept.value.survey.title)" }
            " "
            small { "before and after, by one link" }
          }
        }
        li {
          a(.href(Link.newSurvey(project: id).path)) { "Make a short survey" }
          " "
          small { "a few plain questions, totals only" }
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
