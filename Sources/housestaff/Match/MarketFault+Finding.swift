import Matching
import Tables

extension Finding {
  /// A fault of a market in the words of a file: its name, the line, the column, what was expected, what to do.
  init(_ fault: MarketFault) {
    let words = fault.words
    self.init(
      .error, file: MarketFile.name(fault.table), line: fault.row, column: fault.column.rawValue, value: fault.value,
      problem: words.problem, expected: words.expected, remedy: words.remedy)
  }
}

extension MarketFault {
  fileprivate typealias Words = (problem: String?, expected: String?, remedy: String)

  fileprivate var words: Words {
    switch kind {
    case .missing: (nil, "a name", "fill it in, or delete the row")
    case .notANumber: (nil, "a whole number", "correct it")
    case .unknownProgram:
      (nil, "a program of programs.csv", "add it to programs.csv, or correct the name")
    case .programTwice(let first): ("the program is in line \(first) already", nil, "keep one of the two rows")
    case .unknownApplicant:
      (nil, "an applicant with a list in applicants.csv", "add the list there, or correct the name")
    case .listedTwice(let first):
      ("it is on this list already, in line \(first)", nil, "keep one of the two and number the list again")
    case .rankBelowOne, .rankTwice, .rankGap: rankWords
    case .negativeQuota, .negativeLimit, .limitWithoutReceiver, .revertsToItself, .reversionCycle: programWords
    case .coupleOfOne, .otherPartners, .twoCouples, .coupleAndSingle, .emptyPair: coupleWords
    case .advancedNotListed, .advancedOnSupplemental, .supplementalOfCouple: supplementalWords
    }
  }

  private var rankWords: Words {
    switch kind {
    case .rankTwice(let first):
      ("this list has the rank in line \(first) already", nil, "give each row of a list a rank of its own")
    case .rankGap(let missing):
      (
        "rank \(missing) of this list is missing before it", "ranks 1, 2, 3 and so on",
        "number the list again, or add the row that is missing"
      )
    default: (nil, "a rank from 1 up", "number the list 1, 2, 3 and so on")
    }
  }

  private var programWords: Words {
    switch kind {
    case .negativeQuota: (nil, "a whole number from 0 up", "give the number of positions offered")
    case .negativeLimit: (nil, "a whole number from 0 up, or nothing", "leave it empty if all may revert")
    case .limitWithoutReceiver:
      ("a limit, but reverts_to is empty", nil, "name the program that receives, or remove the limit")
    case .reversionCycle(let programs):
      (
        "unfilled positions would go round for ever: \(programs.joined(separator: " to "))", nil,
        "break the circle at one of these programs"
      )
    default: ("a program cannot receive its own positions", nil, "name another program, or leave it empty")
    }
  }

  private var coupleWords: Words {
    switch kind {
    case .coupleOfOne: ("both partners are the same applicant", "two applicants", "name the other partner")
    case .otherPartners(let first):
      (
        "not the partner named in line \(first) of this couple", nil,
        "give each couple a name of its own, and its partners in the same order in every row"
      )
    case .twoCouples(let other):
      ("the applicant is in couple \"\(other)\" already", nil, "keep the applicant in one couple")
    case .coupleAndSingle(let couple):
      (
        "this applicant ranks pairs in couples.csv, as a member of couple \"\(couple)\"", nil,
        "remove the applicant's rows here, or the couple"
      )
    default: ("both programs are empty", "a program for at least one partner", "name one, or delete the row")
    }
  }

  private var supplementalWords: Words {
    switch kind {
    case .advancedNotListed:
      (
        "the program is not on this applicant's list in applicants.csv, so this list can never be used", nil,
        "rank the program there, or delete these rows"
      )
    case .supplementalOfCouple(let couple):
      (
        "this applicant ranks pairs in couples.csv, as a member of couple \"\(couple)\"", nil,
        "put the pairs on the couple's list"
      )
    default: ("this is the advanced program itself", nil, "rank first-year programs here")
    }
  }
}
