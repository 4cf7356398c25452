internal import Improvement
internal import ProcessControl
internal import Workspaces

/// The taps of a day on a measure, as they are kept.
struct TapSheetDocument: PageDocument, Equatable {
  static let collection = "taps"
  static let words = "a day's tally"

  var sheet: TapSheet

  static func page(_ id: DocumentID<TapSheetDocument>) -> Link {
    .tally(id: String(id.description.prefix { $0 != "." }))
  }

  var lines: [(name: String, value: String)] {
    let totals = sheet.totals
    return [("Day", sheet.day.description), ("Events", "\(totals.events)"), ("Others", "\(totals.others)")]
  }

  /// One sheet a measure and day.
  static func id(_ measure: DocumentID<MeasureDocument>, _ day: Day) -> DocumentID<TapSheetDocument>? {
    DocumentID("\(measure.description).\(day)")
  }
}

extension Writing {
  /// Takes taps into their days' sheets and adds what was new to the measure's counts, in this one transaction.
  func take(_ taps: [TallyTap], of kept: Kept<MeasureDocument>) throws {
    let measure = kept.value.measure
    for (day, taps) in Dictionary(grouping: taps, by: \.day).sorted(by: { $0.key < $1.key }) {
      guard let id = TapSheetDocument.id(kept.id, day) else { continue }
      let before = try reading.document(id)
      var sheet = before?.value.sheet ?? TapSheet(of: MeasureID(rawValue: kept.id.description), on: day)
      let old = sheet.count(for: measure.kind)
      for tap in taps { sheet.take(tap.name, tap.kind, isUndone: tap.isUndone) }
      let new = sheet.count(for: measure.kind)
      let document = TapSheetDocument(sheet: sheet)
      if let before { try write(document, to: id, on: before.revision) } else { try create(document, as: id) }
      guard new != old else { continue }
      let start = measure.period.start(of: day)
      let counted = try reading.counts(of: kept.id).first { $0.day == start && $0.strata.isEmpty }
      let denominator = new.denominator.map { ($0 - (old.denominator ?? 0)) + (counted?.denominator ?? 0) }
      try record(
        [PeriodCount(start, (counted?.numerator ?? 0) + new.numerator - old.numerator, of: denominator)], of: kept.id)
    }
  }
}

/// A tap as a phone sends it: `name kind day`, a kind of `undo-event` or `undo-other` takes it back.
struct TallyTap: Sendable {
  let name: String
  let kind: TapSheet.Kind
  let isUndone: Bool
  let day: Day

  /// Reads one line; nil if it is none, or of a day that a phone could not have been without a network since.
  init?(_ line: some StringProtocol, today: Day) {
    let words = line.split(separator: " ")
    guard words.count == 3, TapSheet.isName(String(words[0])), let day = Day(iso: words[2]) else { return nil }
    guard day <= today.adding(1), day >= today.adding(-60) else { return nil }
    let isUndone = words[1].hasPrefix("undo-")
    guard let kind = TapSheet.Kind(rawValue: String(isUndone ? words[1].dropFirst(5) : words[1])) else { return nil }
    name = String(words[0])
    self.kind = kind
    self.isUndone = isUndone
    self.day = day
  }
}
