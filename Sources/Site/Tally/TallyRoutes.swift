internal import Improvement
internal import ProcessControl
internal import Workspaces

/// Counting by tapping.
enum TallyRoutes {
  static let all: [Route] = [
    .get(.tallyScript, for: .anyone) { _ in
      Answer(content: .bytes(TallyScript.bytes, type: "text/javascript; charset=utf-8", lasting: true))
    },
    .get(.tally(id: "{id}"), for: .guest(.contribute)) { page in
      guard page.workspace != nil else { return .see(.improve) }
      let kept = try await measure(page)
      let sheet = try await sheet(kept, page)
      let project = DocumentID<ProjectDocument>(kept.value.measure.project.rawValue)
      let served = if let project { try await page.document(project) } else { nil as Kept<ProjectDocument>? }
      return TallyPage(
        kept: kept, sheet: sheet, tapName: name(page),
        lastName: TapSheet.isName(page.query["last"]) ? page.query["last"] : nil, project: served
      ).answer(page)
    },
    .post(.tally(id: "{id}"), for: .guest(.contribute)) { page in
      guard page.workspace != nil else { throw SiteError.notFound }
      let kept = try await measure(page)
      // A phone sends many taps and asks for a word; a form without a script sends one and is shown the page again.
      if page.form.has("taps") {
        let lines = page.form["taps"].split(whereSeparator: \.isNewline)
        let taps = lines.compactMap { TallyTap($0, today: page.today) }
        try await page.write { writing in try writing.take(taps, of: kept) }
        return .text("kept \(taps.count) of \(lines.count)")
      }
      let isUndo = page.form["kind"] == "undo"
      let name = isUndo ? page.form["last"] : page.form["name"]
      // The sheet knows of what kind the last tap was.
      let kind = isUndo ? "undo-event" : page.form["kind"]
      guard let tap = TallyTap("\(name) \(kind) \(page.today)", today: page.today) else {
        return .see(.tally(id: kept.id.description), Flash(.warn, "There is nothing to take back.", ""))
      }
      try await page.write { writing in try writing.take([tap], of: kept) }
      let path = Link.tally(id: kept.id.description).path
      return .see(path: isUndo ? path : "\(path)?last=\(name)", otherwise: .tally(id: kept.id.description))
    },
  ]

  private static func measure(_ page: PageContext) async throws -> Kept<MeasureDocument> {
    guard let id = DocumentID<MeasureDocument>(page.parameters["id"] ?? ""), let kept = try await page.document(id),
      kept.value.measure.canBeTallied
    else { throw SiteError.notFound }
    return kept
  }

  private static func sheet(_ kept: Kept<MeasureDocument>, _ page: PageContext) async throws -> TapSheet {
    let today = page.today
    guard let id = TapSheetDocument.id(kept.id, today) else { throw SiteError.notFound }
    return try await page.document(id)?.value.sheet ?? TapSheet(of: MeasureID(rawValue: kept.id.description), on: today)
  }

  private static func name(_ page: PageContext) -> String {
    page.site.world.random(12).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }
}
