internal import Markup
internal import Workspaces

/// What happens to what is typed.
enum DataRoutes {
  static let all: [Route] = [
    .get(.data, for: .anyone) { page in
      page.page("What happens to my data") {
        h1 { "What happens to my data" }
        p(.class("lede")) {
          "What you type is kept in one file on the computer that runs this site, and nowhere else. Nothing is sent to "
          "anyone."
        }
        SummaryList(entries: [
          .init("When it begins", HTML("With your first answer. Looking around keeps nothing.")),
          .init("Who can open it", HTML("Whoever has your recovery link, a device you let in, or a link you gave.")),
          .init(
            "What those you invite see",
            HTML(
              "The projects in Improve. SmartPick and the file are the owner\u{2019}s alone: scores, list, ranks, notes."
            )),
          .init(
            "What a link to one page shows",
            HTML(
              "That page to whoever has it, until it ends: your list for an adviser, one project, a survey\u{2019}s questions."
            )),
          .init(
            "Who else could read it",
            HTML("The person who runs this server, as with any server. On your own computer that is you.")),
          .init("How long", HTML("Until you delete it for good. Copies you downloaded stay with you.")),
          .init(
            "What is logged",
            HTML("Which kind of page was asked for, when, and whether it worked. No names, no addresses, no content.")),
          .init(
            "What your browser keeps",
            HTML(
              "The key to your workspace, a number that protects forms, the last message, and light or dark. No one else\u{2019}s cookies."
            )),
          .init(
            "What is never asked", HTML("Race, sex, age, religion, disability, pregnancy; nor patients\u{2019} names.")),
        ])
        actions {
          LinkButton("My workspace", to: Link.workspace.path)
          if page.may(.erase) { LinkButton("Delete it for good", to: Link.deletion.path, style: .quiet) }
        }
      }
    }
  ]
}
