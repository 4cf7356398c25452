internal import Improvement
internal import Markup
internal import SmartPick
internal import Workspaces

/// The first page.
struct HomePage {
  let kept: Kept<StageDocument>?
  /// What is wrong with the answer just given.
  var error: String?

  func answer(_ page: PageContext) -> Answer {
    page.page(
      "Choose where you train",
      summary: "SmartPick: where to apply, where to signal, how many is enough, how to rank.",
      status: error == nil ? 200 : 400
    ) {
      h1 { "Choose where you train. Change the place once there." }
      p(.class("lede")) {
        "No account, no card, no e-mail address. Every number comes with its range and its source, and what you type "
        "stays on this server."
      }
      if page.entry.place?.isDemo == true { example(page) }
      if page.ownsSmartPick {
        div(.class("columns")) {
          question(page)
          div {
            doors(page)
            improve(page)
            if page.site.options.hasDemo, page.entry.place?.isDemo != true { demo(page) }
          }
        }
      } else {
        improve(page)
      }
    }
  }

  /// The doors that are open; one opens when it is built.
  private func doors(_ page: PageContext) -> HTML {
    section(.class("card card-next"), .aria("labelledby", "smartpick")) {
      h2(.id("smartpick")) { "SmartPick" }
      p {
        "Where to apply, where to signal, how many is enough, how to rank: estimates for your own profile, from the "
        "published figures of the Match."
      }
      actions {
        LinkButton("Begin with a few questions", to: Link.profile.path)
        LinkButton("My list", to: Link.list.path, style: .quiet)
      }
      p(.class("small")) {
        "Figures of the \(page.season.name). "
        a(.href(Link.match.path)) { "How the Match works, step by step" }
      }
    }
  }

  private func improve(_ page: PageContext) -> HTML {
    section(.class("card card-next"), .aria("labelledby", "improve")) {
      h2(.id("improve")) { "Improve" }
      p { b { "Change the place once there." } }
      p {
        "From what bothers you to what the data allow you to say: counts from the ward, a chart that speaks, small tests, "
        "and a sentence that has to be earned."
      }
      actions {
        if page.may(.contribute) { LinkButton("Begin a project", to: Link.newProject.path) }
        LinkButton(page.ownsSmartPick ? "My projects" : "The projects", to: Link.improve.path, style: .quiet)
      }
      if let seat = page.seat, !page.ownsSmartPick {
        p(.class("small")) {
          "You are in this workspace as \(RoleWords.withArticle(seat.member.role)): you share its projects."
        }
      }
    }
  }

  private func question(_ page: PageContext) -> HTML {
    section(.aria("label", "Where you are in the season")) {
      if let error { ErrorList(problems: [("stage", error)]) }
      page.writing(to: .stage) {
        page.revisionField(kept)
        ChoiceField(
          "stage", "Where are you in the season?", choices: Stage.allCases.map { .init($0.rawValue, $0.words) },
          chosen: kept.map { [$0.value.stage.rawValue] } ?? [],
          hint: "You can change this at any time. Your answer is kept in a workspace of your own; nobody else sees it.",
          error: error)
        actions { SubmitButton("Go on") }
      }
      if let kept {
        p(.class("lede")) { kept.value.stage.next }
        actions { LinkButton(kept.value.stage.way.words, to: kept.value.stage.way.link.path) }
      }
    }
  }

  /// What is worth a look in the example, each a link.
  private func example(_ page: PageContext) -> HTML {
    section(.class("card card-next"), .aria("labelledby", "example")) {
      h2(.id("example")) { "Look at these first" }
      ul {
        if page.ownsSmartPick {
          li {
            a(.href(Link.list.path)) { "A finished list" }
            ": where to apply and why, with the range of each chance"
          }
        }
        for made in WorkedCase.all {
          li {
            a(.href(Link.project(id: made.id.rawValue).path)) { made.project.title }
            ": a worked case, from what bothered to what may be said"
          }
        }
        li {
          a(.href(Link.opportunities.path)) { "A season of opportunities" }
          ": small things noticed, and what recurs"
        }
      }
    }
  }

  private func demo(_ page: PageContext) -> HTML {
    section(.class("card")) {
      h2 { "Look around first" }
      p {
        "An example with a profile and its list, and two projects to learn from. People and data in it are invented."
      }
      page.button("Open the example", to: .demo)
    }
  }
}
