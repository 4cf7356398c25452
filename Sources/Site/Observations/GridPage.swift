internal import Improvement
internal import Markup
internal import ProcessControl
internal import Tables
internal import Workspaces

/// Counts of a measure typed in rows or pasted from a spreadsheet.
struct GridPage {
  let file: MeasureFile
  /// What was sent; nil shows what is there.
  var entry: GridEntry?
  /// What a paste without faults would change, shown before it is kept.
  var replaced: ReplacedCounts?

  /// Lines shown of what is there already; earlier ones are changed by typing their day again.
  private static let mostShown = 6
  private static let spare = 6

  private var problems: [(field: String, words: String)] { entry?.problems ?? [] }
  private var id: String { file.measure.id.description }
  private var measure: ProjectMeasure { file.definition }

  func answer(_ page: PageContext) -> Answer {
    page.page("Counts: \(measure.name)", status: problems.isEmpty ? 200 : 400) {
      p(.class("small")) { a(.href(Link.measure(id: id).path)) { measure.name } }
      h1 { replaced == nil ? "Type or paste counts" : "What the paste says" }
      if replaced == nil {
        p(.class("lede")) {
          measure.kind.isPeriodic
            ? "One line for each \(measure.period.rawValue): counts only, no patients."
            : measure.kind == .daysBetween
              ? "One line for each event: its day is enough. The days since the event before are counted for you; the "
                + "first event starts the clock."
              : "One line for each event: its day and the number."
        }
      }
      ErrorList(problems: problems)
      page.writing(to: .measureGrid(id: id)) {
        look(page)
        if let entry, entry.paste != nil {
          // Beside a paste only what was typed as well.
          let typed = entry.typed.filter { !$0.isEmpty }
          if !typed.isEmpty { grid(typed) }
        } else {
          grid(entry.map { $0.typed.filter { !$0.isEmpty } } ?? shown(page))
          for line in waiting(page) { page.hidden("waiting", line.day) }
        }
        pasting
        groups
        actions { SubmitButton("Save the counts") }
        p(.class("small")) {
          "A line of the same \(measure.kind.isPeriodic ? measure.period.rawValue : "day") and group takes the place of "
          "the earlier one. "
          "Empty its numbers to remove it."
        }
      }
      p(.class("small")) { a(.href(Link.measureChanges(id: id).path)) { "Who changed the counts" } }
    }
  }

  @HTMLBuilder private func look(_ page: PageContext) -> HTML {
    if let entry, let paste = entry.paste {
      PasteLook(entry: entry, paste: paste, measure: measure, replaced: replaced)
      if replaced != nil { page.hidden("seen", entry.mark) }
    }
  }

  private var pasting: HTML {
    Field(
      "paste", entry?.paste == nil ? "Or paste from a spreadsheet" : "What you pasted",
      control: .area(rows: entry?.paste == nil ? 4 : 8), typed: entry?.text ?? "",
      hint:
        "Columns in this order: \(columnNames.joined(separator: ", ").lowercased()). Names above them are understood. "
        + "Days as 2026-03-05 or, the month first, 3/5/2026.",
      error: errors("paste")
    ).body
  }

  private var groups: HTML {
    let typed = entry?.division ?? ""
    return more("Groups", isOpen: !typed.isEmpty || !knownDivision.isEmpty || error("division") != nil || needsDivision)
    {
      Field(
        "division", "What are the groups?", typed: typed.isEmpty ? knownDivision : typed,
        hint: "As \u{201C}language\u{201D} or \u{201C}shift\u{201D}. Lines without a group are all cases together.",
        error: error("division"))
    }
  }

  private var needsDivision: Bool { entry?.grid.problems.contains { $0.fault == .undivided } ?? false }

  /// Everything that is wrong with a field.
  private func errors(_ name: String) -> String? {
    let words = problems.filter { $0.field == name }.map(\.words)
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  private func error(_ name: String) -> String? { problems.first { $0.field == name }?.words }

  /// The measure's own words where they fit a column.
  private var numeratorName: String {
    switch measure.kind {
    case .daysBetween: "Days since the event before"
    case .casesBetween: "Cases since the event before"
    default: short(measure.numerator) ?? (measure.kind.hasDenominator ? "Numerator" : "Number")
    }
  }
  private var denominatorName: String { short(measure.denominator) ?? "Denominator" }

  private func short(_ words: String) -> String? {
    words.isEmpty || words.count > 40 ? nil : words.prefix(1).uppercased() + words.dropFirst()
  }

  private var columnNames: [String] {
    measure.kind.hasDenominator ? ["Day", numeratorName, denominatorName, "Group"] : ["Day", numeratorName, "Group"]
  }

  /// The one division that is used, if there is one.
  private var knownDivision: String {
    let names = Set(file.counts.filter { !$0.isReason }.flatMap(\.dimensions))
    return names.count == 1 ? names.first ?? "" : ""
  }

  private func shown(_ page: PageContext) -> [CountGrid.Line] {
    // Parts are shown to the measure's editors only.
    let open = file.counts.filter { !$0.isReason && ($0.strata.isEmpty || page.edits(file.measure)) }
    let division = knownDivision
    return open.filter { $0.strata.isEmpty || $0.strata.keys.first == division }.suffix(Self.mostShown).map { count in
      CountGrid.Line(
        day: count.day.description, numerator: NumberText.full(count.numerator),
        denominator: count.denominator.map(NumberText.full) ?? "", group: count.strata.first?.value ?? "")
    } + waiting(page)
  }

  /// The days of the periods to count next, so that only numbers are typed; a line left without numbers keeps nothing.
  private func waiting(_ page: PageContext) -> [CountGrid.Line] {
    guard knownDivision.isEmpty,
      let first = NextPoint(measure, counts: file.counts.filter { !$0.isReason }, today: page.today).next
    else { return [] }
    let period = measure.period
    let from = period.index(of: first)
    return (from..<from + Self.spare).map { period.start(ofIndex: $0) }.filter { $0 <= page.today }.map {
      CountGrid.Line(day: $0.description, numerator: "")
    }
  }

  private func grid(_ lines: [CountGrid.Line]) -> HTML {
    let all = lines + Array(repeating: .init(day: "", numerator: ""), count: Self.spare)
    return div(.class("scroll"), .tabIndex(0), .role("region"), .aria("label", "Counts")) {
      table(.class("grid rows")) {
        thead { tr { for name in columnNames { th(.scope(.column)) { name } } } }
        tbody { all.enumerated().map { row($0.offset, $0.element) } }
      }
    }
  }

  private func row(_ index: Int, _ line: CountGrid.Line) -> HTML {
    tr {
      cell("day", "Day", index, line.day)
      cell("numerator", numeratorName, index, line.numerator, mode: .decimal)
      if measure.kind.hasDenominator { cell("denominator", denominatorName, index, line.denominator, mode: .decimal) }
      cell("group", "Group", index, line.group)
    }
  }

  private func cell(_ name: String, _ words: String, _ index: Int, _ value: String, mode: InputMode = .text) -> HTML {
    let field = "\(name)-\(index + 1)"
    return td(.data("label", words)) {
      input(
        .type(.text), .id(field), .name(name), .value(value), .inputMode(mode),
        .aria("label", "\(words), line \(index + 1)"),
        .autocomplete("off"), .when(error(field) != nil, .aria("invalid", "true")),
        .when(error(field) != nil, .aria("describedby", "\(field)-error")))
      if let words = error(field) { span(.class("error"), .id("\(field)-error")) { words } }
    }
  }
}
