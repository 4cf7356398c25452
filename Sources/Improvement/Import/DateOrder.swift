public import ProcessControl

/// Which of the two numbers of 3/5/2026 is the month.
public enum DateOrder: String, Codable, Hashable, Sendable, CaseIterable {
  /// The American way: March 5.
  case monthFirst = "month"
  /// The way of most other countries: May 3.
  case dayFirst = "day"

  /// "month first".
  public var words: String {
    switch self {
    case .monthFirst: "month first"
    case .dayFirst: "day first"
    }
  }

  /// The other one.
  public var other: DateOrder { self == .monthFirst ? .dayFirst : .monthFirst }
}

/// How the days of a column were read, so that it can be said before anything is kept.
public struct DateReading: Hashable, Sendable {
  /// A date as it stands in a line.
  public struct Sample: Hashable, Sendable {
    public let text: String
    /// Counted from 1.
    public let line: Int
  }

  /// A date with two readings, and the one that was taken.
  public struct Example: Hashable, Sendable {
    public let sample: Sample
    public let day: Day
  }

  /// What decided the order.
  public enum Reason: Hashable, Sendable {
    /// A person said so.
    case told
    /// This date has no other reading.
    case shown(Sample)
    /// All days are then of this kind, as "Mondays", and are not the other way.
    case regular(String)
    /// Nothing: the month is taken to stand first, as Americans write it.
    case assumed
  }

  /// The order in which they were read.
  public let order: DateOrder
  public let reason: Reason
  /// The first date that could be read both ways, and the day it was read as; nil when there is none.
  public let example: Example?
  /// How many dates have no reading in this order but one in the other.
  public let misfits: Int

  /// Whether a date can be read both ways and nothing says which is right.
  public var isOpen: Bool { reason == .assumed }

  /// How the dates were read, as a sentence.
  public var sentence: String {
    guard let example else {
      guard case .shown(let sample) = reason, let day = EventDay.read(sample.text, order) else { return "" }
      return "Dates were read \(order.words): \(sample.text) in line \(sample.line) is \(day.written)."
    }
    let read = "\(example.sample.text) was read as \(example.day.written): \(order.words)"
    switch reason {
    case .told: return "\(read), as you chose."
    case .shown(let sample): return "\(read), because line \(sample.line) has \(sample.text)."
    case .regular(let words): return "\(read), because all days are then \(words)."
    case .assumed:
      let other = EventDay.read(example.sample.text, order.other)?.written ?? ""
      return "\(example.sample.text) can be read both ways: as \(example.day.written) or as \(other). "
        + "Nothing here says which is meant; it was read \(order.words)."
    }
  }
}

/// Reads the days of a column in one order and gathers what speaks for each.
///
/// O(1) for each date; at most 400 different days are remembered.
struct DayReader {
  /// The order in which days are read.
  let order: DateOrder
  private let isTold: Bool
  /// Dates with one reading only, by its order: how many, and the first as its row and text.
  private var decided: [DateOrder: (count: Int, row: Int, text: String)] = [:]
  /// The first date with two different readings.
  private var open: (row: Int, text: String)?
  private var days: Set<SlashedDate> = []
  private static let mostDays = 400

  /// A reader in the order told, or the American way until ``better`` says otherwise.
  init(told: DateOrder?, trying order: DateOrder = .monthFirst) {
    self.order = told ?? order
    isTold = told != nil
  }

  /// The day that a text says.
  mutating func read(_ text: String, row: Int) -> Day? {
    switch EventDay.written(text) {
    case .clear(let day)?: return day
    case nil: return nil
    case .slashed(let date)?:
      let day = date.day(order)
      if date.first != date.second {
        let other = date.day(order.other)
        switch (day, other) {
        case (.some, .some): if open == nil { open = (row, text) }
        case (.some, nil): decide(order, row, text)
        case (nil, .some): decide(order.other, row, text)
        case (nil, nil): break
        }
      }
      if days.count < Self.mostDays { days.insert(date) }
      return day
    }
  }

  /// Whether the text has a day, but in the other order only.
  func isMisfit(_ text: String) -> Bool {
    guard case .slashed(let date)? = EventDay.written(text) else { return false }
    return date.day(order) == nil && date.day(order.other) != nil
  }

  private mutating func decide(_ order: DateOrder, _ row: Int, _ text: String) {
    decided[order, default: (0, row, text)].count += 1
  }

  /// The order that fits better than the one used; nil where this one is right or told.
  var better: DateOrder? {
    guard !isTold else { return nil }
    let (mine, others) = (decided[order]?.count ?? 0, decided[order.other]?.count ?? 0)
    if mine != others { return others > mine ? order.other : nil }
    if mine == 0, regularity(order) == nil, regularity(order.other) != nil { return order.other }
    return order == .monthFirst || mine == 0 ? nil : .monthFirst
  }

  /// How the days were read; nil when every one had its year first.
  ///
  /// `line` gives the line of a row, counted from 1.
  func reading(line: (Int) -> Int) -> DateReading? {
    guard open != nil || !decided.isEmpty else { return nil }
    func sample(_ row: Int, _ text: String) -> DateReading.Sample {
      .init(text: String(CountWord.trimmed(text).prefix { !$0.isWhitespace }), line: line(row))
    }
    let reason: DateReading.Reason
    if isTold {
      reason = .told
    } else if let shown = decided[order] {
      reason = .shown(sample(shown.row, shown.text))
    } else if let words = regularity(order), regularity(order.other) == nil {
      reason = .regular(words)
    } else {
      reason = .assumed
    }
    let example = open.flatMap { open in
      EventDay.read(open.text, order).map { DateReading.Example(sample: sample(open.row, open.text), day: $0) }
    }
    return DateReading(order: order, reason: reason, example: example, misfits: decided[order.other]?.count ?? 0)
  }

  /// What all days are in that order, as "Mondays"; nil for fewer than three days and for no such rule.
  private func regularity(_ order: DateOrder) -> String? {
    guard days.count >= 3, days.count < Self.mostDays else { return nil }
    let read = days.compactMap { $0.day(order) }
    guard read.count == days.count else { return nil }
    if read.allSatisfy({ $0.parts.day == 1 }) { return "the first of a month" }
    let names = ["Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays"]
    guard let first = read.first?.weekday, read.allSatisfy({ $0.weekday == first }) else { return nil }
    return names[first - 1]
  }
}
