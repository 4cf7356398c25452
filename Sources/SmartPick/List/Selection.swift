internal import Portfolio

/// Which applications to send, and with which signal: the search over the first set of scenarios.
struct Selection {
  /// One application: an institution's tracks in a specialty share it, its fee and its signal.
  ///
  /// They share the readers and the interview day as well, so their successes are taken as one: the chance of any is the
  /// chance of the likeliest, never the sum of separate ones.
  struct Unit {
    /// Indices into the prospects, best first.
    var prospects: [Int]
    var plan: Int
  }

  struct Choice {
    var prospects: [Int]
    var plan: Int
    var signal: SignalKind
    var fee: Double
    /// What it added to the value of the list in the search.
    var valueGain: Double
    /// Whether it was sent already.
    var isSent: Bool
  }

  var choices: [Choice]
  /// Further applications that were not worth it, in order: only for the curve.
  var beyond: [Choice] = []
  var gapBound: Double
  var value: Double

  /// The units of some prospects: by institution and specialty where the institution is known.
  ///
  /// Order of first sight.
  static func units(_ prospects: [Prospect]) -> [Unit] {
    var units: [Unit] = []
    var position: [String: Int] = [:]
    for (index, prospect) in prospects.enumerated() {
      let institution = prospect.program.institution?.lowercased() ?? ""
      if institution.isEmpty {
        units.append(Unit(prospects: [index], plan: prospect.plan))
        continue
      }
      let key =
        "\(prospect.plan)|\(institution)|\(prospect.program.state ?? "")|\(prospect.program.city?.lowercased() ?? "")"
      if let known = position[key] {
        units[known].prospects.append(index)
      } else {
        position[key] = units.count
        units.append(Unit(prospects: [index], plan: prospect.plan))
      }
    }
    for index in units.indices {
      units[index].prospects.sort { (prospects[$0].value, $1) > (prospects[$1].value, $0) }
    }
    return units
  }

