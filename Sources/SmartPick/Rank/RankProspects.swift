/// The programs of a rank order list for one profile, and whatever else the profile tells of the season.
struct RankProspects {
  private(set) var cohorts: [Cohort] = []
  /// Every program of the primary and supplemental lists once, by code, so that the order of a list changes nothing.
  private(set) var ranked: [Prospect] = []
  /// Other programs that answered, or did not.
  private(set) var others: [Prospect] = []
  /// A program about which nothing is known, for each specialty that is ranked or planned.
  private(set) var typical: [Prospect] = []

  init(_ request: RankRequest) {
    let choices = Self.all(request)
    var plans: [Plan] = []
    for choice in request.profile.specialties where !plans.contains(Plan(choice.name)) {
      plans.append(Plan(choice.name))
    }
    for choice in choices where !plans.contains(Plan(choice.program)) { plans.append(Plan(choice.program)) }
    let cohorts = plans.map { plan in
      plan.isPreliminary
        ? Cohort(preliminary: plan.specialty, request.profile, season: request.season, market: request.market)
        : Cohort(
          request.profile, specialty: plan.specialty, season: request.season, market: request.market,
          typicalInterviewRate: Cohort.usualInterviewRate(
            of: request.programs.filter { $0.specialty == plan.specialty && $0.track != .preliminary }))
    }
    self.cohorts = cohorts
    let signals = Dictionary(
      request.profile.applied.map { ($0.code, $0.signal) }, uniquingKeysWith: { first, _ in first })
    func prospect(_ program: Program, _ status: Prospect.Status) -> Prospect? {
      plans.firstIndex(of: Plan(program)).map { plan in
        Prospect(
          program: program, plan: plan,
          odds: ProgramOdds(
            of: program, for: request.profile, in: cohorts[plan], season: request.season.year, cutoffs: request.cutoffs),
          value: 1, isLoved: false, preference: 1, status: status, division: program.division)
      }
    }
    ranked = choices.compactMap { choice in
      let code = choice.program.code
      guard choice.wasInterviewed else {
        return prospect(choice.program, signals[code].map { .rejected($0) } ?? .open)
      }
      return prospect(choice.program, .invited(signals[code] ?? Self.likelySignal(choice.program, plans, cohorts)))
    }
    others = Self.others(request, ranked: Set(choices.map(\.program.code)), signals: signals).compactMap(prospect)
    typical = plans.filter { !$0.isPreliminary }.compactMap {
      prospect(Program(code: "", name: "A typical program", specialty: $0.specialty), .open)
    }
  }

  /// The signal behind an interview, where the profile does not tell the application: where programs hardly interview
  /// anybody without one it was sent, and is no proof of strength.
  private static func likelySignal(_ program: Program, _ plans: [Plan], _ cohorts: [Cohort]) -> SignalKind {
    guard let plan = plans.firstIndex(of: Plan(program)), cohorts[plan].isLargeSignal, program.signals != false else {
      return .none
    }
    return cohorts[plan].signals?.isTiered == true ? .silver : .signal
  }

  /// A specialty, and whether it is its preliminary year that is meant.
  struct Plan: Equatable {
    var specialty: String
    var isPreliminary: Bool

    init(_ specialty: String) {
      self.specialty = specialty
      isPreliminary = specialty == "Transitional Year"
    }

    init(_ program: Program) {
      specialty = program.specialty
      isPreliminary = program.track == .preliminary
    }
  }

  /// Every program of the lists once, by code.
  private static func all(_ request: RankRequest) -> [RankChoice] {
    var all: [String: RankChoice] = [:]
    for list in [request.choices] + request.supplemental.keys.sorted().compactMap({ request.supplemental[$0] }) {
      for choice in list where all[choice.program.code] == nil { all[choice.program.code] = choice }
    }
    return all.keys.sorted().compactMap { all[$0] }
  }

  /// What else the profile applied to or was answered by: after the interviews silence is a no.
  private static func others(
    _ request: RankRequest, ranked: Set<String>, signals: [String: SignalKind]
  ) -> [(Program, Prospect.Status)] {
    var statuses: [String: Prospect.Status] = [:]
    for application in request.profile.applied { statuses[application.code] = .rejected(application.signal) }
    for interview in request.profile.interviews {
      let signal = signals[interview.code] ?? .none
      switch interview.status {
      case .received: statuses[interview.code] = .invited(signal)
      case .declined: statuses[interview.code] = .declined(signal)
      case .rejected, .waiting: statuses[interview.code] = .rejected(signal)
      case .withdrawn: statuses[interview.code] = .withdrawn(signal)
      }
    }
    return request.programs.filter { !ranked.contains($0.code) }.compactMap { program in
      statuses[program.code].map { (program, $0) }
    }
  }

  /// How many more applications, by plan, must have gone without an interview.
  ///
  /// Whoever tells the interviews alone would otherwise look like one who sent twelve applications and got twelve
  /// answers. So what is told is made up to what an average applicant sends, or to the profile's own limit where that
  /// is less, divided between the specialties as the interviews are.
  func silentApplications(_ profile: Profile) -> (counts: [Double], all: Double, note: String?) {
    var counts = [Double](repeating: 0, count: cohorts.count)
    let told = (ranked + others).filter { $0.status != .open && !$0.status.isWithdrawn }
    let main = told.filter { $0.program.track != .preliminary }.filter(\.status.isInvitation)
    for (plan, cohort) in cohorts.enumerated() {
      let known = told.filter { $0.plan == plan }
      let held = known.count(where: \.status.isInvitation)
      guard held > 0 else { continue }
      let isMain = main.contains { $0.plan == plan }
      let share = isMain ? Double(held) / Double(main.count) : 1
      let sent = min(
        cohort.applications.value * share, profile.maxApplications[cohort.specialty].map(Double.init) ?? .infinity)
      counts[plan] = max(0, sent - Double(known.count))
    }
    let all = counts.reduce(0, +)
    guard all >= 0.5 else { return (counts, 0, nil) }
    let unanswered = told.count { !$0.status.isInvitation }
    return (
      counts, all,
      "\(unanswered == 0 ? "No application without an interview is recorded" : "\(unanswered) applications without an interview are recorded"): \(Words.fixed(all, 0)) more are supposed, as many as an average applicant of your group sends. Record what you sent to replace that."
    )
  }
}

extension Prospect.Status {
  fileprivate var isInvitation: Bool {
    switch self {
    case .invited, .declined: true
    case .open, .applied, .rejected, .withdrawn: false
    }
  }

  fileprivate var isWithdrawn: Bool { if case .withdrawn = self { true } else { false } }
}
