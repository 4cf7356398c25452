public import ProcessControl

/// Reads the day of an event as spreadsheets write it.
///
/// `2026-03-04`, `2026/03/04` or, with the month first unless said otherwise, `3/4/2026` and `3/4/26` (2000 to 2099); a
/// time of day may follow after a blank or `T` and is passed over. Years from 1900 to 2199.
public enum EventDay {
  /// The day that a text says; nil for anything else, and for a day that is not in the calendar.
  public static func read(_ text: some StringProtocol, _ order: DateOrder = .monthFirst) -> Day? {
    switch written(text) {
    case .clear(let day)?: day
    case .slashed(let date)?: date.day(order)
    case nil: nil
    }
  }

  /// A day as it was written.
  enum Written {
    /// The year stands first: it reads one way only.
    case clear(Day)
    /// Two numbers and a year: which of them is the month depends on who wrote it.
    case slashed(SlashedDate)
  }

  /// How a text writes a day; nil for anything else.
  static func written(_ text: some StringProtocol) -> Written? {
    var numbers = (0, 0, 0)
    var digits = (0, 0, 0)
    var field = 0
    var mark: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case 48...57:
        let digit = Int(byte) - 48
        switch field {
        case 0: (numbers.0, digits.0) = (numbers.0 * 10 + digit, digits.0 + 1)
        case 1: (numbers.1, digits.1) = (numbers.1 * 10 + digit, digits.1 + 1)
        default: (numbers.2, digits.2) = (numbers.2 * 10 + digit, digits.2 + 1)
        }
        if max(digits.0, digits.1, digits.2) > 4 { return nil }
        continue
      case 45, 47:
        guard field < 2, mark == 0 || mark == byte else { return nil }
        mark = byte
        field += 1
        continue
      case 32, 84, 9:
        // Blanks before the day, or the time behind it.
        if field == 0, digits.0 == 0 { continue }
      default: return nil
      }
      break
    }
    guard field == 2, digits.0 > 0, digits.1 > 0, digits.2 > 0 else { return nil }
    if digits.0 == 4 {
      guard (1900...2199).contains(numbers.0), let day = Day(year: numbers.0, month: numbers.1, day: numbers.2)
      else { return nil }
      return .clear(day)
    }
    let year = digits.2 == 2 ? 2000 + numbers.2 : numbers.2
    guard mark == 47, digits.0 <= 2, digits.2 == 4 || digits.2 == 2, (1900...2199).contains(year) else { return nil }
    return .slashed(SlashedDate(first: numbers.0, second: numbers.1, year: year))
  }
}

/// A day written as two numbers and a year, as 3/4/2026.
struct SlashedDate: Hashable {
  let first: Int
  let second: Int
  let year: Int

  /// The day in that order; nil where the calendar has none.
  func day(_ order: DateOrder) -> Day? {
    switch order {
    case .monthFirst: Day(year: year, month: first, day: second)
    case .dayFirst: Day(year: year, month: second, day: first)
    }
  }
}