  /// Searches; `caps` are at most so many applications in each plan, `budget` is dollars for what is not sent yet.
  init(
    _ prospects: [Prospect], model: ChanceModel, season: Season, caps: [Int?], budget: Double?,
    capacity: Int?, minimumGain: Double, extending: Bool, nearby: [[Float]]? = nil, certifiedFor: Double?? = nil
  ) {
    let units = Self.units(prospects)
    var chances = ScenarioChances(scenarios: model.scenarios.count)
    var invitations = ScenarioChances(scenarios: model.scenarios.count)
    var candidates: [ChoiceProblem.Candidate] = []
    var fixed: [ChoiceProblem.Fixed] = []
    // Chance of the place, by unit, where an application is out.
    var standing: [Int: Double] = [:]
    for (number, unit) in units.enumerated() {
      let cohort = model.cohorts[unit.plan]
      let sent = unit.prospects.compactMap { prospects[$0].status.signal }.first
      let takesSignals = cohort.signals != nil && unit.prospects.allSatisfy { prospects[$0].program.signals != false }
      func add(_ signal: SignalKind) -> Int {
        var invited = [Float](repeating: 1, count: model.scenarios.count)
        var missed = invited
        for index in unit.prospects {
          let prospect = prospects[index]
          let row = model.answered(model.row(prospect, signal: signal), prospect)
          for c in invited.indices {
            invited[c] = min(invited[c], Float(1 - row.interview[c]))
            let near = nearby?[index][c] ?? 1
            missed[c] = min(missed[c], 1 - near * Float(row.obtained(c)))
          }
        }
        _ = invitations.append(invited.map { 1 - $0 })
        return chances.append(missed.map { 1 - $0 })
      }
      let value = prospects[unit.prospects[0]].value
      if let sent {
        let row = add(sent)
        let variant = Variant(sent)
        candidates.append(
          .init(
            utility: value, group: unit.plan, plain: variant == .plain ? row : nil,
            silver: variant == .silver ? row : nil, gold: variant == .gold ? row : nil))
        fixed.append(.init(number, variant))
        let chance = zip(chances.row(row), model.weights).reduce(0) { $0 + Double($1.0) * $1.1 }
        standing[number] = value * chance / Double(model.scenarios.count)
      } else {
        let plain = add(.none)
        let tiered = cohort.signals?.isTiered == true
        candidates.append(
          .init(
            utility: value, group: unit.plan, plain: plain,
            silver: takesSignals ? add(tiered ? .silver : .signal) : nil,
            gold: takesSignals && tiered ? add(.gold) : nil))
      }
    }
    let allowances = Self.allowances(model.cohorts, season, sent: fixed.map { (units[$0.candidate].plan, $0.variant) })
    let groups = model.cohorts.enumerated().map { plan, cohort in
      let schedule = season.fees(for: cohort.specialty)
      return ChoiceProblem.Group(
        cap: caps[plan], fees: (0...min(600, max(2, units.count))).map { schedule?.cumulativeFee($0) ?? 0 },
        golds: allowances[plan].golds, silvers: allowances[plan].silvers)
    }
    var problem = ChoiceProblem(
      candidates: candidates, groups: groups, chances: chances,
      invitations: capacity == nil ? nil : invitations, capacity: capacity, budget: budget, fixed: fixed,
      minimumGain: minimumGain, weights: model.weights)
    let pins = units.indices.filter { unit in
      units[unit].prospects.contains { prospects[$0].isPinned } && !fixed.contains { $0.candidate == unit }
    }
    let solution = Self.keeping(pins, in: &problem)
    let forced = solution.forced
    let kept = Self.worthTheirFee(solution.picks, problem)
    func choice(_ candidate: Int, _ variant: Variant, fee: Double, gain: Double, isSent: Bool) -> Choice {
      let unit = units[candidate]
      let tiered = model.cohorts[unit.plan].signals?.isTiered == true
      return Choice(
        prospects: unit.prospects, plan: unit.plan, signal: SignalKind(variant, tiered: tiered), fee: fee,
        valueGain: gain, isSent: isSent)
    }
    // What was sent already stands first, at no further cost: invitations, then those that may still come, each by what
    // it is worth. Where the answer was no the application stands last.
    func rank(_ unit: Int) -> Int {
      let statuses = units[unit].prospects.map { prospects[$0].status }
      if statuses.contains(where: \.isInvited) { return 0 }
      return statuses.contains { if case .applied = $0 { true } else { false } } ? 1 : 2
    }
    let out = fixed.sorted { one, other in
      let (a, b) = (one.candidate, other.candidate)
      return (rank(a), -(standing[a] ?? 0), a) < (rank(b), -(standing[b] ?? 0), b)
    }
    let gone = out.filter { rank($0.candidate) == 2 }
    choices =
      out.filter { rank($0.candidate) < 2 }.map { choice($0.candidate, $0.variant, fee: 0, gain: 0, isSent: true) }
      + kept.map { choice($0.candidate, $0.variant, fee: $0.cost, gain: $0.gain, isSent: false) }
    let worth = problem.outlook(of: problem.selection(kept)).value
    // A pin that the search would not have chosen comes last: what it adds is what it adds to all the others.
    var held = problem.selection(kept).filter { choice in !forced.contains { $0.candidate == choice.candidate } }
    for pin in forced {
      let before = problem.outlook(of: held).value
      held.append((candidate: pin.candidate, variant: pin.variant))
      choices.append(
        choice(pin.candidate, pin.variant, fee: 0, gain: problem.outlook(of: held).value - before, isSent: false))
    }
    choices += gone.map { choice($0.candidate, $0.variant, fee: 0, gain: 0, isSent: true) }
    if kept.count < solution.picks.count || !forced.isEmpty { Self.charge(&choices, groups) }
    value = worth
    var upperBound = solution.upperBound
    if let certifiedFor, forced.isEmpty {
      var wider = problem
      wider.budget = certifiedFor
      upperBound = wider.upperBound(around: kept.map { (candidate: $0.candidate, variant: $0.variant) })
    }
    gapBound = upperBound.map { $0 > 0 ? min(1, max(0, 1 - worth / $0)) : 0 } ?? 1
    guard extending else { return }
    // What more would buy: the same search from here, with no cap on money, for at most 40 more.
    problem.fixed += kept.map { .init($0.candidate, $0.variant) }
    problem.minimumGain = 0
    problem.budget = nil
    problem.capacity = nil
    problem.invitations = nil
    problem.exchangeWork = 0
    for plan in problem.groups.indices {
      problem.groups[plan].cap = choices.count { $0.plan == plan } + 40
    }
    beyond = problem.solution(bounded: false).picks.prefix(40).map {
      choice($0.candidate, $0.variant, fee: $0.cost, gain: $0.gain, isSent: false)
    }
  }
}

