/// Why a matching is not stable: someone and a program (or two) would both rather have each other.
public enum BlockingPair: Sendable, Hashable {
  /// An applicant prefers a program, which has room or holds someone that it ranked lower. `place` is on her list.
  case applicant(Int, program: Int, place: Int)
  /// A couple prefers a pair of programs that would both choose them. `place` is on the couple's list.
  case couple(Int, programA: Int?, programB: Int?, place: Int)
  /// An applicant who holds an advanced position prefers a program of the supplemental list, which would take her.
  case supplement(applicant: Int, advancedProgram: Int, program: Int, place: Int)
  /// A program holds more than it may: never seen unless the matching was made by hand.
  case overfilled(program: Int, held: Int, positions: Int)
  /// A donor lends a number of positions that is not what its unfilled positions and the limit allow.
  case reversion(donor: Int, receiver: Int, lent: Int, due: Int)
}

extension Market {
  /// A blocking pair in plain words.
  public func sentence(_ pair: BlockingPair) -> String {
    switch pair {
    case .applicant(let applicant, let program, let place):
      "\(applicantName(applicant)) prefers \(programName(program)) (place \(place) on the list), which would take them."
    case .couple(let couple, let a, let b, let place):
      "\(coupleName(couple)) prefer \(a.map(programName) ?? "no match") with \(b.map(programName) ?? "no match") "
        + "(place \(place) on their list), which would take them."
    case .supplement(let applicant, let advanced, let program, let place):
      "\(applicantName(applicant)), who holds \(programName(advanced)), prefers \(programName(program)) "
        + "(place \(place) on the supplemental list), which would take them."
    case .overfilled(let program, let held, let positions):
      "\(programName(program)) holds \(held) applicants in \(positions) positions."
    case .reversion(let donor, let receiver, let lent, let due):
      "\(programName(donor)) gave \(lent) positions to \(programName(receiver)) where \(due) were due."
    }
  }
}
