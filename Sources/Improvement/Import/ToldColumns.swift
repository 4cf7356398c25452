/// The columns as a person chose them, by name: the file is not kept between two looks, so places would not do.
public struct ToldColumns: Codable, Hashable, Sendable {
  public var day: String
  public var numerator: String
  public var denominator: String
  public var reason: String
  public var groups: [String]
  public var counted: String
  public var threshold: CountThreshold?
  /// The column of which only rows with ``filterValue`` are read; empty for all rows.
  public var filterColumn: String
  public var filterValue: String
  public var order: DateOrder?

  public init(
    day: String, numerator: String = "", denominator: String = "", reason: String = "", groups: [String] = [],
    counted: String = "", threshold: CountThreshold? = nil, filterColumn: String = "", filterValue: String = "",
    order: DateOrder? = nil
  ) {
    self.day = day
    self.numerator = numerator
    self.denominator = denominator
    self.reason = reason
    self.groups = groups
    self.counted = counted
    self.threshold = threshold
    self.filterColumn = filterColumn
    self.filterValue = filterValue
    self.order = order
  }

  /// Every column that is named.
  public var names: Set<String> {
    Set([day, numerator, denominator, reason, filterColumn].filter { !$0.isEmpty } + groups)
  }

  /// The same by place; a name that the table lacks is passed over.
  func columns(_ headers: [String]) -> CountColumns {
    func index(_ name: String) -> Int? { name.isEmpty ? nil : headers.firstIndex(of: name) }
    return CountColumns(
      day: index(day), numerator: index(numerator), denominator: index(denominator), reason: index(reason),
      groups: Array(groups.compactMap(index).prefix(CountColumns.mostDivisions)), counted: counted,
      threshold: threshold,
      filter: index(filterColumn).map { RowFilter(column: $0, value: CountWord.trimmed(filterValue)) }, order: order)
  }

  /// The columns that were read, by name.
  public init(_ read: CountImport) {
    let columns = read.columns
    func name(_ index: Int?) -> String { index.map { read.headers[$0] } ?? "" }
    self.init(
      day: name(columns.day), numerator: name(columns.numerator), denominator: name(columns.denominator),
      reason: name(columns.reason), groups: columns.groups.map { read.headers[$0] }, counted: columns.counted,
      threshold: columns.threshold, filterColumn: name(columns.filter?.column),
      filterValue: columns.filter?.value ?? "", order: columns.order)
  }
}
