/// Where a point stands on the horizontal axis: a time, a number that orders the points, or a name without an order.
///
/// Times and numbers sort by size, names by their text. A series holds one kind only.
public enum Place: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// A day and, where it is known, the second of that day (0 to 86,399).
  case time(Day, second: Int32)
  /// A number that orders the points; finite.
  case number(Double)
  /// A unit or group. Names have no order in time, so charts over them get limits but no runs analysis.
  case name(String)

  /// A day without a time of day.
  public static func day(_ day: Day) -> Place { .time(day, second: 0) }

  /// Whether the place has an order in time.
  public var isOrdered: Bool {
    if case .name = self { false } else { true }
  }

  /// ISO 8601 for times (`2024-06-03` or `2024-06-03T14:05:09`), the number, or the name.
  public var description: String {
    switch self {
    case .time(let day, 0): return day.description
    case .time(let day, let second):
      let clock = [second / 3600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
      return day.description + "T" + clock.joined(separator: ":")
    case .number(let number):
      let whole = number.rounded()
      return whole == number && abs(whole) < 1e15 ? String(Int(whole)) : String(number)
    case .name(let name): return name
    }
  }

  /// Times before numbers before names; within a kind by size or text.
  public static func < (left: Place, right: Place) -> Bool {
    switch (left, right) {
    case (.time(let a, let s), .time(let b, let t)): a.number != b.number ? a.number < b.number : s < t
    case (.number(let a), .number(let b)): a < b
    case (.name(let a), .name(let b)): a < b
    case (.time, _), (.number, .name): true
    default: false
    }
  }
}
