public import ProcessControl

/// A point in time that is itself evidence: when a prediction was locked, when an aim was declared.
///
/// Seconds since January 1, 1970, in UTC, from the clock of who keeps the value; never typed.
public struct Moment: RawRepresentable, Codable, Hashable, Comparable, Sendable {
  public let rawValue: Int64

  public init(rawValue: Int64) { self.rawValue = rawValue }

  /// The first second of a day.
  public init(startOf day: Day) { self.init(rawValue: Int64(day.number) * 86_400) }

  /// The day in UTC that holds it.
  public var day: Day {
    let days = rawValue / 86_400
    return Day(number: Int32(rawValue % 86_400 < 0 ? days - 1 : days))
  }

  /// As `2026-06-03 14:05 UTC`.
  public var text: String {
    let minutes = Int(rawValue - Int64(day.number) * 86_400) / 60
    let (hour, minute) = (minutes / 60, minutes % 60)
    return "\(day) \(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute) UTC"
  }

  public static func < (one: Moment, other: Moment) -> Bool { one.rawValue < other.rawValue }
}
