internal import Improvement
internal import ProcessControl
internal import Workspaces

/// How charts are reviewed for a measure, as it is kept: one to a measure, under the measure's id.
struct ReviewDocument: PageDocument, Equatable {
  static let collection = "chart-review"
  static let words = "a chart review"

  var review: ChartReview

  static func page(_ id: DocumentID<ReviewDocument>) -> Link { .chartReview(id: id.description) }

  var lines: [(name: String, value: String)] {
    [
      ("Items", review.items.joined(separator: "; ")), ("Reasons", review.reasons.joined(separator: "; ")),
      ("Counted", review.rule.words), ("Not documented", review.silence.words),
      ("Charts read", review.plan.words),
    ]
  }
}

/// The charts drawn for one period.
struct ReviewDrawDocument: PageDocument, Equatable {
  static let collection = "review-draw"
  static let words = "a period of a chart review"

  var draw: ReviewDraw

  /// Another draw of the same period is told from the first.
  var acts: [Act] { [Act("Drawn: \(draw.numbers.count) of \(draw.listed) charts")] }

  static func page(_ id: DocumentID<ReviewDrawDocument>) -> Link {
    let parts = id.description.split(separator: ".")
    return .reviewPeriod(id: String(parts.first ?? ""), day: String(parts.last ?? ""))
  }

  var lines: [(name: String, value: String)] {
    [
      ("Period from", draw.start.description), ("Charts listed", "\(draw.listed)"),
      ("Drawn", draw.numbers.map { "\($0)" }.joined(separator: ", ")),
    ]
  }

  /// One draw a measure and period.
  static func id(_ measure: DocumentID<MeasureDocument>, _ start: ProcessControl.Day) -> DocumentID<ReviewDrawDocument>?
  {
    DocumentID("\(measure.description).\(start)")
  }
}

/// What one member read of one period.
struct ReviewPagesDocument: PageDocument, Equatable {
  static let collection = "review-pages"
  static let words = "what you read of a chart review"

  var pages: ReviewPages

  static func page(_ id: DocumentID<ReviewPagesDocument>) -> Link {
    .chartReview(id: String(id.description.prefix { $0 != "." }))
  }

  var lines: [(name: String, value: String)] {
    [
      ("Period from", pages.start.description), ("Read first", "\(pages.first.count)"),
      ("Read second", "\(pages.second.count)"),
    ]
  }
}

/// Everything of one measure's chart review, read in one look.
struct ReviewFile: Sendable {
  let measure: Kept<MeasureDocument>
  let review: Kept<ReviewDocument>?
  /// By period, the latest last.
  let sheets: [ReviewSheet]

  /// Nil if there is no such measure, or it is none that can be counted so.
  init?(_ id: DocumentID<MeasureDocument>, in reading: Reading) throws {
    guard let measure = try reading.document(id), measure.value.measure.canBeReviewed else { return nil }
    self.measure = measure
    review = try DocumentID<ReviewDocument>(id.description).flatMap { try reading.document($0) }
    let pages = try reading.documents(ReviewPagesDocument.self).map(\.value.pages)
      .filter { $0.measure.rawValue == id.description }
    sheets = try reading.documents(ReviewDrawDocument.self).map(\.value.draw)
      .filter { $0.review.measure.rawValue == id.description }.sorted { $0.start < $1.start }
      .map { draw in ReviewSheet(draw, pages: pages.filter { $0.start == draw.start }) }
  }

  var id: String { measure.id.description }

  /// The sheet of the period that begins on a day.
  func sheet(_ day: String) -> ReviewSheet? { sheets.first { $0.draw.start.description == day } }
}

/// What became of a reading that was sent.
enum ReviewTaking: Sendable {
  case kept
  /// Another member has read that chart at that turn.
  case readByAnother
}

extension Writing {
  /// Keeps a member's reading of a chart and sets the period's counts of the measure by all that was read, in this one
  /// transaction.
  func take(
    _ answer: ReviewReading, of number: Int, turn: ReviewTurn, on start: ProcessControl.Day, for file: ReviewFile
  ) throws -> ReviewTaking {
    let member = seat.member.id.rawValue
    guard let fresh = try ReviewFile(file.measure.id, in: reading), let sheet = fresh.sheet(start.description),
      let id = DocumentID<ReviewPagesDocument>("\(file.id).\(start).\(member)")
    else { throw SiteError.notFound }
    if let there = sheet.readings(turn)[number], there.reader != member { return .readByAnother }
    let kept = try reading.document(id)
    var pages = kept?.value.pages ?? ReviewPages(of: sheet.draw.review.measure, start: start)
    var answer = answer
    answer.reader = member
    pages.take(answer, of: number, turn: turn)
    try keep(ReviewPagesDocument(pages: pages), as: id, on: kept?.revision ?? 0)
    if let read = try ReviewFile(file.measure.id, in: reading)?.sheet(start.description) {
      try set(read.counts, on: start, of: file.measure.id)
    }
    return .kept
  }

  /// Sets what a period counts: of all together and by reason; other strata of the period stay.
  private func set(
    _ counts: [PeriodCount], on start: ProcessControl.Day, of measure: DocumentID<MeasureDocument>
  ) throws {
    try remove(
      try reading.counts(of: measure).filter { old in
        old.day == start && (old.strata.isEmpty || old.isReason) && !counts.contains { $0.strata == old.strata }
      }, of: measure)
    try record(counts, of: measure)
  }
}

extension PageContext {
  /// The chart review of the measure that the address names; not found where there can be none.
  func reviewFile() async throws -> ReviewFile {
    guard let id = DocumentID<MeasureDocument>(parameters["id"] ?? ""),
      let file = try await read({ try ReviewFile(id, in: $0) }) ?? nil
    else { throw SiteError.notFound }
    return file
  }
}
