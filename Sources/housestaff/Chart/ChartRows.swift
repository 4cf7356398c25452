import ProcessControl
import Tables

/// Takes the rows of a file as they pass, checks them, and adds them up; no row is kept when a period is given.
struct ChartRows {
  /// The rows of one facet.
  struct Sums {
    var aggregator: EventAggregator?
    var rows: [Row] = []
  }

  /// What all rows of the file say about the counted column, whether they are wanted or not.
  struct Facts {
    var isFlag = true
    var isWhole = true
    var isShare = true
  }

  private(set) var sums: [[String]: Sums] = [:]
  private(set) var facts = Facts()
  private(set) var findings: [Finding] = []
  /// Findings beyond those kept.
  private(set) var moreFindings = 0
  /// Rows below the names that hold anything, and those that the filters let through.
  private(set) var seen = 0
  private(set) var taken = 0
  /// Rows whose number is missing.
  private(set) var missing = 0
  /// Values seen in the columns that are filtered, for a filter that nothing passes.
  private(set) var filterValues: [Set<String>]

  private let file: String
  private let columns: ChartColumns
  private let period: Period?
  private let chart: ChartKind?
  private var date = ChartDate()
  private var axisIsNumber: Bool?
  private let keepsRows: Bool
  private let width: Int
  private var current = Sums()
  private var currentLabels: [String]?

  /// So many problems are told one by one.
  static let mostFindings = 100
  /// More charts than this are not looked at.
  static let mostFacets = 100

  init(file: String, columns: ChartColumns, period: Period?, chart: ChartKind?) {
    self.file = file
    self.columns = columns
    self.period = period
    self.chart = chart
    // The variation inside a subgroup needs its values.
    keepsRows = period == nil || chart == .xbar || chart == .s
    width = columns.headers.count
    filterValues = columns.filters.map { _ in [] }
  }

  // MARK: One row

  /// Takes one row. O(length)
  mutating func take(_ row: borrowing CSVRow) {
    guard row.index > columns.headerRow, let axis = columns.date else { return }
    if row.isEmpty(axis.index), row.isBlank { return }
    seen += 1
    let counted = (columns.numerator ?? columns.value).map { number(row, $0.index) } ?? .value(1)
    let weight = columns.denominator.map { number(row, $0.index) } ?? .value(1)
    note(counted, weight)
    guard passes(row) else { return }
    taken += 1
    let before = findings.count + moreFindings
    checkWidth(row)
    let place = place(row, axis)
    check(row, counted, weight)
    guard findings.count + moreFindings == before, let place else { return }
    if case .value = counted, case .value = weight {} else { missing += 1 }
    settle(row)
    add(place, counted.number, weight.number)
  }

  private enum Number {
    case value(Double)
    case missing
    case unreadable

    var number: Double { if case .value(let value) = self { value } else { .nan } }
  }

  private func number(_ row: borrowing CSVRow, _ column: Int) -> Number {
    if let value = row.double(column) { return .value(value) }
    if row.isEmpty(column) { return .missing }
    switch Self.word(row, column) {
    case "na", "n/a", "null": return .missing
    case let word where columns.numerator?.index == column && ["yes", "true", "y"].contains(word): return .value(1)
    case let word where columns.numerator?.index == column && ["no", "false", "n"].contains(word): return .value(0)
    default: return .unreadable
    }
  }

  private static func word(_ row: borrowing CSVRow, _ column: Int) -> String {
    row.string(column).trimmed.lowercased()
  }

  private mutating func note(_ counted: Number, _ weight: Number) {
    guard case .value(let count) = counted else { return }
    if count != 0, count != 1 { facts.isFlag = false }
    if count < 0 || count.rounded() != count { facts.isWhole = false }
    guard case .value(let all) = weight else { return }
    if count > all || all.rounded() != all { facts.isShare = false }
  }

