internal import Improvement
internal import ProcessControl
internal import Workspaces

/// One change of a measure's counts, with what each count was before: so that it can be taken back.
///
/// Who made it, and when, is the document's own author and time. It names no value on any page: parts of a measure are
/// for its editors only.
struct CountChangeDocument: PageDocument, Equatable {
  static let collection = "count-change"
  static let words = "a change of counts"

  /// How it came.
  enum Way: String, Codable, Sendable {
    case typed, file, takenBack
  }

  /// So many, of so many.
  struct Amount: Codable, Equatable, Sendable {
    let numerator: Double
    let denominator: Double?
  }

  /// One count of a day and part: as it was, and as it became; nil where there was none.
  struct Cell: Codable, Equatable, Sendable {
    let day: Day
    let strata: [String: String]
    let before: Amount?
    let after: Amount?
  }

  /// The measure's name.
  var measure: String
  var way: Way
  /// What changed, in the order of the days.
  var cells: [Cell]
  /// Whether it was taken back, as far as it could be.
  var isTakenBack = false

  /// A measure's page tells of the change; the changes of all its counts stand on one page.
  static func page(_ id: DocumentID<CountChangeDocument>) -> Link { .improve }

  var lines: [(name: String, value: String)] {
    [("Counts", summary), ("Days", days), ("Taken back", isTakenBack ? "yes" : "no")]
  }

  /// "12 counts: 3 new, 8 replaced, 1 removed".
  var summary: String {
    let parts = [
      (cells.count { $0.before == nil }, "new"), (cells.count { $0.before != nil && $0.after != nil }, "replaced"),
      (cells.count { $0.after == nil }, "removed"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return "\(cells.count) \(cells.count == 1 ? "count" : "counts"): \(parts.joined(separator: ", "))"
  }

  /// From which day to which.
  var days: String {
    guard let first = cells.first?.day, let last = cells.last?.day else { return "" }
    return first == last ? first.words : "\(first.words) to \(last.words)"
  }

  /// Takes the change back, count by count: what was changed since by anything else stays as it is, and is named.
  static func takeBack(
    _ id: DocumentID<CountChangeDocument>, on revision: Int, in writing: Writing
  ) throws -> Flash {
    guard let kept = try writing.reading.document(id) else { throw SiteError.notFound }
    guard !kept.value.isTakenBack else { return Flash(.warn, "It was taken back already.", "Nothing changed now.") }
    guard let measure = DocumentID<MeasureDocument>(kept.value.measure),
      try writing.reading.document(measure) != nil
    else { throw SiteError.notFound }
    let now = try writing.reading.amounts(of: measure)
    let back = kept.value.cells.filter { now[CountPlace($0.day, $0.strata)] == $0.after }
    let stays = kept.value.cells.filter { now[CountPlace($0.day, $0.strata)] != $0.after }
    var document = kept.value
    document.isTakenBack = true
    // Stale, or another member's: refused here, before a count is touched.
    try writing.write(document, to: id, on: revision)
    let counts = back.compactMap { cell in
      cell.before.map { PeriodCount(cell.day, $0.numerator, of: $0.denominator, strata: cell.strata) }
    }
    let gone = back.filter { $0.before == nil }.map { PeriodCount($0.day, 0, strata: $0.strata) }
    let made = try writing.change(counts, without: gone, of: measure, way: .takenBack)
    let words = "\(back.count) \(back.count == 1 ? "count is" : "counts are") as before."
    let undo = made.map { Flash.Undo(collection: collection, id: $0.id.description, revision: $0.revision) }
    guard let one = stays.first else { return Flash(.good, "Taken back.", words, undo: undo) }
    let rest = stays.count == 1 ? "That of \(one.day.words)" : "\(stays.count) from \(one.day.words) on"
    return Flash(.warn, "Taken back in part.", "\(words) \(rest) changed meanwhile and stayed.", undo: undo)
  }
}

/// Which count of a measure.
struct CountPlace: Hashable {
  let day: Day
  let strata: [String: String]

  init(_ day: Day, _ strata: [String: String]) { (self.day, self.strata) = (day, strata) }
}

extension Reading {
  /// The counts of a measure by their places.
  func amounts(of measure: DocumentID<MeasureDocument>) throws -> [CountPlace: CountChangeDocument.Amount] {
    try counts(of: measure).reduce(into: [:]) { amounts, count in
      amounts[CountPlace(count.day, count.strata)] = .init(numerator: count.numerator, denominator: count.denominator)
    }
  }

  /// The changes of a measure's counts, newest first.
  func countChanges(of measure: DocumentID<MeasureDocument>) throws -> [Kept<CountChangeDocument>] {
    try documents(CountChangeDocument.self).filter { $0.value.measure == measure.description }.reversed()
  }
}

extension Writing {
  /// Records counts of a measure and removes others, in this one transaction, and keeps what they were before.
  ///
  /// An editor may change every count; others add counts, and change those that they added themselves.
  ///
  /// - Returns: The change; nil when everything was so already.
  /// - Throws: ``CountsOfOthers`` when it would change a count that another added: nothing is then changed.
  func change(
    _ counts: [PeriodCount], without gone: [PeriodCount], of measure: DocumentID<MeasureDocument>,
    way: CountChangeDocument.Way
  ) throws -> Kept<CountChangeDocument>? {
    if let others = try reading.countsOfOthers(counts, without: gone, of: measure, for: seat) { throw others }
    let before = try reading.amounts(of: measure)
    try remove(gone, of: measure)
    try record(counts, of: measure)
    let after = try reading.amounts(of: measure)
    let cells = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
      .sorted { one, other in
        one.day != other.day
          ? one.day < other.day : one.strata.sorted(by: <).description < other.strata.sorted(by: <).description
      }
      .map { CountChangeDocument.Cell(day: $0.day, strata: $0.strata, before: before[$0], after: after[$0]) }
    guard !cells.isEmpty else { return nil }
    return try create(CountChangeDocument(measure: measure.description, way: way, cells: cells))
  }
}

extension PageContext {
  /// "Saved.", with how many counts, and a way to take them back.
  func saved(_ change: Kept<CountChangeDocument>?) -> Flash {
    guard let change else { return Flash(.good, "Saved.", "Every count was so already.") }
    return saved(change, "\(change.value.summary).")
  }
}
