internal import ProcessControl
public import Tables

/// A table read for a measure: rows added up by period and stratum, columns that may identify people left out and named.
///
/// Only ``counts`` are meant to be kept. A cell of a column that is not used is looked at by the screen for identifiers
/// and by nothing else. O(rows × columns used).
public struct CountImport: Sendable {
  /// The names of the columns, as typed.
  public let headers: [String]
  /// Columns that may identify people; none of them was used.
  public let suspects: [IdentifierScreen.Suspect]
  /// What each column was taken for.
  public let columns: CountColumns
  /// The counts: all cases of each period, and each division by itself.
  public private(set) var counts: [PeriodCount] = []
  /// What could not be read, with its place; at most a hundred, then one for the rest.
  public private(set) var findings: [Finding] = []
  /// Rows below the names that hold anything.
  public private(set) var rows = 0
  /// Rows that count in the result.
  public private(set) var used = 0
  /// Rows whose numerator is empty: they are cases of which nothing is known, and are left out.
  public private(set) var missing = 0
  /// Words of the numerator's column that say neither yes nor no, at most twelve.
  public private(set) var words: [String] = []

  private let measure: ProjectMeasure
  private var whole: EventAggregator
  private var parts: [[EventAggregator?]] = []
  private var labels: [[String: Int]] = []
  private var events: [PeriodCount] = []
  private var unread = 0

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - table: The rows, with their names among the first twenty.
  ///   - measure: What is counted.
  ///   - told: The columns by name, as a person chose them; nil guesses.
  ///   - progress: Told after every 10,000 rows how many were read, of how many.
  public init(
    _ table: Table, for measure: ProjectMeasure, told: ToldColumns? = nil, progress: (Int, Int) -> Void = { _, _ in }
  ) {
    self.measure = measure
    whole = EventAggregator(by: measure.period)
    let mapping = ColumnMapping(CountColumns.wanted(for: measure), in: table)
    headers = mapping.headers
    let all = IdentifierScreen.suspects(in: table, headerRow: mapping.headerRow)
    let certain = Set(all.filter { $0.kind != .date }.map(\.index))
    var columns =
      told?.columns(headers)
      ?? CountColumns(
        guessedIn: table, headerRow: mapping.headerRow, mapping: mapping,
        leaving: Set(all.map(\.index)), for: measure)
    // One date may be the axis; what identifies people is never read, whoever chose it.
    if let day = columns.day, certain.contains(day) { columns.day = nil }
    let barred = Set(all.map(\.index)).subtracting([columns.day].compactMap(\.self))
    if let one = columns.numerator, barred.contains(one) { columns.numerator = nil }
    if let one = columns.denominator, barred.contains(one) { columns.denominator = nil }
    if let one = columns.reason, barred.contains(one) { columns.reason = nil }
    columns.groups.removeAll { barred.contains($0) }
    self.columns = columns
    suspects = all.filter { $0.index != columns.day }
    guard let day = columns.day else {
      findings.append(
        Finding(
          .error, file: table.name, problem: "no column says when",
          expected: "a column of dates like 2026-03-04 or 3/4/2026", remedy: "choose the column that holds the day"))
      return
    }
    if columns.numerator == nil, measure.kind != .count {
      findings.append(
        Finding(
          .error, file: table.name, problem: "no column says what counts",
          expected: measure.kind == .proportion ? "a column with yes or no, or with counts" : "a column of numbers",
          remedy: "choose the column of the numerator"))
      return
    }
    read(table, below: mapping.headerRow, day: day, progress: progress)
    collect()
    report(table.name)
  }

  // MARK: Reading

  private mutating func read(
    _ table: Table, below headerRow: Int, day dayColumn: Int, progress: (Int, Int) -> Void
  ) {
    let divisions = columns.groups + (columns.reason.map { [$0] } ?? [])
    labels = divisions.map { _ in [:] }
    parts = divisions.map { _ in [] }
    let reasonIndex = columns.reason == nil ? -1 : divisions.count - 1
    for row in (headerRow + 1)..<max(headerRow + 1, table.rowCount) {
      if row % 10_000 == 0 { progress(row, table.rowCount) }
      let dayText = table[row, dayColumn]
      if dayText.isEmpty, table[row].isBlank { continue }
      rows += 1
      guard let day = EventDay.read(dayText) else {
        note(table, row, dayColumn, expected: "a day like 2026-03-04 or 3/4/2026")
        continue
      }
      guard let (count, weight) = numbers(table, row) else { continue }
      used += 1
      guard measure.kind.isPeriodic else {
        events.append(PeriodCount(day, count))
        continue
      }
      whole.add(day, events: count, of: weight)
      for (index, column) in divisions.enumerated() {
        if index == reasonIndex, count <= 0 { continue }
        let label = CountWord.label(table[row, column])
        let slot: Int
        if let known = labels[index][label] {
          slot = known
        } else {
          slot = labels[index].count
          labels[index][label] = slot
          parts[index].append(slot < CountColumns.mostGroups ? EventAggregator(by: measure.period) : nil)
        }
        parts[index][slot]?.add(day, events: count, of: weight)
      }
    }
    progress(table.rowCount, table.rowCount)
  }

