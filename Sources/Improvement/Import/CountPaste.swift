internal import ProcessControl
public import Tables

/// Rows that were pasted from a spreadsheet, as lines of a ``CountGrid``: with names above the columns or in the order of
/// the grid, their days in one order, columns that may identify people left out and named.
public struct CountPaste: Sendable {
  /// The lines that hold a day and a number, their days as year, month and day.
  public private(set) var lines: [CountGrid.Line] = []
  /// Columns that may identify people; none of them was read.
  public let suspects: [IdentifierScreen.Suspect]
  /// Those of them without which nothing can be counted: the days or the numbers.
  public let needed: [IdentifierScreen.Suspect]
  /// How the days were read; nil where each has one reading only.
  public private(set) var days: DateReading?
  /// What the groups are, as the name above their column says it, in small letters; empty where none says more than
  /// "group".
  public private(set) var division = ""
  /// Lines with a day and no number: they say nothing and are passed over.
  public private(set) var empty = 0
  /// Days that could not be read.
  public private(set) var faults = RowFaults()

  /// Where each of ``lines`` stands in what was pasted, counted from 1, and its day as it was written there.
  private var places: [(line: Int, day: String)] = []

  /// Reads what was pasted; O(length).
  ///
  /// - Parameters:
  ///   - text: As pasted.
  ///   - measure: What is counted.
  ///   - order: Which number of 3/5/2026 is the month, as a person chose it; nil to see it from the dates.
  /// - Throws: What a text that is no table is refused with.
  public init(_ text: String, for measure: ProjectMeasure, order: DateOrder? = nil) throws(TableError) {
    let table = try Table(text: text, name: "paste")
    let width = table.rowCount > 0 ? table.fieldCount(0) : 0
    let hasNames =
      width > 0 && EventDay.written(table[0, 0]) == nil
      && !(0..<width).contains { CountWord.number(table[0, $0]) != nil }
    var columns = Columns(for: measure)
    var first = 0
    var suspects: [IdentifierScreen.Suspect]
    if hasNames {
      let group = WantedColumn("group", aliases: ["stratum", "language", "payer", "shift", "unit", "team", "category"])
      let mapping = ColumnMapping(CountColumns.wanted(for: measure) + [group], in: table)
      columns.name(mapping, for: measure)
      first = mapping.headerRow + 1
      suspects = IdentifierScreen.suspects(in: table, headerRow: mapping.headerRow)
    } else {
      suspects = IdentifierScreen.suspects(in: try Self.named(table, text))
    }
    suspects.removeAll { $0.index == columns.day && $0.kind == .date }
    self.suspects = suspects
    let barred = Set(suspects.map(\.index))
    needed = suspects.filter { [columns.day, columns.numerator, columns.denominator].contains($0.index) }
    guard needed.isEmpty else { return }
    if let one = columns.group, barred.contains(one) { columns.group = nil }
    if hasNames, let one = columns.group {
      let name = CountWord.trimmed(table[first - 1, one]).lowercased()
      division = ["group", "groups", "stratum", "category"].contains(name) ? "" : name
    }
    let texts = (first..<max(first, table.rowCount)).filter { !table[$0].isBlank }.map { columns.line(table[$0]) }
    let rows = (first..<max(first, table.rowCount)).filter { !table[$0].isBlank }
    func pass(_ trying: DateOrder) -> (DayReader, [Day?]) {
      var reader = DayReader(told: order, trying: trying)
      let days = zip(texts, rows).map { text, row in reader.read(text.day, row: row) }
      return (reader, days)
    }
    var (reader, read) = pass(.monthFirst)
    if let better = reader.better { (reader, read) = pass(better) }
    days = reader.reading { table[$0].line }
    for (index, row) in rows.enumerated() {
      var line = texts[index]
      if CountWord.trimmed(line.numerator).isEmpty, CountWord.trimmed(line.denominator).isEmpty,
        read[index] != nil || CountWord.trimmed(line.day).isEmpty
      {
        line.isEvent = measure.kind == .daysBetween && read[index] != nil
        if !line.isEvent {
          empty += 1
          continue
        }
      }
      guard let day = read[index] else {
        let fault = reader.isMisfit(line.day) ? RowFault.dateOrder(reader.order) : .date
        faults.add(fault, line: table[row].line, value: line.day)
        continue
      }
      places.append((table[row].line, line.day))
      line.day = day.description
      lines.append(line)
    }
  }

  /// Everything that could not be read, lines counted as in the paste.
  ///
  /// As long as nobody knows which number is the month, nothing that follows from a day is a fault.
  /// - Parameters:
  ///   - problems: Those of a grid that holds ``lines`` behind others.
  ///   - offset: How many others.
  /// - Returns: The faults, grouped by kind.
  public func faults(with problems: [CountGrid.Problem], from offset: Int) -> RowFaults {
    var faults = faults
    let isOpen = days?.isOpen ?? false
    for problem in problems where problem.line >= offset && problem.line - offset < lines.count {
      if isOpen, problem.cell == .day { continue }
      let line = lines[problem.line - offset]
      let place = places[problem.line - offset]
      let value =
        switch problem.cell {
        case .day: place.day
        case .numerator: line.numerator
        case .denominator: line.denominator
        case .group: line.group
        }
      faults.add(problem.fault, line: place.line, value: value)
    }
    return faults
  }

  /// The same rows below made-up names: without names the screen would take the first row for them.
  private static func named(_ table: Table, _ text: String) throws(TableError) -> Table {
    guard case .text(let separator) = table.kind else { return table }
    let width = (0..<table.rowCount).map { table.fieldCount($0) }.max() ?? 0
    let names = (0..<width).map { "column \($0 + 1)" }.joined(separator: String(UnicodeScalar(separator.rawValue)))
    return try Table(text: names + "\n" + text, separator: separator)
  }

  /// Where each cell of a line stands; nil where there is none.
  private struct Columns {
    var day: Int? = 0
    var numerator: Int? = 1
    var denominator: Int?
    var group: Int?

    init(for measure: ProjectMeasure) {
      denominator = measure.kind.hasDenominator ? 2 : nil
      group = measure.kind.hasDenominator ? 3 : 2
    }

    /// The places by the names above the columns; those of the grid where a name is not known.
    mutating func name(_ mapping: ColumnMapping, for measure: ProjectMeasure) {
      let unnamed = group.flatMap { $0 < mapping.headers.count ? $0 : nil }
      day = mapping["date"] ?? day
      numerator = mapping["numerator"] ?? numerator
      denominator = measure.kind.hasDenominator ? mapping["denominator"] ?? denominator : nil
      group = mapping["group"] ?? unnamed
      if let one = group, [day, numerator, denominator].contains(one) { group = nil }
    }

    func line(_ row: Table.Row) -> CountGrid.Line {
      func text(_ column: Int?) -> String { column.map { row[$0] } ?? "" }
      return .init(day: text(day), numerator: text(numerator), denominator: text(denominator), group: text(group))
    }
  }
}
