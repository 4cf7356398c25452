/// Event rows added up by day, week, month, quarter or year.
///
/// Only counts per period are kept, so rows can be streamed and forgotten. Periods without rows are there too: a
/// count of zero is a result, while a share or rate without a denominator is a gap.
///
/// ```swift
/// var weeks = EventAggregator(by: .week)
/// weeks.add(Day(number: 19_723), events: 1, of: 1)
/// let series = try weeks.series(measure: .proportion)
/// ```
public struct EventAggregator: Sendable {
  /// The period the rows are added up by.
  public let period: Period
  /// The rows taken so far.
  public private(set) var rows = 0
  /// Rows whose number was missing; they count as rows of their period only.
  public private(set) var missing = 0

  /// The running number of the first cell.
  private var origin = 0
  private var events: [Double] = []
  private var weights: [Double] = []
  private var taken: [Int32] = []
  /// The first and last period with rows, as cells.
  private var first = Int.max
  private var last = Int.min

  /// Starts without rows.
  public init(by period: Period) {
    self.period = period
  }

  /// Adds one row: so many events, and the denominator they belong to.
  ///
  /// NaN is missing and takes the row's denominator with it. Complexity: O(1), amortized.
  public mutating func add(_ day: Day, events count: Double = 1, of denominator: Double = 1) {
    let cell = cell(of: period.index(of: day))
    first = min(first, cell + origin)
    last = max(last, cell + origin)
    add(cell, count, denominator)
  }

  /// Adds many rows at once, the quick way for columns.
  ///
  /// All columns have the same length; a nil column means 1 in every row. Complexity: O(rows).
  public mutating func add(days: [Int32], events counts: [Double]? = nil, of denominators: [Double]? = nil) {
    precondition(counts.map { $0.count == days.count } ?? true, "One count for each day.")
    precondition(denominators.map { $0.count == days.count } ?? true, "One denominator for each day.")
    guard let least = days.min(), let most = days.max() else { return }
    let low = period.index(of: Day(number: least))
    let high = period.index(of: Day(number: most))
    first = min(first, low)
    last = max(last, high)
    _ = cell(of: low)
    _ = cell(of: high)
    // One look-up table from days to cells spares the calendar a million questions.
    let span = Int(most) - Int(least) + 1
    if span <= max(100_000, days.count) {
      let cells = (0..<span).map { Int32(period.index(of: Day(number: least + Int32($0))) - origin) }
      for row in days.indices {
        add(Int(cells[Int(days[row] - least)]), counts?[row] ?? 1, denominators?[row] ?? 1)
      }
    } else {
      for row in days.indices {
        add(period.index(of: Day(number: days[row])) - origin, counts?[row] ?? 1, denominators?[row] ?? 1)
      }
    }
  }

  /// The rows of each period, from the first to the last with rows or over the days given.
  ///
  /// - Parameters:
  ///   - measure: `.count` ignores denominators; every other measure keeps them.
  ///   - from: A day of the first period wanted; periods before it are left out, empty ones after it are filled in.
  ///   - through: A day of the last period wanted.
  /// - Returns: One row for each period, at its first day.
  /// - Throws: ``ChartError`` when the sums are not finite or a denominator is negative.
  public func series(
    measure: Measure, from: Day? = nil, through: Day? = nil
  ) throws(ChartError) -> Series {
    let begin = from.map(period.index(of:)) ?? first
    let end = through.map(period.index(of:)) ?? last
    guard begin <= end else { return try Series([], measure: measure, period: period) }
    let rows = (begin...end).map { index -> Row in
      let cell = index - origin
      let isHeld = events.indices.contains(cell) && taken[cell] > 0
      let place = Place.day(period.start(ofIndex: index))
      guard measure != .count else { return Row(place, isHeld ? events[cell] : 0) }
      return isHeld ? Row(place, events[cell], of: weights[cell]) : Row(place, 0, of: 0)
    }
    return try Series(rows, measure: measure, period: period)
  }

  private mutating func add(_ cell: Int, _ count: Double, _ denominator: Double) {
    rows += 1
    taken[cell] += 1
    if count.isNaN || denominator.isNaN {
      missing += 1
      return
    }
    events[cell] += count
    weights[cell] += denominator
  }

  /// The cell of a period, made when it is new.
  private mutating func cell(of index: Int) -> Int {
    if events.isEmpty { origin = index }
    if index < origin {
      // Rows in falling order would shift every time; room for as many cells again makes that rare.
      let grown = origin - index + events.count
      let front = [Double](repeating: 0, count: grown)
      events = front + events
      weights = front + weights
      taken = [Int32](repeating: 0, count: grown) + taken
      origin -= grown
    }
    let cell = index - origin
    if cell >= events.count {
      let more = cell + 1 - events.count
      events += [Double](repeating: 0, count: more)
      weights += [Double](repeating: 0, count: more)
      taken += [Int32](repeating: 0, count: more)
    }
    return cell
  }
}
