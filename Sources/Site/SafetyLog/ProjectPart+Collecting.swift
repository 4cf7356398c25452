internal import Improvement
internal import Markup
internal import Workspaces

extension ProjectPart {
  /// What is used in the ward every day: near the top, where a thumb finds it.
  static let atHand = ProjectPart { file, page in
    let id = file.project.id.description
    let lists = file.checklists.filter { !$0.value.checklist.items.isEmpty }
    let hasLog = file.sources.values.contains(.safetyLog(project: id))
    guard page.may(.contribute), file.project.value.project.ending == nil, hasLog || !lists.isEmpty else {
      return .empty
    }
    return actions {
      for kept in lists {
        LinkButton(
          "Use: \(kept.value.checklist.title)", to: Link.checklistUse(id: kept.id.description).path, style: .quiet)
      }
      if hasLog { LinkButton("Log an event", to: Link.safetyLog(id: id).path, style: .quiet) }
    }
  }

  /// The ways in which counts come from the ward.
  static let collecting = ProjectPart(place: .work) { file, page in
    let id = file.project.id.description
    // What counts itself is not counted a second time by hand.
    let byHand = file.measures.filter { file.sources[$0.id] == nil }
    return section(.class("not-in-print"), .aria("labelledby", "collecting")) {
      h2(.id("collecting")) { "Collect" }
      p(.class("small")) {
        "A tally is tapped on a phone, also without a network once it is open. A chart review takes charts by a draw, one a screen."
      }
      ul {
        byHand.filter { _ in page.may(.contribute) }.filter {
          $0.value.measure.canBeTallied || $0.value.measure.canBeReviewed
        }.map { kept in
          let measure = kept.value.measure
          return li {
            "\(measure.name): "
            if measure.canBeTallied {
              a(.href(Link.tally(id: kept.id.description).path), .aria("label", "Tally: \(measure.name)")) { "tally" }
            }
            if measure.canBeTallied, measure.canBeReviewed { " \u{B7} " }
            if measure.canBeReviewed {
              a(.href(Link.chartReview(id: kept.id.description).path), .aria("label", "Chart review: \(measure.name)"))
              {
                "chart review"
              }
            }
          }
        }
        file.checklists.map { kept in
          way(
            "Checklist: \(kept.value.checklist.title)", .checklist(id: kept.id.description),
            "ticked in use; completion is counted")
        }
        if page.may(.contribute) {
          way("Make a checklist", .newChecklist(project: id), "its completion becomes a process measure")
        }
        file.surveys.map { kept in
          way("Survey: \(kept.value.survey.title)", .survey(id: kept.id.description), "before and after, by one link")
        }
        if page.may(.contribute) {
          way("Make a short survey", .newSurvey(project: id), "a few plain questions, totals only")
        }
        way("Safety log", .safetyLog(id: id), "rare events by choices alone: days between them")
      }
    }
  }

  /// A way in which counts come, and what it is for.
  private static func way(_ words: String, _ link: Link, _ note: String) -> HTML {
    li {
      a(.href(link.path)) { words }
      " "
      small { note }
    }
  }
}
