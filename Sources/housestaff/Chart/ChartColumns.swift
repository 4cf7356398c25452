import ProcessControl
import Tables

/// Which columns of a file the chart reads, found on its first rows, and what was guessed.
struct ChartColumns {
  /// How a column of the chart was found.
  struct Found: Equatable {
    let index: Int
    let header: String
    let isTold: Bool
  }

  private(set) var date: Found?
  private(set) var value: Found?
  private(set) var numerator: Found?
  private(set) var denominator: Found?
  private(set) var facets: [Found] = []
  /// Filters by column; values of one column are alternatives.
  private(set) var filters: [(column: Found, values: [String])] = []
  /// What stands in the way.
  private(set) var findings: [Finding] = []
  /// What is worth saying: guesses and columns not used.
  private(set) var notes: [String] = []
  let headerRow: Int
  let headers: [String]

  private let file: String
  private let line: Int
  private var dropped: Set<Int> = []

  private static let wanted = [
    WantedColumn(
      "date",
      aliases: [
        "day", "week", "month", "quarter", "period", "time", "datetime", "timestamp", "event date", "week of",
        "week starting", "week beginning", "month starting", "discharge date", "admission date", "visit date",
        "procedure date", "service date", "order date", "test date", "date time", "discharged", "admitted",
      ], allowsSimilar: false),
    WantedColumn(
      "numerator", aliases: ["events", "cases", "count", "num", "late", "numer", "failures", "defects", "infections"],
      allowsSimilar: false),
    WantedColumn(
      "denominator",
      aliases: [
        "total", "n", "den", "denom", "opportunities", "sample size", "patient days", "line days", "device days",
        "discharges", "patients", "visits", "admissions", "encounters", "all",
      ], allowsSimilar: false),
    WantedColumn(
      "value",
      aliases: ["measure", "result", "score", "minutes", "hours", "measurement", "y", "median", "mean", "rate"],
      allowsSimilar: false),
  ]

  init(_ options: ChartColumnOptions, in table: Table) {
    file = table.name
    let named = [options.date, options.value, options.numerator, options.denominator].compactMap(\.self)
    let all = named + options.facet + options.drop + options.filters.map(\.column)
    let told = Dictionary(all.map { ($0, "told:" + $0) }, uniquingKeysWith: { first, _ in first })
    let mapping = ColumnMapping(Self.wanted, in: table, told: told)
    headerRow = mapping.headerRow
    headers = mapping.headers
    line = table.rowCount > 0 ? table[mapping.headerRow].line : 1
    dropped = Set(options.drop.compactMap { column($0, option: "--drop")?.index })
    date = column(options.date, option: "--date")
    value = column(options.value, option: "--value")
    numerator = column(options.numerator, option: "--numerator")
    denominator = column(options.denominator, option: "--denominator")
    facets = options.facet.compactMap { column($0, option: "--facet") }
    for filter in options.filters {
      guard let found = column(filter.column, option: "--where") else { continue }
      if let index = filters.firstIndex(where: { $0.column == found }) {
        filters[index].values.append(filter.value)
      } else {
        filters.append((found, [filter.value]))
      }
    }
    if findings.isEmpty { guess(table, options) }
    if findings.isEmpty { refuseIdentifiers(in: table) }
    if findings.isEmpty { say() }
  }

  /// The column that a person named.
  private mutating func column(_ name: String?, option: String) -> Found? {
    guard let name else { return nil }
    let key = ColumnName.key(name)
    let exact = headers.indices.filter { headers[$0] == name }
    let alike = exact.isEmpty ? headers.indices.filter { ColumnName.key(headers[$0]) == key } : exact
    if alike.count == 1 { return Found(index: alike[0], header: headers[alike[0]], isTold: true) }
    findings.append(
      alike.isEmpty
        ? Finding(
          .error, file: file, line: line, column: name, problem: "\(option) names a column that is not there",
          expected: "one of " + headers.map { "\"\($0)\"" }.joined(separator: ", "),
          remedy: "check the spelling of \(option)")
        : Finding(
          .error, file: file, line: line, column: name,
          problem: "\(option) fits \(alike.count) columns: " + alike.map { "\($0 + 1)" }.joined(separator: ", "),
          expected: "one column of this name", remedy: "rename the others in the file"))
    return nil
  }

  // MARK: Guessing

