internal import Foundation
internal import ProcessControl
internal import SmartPick
internal import Workspaces

/// The page for an adviser: its maker's side, and the side behind a link.
///
/// A link's token is put in a cookie of its own and the visitor sent on, so that it stays in no address. The cookie
/// opens the adviser's page only: no other route reads it.
enum AdviserRoutes {
  /// The page that these links show.
  static let page = "list"

  static let all: [Route] = [
    .get(.adviserSheet, for: .guest(.read)) { page in
      try await answer(page)
    },
    .post(.adviserSheet, for: .guest(.contribute)) { page in
      var chosen = try await page.document(AdviserSheetDocument.id)?.value ?? AdviserSheetDocument()
      chosen.name = String(page.form["name"].prefix(80))
      chosen.shown = page.form.all("shown").compactMap(AdviserSheetDocument.Part.init(rawValue:))
      return .see(.adviserSheet, page.saved(try await page.save(chosen, as: AdviserSheetDocument.id)))
    },
    .get(.adviserFile, for: .guest(.read)) { page in
      try await page.withTakeAway { take in
        let chosen = try await page.document(AdviserSheetDocument.id)?.value ?? AdviserSheetDocument()
        let sheet = AdviserSheet(take: take, chosen: chosen, notes: .editable(AdviserNotesDocument()))
        return Answer(
          content: .download(AdviserFile.bytes(sheet), type: "text/html; charset=utf-8", name: "list-for-adviser.html"))
      }
    },
    .post(.adviserLinks, for: .member(.invite)) { page in
      let days = TypedNumber<Int>(page.form["days"], in: InvitationForm.allowedDays)
      guard let count = days.value else { return try await answer(page, typed: page.form, problem: days.problem) }
      let expires = page.site.world.now().addingTimeInterval(Double(count) * 86_400)
      let label = String(page.form["label"].prefix(80))
      let token = try await page.write { try $0.showPage(Self.page, label: label, until: expires) }
      return LinkPage.adviser(token, until: expires, page)
    },
    .post(.adviserLinkRemoval, for: .member(.invite)) { page in
      guard let id = DocumentID<PageLink>(page.form["id"]) else { throw SiteError.notFound }
      try await page.write { try $0.hidePage(id) }
      return .see(.adviserSheet, Flash(.good, "Taken back.", "That link opens nothing any more; the notes stay."))
    },
    .get(.adviserLink(token: "{token}"), for: .anyone) { page in
      try page.limitLinks()
      guard let token = Token(page.parameters["token"] ?? "") else { throw WorkspaceError.noEntrance }
      return Answer.see(.adviser).setting(SiteCookie(name: .page, value: token.text, lifetime: 30 * 86_400))
    },
    .get(.adviser, for: .anyone) { page in
      guard let token = page.pageToken else { return AdviserLinkPage.none(page) }
      let (take, chosen, notes) = try await shown(token, page)
      return AdviserLinkPage.answer(AdviserSheet(take: take, chosen: chosen, notes: .fields(notes)), page)
    },
    .post(.adviserNotes, for: .anyone) { page in
      guard let token = page.pageToken else { throw WorkspaceError.noEntrance }
      let workspace = try await page.site.shelf.workspace(of: token)
      let fields = page.form.pairs
      let (overall, from) = (String(page.form["overall"].prefix(4_000)), String(page.form["from"].prefix(80)))
      try await workspace.write(by: token, page: Self.page) { writing, link in
        guard let id = DocumentID<AdviserNotesDocument>(link.id.description) else { throw WorkspaceError.noEntrance }
        let kept = try writing.reading.document(id)
        var notes = kept?.value ?? AdviserNotesDocument()
        notes.from = from
        notes.write(overall, about: AdviserNotesDocument.whole)
        for field in fields where field.name.hasPrefix("note-") && notes.programs.count < 1_000 {
          notes.write(
            String(FormFields.trimmed(field.value).prefix(4_000)), about: String(field.name.dropFirst(5).prefix(200)))
        }
        try writing.keep(notes, as: id, on: kept?.revision ?? 0)
      }
      return .see(.adviser, Flash(.good, "Sent.", "The applicant sees your notes on their list. Thank you."))
    },
  ]

  /// The maker's side, with what is wrong with the form of a link.
  private static func answer(_ page: PageContext, typed: FormFields? = nil, problem: String? = nil) async throws
    -> Answer
  {
    try await page.withTakeAway { take in
      let chosen = try await page.document(AdviserSheetDocument.id)
      let links = try await page.read { try $0.pageLinks(to: Self.page) } ?? []
      return AdviserPage(take: take, chosen: chosen, links: links, typed: typed, problem: problem).answer(page)
    }
  }

  /// What a link shows, read in one look in the workspace it leads to.
  private static func shown(
    _ token: Token, _ page: PageContext
  ) async throws -> (TakeAway, AdviserSheetDocument, AdviserNotesDocument) {
    let workspace = try await page.site.shelf.workspace(of: token)
    let book = page.site.programs
    let (found, chosen, notes) = try await workspace.read(by: token, page: Self.page) { reading, link in
      let notes = try DocumentID<AdviserNotesDocument>(link.id.description).flatMap { try reading.document($0)?.value }
      return (
        try ListInputs(reading, of: workspace.id, book: book), try reading.document(AdviserSheetDocument.id)?.value,
        notes
      )
    }
    var inputs = found
    inputs?.isOver = Season.latest.interviewsAreOver(on: page.today.description)
    guard let inputs, let list = await page.site.lists.entry(inputs).list else { throw SiteError.notFound }
    return (
      TakeAway(list: list, inputs: inputs, marks: nil, notes: []), chosen ?? AdviserSheetDocument(),
      notes ?? AdviserNotesDocument()
    )
  }
}
