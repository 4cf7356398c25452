/// One thing that happens while the Match runs.
///
/// Applicants, programs and couples are positions in the ``Market``; ``Market/sentence(_:)`` says a step in words.
public enum MatchStep: Sendable, Hashable {
  /// An applicant asks a program for a position.
  case proposal(applicant: Int, program: Int)
  /// A couple asks for a pair of positions; `nil` is "no match" for that partner.
  case pairProposal(couple: Int, programA: Int?, programB: Int?)
  /// The program holds the applicant, for now.
  case hold(applicant: Int, program: Int)
  /// The program is full of applicants that it ranked higher.
  case rejection(applicant: Int, program: Int)
  /// At least one of the two programs refuses.
  case pairRejection(couple: Int, programA: Int?, programB: Int?)
  /// The program lets an applicant go for one that it ranked higher.
  case bump(applicant: Int, program: Int)
  /// The applicant gives a position up: for a better one, or because a partner or an advanced position was lost.
  case withdrawal(applicant: Int, program: Int)
  /// The list is at its end: unmatched, unless something opens later.
  case exhausted(applicant: Int)
  /// The couple's list is at its end.
  case coupleExhausted(couple: Int)
  /// A position opened; the applicants that the program ranked are looked through again.
  case opening(program: Int)
  /// Unfilled positions move to the program named to receive them.
  case reversion(donor: Int, receiver: Int, positions: Int)
  /// The same situation came back: the algorithm would run for ever. The couple or applicant named is set aside.
  case loop(setAside: Agent)
}

/// Who ranks: one applicant alone, or a couple as one.
public enum Agent: Sendable, Hashable {
  /// An applicant, by position.
  case applicant(Int)
  /// A couple, by position.
  case couple(Int)
}

extension Market {
  /// One step in plain words. "City bumps Sunny for an applicant that it ranked higher."
  public func sentence(_ step: MatchStep) -> String {
    switch step {
    case .proposal(let applicant, let program):
      "\(applicantName(applicant)) asks \(programName(program)) for a position."
    case .pairProposal(let couple, let a, let b):
      "\(coupleName(couple)) ask for \(pairPhrase(a, b))."
    case .hold(let applicant, let program):
      "\(programName(program)) holds \(applicantName(applicant)), for now."
    case .rejection(let applicant, let program):
      quota(ofProgram: program) == 0
        ? "\(programName(program)) has no position for \(applicantName(applicant))."
        : "\(programName(program)) turns \(applicantName(applicant)) down: "
          + "it is full of applicants that it ranked higher."
    case .pairRejection(let couple, let a, let b):
      "\(coupleName(couple)) cannot have \(pairPhrase(a, b)): not every program takes them."
    case .bump(let applicant, let program):
      "\(programName(program)) bumps \(applicantName(applicant)) for an applicant that it ranked higher."
    case .withdrawal(let applicant, let program):
      "\(applicantName(applicant)) leaves \(programName(program)); the position is open again."
    case .exhausted(let applicant):
      "\(applicantName(applicant)) is at the end of the list, and stays unmatched unless a position opens."
    case .coupleExhausted(let couple):
      "\(coupleName(couple)) are at the end of their list, and stay unmatched unless a position opens."
    case .opening(let program):
      "\(programName(program)) has an opening: the applicants that it ranked are looked through again."
    case .reversion(let donor, let receiver, let positions):
      "\(positions) unfilled \(positions == 1 ? "position moves" : "positions move") from "
        + "\(programName(donor)) to \(programName(receiver))."
    case .loop(let agent):
      "The same situation has come back, so it would for ever; \(agentName(agent)) "
        + "\(agent.isCouple ? "are" : "is") set aside."
    }
  }

  /// The name of an applicant or of a couple.
  public func agentName(_ agent: Agent) -> String {
    switch agent {
    case .applicant(let applicant): applicantName(applicant)
    case .couple(let couple): coupleName(couple)
    }
  }

  private func pairPhrase(_ a: Int?, _ b: Int?) -> String {
    "\(a.map(programName) ?? "no match") with \(b.map(programName) ?? "no match")"
  }
}

extension Agent {
  fileprivate var isCouple: Bool {
    if case .couple = self { true } else { false }
  }
}
