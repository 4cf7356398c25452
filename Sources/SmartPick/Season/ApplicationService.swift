/// The portal through which applications go.
public enum ApplicationService: String, Sendable, Codable, CaseIterable, Hashable {
  case eras
  case residencyCAS = "residencycas"
  case sfMatch = "sfmatch"
  case military

  /// The name as people write it.
  public var name: String {
    switch self {
    case .eras: "ERAS"
    case .residencyCAS: "ResidencyCAS"
    case .sfMatch: "SF Match"
    case .military: "the military services"
    }
  }
}

/// A day that a season turns on.
public struct KeyDate: Sendable, Equatable, Identifiable {
  /// A stable word such as `match_day`.
  public let id: String
  public let name: String
  /// Whose date it is: `nrmp` or an ``ApplicationService``.
  public let body: String
  /// Year, month and day as `2026-03-20`.
  public let date: String
  /// Eastern time as `12:00`, where one was published.
  public let time: String?
  public let source: String
  public let trust: Figure.Trust
}

/// How a specialty with a calendar of its own is dealt with.
public struct CalendarNote: Sendable, Equatable {
  public enum Handling: String, Sendable, Codable {
    /// Part of the way is the same; the note says what is not.
    case named
    /// Dealt with like the others, on its own dates.
    case handled
    /// Not answered here; the note says where to go.
    case refused
  }

  public let specialty: String
  public let handling: Handling
  /// One sentence for the applicant.
  public let sentence: String
}
