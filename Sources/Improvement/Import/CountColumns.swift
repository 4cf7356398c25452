public import Tables

/// What each column of a table of events or counts means for a measure; columns are counted from 0.
public struct CountColumns: Hashable, Sendable {
  /// When: the one date column.
  public var day: Int?
  /// Whether the case counts, or how many do; without it each row is an event.
  public var numerator: Int?
  /// Of how many; without it each row is one case.
  public var denominator: Int?
  /// The reason of an event.
  public var reason: Int?
  /// What the cases are told apart by, as language or payer.
  public var groups: [Int]
  /// The word in the numerator's column that means "counts"; empty for yes, true, 1.
  public var counted: String
  /// From which number in the numerator's column on a case counts; nil where it holds words or counts.
  public var threshold: CountThreshold?
  /// Only rows that say this are read; nil for all.
  public var filter: RowFilter?
  /// Which number of 3/5/2026 is the month; nil to see it from the dates.
  public var order: DateOrder?

  public init(
    day: Int? = nil, numerator: Int? = nil, denominator: Int? = nil, reason: Int? = nil, groups: [Int] = [],
    counted: String = "", threshold: CountThreshold? = nil, filter: RowFilter? = nil, order: DateOrder? = nil
  ) {
    self.day = day
    self.numerator = numerator
    self.denominator = denominator
    self.reason = reason
    self.groups = groups
    self.counted = counted
    self.threshold = threshold
    self.filter = filter
    self.order = order
  }

  /// Every column that is read.
  public var used: Set<Int> { Set([day, numerator, denominator, reason, filter?.column].compactMap(\.self) + groups) }

  /// Forgets these columns, but for the day.
  mutating func leave(_ barred: Set<Int>) {
    func free(_ column: Int?) -> Int? { column.flatMap { barred.contains($0) ? nil : $0 } }
    numerator = free(numerator)
    denominator = free(denominator)
    reason = free(reason)
    groups.removeAll { barred.contains($0) }
    if let filter, barred.contains(filter.column) { self.filter = nil }
  }

  /// At most so many groups of a column are told apart; more are likely to be people.
  public static let mostGroups = 24
  /// At most so many columns divide the cases, so that no cross of them comes near a person.
  public static let mostDivisions = 4

  /// Guesses from names, then from what the first rows hold; looks at 2,000 rows at most.
  public init(
    guessedIn table: Table, headerRow: Int, mapping: ColumnMapping, leaving out: Set<Int>, for measure: ProjectMeasure
  ) {
    self.init()
    let free = { (column: Int?) in column.flatMap { out.contains($0) ? nil : $0 } }
    let sample = ColumnSample(table, headerRow: headerRow)
    let width = table.rowCount > headerRow ? table.fieldCount(headerRow) : 0
    day = mapping["date"] ?? (0..<width).first { sample[$0].areDays }
    numerator = free(mapping["numerator"])
    denominator = measure.kind.hasDenominator ? free(mapping["denominator"]) : nil
    reason = free(mapping["reason"])
    var rest = (0..<width).filter { !used.contains($0) && !out.contains($0) }
    if numerator == nil, measure.kind != .count {
      numerator = rest.first { sample[$0].areAnswers } ?? rest.first { sample[$0].areNumbers }
      rest.removeAll { $0 == numerator }
    }
    if numerator != nil, denominator == nil, measure.kind == .rate {
      denominator = rest.first { sample[$0].areNumbers }
      rest.removeAll { $0 == denominator }
    }
    groups = Array(rest.filter { sample[$0].areGroups }.prefix(CountColumns.mostDivisions))
  }

  /// What names the columns of a measure may have.
  public static func wanted(for measure: ProjectMeasure) -> [WantedColumn] {
    [
      WantedColumn(
        "date",
        aliases: [
          "day", "visit date", "appointment date", "service date", "event date", "admission date", "discharge date",
          "order date", "encounter date", "week", "month", "period", "date of service",
        ], allowsSimilar: false),
      WantedColumn(
        "numerator",
        aliases: [measure.numerator, measure.name, "count", "events", "number", "value", "outcome", "no show", "yes"]
          .filter { !$0.isEmpty }, allowsSimilar: false),
      WantedColumn(
        "denominator",
        aliases: [measure.denominator, "total", "of", "cases", "all", "n"].filter { !$0.isEmpty },
        allowsSimilar: false),
      WantedColumn("reason", aliases: ["cause", "why", "reason for delay", "main reason"], allowsSimilar: false),
    ]
  }
}

/// What the columns of a table hold, seen in its first rows.
private struct ColumnSample {
  struct Facts {
    var filled = 0
    var days = 0
    var answers = 0
    var numbers = 0
    var words: Set<String> = []

    var areDays: Bool { filled > 0 && days * 10 >= filled * 8 }
    var areAnswers: Bool { filled > 0 && answers == filled }
    var areNumbers: Bool { filled > 0 && numbers == filled && !areDays }
    var areGroups: Bool {
      filled > 0 && !areDays && (2...CountColumns.mostGroups).contains(words.count) && numbers < filled
        && words.count * 2 <= max(filled, 4)
    }
  }

  private var facts: [Facts] = []

  init(_ table: Table, headerRow: Int) {
    guard headerRow < table.rowCount else { return }
    facts = Array(repeating: Facts(), count: table.fieldCount(headerRow))
    for row in (headerRow + 1)..<max(headerRow + 1, min(table.rowCount, headerRow + 2_001)) {
      for column in facts.indices {
        let text = table[row, column]
        guard text.contains(where: { !$0.isWhitespace }) else { continue }
        facts[column].filled += 1
        if EventDay.written(text) != nil { facts[column].days += 1 }
        if CountWord.answer(text, counted: "") != nil { facts[column].answers += 1 }
        if DecimalText.double(text) != nil { facts[column].numbers += 1 }
        if facts[column].words.count <= CountColumns.mostGroups { facts[column].words.insert(text) }
      }
    }
  }

  subscript(column: Int) -> Facts { facts.indices.contains(column) ? facts[column] : Facts() }
}
