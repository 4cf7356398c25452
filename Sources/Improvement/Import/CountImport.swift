public import ProcessControl
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
  /// What is wrong with the table as a whole.
  public private(set) var findings: [Finding] = []
  /// How the days were read; nil where each has one reading only.
  public private(set) var days: DateReading?

  private let measure: ProjectMeasure
  private var tally: RowTally?

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - table: The rows, with their names among the first twenty.
  ///   - measure: What is counted.
  ///   - told: The columns by name, as a person chose them; nil guesses.
  ///   - today: Rows of a period that begins after it, or of an event after it, are left out; nil leaves out none.
  ///   - progress: Told after every 10,000 rows how many were read, of how many.
  public init(
    _ table: Table, for measure: ProjectMeasure, told: ToldColumns? = nil, today: Day? = nil,
    progress: (Int, Int) -> Void = { _, _ in }
  ) {
    self.measure = measure
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
    columns.leave(Set(all.map(\.index)).subtracting([columns.day].compactMap(\.self)))
    // All kept rows say the same there.
    if let filter = columns.filter { columns.groups.removeAll { $0 == filter.column } }
    self.columns = columns
    suspects = all.filter { $0.index != columns.day }
    if let lack = lack(told) {
      findings.append(
        Finding(.error, file: table.name, problem: lack.problem, expected: lack.expected, remedy: lack.remedy))
      return
    }
    func pass(_ order: DateOrder) -> RowTally {
      var tally = RowTally(columns, named: mapping.headers, for: measure, trying: order, today: today)
      tally.read(table, below: mapping.headerRow, progress: progress)
      return tally
    }
    var tally = pass(.monthFirst)
    // The rows say themselves which number is the month; where it is not the first they are read once more.
    if let better = tally.days.better { tally = pass(better) }
    days = tally.days.reading { table[$0].line }
    self.tally = tally
    collect(tally)
    report(table.name)
  }

  // MARK: What the rows held

  /// Rows below the names that hold anything.
  public var rows: Int { tally?.rows ?? 0 }
  /// Those of them that the filter keeps; all without one.
  public var kept: Int { tally?.kept ?? 0 }
  /// Rows that count in the result.
  public var used: Int { tally?.used ?? 0 }
  /// Kept rows without an answer or number: they are cases of which nothing is known, and are left out.
  public var missing: Int { tally?.missing ?? 0 }
  /// Where a number decides: the first three different values that are none, and so are not recorded.
  public var unreadable: [String] { tally?.unreadable ?? [] }
  /// Words of the numerator's column that say neither yes nor no, at most twelve.
  public var words: [String] { tally?.words ?? [] }
  /// What the filter's column holds besides the value wanted, at most twelve.
  public var others: [String] { tally?.others ?? [] }
  /// Rows that could not be counted, grouped by kind.
  public var faults: RowFaults { tally?.faults ?? RowFaults() }

  /// What is missing or does not go together before any row can be read.
  private func lack(_ told: ToldColumns?) -> (problem: String, expected: String?, remedy: String)? {
    if columns.day == nil {
      return (
        "no column says when", "a column of dates like 2026-03-04 or 3/4/2026", "choose the column that holds the day"
      )
    }
    if columns.numerator == nil, measure.kind != .count || columns.threshold != nil {
      let expected =
        columns.threshold != nil
        ? "a column of numbers"
        : measure.kind == .proportion
          ? "a column with yes or no, with counts, or of numbers with a threshold" : "a column of numbers"
      return ("no column says what counts", expected, "choose the column of the numerator")
    }
    if columns.threshold != nil, columns.denominator != nil, measure.kind == .proportion {
      return (
        "with a threshold each row is one case, and has no denominator of its own", nil,
        "choose none for \u{201C}of how many\u{201D}"
      )
    }
    if let told, !told.filterColumn.isEmpty, columns.filter == nil {
      return (
        "rows cannot be chosen by \u{201C}\(told.filterColumn)\u{201D}", nil,
        "choose a column that does not identify people"
      )
    }
    return nil
  }

  // MARK: Adding up

  private mutating func collect(_ tally: RowTally) {
    guard measure.kind.isPeriodic else {
      // One count for each day is kept.
      var days: Set<Day> = []
      counts = tally.events.sorted { $0.day < $1.day }.filter { days.insert($0.day).inserted }
      return
    }
    counts = counted(tally.whole, strata: [:], over: nil)
    guard let first = counts.first?.day, let last = counts.last?.day else { return }
    for (index, names) in tally.labels.enumerated() {
      let isReason = columns.reason != nil && index == tally.labels.count - 1
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
        guard let part = tally.parts[index][slot] else { continue }
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
    let same = (tally?.events.count ?? 0) - counts.count
    if !measure.kind.isPeriodic, same > 0 {
      findings.append(
        Finding(
          .warning, file: file, problem: "\(same) events share a day with another",
          remedy: "one for each day is kept"))
    }
  }
}
