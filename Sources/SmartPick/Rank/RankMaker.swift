/// Judges rank order lists: the interviews that were had speak for the applicant's strength, and given them there is
/// only the question whether each program ranks the applicant high enough.
///
/// The scenarios, the market and the effects are those of a list's report, so that no two pages disagree. Making one
/// costs O(programs × scenarios) and the anchors; judging an order is then O(places × scenarios).
public struct RankMaker: Sendable {
  public let request: RankRequest
  let model: ChanceModel
  let cohorts: [Cohort]
  /// By code: what the program is for this profile, and the chance to be ranked high enough there, by scenario.
  private(set) var places: [String: Prospect] = [:]
  private(set) var doors: [String: RankDoor] = [:]
  /// A typical program of each specialty asked for.
  private(set) var typical: [(specialty: String, door: RankDoor)] = []
  private(set) var notes: [String] = []

  public init(_ request: RankRequest) {
    self.request = request
    // In the order of codes, so that the order of a list can change nothing.
    let choices = Self.all(request)
    var plans: [Plan] = []
    for choice in request.profile.specialties where !plans.contains(Plan(choice.name)) {
      plans.append(Plan(choice.name))
    }
    for choice in choices where !plans.contains(Plan(choice.program)) { plans.append(Plan(choice.program)) }
    cohorts = plans.map { plan in
      plan.isPreliminary
        ? Cohort(preliminary: plan.specialty, request.profile, season: request.season, market: request.market)
        : Cohort(
          request.profile, specialty: plan.specialty, season: request.season, market: request.market,
          typicalInterviewRate: Cohort.usualInterviewRate(
            of: request.programs.filter { $0.specialty == plan.specialty && $0.track != .preliminary }))
    }
    var model = ChanceModel(
      ScenarioSet(
        request.effects, draws: request.grid.draws, strengths: request.grid.strengths, specialties: plans.count + 3,
        seed: request.seed &+ 0x5EED, person: request.person), effects: request.effects, cohorts: cohorts)
    let signals = Dictionary(
      request.profile.applied.map { ($0.code, $0.signal) }, uniquingKeysWith: { first, _ in first })
    func prospect(_ program: Program, _ plan: Int, _ status: Prospect.Status) -> Prospect {
      Prospect(
        program: program, plan: plan,
        odds: ProgramOdds(
          of: program, for: request.profile, in: cohorts[plan], season: request.season.year, cutoffs: request.cutoffs),
        value: 1, isLoved: false, preference: 1, status: status, division: program.division)
    }
    for choice in choices {
      guard let plan = plans.firstIndex(of: Plan(choice.program)) else { continue }
      let signal = signals[choice.program.code] ?? .none
      let wasAppliedTo = signals[choice.program.code] != nil
      places[choice.program.code] = prospect(
        choice.program, plan, choice.wasInterviewed ? .invited(signal) : wasAppliedTo ? .rejected(signal) : .open)
    }
    let others = Self.others(request, ranked: Set(places.keys), signals: signals).compactMap { program, status in
      plans.firstIndex(of: Plan(program)).map { prospect(program, $0, status) }
    }
    let ranked = choices.compactMap { places[$0.program.code] }
    let told = ranked.filter { $0.status != .open } + others
    let silent = Self.silentApplications(ranked, others, cohorts, request)
    let logs = silent.counts.enumerated().filter { $0.element > 0 }.map { plan, count in
      model.silence(plan).map { $0 * count }
    }
    let more =
      logs.isEmpty
      ? nil
      : (0..<model.scenarios.count).map { c in logs.reduce(0) { $0 + $1[c] } }
    if !told.isEmpty {
      model.condition(on: told.map { ($0, model.row($0, signal: $0.status.signal ?? .none)) }, and: more)
    }
    if let note = silent.note { notes.append(note) }
    self.model = model
    let nothing = [Double](repeating: 0, count: model.scenarios.count)
    for place in ranked {
      let isInvited = if case .invited = place.status { true } else { false }
      let row = isInvited ? model.row(place, signal: place.status.signal ?? .none).match : nothing
      doors[place.program.code] = RankDoor(name: Self.door(place), chances: row)
    }
    let wanted = plans.enumerated().filter { plan in
      !plan.element.isPreliminary
        && (request.profile.specialties.contains { $0.name == plan.element.specialty }
          || request.choices.contains { Plan($0.program) == plan.element })
    }
    typical = wanted.map { index, plan in
      let program = Program(code: "", name: "A typical program", specialty: plan.specialty)
      let row = model.row(prospect(program, index, .open), signal: .none)
      return (plan.specialty, RankDoor(name: "typical|\(index)", chances: row.match))
    }
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

  /// How many more applications, by plan, must have gone without an answer.
  ///
  /// Where the profile tells no application that led nowhere, twelve interviews would otherwise look like twelve
  /// answers to twelve applications; as many as an average applicant sends are then taken for sent, divided between
  /// the specialties as the interviews are.
  private static func silentApplications(
    _ ranked: [Prospect], _ others: [Prospect], _ cohorts: [Cohort], _ request: RankRequest
  ) -> (counts: [Double], note: String?) {
    var counts = [Double](repeating: 0, count: cohorts.count)
    func isInvited(_ prospect: Prospect) -> Bool {
      switch prospect.status {
      case .invited, .declined: true
      case .open, .applied, .rejected, .withdrawn: false
      }
    }
    let invited = (ranked + others).filter(isInvited)
    let tells = (ranked + others).contains { if case .rejected = $0.status { true } else { false } }
    guard !tells, !invited.isEmpty else { return (counts, nil) }
    let main = invited.filter { $0.program.track != .preliminary }
    for plan in cohorts.indices {
      let held = Double(invited.count { $0.plan == plan })
      guard held > 0 else { continue }
      let isMain = main.contains { $0.plan == plan }
      let share = isMain ? held / Double(main.count) : 1
      counts[plan] = max(0, cohorts[plan].applications.value * share - held)
    }
    let all = cohorts.indices.reduce(0.0) { $0 + counts[$1] }
    guard all > 0 else { return (counts, nil) }
    return (
      counts,
      "The profile does not say where you applied without an interview. As many applications as an average applicant of your group sends are taken for sent, \(Words.number(all, decimals: 0)) of them unanswered; fill in \"applied\" to replace that."
    )
  }

  /// One interview: an institution's tracks in a specialty, or the program itself.
  private static func door(_ place: Prospect) -> String {
    let program = place.program
    guard let institution = program.institution?.lowercased(), !institution.isEmpty else { return program.code }
    return "\(place.plan)|\(institution)|\(program.state ?? "")|\(program.city?.lowercased() ?? "")"
  }
}
