internal import Foundation
internal import SmartPick
internal import Tables
internal import Workspaces

/// The list as a file, and the file read back.
enum TakeAwayRoutes {
  static let all: [Route] = [
    .get(.listFile, for: .guest(.read)) { page in
      try await page.withTakeAway { take in
        Answer(
          content: .download(take.sheet.csv, type: "text/csv; charset=utf-8", name: name(take, "csv")))
      }
    },
    .get(.listWorkbook, for: .guest(.read)) { page in
      try await page.withTakeAway { take in
        Answer(
          content: .download(
            try take.sheet.xlsx(), type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            name: name(take, "xlsx")))
      }
    },
    .get(.listReturn, for: .guest(.read)) { page in
      guard let draft = try await page.document(ListReturnDraft.id) else { return ReturnPage.choosing(page) }
      return try await page.withTakeAway { take in
        let notes = take.notes.first { $0.id == AdviserNotesDocument.inFiles }
        guard let read = reading(draft.value, take, notes?.value) else { return ReturnPage.choosing(page) }
        return ReturnPage.preview(draft.value, read, take, notes: notes?.revision ?? 0, page)
      }
    },
    .post(.listReturn, for: .guest(.contribute), taking: .file) { page in
      guard let upload = page.upload, let data = try? Data(contentsOf: upload.file), !data.isEmpty else {
        return ReturnPage.choosing(page, problem: "No file was chosen. Choose the file that came back.")
      }
      let draft: ListReturnDraft
      do throws(TableError) {
        draft = try read(Array(data), named: String(upload.name.prefix(120)))
      } catch {
        return ReturnPage.choosing(page, problem: error.description)
      }
      guard draft.hasCodes else {
        return ReturnPage.choosing(
          page,
          problem:
            "This file has no column named code, by which its rows would be known. Choose the one you took along.")
      }
      try await page.write { try $0.replace(draft, as: ListReturnDraft.id) }
      return .see(.listReturn)
    },
    .post(.listReturnUse, for: .guest(.contribute)) { page in
      guard let draft = try await page.document(ListReturnDraft.id) else { return .see(.listReturn) }
      return try await page.withTakeAway { take in try await use(draft.value, take, page) }
    },
    .post(.listReturnRemoval, for: .guest(.contribute)) { page in
      if try await page.document(ListReturnDraft.id) != nil {
        try await page.write { try $0.discard(ListReturnDraft.id) }
      }
      return .see(.list, Flash(.news, "Thrown away.", "Your list is as it was."))
    },
    .post(.adviserNoteDone, for: .guest(.contribute)) { page in
      guard let id = DocumentID<AdviserNotesDocument>(page.form["id"]), var notes = try await page.document(id)?.value
      else { return .see(.list) }
      let code = page.form["code"]
      if !notes.done.contains(code) { notes.done.append(code) }
      return .see(.list, page.saved(try await page.save(notes, as: id)))
    },
  ]

  private static func name(_ take: TakeAway, _ ending: String) -> String {
    "housestaff-list\(take.list.hasFiction ? "-fiction" : "").\(ending)"
  }

  private static func read(_ bytes: [UInt8], named name: String) throws(TableError) -> ListReturnDraft {
    if AdviserFile.isPage(bytes), let notes = AdviserFile.notes(bytes) {
      return ListReturnDraft(name: name, text: notes)
    }
    return ListReturnDraft(name: name, text: try Table(bytes, name: name).asCSV)
  }

  private static func reading(_ draft: ListReturnDraft, _ take: TakeAway, _ notes: AdviserNotesDocument?) -> ListReturn?
  {
    guard let table = try? Table(text: draft.text, name: draft.name) else { return nil }
    let names = Dictionary(take.inputs.request.programs.map { ($0.code, $0.name) }) { first, _ in first }
    return ListReturn(
      table, names: names, profile: take.inputs.profile.value.profile, marks: take.marks?.value ?? MarksDocument(),
      notes: notes ?? AdviserNotesDocument())
  }

  /// Writes what the page showed, on what it showed it.
  private static func use(_ draft: ListReturnDraft, _ take: TakeAway, _ page: PageContext) async throws -> Answer {
    let kept = take.notes.first { $0.id == AdviserNotesDocument.inFiles }
    guard let read = reading(draft, take, kept?.value), !read.changes.isEmpty else { return .see(.listReturn) }
    func revision(_ name: String) -> Int { Int(page.form["\(name)-revision"]) ?? 0 }
    let (onProfile, onMarks, onNotes) = (revision("profile"), revision("marks"), revision("notes"))
    let profile = ProfileDocument(text: read.profile.text)
    let isNewProfile = read.profile != take.inputs.profile.value.profile
    let isNewMarks = read.marks != take.marks?.value ?? MarksDocument()
    let isNewNotes = read.notes != kept?.value ?? AdviserNotesDocument()
    try await page.write { writing in
      if isNewProfile { try writing.keep(profile, as: ProfileDocument.id, on: onProfile) }
      if isNewMarks { try writing.keep(read.marks, as: MarksDocument.id, on: onMarks) }
      if isNewNotes { try writing.keep(read.notes, as: AdviserNotesDocument.inFiles, on: onNotes) }
      try writing.discard(ListReturnDraft.id)
    }
    return .see(
      .list,
      Flash(
        .good, "Saved.", "\(read.changes.count) \(read.changes.count == 1 ? "change" : "changes") from \(draft.name)."))
  }
}

extension ListReturnDraft {
  /// Whether its rows can be told apart at all.
  fileprivate var hasCodes: Bool {
    guard let table = try? Table(text: text, name: name) else { return false }
    return ColumnMapping(
      [
        WantedColumn(
          "code", aliases: ["program code", "acgme code", "accreditation id"], isRequired: true, allowsSimilar: false)
      ], in: table)["code"] != nil
  }
}