  /// Numerator and denominator of a row; nil when it cannot be used.
  private mutating func numbers(_ table: Table, _ row: Int) -> (Double, Double)? {
    var weight = 1.0
    if let column = columns.denominator {
      guard let value = DecimalText.double(table[row, column]), value >= 0, value.isFinite else {
        note(table, row, column, expected: "a number, 0 or more")
        return nil
      }
      weight = value
    }
    guard let column = columns.numerator else { return (1, weight) }
    let text = table[row, column]
    let count: Double
    let isAnswer = columns.denominator == nil && (measure.kind == .proportion || !columns.counted.isEmpty)
    if isAnswer, let answer = CountWord.answer(text, counted: columns.counted) {
      count = answer
    } else if let number = DecimalText.double(text) {
      count = number
    } else {
      let word = CountWord.trimmed(text)
      if CountWord.label(word) == StratumName.notRecorded {
        missing += 1
        return nil
      }
      if words.count < 12, !words.contains(word) { words.append(word) }
      note(table, row, column, expected: isAnswer ? "yes or no, or a number" : "a number")
      return nil
    }
    let isCount = measure.kind != .value && measure.kind != .daysBetween
    guard !isCount || count >= 0, measure.kind != .daysBetween || count > 0 else {
      note(table, row, column, expected: measure.kind == .daysBetween ? "a number above 0" : "a number, 0 or more")
      return nil
    }
    guard measure.kind != .proportion || count <= weight else {
      note(
        table, row, column,
        expected: columns.denominator == nil ? "0 or 1: each row is one case" : "at most the denominator")
      return nil
    }
    return (count, weight)
  }

  private mutating func note(_ table: Table, _ row: Int, _ column: Int, expected: String) {
    guard findings.count < 100 else {
      unread += 1
      return
    }
    let place = table.position(row, column)
    findings.append(
      Finding(
        .warning, file: table.name, line: place.line, column: headers.indices.contains(column) ? headers[column] : nil,
        place: place.place, expected: expected, remedy: "the row is left out; put it right and send the file again"))
  }

  // MARK: Adding up

  private mutating func collect() {
    guard measure.kind.isPeriodic else {
      // One count for each day is kept.
      var days: Set<Day> = []
      counts = events.sorted { $0.day < $1.day }.filter { days.insert($0.day).inserted }
      return
    }
    counts = counted(whole, strata: [:], over: nil)
    guard let first = counts.first?.day, let last = counts.last?.day else { return }
    for (index, names) in labels.enumerated() {
      let isReason = columns.reason != nil && index == labels.count - 1
      let dimension = isReason ? PeriodCount.reason : headers[columns.groups[index]].lowercased()
      guard names.count <= CountColumns.mostGroups else {
        findings.append(
          Finding(
            .error, file: "", column: dimension, problem: "\(names.count) different values are no groups",
            expected: "at most \(CountColumns.mostGroups)",
            remedy: "the column is left out; group its values in the spreadsheet first"))
        continue
      }
      for (name, slot) in names.sorted(by: { $0.key < $1.key }) {
        guard let part = parts[index][slot] else { continue }
        counts += counted(part, strata: [dimension: name], over: isReason ? nil : (first, last)).map { count in
          isReason ? PeriodCount(count.day, count.numerator, strata: count.strata) : count
        }
      }
    }
  }

  private func counted(
    _ sums: EventAggregator, strata: [String: String], over span: (Day, Day)?
  ) -> [PeriodCount] {
    let isPlain = measure.kind == .count
    guard
      let series = try? sums.series(
        measure: isPlain ? .count : .value, from: isPlain ? span?.0 : nil, through: isPlain ? span?.1 : nil)
    else { return [] }
    return series.rows.compactMap { row in
      guard let day = row.place.day, let value = row.value, isPlain || (row.denominator ?? 0) > 0 else { return nil }
      return PeriodCount(day, value, of: isPlain ? nil : row.denominator, strata: strata)
    }
  }

  private mutating func report(_ file: String) {
    if unread > 0 {
      findings.append(
        Finding(
          .warning, file: file, problem: "\(unread) more rows cannot be read", remedy: "see the first hundred"))
    }
    if !measure.kind.isPeriodic, counts.count < events.count {
      findings.append(
        Finding(
          .warning, file: file, problem: "\(events.count - counts.count) events share a day with another",
          remedy: "one for each day is kept"))
    }
  }
}

/// The columns as a person chose them, by name: the file is not kept between two looks, so places would not do.
public struct ToldColumns: Hashable, Sendable {
  public var day: String
  public var numerator: String
  public var denominator: String
  public var reason: String
  public var groups: [String]
  public var counted: String

  public init(
    day: String, numerator: String = "", denominator: String = "", reason: String = "", groups: [String] = [],
    counted: String = ""
  ) {
    self.day = day
    self.numerator = numerator
    self.denominator = denominator
    self.reason = reason
    self.groups = groups
    self.counted = counted
  }

  /// The same by place; a name that the table lacks is passed over.
  func columns(_ headers: [String]) -> CountColumns {
    func index(_ name: String) -> Int? { name.isEmpty ? nil : headers.firstIndex(of: name) }
    return CountColumns(
      day: index(day), numerator: index(numerator), denominator: index(denominator), reason: index(reason),
      groups: Array(groups.compactMap(index).prefix(CountColumns.mostDivisions)), counted: counted)
  }
}