  private mutating func guess(_ table: Table, _ options: ChartColumnOptions) {
    let taken = [date, value, numerator, denominator].compactMap(\.self) + facets + filters.map(\.column)
    var free = Set(headers.indices).subtracting(taken.map(\.index)).subtracting(dropped)
    let rows = (headerRow + 1)..<max(headerRow + 1, min(table.rowCount, headerRow + 201))
    func values(_ column: Int) -> [String] { rows.map { table[$0, column] }.filter { !$0.allSatisfy(\.isWhitespace) } }
    func isNumeric(_ column: Int) -> Bool {
      let values = values(column)
      return values.count { DecimalText.double($0) != nil } * 2 > values.count
    }
    func isDated(_ column: Int) -> Bool {
      let values = values(column)
      return values.count {
        if case .time? = ChartDate.place($0) { true } else { false }
      } * 2 > values.count
    }
    /// The first free column that has one of the names.
    func find(_ wanted: WantedColumn) -> Found? {
      for name in [wanted.name] + wanted.aliases {
        let key = ColumnName.key(name)
        for index in free.sorted()
        where ColumnName.key(headers[index]) == key || ColumnName.key(headers[index].prefix { $0 != "(" }) == key {
          return Found(index: index, header: headers[index], isTold: false)
        }
      }
      return nil
    }
    if options.date == nil {
      date =
        find(Self.wanted[0])
        ?? free.sorted().first { isDated($0) }.map { Found(index: $0, header: headers[$0], isTold: false) }
      if date == nil {
        findings.append(missing("date", "the axis: a date, a date and time, or a number that orders the points"))
      }
    }
    if let date { free.remove(date.index) }
    if options.value != nil || options.denominator != nil { return }
    if options.numerator == nil {
      numerator = find(Self.wanted[1])
      if let numerator { free.remove(numerator.index) }
    }
    if numerator != nil {
      // Rows of events may have a column "total" of something else: the denominator is only guessed for counts.
      denominator = find(Self.wanted[2])
      if let found = denominator, !isNumeric(found.index) { denominator = nil }
      return
    }
    value = find(Self.wanted[3])
    if value != nil || options.by != nil { return }
    let numeric = free.filter { isNumeric($0) }
    if numeric.count == 1, let only = numeric.first {
      value = Found(index: only, header: headers[only], isTold: false)
    } else {
      findings.append(missing("value", "a measured value (--value COL), or counts (--numerator COL --denominator COL)"))
    }
  }

  private func missing(_ name: String, _ meaning: String) -> Finding {
    Finding(
      .error, file: file, line: line, column: name, problem: "no column can be taken for it", expected: meaning,
      remedy: "name it with --\(name) COL; the columns are "
        + headers.map { "\"\($0)\"" }.joined(separator: ", "))
  }

  // MARK: Identifiers

  /// Columns that identify people stop the import; the axis may be a date.
  private mutating func refuseIdentifiers(in table: Table) {
    let used = [date, value, numerator, denominator].compactMap(\.self)
    for suspect in IdentifierScreen.suspects(in: table, headerRow: headerRow) where !dropped.contains(suspect.index) {
      if suspect.kind == .date, suspect.index == date?.index { continue }
      // A column of numbers that a person named for the chart may hold long numbers: dollars, for instance.
      if suspect.kind == .recordNumber, suspect.reason.hasPrefix("all "),
        used.contains(where: { $0.index == suspect.index && $0.isTold })
      {
        continue
      }
      let isAxis = suspect.index == date?.index
      findings.append(
        Finding(
          .error, file: file, line: line, column: suspect.header,
          problem: "it may identify patients (\(suspect.kind.rawValue)): \(suspect.reason)",
          expected: suspect.kind == .date ? "one date column, the axis" : "no identifiers",
          remedy: isAxis
            ? "choose another column with --date, and leave this one out with --drop \"\(suspect.header)\""
            : "go on without it: --drop \"\(suspect.header)\""))
    }
  }

  // MARK: Saying

  private mutating func say() {
    let parts: [(String, Found?)] = [
      ("date", date), ("value", value), ("numerator", numerator), ("denominator", denominator),
    ]
    let said = parts.compactMap { name, found in
      found.map { "\(name) is \"\($0.header)\"" + ($0.isTold ? "" : " (guessed)") }
    }
    let guessed = parts.contains { $0.1?.isTold == false }
    notes.append(
      "\(file): \(said.joined(separator: ", "))."
        + (guessed ? " --date, --value, --numerator and --denominator choose other columns." : ""))
    let used = Set(
      ([date, value, numerator, denominator].compactMap(\.self) + facets + filters.map(\.column)).map(\.index))
    let unused = headers.indices.filter { !used.contains($0) && !dropped.contains($0) && !headers[$0].isEmpty }
    if !unused.isEmpty {
      notes.append("\(file): not used: " + unused.map { "\"\(headers[$0])\"" }.joined(separator: ", ") + ".")
    }
  }
}
