internal import Foundation
internal import Markup
internal import SmartPick
internal import Workspaces

/// The page for an adviser as its maker sees it: what is shown, how it goes out, and the paper itself.
struct AdviserPage {
  let take: TakeAway
  let chosen: Kept<AdviserSheetDocument>?
  let links: [Kept<PageLink>]
  /// The form of a link as it was sent, and what is wrong with its days.
  var typed: FormFields?
  var problem: String?

  func answer(_ page: PageContext) -> Answer {
    let value = chosen?.value ?? AdviserSheetDocument()
    let sheet = AdviserSheet(take: take, chosen: value, notes: .paper)
    return page.page(
      "For an adviser", notice: take.list.hasFiction ? "Practice programs: fictional" : nil,
      status: problem == nil ? 200 : 400
    ) {
      div(.class("not-in-print")) {
        p(.class("small")) { a(.href(Link.list.path)) { "Your list" } }
        h1 { "A page for an adviser" }
        p(.class("lede")) {
          "Below is what an adviser sees. Print it, send it as a file, or give a link; notes come back to your list."
        }
        if let problem { ErrorList(problems: [("days", problem)]) }
        div(.class("columns")) {
          choosing(value, page)
          div {
            giving(page)
            sending
          }
        }
        hr()
      }
      article(.class("sheet")) {
        h2(.class("sheet-heading")) { sheet.heading }
        sheet.body
      }
    }
  }

  private func choosing(_ value: AdviserSheetDocument, _ page: PageContext) -> HTML {
    page.writing(to: .adviserSheet) {
      page.revisionField(chosen)
      Field(
        "name", "A name at the top", typed: value.name, hint: "Empty: none. Initials are enough.", autocomplete: "off")
      ChoiceField(
        "shown", "What of your profile is shown",
        choices: AdviserSheetDocument.Part.allCases.map { .init($0.rawValue, $0.words) },
        chosen: Set(value.shown.map(\.rawValue)), allowsSeveral: true,
        hint: "What could tell a stranger who you are is left out until you choose it.")
      SubmitButton("Show this much", style: .quiet)
    }
  }

  private func giving(_ page: PageContext) -> HTML {
    let living = links.filter { !$0.value.isRevoked }
    return section(.class("share"), .aria("labelledby", "give")) {
      h3(.id("give")) { "A link" }
      p { "It shows this page and nothing else, to whoever has it. Notes can be written on it without an account." }
      if page.site.options.reach == nil {
        FlashMessage(
          .warn, "Others cannot open a link to this computer.", "Print the page, or send the file instead.")
      }
      if page.may(.invite) {
        page.writing(to: .adviserLinks) {
          Field(
            "label", "For whom", typed: typed?["label"] ?? "", hint: "A note for you, as \u{201C}my adviser\u{201D}.",
            autocomplete: "off")
          Field(
            "days", "Works for", control: .line(mode: .numeric, unit: "days", size: 4), typed: typed?["days"] ?? "30",
            error: problem)
          SubmitButton("Make a link", style: page.site.options.reach == nil ? .quiet : .primary)
        }
      }
      if !living.isEmpty {
        RowsTable(
          "Links that were made", columns: [.init("For"), .init("Until"), .init("Change")],
          rows: living.map { kept in
            [
              HTML(kept.value.label.isEmpty ? "Unnamed" : kept.value.label),
              HTML(kept.value.expires.map(DayText.day) ?? "taken back"),
              page.button("Take back", to: .adviserLinkRemoval, style: .small, fields: [("id", kept.id.description)]),
            ]
          })
      }
    }
  }

  private var sending: HTML {
    section(.class("share"), .aria("labelledby", "send")) {
      h3(.id("send")) { "Paper or a file" }
      p {
        "The file opens in any browser, holds no script, and takes notes. When it comes back, bring it in here: you see "
        "the notes before they are kept."
      }
      p(.class("small")) { "To print: your browser\u{2019}s Print, on Letter; this part stays away." }
      actions {
        a(.class(ButtonStyle.quiet.rawValue), .href(Link.adviserFile.path)) { "Save the page as a file" }
        a(.class(ButtonStyle.quiet.rawValue), .href(Link.listWorkbook.path)) { "As a spreadsheet (XLSX)" }
        LinkButton("Bring a file back", to: Link.listReturn.path, style: .quiet)
      }
    }
  }
}

/// The page as an adviser sees it through a link.
enum AdviserLinkPage {
  /// Nobody followed a link here.
  static func none(_ page: PageContext) -> Answer {
    frame("For an adviser", page) {
      h1 { "Open the link you were given" }
      p(.class("lede")) { "This page begins with a link from an applicant. Open it again, or ask for a new one." }
    }
  }

  static func answer(_ sheet: AdviserSheet, _ page: PageContext) -> Answer {
    frame(sheet.heading, notice: sheet.take.list.hasFiction ? "Practice programs: fictional" : nil, page) {
      h1 { sheet.heading }
      p(.class("not-in-print")) {
        "An applicant asks for your advice. Write beside any program and about the whole; the applicant sees it on their list. "
        "You can come back and change it as long as the link works."
      }
      article(.class("sheet")) {
        page.writing(to: .adviserNotes) {
          sheet.body
          actions { SubmitButton("Send my notes") }
        }
      }
    }
  }

  /// Without the ways to other pages: those would show another workspace, or none.
  static func frame(
    _ heading: String, notice: String? = nil, rehearsal: String? = nil, _ page: PageContext,
    @HTMLBuilder _ content: () -> HTML
  ) -> Answer {
    let content = content()
    let frame = PageFrame(
      heading: heading, notice: notice, theme: page.theme == .system ? nil : page.theme.rawValue,
      rehearsal: rehearsal ?? page.rehearsal, isUnlisted: true)
    return .page(
      frame.document {
        if let flash = page.flash { FlashMessage(flash.kind == .good ? .good : .warn, flash.lead, flash.text) }
        content
      })
  }
}
