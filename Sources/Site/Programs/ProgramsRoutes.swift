internal import Foundation
internal import SmartPick
internal import Tables
internal import Workspaces

/// Own programs, and one program.
enum ProgramsRoutes {
  static let all: [Route] = [
    .get(.programs, for: .guest(.read)) { page in
      try await ProgramsPage(kept: page.document(ProgramsDocument.id)).answer(page)
    },
    .post(.programs, for: .guest(.contribute)) { page in
      let text = page.form["table"]
      return try await keep(ProgramsDocument(name: "pasted table", text: text), typed: text, page)
    },
    .post(.programsFile, for: .guest(.contribute), taking: .file) { page in
      guard let upload = page.upload, let data = try? Data(contentsOf: upload.file), !data.isEmpty else {
        return try await ProgramsPage(
          kept: page.document(ProgramsDocument.id), error: "No file was chosen. Choose a CSV or XLSX file."
        ).answer(page)
      }
      let text: String
      do throws(TableError) {
        let table = try Table(Array(data), name: upload.name)
        // Kept as CSV, whatever it came as, so that it can be read, compared and taken away.
        var writer = CSVWriter()
        for row in 0..<table.rowCount { writer.write(table[row].values) }
        text = writer.text
      } catch {
        return try await ProgramsPage(kept: page.document(ProgramsDocument.id), error: error.description).answer(page)
      }
      return try await page.keepPrograms(named: upload.name, text)
    },
    .post(.programsRemoval, for: .guest(.contribute)) { page in
      guard let kept = try await page.document(ProgramsDocument.id) else { return .see(.programs) }
      let gone = try await page.write { writing in try writing.delete(ProgramsDocument.id, on: kept.revision) }
      _ = gone
      return .see(.programs, Flash(.news, "Back to the practice programs.", "Yours can be brought again at any time."))
    },
    .get(.program(code: "{code}"), for: .guest(.read)) { page in
      guard let profile = try await page.document(ProfileDocument.id), !profile.value.profile.specialties.isEmpty else {
        return NoListPage.answer(page, nil)
      }
      let programs = try await page.document(ProgramsDocument.id)
      let entry = await ListBook.shared.entry(profile.value, programs: programs?.value)
      guard let list = entry.list, let maker = entry.maker,
        let explanation = maker.explanation(of: page.parameters["code"] ?? "", in: list)
      else { throw SiteError.notFound }
      return ProgramPage(explanation: explanation).answer(page)
    },
  ]

  private static func keep(_ document: ProgramsDocument, typed: String, _ page: PageContext) async throws -> Answer {
    guard let file = document.file, !file.programs.isEmpty else {
      let problem =
        document.file?.findings.first?.description
        ?? "This is not a table. Paste rows with a first row of column names."
      return try await ProgramsPage(kept: page.document(ProgramsDocument.id), typed: typed, error: problem).answer(page)
    }
    return try await page.keepPrograms(named: document.name, document.text)
  }
}

extension PageContext {
  /// Keeps a table of programs, or answers with what is wrong with it.
  fileprivate func keepPrograms(named name: String, _ text: String) async throws -> Answer {
    let document = ProgramsDocument(name: name, text: text)
    guard let file = document.file, !file.programs.isEmpty else {
      let problem = document.file?.findings.first?.description ?? "The file holds no programs."
      return try await ProgramsPage(kept: self.document(ProgramsDocument.id), typed: text, error: problem).answer(self)
    }
    let kept = try await save(document, as: ProgramsDocument.id)
    return .see(.programs, saved(kept, CatalogCheck(file).summary))
  }
}
