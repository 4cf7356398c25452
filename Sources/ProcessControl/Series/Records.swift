/// Rows with labels, for charts of a part of the data and charts side by side.
public struct Records: Sendable, Hashable {
  /// One row with a label for each column.
  public struct Record: Sendable, Hashable {
    public var row: Row
    public var labels: [String]

    public init(_ row: Row, labels: [String]) {
      self.row = row
      self.labels = labels
    }
  }

  /// One chart among several: the labels that single it out, and its series.
  public struct Facet: Sendable, Hashable {
    /// One label for each column the facets are made of.
    public let labels: [String]
    public let series: Series
  }

  /// The names of the label columns.
  public let columns: [String]
  /// The rows; each has as many labels as there are columns.
  public let records: [Record]
  /// What the numbers are.
  public let measure: Measure?
  /// The period of the rows, if they were added up.
  public let period: Period?

  public init(columns: [String], _ records: [Record], measure: Measure? = nil, period: Period? = nil) {
    precondition(records.allSatisfy { $0.labels.count == columns.count }, "One label for each column.")
    self.columns = columns
    self.records = records
    self.measure = measure
    self.period = period
  }

  /// The records whose label in a column is one of the values; nil when there is no such column.
  ///
  /// An empty label stands for "not recorded" and is a value like any other.
  public func filtered(_ column: String, oneOf values: Set<String>) -> Records? {
    guard let index = columns.firstIndex(of: column) else { return nil }
    return Records(
      columns: columns, records.filter { values.contains($0.labels[index]) }, measure: measure, period: period)
  }

  /// All rows as one series.
  public func series() throws(ChartError) -> Series {
    try Series(records.map(\.row), measure: measure, period: period)
  }

  /// One series for each combination of labels that occurs, sorted by the labels. Complexity: O(records log facets)
  ///
  /// - Precondition: The columns exist.
  public func facets(by names: [String]) throws(ChartError) -> [Facet] {
    let indices = names.map { name -> Int in
      guard let index = columns.firstIndex(of: name) else { preconditionFailure("There is no column \(name).") }
      return index
    }
    var rows: [[String]: [Row]] = [:]
    for record in records { rows[indices.map { record.labels[$0] }, default: []].append(record.row) }
    var facets: [Facet] = []
    for labels in rows.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      facets.append(
        Facet(labels: labels, series: try Series(rows[labels] ?? [], measure: measure, period: period)))
    }
    return facets
  }
}

extension ChartRequest {
  /// The same request without the freezes, splits and exclusions that a series has no points for.
  ///
  /// One request can then serve facets that begin and end at different times.
  public func fitted(to series: Series) -> ChartRequest {
    let places = Set(series.rows.map(\.place))
    guard let first = places.min(), let last = places.max() else { return self }
    var fitted = self
    fitted.exclusions = exclusions.intersection(places)
    fitted.freezes = freezes.filter { $0 >= first }
    fitted.splits = splits.filter { $0.place > first && $0.place <= last }
    return fitted
  }
}
