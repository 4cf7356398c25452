internal import Improvement
internal import Tables

/// The columns as a form says them, with what was typed.
struct ImportChoice {
  let columns: ToldColumns
  /// As chosen and typed.
  let comparison: String
  let threshold: String
  /// What does not go together, by its field.
  let problems: [(field: String, words: String)]

  /// Nil when nothing was chosen, so that the columns are guessed.
  init?(_ form: FormFields) {
    guard form.has("day-column") else { return nil }
    var problems: [(field: String, words: String)] = []
    comparison = form["comparison"]
    threshold = form["threshold"]
    let number = DecimalText.double(threshold.filter { $0 != "," }).flatMap { $0.isFinite ? $0 : nil }
    let way = CountThreshold.Comparison(rawValue: comparison)
    if way != nil, number == nil { problems.append(("threshold", "Write the number, as 240.")) }
    if way == nil, !threshold.isEmpty {
      problems.append(("comparison", "Choose whether more or less than \(threshold) counts."))
    }
    if !form["filter-column"].isEmpty, form["filter-value"].isEmpty {
      problems.append(
        ("filter-value", "Write what \u{201C}\(form["filter-column"])\u{201D} says in the rows to keep."))
    }
    columns = ToldColumns(
      day: form["day-column"], numerator: form["numerator-column"], denominator: form["denominator-column"],
      reason: form["reason-column"], groups: form.all("group-column"), counted: form["counted"],
      threshold: way.flatMap { way in number.map { CountThreshold(way, $0) } }, filterColumn: form["filter-column"],
      filterValue: form["filter-value"], order: DateOrder(rawValue: form["date-order"]))
    self.problems = problems
  }

  /// The columns as they were the last time.
  init(_ columns: ToldColumns) {
    self.columns = columns
    comparison = columns.threshold?.comparison.rawValue ?? ""
    threshold = columns.threshold.map { NumberText.full($0.value) } ?? ""
    problems = []
  }

  /// The columns as fields: they go through the form that keeps the counts, so that the next file is read the same way.
  static func fields(_ columns: ToldColumns) -> [(name: String, value: String)] {
    [
      ("day-column", columns.day), ("numerator-column", columns.numerator),
      ("denominator-column", columns.denominator), ("reason-column", columns.reason), ("counted", columns.counted),
      ("comparison", columns.threshold?.comparison.rawValue ?? ""),
      ("threshold", columns.threshold.map { NumberText.full($0.value) } ?? ""),
      ("filter-column", columns.filterColumn), ("filter-value", columns.filterValue),
      ("date-order", columns.order?.rawValue ?? ""),
    ] + columns.groups.map { ("group-column", $0) }
  }
}
