public import ProcessControl
public import Tables

/// Counts as they are typed in a grid or pasted from a spreadsheet: day, numerator, denominator, group.
public struct CountGrid: Sendable {
  /// One line as typed.
  public struct Line: Hashable, Sendable {
    public var day: String
    public var numerator: String
    public var denominator: String
    public var group: String

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
  /// - Complexity: O(lines)
  public init(_ lines: [Line], for measure: ProjectMeasure, division: String, today: Day? = nil) {
    let division = CountWord.trimmed(division).lowercased()
    var seen: [PeriodCount: Int] = [:]
    for (index, line) in lines.enumerated() where !line.isEmpty {
      func wrong(_ cell: Cell, _ words: String) { problems.append(Problem(line: index, cell: cell, words: words)) }
      let before = problems.count
      guard let typed = EventDay.read(line.day) else {
        wrong(.day, "Write a day like 2026-03-04 or 3/4/2026.")
        continue
      }
      let day = measure.kind.isPeriodic ? measure.period.start(of: typed) : typed
      if let today, day > today {
        wrong(
          .day,
          measure.kind.isPeriodic
            ? "This \(measure.period.rawValue) has not begun: today is \(today)."
            : "This day has not come: today is \(today).")
        continue
      }
      let group = CountWord.trimmed(line.group)
      if !group.isEmpty, division.isEmpty {
        wrong(.group, "Say in the field for groups what they are, as \u{201C}language\u{201D}.")
      }
      let strata = group.isEmpty ? [:] : [division.isEmpty ? "group" : division: CountWord.label(group)]
      let key = PeriodCount(day, 0, strata: strata)
      if seen.updateValue(index, forKey: key) != nil {
        wrong(.day, "This \(measure.period.rawValue) and group stand here twice.")
        continue
      }
      let (top, bottom) = (CountWord.trimmed(line.numerator), CountWord.trimmed(line.denominator))
      if top.isEmpty, bottom.isEmpty {
        removals.append(key)
        continue
      }
      let numerator = Self.number(top)
      let denominator = Self.number(bottom)
      if numerator == nil { wrong(.numerator, "Write a number.") }
      if measure.kind.hasDenominator {
        if denominator == nil { wrong(.denominator, "Write of how many.") }
        if let denominator, denominator < 0 { wrong(.denominator, "It cannot be below 0.") }
      }
      if let numerator {
        if measure.kind != .value, numerator < 0 { wrong(.numerator, "It cannot be below 0.") }
        if measure.kind == .daysBetween, numerator == 0 {
          wrong(.numerator, "Two events on one day: write the part of a day, as 0.5.")
        }
        if measure.kind == .proportion, let denominator, numerator > denominator {
          wrong(.numerator, "More than the \(CountWord.trimmed(line.denominator)) it is of.")
        }
      }
      guard problems.count == before, let numerator else { continue }
      counts.append(
        PeriodCount(day, numerator, of: measure.kind.hasDenominator ? denominator : nil, strata: strata))
    }
  }

  /// The lines of a paste from a spreadsheet, with names above the columns or in the order of the grid.
  ///
  /// - Returns: The lines, and the columns that may identify people: with any of them nothing is to be kept.
  /// - Throws: What a text that is no table is refused with.
  public static func lines(
    pasted text: String, for measure: ProjectMeasure
  ) throws(TableError) -> (lines: [Line], suspects: [IdentifierScreen.Suspect]) {
    let table = try Table(text: text, name: "paste")
    let hasNames =
      table.rowCount > 0 && EventDay.read(table[0, 0]) == nil
      && !(0..<table.fieldCount(0)).contains { DecimalText.double(table[0, $0]) != nil }
    var places = (day: 0, numerator: 1, denominator: 2, group: 3)
    if !measure.kind.hasDenominator { places = (0, 1, -1, 2) }
    if hasNames {
      let group = WantedColumn("group", aliases: ["stratum", "language", "payer", "shift", "unit", "team", "category"])
      let mapping = ColumnMapping(CountColumns.wanted(for: measure) + [group], in: table)
      places.day = mapping["date"] ?? places.day
      places.numerator = mapping["numerator"] ?? places.numerator
      places.denominator = measure.kind.hasDenominator ? mapping["denominator"] ?? places.denominator : -1
      places.group = mapping["group"] ?? (table.fieldCount(0) > places.group ? places.group : -1)
    }
    // Without names the first row is taken for them: its values are not looked at, the others are.
    let suspects = IdentifierScreen.suspects(in: table).filter { $0.index != places.day || $0.kind != .date }
    let lines = (hasNames ? 1 : 0)..<table.rowCount
    return (
      lines.map { row in
        Line(
          day: table[row, places.day], numerator: table[row, places.numerator],
          denominator: places.denominator < 0 ? "" : table[row, places.denominator],
          group: places.group < 0 ? "" : table[row, places.group])
      }, suspects
    )
  }

  private static func number(_ text: String) -> Double? {
    DecimalText.double(text.filter { $0 != "," && $0 != "%" }).flatMap { $0.isFinite && abs($0) < 1e12 ? $0 : nil }
  }
}