  private mutating func passes(_ row: borrowing CSVRow) -> Bool {
    for (index, filter) in columns.filters.enumerated() {
      let value = row.string(filter.column.index).trimmed
      if filterValues[index].count < 20 { filterValues[index].insert(value) }
      if !filter.values.contains(value) { return false }
    }
    return true
  }

  private mutating func place(_ row: borrowing CSVRow, _ axis: ChartColumns.Found) -> Place? {
    let value = row.withBytes(axis.index) { date.read($0) }
    switch value {
    case .day(let number, let second):
      if axisIsNumber == true {
        report(row, axis, expected: "a number, as in the rows above", remedy: "use one kind for all rows")
        return nil
      }
      axisIsNumber = false
      return .time(Day(number: number), second: second)
    case .number(let number):
      if period != nil {
        report(
          row, axis, expected: "a date such as 2026-03-04 or 3/4/2026, because --by adds up by the calendar",
          remedy: "write dates, or leave out --by")
        return nil
      }
      if axisIsNumber == false {
        report(row, axis, expected: "a date, as in the rows above", remedy: "use one kind for all rows")
        return nil
      }
      axisIsNumber = true
      return .number(number)
    case .noSuchDay:
      report(
        row, axis, expected: "a day of the calendar; with slashes the month comes first",
        remedy: "correct it, or write 2026-03-04")
    case .distant:
      report(
        row, axis, expected: "a year from \(ChartDate.years.lowerBound) to \(ChartDate.years.upperBound)",
        remedy: "correct the year")
    case .unreadable:
      report(
        row, axis, expected: "a date such as 2026-03-04 or 3/4/2026, a date and time, or a number",
        remedy: row.isEmpty(axis.index)
          ? "give the row a date, or delete it" : "correct it; delete rows of totals and notes")
    }
    return nil
  }

  private mutating func settle(_ row: borrowing CSVRow) {
    let labels = columns.facets.map { row.string($0.index).trimmed }
    if labels == currentLabels { return }
    store()
    if sums[labels] == nil, sums.count == Self.mostFacets {
      report(
        row, columns.facets[0], expected: "at most \(Self.mostFacets) charts",
        remedy: "choose a --facet column with fewer values, or some of them with --where")
    }
    current = sums[labels] ?? Sums(aggregator: keepsRows ? nil : period.map { EventAggregator(by: $0) })
    // The only owner, so that adding copies nothing.
    sums[labels] = Sums()
    currentLabels = labels
  }

  /// Puts the sums being added to back to the others.
  mutating func store() {
    if let currentLabels { sums[currentLabels] = current }
    current = Sums()
    currentLabels = nil
  }

  private mutating func add(_ place: Place, _ count: Double, _ weight: Double) {
    if current.aggregator != nil, case .time(let day, _) = place {
      current.aggregator?.add(day, events: count, of: weight)
      return
    }
    var placed = place
    if let period, case .time(let day, _) = place { placed = .day(period.start(of: day)) }
    func known(_ number: Double) -> Double? { number.isNaN ? nil : number }
    current.rows.append(Row(placed, known(count), of: columns.denominator == nil ? nil : known(weight)))
  }
}

extension String {
  /// Without blanks around it.
  var trimmed: String {
    guard let first = utf8.first, let last = utf8.last, first <= 0x20 || last <= 0x20 else { return self }
    let head = drop(while: \.isWhitespace)
    return String(head.reversed().drop(while: \.isWhitespace).reversed())
  }
}

// MARK: Checks

extension ChartRows {
  private mutating func checkWidth(_ row: borrowing CSVRow) {
    if row.count > width {
      for field in width..<row.count where !row.isEmpty(field) {
        report(
          Finding(
            .error, file: file, line: row.line, place: "character \(row.position(field).character)",
            value: row.string(field), problem: "the row has \(row.count) values where the columns are \(width)",
            expected: "one value for each column",
            remedy: "put quotes around a value that holds a separator, and write 1204 instead of 1,204"))
        return
      }
    }
    for column in [columns.numerator, columns.denominator, columns.value] {
      guard let column, column.index >= row.count else { continue }
      report(
        Finding(
          .error, file: file, line: row.line, column: column.header, value: "",
          problem: "the row has \(row.count) \(row.count == 1 ? "value" : "values") where the columns are \(width)",
          expected: "one value for each column",
          remedy: "check that no separator is missing; leave an unknown value empty between separators"))
      return
    }
  }

