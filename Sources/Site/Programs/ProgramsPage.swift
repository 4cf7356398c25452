internal import Markup
internal import SmartPick
internal import Tables
internal import Workspaces

/// The programs: find one, bring one's own, see how they were understood.
struct ProgramsPage {
  let kept: Kept<ProgramsDocument>?
  var draft: Kept<ProgramsDraft>?
  var typed = ""
  /// What is wrong, and with which of the two ways in.
  var problem: (field: String, words: String)?

  func answer(_ page: PageContext) -> Answer {
    page.page("Programs", status: problem == nil ? 200 : 400, scripts: [.searchScript]) {
      h1 { kept == nil ? "Bring your programs" : "Your programs" }
      p(.class("lede")) {
        "A spreadsheet or a pasted table: name and specialty are enough. Every other column makes the odds sharper; "
        "what is not known stays unknown."
      }
      if let problem { ErrorList(problems: [problem]) }
      if draft != nil, problem == nil {
        FlashMessage(
          .news, "A table waits to be looked at.", "Nothing was changed yet.",
          action: ("See what was understood", Link.programsPreview.path))
      }
      if let kept { inUse(kept, page) }
      FoundPrograms(index: page.site.programs.index(kept?.value), query: ProgramQuery(page.query)).section
      bringing(page)
    }
  }

  private func inUse(_ kept: Kept<ProgramsDocument>, _ page: PageContext) -> HTML {
    HTML {
      if let file = page.site.programs.entry(kept.value).file {
        let check = CatalogCheck(file)
        section(.class("card"), .aria("labelledby", "in-use")) {
          h2(.id("in-use")) { "In use: \(kept.value.name)" }
          p { check.summary }
          actions {
            LinkButton("Make my list from these", to: Link.list.path)
            LinkButton("See or change how it was understood", to: Link.programsPreview.path, style: .quiet)
          }
        }
      }
    }
  }

  private func bringing(_ page: PageContext) -> HTML {
    HTML {
      h2 { kept == nil ? "Bring your own" : "Bring others" }
      div(.class("columns")) {
        page.writing(to: .programsFile, sendsFiles: true) {
          Field(
            "file", "A CSV or XLSX file", control: .file(accepts: ".csv,.tsv,.txt,.xlsx"),
            hint: "You see what was understood before anything changes.",
            error: problem?.field == "file" ? problem?.words : nil)
          actions { SubmitButton("Read the file") }
        }
        page.writing(to: .programs) {
          Field(
            "table", "Or paste a table", control: .area(rows: 8), typed: typed,
            hint: "From a spreadsheet, or the program list of MyERAS as it stands on its page.",
            error: problem?.field == "table" ? problem?.words : nil)
          actions { SubmitButton("Read the table", style: .quiet) }
        }
      }
      if kept != nil {
        page.button("Go back to the practice programs", to: .programsRemoval, style: .danger)
      }
    }
  }
}

/// What was found, with the form that looks for it.
struct FoundPrograms {
  static let pageSize = 25

  let index: ProgramIndex
  let query: ProgramQuery

  var section: HTML {
    Markup.section(.aria("labelledby", "find")) {
      h2(.id("find")) { "Find a program" }
      form(
        .class("filters"), .method(.get), .action(Link.programs.path), .role("search"),
        .data("found", Link.programsFound.path)
      ) {
        Field("q", "Name, city, state, specialty or code", typed: query.words, autocomplete: "off")
        Field(
          "specialty", "Specialty", control: .selection([("", "Any")] + index.specialties.map { ($0, $0) }),
          typed: query.specialty ?? "")
        Field(
          "state", "State",
          control: .selection([("", "Any")] + index.states.map { ($0, USState.recognized($0)?.name ?? $0) }),
          typed: query.state ?? "")
        SubmitButton("Find", style: .quiet)
      }
      div(.id("found"), .aria("live", "polite")) { found }
    }
  }

  /// The part that changes while one types.
  var found: HTML {
    let all = query.isEmpty ? [] : index.found(query)
    let pages = max(1, (all.count + Self.pageSize - 1) / Self.pageSize)
    let number = min(query.page, pages)
    let first = (number - 1) * Self.pageSize
    let shown = Array(all.dropFirst(first).prefix(Self.pageSize))
    return HTML {
      if query.isEmpty {
        p(.class("small")) {
          "\(Words.grouped(Double(index.programs.count))) programs. Type a word to see those that have it."
        }
      } else if all.isEmpty {
        p { "No program has all of this. Try fewer words, or any state." }
      } else {
        let words =
          all.count == 1
          ? "1 program"
          : all.count <= Self.pageSize
            ? "\(all.count) programs"
            : "\(first + 1) to \(first + shown.count) of \(Words.grouped(Double(all.count))) programs"
        RowsTable(
          "Programs found", columns: [.init("Program"), .init("Specialty"), .init("Place")],
          rows: shown.map { program in
            [
              HTML {
                a(.href(Link.program(code: program.code).path)) { program.name }
                if program.isFiction {
                  " "
                  Tag("fictional", .plain)
                }
                small { program.code }
                compareBox(program)
              }, HTML(program.specialty),
              HTML([program.city, program.state].compactMap(\.self).joined(separator: ", ")),
            ]
          })
        Pagination(page: number, pages: pages, words: words) { [query] in query.address(page: $0) }
        compareForm()
      }
    }
  }
}
