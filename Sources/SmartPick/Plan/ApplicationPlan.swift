/// How many applications of which kind, before any program is named.
///
/// The market's shape stands in for the programs: the practice catalog has the published number of programs and
/// positions of each specialty, so a list made from it says how many of each kind pay off, though none of its names
/// is real. The kinds are what a person can look for: reach, target or likely, and where.
public struct ApplicationPlan: Sendable {
  public enum Place: String, Sendable, CaseIterable {
    case ownState = "own state"
    case tie = "tie or preferred region"
    case elsewhere
  }

  public struct Kind: Sendable {
    public var specialty: String
    public var tier: ListResult.Tier
    public var place: Place
    public var applications: Int
    public var signals: Int
    /// Mean chance of an interview at programs of this kind.
    public var interview: Double
  }

  public struct Total: Sendable {
    public var specialty: String
    public var applications: Int
    public var golds: Int
    public var silvers: Int
    public var signals: Int
    public var fees: Double
    public var match: Double
  }

  public var kinds: [Kind]
  public var totals: [Total]
  /// The list behind the counts, for its chances, curve and assumptions; its programs are fictional.
  public var list: ListResult

  public init(_ list: ListResult, profile: Profile) {
    self.list = list
    let own = [profile.homeState, profile.schoolState].compactMap(\.self)
    func place(_ program: Program) -> Place {
      guard let state = program.state else { return .elsewhere }
      if own.contains(state) { return .ownState }
      let near =
        profile.ties.contains { $0.state == state } || (profile.preferences.states[state] ?? 0) > 0
        || program.division.map(profile.preferences.divisions.contains) == true
      return near ? .tie : .elsewhere
    }
    var kinds: [Kind] = []
    var totals: [Total] = []
    var specialties: [String] = []
    let counted = list.rows.filter { !$0.isFurtherTrack }
    func name(_ row: ListResult.Row) -> String { row.specialty + (row.isPreliminary ? " (preliminary year)" : "") }
    for row in counted where !specialties.contains(name(row)) { specialties.append(name(row)) }
    for specialty in specialties {
      let rows = counted.filter { name($0) == specialty }
      for tier in ListResult.Tier.allCases {
        for location in Place.allCases {
          let some = rows.filter { $0.tier == tier && place($0.program) == location }
          if some.isEmpty { continue }
          kinds.append(
            Kind(
              specialty: specialty, tier: tier, place: location, applications: some.count,
              signals: some.count { $0.signal != .none },
              interview: some.map(\.interview).reduce(0, +) / Double(some.count)))
        }
      }
      totals.append(
        Total(
          specialty: specialty, applications: rows.count, golds: rows.count { $0.signal == .gold },
          silvers: rows.count { $0.signal == .silver }, signals: rows.count { $0.signal == .signal },
          fees: rows.map(\.fee).reduce(0, +),
          match: list.rows.filter { name($0) == specialty }.map(\.match).reduce(0, +)))
    }
    self.kinds = kinds
    self.totals = totals
  }
}
