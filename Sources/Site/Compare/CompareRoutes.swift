internal import Markup
internal import SmartPick
internal import Workspaces

/// Up to four programs side by side.
enum CompareRoutes {
  static let all: [Route] = [
    .get(.compare, for: .guest(.read)) { page in
      var codes: [String] = []
      for code in page.query.all("code") where !codes.contains(code) { codes.append(code) }
      guard codes.count >= 2 else { return ComparePage.choose(page) }
      let notes =
        try await page.document(MarksDocument.id)?.value.programs.mapValues(\.note).filter { !$0.value.isEmpty } ?? [:]
      return try await page.withList { entry, list, inputs in
        let explanations = codes.prefix(ComparePage.most).compactMap { entry.maker?.explanation(of: $0, in: list) }
        guard explanations.count >= 2 else { return ComparePage.choose(page) }
        return ComparePage(
          programs: explanations, notes: notes, season: inputs.season?.value ?? SeasonDocument(),
          leftOut: codes.count - explanations.count, onlyDifferences: page.query["only"] == "differences"
        ).answer(page)
      }
    }
  ]
}

/// The form that check boxes of any table on the page belong to.
func compareForm() -> HTML {
  form(.class("compare-form"), .id("compare"), .method(.get), .action(Link.compare.path)) {
    SubmitButton("Compare those ticked (two to four)", style: .quiet)
  }
}

/// A box that puts a program among those to compare; belongs to ``compareForm()`` wherever it stands.
func compareBox(_ program: Program) -> HTML {
  label(.class("compare-box")) {
    input(.type(.checkbox), .name("code"), .value(program.code), .form("compare"))
    span {
      "Compare"
      span(.class("hidden-words")) { " \(program.name)" }
    }
  }
}
