internal import Markup

/// The pages on which a visitor says yes to a link or a file.
enum EnteringPage {
  static func recovery(_ page: PageContext, problem: String? = nil) -> Answer {
    page.page("Open your workspace", status: problem == nil ? 200 : 400) {
      h1 { "Open your workspace on this device" }
      replacing(page)
      page.writing(to: .recovery) {
        if page.link == nil {
          Field(
            "link", "Your recovery link", hint: "The whole link, as you kept it.", error: problem, autocomplete: "off")
        } else {
          p(.class("lede")) { "Your link was read. This device will be let in until you close it or revoke it." }
        }
        SubmitButton("Open it here")
      }
      p { a(.href(Link.openFile.path)) { "Open a file instead" } }
    }
  }

  static func join(_ page: PageContext, problem: String? = nil, typed: String = "") -> Answer {
    guard page.link != nil else {
      return page.page("Join", status: 400) {
        h1 { "Open the link you were given" }
        p(.class("lede")) { "This page begins with a link to join. Open it again, or ask for a new one." }
        actions { LinkButton("Home", to: Link.home.path) }
      }
    }
    return page.page("Join", status: problem == nil ? 200 : 400) {
      h1 { "Join this workspace" }
      p(.class("lede")) {
        "You will see the projects that are shared here, and the others will see what you write in them. What its owner "
        "plans for themselves is not shown, unless you join as another owner."
      }
      replacing(page)
      page.writing(to: .joining) {
        Field(
          "name", "What should the others call you?", typed: typed,
          hint: "It stands beside what you change; a first name is enough.", error: problem, autocomplete: "off")
        SubmitButton("Join")
      }
    }
  }

  static func file(_ page: PageContext, problem: String? = nil) -> Answer {
    page.page("Open a file", status: problem == nil ? 200 : 400) {
      h1 { "Open a workspace from its file" }
      replacing(page)
      page.writing(to: .openFile, sendsFiles: true) {
        Field(
          "file", "The file", control: .file(accepts: ".sqlite"),
          hint: "As it was downloaded; \(page.site.options.fileLimit / 1_000_000) MB at most.", error: problem)
        Field(
          "link", "Your recovery link (optional)", hint: "Only to open your private notes in it.",
          autocomplete: "off")
        SubmitButton("Open it here")
      }
    }
  }

  private static func replacing(_ page: PageContext) -> HTML {
    HTML {
      if let place = page.entry.place, !place.isDemo {
        FlashMessage(
          .warn, "Another workspace is open in this browser.",
          "It will be replaced here; keep its recovery link first.",
          action: ("Make one", Link.workspace.path))
      }
    }
  }
}
