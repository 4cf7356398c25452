internal import Markup
internal import SmartPick
internal import Tables
internal import Workspaces

/// The applicant's own programs: paste or upload, and what was understood.
struct ProgramsPage {
  let kept: Kept<ProgramsDocument>?
  var typed = ""
  var error: String?

  func answer(_ page: PageContext) -> Answer {
    page.page("Programs", status: error == nil ? 200 : 400) {
      h1 { kept == nil ? "Bring your programs" : "Your programs" }
      p(.class("lede")) {
        "A spreadsheet or a pasted table: name and specialty are enough. Every other column makes the odds sharper; "
        "what is not known stays unknown."
      }
      if let error { ErrorList(problems: [("table", error)]) }
      if let kept { understood(kept, page) }
      search(page)
      page.writing(to: .programsFile, sendsFiles: true) {
        page.revisionField(kept)
        Field("file", "A CSV or XLSX file", control: .file(accepts: ".csv,.tsv,.txt,.xlsx"))
        actions { SubmitButton("Read the file") }
      }
      page.writing(to: .programs) {
        page.revisionField(kept)
        Field(
          "table", "Or paste a table", control: .area(rows: 8), typed: typed,
          hint: "With a first row of column names, such as Program Name, Specialty, City, State.", error: error)
        actions { SubmitButton("Read the table") }
      }
      if kept != nil {
        page.button("Go back to the practice programs", to: .programsRemoval, style: .danger)
      }
    }
  }

  private func understood(_ kept: Kept<ProgramsDocument>, _ page: PageContext) -> HTML {
    HTML {
      if let file = kept.value.file {
        let check = CatalogCheck(file)
        p { b { check.summary } }
        actions { LinkButton("Make my list from these", to: Link.list.path) }
        more("What was understood, column by column") {
          RowsTable(
            "Columns of your file",
            columns: CatalogCheck.headers.map { .init($0) }, rows: check.table.map { $0.map { HTML($0) } })
        }
        if !check.errors.isEmpty || !check.warnings.isEmpty {
          more("\(check.errors.count) errors and \(check.warnings.count) warnings") {
            ul { for finding in (check.errors + check.warnings).prefix(200) { li { finding.description } } }
          }
        }
      }
    }
  }

  private func search(_ page: PageContext) -> HTML {
    let query = page.query["q"]
    let programs = kept?.value.programs ?? ListBook.practice
    let words = query.lowercased().split(separator: " ")
    let found =
      words.isEmpty
      ? []
      : programs.filter { program in
        let text = [program.name, program.specialty, program.city, program.state, program.code].compactMap(\.self)
          .joined(separator: " ").lowercased()
        return words.allSatisfy { text.contains($0) }
      }
    return HTML {
      Markup.form(.method(.get), .action(Link.programs.path), .role("search")) {
        Field(
          "q", "Find a program", typed: query,
          hint: "Name, specialty, city, state or code; \(Words.grouped(Double(programs.count))) programs.")
        actions { SubmitButton("Find", style: .quiet) }
      }
      if !words.isEmpty {
        p { found.isEmpty ? "No program has all these words. Try fewer." : "\(found.count) found." }
        ul {
          for program in found.prefix(50) {
            li {
              a(.href(Link.program(code: program.code).path)) { program.name }
              small { [program.specialty, program.city, program.state].compactMap(\.self).joined(separator: " · ") }
            }
          }
        }
      }
    }
  }
}
