internal import RealModule

/// The programs of a catalog that a profile could apply to, and those it could not.
struct Prospects {
  var cohorts: [Cohort] = []
  var plans: [Profile.SpecialtyChoice] = []
  var all: [Prospect] = []
  var notMet: [ListResult.NotMet] = []
  var notes: [String] = []
  var considered = 0

  init(_ request: ListRequest) throws(ListProblem) {
    let profile = request.profile
    guard !profile.specialties.isEmpty else { throw .noSpecialty }
    var refusals: [String] = []
    for choice in profile.specialties where !plans.contains(where: { $0.name == choice.name }) {
      if let note = request.season.calendarNote(choice.name) {
        if note.handling == .refused {
          refusals.append(note.sentence)
          continue
        }
        notes.append(note.sentence)
      }
      plans.append(choice)
    }
    guard !plans.isEmpty else { throw .refusedSpecialty(refusals.joined(separator: " ")) }
    notes += refusals
    let position = Dictionary(uniqueKeysWithValues: zip(plans.map(\.name), 0...))
    var chosen: [(Program, Int)] = []
    for program in request.programs {
      guard let plan = position[program.specialty], Self.isOffered(program, to: profile, in: plans[plan].name) else {
        continue
      }
      chosen.append((program, plan))
    }
    guard !chosen.isEmpty else {
      // A calendar of its own explains why the catalog is empty there.
      if !notes.isEmpty {
        throw .refusedSpecialty(
          notes.joined(separator: " ") + " The catalog has no program in \(Words.list(plans.map(\.name))).")
      }
      throw .nothingInCatalog(
        specialties: plans.map(\.name), inCatalog: Array(Set(request.programs.map(\.specialty))).sorted())
    }
    considered = chosen.count
    // A specialty beside others may be misspelled: nothing else would say that none of its programs is here.
    let own = Set(plans.filter { request.season.calendarNote($0.name) == nil }.map(\.name))
    notes += request.unmatchedSpecialties(of: own)
    for (index, plan) in plans.enumerated() {
      cohorts.append(
        Cohort(
          profile, specialty: plan.name, season: request.season, market: request.market,
          typicalInterviewRate: Cohort.usualInterviewRate(of: chosen.filter { $0.1 == index }.map(\.0))))
    }
    let wish = Wish(profile, parallel: request.effects[.parallelPreference].value)
    let statuses = Self.statuses(profile)
    let loved = Set(profile.preferences.loved)
    let refused = Set(profile.preferences.refused)
    let pinned = Set(profile.preferences.pinned.map(\.code))
    for (program, plan) in chosen {
      let odds = ProgramOdds(
        of: program, for: profile, in: cohorts[plan], season: request.season.year, cutoffs: request.cutoffs)
      let status = statuses[program.code] ?? .open
      for requirement in odds.requirements where requirement.status == .notMet || requirement.status == .preferredOnly {
        notMet.append(.init(program: program, requirement: requirement))
      }
      // A pin outweighs a requirement that is not met: the applicant knows something that the catalog does not.
      let isPinned = pinned.contains(program.code)
      if status == .open, !isPinned, refused.contains(program.code) || odds.isBarred { continue }
      let isLoved = loved.contains(program.code)
      let preference = wish.preference(program, role: plans[plan].role, isLoved: isLoved)
      all.append(
        Prospect(
          program: program, plan: plan, odds: odds, value: (1 - wish.ambition) + wish.ambition * preference,
          isLoved: isLoved, preference: preference, status: status,
          division: program.division, isPinned: isPinned))
    }
    let known = Set(chosen.map(\.0.code))
    for code in statuses.keys.sorted() where !known.contains(code) {
      notes.append(
        "\(code), which the profile applied to, is not among the catalog's programs in the chosen specialties and was left out."
      )
    }
    for name in profile.maxApplications.keys.sorted() where !profile.specialties.contains(where: { $0.name == name }) {
      notes.append("max_applications names \(name), which is not among the profile's specialties: it has no effect.")
    }
    guard !all.isEmpty else { throw .nothingEligible(count: chosen.count) }
  }

  /// Whether the program's track is one that the plan asks for.
  private static func isOffered(_ program: Program, to profile: Profile, in specialty: String) -> Bool {
    switch program.track {
    case .preliminary: specialty == "Transitional Year"
    case .physician: profile.priorResidency == true
    case .categorical, .primaryCare, .advanced, nil: true
    }
  }

  private static func statuses(_ profile: Profile) -> [String: Prospect.Status] {
    var result: [String: Prospect.Status] = [:]
    var signals: [String: SignalKind] = [:]
    for application in profile.applied {
      signals[application.code] = application.signal
      result[application.code] = .applied(application.signal)
    }
    for interview in profile.interviews {
      let signal = signals[interview.code] ?? .none
      result[interview.code] =
        switch interview.status {
        case .received: .invited(signal)
        case .declined: .declined(signal)
        case .rejected: .rejected(signal)
        case .waiting: .applied(signal)
        case .withdrawn: .withdrawn(signal)
        }
    }
    return result
  }
}

/// What the applicant wants, as a number for each place.
struct Wish {
  let profile: Profile
  let parallel: Double
  let ambition: Double

  init(_ profile: Profile, parallel: Double) {
    self.profile = profile
    self.parallel = parallel
    ambition = profile.ambition ?? 0.3
  }

  /// 0 to 1: the mean of what the preferences say about place, setting and features, one half where the catalog does
  /// not know; the program's own number where one was given; 1 if loved; times `parallel_preference` in a parallel specialty.
  func preference(_ program: Program, role: Profile.SpecialtyChoice.Role, isLoved: Bool) -> Double {
    let wanted = profile.preferences
    var parts: [Double] = []
    if !wanted.states.isEmpty || !wanted.divisions.isEmpty {
      if let state = program.state {
        let near = program.division.map(wanted.divisions.contains) == true ? 0.7 : 0
        parts.append(max(wanted.states[state] ?? 0, near))
      } else {
        parts.append(0.5)
      }
    }
    if !wanted.setting.isEmpty {
      parts.append(program.setting.map { wanted.setting[$0] ?? 0 } ?? 0.5)
    }
    if !wanted.features.isEmpty {
      if program.features.isEmpty {
        parts.append(0.5)
      } else {
        let has = Set(program.features.map { $0.lowercased() })
        let total = wanted.features.values.sorted().reduce(0, +)
        let met = wanted.features.filter { has.contains($0.key.lowercased()) }.values.sorted().reduce(0, +)
        parts.append(total > 0 ? met / total : 0.5)
      }
    }
    var preference = parts.isEmpty ? 0.5 : parts.reduce(0, +) / Double(parts.count)
    if let own = wanted.programs[program.code] { preference = own }
    if isLoved { preference = 1 }
    return role == .parallel ? preference * parallel : preference
  }
}
