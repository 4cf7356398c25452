/// A day of the calendar, for the axis of a chart.
public struct Day: Sendable, Hashable, Comparable {
  public let year: Int
  /// 1 to 12.
  public let month: Int
  /// 1 to 31.
  public let day: Int

  /// A day, or `nil` where the calendar has none such.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), (1...9999).contains(year) else { return nil }
    let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    let length = month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
    guard (1...length).contains(day) else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// "June 3".
  public var text: String { "\(Self.months[month - 1]) \(day)" }

  /// "June 3, 2026".
  public var longText: String { "\(text), \(year)" }

  /// "Jun".
  var monthText: String { String(Self.months[month - 1].prefix(3)) }

  /// Days since March 1 of the year 0, for distances (Howard Hinnant, "chrono-compatible low-level date algorithms").
  var ordinal: Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
  }

  public static func < (one: Day, other: Day) -> Bool { one.ordinal < other.ordinal }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}
