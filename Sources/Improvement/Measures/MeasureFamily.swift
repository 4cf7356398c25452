/// A project's measures together: all three kinds, or the one that is missing and the question that finds it.
///
/// Langley et al., *The Improvement Guide*, 2009: an outcome says whether it helps, a process measure whether it was
/// done, a balancing measure what it costs elsewhere.
public enum MeasureFamily {
  /// The kinds without a measure, in the order outcome, process, balancing.
  public static func missing(among measures: [ProjectMeasure]) -> [ProjectMeasure.Role] {
    ProjectMeasure.Role.allCases.filter { role in !measures.contains { $0.role == role } }
  }
}

extension ProjectMeasure.Role {
  /// The question whose answer is a measure of this kind.
  public var question: String {
    switch self {
    case .outcome: "How do patients or staff fare? That is what the aim is about."
    case .process: "Is the change really done? Without it, an unchanged outcome says nothing."
    case .balancing: "What could get worse meanwhile: somewhere else, for someone else?"
    }
  }

  /// "Outcome measure".
  public var fullName: String {
    switch self {
    case .outcome: "Outcome measure"
    case .process: "Process measure"
    case .balancing: "Balancing measure"
    }
  }
}

extension ProjectMeasure.Kind {
  /// What a person chooses by.
  public var words: String {
    switch self {
    case .proportion: "A share: so many of so many"
    case .rate: "A rate: events for an exposure that varies"
    case .count: "A count in equal periods"
    case .value: "A quantity: minutes, a score"
    case .casesBetween: "Cases between two events"
    case .daysBetween: "Days between two events"
    }
  }

  /// Whether each count stands for a period; otherwise each is an event of its own.
  public var isPeriodic: Bool { self != .casesBetween && self != .daysBetween }
}
