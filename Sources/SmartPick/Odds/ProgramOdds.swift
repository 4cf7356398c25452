internal import RealModule

/// Everything that the odds at one program are made of, for one profile, before any number is drawn.
public struct ProgramOdds: Sendable {
  public var interview: [Term] = []
  /// State, ties and stated preference, summed and then capped together.
  public var geography: [Term] = []
  public var match: [Term] = []
  public var gates: [Gate] = []
  public var requirements: [Requirement] = []
  /// How many hard requirements are not met.
  public var bars = 0
  /// Whether any hard requirement is not met.
  public var isBarred: Bool { bars > 0 }
  /// Times the standard deviation of the program's own taste.
  public var spread = 1.0

  /// Collects the terms; `season` is the year of the Match, from which years since graduation are counted.
  public init(of program: Program, for profile: Profile, in cohort: Cohort, season: Int, cutoffs: CutoffSource) {
    requirements = Requirement.all(of: program, for: profile, season: season)
    let cutoff = cutoffs.cutoff(program, cohort)
    interview = cohort.applicantTerms + cutoff.interview
    match = cohort.applicantMatchTerms + cutoff.match
    spread = cutoff.spread
    addGeography(program, profile)
    addAcquaintance(program, profile)
    addRequirements(profile)
  }

  private mutating func addGeography(_ program: Program, _ profile: Profile) {
    guard let state = program.state else { return }
    let own = [profile.homeState, profile.schoolState].compactMap(\.self)
    let isOwn = own.contains(state)
    if isOwn {
      geography.append(
        Term(.homeState, 1, state == profile.homeState ? "In your home state" : "In your school's state"))
      match.append(Term(.homeStateMatch, 1, "In your state"))
    } else if let tie = profile.ties.first(where: { $0.state == state }) {
      geography.append(Term(.tieState, 1, "You have a tie to \(state)" + (tie.why.map { " (\($0))" } ?? "")))
    }
    if let division = USState.recognized(state)?.division, profile.preferences.divisions.contains(division) {
      geography.append(Term(.preferredDivision, 1, "In \(division.rawValue), which you name as preferred"))
    }
    if let share = program.inStatePercent, !own.isEmpty {
      // A third is the usual in-state share; the floor of 5 points keeps the ratio finite.
      let ratio = isOwn ? (share + 5) / 40 : (105 - share) / 70
      interview.append(
        Term(
          .inStateShare, min(1.2, max(-2, .log(ratio))),
          "\(Words.fixed(share, 0))% of its residents come from its own state"))
    }
  }

  private mutating func addAcquaintance(_ program: Program, _ profile: Profile) {
    let isHome = profile.homePrograms.contains(program.code)
    let isAway = profile.awayRotations.contains(program.code)
    if isHome { interview.append(Term(.homeProgram, 1, "Your home program")) }
    if isAway { interview.append(Term(.awayRotation, 1, "You rotated there")) }
    if isHome || isAway { match.append(Term(.knownInPerson, 1, "They know you in person")) }
  }

  private mutating func addRequirements(_ profile: Profile) {
    for requirement in requirements {
      switch (requirement.status, requirement.kind) {
      case (.preferredOnly, .scoreFloor):
        interview.append(Term(.belowLowScore, 1, requirement.reason.withoutStop))
      case (.preferredOnly, _):
        interview.append(Term(.preferredNotMet, 1, requirement.reason.withoutStop))
      case (.met, _), (.notMet, _), (.unknown, _):
        addNeed(requirement)
      }
      if requirement.status == .notMet { bars += 1 }
      if requirement.status == .unknown {
        gates.append(
          Gate(share: requirement.kind.share(profile), requirement: requirement.kind, field: requirement.field))
      }
    }
  }

  /// The penalty that the need carries whether it is met, not met or unknown, so that unknown stays between the two.
  private mutating func addNeed(_ requirement: Requirement) {
    let isMet = requirement.status == .met
    switch requirement.kind {
    case .visa:
      interview.append(Term(.visaNeeded, 1, isMet ? "You need a visa, which it sponsors" : "You need a visa"))
    case .usmle:
      interview.append(
        Term(
          .comlexOnly, 1, isMet ? "You have COMLEX scores alone, which it accepts" : "You have COMLEX scores alone"))
    case .yearsSinceGraduation, .attempts, .scoreFloor, .clinicalExperience: break
    }
  }
}

extension Requirement.Kind {
  /// The effect that says how many silent programs would say yes.
  func share(_ profile: Profile) -> EffectName {
    switch self {
    case .visa: profile.visa == .h1b ? .unknownVisaH1b : .unknownVisaJ1
    case .yearsSinceGraduation: .unknownYears
    case .attempts: .unknownAttempts
    case .usmle: .unknownComlex
    case .scoreFloor, .clinicalExperience: .unknownUsce
    }
  }
}

extension String {
  var withoutStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
