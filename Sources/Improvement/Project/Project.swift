public import ProcessControl

/// A project of improvement, as it starts: three questions, who leads it, and whether it still runs.
///
/// What grows later (aim, measures, people, cycles) are values of their own that name the project by its id, so that two
/// people can work on two parts at once. Its stage is never kept: it is computed from that evidence.
public struct Project: Codable, Hashable, Sendable {
  /// A short name, in the team's words.
  public var title: String
  /// What bothers: the frustration as it is felt.
  public var bother: String
  /// Where it happens: a unit, a clinic, a service.
  public var place: String
  /// What could be counted.
  public var countable: String
  /// Who leads it; a role or the name that the team uses.
  ///
  /// Never a patient.
  public var lead: String
  /// The day on which it was begun here.
  public var began: Day
  /// How it ended; nil while it runs.
  public var ending: Ending?
  /// What stops or waits for it, where its lead already runs another; nil where nothing had to be said.
  public var makesWay: String?

  public init(
    title: String, bother: String = "", place: String = "", countable: String = "", lead: String = "", began: Day,
    ending: Ending? = nil, makesWay: String? = nil
  ) {
    self.title = title
    self.bother = bother
    self.place = place
    self.countable = countable
    self.lead = lead
    self.began = began
    self.ending = ending
    self.makesWay = makesWay
  }

  /// Whether it takes the year of its lead on that day: it runs, and was begun less than a year before.
  ///
  /// One such project per person is the default; a second asks what will stop.
  public func takesTheYear(on day: Day) -> Bool {
    ending == nil && day >= began && Int(day.number) - Int(began.number) < 365
  }

  /// The end of a project: an ending keeps its reason, because the next one who types the same problem finds it.
  public struct Ending: Codable, Hashable, Sendable {
    public enum Kind: String, Codable, Sendable, CaseIterable {
      /// It reached what it could and runs without the team.
      case finished
      /// Another leads it now.
      case handedOver
      /// It was given up.
      case stopped
    }

    public var kind: Kind
    /// Why, in a sentence.
    public var reason: String
    public var on: Day

    public init(_ kind: Kind, reason: String, on: Day) {
      self.kind = kind
      self.reason = reason
      self.on = on
    }
  }
}

/// The name under which a project is kept.
public struct ProjectID: RawRepresentable, Codable, Hashable, Sendable, CustomStringConvertible {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  public var description: String { rawValue }
}
