/// A list with all that is said about it.
///
/// Rows, curve, explanation and pages read this one value.
public struct ListResult: Sendable {
  public enum Tier: String, Sendable, CaseIterable { case reach, target, likely }

  /// One recommended application.
  public struct Row: Sendable {
    public var order: Int
    public var program: Program
    public var specialty: String
    public var tier: Tier
    public var signal: SignalKind
    /// Chance of an interview, with the range within which nine in ten draws of the assumptions and of the program's
    /// own taste fall.
    public var interview: Double
    public var interviewLow: Double
    public var interviewHigh: Double
    /// Chance to match there with this list; in a preliminary row, to match there beside an advanced place, which is no
    /// part of the sum of the others.
    public var match: Double
    /// What the row added to the chance to match when it was added.
    public var gain: Double
    /// The upper end of the gain's range over the assumptions.
    public var gainHigh: Double
    public var cumulativeMatch: Double
    public var fee: Double
    public var cumulativeFee: Double
    public var why: String
    /// Preference and value of the place, 0 to 1.
    public var preference: Double
    public var value: Double
    /// What the application added to the expected value of the best place, in the search.
    public var valueGain: Double
    /// Sent already, or only recommended.
    public var status: Prospect.Status
    /// A preliminary or transitional year beside an advanced place.
    public var isPreliminary: Bool
    /// The name of the program whose application covers this one; nil for a row that is an application of its own.
    ///
    /// A further track shares the fee, the signal and the interview of that application.
    public var coveredBy: String?
    /// Whether the interview there is had.
    public var isInvited: Bool { status.isInvited }
    /// Whether the row is a further track of an application that stands elsewhere on the list.
    public var isFurtherTrack: Bool { coveredBy != nil }
    /// What an applicant has to know about a further track.
    public var coverage: String? {
      coveredBy.map { "Covered by the application to \($0): one fee and one signal serve both." }
    }
    /// ``why`` with ``coverage``, for where a row has room for one text.
    public var reasons: String { [why, coverage].compactMap(\.self).joined(separator: " ") }
  }

  public struct Point: Sendable, Equatable {
    public var applications: Int
    public var fees: Double
    public var match: Double
    public var low: Double
    public var high: Double
    /// Part of the list, or only drawn to show what more would buy.
    public var isRecommended: Bool
  }

  public struct NotMet: Sendable {
    public var program: Program
    public var requirement: Requirement
  }

  /// A fact nobody knows, whose answer would change the list.
  public struct Question: Sendable {
    public var program: Program
    public var field: Program.Field
    public var gainIfFavorable: Double
    public var words: String
  }

  public struct PlanChance: Sendable {
    public var specialty: String
    public var role: Profile.SpecialtyChoice.Role
    public var match: Double
    public var applications: Int
    public var fees: Double
  }

  /// How the outcome divides where advanced places need a preliminary year beside them.
  public struct Outcomes: Sendable {
    /// A categorical place, or an advanced one with its preliminary year.
    public var full: Double
    public var advancedOnly: Double
    public var none: Double
  }

  /// How far the chance to match moves when one assumption goes from the low to the high end of its range.
  public struct Sensitivity: Sendable {
    public var effect: EffectName
    public var atLow: Double
    public var atHigh: Double
    public var swing: Double { (atHigh - atLow).magnitude }
  }

  /// Programs that have answered and those that have not, and what the silence counts for.
  public struct Answers: Sendable, Equatable {
    public var invited: Int
    public var refused: Int
    public var waiting: Int
    /// The share of those waiting that count as having decided all the same, with its range; 0 where silence says nothing
    /// yet, 1 once the interviews are over.
    public var decided: Double
    public var decidedLow: Double
    public var decidedHigh: Double
    public var isOver: Bool
  }

  public var rows: [Row]
  /// How many applications the rows are, and at how many institutions.
  public var count: ListCount { ListCount(rows) }
  public var matchProbability: Double
  public var matchLow: Double
  public var matchHigh: Double
  public var unmatchedProbability: Double { 1 - matchProbability }
  public var interviewsExpected: Double
  public var interviewsLow: Double
  public var interviewsHigh: Double
  public var fees: Double
  /// At most this far below the best possible value, 0 to 1.
  public var gapBound: Double
  public var curve: [Point]
  public var requirementsNotMet: [NotMet]
  /// Codes of rows that add little even at the upper end of their range.
  public var lowGain: [String]
  public var questions: [Question]
  public var assumptions: [Assumption]
  public var sensitivity: [Sensitivity]
  public var plans: [PlanChance]
  /// Only where the list holds advanced places.
  public var outcomes: Outcomes?
  /// What the answers so far say about those that are missing; `nil` before the first.
  public var answers: Answers?
  public var notes: [String]
  public var season: Int
  public var ambition: Double
  public var budget: Double?
  public var searchScenarios: Int
  public var reportScenarios: Int
  public var seed: UInt64
  /// How many programs of the chosen specialties were weighed.
  public var candidates: Int
  /// Expected value of the best place, 0 to 1.
  public var value: Double
  /// The same in the search, the number that ``gapBound`` is about.
  package var searchValue: Double
  public var hasFiction: Bool { rows.contains { $0.program.isFiction } }
}
