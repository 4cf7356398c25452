public import ProcessControl

extension Cycle {
  /// The change in one of its wordings.
  public struct Version: Codable, Hashable, Sendable {
    public var text: String
    public var on: Day

    public init(text: String, on day: Day) {
      self.text = text
      on = day
    }
  }

  /// How far a change is tried: small enough that failing teaches and harms nobody.
  public enum Scale: String, Codable, Sendable, CaseIterable, Comparable {
    case onePatient
    case fewPatients
    case oneShift
    case oneWeek
    case oneUnit
    case severalUnits
    case everywhere

    /// The next larger one; nil after the largest.
    public var next: Scale? { Scale.allCases.first { $0 > self } }

    /// Whether a first trial on this scale is small: at most a week in one place.
    public var isSmall: Bool { self <= .oneWeek }

    public static func < (one: Scale, other: Scale) -> Bool { one.rank < other.rank }

    private var rank: Int { Scale.allCases.firstIndex(of: self) ?? 0 }
  }

  /// What the team expects, and whether it still may be changed.
  public struct Prediction: Codable, Hashable, Sendable {
    public var text: String
    /// When Do began and the text was closed; nil while it is open.
    public internal(set) var locked: Moment?
    /// What was added after it was locked, oldest first.
    public internal(set) var remarks: [Remark] = []

    init(text: String) { self.text = text }
  }

  /// A word added later, with its time.
  public struct Remark: Codable, Hashable, Sendable {
    public var text: String
    public var at: Moment
  }

  /// What happened.
  public struct Doing: Codable, Hashable, Sendable {
    /// The day on which the change was first tried.
    public var begun: Day
    /// The last day of the trial; nil while it runs.
    public var ended: Day?
    /// Whether it was done as planned; nil until told.
    public var asPlanned: Bool?
    public var surprises = ""

    init(begun: Day) { self.begun = begun }
  }

  /// What the cycle taught, beside its prediction.
  public struct Study: Codable, Hashable, Sendable {
    /// Whether the prediction came true.
    public enum Outcome: String, Codable, Sendable, CaseIterable {
      case asPredicted
      case partly
      case otherwise
      case cannotTell
    }

    public var outcome: Outcome
    /// What was seen, in a sentence.
    public var seen: String
    public var learned: String
    public var on: Day

    public init(_ outcome: Outcome, seen: String, learned: String = "", on day: Day) {
      self.outcome = outcome
      self.seen = seen
      self.learned = learned
      on = day
    }
  }

  /// What is done with the change.
  public struct Act: Codable, Hashable, Sendable {
    public enum Decision: String, Codable, Sendable, CaseIterable {
      case adopt
      case adapt
      case abandon
    }

    public var decision: Decision
    public var why: String
    public var on: Day

    public init(_ decision: Decision, why: String = "", on day: Day) {
      self.decision = decision
      self.why = why
      on = day
    }
  }

  /// Where a cycle stands.
  public enum Step: String, Sendable, CaseIterable {
    case plan
    case `do`
    case study
    case act
    case closed
  }

  /// The step that is open now.
  public var step: Step {
    if act != nil { return .closed }
    if study != nil { return .act }
    guard let doing else { return .plan }
    return doing.ended == nil ? .do : .study
  }

  /// Whether the prediction was locked on or before the first day of Do; nil before Do.
  ///
  /// A prediction told after the trial began is kept, and does not count.
  public var predictedBefore: Bool? {
    guard let doing, let locked = prediction?.locked else { return nil }
    return locked.day <= doing.begun
  }
}