extension ChoiceProblem {
  /// What was bought already and what is added, as one selection.
  fileprivate func selection(_ picks: [Selection.Pick]) -> [(candidate: Int, variant: Variant)] {
    fixed.map { (candidate: $0.candidate, variant: $0.variant) }
      + picks.map { (candidate: $0.candidate, variant: $0.variant) }
  }
}

extension Selection {
  /// The signals of each plan; a single tier counts as silver.
  ///
  /// Specialties that draw on one allowance: the plan named first has it, less what was sent in the others.
  fileprivate static func allowances(
    _ cohorts: [Cohort], _ season: Season, sent: [(plan: Int, variant: Variant)]
  ) -> [(golds: Int, silvers: Int)] {
    var all = cohorts.map { cohort in
      let tiered = cohort.signals?.isTiered == true
      return (
        golds: tiered ? cohort.signals?.gold ?? 0 : 0,
        silvers: tiered ? cohort.signals?.silver ?? 0 : cohort.signals?.total ?? 0
      )
    }
    for (plan, cohort) in cohorts.enumerated() {
      let sharing = season.specialtiesSharingSignals(with: cohort.specialty)
      guard let first = cohorts.firstIndex(where: { sharing.contains($0.specialty) }), first < plan else { continue }
      all[plan] = (
        golds: sent.count { $0.plan == plan && $0.variant == .gold },
        silvers: sent.count { $0.plan == plan && $0.variant == .silver }
      )
      all[first].golds = max(0, all[first].golds - all[plan].golds)
      all[first].silvers = max(0, all[first].silvers - all[plan].silvers)
    }
    return all
  }

  /// With an interview capacity the search may leave applications that no longer add anything: those go, least useful
  /// first, each only if the list without it is worth less by under the minimum gain.
  fileprivate static func worthTheirFee(
    _ picks: [Pick], _ problem: ChoiceProblem
  ) -> [Pick] {
    guard problem.capacity != nil, problem.minimumGain > 0 else { return picks }
    var kept = picks
    func value(_ picks: [Pick]) -> Double {
      problem.outlook(of: problem.selection(picks)).value
    }
    var worth = value(kept)
    for pick in picks.sorted(by: { ($0.gain, $1.candidate) < ($1.gain, $0.candidate) }) {
      guard pick.variant == .plain || pick.gain < problem.minimumGain else { continue }
      let without = kept.filter { $0.candidate != pick.candidate }
      let left = value(without)
      if worth - left < problem.minimumGain {
        kept = without
        worth = left
      }
    }
    return kept
  }

  /// Fees in the order of the list, after some applications have gone.
  fileprivate static func charge(_ choices: inout [Choice], _ groups: [ChoiceProblem.Group]) {
    var counts = [Int](repeating: 0, count: groups.count)
    for choice in choices where choice.isSent { counts[choice.plan] += 1 }
    for index in choices.indices where !choices[index].isSent {
      let plan = choices[index].plan
      choices[index].fee = groups[plan].marginalFee(after: counts[plan])
      counts[plan] += 1
    }
  }
}

extension Variant {
  init(_ signal: SignalKind) {
    self =
      switch signal {
      case .none: .plain
      case .signal, .silver: .silver
      case .gold: .gold
      }
  }
}

extension SignalKind {
  init(_ variant: Variant, tiered: Bool) {
    self =
      switch variant {
      case .plain: .none
      case .silver: tiered ? .silver : .signal
      case .gold: .gold
      }
  }
}
