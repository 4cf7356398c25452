internal import Portfolio

/// Preliminary and transitional years for advanced places: bought with the same money.
///
/// An advanced place begins in PGY-2; without a first year it is worth `advanced_alone` of a full one. The number of
/// preliminary applications is the one with the greatest expected value after what its fees take from the main list.
struct Preliminary {
  struct Choice {
    var prospect: Prospect
    var fee: Double
    /// Chance by report scenario to hold a preliminary place with the first so many.
    var cumulative: [Double]
    var row: ChanceRow
  }

  var choices: [Choice] = []
  var fees: Double { choices.reduce(0) { $0 + $1.fee } }
  var notes: [String] = []
  private let maker: ListMaker

  /// `nil` where the list holds no advanced place.
  init?(_ maker: ListMaker, selection: Selection, budget: Double?) {
    self.maker = maker
    let chosen = selection.choices.flatMap(\.prospects).map { maker.prospects[$0] }
    guard chosen.contains(where: { $0.program.track == .advanced }) else { return nil }
    let pool = Self.pool(maker)
    guard !pool.prospects.isEmpty else {
      notes.append(
        "The list holds advanced (PGY-2) places, and the catalog no preliminary or transitional year to go with them: add some."
      )
      return
    }
    let search = ChanceModel(maker.search, cohorts: pool.cohorts)
    let report = ChanceModel(maker.report, cohorts: pool.cohorts)
    // How likely each scenario is to end in an advanced place: there alone a preliminary year counts.
    let rows = chosen.map { maker.search.row($0, signal: .none) }
    let outcome = Outcome(
      rows: rows, values: chosen.map(\.value), leads: chosen.map { _ in true },
      scenarios: maker.search.scenarios.count, capacity: nil)
    var advanced = [Double](repeating: 0, count: maker.search.scenarios.count)
    for (place, prospect) in chosen.enumerated() where prospect.program.track == .advanced {
      for (c, chance) in outcome.best(place).enumerated() { advanced[c] += chance * maker.search.weights[c] }
    }
    let mass = advanced.reduce(0, +) / Double(advanced.count)
    guard mass > 0 else { return }
    var chances = ScenarioChances(scenarios: advanced.count)
    let candidates = pool.prospects.map { prospect in
      let row = search.row(prospect, signal: .none)
      let number = chances.append(row.interview.indices.map { Float(row.obtained($0)) })
      return ChoiceProblem.Candidate(utility: 1, group: prospect.plan, plain: number)
    }
    let groups = pool.cohorts.map { cohort in
      ChoiceProblem.Group(
        cap: 30, fees: (0...31).map { maker.request.season.fees(for: cohort.specialty)?.cumulativeFee($0) ?? 0 })
    }
    let alone = maker.request.effects[.advancedAlone].value
    let worth = mass * (1 - alone)
    let solution = ChoiceProblem(
      candidates: candidates, groups: groups, chances: chances, budget: budget.map { $0 / 3 },
      minimumGain: maker.request.minimumGain / max(1e-6, worth), weights: advanced.map { $0 / mass }
    ).solution(bounded: false)
    // With money left over all that help are bought; otherwise each must beat the main list's last application.
    let spent = selection.choices.reduce(0) { $0 + ($1.isSent ? 0 : $1.fee) }
    let marginal = selection.choices.last.map { $0.fee > 0 ? maker.request.minimumGain / $0.fee : 0 } ?? 0
    var left = budget.map { $0 - spent } ?? .infinity
    var none = [Double](repeating: 1, count: report.scenarios.count)
    for pick in solution.picks {
      if left < pick.cost, pick.gain * worth < marginal * pick.cost { break }
      left -= pick.cost
      let prospect = pool.prospects[pick.candidate]
      let row = report.row(prospect, signal: .none)
      for c in none.indices { none[c] *= 1 - row.obtained(c) }
      choices.append(Choice(prospect: prospect, fee: pick.cost, cumulative: none.map { 1 - $0 }, row: row))
    }
  }

