internal import Improvement
internal import Markup
internal import ProcessControl
internal import Workspaces

/// The links by which one project is shown: what they show, a new one, and those that stand, each with its end.
struct ProjectLinksPage {
  let file: ProjectFile
  let links: [Kept<PageLink>]
  var typed = FormFields()
  var problems: [(field: String, words: String)] = []

  func answer(_ page: PageContext) -> Answer {
    let form = ProjectForm(
      file: file, heading: "Show this project by a link", link: .projectLinks(project: file.project.id.description),
      typed: typed, problems: problems)
    return page.page(form.heading, status: problems.isEmpty ? 200 : 400) {
      file.project.wayBack
      h1 { form.heading }
      p(.class("lede")) {
        "For an attending or a quality office: this project only, read only, without an account. No other page of your "
        "workspace opens with it."
      }
      ErrorList(problems: problems)
      div(.class("columns")) {
        section(.class("share"), .aria("labelledby", "make")) {
          h2(.id("make")) { "A link" }
          if page.site.options.reach == nil {
            FlashMessage(
              .warn, "Others cannot open a link to this computer.",
              "Print the project\u{2019}s page, or share the server: --share on a local network, --public-url on the web."
            )
          }
          page.writing(to: form.link) {
            form.field("label", "For whom", hint: "A note for you: a role, as \u{201C}the attending\u{201D}.")
            Field(
              "until", "Last day", control: .line(.date),
              typed: typed.has("until") ? typed["until"] : page.today.adding(30).description,
              hint: "Empty: until you end it.", error: form.error("until"))
            actions { SubmitButton("Make a link", style: page.site.options.reach == nil ? .quiet : .primary) }
          }
        }
        section(.class("card"), .aria("labelledby", "shows")) {
          h2(.id("shows")) { "What it shows" }
          p {
            "The problem, the aim, what you may say, the stage, the measures with their charts, cycles and evidence, as they are when it is opened."
          }
          p {
            "Groups only as they are released to everybody, without small counts. Not shown: people, concerns, counted "
            "reasons, the kinds of the safety log, who wrote what, other projects, SmartPick."
          }
        }
      }
      standing(page)
    }
  }

  @HTMLBuilder private func standing(_ page: PageContext) -> HTML {
    if !links.isEmpty {
      section(.aria("labelledby", "links")) {
        h2(.id("links")) { "Links that were made" }
        RowsTable(
          "Links that were made",
          columns: [.init("For"), .init("Made"), .init("Last day"), .init("Change")],
          rows: links.map { kept in
            let link = kept.value
            let isOver = link.expires.map { $0 <= page.site.world.now() } ?? false
            return [
              HTML(link.label.isEmpty ? "Unnamed" : link.label), HTML(DayText.day(link.made)),
              HTML(
                link.expires.map { ShownProject.lastDay($0) + (isOver ? ", over" : "") }
                  ?? "Until you end it"),
              page.button(
                "End it", to: .projectLinkRemoval(project: file.project.id.description), style: .small,
                fields: [("link", kept.id.description)]),
            ]
          })
      }
    }
  }
}

extension ProjectPart {
  /// The way to show the project to somebody outside; for those who may let others in.
  static let showing = ProjectPart(place: .foundation) { file, page in
    guard page.may(.invite) else { return .empty }
    return p(.class("small not-in-print")) {
      a(.href(Link.projectLinks(project: file.project.id.description).path)) { "Show this project by a link" }
      ": read only, nothing else of the workspace."
    }
  }
}
