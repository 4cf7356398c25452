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

  public init(
    day: Int? = nil, numerator: Int? = nil, denominator: Int? = nil, reason: Int? = nil, groups: [Int] = [],
    counted: String = ""
  ) {
    self.day = day
    self.numerator = numerator
    self.denominator = denominator
    self.reason = reason
    self.groups = groups
    self.counted = counted
  }

  /// Every column that is read.
  public var used: Set<Int> { Set([day, numerator, denominator, reason].compactMap(\.self) + groups) }

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
        if EventDay.read(text) != nil { facts[column].days += 1 }
        if CountWord.answer(text, counted: "") != nil { facts[column].answers += 1 }
        if DecimalText.double(text) != nil { facts[column].numbers += 1 }
        if facts[column].words.count <= CountColumns.mostGroups { facts[column].words.insert(text) }
      }
    }
  }

  subscript(column: Int) -> Facts { facts.indices.contains(column) ? facts[column] : Facts() }
}

/// How a cell says whether a case counts.
enum CountWord {
  /// 1 or 0; nil for a word that says neither.
  static func answer(_ text: String, counted: String) -> Double? {
    let word = trimmed(text)
    if !counted.isEmpty { return word.lowercased() == counted.lowercased() ? 1 : 0 }
    switch word.lowercased() {
    case "yes", "y", "true", "t", "1", "x": return 1
    case "no", "n", "false", "f", "0": return 0
    default: return nil
    }
  }

  /// Without the blanks around it.
  static func trimmed(_ text: String) -> String {
    guard let first = text.utf8.first, let last = text.utf8.last, first <= 32 || last <= 32 else { return text }
    return String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }

  /// The label of a stratum: what is empty or says "unknown" is not recorded.
  static func label(_ text: String) -> String {
    let word = trimmed(text)
    switch word.lowercased() {
    case "", "na", "n/a", "null", "unknown", "not recorded", "missing", "none recorded", "unk":
      return StratumName.notRecorded
    default: return String(word.prefix(60))
    }
  }
}
