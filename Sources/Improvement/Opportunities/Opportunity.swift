public import ProcessControl

/// Something that could be better: what, where, of what kind, with what consequence, and how often it was seen.
///
/// No patient is in it; ``TextScreen`` reads the words before they are kept.
public struct Opportunity: Codable, Hashable, Sendable {
  /// What it is about.
  public enum Kind: String, Codable, Sendable, CaseIterable {
    case safety
    case workflow
    case equity
    /// What wears people out.
    case burnoutDriver
    /// Staffing or resources.
    case staffing
    /// Policy or technology.
    case policy
    case other
  }

  /// What follows from it.
  public enum Consequence: String, Codable, Sendable, CaseIterable {
    case delay, harm, complaint, cost, hours
  }

  /// Once that it was seen.
  public struct Sighting: Codable, Hashable, Sendable {
    public var day: Day
    /// Part of the day, if it was said: "night".
    public var shift: String

    public init(_ day: Day, shift: String = "") {
      self.day = day
      self.shift = shift
    }
  }

  public var what: String
  public var place: String
  public var kind: Kind
  public var consequences: [Consequence]
  /// The words under which people group it; empty if nobody did.
  public var theme: String
  /// Every time it was seen, the first included.
  public var sightings: [Sighting]
  /// How it stands beside others; nil until somebody said.
  public var standing: Standing?
  /// Where it went straight to a decision: to whom, and by when an answer is owed.
  public var proposal: Proposal?
  /// The project that took it up.
  public var project: ProjectID?

  public init(
    what: String, place: String = "", kind: Kind, consequences: [Consequence] = [], theme: String = "",
    sightings: [Sighting]
  ) {
    self.what = what
    self.place = place
    self.kind = kind
    self.consequences = consequences
    self.theme = theme
    self.sightings = sightings
  }

  /// How an opportunity stands beside others, each from 1 (little) to 5 (much); nil where nobody said.
  ///
  /// They are shown side by side and never added up: a score would hide which of them decides.
  public struct Standing: Codable, Hashable, Sendable {
    public var importance: Int?
    /// How near the data are.
    public var data: Int?
    /// How far it is in our own hands.
    public var control: Int?
    public var effort: Int?

    public init(importance: Int? = nil, data: Int? = nil, control: Int? = nil, effort: Int? = nil) {
      self.importance = importance
      self.data = data
      self.control = control
      self.effort = effort
    }
  }

  /// A request to somebody who can decide, without a project: it is owed an answer, also when that is no.
  public struct Proposal: Codable, Hashable, Sendable {
    public var request: String
    /// Who answers: a role.
    public var owner: String
    public var answerBy: Day
    /// The answer with its reason; empty while it is owed.
    public var answer: String
    public var answered: Day?

    public init(request: String, owner: String, answerBy: Day, answer: String = "", answered: Day? = nil) {
      self.request = request
      self.owner = owner
      self.answerBy = answerBy
      self.answer = answer
      self.answered = answered
    }

    /// Whether an answer is owed and its day is over.
    public func isOverdue(on today: Day) -> Bool { answered == nil && today > answerBy }
  }
}
