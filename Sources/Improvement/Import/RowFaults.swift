internal import ProcessControl

/// Why a row of a table, or a typed line, cannot be counted.
public enum RowFault: Hashable, Sendable {
  /// No day.
  case date
  /// A day in the other order only.
  case dateOrder(DateOrder)
  /// The period, or the day of an event, has not begun; `today` as year, month and day.
  case future(period: String, today: String)
  /// Neither yes nor no nor a number.
  case answer
  /// No number.
  case number
  /// No number of 0 or more.
  case amount
  /// No number above 0.
  case interval
  /// Each row is one case, and this one is neither 0 nor 1.
  case share
  /// More than it is of.
  case excess
  /// The period and group stand there twice.
  case twice(period: String)
  /// A second event of one day, of a measure that keeps a number for each event.
  case sameDay
  /// A number that is not the days since the event before.
  case gap
  /// One event, and none before it.
  case alone
  /// A group where nobody said what the groups are.
  case undivided

  /// "12 dates could not be read".
  func head(_ count: Int) -> String {
    func many(_ one: String, _ more: String) -> String { "\(count) \(count == 1 ? one : more)" }
    return switch self {
    case .date: many("date could not be read", "dates could not be read")
    case .dateOrder(let order):
      many("date has no month when read \(order.words)", "dates have no month when read \(order.words)")
    case .future(let period, _):
      many("line is of a \(period) that has not begun", "lines are of \(period)s that have not begun")
    case .answer: many("cell says neither yes nor no", "cells say neither yes nor no")
    case .number: many("cell holds no number", "cells hold no number")
    case .amount: many("cell holds no number of 0 or more", "cells hold no number of 0 or more")
    case .interval: many("cell holds no number above 0", "cells hold no number above 0")
    case .share: many("number is neither 0 nor 1", "numbers are neither 0 nor 1")
    case .excess: many("number is more than what it is of", "numbers are more than what they are of")
    case .twice(let period):
      many("line repeats a \(period) and group", "lines repeat a \(period) and group")
    case .sameDay: many("line repeats a day", "lines repeat a day")
    case .gap: many("number is not the days since the event before", "numbers are not the days since the event before")
    case .alone: many("event stands alone", "events stand alone")
    case .undivided: many("line names a group", "lines name a group")
    }
  }

  /// What would have been right, or what to do.
  var remedy: String {
    switch self {
    case .date: "expected 2026-03-05 or 3/5/2026"
    case .dateOrder(let order):
      "expected \(order == .monthFirst ? "3/25/2026" : "25/3/2026") or 2026-03-25, or say that they are \(order.other.words)"
    case .future(_, let today): "today is \(today): bring them when they have begun"
    case .answer: "expected yes or no, or a number; or write which word counts"
    case .number: "expected a number, as 12 or 1,250"
    case .amount: "expected a number, 0 or more"
    case .interval: "two events on one day: write the part of a day, as 0.5"
    case .share: "each row is one case: say from which number on it counts, or which column says of how many"
    case .excess: "expected at most the number it is of"
    case .twice: "keep one line for each, or say in which group each is"
    case .sameDay: "one number a day is kept; events that often share a day are better counted by week"
    case .gap: "leave the numbers out, and they are counted from the days"
    case .alone: "it only starts the clock: bring the next one too"
    case .undivided: "say in the field for groups what they are, as \u{201C}language\u{201D}"
    }
  }
}

/// What could not be counted, grouped by kind: one sentence for a hundred dates rather than a hundred sentences.
///
/// O(1) for each fault.
public struct RowFaults: Hashable, Sendable {
  /// Faults of one kind in one column.
  public struct Group: Hashable, Sendable {
    public let fault: RowFault
    /// The column's name; empty where there is but one.
    public let column: String
    public fileprivate(set) var count = 0
    /// The first lines, counted from 1.
    public fileprivate(set) var lines: [Int] = []
    /// The first different values, cut short.
    public fileprivate(set) var values: [String] = []

    /// The group as a sentence.
    ///
    /// For example `12 dates could not be read: lines 3, 7, 9 and 9 more, as "soon"; expected 2026-03-05 or 3/5/2026.`
    public var sentence: String {
      var text = fault.head(count)
      if !column.isEmpty { text += " (column \u{201C}\(column)\u{201D})" }
      let more = count - lines.count
      var places = lines.map { "\($0)" }
      if more > 0 { places.append("\(Wording.number(Double(more))) more") }
      text += ": line\(count == 1 ? "" : "s") \(Wording.list(places))"
      if !values.isEmpty { text += ", as " + values.map { "\u{201C}\($0)\u{201D}" }.joined(separator: ", ") }
      return text + "; \(fault.remedy)."
    }
  }

  /// In the order in which each kind was first met.
  public private(set) var groups: [Group] = []
  private var places: [Key: Int] = [:]

  /// At most so many lines of a kind are named, and so many of its values.
  private static let mostLines = 8
  private static let mostValues = 3

  private struct Key: Hashable {
    let fault: RowFault
    let column: String
  }

  public init() {}

  /// How many there are.
  public var count: Int { groups.reduce(0) { $0 + $1.count } }
  public var isEmpty: Bool { groups.isEmpty }

  /// Adds one.
  ///
  /// Its line is counted from 1, and asked for only as long as lines are named; an empty value shows nothing of it.
  mutating func add(_ fault: RowFault, column: String = "", line: @autoclosure () -> Int, value: String = "") {
    let key = Key(fault: fault, column: column)
    let place = places[key] ?? groups.count
    if place == groups.count {
      places[key] = place
      groups.append(Group(fault: fault, column: column))
    }
    groups[place].count += 1
    if groups[place].lines.count < Self.mostLines { groups[place].lines.append(line()) }
    let shown = CountWord.shown(value)
    if !shown.isEmpty, groups[place].values.count < Self.mostValues, !groups[place].values.contains(shown) {
      groups[place].values.append(shown)
    }
  }
}
