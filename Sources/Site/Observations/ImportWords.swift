internal import Improvement
internal import Markup
internal import Pictures
internal import ProcessControl

/// What a file said, in sentences.
struct ImportWords {
  private let read: CountImport
  private let measure: ProjectMeasure

  init(_ read: CountImport, _ measure: ProjectMeasure) {
    self.read = read
    self.measure = measure
  }

  /// How many rows make how many periods, which were kept by the filter, and which say nothing.
  var told: String {
    let whole = read.counts.filter(\.strata.isEmpty)
    let noun = measure.kind.isPeriodic ? measure.period.rawValue : "event"
    let span = [whole.first, whole.last].compactMap { $0?.day.pictured?.longText }
    var text = ""
    if let filter {
      text += "\(number(read.kept)) of \(number(read.rows)) rows have \(filter); the others are left out. "
    }
    text +=
      "\(number(read.used)) of \(number(read.kept)) rows make \(number(whole.count)) \(noun)\(whole.count == 1 ? "" : "s")"
    if span.count == 2 { text += ", from \(span[0]) to \(span[1])" }
    text += "."
    if let missing { text += " \(missing)" }
    return text
  }

  /// How many rows say nothing: "14 of 1,204 rows have no number: left out".
  private var missing: String? {
    guard read.missing > 0 else { return nil }
    let what = read.columns.threshold == nil ? "numerator" : "number"
    var text = "\(number(read.missing)) of \(number(read.kept)) rows \(read.missing == 1 ? "has" : "have") no \(what)"
    if !read.unreadable.isEmpty {
      text +=
        " (\(read.unreadable.map { "\u{201C}\($0)\u{201D}" }.joined(separator: ", ")) \(read.unreadable.count == 1 ? "is" : "are") none)"
    }
    return text + ": left out."
  }

  /// "“4 West” in “Unit”"; nil when all rows are read.
  var filter: String? {
    read.columns.filter.map { "\u{201C}\($0.value)\u{201D} in \u{201C}\(read.headers[$0.column])\u{201D}" }
  }

  /// What makes a case count.
  var counting: String {
    guard let column = read.columns.numerator else { return "each row" }
    let name = read.headers[column]
    if let threshold = read.columns.threshold { return "\(name): \(threshold.words)" }
    return read.columns.counted.isEmpty ? name : "\(name): \(read.columns.counted)"
  }

  private func number(_ value: Int) -> String { NumberText.grouped(value) }
}
