/// What both sides submitted, by position (applicant 0, 1, 2 and so on).
///
/// This is the plain form of a market, for a caller that has numbers already (a simulation, a test).
/// A caller that has names uses ``MarketBuilder``, which checks everything and reports every fault.
public struct MarketLists: Sendable {
  /// Positions that each program offers, 0 or more.
  public var quotas: [Int]
  /// For each applicant the programs, first choice first; empty for a member of a couple.
  public var choices: Lists
  /// For each program the applicants, first choice first.
  public var rankings: Lists
  /// Couples: a list of pairs in place of two lists.
  public var couples: [CoupleList]
  /// Supplemental lists, used once an advanced position is matched.
  public var supplements: [SupplementalList]
  /// Programs that give their unfilled positions to another.
  public var reversions: [Reversion]

  /// A market of singles, with couples, supplemental lists and reversions if given.
  public init(
    quotas: [Int], choices: Lists, rankings: Lists, couples: [CoupleList] = [],
    supplements: [SupplementalList] = [], reversions: [Reversion] = []
  ) {
    self.quotas = quotas
    self.choices = choices
    self.rankings = rankings
    self.couples = couples
    self.supplements = supplements
    self.reversions = reversions
  }
}

/// Two applicants who rank pairs of programs together.
public struct CoupleList: Sendable, Equatable {
  /// The first partner.
  public var applicantA: Int
  /// The second partner.
  public var applicantB: Int
  /// Pairs of programs, first choice first.
  public var pairs: [ProgramPair]

  /// A couple and its pairs, first choice first.
  public init(applicantA: Int, applicantB: Int, pairs: [ProgramPair]) {
    self.applicantA = applicantA
    self.applicantB = applicantB
    self.pairs = pairs
  }
}

/// One line of a couple's list; `nil` is "no match" for that partner.
public struct ProgramPair: Sendable, Hashable {
  /// The program for the first partner.
  public var programA: Int?
  /// The program for the second partner.
  public var programB: Int?

  /// A pair of programs, either of which may be "no match".
  public init(_ programA: Int?, _ programB: Int?) {
    self.programA = programA
    self.programB = programB
  }
}

/// The list that is used once an advanced (PGY-2) position is matched.
public struct SupplementalList: Sendable, Equatable {
  /// Whose list it is.
  public var applicant: Int
  /// The advanced program, which must be on the applicant's own list.
  public var advancedProgram: Int
  /// The programs for the first year, first choice first.
  public var programs: [Int]

  /// A supplemental list, first choice first.
  public init(applicant: Int, advancedProgram: Int, programs: [Int]) {
    self.applicant = applicant
    self.advancedProgram = advancedProgram
    self.programs = programs
  }
}

/// Unfilled positions of one program that another may fill.
public struct Reversion: Sendable, Equatable {
  /// The program whose positions stay unfilled.
  public var donor: Int
  /// The program that receives them.
  public var receiver: Int
  /// At most how many move; `nil` is all.
  public var limit: Int?

  /// A reversion; chains are allowed, a cycle is not.
  public init(donor: Int, receiver: Int, limit: Int? = nil) {
    self.donor = donor
    self.receiver = receiver
    self.limit = limit
  }
}
