package import Foundation

/// Times as pages say them, in UTC. (A date formatter would link ICU: 50 MB and 15 ms at the start.)
package enum DayText {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// "Mar 3, 2027".
  package static func day(_ date: Date) -> String {
    let (year, month, day) = civil(days: Int((date.timeIntervalSince1970 / 86_400).rounded(.down)))
    return "\(months[month - 1]) \(day), \(year)"
  }

  /// "20270303", as calendar files write a day.
  static func digits(_ date: Date) -> String {
    let (year, month, day) = civil(days: Int((date.timeIntervalSince1970 / 86_400).rounded(.down)))
    return "\(year)" + CalendarDay.two(month) + CalendarDay.two(day)
  }

  /// "Mar 3, 2027, 14:05 UTC".
  package static func minute(_ date: Date) -> String {
    let seconds = Int(date.timeIntervalSince1970.rounded(.down))
    let minutes = (seconds % 86_400 + 86_400) % 86_400 / 60
    let (hour, minute) = (minutes / 60, minutes % 60)
    return "\(day(date)), \(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute) UTC"
  }

  /// The date of a day counted from January 1, 1970 (the proleptic Gregorian calendar).
  ///
  /// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", 2013: years begin in March, so that the leap day
  /// comes last.
  private static func civil(days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let ofEra = shifted - era * 146_097
    let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * ofYear + 2) / 153
    let day = ofYear - (153 * marchMonth + 2) / 5 + 1
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }
}
