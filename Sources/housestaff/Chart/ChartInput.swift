import ProcessControl
import Tables

/// A file as the series of its facets: read once, from front to end, without being held in memory.
struct ChartInput {
  /// One series with the values of the facets' columns.
  struct Facet {
    let labels: [String]
    let series: Series
  }

  /// One series for each combination of facet values, sorted; one without labels when there is no facet.
  let facets: [Facet]
  let columns: ChartColumns
  /// What is worth saying.
  let notes: [String]

  /// - Throws: ``InputFailure`` with everything that is wrong.
  init(_ path: String, _ options: ChartColumnOptions, chart: ChartKind?) throws {
    let file = try ChartFile(path)
    do {
      try self.init(file, options, chart)
    } catch let error as TableError {
      throw InputFailure([error.finding])
    }
  }

  private init(_ file: ChartFile, _ options: ChartColumnOptions, _ chart: ChartKind?) throws {
    let start = try file.start()
    let sample = try Self.sample(start, name: file.name)
    let columns = ChartColumns(options, in: sample)
    if !columns.findings.isEmpty { throw InputFailure(columns.findings) }
    guard case .text(let separator) = sample.kind else { throw InputFailure("\(file.name) is no text.") }
    var rows = ChartRows(file: file.name, columns: columns, period: options.by, chart: chart)
    var reader = CSVReader(name: file.name, separator: separator)
    try reader.read(start) { row throws(TableError) in rows.take(row) }
    while case let piece = try file.next(), !piece.isEmpty {
      try piece.withUnsafeBufferPointer { bytes throws(TableError) in
        try reader.read(bytes) { row throws(TableError) in rows.take(row) }
      }
    }
    try reader.finish { row throws(TableError) in rows.take(row) }
    rows.store()
    try Self.refuse(rows, columns, file.name)
    self.columns = columns
    let measure = Self.measure(columns, rows.facts, options.by, chart)
    facets = try rows.sums.keys.sorted { $0.lexicographicallyPrecedes($1) }.map { labels in
      guard let sums = rows.sums[labels] else { preconditionFailure("The labels come from the sums.") }
      do {
        let series =
          try sums.aggregator?.series(measure: measure) ?? Series(sums.rows, measure: measure, period: options.by)
        return Facet(labels: labels, series: series)
      } catch let error as ChartError {
        throw InputFailure("\(file.name): \(error.description)")
      }
    }
    notes = columns.notes + reader.warnings.map(\.description) + Self.said(rows, measure, columns, options)
  }

  /// The first rows as a table; a row that the sample cuts is left away.
  private static func sample(_ start: [UInt8], name: String) throws -> Table {
    guard start.count >= ChartFile.sampleBytes,
      let cut = start.lastIndex(of: 0x0A) ?? start.lastIndex(of: 0x0D)
    else { return try Table(csv: start, name: name) }
    let whole = Array(start[...cut])
    guard let line = openQuote(in: whole) else { return try Table(csv: whole, name: name) }
    // The sample ends inside a quoted value: the lines before it do.
    let ends = whole.indices.filter { whole[$0] == 0x0A }
    let end = line >= 2 && line - 2 < ends.count ? ends[line - 2] : whole.count - 1
    return try Table(csv: Array(whole[...end]), name: name)
  }

  /// The line of a quote that is not closed; nil without one.
  private static func openQuote(in bytes: [UInt8]) -> Int? {
    do throws(TableError) {
      _ = try Table(csv: bytes, name: "")
      return nil
    } catch {
      return error.kind == .unterminatedQuote ? error.finding.line : nil
    }
  }

  private static func refuse(_ rows: ChartRows, _ columns: ChartColumns, _ file: String) throws {
    if !rows.findings.isEmpty {
      var lines = rows.findings.map(\.description)
      if rows.moreFindings > 0 {
        lines.append(
          "\(file): \(rows.moreFindings) more problems; put the first \(rows.findings.count) right and try again.")
      }
      throw InputFailure(lines)
    }
    if rows.seen == 0 {
      throw InputFailure([
        Finding(
          .error, file: file, problem: "there are no rows below the names of the columns",
          expected: "a row for each point or event",
          remedy: "check that the right file was chosen and that it was saved")
      ])
    }
    if rows.taken == 0 {
      throw InputFailure(
        zip(columns.filters, rows.filterValues).map { filter, values in
          Finding(
            .error, file: file, column: filter.column.header,
            value: filter.values.joined(separator: "\" or \""), problem: "no row passes --where",
            expected: "one of " + values.sorted().map { "\"\($0)\"" }.joined(separator: ", "),
            remedy: "check the spelling")
        })
    }
  }

  // MARK: The measure

  private static func measure(
    _ columns: ChartColumns, _ facts: ChartRows.Facts, _ period: Period?, _ chart: ChartKind?
  ) -> Measure {
    if let value = columns.value { return measure(ofValue: value.header, period, chart) }
    guard columns.numerator != nil else { return .count }
    if columns.denominator != nil {
      return !facts.isWhole ? .value : facts.isShare ? .proportion : .rate
    }
    if chart?.needsDenominators == true { return facts.isFlag ? .proportion : .rate }
    return period != nil && facts.isFlag && chart != .c ? .proportion : .count
  }

  private static func measure(ofValue header: String, _ period: Period?, _ chart: ChartKind?) -> Measure {
    if chart == .t { return .timeBetween }
    if chart == .g { return .casesBetween }
    guard chart == nil, period == nil else { return chart == .c ? .count : .value }
    let words = Set(ColumnName.words(header))
    guard words.contains("between") else { return .value }
    return words.isDisjoint(with: ["days", "hours", "minutes", "weeks", "time"]) ? .casesBetween : .timeBetween
  }

  private static func said(
    _ rows: ChartRows, _ measure: Measure, _ columns: ChartColumns, _ options: ChartColumnOptions
  ) -> [String] {
    var said: [String] = []
    if let period = options.by {
      let what =
        measure == .count
        ? columns.numerator.map { "\"\($0.header)\" is added up" } ?? "rows are counted"
        : columns.denominator != nil
          ? "numerators and denominators are added up"
          : measure == .value
            ? "values are averaged" : "rows are counted, and those with \"\(columns.numerator?.header ?? "")\""
      said.append("\(rows.taken) rows: \(what) in each \(period.rawValue).")
    }
    if rows.missing > 0 {
      said.append(
        "\(rows.missing) \(rows.missing == 1 ? "row has" : "rows have") no number and \(rows.missing == 1 ? "is" : "are") a gap."
      )
    }
    return said
  }
}
