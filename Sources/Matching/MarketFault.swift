/// One thing wrong with the lists as submitted, with the row that it stands in.
///
/// The row number is whatever the caller gave to ``MarketBuilder`` (a line of a file, a row of a form), so that a
/// reader can say file, line, column, the value found, what was expected and what to do.
public struct MarketFault: Error, Sendable, Hashable {
  /// The table of the market that a row belongs to.
  public enum Table: Int, Sendable, Hashable, Comparable {
    /// Programs and their quotas.
    case programs
    /// Applicants' rank order lists.
    case applicants
    /// Programs' rank order lists.
    case rankings
    /// Couples' lists of pairs.
    case couples
    /// Supplemental lists.
    case supplemental

    /// The order in which faults are told.
    public static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
  }

  /// The part of a row that is wrong.
  public enum Column: String, Sendable, Hashable {
    /// The applicant's name.
    case applicant
    /// The program's name.
    case program
    /// The place on the list.
    case rank
    /// Positions offered.
    case quota
    /// The program that receives unfilled positions.
    case revertsTo = "reverts_to"
    /// At most how many.
    case revertsMax = "reverts_max"
    /// The couple's name.
    case couple
    /// The first partner.
    case applicantA = "applicant_a"
    /// The first partner's program.
    case programA = "program_a"
    /// The second partner.
    case applicantB = "applicant_b"
    /// The second partner's program.
    case programB = "program_b"
    /// The advanced program that a supplemental list belongs to.
    case advancedProgram = "advanced_program"
  }

  /// What is wrong.
  public enum Kind: Sendable, Hashable {
    /// A name is needed.
    case missing
    /// Not a whole number; reported by the reader, which sees the text.
    case notANumber
    /// No program of that name offers positions.
    case unknownProgram
    /// The program is named in an earlier row.
    case programTwice(firstRow: Int)
    /// A quota is 0 or more.
    case negativeQuota
    /// A limit of reversion is 0 or more.
    case negativeLimit
    /// A limit without a program that receives.
    case limitWithoutReceiver
    /// A program's unfilled positions go to itself.
    case revertsToItself
    /// Unfilled positions would go round for ever; the programs of the circle.
    case reversionCycle([String])
    /// Ranks begin with 1.
    case rankBelowOne
    /// Two rows of one list have the same rank.
    case rankTwice(firstRow: Int)
    /// A rank is missing before this one.
    case rankGap(missing: Int)
    /// The same entry stands on one list twice.
    case listedTwice(firstRow: Int)
    /// Both partners are one applicant.
    case coupleOfOne
    /// A row of the couple names other partners than its first row.
    case otherPartners(firstRow: Int)
    /// The applicant is in another couple already.
    case twoCouples(other: String)
    /// A member of a couple also has a list alone.
    case coupleAndSingle(couple: String)
    /// "No match" for both partners.
    case emptyPair
    /// The applicant has no list.
    case unknownApplicant
    /// The supplemental list of a program that the applicant did not list.
    case advancedNotListed
    /// The supplemental list names its own advanced program.
    case advancedOnSupplemental
    /// Members of a couple rank pairs, and have no supplemental lists.
    case supplementalOfCouple(couple: String)
  }

  /// Where.
  public var table: Table
  /// The caller's number of the row.
  public var row: Int
  /// Which part of it.
  public var column: Column
  /// What stands there.
  public var value: String
  /// What is wrong with it.
  public var kind: Kind

  /// A fault, for a reader that finds one before the builder can.
  public init(table: Table, row: Int, column: Column, value: String, kind: Kind) {
    self.table = table
    self.row = row
    self.column = column
    self.value = value
    self.kind = kind
  }

  /// What was expected, and what to do: one or two sentences, without the row.
  public var message: String {
    switch kind {
    case .missing: "A name is needed here. Fill it in, or remove the row."
    case .notANumber: "“\(value)” is not a whole number."
    case .unknownProgram: "No program is called “\(value)”. Add it to the programs, or correct the name."
    case .programTwice(let first): "“\(value)” is in row \(first) already. Keep one of the two."
    case .negativeQuota: "A program offers 0 positions or more, not \(value)."
    case .negativeLimit: "At most 0 or more positions revert, not \(value). Leave it empty for all."
    case .limitWithoutReceiver: "A limit of \(value) needs a program in reverts_to. Name it, or remove the limit."
    case .revertsToItself: "“\(value)” cannot receive its own positions. Name another program, or none."
    case .reversionCycle(let programs):
      "Unfilled positions would go round for ever: \(programs.joined(separator: " to ")). Break the circle."
    case .rankBelowOne: "Ranks begin with 1; \(value) is not a rank."
    case .rankTwice(let first):
      "Rank \(value) of this list is in row \(first) already. Give each row a rank of its own."
    case .rankGap(let missing): "Rank \(missing) of this list is missing before \(value). Number the list 1, 2, 3 ..."
    case .listedTwice(let first): "“\(value)” is on this list already, in row \(first). Keep one of the two."
    case .coupleOfOne: "“\(value)” cannot be both partners of a couple. Name two applicants."
    case .otherPartners(let first):
      "“\(value)” is not the partner named in row \(first) of this couple. Use one name for each couple."
    case .twoCouples(let other): "“\(value)” is in couple “\(other)” already. An applicant is in one couple at most."
    case .coupleAndSingle(let couple):
      "“\(value)” ranks pairs as a member of couple “\(couple)”. Remove the list alone, or the couple."
    case .emptyPair: "Both programs are empty. Name at least one; “no match” for both needs no row."
    case .unknownApplicant: "“\(value)” has no rank order list. Add one, or correct the name."
    case .advancedNotListed:
      "“\(value)” is not on this applicant's rank order list, "
        + "so its supplemental list can never be used. Add it there, or remove the row."
    case .advancedOnSupplemental: "“\(value)” is the advanced program itself. Rank first-year programs here."
    case .supplementalOfCouple(let couple):
      "“\(value)” ranks pairs as a member of couple “\(couple)”, "
        + "and cannot have a supplemental list. Put the pairs on the couple's list."
    }
  }
}

/// Every fault of a market, in the order of tables and rows.
public struct MarketFaults: Error, Sendable, Hashable {
  /// At least one.
  public let faults: [MarketFault]
}
