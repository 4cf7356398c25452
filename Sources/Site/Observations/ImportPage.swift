internal import Improvement
internal import Markup
internal import Pictures
internal import ProcessControl
internal import Tables
internal import Workspaces

/// A file for a measure: chosen, read and added up, looked at, and only then kept.
///
/// The file itself is never stored: what goes from the preview to its confirmation is the counts, in the form itself.
struct ImportPage {
  let file: MeasureFile
  /// What was read; nil before a file was sent.
  var read: CountImport?
  var fileName = ""
  var told: ImportChoice?
  var problems: [(field: String, words: String)] = []
  /// Whether the columns are read as those of the last file were.
  var isAsBefore = false
  /// Counts that wait for a tick, when the form came back without it.
  var waiting: Waiting?

  /// What goes through the form that keeps the counts.
  struct Waiting {
    /// The counts, as ``CountText`` writes them.
    let text: String
    /// The names of columns that may identify patients.
    let leftOut: String
    /// How dates were read that could be read both ways; empty where nothing has to be said of them.
    let dates: String
    /// How the columns were read, as fields of the form.
    let columns: [(name: String, value: String)]
  }

  private var id: String { file.measure.id.description }
  private var measure: ProjectMeasure { file.definition }

  /// More text than this does not fit the form that confirms.
  static let mostText = 1_500_000

  func answer(_ page: PageContext) -> Answer {
    page.page(
      "A file for \(measure.name)", status: problems.isEmpty ? 200 : 400, scripts: [.uploadScript]
    ) {
      p(.class("small")) { a(.href(Link.measure(id: id).path)) { measure.name } }
      h1 { read == nil && waiting == nil ? "Bring a file" : "What the file says" }
      ErrorList(problems: problems)
      if let waiting {
        confirmation(page, waiting)
      } else if let read {
        preview(read, page)
      } else {
        p(.class("lede")) {
          "A CSV or Excel file: one row for each case, or counts for each \(measure.period.rawValue). Rows are added up on "
          "reading; the file is not kept."
        }
        ImportChooser(file: file, read: nil, told: nil, problems: problems).form(page)
        CaseRoutes.practiceFile
      }
    }
  }

  // MARK: Preview

  @HTMLBuilder private func preview(_ read: CountImport, _ page: PageContext) -> HTML {
    let chooser = ImportChooser(file: file, read: read, told: told, problems: problems)
    if !problems.isEmpty {
      SuspectColumns(suspects: read.suspects)
      chooser.form(page)
    } else if read.counts.isEmpty {
      let errors = read.findings.filter { $0.severity == .error }
      FlashMessage(.bad, "Nothing can be counted yet.", errors.first?.description ?? firstRemedy(read))
      SuspectColumns(suspects: read.suspects)
      faults(read)
      chooser.form(page)
    } else {
      p(.class("lede")) { ImportWords(read, measure).told }
      if isAsBefore { p { "Its columns were read as those of the last file." } }
      if let dates = read.days?.sentence, !dates.isEmpty { p { dates } }
      SuspectColumns(suspects: read.suspects)
      faults(read)
      ReplacedCounts(
        read.counts, removed: ImportRoutes.replaced(file.counts, by: read.counts), in: file,
        isEditor: page.edits(file.measure))
      h2 { "What was understood" }
      understood(read)
      divisions(read)
      confirmation(
        page,
        Waiting(
          text: CountText.write(read.counts), leftOut: SuspectColumns.names(read.suspects),
          dates: read.days.flatMap { $0.isOpen ? $0.sentence : nil } ?? "",
          columns: ImportChoice.fields(ToldColumns(read))))
      more("Read the columns another way") { chooser.form(page) }
    }
  }

  private func firstRemedy(_ read: CountImport) -> String {
    if let filter = read.columns.filter, read.rows > 0, read.kept == 0 {
      return "No row has \u{201C}\(filter.value)\u{201D} in \u{201C}\(read.headers[filter.column])\u{201D}. It holds "
        + "\(read.others.joined(separator: ", "))."
    }
    if !read.words.isEmpty {
      return "The numerator says \(read.words.joined(separator: ", ")): write below which word counts."
    }
    return read.faults.groups.first?.sentence ?? read.findings.first?.description ?? "No row holds a case."
  }

