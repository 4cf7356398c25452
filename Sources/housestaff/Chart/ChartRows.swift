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
  var findings: [Finding] = []
  /// Findings beyond those kept.
  var moreFindings = 0
  /// Rows below the names that hold anything, and those that the filters let through.
  private(set) var seen = 0
  private(set) var taken = 0
  /// Rows whose number is missing.
  private(set) var missing = 0
  /// Values seen in the columns that are filtered, for a filter that nothing passes.
  private(set) var filterValues: [Set<String>]

  let file: String
  let columns: ChartColumns
  let period: Period?
  let chart: ChartKind?
  private var date = ChartDate()
  private var axisIsNumber: Bool?
  let keepsRows: Bool
  let width: Int
  // The columns' places, negative without one: names would be counted in and out with every row.
  let headerRow: Int
  let dateIndex: Int
  let countIndex: Int
  let weightIndex: Int
  let isFiltered: Bool
  let isFaceted: Bool
  /// Whether the counted column holds counts, as far as the chart asked for and the columns say.
  let isCount: Bool
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
    headerRow = columns.headerRow
    dateIndex = columns.date?.index ?? 0
    countIndex = (columns.numerator ?? columns.value)?.index ?? -1
    weightIndex = columns.denominator?.index ?? -1
    isFiltered = !columns.filters.isEmpty
    isFaceted = !columns.facets.isEmpty
    isCount =
      chart.map { $0 == .c || $0 == .g || $0.needsDenominators }
      ?? (columns.numerator != nil && columns.denominator == nil)
    filterValues = columns.filters.map { _ in [] }
  }

  // MARK: One row

  /// Takes one row. O(length)
  mutating func take(_ row: borrowing CSVRow) {
    guard row.index > headerRow else { return }
    if row.isEmpty(dateIndex), row.isBlank { return }
    seen += 1
    let counted = countIndex < 0 ? .value(1) : number(row, countIndex)
    let weight = weightIndex < 0 ? .value(1) : number(row, weightIndex)
    note(counted, weight)
    guard isFiltered == false || passes(row) else { return }
    taken += 1
    let before = findings.count + moreFindings
    if row.count != width { checkWidth(row) }
    let place = place(row)
    check(row, counted, weight)
    guard findings.count + moreFindings == before, let place else { return }
    if case .value = counted, case .value = weight {} else { missing += 1 }
    settle(row)
    add(place, counted.number, weight.number)
  }

  enum Number {
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

  mutating func place(_ row: borrowing CSVRow) -> Place? {
    let value = row.withBytes(dateIndex) { date.read($0) }
    switch value {
    case .day(let number, let second):
      if axisIsNumber == true {
        report(row, columns.date, expected: "a number, as in the rows above", remedy: "use one kind for all rows")
        return nil
      }
      axisIsNumber = false
      return .time(Day(number: number), second: second)
    case .number(let number):
      if period != nil {
        report(
          row, columns.date, expected: "a date such as 2026-03-04 or 3/4/2026, because --by adds up by the calendar",
          remedy: "write dates, or leave out --by")
        return nil
      }
      if axisIsNumber == false {
        report(row, columns.date, expected: "a date, as in the rows above", remedy: "use one kind for all rows")
        return nil
      }
      axisIsNumber = true
      return .number(number)
    case .noSuchDay:
      report(
        row, columns.date, expected: "a day of the calendar; with slashes the month comes first",
        remedy: "correct it, or write 2026-03-04")
    case .distant:
      report(
        row, columns.date, expected: "a year from \(ChartDate.years.lowerBound) to \(ChartDate.years.upperBound)",
        remedy: "correct the year")
    case .unreadable:
      report(
        row, columns.date, expected: "a date such as 2026-03-04 or 3/4/2026, a date and time, or a number",
        remedy: row.isEmpty(dateIndex)
          ? "give the row a date, or delete it" : "correct it; delete rows of totals and notes")
    }
    return nil
  }

  private mutating func settle(_ row: borrowing CSVRow) {
    if !isFaceted, currentLabels != nil { return }
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
    current.rows.append(Row(placed, known(count), of: weightIndex < 0 ? nil : known(weight)))
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
