/// A span of the calendar that event rows are added up by.
///
/// Weeks begin on Monday.
public enum Period: String, Codable, CaseIterable, Sendable, Hashable {
  case day
  case week
  case month
  case quarter
  case year

  /// The running number of the period that holds a day: neighbors differ by exactly one, across years too.
  public func index(of day: Day) -> Int {
    switch self {
    case .day: return Int(day.number)
    case .week: return (Int(day.number) + 3).floored(by: 7)
    case .month:
      let parts = day.parts
      return parts.year * 12 + parts.month - 1
    case .quarter:
      let parts = day.parts
      return (parts.year * 12 + parts.month - 1).floored(by: 3)
    case .year: return day.parts.year
    }
  }

  /// The first day of the period with a running number.
  public func start(ofIndex index: Int) -> Day {
    switch self {
    case .day: return Day(number: Int32(index))
    case .week: return Day(number: Int32(index * 7 - 3))
    case .month:
      let year = index.floored(by: 12)
      return Day(valid: year, index - year * 12 + 1, 1)
    case .quarter:
      let year = index.floored(by: 4)
      return Day(valid: year, (index - year * 4) * 3 + 1, 1)
    case .year: return Day(valid: index, 1, 1)
    }
  }

  /// The first day of the period that holds a day.
  public func start(of day: Day) -> Day {
    start(ofIndex: index(of: day))
  }

  /// The English plural: "weeks".
  public var plural: String { rawValue + "s" }
}
