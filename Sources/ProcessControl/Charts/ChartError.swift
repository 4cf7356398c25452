/// Why a chart cannot be drawn from what was given.
///
/// Every case says what to do next.
public enum ChartError: Error, Sendable, Hashable, CustomStringConvertible {
  /// A value or denominator is infinite (`row` counts from 0).
  case notFinite(row: Int)
  /// Dates, numbers and names stand in one axis column.
  case mixedPlaces
  /// A denominator below zero.
  case negativeDenominator(place: Place, denominator: Double)
  /// Events with nothing they could have happened to.
  case eventsWithoutDenominator(place: Place, events: Double)
  /// A share above 1.
  case numeratorExceedsDenominator(place: Place, numerator: Double, denominator: Double)
  /// A count or time below what is possible; time between events must be above zero.
  case impossibleValue(place: Place, value: Double, chart: ChartKind)
  /// The chart divides by a denominator and there is none.
  case denominatorsNeeded(chart: ChartKind)
  /// The chart needs subgroups: several values at one place.
  case subgroupsNeeded(chart: ChartKind)
  /// A freeze, split or exclusion outside the series.
  case nothingThere(setting: String, place: Place)

  /// What happened, to which thing, and what to do next.
  public var description: String {
    switch self {
    case .notFinite(let row):
      "Row \(row + 1) holds a number that is not finite. Leave it empty if it is unknown."
    case .mixedPlaces:
      "The axis mixes dates, numbers and names. Use one kind for all rows."
    case .negativeDenominator(let place, let denominator):
      "The denominator at \(place) is \(denominator); it must be 0 or more. Correct the row or leave it empty."
    case .eventsWithoutDenominator(let place, let events):
      "At \(place) there are \(events) events with a denominator of 0. Correct the denominator or leave the row empty."
    case .numeratorExceedsDenominator(let place, let numerator, let denominator):
      "At \(place) \(numerator) of \(denominator) is more than all. Correct the row, or use a u chart for rates."
    case .impossibleValue(let place, let value, let chart):
      switch chart {
      case .t:
        "The time between events at \(place) is \(value); it must be above zero. Use a finer unit, such as hours."
      default:
        "The value at \(place) is \(value); a \(chart.title) takes counts of 0 or more. Correct the row."
      }
    case .denominatorsNeeded(let chart):
      "This \(chart.title) needs a denominator for each point. Name the column, or use an I chart or a run chart."
    case .subgroupsNeeded(let chart):
      "This \(chart.title) needs several values at one place. Use an I chart for single values."
    case .nothingThere(let setting, let place):
      "The \(setting) at \(place) leaves no points. Choose a place inside the series."
    }
  }
}
