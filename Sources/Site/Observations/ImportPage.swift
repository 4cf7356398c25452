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
  var told: ToldColumns?
  var problems: [(field: String, words: String)] = []
  /// Counts that wait for a tick, when the form came back without it.
  var waiting: (text: String, leftOut: String)?

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
        confirmation(page, text: waiting.text, leftOut: waiting.leftOut)
      } else if let read {
        preview(read, page)
      } else {
        p(.class("lede")) {
          "A CSV or Excel file: one row for each case, or counts for each \(measure.period.rawValue). Rows are added up on "
          "reading; the file is not kept."
        }
        chooser(page)
        CaseRoutes.practiceFile
      }
    }
  }

  // MARK: Choosing

  private func chooser(_ page: PageContext, changes read: CountImport? = nil) -> HTML {
    page.writing(to: .measureImport(id: id), sendsFiles: true, named: "upload") {
      if let read { roles(read) }
      Field(
        "file", read == nil ? "The file" : "The same file again", control: .file(accepts: ".csv,.tsv,.txt,.xlsx"),
        hint: read == nil
          ? "\(page.site.options.fileLimit / 1_000_000) MB at most. The first row names the columns."
          : "It was not kept, so it must be chosen again.",
        error: problems.first { $0.field == "file" }?.words)
      actions { SubmitButton(read == nil ? "Read it" : "Read it this way", style: read == nil ? .primary : .quiet) }
    }
  }

  @HTMLBuilder private func roles(_ read: CountImport) -> HTML {
    let barred = Set(read.suspects.map(\.index))
    let open = read.headers.enumerated().filter { !$0.element.isEmpty && !barred.contains($0.offset) }.map(\.element)
    let any: [(value: String, words: String)] = [("", "None")] + open.map { ($0, $0) }
    let columns = read.columns
    let name = { (index: Int?) in index.map { read.headers[$0] } ?? "" }
    Field(
      "day-column", "The day", control: .selection([("", "Choose")] + days(read)), typed: told?.day ?? name(columns.day)
    )
    Field(
      "numerator-column", measure.kind.hasDenominator ? "What counts (numerator)" : "The number",
      control: .selection(any), typed: told?.numerator ?? name(columns.numerator),
      hint: "Yes or no for each case, or a count.")
    Field(
      "counted", "The word that counts", typed: columns.counted,
      hint: "If it is not yes, true or 1."
        + (read.words.isEmpty ? "" : " Found: \(read.words.joined(separator: ", "))."))
    if measure.kind.hasDenominator {
      Field(
        "denominator-column", "Of how many (denominator)", control: .selection(any),
        typed: told?.denominator ?? name(columns.denominator), hint: "None: each row is one case.")
    }
    ChoiceField(
      "group-column", "Groups", choices: open.map { .init($0, $0) },
      chosen: Set(told?.groups ?? columns.groups.map { read.headers[$0] }), allowsSeveral: true,
      hint: "What the cases are told apart by; \(CountColumns.mostDivisions) at most, each by itself.")
    Field(
      "reason-column", "The reason of an event", control: .selection(any), typed: told?.reason ?? name(columns.reason))
  }

  private func days(_ read: CountImport) -> [(value: String, words: String)] {
    let never = Set(read.suspects.filter { $0.kind != .date }.map(\.index))
    return read.headers.enumerated().filter { !$0.element.isEmpty && !never.contains($0.offset) }.map {
      ($0.element, $0.element)
    }
  }

  // MARK: Preview

  @HTMLBuilder private func preview(_ read: CountImport, _ page: PageContext) -> HTML {
    let errors = read.findings.filter { $0.severity == .error }
    if read.counts.isEmpty {
      FlashMessage(.bad, "Nothing can be counted yet.", errors.first?.description ?? firstRemedy(read))
      suspects(read)
      chooser(page, changes: read)
    } else {
      p(.class("lede")) { told(read) }
      suspects(read)
      findings(read)
      understood(read)
      divisions(read)
      confirmation(
        page, text: CountText.write(read.counts), leftOut: read.suspects.map(\.header).joined(separator: ", "))
      more("Read the columns another way") { chooser(page, changes: read) }
    }
  }

  private func firstRemedy(_ read: CountImport) -> String {
    read.words.isEmpty
      ? read.findings.first?.description ?? "No row holds a case."
      : "The numerator says \(read.words.joined(separator: ", ")): write below which word counts."
  }

  private func told(_ read: CountImport) -> String {
    let whole = read.counts.filter(\.strata.isEmpty)
    let noun = measure.kind.isPeriodic ? measure.period.rawValue : "event"
    let span = [whole.first, whole.last].compactMap { $0?.day.pictured?.longText }
    var text =
      "\(number(read.used)) of \(number(read.rows)) rows make \(number(whole.count)) \(noun)\(whole.count == 1 ? "" : "s")"
    if span.count == 2 { text += ", from \(span[0]) to \(span[1])" }
    text += "."
    if read.missing > 0 { text += " \(number(read.missing)) rows have no numerator and are left out." }
    return text
  }

  /// Whole numbers in groups of three, others with all their digits.
  private func said(_ value: Double) -> String {
    abs(value) < 1e12 && value == value.rounded() ? number(Int(value)) : NumberText.full(value)
  }

  private func number(_ value: Int) -> String { NumberText.grouped(value) }

  @HTMLBuilder private func suspects(_ read: CountImport) -> HTML {
    if !read.suspects.isEmpty {
      section(.class("flash flash-warn"), .aria("labelledby", "suspects")) {
        h2(.id("suspects")) { "Columns that may identify patients" }
        p { "Their values were not used, and nothing of them is kept. It goes on only without them." }
        ul {
          for suspect in read.suspects {
            li {
              b { suspect.header }
              " (\(suspect.kind.rawValue)): \(suspect.reason)"
            }
          }
        }
      }
    }
  }

  @HTMLBuilder private func findings(_ read: CountImport) -> HTML {
    if !read.findings.isEmpty {
      more("\(read.findings.count) rows or columns could not be read", isOpen: read.findings.count <= 5) {
        ul { read.findings.map { finding in li { finding.description } } }
      }
    }
  }

  private func understood(_ read: CountImport) -> HTML {
    let columns = read.columns
    func named(_ index: Int?, otherwise words: String) -> HTML { HTML { index.map { read.headers[$0] } ?? words } }
    let groups = columns.groups.map { read.headers[$0] }.joined(separator: ", ")
    let isOf = measure.kind.hasDenominator
    return SummaryList(
      entries: [
        .init("The day", named(columns.day, otherwise: "none")),
        .init("What counts", named(columns.numerator, otherwise: "each row")),
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
    return RowsTable(
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

  private func confirmation(_ page: PageContext, text: String, leftOut: String) -> HTML {
    page.writing(to: .measureCounts(id: id)) {
      textarea(.name("counts"), .hidden(true), .aria("label", "Counts"), .readOnly(true)) { text }
      page.hidden("left-out", leftOut)
      if !leftOut.isEmpty {
        ChoiceField(
          "without", "Go on without these columns?", choices: [.init("yes", "Yes, without \(leftOut)")],
          allowsSeveral: true, error: problems.first { $0.field == "without" }?.words)
      }
      actions { SubmitButton("Keep these counts") }
      p(.class("small")) {
        "Counts of the same \(measure.period.rawValue)s are replaced; others stay. Nothing is kept before you press."
      }
    }
  }
}
