internal import RealModule
internal import Statistics

/// Makes the list: prospects, scenarios, search, and a report from a second, fresh set of scenarios.
///
/// The search maximizes the expected value of the best place matched; the report never reuses the scenarios that the
/// search saw, so that its odds carry no winner's curse. The same request gives the same list, bit for bit.
/// Complexity: O(programs × scenarios) for the odds, O(picks² × scenarios) for the search.
public struct ListMaker: Sendable {
  let request: ListRequest
  let prospects: [Prospect]
  let found: Prospects
  let search: ChanceModel
  let report: ChanceModel

  /// - Throws: ``ListProblem`` where the profile and the catalog leave nothing to choose from.
  public init(_ request: ListRequest) throws(ListProblem) {
    self.request = request
    found = try Prospects(request)
    prospects = found.all
    let cohorts = found.cohorts
    func model(_ grid: ListRequest.Grid, _ seed: UInt64) -> ChanceModel {
      ChanceModel(
        ScenarioSet(
          request.effects, draws: grid.draws, strengths: grid.strengths, specialties: cohorts.count + 3, seed: seed,
          person: request.person), effects: request.effects, cohorts: cohorts)
    }
    var search = model(request.search, request.seed)
    var report = model(request.report, request.seed &+ 0x5EED)
    let sent = prospects.filter { $0.status != .open }
    search.condition(on: sent.map { ($0, search.row($0, signal: $0.status.signal ?? .none)) }, isOver: request.isOver)
    report.condition(on: sent.map { ($0, report.row($0, signal: $0.status.signal ?? .none)) }, isOver: request.isOver)
    self.search = search
    self.report = report
  }

  /// The same request and scenarios with other prospects.
  init(_ other: ListMaker, prospects: [Prospect]) {
    request = other.request
    self.prospects = prospects
    found = other.found
    search = other.search
    report = other.report
  }

  /// The list.
  public func list() throws(ListProblem) -> ListResult {
    let profile = request.profile
    var paid = 0.0
    for (plan, count) in sentCounts().enumerated() {
      paid += request.season.fees(for: found.plans[plan].name)?.cumulativeFee(count) ?? 0
    }
    let budget = profile.budget.map { max(0, $0 - paid) }
    let free = selection(budget: nil, nearby: nil)
    func select(_ budget: Double?) -> Selection { self.selection(within: budget, free: free) }
    var selection = select(budget)
    if selection.choices.isEmpty, let budget {
      let cheapest = found.plans.compactMap { request.season.fees(for: $0.name)?.cumulativeFee(1) }.min() ?? 0
      if cheapest > budget { throw .nothingAffordable(budget: profile.budget ?? 0, cheapest: cheapest) }
    }
    let preliminary = Preliminary(self, selection: selection, budget: budget)
    if let preliminary, let budget, preliminary.fees > 0 {
      // Where the rest still buys all that is worth its fee, the list stays what it is.
      let rest = max(0, budget - preliminary.fees)
      if rest < free.fees { selection = select(rest) }
    }
    return ListReport(self, selection: selection, preliminary: preliminary, paid: paid).result
  }

  /// The list within a budget, given the one that money does not limit.
  ///
  /// A search steered by money finds other lists than one that is not, a little better or worse. So wherever the money is
  /// enough for all that is worth its fee, the list is the same, whatever is left over: more money never lowers it. It is
  /// the better of the unlimited one and one made for exactly what that costs.
  private func selection(within budget: Double?, free: Selection) -> Selection {
    if let budget, free.fees > budget { return selection(budget: budget, nearby: nil) }
    var exact = selection(budget: free.fees, nearby: nil, certifiedFor: .some(budget))
    if exact.value < free.value { return free }
    // What bounds every list bounds those within a budget too.
    if free.value > 0 {
      exact.gapBound = min(exact.gapBound, max(0, 1 - exact.value / free.value * (1 - free.gapBound)))
    }
    return exact
  }

  /// The search.
  ///
  /// - Parameters:
  ///   - budget: dollars for what is not sent yet.
  ///   - nearby: by prospect and scenario, how likely the partner of a couple is to be near; multiplies the chances.
  ///   - certifiedFor: the budget that the bound is about, where it is another one.
  /// - Returns: what to apply to.
  func selection(budget: Double?, nearby: [[Float]]?, certifiedFor: Double?? = nil) -> Selection {
    Selection(
      prospects, model: search, season: request.season,
      caps: found.plans.map { request.profile.maxApplications[$0.name] }, budget: budget,
      capacity: request.profile.interviewCapacity, minimumGain: request.minimumGain, extending: nearby == nil,
      nearby: nearby, certifiedFor: certifiedFor)
  }

  /// What tests need to find a list's numbers in another way: the weight of each scenario of the report, and by code the
  /// chance in it of a place at each row, whatever comes of the others.
  package func scenarios(of list: ListResult) -> (weights: [Double], chances: [String: [Double]]) {
    let signals = Dictionary(list.rows.map { ($0.program.code, $0.signal) }) { first, _ in first }
    var chances: [String: [Double]] = [:]
    for prospect in prospects {
      guard let signal = signals[prospect.program.code] else { continue }
      let row = report.answered(report.row(prospect, signal: signal), prospect)
      chances[prospect.program.code] = row.interview.indices.map(row.obtained)
    }
    return (report.weights, chances)
  }

  private func sentCounts() -> [Int] {
    var counts = [Int](repeating: 0, count: found.plans.count)
    for unit in Selection.units(prospects) where unit.prospects.contains(where: { prospects[$0].status != .open }) {
      counts[unit.plan] += 1
    }
    return counts
  }
}
