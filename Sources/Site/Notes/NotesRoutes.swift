internal import SmartPick
internal import Workspaces

/// Own words about a program, and pins with their reason: both are written on the program's page.
enum NotesRoutes {
  static let all: [Route] = [
    .post(.note(code: "{code}"), for: .guest(.contribute)) { page in
      let program = try await program(page)
      let text = page.form["note"]
      guard text.count <= MarksDocument.noteLimit else {
        let problem = "A note has \(MarksDocument.noteLimit) characters at most; this has \(text.count)."
        return try await ProgramPage.shown(page, typed: ("note", text), problem: problem)
      }
      var marks = try await page.document(MarksDocument.id)?.value ?? MarksDocument()
      marks[program.code].note = text
      let kept = try await page.save(marks, as: MarksDocument.id)
      return .see(.program(code: program.code), page.saved(kept))
    },
    .post(.pin(code: "{code}"), for: .guest(.contribute)) { page in
      let program = try await program(page)
      let reason = page.form["reason"]
      guard !reason.isEmpty else {
        return try await ProgramPage.shown(
          page, typed: ("reason", ""), problem: "A pin needs its reason: in March you will want to know why.")
      }
      guard reason.count <= 300 else {
        return try await ProgramPage.shown(
          page, typed: ("reason", reason), problem: "A reason has 300 characters at most; the rest can be a note.")
      }
      var profile = try await page.document(ProfileDocument.id)?.value.profile ?? Profile()
      profile.preferences.refused.removeAll { $0 == program.code }
      profile.preferences.pinned.removeAll { $0.code == program.code }
      profile.preferences.pinned.append(.init(program.code, reason: reason))
      let kept = try await page.save(ProfileDocument(text: profile.text), as: ProfileDocument.id)
      return .see(
        path: page.form["then"], otherwise: .program(code: program.code),
        page.saved(kept, "\(program.name) stays on your list."))
    },
    .post(.pinRemoval(code: "{code}"), for: .guest(.contribute)) { page in
      let code = page.parameters["code"] ?? ""
      guard var profile = try await page.document(ProfileDocument.id)?.value.profile,
        profile.preferences.pinned.contains(where: { $0.code == code })
      else { throw SiteError.notFound }
      profile.preferences.pinned.removeAll { $0.code == code }
      let kept = try await page.save(ProfileDocument(text: profile.text), as: ProfileDocument.id)
      return .see(path: page.form["then"], otherwise: .program(code: code), page.saved(kept, "The pin is gone."))
    },
  ]

  /// The program that the address names.
  private static func program(_ page: PageContext) async throws -> Program {
    let code = page.parameters["code"] ?? ""
    let programs = page.site.programs.index(try await page.document(ProgramsDocument.id)?.value)
    guard let program = programs.programs.first(where: { $0.code == code }) else { throw SiteError.notFound }
    return program
  }
}
