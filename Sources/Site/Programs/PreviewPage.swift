internal import Markup
internal import SmartPick
internal import Tables
internal import Workspaces

/// What was understood of a table of programs and what was not, before it is used.
struct PreviewPage {
  let programs: ProgramsDocument
  /// The revision of the table in use, which this one takes the place of.
  let inUse: Kept<ProgramsDocument>?
  let isDraft: Bool

  func answer(_ page: PageContext) -> Answer {
    guard let table = programs.table, let file = page.site.programs.entry(programs).file else {
      return page.page("Programs") {
        h1 { "This is not a table" }
        actions { LinkButton("Back to the programs", to: Link.programs.path) }
      }
    }
    let check = CatalogCheck(file)
    return page.page("What was understood") {
      p(.class("small")) { a(.href(Link.programs.path)) { "Programs" } }
      h1 { heading(check) }
      p(.class("lede")) { lede(check) }
      page.writing(to: .programsPreview) {
        page.hidden("programs-revision", "\(inUse?.revision ?? 0)")
        columns(file, table)
        actions {
          if isDraft, !file.programs.isEmpty {
            SubmitButton("Use these \(count(file.programs.count, "program"))", field: ("do", "use"))
          }
          SubmitButton("Read it again with these meanings", style: .quiet, field: ("do", "again"))
        }
      }
      faults(check)
      sample(file)
      if isDraft { page.button("Throw this table away", to: .programsDraftRemoval, style: .danger) }
    }
  }

  private func heading(_ check: CatalogCheck) -> String {
    if check.programs == 0 { return "No program was understood yet" }
    let left = check.rows - check.programs
    return "\(count(check.programs, "program")) understood"
      + (left > 0
        ? ", \(count(left, "row")) left out"
        : check.errors.isEmpty ? "" : ", with \(count(check.errors.count, "fault"))")
  }

  private func lede(_ check: CatalogCheck) -> String {
    let start = "\(check.file): \(count(check.rows, "row")), \(count(check.lines.count, "column")). "
    if check.programs == 0 {
      return start
        + "Say below which column holds the program\u{2019}s name and which the specialty, then read it again."
    }
    return start
      + (isDraft
        ? "Nothing is changed until you use it. Look at the meanings first; each can be put right here."
        : "This is the table in use. A meaning that you change makes a new reading, to be confirmed.")
  }

  private func columns(_ file: CatalogFile, _ table: Table) -> HTML {
    let mapping = file.mapping
    let known = Dictionary(mapping.columns.map { ($0.index, $0) }) { first, _ in first }
    let lines = mapping.headers.indices.filter { !ColumnName.key(mapping.headers[$0]).isEmpty }
    return HTML {
      h2 { "The columns" }
      RowsTable(
        "Columns of your file, with what each means",
        columns: [
          .init("Column"), .init("Means", isWholeOnPhone: true), .init("Recognized"), .init("Known", isNumeric: true),
          .init("First values", isWholeOnPhone: true),
        ],
        rows: lines.map { index in
          let column = known[index]
          return [
            b { mapping.headers[index] },
            choice(index, mapping.headers[index], column?.wanted ?? ""),
            HTML(ColumnChoice.how(column?.how ?? (programs.told[mapping.headers[index]] == "" ? .told : nil))),
            HTML(column.map { "\(file.known($0)) of \(file.programs.count)" } ?? ""),
            values(index, column?.wanted, file, table),
          ]
        })
    }
  }

  private func choice(_ index: Int, _ header: String, _ wanted: String) -> HTML {
    let isListed = ColumnChoice.all.contains { $0.value == wanted }
    let choices = ColumnChoice.all + (isListed ? [] : [(wanted, wanted)])
    return select(.name("column-\(index)"), .aria("label", "What \(header) means")) {
      for item in choices { option(.value(item.value), .selected(item.value == wanted)) { item.words } }
    }
  }

  /// How values were read where they were read as something else; otherwise the first ones as they stand.
  private func values(_ index: Int, _ wanted: String?, _ file: CatalogFile, _ table: Table) -> HTML {
    let readings = wanted.flatMap(Program.Field.init(rawValue:)).flatMap { file.readings[$0] } ?? []
    if !readings.isEmpty {
      return small { readings.prefix(3).map { "\($0.typed) \u{2192} \($0.read)" }.joined(separator: "; ") }
    }
    var seen: [String] = []
    for row
      in (file.mapping.headerRow + 1)..<max(
        file.mapping.headerRow + 1, min(table.rowCount, file.mapping.headerRow + 40))
    {
      let value = table[row, index]
      if !value.isEmpty, !seen.contains(value) { seen.append(String(value.prefix(30))) }
      if seen.count == 3 { break }
    }
    return small { seen.joined(separator: "; ") }
  }

  private func faults(_ check: CatalogCheck) -> HTML {
    let all = check.errors + check.warnings
    return HTML {
      if !all.isEmpty {
        h2 {
          [
            check.errors.isEmpty ? nil : count(check.errors.count, "fault"),
            check.warnings.isEmpty ? nil : "\(count(check.warnings.count, "thing")) worth a look",
          ].compactMap(\.self).joined(separator: ", ")
        }
        p(.class("small")) {
          "A row with a fault keeps all its other values; the faulty one is unknown. Put the file right and bring it again, or go on as it is."
        }
        RowsTable(
          "Faults, with line and column",
          columns: [
            .init("What"), .init("Line", isNumeric: true), .init("Column"), .init("Found"),
            .init("What to do", isWholeOnPhone: true),
          ],
          rows: all.prefix(100).map { finding in
            [
              HTML {
                Tag(finding.severity == .error ? "fault" : "look", finding.severity == .error ? .bad : .warn)
                " "
                finding.problem ?? finding.expected.map { "expected \($0)" } ?? "not understood"
              },
              HTML(finding.line.map(String.init) ?? ""),
              HTML([finding.column, finding.place].compactMap(\.self).joined(separator: ", ")),
              HTML(finding.value ?? ""), HTML(finding.remedy),
            ]
          })
        if all.count > 100 { p { "And \(all.count - 100) more." } }
      }
    }
  }

  private func sample(_ file: CatalogFile) -> HTML {
    HTML {
      if !file.programs.isEmpty {
        more("The first programs as they were read") {
          RowsTable(
            "First programs", columns: [.init("Program"), .init("Specialty"), .init("Place"), .init("Known")],
            rows: file.programs.prefix(8).map { program in
              [
                HTML {
                  b { program.name }
                  small { program.code }
                }, HTML(program.specialty),
                HTML([program.city, program.state].compactMap(\.self).joined(separator: ", ")),
                HTML("\(Program.Field.allCases.count { program[$0] != nil }) facts"),
              ]
            })
        }
      }
    }
  }

  private func count(_ number: Int, _ one: String) -> String {
    "\(Words.grouped(Double(number))) \(one)\(number == 1 ? "" : "s")"
  }
}
