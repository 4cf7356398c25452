/// Everything that the Match needs to know, laid out to be read fast.
///
/// Only listings on which both sides agree are kept: an applicant ranked by a program that she did not list, or the
/// other way round, can never be matched there, and is counted in ``dropped`` (the NRMP does the same).
/// Each kept listing carries the applicant's rank at the program, so that the algorithm never looks one up.
public struct Market: Sendable {
  /// A program on a list, with the applicant's rank there: 0 is the program's first choice among those kept.
  package struct Choice: Sendable, Equatable {
    package var program: Int32
    package var rank: Int32
  }

  /// A line of a couple's list; a program of -1 is "no match".
  package struct Pair: Sendable, Equatable {
    package var a: Choice
    package var b: Choice
    package var place: Int32
  }

  package struct Couple: Sendable {
    package var a: Int32
    package var b: Int32
    package var start: Int32
    package var end: Int32
  }

  /// A listing that the other side did not return, kept for the explanation.
  package struct DroppedChoice: Sendable {
    package var applicant: Int32
    package var program: Int32
    package var place: Int32
  }

  package var quotas: [Int32] = []
  package var listStarts: [Int32] = [0]
  package var choices: [Choice] = []
  /// The place (from 1) on the list as submitted, which dropping leaves as it was.
  package var places: [Int32] = []
  package var rankStarts: [Int32] = [0]
  package var rankedApplicants: [Int32] = []
  /// Where the program stands on the ranked applicant's list (from 0), or -1 for an applicant whose
  /// wishes are more than one list: a member of a couple, or one with a supplemental list.
  package var rankedChoices: [Int32] = []
  package var couples: [Couple] = []
  package var pairs: [Pair] = []
  /// The couple of each applicant, or -1; empty when there are no couples.
  package var coupleOf: [Int32] = []
  /// For each choice its supplemental list, or -1; empty when there are none.
  package var supplementOf: [Int32] = []
  package var supplementStarts: [Int32] = [0]
  package var supplementChoices: [Choice] = []
  package var supplementPlaces: [Int32] = []
  /// Applicants with a supplemental list that survived, in order.
  package var supplemented: [Int32] = []
  /// Ordered so that a donor that also receives stands after those that give to it.
  package var reversions: [Reversion] = []
  package var droppedChoices: [DroppedChoice] = []

  /// The applicants' names, in order; empty for a market of numbers.
  public package(set) var applicantNames: [String] = []
  /// The programs' names, in order; empty for a market of numbers.
  public package(set) var programNames: [String] = []
  /// The couples' names, in order; empty for a market of numbers.
  public package(set) var coupleNames: [String] = []

  /// Listings of one side only, which were dropped.
  public package(set) var dropped = DroppedListings()

  /// How many applicants there are, members of couples included.
  public var applicantCount: Int { listStarts.count - 1 }
  /// How many programs there are.
  public var programCount: Int { quotas.count }
  /// How many couples there are.
  public var coupleCount: Int { couples.count }
  /// Positions offered in all.
  public var positionCount: Int { quotas.reduce(0) { $0 + Int($1) } }

  /// Positions that a program offers before any reversion.
  public func quota(ofProgram program: Int) -> Int { Int(quotas[program]) }

  /// The name of an applicant, or "applicant 7" in a market of numbers.
  public func applicantName(_ applicant: Int) -> String {
    applicantNames.isEmpty ? "applicant \(applicant)" : applicantNames[applicant]
  }

  /// The name of a program, or "program 7" in a market of numbers.
  public func programName(_ program: Int) -> String {
    programNames.isEmpty ? "program \(program)" : programNames[program]
  }

  /// The name of a couple, or its partners' names in a market of numbers.
  public func coupleName(_ couple: Int) -> String {
    if !coupleNames.isEmpty { return coupleNames[couple] }
    return "\(applicantName(Int(couples[couple].a))) and \(applicantName(Int(couples[couple].b)))"
  }

  /// The two members of a couple.
  public func members(ofCouple couple: Int) -> (a: Int, b: Int) {
    (Int(couples[couple].a), Int(couples[couple].b))
  }

  /// The couple that an applicant belongs to, if any.
  public func couple(ofApplicant applicant: Int) -> Int? {
    guard !coupleOf.isEmpty, coupleOf[applicant] >= 0 else { return nil }
    return Int(coupleOf[applicant])
  }

  package func list(_ applicant: Int) -> Range<Int> {
    Int(listStarts[applicant])..<Int(listStarts[applicant + 1])
  }

  package func pairs(ofCouple couple: Int) -> Range<Int> {
    Int(couples[couple].start)..<Int(couples[couple].end)
  }

  /// The supplemental choices that come with a choice on the primary list.
  package func supplement(ofChoice choice: Int) -> Range<Int> {
    guard !supplementOf.isEmpty, supplementOf[choice] >= 0 else { return 0..<0 }
    let list = Int(supplementOf[choice])
    return Int(supplementStarts[list])..<Int(supplementStarts[list + 1])
  }

  package func ranking(_ program: Int) -> Range<Int> {
    Int(rankStarts[program])..<Int(rankStarts[program + 1])
  }
}

/// How many listings were on one side only, and so can never be a match.
public struct DroppedListings: Sendable, Equatable {
  package init() {}

  /// Lines of applicants' lists (a couple's pair counts once) where the program did not rank the applicant.
  public package(set) var byApplicants = 0
  /// Lines of programs' lists where the applicant did not list the program.
  public package(set) var byPrograms = 0

  /// Both together.
  public var count: Int { byApplicants + byPrograms }
}
