package import ProcessControl
internal import Tables

/// One pass over the rows of a table: what they add up to, and what was left out on the way.
struct RowTally {
  /// Rows below the names that hold anything.
  private(set) var rows = 0
  /// Those of them that the filter keeps.
  private(set) var kept = 0
  /// Rows that count in the result.
  private(set) var used = 0
  /// Kept rows whose numerator says nothing.
  private(set) var missing = 0
  /// The first different values of those that say something that is no number, where a number is needed.
  private(set) var unreadable: [String] = []
  /// Words of the numerator's column that say neither yes nor no, at most twelve.
  private(set) var words: [String] = []
  /// What the filter's column holds instead, at most twelve different values.
  private(set) var others: [String] = []
  private(set) var faults = RowFaults()
  private(set) var days: DayReader

  /// All rows by period, and each division by itself: its labels, and the sums in the order of their numbers.
  private(set) var whole: EventAggregator
  private(set) var parts: [[EventAggregator?]]
  private(set) var labels: [[String: Int]]
  /// Where each row is an event of its own.
  private(set) var events: [PeriodCount] = []

  private let measure: ProjectMeasure
  private let columns: CountColumns
  private let headers: [String]
  private let divisions: [Int]
  /// The value that the filter wants, in small letters.
  private let wanted: String
  /// The last day that may be counted, and what a later one is refused with.
  private let end: (day: Day, fault: RowFault)?

  init(
    _ columns: CountColumns, named headers: [String], for measure: ProjectMeasure, trying order: DateOrder,
    today: Day?
  ) {
    self.columns = columns
    self.headers = headers
    self.measure = measure
    divisions = columns.groups + (columns.reason.map { [$0] } ?? [])
    wanted = columns.filter?.value.lowercased() ?? ""
    whole = EventAggregator(by: measure.period)
    labels = divisions.map { _ in [:] }
    parts = divisions.map { _ in [] }
    days = DayReader(told: columns.order, trying: order)
    end = today.map { (measure.lastDay(on: $0), measure.fault(on: $0)) }
  }

  /// Reads every row below the names.
  mutating func read(_ table: Table, below headerRow: Int, progress: (Int, Int) -> Void) {
    guard let dayColumn = columns.day else { return }
    let reasonIndex = columns.reason == nil ? -1 : divisions.count - 1
    for row in (headerRow + 1)..<max(headerRow + 1, table.rowCount) {
      if row % 10_000 == 0 { progress(row, table.rowCount) }
      let dayText = table[row, dayColumn]
      if dayText.isEmpty, table[row].isBlank { continue }
      rows += 1
      if let filter = columns.filter, !keeps(table[row, filter.column]) { continue }
      kept += 1
      guard let day = days.read(dayText, row: row) else {
        let fault = days.isMisfit(dayText) ? RowFault.dateOrder(days.order) : .date
        note(fault, table, row, dayColumn, showing: dayText)
        continue
      }
      if let end, day > end.day {
        note(end.fault, table, row, dayColumn, showing: dayText)
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
        divide(index, table[row, column], day, count, weight)
      }
    }
    progress(table.rowCount, table.rowCount)
  }

  private mutating func divide(_ index: Int, _ text: String, _ day: Day, _ count: Double, _ weight: Double) {
    let label = CountWord.label(text)
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

  private mutating func keeps(_ text: String) -> Bool {
    let word = CountWord.trimmed(text)
    if word.lowercased() == wanted { return true }
    if others.count < 12, !word.isEmpty, !others.contains(CountWord.shown(word)) {
      others.append(CountWord.shown(word))
    }
    return false
  }

  /// Numerator and denominator of a row; nil when it cannot be used.
  private mutating func numbers(_ table: Table, _ row: Int) -> (Double, Double)? {
    var weight = 1.0
    if let column = columns.denominator {
      let text = table[row, column]
      guard let value = CountWord.number(text), value >= 0, value.isFinite else {
        note(.amount, table, row, column, showing: text)
        return nil
      }
      weight = value
    }
    guard let column = columns.numerator else { return (1, weight) }
    let text = table[row, column]
    if let threshold = columns.threshold {
      guard let number = CountWord.number(text), number.isFinite else {
        missing += 1
        let shown = CountWord.shown(text)
        if !shown.isEmpty, unreadable.count < 3, !unreadable.contains(shown) { unreadable.append(shown) }
        return nil
      }
      return (threshold.counts(number) ? 1 : 0, weight)
    }
    let count: Double
    let isAnswer = columns.denominator == nil && (measure.kind == .proportion || !columns.counted.isEmpty)
    if isAnswer, let answer = CountWord.answer(text, counted: columns.counted) {
      count = answer
    } else if let number = CountWord.number(text) {
      count = number
    } else {
      let word = CountWord.trimmed(text)
      if CountWord.label(word) == StratumName.notRecorded {
        missing += 1
        return nil
      }
      if words.count < 12, !words.contains(word) { words.append(word) }
      note(isAnswer ? .answer : .number, table, row, column, showing: text)
      return nil
    }
    if let fault = fault(of: count, weight) {
      note(fault, table, row, column, showing: text)
      return nil
    }
    return (count, weight)
  }

  private func fault(of count: Double, _ weight: Double) -> RowFault? {
    if measure.kind == .daysBetween { return count > 0 ? nil : .interval }
    if measure.kind != .value, count < 0 { return .amount }
    if measure.kind == .proportion, count > weight { return columns.denominator == nil ? .share : .excess }
    return nil
  }

  private mutating func note(_ fault: RowFault, _ table: Table, _ row: Int, _ column: Int, showing value: String) {
    faults.add(
      fault, column: headers.indices.contains(column) ? headers[column] : "", line: table.position(row, column).line,
      value: value)
  }
}

extension ProjectMeasure {
  /// The last day that may be counted: that of the period that has begun, or today where each day is an event.
  package func lastDay(on today: Day) -> Day {
    kind.isPeriodic ? period.start(ofIndex: period.index(of: today) + 1).adding(-1) : today
  }

  /// What a later day is refused with.
  func fault(on today: Day) -> RowFault {
    .future(period: kind.isPeriodic ? period.rawValue : "day", today: today.description)
  }
}
