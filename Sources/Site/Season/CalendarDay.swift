/// A day of the calendar, written `2026-11-03`.
struct CalendarDay: Equatable, Sendable {
  let year: Int
  let month: Int
  let day: Int

  /// Nil where the text is no day from 1900 to 2199 of the Gregorian calendar.
  init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard text.utf8.count == 10, parts.map(\.utf8.count) == [4, 2, 2],
      text.utf8.allSatisfy({ $0 == 45 || (48...57).contains($0) }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]), (1900...2199).contains(year),
      (1...12).contains(month), (1...Self.length(month, of: year)).contains(day)
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  private init(_ year: Int, _ month: Int, _ day: Int) { (self.year, self.month, self.day) = (year, month, day) }

  /// The day after it.
  var next: CalendarDay {
    if day < Self.length(month, of: year) { return CalendarDay(year, month, day + 1) }
    return month < 12 ? CalendarDay(year, month + 1, 1) : CalendarDay(year + 1, 1, 1)
  }

  /// `20261103`, as calendars write it.
  var digits: String { "\(year)" + Self.two(month) + Self.two(day) }

  /// "Nov 3, 2026".
  var words: String {
    let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return "\(names[month - 1]) \(day), \(year)"
  }

  /// Whether the text is a time of a day, as `09:30`.
  static func isTime(_ text: String) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [2, 2], let hour = Int(parts[0]), let minute = Int(parts[1]) else { return false }
    return (0...23).contains(hour) && (0...59).contains(minute)
      && text.utf8.allSatisfy { $0 == 58 || (48...57).contains($0) }
  }

  static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func length(_ month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
