internal import Foundation
internal import Markup
internal import SmartPick
internal import Tables
internal import Workspaces

/// Own programs, and one program.
enum ProgramsRoutes {
  static let all: [Route] = [
    .get(.programs, for: .guest(.read)) { page in try await ProgramsPage(page).answer(page) },
    .get(.programsFound, for: .guest(.read)) { page in
      let kept = try await page.document(ProgramsDocument.id)
      let index = page.site.programs.index(kept?.value)
      let found = FoundPrograms(index: index, query: ProgramQuery(page.query)).found
      return Answer(content: .bytes(found.bytes, type: "text/html; charset=utf-8", lasting: false))
    },
    .get(.searchScript, for: .anyone) { _ in
      Answer(content: .bytes(SearchScript.bytes, type: "text/javascript; charset=utf-8", lasting: true))
    },
    .post(.programs, for: .guest(.contribute)) { page in
      let text = page.form["table"]
      let document = ProgramsDocument(name: "pasted table", text: PastedPrograms.table(text) ?? text)
      guard (document.table?.rowCount ?? 0) > 1 else {
        let problem = "This is not a table. Paste rows with a first row of column names, or rows with program codes."
        return try await ProgramsPage(page, typed: text, problem: ("table", problem)).answer(page)
      }
      return try await bring(document, page)
    },
    .post(.programsFile, for: .guest(.contribute), taking: .file) { page in
      guard let upload = page.upload, let data = try? Data(contentsOf: upload.file), !data.isEmpty else {
        return try await ProgramsPage(page, problem: ("file", "No file was chosen. Choose a CSV or XLSX file."))
          .answer(page)
      }
      let text: String
      do throws(TableError) {
        text = try Table(Array(data), name: upload.name).asCSV
      } catch {
        return try await ProgramsPage(page, problem: ("file", error.description)).answer(page)
      }
      return try await bring(
        ProgramsDocument(name: String(upload.name.prefix(120)), text: PastedPrograms.table(text) ?? text), page)
    },
    .get(.programsPreview, for: .guest(.read)) { page in
      let inUse = try await page.document(ProgramsDocument.id)
      if let draft = try await page.document(ProgramsDraft.id) {
        return PreviewPage(programs: draft.value.programs, inUse: inUse, isDraft: true).answer(page)
      }
      guard let inUse else { return .see(.programs) }
      return PreviewPage(programs: inUse.value, inUse: inUse, isDraft: false).answer(page)
    },
    .post(.programsPreview, for: .guest(.contribute)) { page in try await decide(page) },
    .post(.programsDraftRemoval, for: .guest(.contribute)) { page in
      guard try await page.document(ProgramsDraft.id) != nil else { return .see(.programs) }
      try await page.write { try $0.discard(ProgramsDraft.id) }
      return .see(.programs, Flash(.news, "Thrown away.", "Your programs are as they were."))
    },
    .post(.programsRemoval, for: .guest(.contribute)) { page in
      guard try await page.document(ProgramsDocument.id) != nil else { return .see(.programs) }
      try await page.write { try $0.discard(ProgramsDocument.id) }
      return .see(.programs, Flash(.news, "Back to the practice programs.", "Yours can be brought again at any time."))
    },
    .get(.program(code: "{code}"), for: .guest(.read)) { page in
      try await ProgramPage.shown(page)
    },
  ]

  /// Lays a table beside the one in use, to be looked at.
  private static func bring(_ document: ProgramsDocument, _ page: PageContext) async throws -> Answer {
    try await page.write { try $0.replace(ProgramsDraft(programs: document), as: ProgramsDraft.id) }
    return .see(.programsPreview)
  }

  /// Reads the table again as the form says; uses it if that is what the form asks for and nothing is new in it.
  private static func decide(_ page: PageContext) async throws -> Answer {
    let draft = try await page.document(ProgramsDraft.id)?.value.programs
    let inUse = try await page.document(ProgramsDocument.id)?.value
    guard var document = draft ?? inUse, let table = document.table else { return .see(.programs) }
    let told = ColumnChoice.told(page.form, table)
    let isNew = told != document.told
    document.told = told
    if isNew || page.form["do"] != "use" {
      guard isNew || draft != nil else { return .see(.programsPreview) }
      let words = isNew ? "Read again." : "Nothing is different."
      try await page.write { [document] in try $0.replace(ProgramsDraft(programs: document), as: ProgramsDraft.id) }
      return .see(.programsPreview, Flash(.news, words, "Look at it, then use it."))
    }
    let entry = page.site.programs.entry(document)
    guard !entry.programs.isEmpty, let file = entry.file else { return .see(.programsPreview) }
    let revision = Int(page.form["programs-revision"]) ?? 0
    let kept = try await page.write { [document] writing in
      let kept = try writing.keep(document, as: ProgramsDocument.id, on: revision)
      try writing.discard(ProgramsDraft.id)
      return kept
    }
    return .see(.programs, page.saved(kept, CatalogCheck(file).summary))
  }
}

extension Table {
  /// Kept as CSV, whatever it came as, so that it can be read, compared and taken away.
  var asCSV: String {
    var writer = CSVWriter()
    for row in 0..<rowCount { writer.write(self[row].values) }
    return writer.text
  }
}

extension ProgramsPage {
  /// The page as the workspace has it, with what is wrong with what was sent.
  init(_ page: PageContext, typed: String = "", problem: (field: String, words: String)? = nil) async throws {
    kept = try await page.document(ProgramsDocument.id)
    draft = try await page.document(ProgramsDraft.id)
    self.typed = typed
    self.problem = problem
  }
}
