internal import Improvement
internal import Markup
internal import Tables
internal import Workspaces

/// The file, and what each of its columns means: guessed at first, then as a person says.
struct ImportChooser {
  let file: MeasureFile
  /// What was read of it; nil before a file was sent.
  let read: CountImport?
  /// The columns as they were chosen; nil for the guess.
  let told: ImportChoice?
  let problems: [(field: String, words: String)]

  private var measure: ProjectMeasure { file.definition }

  func form(_ page: PageContext) -> HTML {
    page.writing(to: .measureImport(id: file.measure.id.description), sendsFiles: true, named: "upload") {
      if let read { roles(read) }
      Field(
        "file", read == nil ? "The file" : "The same file again", control: .file(accepts: ".csv,.tsv,.txt,.xlsx"),
        hint: read == nil
          ? "\(page.site.options.fileLimit / 1_000_000) MB at most. The first row names the columns."
          : "It was not kept, so it must be chosen again.",
        error: error("file"))
      actions { SubmitButton(read == nil ? "Read it" : "Read it this way", style: read == nil ? .primary : .quiet) }
    }
  }

  private func error(_ name: String) -> String? { problems.first { $0.field == name }?.words }

  @HTMLBuilder private func roles(_ read: CountImport) -> HTML {
    let barred = Set(read.suspects.map(\.index))
    let open = read.headers.enumerated().filter { !$0.element.isEmpty && !barred.contains($0.offset) }.map(\.element)
    let any: [(value: String, words: String)] = [("", "None")] + open.map { ($0, $0) }
    let columns = read.columns
    let name = { (index: Int?) in index.map { read.headers[$0] } ?? "" }
    Field(
      "day-column", "The day", control: .selection([("", "Choose")] + days(read)),
      typed: told?.columns.day ?? name(columns.day))
    if read.days != nil || columns.day == nil { dateOrder(columns) }
    Field(
      "numerator-column", measure.kind.hasDenominator ? "What counts (numerator)" : "The number",
      control: .selection(any), typed: told?.columns.numerator ?? name(columns.numerator),
      hint: measure.countsCases ? "Yes or no for each case, a count, or a number with a threshold." : nil)
    if measure.countsCases { counting(read) }
    if measure.kind.hasDenominator {
      Field(
        "denominator-column", "Of how many (denominator)", control: .selection(any),
        typed: told?.columns.denominator ?? name(columns.denominator), hint: "None: each row is one case.",
        error: error("denominator-column"))
    }
    ChoiceField(
      "group-column", "Groups", choices: open.map { .init($0, $0) },
      chosen: Set(told?.columns.groups ?? columns.groups.map { read.headers[$0] }), allowsSeveral: true,
      hint: "What the cases are told apart by; \(CountColumns.mostDivisions) at most, each by itself.")
    Field(
      "reason-column", "The reason of an event", control: .selection(any),
      typed: told?.columns.reason ?? name(columns.reason))
    more("Only some of the rows", isOpen: columns.filter != nil || error("filter-value") != nil) {
      Field(
        "filter-column", "Only rows in which", control: .selection([("", "All rows")] + open.map { ($0, $0) }),
        typed: told?.columns.filterColumn ?? "", hint: "As the unit, when the file holds several.")
      Field(
        "filter-value", "says", typed: told?.columns.filterValue ?? "",
        hint: read.others.isEmpty ? nil : "Also found: \(read.others.joined(separator: ", ")).",
        error: error("filter-value"))
    }
  }

  private func dateOrder(_ columns: CountColumns) -> HTML {
    Field(
      "date-order", "Dates as 3/5/2026",
      control: .selection(
        [("", "As the dates of the file show")] + DateOrder.allCases.map { ($0.rawValue, $0.words.capitalizedStart) }),
      typed: columns.order?.rawValue ?? ""
    ).body
  }

  @HTMLBuilder private func counting(_ read: CountImport) -> HTML {
    Field(
      "comparison", "A case counts when the column says",
      control: .selection(
        [("", "Yes, true, 1, or the word below")]
          + CountThreshold.Comparison.allCases.map { ($0.rawValue, "A number \($0.words)") }),
      typed: told?.comparison ?? "", error: error("comparison"))
    Field(
      "threshold", "That number", control: .line(mode: .decimal, size: 8), typed: told?.threshold ?? "",
      hint: "As 240, for minutes from order to leaving. Rows without a number are left out.", error: error("threshold"))
    Field(
      "counted", "The word that counts", typed: read.columns.counted,
      hint: "If it is not yes, true or 1."
        + (read.words.isEmpty ? "" : " Found: \(read.words.joined(separator: ", "))."))
  }

  private func days(_ read: CountImport) -> [(value: String, words: String)] {
    let never = Set(read.suspects.filter { $0.kind != .date }.map(\.index))
    return read.headers.enumerated().filter { !$0.element.isEmpty && !never.contains($0.offset) }.map {
      ($0.element, $0.element)
    }
  }
}

extension ProjectMeasure {
  /// Whether a row may be a case that counts or not.
  fileprivate var countsCases: Bool { kind == .proportion || kind == .rate || kind == .count }
}

extension String {
  /// With a capital first letter.
  fileprivate var capitalizedStart: String { prefix(1).uppercased() + dropFirst() }
}
