/// Judges rank order lists: the interviews that were had speak for the applicant's strength, and given them there is
/// only the question whether each program ranks the applicant high enough.
///
/// The scenarios, the market and the effects are those of a list's report, so that no two pages disagree. Making one
/// costs O(programs × scenarios) and the anchors; judging an order is then O(places × scenarios).
public struct RankMaker: Sendable {
  public let request: RankRequest
  let model: ChanceModel
  let cohorts: [Cohort]
  /// By code: the chance to be ranked high enough there, by scenario.
  private(set) var doors: [String: RankDoor] = [:]
  /// A typical program of each specialty asked for.
  private(set) var typical: [(specialty: String, door: RankDoor)] = []
  private(set) var notes: [String] = []
  private(set) var supposedApplications = 0.0

  public init(_ request: RankRequest) {
    self.request = request
    let found = RankProspects(request)
    cohorts = found.cohorts
    var model = ChanceModel(
      ScenarioSet(
        request.effects, draws: request.grid.draws, strengths: request.grid.strengths,
        specialties: found.cohorts.count + 3, seed: request.seed &+ 0x5EED, person: request.person),
      effects: request.effects, cohorts: found.cohorts)
    let silent = found.silentApplications(request.profile)
    let logs = silent.counts.enumerated().filter { $0.element > 0 }.map { plan, count in
      model.silence(plan).map { $0 * count }
    }
    let more = logs.isEmpty ? nil : (0..<model.scenarios.count).map { c in logs.reduce(0) { $0 + $1[c] } }
    let told = found.ranked.filter { $0.status != .open } + found.others
    if !told.isEmpty {
      model.condition(on: told.map { ($0, model.row($0, signal: $0.status.signal ?? .none)) }, and: more)
    }
    if let note = silent.note { notes.append(note) }
    supposedApplications = silent.all
    self.model = model
    let nothing = [Double](repeating: 0, count: model.scenarios.count)
    for place in found.ranked {
      let isInvited = if case .invited = place.status { true } else { false }
      let row = isInvited ? model.row(place, signal: place.status.signal ?? .none).match : nothing
      doors[place.program.code] = RankDoor(name: Self.door(place), chances: row)
    }
    typical = found.typical.map { place in
      (place.program.specialty, RankDoor(name: "", chances: model.row(place, signal: .none).match))
    }
  }

  /// One interview: an institution's tracks in a specialty, or the program itself.
  private static func door(_ place: Prospect) -> String {
    let program = place.program
    guard let institution = program.institution?.lowercased(), !institution.isEmpty else { return program.code }
    return "\(place.plan)|\(institution)|\(program.state ?? "")|\(program.city?.lowercased() ?? "")"
  }
}
