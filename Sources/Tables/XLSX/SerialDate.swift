/// Spreadsheet dates: days since the end of 1899, or since 1904, with the time of day as a fraction.
public enum SerialDate {
  /// A serial number as ISO 8601 text: `2026-07-01`, `2026-07-01 14:30`, or `14:30` for times without a day.
  ///
  /// In the 1900 system day 60 is the 29 February 1900 that Excel keeps for the sake of Lotus 1-2-3 and that never was;
  /// it reads as 1 March. `nil` for numbers that are no date (negative, or beyond the year 9999). Seconds are rounded,
  /// and written only where they are not zero.
  public static func text(_ serial: Double, epoch1904: Bool = false) -> String? {
    guard serial >= 0, serial < 2_958_466 else { return nil }
    var days = Int(serial)
    var seconds = Int(((serial - Double(days)) * 86_400).rounded())
    if seconds == 86_400 {
      days += 1
      seconds = 0
    }
    let time =
      two(seconds / 3_600) + ":" + two(seconds / 60 % 60) + (seconds % 60 == 0 ? "" : ":" + two(seconds % 60))
    if days == 0 && !epoch1904 { return time }
    // Days from 1970-01-01: 1904-01-01 is -24107; 1899-12-30 is -25569, and 1899-12-31 before the day that never was.
    let day = epoch1904 ? days - 24_107 : days - (days < 60 ? 25_568 : 25_569)
    let date = civil(daysSince1970: day)
    let text = four(date.year) + "-" + two(date.month) + "-" + two(date.day)
    return seconds == 0 ? text : text + " " + time
  }

  /// Year, month and day of the Gregorian calendar (Howard Hinnant's `civil_from_days`).
  private static func civil(daysSince1970 days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  private static func four(_ number: Int) -> String {
    String(repeating: "0", count: max(0, 4 - "\(number)".count)) + "\(number)"
  }

  /// Whether a number format shows dates or times (ECMA-376 part 1, 18.8.30 and 18.8.31).
  static func isDateFormat(id: Int, code: String?) -> Bool {
    guard let code else {
      return (14...22).contains(id) || (27...36).contains(id) || (45...47).contains(id) || (50...58).contains(id)
    }
    var quoted = false
    var bracketed = false
    var escaped = false
    for character in code.lowercased() {
      if escaped {
        escaped = false
      } else if quoted {
        quoted = character != "\""
      } else if bracketed {
        bracketed = character != "]"
      } else {
        switch character {
        case "\"": quoted = true
        case "[": bracketed = true
        case "\\", "_", "*": escaped = true
        case "y", "m", "d", "h", "s": return true
        case ";": return false
        default: break
        }
      }
    }
    return false
  }

  /// Whether a number format shows per cent.
  static func isPercentFormat(id: Int, code: String?) -> Bool {
    guard let code else { return id == 9 || id == 10 }
    return code.contains("%")
  }
}