  private mutating func check(_ row: borrowing CSVRow, _ counted: Number, _ weight: Number) {
    if let column = columns.numerator ?? columns.value {
      switch counted {
      case .missing: break
      case .unreadable:
        report(
          row, column,
          expected: columns.numerator == nil ? "a number such as 12.5" : "a count such as 12, or yes or no",
          remedy: Self.remedy(row.string(column.index)))
      case .value(let value): checkCount(row, column, value)
      }
    }
    guard let column = columns.denominator else { return }
    switch weight {
    case .missing: break
    case .unreadable:
      report(row, column, expected: "a number of 0 or more", remedy: Self.remedy(row.string(column.index)))
    case .value(let all) where all < 0:
      report(row, column, expected: "a number of 0 or more", remedy: "correct it, or leave it empty if it is unknown")
    case .value(let all):
      guard period == nil, case .value(let count) = counted else { return }
      if all == 0, count != 0 {
        report(
          row, column, expected: "a denominator above 0, because there are \(row.string(counting).trimmed) events",
          remedy: "correct one of them, or leave the row's counts empty")
      } else if chart == .p || chart == .pprime, count > all {
        report(
          row, numerator, expected: "at most \(row.string(column.index).trimmed), the denominator",
          remedy: "correct one of them, or use --chart u for rates")
      }
    }
  }

  private var counting: Int { (columns.numerator ?? columns.value)?.index ?? 0 }
  private var numerator: ChartColumns.Found {
    columns.numerator ?? ChartColumns.Found(index: 0, header: "numerator", isTold: false)
  }

  private mutating func checkCount(_ row: borrowing CSVRow, _ column: ChartColumns.Found, _ value: Double) {
    let isCount =
      chart.map { $0 == .c || $0 == .g || $0.needsDenominators }
      ?? (columns.numerator != nil && columns.denominator == nil)
    if isCount, value < 0 {
      report(row, column, expected: "a count of 0 or more", remedy: "correct it, or leave it empty if it is unknown")
    } else if chart == .t, value <= 0 {
      report(row, column, expected: "a time above 0", remedy: "use a finer unit, such as hours")
    }
  }

  /// What to do about text where a number should be.
  private static func remedy(_ text: String) -> String {
    let text = text.trimmed
    func reads(_ text: String) -> Bool { DecimalText.double(text) != nil }
    if text.hasSuffix("%"), reads(String(text.dropLast())) {
      return "give numerator and denominator, or write the number without %"
    }
    if text.hasPrefix("$"), reads(text.dropFirst().filter { $0 != "," }) {
      return "write the number without $ and thousands separators"
    }
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    if parts.count > 1, parts.dropFirst().allSatisfy({ $0.prefix { $0 != "." }.count == 3 }),
      reads(parts.joined())
    {
      return "write it without thousands separators: \(parts.joined())"
    }
    if parts.count == 2, reads(parts.joined(separator: ".")) {
      return "write a decimal point: \(parts.joined(separator: "."))"
    }
    if text.hasPrefix("<") || text.hasPrefix(">") { return "write the number alone; say what it stands for elsewhere" }
    return "correct it, or leave it empty if it is unknown"
  }

  private mutating func report(
    _ row: borrowing CSVRow, _ column: ChartColumns.Found, expected: String, remedy: String
  ) {
    let position = row.position(column.index)
    report(
      Finding(
        .error, file: file, line: position.line, column: column.header, value: row.string(column.index),
        expected: expected, remedy: remedy))
  }

  private mutating func report(_ finding: Finding) {
    if findings.count < Self.mostFindings { findings.append(finding) } else { moreFindings += 1 }
  }
}