  /// Rows that could not be counted, each kind once.
  @HTMLBuilder private func faults(_ read: CountImport) -> HTML {
    let sentences = read.faults.groups.map(\.sentence) + read.findings.map(\.description)
    if !sentences.isEmpty, !read.counts.isEmpty || !read.faults.isEmpty {
      section(.aria("labelledby", "left-out")) {
        h2(.id("left-out")) { "What is left out" }
        ul { sentences.map { sentence in li { sentence } } }
        if !read.faults.isEmpty {
          p(.class("small")) { "Put them right in the spreadsheet and bring it again, or go on without them." }
        }
      }
    }
  }

  /// Whole numbers in groups of three, others with all their digits.
  private func said(_ value: Double) -> String {
    abs(value) < 1e12 && value == value.rounded() ? number(Int(value)) : NumberText.said(value)
  }

  private func number(_ value: Int) -> String { NumberText.grouped(value) }

  private func understood(_ read: CountImport) -> HTML {
    let columns = read.columns
    func named(_ index: Int?, otherwise words: String) -> HTML { HTML { index.map { read.headers[$0] } ?? words } }
    let groups = columns.groups.map { read.headers[$0] }.joined(separator: ", ")
    let isOf = measure.kind.hasDenominator
    return SummaryList(
      entries: [
        .init("The day", named(columns.day, otherwise: "none")),
        .init("Rows", HTML { ImportWords(read, measure).filter ?? "all" }),
        .init("What counts", HTML { ImportWords(read, measure).counting }),
        .init("Of how many", named(columns.denominator, otherwise: isOf ? "each row is one case" : "nothing")),
        .init("Groups", HTML { groups.isEmpty ? "none" : groups }),
        .init("Reasons", named(columns.reason, otherwise: "none")),
      ]
    ).body
  }

  private func divisions(_ read: CountImport) -> HTML {
    var sums: [(division: String, group: String, numerator: Double, denominator: Double?)] = []
    for count in read.counts {
      let (division, group) = count.strata.first.map { ($0.key, $0.value) } ?? ("all", "all cases")
      if let last = sums.indices.last, sums[last].division == division, sums[last].group == group {
        sums[last].numerator += count.numerator
        sums[last].denominator = sums[last].denominator.map { $0 + (count.denominator ?? 0) }
      } else {
        sums.append((division, group, count.numerator, count.denominator))
      }
    }
    // Divisions in the order of the file, the groups of each in their own.
    let order = sums.map(\.division).enumerated().reduce(into: [String: Int]()) { order, next in
      order[next.element] = min(order[next.element] ?? next.offset, next.offset)
    }
    sums.sort { one, other in
      one.division == other.division
        ? GroupOrder.isBefore(one.group, other.group)
        : order[one.division, default: 0] < order[other.division, default: 0]
    }
    return HTML {
      h2 { "What would be kept, added up" }
      sumsTable(sums)
    }
  }

  private func sumsTable(
    _ sums: [(division: String, group: String, numerator: Double, denominator: Double?)]
  ) -> HTML {
    RowsTable(
      "What would be kept, added up",
      columns: [
        .init("Group"), .init("Divided by"), .init("Numerator", isNumeric: true), .init("Denominator", isNumeric: true),
      ],
      rows: sums.map { sum in
        [
          HTML { sum.group }, HTML { sum.division }, HTML { said(sum.numerator) },
          HTML { sum.denominator.map(said) ?? "" },
        ]
      }
    ).body
  }

  private func confirmation(_ page: PageContext, _ waiting: Waiting) -> HTML {
    page.writing(to: .measureCounts(id: id)) {
      textarea(.name("counts"), .hidden(true), .aria("label", "Counts"), .readOnly(true)) { waiting.text }
      page.hidden("left-out", waiting.leftOut)
      page.hidden("dates-read", waiting.dates)
      for field in waiting.columns where !field.value.isEmpty { page.hidden(field.name, field.value) }
      if !waiting.leftOut.isEmpty { SuspectColumns.tick(waiting.leftOut, error: error("without")) }
      if !waiting.dates.isEmpty {
        ChoiceField(
          "dates", "Are the dates right?", choices: [.init("yes", "Yes, they were read right")], allowsSeveral: true,
          hint: waiting.dates, error: error("dates"))
      }
      actions { SubmitButton("Keep these counts") }
      p(.class("small")) {
        "Counts of the same \(measure.period.rawValue)s are replaced; others stay. Nothing is kept before you press."
      }
    }
  }

  private func error(_ name: String) -> String? { problems.first { $0.field == name }?.words }
}
