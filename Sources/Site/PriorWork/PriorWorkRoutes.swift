internal import Foundation
internal import Improvement
internal import Tables
internal import Workspaces

/// Past work: looked up, and brought.
enum PriorWorkRoutes {
  static let all: [Route] = [
    .get(.priorWork, for: .guest(.read)) { page in try await listing(page).answer(page) },
    .post(.priorWork, for: .guest(.contribute), taking: .file) { page in
      // Rows that were looked at once more come back as fields.
      if page.form.has("title") {
        try screen(page.form, page)
        return try await keep(PriorWorkFile(page.form), page)
      }
      guard let upload = page.upload, let data = try? Data(contentsOf: upload.file), !data.isEmpty else {
        return try await listing(page, ["No file was chosen. Choose a CSV or XLSX file."]).answer(page)
      }
      let file: PriorWorkFile
      do throws(TableError) {
        file = PriorWorkFile(try Table(Array(data), name: upload.name))
      } catch {
        return try await listing(page, [error.description]).answer(page)
      }
      guard !file.works.isEmpty else { return try await listing(page, file.problems).answer(page) }
      var fields = file.fields
      fields.add(FieldName.revision, page.form[FieldName.revision])
      for (name, words) in PriorWorkFile.asked { fields.add(FieldName.asked, "\(name) \(words)") }
      try screen(fields, page)
      return try await keep(file, page)
    },
    // Asked while people type: nothing of it is kept, and it stands in no address.
    .post(.similarWork, for: .guest(.read)) { page in
      let typed = ["bother", "what", "title", "countable", "where", "place", "theme"].map { page.form[$0] }
        .joined(separator: " ")
      return .piece(SimilarWork(works: try await page.read { try $0.workAlike(typed) } ?? []).body)
    },
  ]

  /// Refuses rows with words that may point to a patient and that nobody has looked at.
  private static func screen(_ fields: FormFields, _ page: PageContext) throws {
    guard let suspects = page.screen?.suspects(in: fields), !suspects.isEmpty else { return }
    throw PatientWords(suspects: suspects, form: fields)
  }

  private static func keep(_ file: PriorWorkFile, _ page: PageContext) async throws -> Answer {
    guard !file.works.isEmpty else { return try await listing(page, ["No entry has a title."]).answer(page) }
    let saved = try await page.save(PriorWorkDocument(works: file.works), as: PriorWorkDocument.id)
    let words = file.works.count == 1 ? "One entry was read." : "\(file.works.count) entries were read."
    return .see(.priorWork, page.saved(saved, ([words] + file.problems.prefix(5)).joined(separator: " ")))
  }

  private static func listing(_ page: PageContext, _ problems: [String] = []) async throws -> PriorWorkPage {
    let (works, kept) =
      try await page.read { reading in (try reading.priorWorks(), try reading.document(PriorWorkDocument.id)) }
      ?? ([], nil)
    return PriorWorkPage(works: works, kept: kept, asked: page.query["q"], problems: problems)
  }
}
