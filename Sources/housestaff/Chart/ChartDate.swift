import ProcessControl
import Tables

/// Reads the axis column from its bytes.
///
/// Days are `2026-03-04`, `2026/03/04` or, the American way, `3/4/2026`; a time of day may follow after a blank or `T`.
/// A zone behind the time is passed over: the clock on the wall counts.
struct ChartDate {
  /// What a field says.
  enum Value: Equatable {
    case day(Int32, second: Int32)
    case number(Double)
    /// Looks like a date, but the calendar has none such.
    case noSuchDay
    /// A date of another century, most likely a slip.
    case distant
    case unreadable
  }

  /// Years beyond these are slips: one of them would stretch the axis over centuries.
  static let years = 1900...2199

  private var lastKey = -1
  private var lastDay: Value = .unreadable

  /// What the bytes of a field say; blanks around them do not matter.
  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Value {
    var start = 0
    var end = bytes.count
    while start < end, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    var cursor = start
    var parts = (0, 0, 0)
    guard let first = Self.digits(bytes, &cursor, end), cursor < end else { return number(bytes) }
    let mark = bytes[cursor]
    guard mark == 0x2D || mark == 0x2F, cursor > start else { return number(bytes) }
    let isYearFirst = cursor - start == 4
    guard isYearFirst || (mark == 0x2F && cursor - start <= 2) else { return .unreadable }
    cursor += 1
    guard let second = Self.digits(bytes, &cursor, end), cursor < end, bytes[cursor] == mark else {
      return .unreadable
    }
    cursor += 1
    let before = cursor
    guard let third = Self.digits(bytes, &cursor, end), isYearFirst ? cursor - before <= 2 : cursor - before == 4
    else { return .unreadable }
    parts = isYearFirst ? (first, second, third) : (third, first, second)
    guard let time = Self.time(bytes, cursor, end) else { return .unreadable }
    let day = self.day(parts)
    guard case .day(let number, _) = day else { return day }
    return .day(number, second: time)
  }

  /// The day of a year, month and day; rows in order of time ask for the same one again and again.
  private mutating func day(_ parts: (Int, Int, Int)) -> Value {
    let key = (parts.0 * 100 + parts.1) * 100 + parts.2
    if key == lastKey { return lastDay }
    lastKey = key
    if let day = Day(year: parts.0, month: parts.1, day: parts.2) {
      lastDay = Self.years.contains(parts.0) ? .day(day.number, second: 0) : .distant
    } else {
      lastDay = .noSuchDay
    }
    return lastDay
  }

  private func number(_ bytes: UnsafeBufferPointer<UInt8>) -> Value {
    DecimalText.double(bytes).map(Value.number) ?? .unreadable
  }

  /// Up to nine digits from the cursor on; nil without any.
  private static func digits(_ bytes: UnsafeBufferPointer<UInt8>, _ cursor: inout Int, _ end: Int) -> Int? {
    let start = cursor
    var value = 0
    while cursor < end, cursor - start < 9, case let digit = bytes[cursor] &- 0x30, digit <= 9 {
      value = value * 10 + Int(digit)
      cursor += 1
    }
    return cursor > start ? value : nil
  }

  /// The second of the day; nil where what follows the day is no time of day.
  private static func time(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int32? {
    if start == end { return 0 }
    guard bytes[start] == 0x20 || bytes[start] == 0x54 else { return nil }
    var cursor = start + 1
    guard let hour = digits(bytes, &cursor, end), hour < 24, cursor < end, bytes[cursor] == 0x3A else { return nil }
    cursor += 1
    guard let minute = digits(bytes, &cursor, end), minute < 60 else { return nil }
    var second = 0
    if cursor < end, bytes[cursor] == 0x3A {
      cursor += 1
      guard let read = digits(bytes, &cursor, end), read < 60 else { return nil }
      second = read
      if cursor < end, bytes[cursor] == 0x2E {
        cursor += 1
        _ = digits(bytes, &cursor, end)
      }
    }
    var seconds = hour * 3600 + minute * 60 + second
    let rest = bytes[cursor..<end].drop { $0 == 0x20 }
    if rest.elementsEqual("PM".utf8) || rest.elementsEqual("pm".utf8) {
      guard (1...12).contains(hour) else { return nil }
      if hour < 12 { seconds += 43_200 }
    } else if rest.elementsEqual("AM".utf8) || rest.elementsEqual("am".utf8) {
      guard (1...12).contains(hour) else { return nil }
      if hour == 12 { seconds -= 43_200 }
    } else if let zone = rest.first, zone != 0x5A, zone != 0x2B, zone != 0x2D {
      return nil
    }
    return Int32(seconds)
  }

  /// The place that a text names; nil for anything but a date, a date and time or a number.
  static func place(_ text: String) -> Place? {
    var text = text
    var reader = ChartDate()
    switch text.withUTF8({ reader.read($0) }) {
    case .day(let number, let second): return .time(Day(number: number), second: second)
    case .number(let number): return .number(number)
    case .noSuchDay, .distant, .unreadable: return nil
    }
  }
}
