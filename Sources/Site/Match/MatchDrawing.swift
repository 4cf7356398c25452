internal import Markup

/// Both sides' lists, with who asks, who is held and who was refused.
struct MatchDrawing: Component {
  let market: SmallMarket
  let scene: MatchScene

  var body: HTML {
    div(.class("match-board")) {
      section(.aria("labelledby", "match-applicants")) {
        h3(.id("match-applicants")) { "Applicants, and whom they ask in turn" }
        ul(.class("match-lists")) { market.applicants.indices.map(applicant) }
      }
      section(.aria("labelledby", "match-programs")) {
        h3(.id("match-programs")) { "Programs, and whom they would rather have" }
        ul(.class("match-lists")) { market.programs.indices.map(program) }
      }
    }
    p(.class("match-key small")) {
      chip("held", .held, isNow: false)
      chip("refused", .refused, isNow: false)
      chip("not asked", .open, isNow: false)
      chip("not on the other's list", .unlisted, isNow: false)
    }
  }

  private func applicant(_ number: Int) -> HTML {
    let isAsking = scene.request?.applicant == number
    return li(.class(isAsking ? "match-now" : "match-side")) {
      b { market.applicants[number].name }
      if isAsking { Tag("asks") }
      ol {
        for program in market.applicants[number].list {
          item(
            market.programs[program].name, scene.standing(number, program, in: market),
            isNow: isAsking && scene.request?.program == program)
        }
      }
    }
  }

  private func program(_ number: Int) -> HTML {
    let isAsked = scene.request?.program == number
    let held = scene.held[number].count
    let quota = market.quotas[number]
    return li(.class(isAsked ? "match-now" : "match-side")) {
      b { market.programs[number].name }
      " "
      small { "\(held) of \(quota) \(quota == 1 ? "position" : "positions") held" }
      if isAsked { Tag("is asked") }
      ol {
        for applicant in market.programs[number].list {
          item(
            market.applicants[applicant].name, scene.standing(applicant, number, in: market),
            isNow: isAsked && scene.request?.applicant == applicant)
        }
      }
    }
  }

  private func item(_ name: String, _ standing: MatchScene.Standing, isNow: Bool) -> HTML {
    li {
      chip(name, standing, isNow: isNow)
      span(.class("hidden-words")) { " (\(standing.words))" }
    }
  }

  private func chip(_ text: String, _ standing: MatchScene.Standing, isNow: Bool) -> HTML {
    span(.classes(["chip", "chip-\(standing.rawValue)", isNow ? "chip-now" : nil])) { text }
  }
}
