/// The columns as a person chose them, by name: the file is not kept between two looks, so places would not do.
public struct ToldColumns: Hashable, Sendable {
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

  /// The same by place; a name that the table lacks is passed over.
  func columns(_ headers: [String]) -> CountColumns {
    func index(_ name: String) -> Int? { name.isEmpty ? nil : headers.firstIndex(of: name) }
    return CountColumns(
      day: index(day), numerator: index(numerator), denominator: index(denominator), reason: index(reason),
      groups: Array(groups.compactMap(index).prefix(CountColumns.mostDivisions)), counted: counted,
      threshold: threshold,
      filter: index(filterColumn).map { RowFilter(column: $0, value: CountWord.trimmed(filterValue)) }, order: order)
  }
}
