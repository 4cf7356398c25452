/// A day of the proleptic Gregorian calendar, counted from January 1, 1970.
///
/// Day arithmetic is exact integer arithmetic on `number`; there are no time zones and no leap seconds.
/// Years from -5,000,000 to 5,000,000 are accepted.
///
/// ```swift
/// Day(iso: "2024-02-29")?.adding(1).description  // "2024-03-01"
/// ```
public struct Day: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Days since January 1, 1970, which is day 0.
  public let number: Int32

  /// The day with a given number.
  public init(number: Int32) {
    self.number = number
  }

  /// The day with a year, month (1 to 12) and day of the month; nil when there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (-5_000_000...5_000_000).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    self.init(valid: year, month, day)
  }

  /// Reads `YYYY-MM-DD`, exactly ten ASCII characters; nil when the text is anything else or no such day exists.
  public init?(iso text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == 45, bytes[7] == 45 else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard (48...57).contains(byte) else { return nil }
        value = value * 10 + Int(byte) - 48
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Year, month (1 to 12) and day of the month.
  public var parts: (year: Int, month: Int, day: Int) {
    // Years are counted from March, so that the leap day is the last of its year (E. G. Richards, 2013).
    let shifted = Int(number) + 719_468
    let era = shifted.floored(by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }

  /// Monday is 1, Sunday is 7.
  public var weekday: Int {
    let sinceMonday = Int(number) + 3
    return sinceMonday - sinceMonday.floored(by: 7) * 7 + 1
  }

  /// The day so many days later (earlier when negative).
  public func adding(_ days: Int) -> Day {
    Day(number: Int32(Int(number) + days))
  }

  /// The number of days in a month (1 to 12) of a year.
  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// `YYYY-MM-DD`.
  public var description: String {
    let (year, month, day) = parts
    let digits = String(abs(year))
    let padded = String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    return (year < 0 ? "-" : "") + padded + (month < 10 ? "-0" : "-") + String(month) + (day < 10 ? "-0" : "-")
      + String(day)
  }

  public static func < (left: Day, right: Day) -> Bool {
    left.number < right.number
  }

  /// A day whose parts are known to exist.
  init(valid year: Int, _ month: Int, _ day: Int) {
    let marchYear = month <= 2 ? year - 1 : year
    let era = marchYear.floored(by: 400)
    let yearOfEra = marchYear - era * 400
    let marchMonth = month > 2 ? month - 3 : month + 9
    let dayOfYear = (153 * marchMonth + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(number: Int32(era * 146_097 + dayOfEra - 719_468))
  }
}

extension Int {
  /// Division rounded toward minus infinity, for a positive divisor.
  func floored(by divisor: Int) -> Int {
    self >= 0 ? self / divisor : -((divisor - 1 - self) / divisor)
  }
}
