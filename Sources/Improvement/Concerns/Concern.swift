public import ProcessControl

/// Something that speaks against a change: asked about, heard, answered, and looked at again.
public struct Concern: Codable, Hashable, Sendable {
  /// What it is about.
  public enum Kind: String, Codable, Sendable, CaseIterable {
    case resources
    case time
    case risk
    case other

    /// A question that finds out what would have to be true.
    public var question: String {
      switch self {
      case .resources: "What would have to be given, or stop, for this to fit?"
      case .time: "Which minutes, of whom, in which part of the day?"
      case .risk: "What is the worst that could happen, and how would we see it early?"
      case .other: "What would you need to see to be for it?"
      }
    }
  }

  /// What answers it.
  public enum Answer: String, Codable, Sendable, CaseIterable {
    case smallerPilot
    case data
    case guideline
    case precedent
    case changed
    case agreed
  }

  public var project: ProjectID
  /// The concern, as it was said.
  public var said: String
  /// Who raised it: a role.
  public var who: String
  public var kind: Kind
  public var raised: Day
  /// The clarifying question that was asked.
  public var asked: String
  /// What was heard.
  public var heard: String
  public var answer: Answer?
  /// The answer in words.
  public var answered: String
  /// When it is looked at again.
  public var revisit: Day?
  /// The day on which whoever raised it said that it is settled.
  public var settled: Day?

  public init(project: ProjectID, said: String, who: String = "", kind: Kind, raised: Day) {
    self.project = project
    self.said = said
    self.who = who
    self.kind = kind
    self.raised = raised
    asked = ""
    heard = ""
    answered = ""
  }

  public var isOpen: Bool { settled == nil }

  /// What is missing next.
  public enum Step: String, Sendable, CaseIterable {
    case ask
    case listen
    case answer
    case revisit
    case settled
  }

  /// The first step not taken.
  public var step: Step {
    if settled != nil { return .settled }
    if asked.isEmpty { return .ask }
    if heard.isEmpty { return .listen }
    if answer == nil { return .answer }
    return .revisit
  }

  /// Whether its day to be looked at again has come.
  public func isDue(on day: Day) -> Bool { isOpen && (revisit.map { $0 <= day } ?? false) }
}
