/// A rank order list with all that is said about it.
public struct RankResult: Sendable {
  /// One place of the list.
  public struct Row: Sendable {
    /// Counted from 1.
    public var place: Int
    public var choice: RankChoice
    /// Chance that the program ranks the applicant high enough: nothing if there was no interview.
    public var highEnough: RankChance
    /// Chance to match here with this list.
    public var matchHere: RankChance
    /// Chance to match here or higher.
    public var cumulative: RankChance
    /// Chance to hold a first year too, given a match here: only for advanced programs.
    public var firstYear: RankChance?
  }

  /// What one more interview, at a typical program, would add at the end of the list.
  public struct OneMore: Sendable {
    public var specialty: String
    public var adds: RankChance
  }

  /// The chance to match with so many places.
  public struct Length: Sendable {
    public var places: Int
    public var match: RankChance
    /// Beyond the list: typical programs of the first specialty added.
    public var isBeyond: Bool
  }

  /// How the outcome divides where advanced or preliminary places are ranked; they sum to 1.
  public struct Outcomes: Sendable, Equatable {
    /// A categorical place, or an advanced one with its first year.
    public var full: Double
    public var advancedOnly: Double
    /// A preliminary or transitional year from the primary list, and nothing after it.
    public var preliminaryOnly: Double
    public var none: Double
  }

  public var rows: [Row]
  /// By the code of the advanced program.
  public var supplemental: [String: [RankChoice]]
  public var match: RankChance
  public var unmatched: RankChance { match.complement }
  public var oneMore: [OneMore]
  public var length: [Length]
  /// Only where the list holds advanced or preliminary places.
  public var outcomes: Outcomes?
  public var checks: [RankCheck]
  public var notes: [String]
  /// Applications beyond those that are told, taken to have gone without an interview; 0 where none are.
  public var supposedApplications: Double
  public var season: Int
  public var scenarios: Int
  public var seed: UInt64
  /// Published lengths of rank order lists of this group, matched and unmatched.
  public var usualLengths: (matched: Figure, unmatched: Figure)?

  public var hasFiction: Bool {
    rows.contains { $0.choice.program.isFiction }
      || supplemental.values.contains { $0.contains { $0.program.isFiction } }
  }
}
