/// Rows of numbers of different lengths, kept end to end: row `i` is `values[starts[i]..<starts[i + 1]]`.
///
/// A market of 50,000 lists is two allocations instead of 50,001.
public struct Lists: Sendable, Equatable {
  package private(set) var starts: [Int32] = [0]
  package private(set) var values: [Int32] = []

  /// No rows yet.
  public init() {}

  /// The given rows, in order; O(number of values).
  public init(_ rows: [[Int]]) {
    starts.reserveCapacity(rows.count + 1)
    values.reserveCapacity(rows.reduce(0) { $0 + $1.count })
    for row in rows { append(row) }
  }

  /// Room for `rows` rows and `values` values in all, so that appending does not move them.
  public mutating func reserve(rows: Int, values: Int) {
    starts.reserveCapacity(rows + 1)
    self.values.reserveCapacity(values)
  }

  /// Adds one row at the end.
  public mutating func append(_ row: some Sequence<Int>) {
    for value in row { values.append(Int32(value)) }
    starts.append(Int32(values.count))
  }

  /// How many rows there are.
  public var count: Int { starts.count - 1 }

  /// One row, first value first.
  public subscript(row: Int) -> [Int] { range(row).map { Int(values[$0]) } }

  package func range(_ row: Int) -> Range<Int> { Int(starts[row])..<Int(starts[row + 1]) }
}
