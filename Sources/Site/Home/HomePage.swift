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
      div(.class("columns")) {
        question(page)
        div {
          doors(page)
          improve(page)
          if page.site.options.hasDemo, page.entry.place?.isDemo != true { demo(page) }
        }
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
        LinkButton("Begin a project", to: Link.newProject.path)
        LinkButton("My projects", to: Link.improve.path, style: .quiet)
      }
      if page.entry.place?.isDemo == true {
        p(.class("small")) { "Two worked cases, with invented data, are among the projects of this example." }
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
        if kept.value.stage == .ranking { actions { LinkButton("Rank my interviews", to: Link.rank.path) } }
      }
    }
  }

  private func demo(_ page: PageContext) -> HTML {
    section(.class("card")) {
      h2 { "Look around first" }
      p { "An example with everything filled in, and two projects to learn from. People and data in it are invented." }
      page.button("Open the example", to: .demo)
    }
  }
}
