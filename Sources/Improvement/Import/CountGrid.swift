public import ProcessControl

/// Counts as they are typed in a grid: day, numerator, denominator, group.
///
/// What is pasted becomes such lines first, see ``CountPaste``.
public struct CountGrid: Sendable {
  /// One line as typed.
  public struct Line: Hashable, Sendable {
    public var day: String
    public var numerator: String
    public var denominator: String
    public var group: String
    /// Whether a day alone is an event here, and not a count whose numbers were emptied: so it is in a paste.
    public var isEvent = false

    public init(day: String, numerator: String, denominator: String = "", group: String = "") {
      self.day = day
      self.numerator = numerator
      self.denominator = denominator
      self.group = group
    }

    /// Whether nothing was typed.
    public var isEmpty: Bool { [day, numerator, denominator, group].allSatisfy { $0.allSatisfy(\.isWhitespace) } }
  }

  /// Which cell of a line is wrong.
  public enum Cell: String, Sendable, CaseIterable {
    case day, numerator, denominator, group
  }

  /// One thing wrong: the line counted from 0, its cell, and what to do.
  public struct Problem: Hashable, Sendable {
    public let line: Int
    public let cell: Cell
    public let fault: RowFault
    /// For the cell alone; lines are told by ``RowFaults``.
    public let words: String
  }

  /// What is to be kept.
  public private(set) var counts: [PeriodCount] = []
  /// Days and strata whose numbers were emptied.
  public private(set) var removals: [PeriodCount] = []
  public private(set) var problems: [Problem] = []

  /// Reads typed lines; empty ones are passed over.
  ///
  /// - Parameters:
  ///   - lines: As typed, in order.
  ///   - measure: What is counted.
  ///   - division: What the groups are, as "language".
  ///   - today: A period that begins after it, or an event after it, is refused; nil refuses none.
  ///   - kept: What is kept already; asked only between events, where a day without a number is an event, and its number
  ///     the days since the event before.
  /// - Complexity: O(lines log lines)
  public init(
    _ lines: [Line], for measure: ProjectMeasure, division: String, today: Day? = nil, kept: [PeriodCount] = []
  ) {
    let division = CountWord.trimmed(division).lowercased()
    let end = today.map { (day: measure.lastDay(on: $0), fault: measure.fault(on: $0), today: $0) }
    var seen: Set<PeriodCount> = []
    var events = TypedEvents(kept)
    for (index, line) in lines.enumerated() where !line.isEmpty {
      func wrong(_ cell: Cell, _ fault: RowFault, _ words: String) {
        problems.append(Problem(line: index, cell: cell, fault: fault, words: words))
      }
      let before = problems.count
      guard let typed = EventDay.read(line.day) else {
        wrong(.day, .date, Self.refusal(ofDay: line.day))
        continue
      }
      if let end, typed > end.day {
        let what = measure.kind.isPeriodic ? "\(measure.period.rawValue) has not begun" : "day has not come"
        wrong(.day, end.fault, "This \(what): today is \(end.today).")
        continue
      }
      let day = measure.kind.isPeriodic ? measure.period.start(of: typed) : typed
      let group = CountWord.trimmed(line.group)
      if !group.isEmpty, division.isEmpty {
        wrong(.group, .undivided, "Say in the field for groups what they are, as \u{201C}language\u{201D}.")
      }
      let strata = group.isEmpty ? [:] : [division.isEmpty ? "group" : division: CountWord.label(group)]
      let key = PeriodCount(day, 0, strata: strata)
      let isEmptied = CountWord.trimmed(line.numerator).isEmpty && CountWord.trimmed(line.denominator).isEmpty
      if measure.kind == .daysBetween, isEmptied, line.isEvent || !events.keeps(day, strata) {
        events.add(day, strata, line: index)
        continue
      }
      if !seen.insert(key).inserted {
        if measure.kind.isPeriodic {
          wrong(
            .day, .twice(period: measure.period.rawValue),
            "This \(measure.period.rawValue) and group stand here twice.")
        } else {
          wrong(.day, .sameDay, "A second event on this day: \(RowFault.sameDay.remedy).")
        }
        continue
      }
      if isEmptied {
        removals.append(key)
        continue
      }
      let (numerator, denominator) = (Self.number(line.numerator), Self.number(line.denominator))
      for (cell, fault, words) in Self.refusals(of: numerator, denominator, in: line, for: measure) {
        wrong(cell, fault, words)
      }
      guard problems.count == before, let numerator else { continue }
      counts.append(
        PeriodCount(day, numerator, of: measure.kind.hasDenominator ? denominator : nil, strata: strata))
      if measure.kind == .daysBetween { events.number(numerator, day, strata, line: index) }
    }
    finish(events)
  }

  /// Counts the days between events that were told by their days, and holds numbers against the days they stand beside.
  private mutating func finish(_ events: TypedEvents) {
    for (line, last, day) in events.contradictions {
      let days = Int(day.number - last.number)
      problems.append(
        Problem(
          line: line, cell: .numerator, fault: .gap,
          words:
            "From \(last) to \(day) it is \(days) day\(days == 1 ? "" : "s"): leave this empty, and they are counted."))
    }
    for line in events.alone {
      problems.append(
        Problem(line: line, cell: .day, fault: .alone, words: "One event only starts the clock: type the next one too.")
      )
    }
    guard problems.isEmpty else { return }
    counts += events.counts
  }

  /// What is wrong with the numbers of a line.
  private static func refusals(
    of numerator: Double?, _ denominator: Double?, in line: Line, for measure: ProjectMeasure
  ) -> [(Cell, RowFault, String)] {
    var found: [(Cell, RowFault, String)] = []
    if numerator == nil { found.append((.numerator, .number, "Write a number.")) }
    if measure.kind.hasDenominator {
      if denominator == nil { found.append((.denominator, .number, "Write of how many.")) }
      if let denominator, denominator < 0 { found.append((.denominator, .amount, "It cannot be below 0.")) }
    }
    if let numerator {
      if measure.kind != .value, numerator < 0 { found.append((.numerator, .amount, "It cannot be below 0.")) }
      if measure.kind == .daysBetween, numerator == 0 {
        found.append((.numerator, .interval, "Two events on one day: write the part of a day, as 0.5."))
      }
      if measure.kind == .proportion, let denominator, numerator > denominator {
        found.append((.numerator, .excess, "More than the \(CountWord.trimmed(line.denominator)) it is of."))
      }
    }
    return found
  }

  /// What to write in place of what is no day.
  private static func refusal(ofDay text: String) -> String {
    if case .slashed(let date)? = EventDay.written(text), date.day(.monthFirst) == nil, let day = date.day(.dayFirst) {
      let (year, month, number) = day.parts
      return "The month stands first here: write \(month)/\(number)/\(year) or \(day)."
    }
    return "Write a day like 2026-03-04 or 3/4/2026."
  }

  private static func number(_ text: String) -> Double? {
    CountWord.number(text.filter { $0 != "%" }).flatMap { $0.isFinite && abs($0) < 1e12 ? $0 : nil }
  }
}