  /// Preliminary places of the catalog, their cohorts, and the profile's odds there.
  private static func pool(_ maker: ListMaker) -> (prospects: [Prospect], cohorts: [Cohort]) {
    var cohorts: [Cohort] = []
    var plan: [String: Int] = [:]
    var prospects: [Prospect] = []
    let request = maker.request
    for program in request.programs where program.track == .preliminary {
      guard ["Internal Medicine", "Surgery-General", "Transitional Year", "Pediatrics"].contains(program.specialty)
      else { continue }
      if plan[program.specialty] == nil {
        plan[program.specialty] = cohorts.count
        cohorts.append(
          Cohort(preliminary: program.specialty, request.profile, season: request.season, market: request.market))
      }
      guard let number = plan[program.specialty] else { continue }
      let odds = ProgramOdds(
        of: program, for: request.profile, in: cohorts[number], season: request.season.year, cutoffs: request.cutoffs)
      if odds.isBarred || request.profile.preferences.refused.contains(program.code) { continue }
      prospects.append(
        Prospect(
          program: program, plan: number, odds: odds, value: 1, isLoved: false, preference: 0.5, status: .open,
          division: program.division))
    }
    return (prospects, cohorts)
  }

  /// Rows to stand after the main list, in the order in which the first years would be wanted.
  ///
  /// A first year counts beside an advanced place only: its chance to match is that of both together, season by season.
  func rows(
    after rows: [ListResult.Row], paid: Double, _ entries: [ListReport.Entry], _ outcome: Outcome
  ) -> [ListResult.Row] {
    var advanced = [Double](repeating: 0, count: outcome.scenarios)
    for (place, entry) in entries.enumerated() where entry.prospect.program.track == .advanced {
      for (c, chance) in outcome.best(place).enumerated() { advanced[c] += chance }
    }
    var spent = paid
    let cumulative = rows.last?.cumulativeMatch ?? 0
    return choices.enumerated().map { place, choice in
      spent += choice.fee
      let interview = mean(choice.row.interview)
      let before = place == 0 ? [] : choices[place - 1].cumulative
      let own = choice.cumulative.indices.map { choice.cumulative[$0] - (before.isEmpty ? 0 : before[$0]) }
      let adds = mean(own)
      return ListResult.Row(
        order: rows.count + place + 1, program: choice.prospect.program, specialty: choice.prospect.program.specialty,
        tier: interview < 0.15 ? .reach : interview < 0.4 ? .target : .likely, signal: .none, interview: interview,
        interviewLow: interview * 0.5, interviewHigh: min(1, interview * 1.6),
        match: mean(zip(own, advanced).map { $0 * $1 }), gain: 0, gainHigh: 0,
        cumulativeMatch: cumulative, fee: choice.fee, cumulativeFee: spent,
        why: "First year for an advanced place: raises the chance to hold one by \(Words.percent(adds)).",
        preference: 0.5, value: 0, valueGain: adds, status: .open, isPreliminary: true,
        coveredBy: nil)
    }
  }

  /// Full, advanced only, none.
  func outcomes(_ entries: [ListReport.Entry], _ outcome: Outcome, _ model: ChanceModel) -> ListResult.Outcomes {
    let first = choices.last?.cumulative ?? [Double](repeating: 0, count: outcome.scenarios)
    var (full, alone) = (0.0, 0.0)
    for (place, entry) in entries.enumerated() {
      let best = outcome.best(place)
      for c in best.indices {
        let share = entry.prospect.program.track == .advanced ? first[c] : 1
        full += model.weights[c] * best[c] * share
        alone += model.weights[c] * best[c] * (1 - share)
      }
    }
    let count = Double(outcome.scenarios)
    return .init(full: full / count, advancedOnly: alone / count, none: 1 - (full + alone) / count)
  }

  /// Over the report's scenarios, given what has happened.
  private func mean(_ values: [Double]) -> Double {
    zip(values, maker.report.weights).reduce(0) { $0 + $1.0 * $1.1 } / Double(values.count)
  }
}

extension ChanceModel {
  /// The same scenarios and weights with other cohorts.
  init(_ model: ChanceModel, cohorts: [Cohort]) {
    self.init(model.scenarios, effects: model.effects, cohorts: cohorts, weights: model.weights)
  }
}
