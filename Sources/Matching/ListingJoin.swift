/// Finds the listings that both sides made, and ranks them anew without the others.
///
/// Mentions (a line of a list, a side of a couple's pair, a line of a supplemental list) are sorted by program;
/// then one program at a time marks the applicants that it ranked and looks its mentions up among them.
struct ListingJoin {
  private let lists: MarketLists
  /// For each mention the applicant's rank at the program, or -1 if it did not rank her.
  ///
  /// Mentions stand in this order: choices, then two for each couple's pair, then supplemental lines.
  private(set) var rank: [Int32]
  private(set) var keptStarts: [Int32] = [0]
  private(set) var keptApplicants: [Int32] = []
  private var mentionProgram: [Int32]
  private var mentionApplicant: [Int32]

  init(_ lists: MarketLists) {
    self.lists = lists
    let choices = lists.choices
    var programs = choices.values
    var applicants = [Int32](repeating: 0, count: choices.values.count)
    for applicant in 0..<choices.count {
      for entry in choices.range(applicant) { applicants[entry] = Int32(applicant) }
    }
    for couple in lists.couples {
      for pair in couple.pairs {
        precondition(pair.programA != nil || pair.programB != nil, "A pair names a program.")
        programs.append(Int32(pair.programA ?? -1))
        programs.append(Int32(pair.programB ?? -1))
        applicants.append(Int32(couple.applicantA))
        applicants.append(Int32(couple.applicantB))
      }
    }
    for supplement in lists.supplements {
      for program in supplement.programs {
        programs.append(Int32(program))
        applicants.append(Int32(supplement.applicant))
      }
    }
    mentionProgram = programs
    mentionApplicant = applicants
    rank = [Int32](repeating: -1, count: programs.count)
  }

  mutating func run() {
    let (starts, slots) = mentionsByProgram()
    let applicantCount = lists.choices.count
    var stamp = [Int32](repeating: -1, count: applicantCount)
    var position = [Int32](repeating: 0, count: applicantCount)
    var isKept: [Bool] = []
    keptStarts.reserveCapacity(lists.rankings.count + 1)
    keptApplicants.reserveCapacity(lists.rankings.values.count)
    for program in 0..<lists.rankings.count {
      let row = lists.rankings.range(program)
      isKept.removeAll(keepingCapacity: true)
      for entry in row {
        let applicant = Int(lists.rankings.values[entry])
        precondition(stamp[applicant] != Int32(program), "A program ranks an applicant once.")
        stamp[applicant] = Int32(program)
        position[applicant] = Int32(entry - row.lowerBound)
        isKept.append(false)
      }
      let mentions = Int(starts[program])..<Int(starts[program + 1])
      for mention in mentions {
        let applicant = Int(mentionApplicant[Int(slots[mention])])
        if stamp[applicant] == Int32(program) { isKept[Int(position[applicant])] = true }
      }
      var kept: Int32 = 0
      for entry in row where isKept[entry - row.lowerBound] {
        let applicant = lists.rankings.values[entry]
        position[Int(applicant)] = kept
        keptApplicants.append(applicant)
        kept += 1
      }
      for mention in mentions {
        let slot = Int(slots[mention])
        let applicant = Int(mentionApplicant[slot])
        if stamp[applicant] == Int32(program) { rank[slot] = position[applicant] }
      }
      keptStarts.append(Int32(keptApplicants.count))
    }
  }

  /// A counting sort: the mentions of each program, in order.
  private func mentionsByProgram() -> (starts: [Int32], slots: [Int32]) {
    var starts = [Int32](repeating: 0, count: lists.rankings.count + 1)
    var total: Int32 = 0
    for program in mentionProgram where program >= 0 {
      starts[Int(program) + 1] += 1
      total += 1
    }
    for program in 0..<lists.rankings.count { starts[program + 1] += starts[program] }
    var next = starts
    var slots = [Int32](repeating: 0, count: Int(total))
    for slot in mentionProgram.indices where mentionProgram[slot] >= 0 {
      let program = Int(mentionProgram[slot])
      slots[Int(next[program])] = Int32(slot)
      next[program] += 1
    }
    return (starts, slots)
  }
}
