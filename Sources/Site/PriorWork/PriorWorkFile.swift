internal import Improvement
internal import Tables

/// A table of past projects and posters, read: what was understood of it, and what was not.
struct PriorWorkFile {
  private(set) var works: [PriorWork] = []
  private(set) var problems: [String] = []

  /// The names under which each column is found; the first is ours.
  private static let columns: [(name: String, words: Set<String>)] = [
    ("title", ["title", "project", "projecttitle", "name", "poster", "topic"]),
    ("about", ["about", "description", "problem", "abstract", "aim", "summary"]),
    ("place", ["place", "unit", "where", "department", "clinic", "location"]),
    ("year", ["year", "date", "presented"]),
    ("fate", ["fate", "status", "state", "outcome"]),
    ("why", ["why", "reason", "stoppedbecause", "lessons", "result"]),
    ("source", ["source", "contact", "lead", "owner", "link"]),
  ]

  /// What each column that holds words asks, where its words are looked at once more.
  static let asked = [
    ("title", "Title"), ("about", "About"), ("place", "Where"), ("why", "Why, or what came of it"),
    ("source", "Who or what can be asked"),
  ]

  /// Reads a table whose first row names its columns; only a title is needed.
  ///
  /// O(cells).
  init(_ table: Table) {
    guard table.rowCount > 1 else {
      problems = [
        "The file has no rows under its first one. Put column names in the first row, a project in each other."
      ]
      return
    }
    let names = table[0].values.map { name in name.lowercased().filter { $0.isLetter } }
    func index(_ column: String) -> Int? {
      let words = Self.columns.first { $0.name == column }?.words ?? []
      return names.firstIndex { words.contains($0) }
    }
    guard let title = index("title") else {
      problems = [
        "No column is named title (or project, name, poster, topic); found: \(table[0].values.joined(separator: ", "))."
      ]
      return
    }
    let places = Dictionary(uniqueKeysWithValues: Self.columns.map { ($0.name, index($0.name)) })
    for row in 1..<table.rowCount {
      let values = table[row].values
      func value(_ column: String) -> String {
        guard let place = places[column] ?? nil, place < values.count else { return "" }
        return values[place]
      }
      guard title < values.count, !values[title].isEmpty else {
        if values.contains(where: { !$0.isEmpty }) { problems.append("Row \(row + 1) has no title and was left out.") }
        continue
      }
      let year = value("year")
      let digits = year.split { !$0.isNumber }.first { $0.count == 4 }.flatMap { Int($0) }
      if digits == nil, !year.isEmpty {
        problems.append("Row \(row + 1), year: \u{201C}\(year)\u{201D} holds no year of four digits; kept without one.")
      }
      works.append(
        PriorWork(
          title: values[title], about: value("about"), place: value("place"), year: digits,
          fate: Self.fate(value("fate")),
          why: value("why"), source: value("source")))
    }
  }

  // MARK: Through a form

  /// The rows as fields of a form: every word of them is screened as if it were typed.
  var fields: FormFields {
    var fields = FormFields()
    for work in works {
      for (name, value) in [
        ("title", work.title), ("about", work.about), ("place", work.place),
        ("year", work.year.map { "\($0)" } ?? ""), ("fate", work.fate.rawValue), ("why", work.why),
        ("source", work.source),
      ] { fields.add(name, value) }
    }
    return fields
  }

  /// The rows that such a form brings back, some of them changed; one whose title was emptied is left out.
  init(_ fields: FormFields) {
    let columns = Dictionary(uniqueKeysWithValues: Self.columns.map { ($0.name, fields.all($0.name)) })
    for (row, title) in (columns["title"] ?? []).enumerated() {
      func value(_ column: String) -> String {
        guard let values = columns[column], row < values.count else { return "" }
        return FormFields.trimmed(values[row])
      }
      guard !FormFields.trimmed(title).isEmpty else { continue }
      works.append(
        PriorWork(
          title: value("title"), about: value("about"), place: value("place"), year: Int(value("year")),
          fate: PriorWork.Fate(rawValue: value("fate")) ?? .unknown, why: value("why"), source: value("source")))
    }
  }

  private static func fate(_ text: String) -> PriorWork.Fate {
    let text = text.lowercased()
    func says(_ words: String...) -> Bool { words.contains { text.contains($0) } }
    if says("stop", "abandon", "cancel", "drop", "withdrawn") { return .stopped }
    if says("handed", "hand over", "hand-over") { return .handedOver }
    if says("finish", "complete", "done", "published", "presented", "sustain") { return .finished }
    return says("running", "active", "ongoing", "progress", "current") ? .running : .unknown
  }
}
