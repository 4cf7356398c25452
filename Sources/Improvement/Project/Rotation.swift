public import ProcessControl

/// When the team leaves, who goes on, and the looks back after 3, 6 and 12 months, which go to the owner who stays.
public struct Rotation: Codable, Hashable, Sendable {
  /// A look back that was made.
  public struct Check: Codable, Hashable, Sendable {
    /// Months after the end: 3, 6 or 12.
    public var months: Int
    public var on: Day
    /// Whether the change still holds.
    public var holds: Bool
    public var words: String

    public init(months: Int, on day: Day, holds: Bool, words: String = "") {
      self.months = months
      on = day
      self.holds = holds
      self.words = words
    }
  }

  public var project: ProjectID
  /// The last day of the present team.
  public var leaves: Day?
  /// Who leads it afterwards.
  public var successor: String
  /// The looks back made so far.
  public var checks: [Check]

  public init(project: ProjectID, leaves: Day? = nil, successor: String = "", checks: [Check] = []) {
    self.project = project
    self.leaves = leaves
    self.successor = successor
    self.checks = checks
  }

  /// Months after the end at which is looked back.
  public static let months = [3, 6, 12]

  /// The looks back that are not made yet, with their days, counted from `end`.
  public func due(after end: Day) -> [(months: Int, on: Day)] {
    Rotation.months.filter { months in !checks.contains { $0.months == months } }
      .map { ($0, end.adding(months: $0)) }
  }
}

extension Day {
  /// The same day so many months later, or the last of that month where it has no such day.
  public func adding(months: Int) -> Day {
    let (year, month, day) = parts
    let index = year * 12 + month - 1 + months
    let (newYear, newMonth) = (index / 12, index % 12 + 1)
    return Day(year: newYear, month: newMonth, day: min(day, Day.length(ofMonth: newMonth, year: newYear))) ?? self
  }
}
