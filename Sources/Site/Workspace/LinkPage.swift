internal import Foundation
internal import Markup
internal import Workspaces

/// A link that was just made, shown this once: the answer to the form itself, so that the secret is in no address.
enum LinkPage {
  static func recovery(_ token: Token, _ page: PageContext) -> Answer {
    page.page("Your recovery link") {
      h1 { "Your recovery link, shown this once" }
      p(.class("lede")) {
        "It opens this workspace, with your private notes, on any device that reaches this server. Keep it where you "
        "keep passwords; whoever has it is you."
      }
      shown(address(.recover(token: token.text), page), page, "Your recovery link")
      actions { LinkButton("I have kept it", to: Link.workspace.path) }
    }
  }

  static func invitation(_ token: Token, as role: Role, until expires: Date, _ page: PageContext) -> Answer {
    page.page("A link to join") {
      h1 { "A link to join, shown this once" }
      p(.class("lede")) {
        "Whoever opens it until \(DayText.day(expires)) joins, and may: \(RoleWords.phrase(role).lowercased()). You can "
        "revoke it at any time."
      }
      p { RoleWords.sight(role) }
      shown(address(.join(token: token.text), page), page, "The link to join")
      if page.site.options.reach == nil {
        FlashMessage(
          .warn, "Others cannot open a link to this computer.",
          "Whoever runs this server can share it: --share on a local network, --public-url on the web.")
      }
      actions { LinkButton("Back to my workspace", to: Link.workspace.path) }
    }
  }

  static func adviser(_ token: Token, until expires: Date, _ page: PageContext) -> Answer {
    page.page("A link for an adviser") {
      h1 { "A link for an adviser, shown this once" }
      p(.class("lede")) {
        "Whoever opens it until \(DayText.day(expires)) sees the page for an adviser and may write notes on it; nothing else. "
        "You can take it back at any time."
      }
      shown(address(.adviserLink(token: token.text), page), page, "The link to give")
      if page.site.options.reach == nil {
        FlashMessage(
          .warn, "Others cannot open a link to this computer.", "Print the page, or send the file instead.")
      }
      actions {
        LinkButton("Back to the page", to: Link.adviserSheet.path)
        LinkButton("Save it as a file", to: Link.adviserFile.path, style: .quiet)
      }
    }
  }

  static func survey(_ token: Token, of file: SurveyFile, until expires: Date, _ page: PageContext) -> Answer {
    page.page("A link for the group") {
      h1 { "A link for the group, shown this once" }
      p(.class("lede")) {
        "Whoever opens it until \(DayText.day(expires)) sees the survey\u{2019}s questions and may answer; nothing else. "
        "Give the same link to everybody: one for each person would tell who answered."
      }
      shown(address(.surveyLink(id: file.id, token: token.text), page), page, "The link to give")
      if page.site.options.reach == nil {
        FlashMessage(
          .warn, "Others cannot open a link to this computer.", "Share the server on the local network to use it.")
      }
      actions { LinkButton("Back to the survey", to: Link.survey(id: file.id).path) }
    }
  }

  static func project(_ token: Token, to id: String, titled title: String, until expires: Date?, _ page: PageContext)
    -> Answer
  {
    page.page("A link to one project") {
      h1 { "A link to this project, shown this once" }
      p(.class("lede")) {
        "Whoever opens it\(expires.map { " until \(ShownProject.lastDay($0))" } ?? "") reads "
        "\u{201C}\(title)\u{201D} and nothing else, and changes nothing. You can end it at any time."
      }
      shown(address(.projectLink(id: id, token: token.text), page), page, "The link to give")
      if page.site.options.reach == nil {
        FlashMessage(
          .warn, "Others cannot open a link to this computer.", "Print the project\u{2019}s page, or share the server.")
      }
      actions { LinkButton("Back to the links", to: Link.projectLinks(project: id).path) }
    }
  }

  private static func shown(_ address: String, _ page: PageContext, _ words: String) -> HTML {
    div(.class("field")) {
      label(.for("link")) { words }
      input(.type(.text), .id("link"), .value(address), .readOnly(true), .spellcheck(false), .autocomplete("off"))
    }
  }

  /// Others reach the public or shared address; the visitor the one they are at.
  private static func address(_ link: Link, _ page: PageContext) -> String {
    (page.site.options.reach ?? "http://\(page.host)") + link.path
  }
}
