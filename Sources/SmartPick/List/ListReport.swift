internal import RealModule
internal import Statistics

/// Puts the search's choice in front of fresh scenarios and writes down what they say.
struct ListReport {
  let maker: ListMaker
  let selection: Selection
  let preliminary: Preliminary?
  let paid: Double

  /// One program of the list, with its row of chances.
  struct Entry {
    var prospect: Prospect
    var choice: Selection.Choice
    /// The first track of an application carries its fee.
    var isFirst: Bool
    /// The chances at this program alone, and what is left of them after the tracks before it.
    var own: ChanceRow
    var row: ChanceRow
    var plain: Double
  }

  init(_ maker: ListMaker, selection: Selection, preliminary: Preliminary?, paid: Double) {
    self.maker = maker
    self.selection = selection
    self.preliminary = preliminary
    self.paid = paid
  }

  private var model: ChanceModel { maker.report }

  /// The rows of some choices; `other` seasons, where it is not about those of the report.
  func entries(_ choices: [Selection.Choice], in other: ChanceModel? = nil) -> [Entry] {
    let model = other ?? self.model
    return choices.flatMap { choice in
      // What the tracks before it have taken of the common chance.
      var taken = [Double](repeating: 0, count: model.scenarios.count)
      return choice.prospects.enumerated().map { place, index in
        let prospect = maker.prospects[index]
        let raw = model.row(prospect, signal: choice.signal)
        let plain = choice.signal == .none ? raw : model.row(prospect, signal: .none)
        let own = model.answered(raw, prospect)
        var row = own
        for c in taken.indices {
          let chance = own.obtained(c)
          if place > 0 {
            // An interview here is the one already held; only what this track adds is left.
            row.interview[c] = 1
            row.match[c] = taken[c] < 1 ? max(0, chance - taken[c]) / (1 - taken[c]) : 0
          }
          taken[c] = max(taken[c], chance)
        }
        return Entry(
          prospect: prospect, choice: choice, isFirst: place == 0, own: own, row: row, plain: mean(plain.interview))
      }
    }
  }

  private func mean(_ values: [Double]) -> Double {
    var total = 0.0
    for c in values.indices { total += model.weights[c] * values[c] }
    return total / Double(values.count)
  }

  /// The chance by scenario that the list comes to nothing.
  var unmatched: [Double] {
    let entries = entries(selection.choices)
    guard !entries.isEmpty else { return [Double](repeating: 1, count: model.scenarios.count) }
    return Outcome(
      rows: entries.map(\.row), values: entries.map(\.prospect.value), leads: entries.map(\.isFirst),
      scenarios: model.scenarios.count, capacity: maker.request.profile.interviewCapacity
    ).matched.map { 1 - $0 }
  }

  var result: ListResult {
    let entries = entries(selection.choices)
    let beyond = self.entries(selection.beyond)
    let scenarios = model.scenarios.count
    let capacity = maker.request.profile.interviewCapacity
    let outcome = Outcome(
      rows: entries.map(\.row), values: entries.map(\.prospect.value), leads: entries.map(\.isFirst),
      scenarios: scenarios,
      capacity: capacity)
    let all = entries + beyond
    let further =
      beyond.isEmpty
      ? outcome
      : Outcome(
        rows: all.map(\.row), values: all.map(\.prospect.value), leads: all.map(\.isFirst), scenarios: scenarios,
        capacity: capacity)
    let rows = listRows(entries, outcome)
    let draws = model.scenarios.byDraw(outcome.matched, weights: model.weights)
    let invitations = model.scenarios.byDraw(outcome.invitations, weights: model.weights)
    let probability = mean(outcome.matched)
    let value = entries.indices.reduce(0.0) { $0 + entries[$1].prospect.value * mean(outcome.best($1)) }
    let fees = paid + selection.choices.reduce(0) { $0 + ($1.isSent ? 0 : $1.fee) } + (preliminary?.fees ?? 0)
    var unmatched = outcome.matched.map { 1 - $0 }
    if entries.isEmpty { unmatched = [Double](repeating: 1, count: scenarios) }
    let questions = Questions(
      maker, chosen: Set(selection.choices.flatMap(\.prospects)), unmatched: unmatched, model: model, entries: entries)
    let appended = preliminary.map { $0.rows(after: rows, paid: fees - $0.fees, entries, outcome) } ?? []
    return ListResult(
      rows: rows + appended, matchProbability: probability, matchLow: min(probability, draws.quantile(0.05)),
      matchHigh: max(probability, draws.quantile(0.95)), interviewsExpected: mean(outcome.invitations),
      interviewsLow: invitations.quantile(0.05), interviewsHigh: invitations.quantile(0.95), fees: fees,
      gapBound: selection.gapBound, curve: curve(entries, beyond, further), requirementsNotMet: maker.found.notMet,
      lowGain: rows.filter {
        $0.gainHigh < maker.request.minimumGain && $0.valueGain < 2 * maker.request.minimumGain && $0.status == .open
      }.map(\.program.code),
      questions: questions.best, assumptions: Assumption.all(maker), sensitivity: Sensitivities(self, entries).all,
      plans: plans(entries, outcome), outcomes: preliminary?.outcomes(entries, outcome, model), answers: answers,
      notes: notes,
      season: maker.request.season.year, ambition: maker.request.profile.ambition ?? 0.3,
      budget: maker.request.profile.budget, searchScenarios: maker.search.scenarios.count, reportScenarios: scenarios,
      seed: maker.request.seed, candidates: maker.found.considered, value: value,
      searchValue: selection.value)
  }

  private func listRows(_ entries: [Entry], _ outcome: Outcome) -> [ListResult.Row] {
    var before = [Double](repeating: 0, count: outcome.scenarios)
    var spent = paid
    var previous = 0.0
    return entries.enumerated().map { place, entry in
      let after = outcome.cumulative(place)
      let gains = zip(after, before).map { $0 - $1 }
      before = after
      let cumulative = mean(after)
      let gain = cumulative - previous
      previous = cumulative
      let fee = entry.isFirst && !entry.choice.isSent ? entry.choice.fee : 0
      spent += fee
      // Weights add up to their number only nearly.
      let interview = min(1, mean(entry.own.interview))
      let range = interviewRange(entry, interview)
      let tier: ListResult.Tier = interview < 0.15 ? .reach : interview < 0.4 ? .target : .likely
      return ListResult.Row(
        order: place + 1, program: entry.prospect.program, specialty: maker.found.plans[entry.prospect.plan].name,
        tier: tier, signal: entry.choice.signal, interview: interview, interviewLow: range.low,
        interviewHigh: range.high, match: mean(outcome.best(place)), gain: gain,
        gainHigh: max(gain, model.scenarios.byDraw(gains, weights: model.weights).quantile(0.95)),
        cumulativeMatch: cumulative,
        fee: fee, cumulativeFee: spent,
        why: Why.words(
          entry.prospect, signal: entry.choice.signal, effects: maker.request.effects, tier: tier,
          plainChance: entry.plain, chance: interview),
        preference: entry.prospect.preference, value: entry.prospect.value, valueGain: entry.choice.valueGain,
        status: entry.prospect.status,
        isPreliminary: false,
        coveredBy: entry.isFirst ? nil : maker.prospects[entry.choice.prospects[0]].program.name)
    }
  }

  /// Between the draws of the assumptions, widened by the program's own taste, in log-odds.
  private func interviewRange(_ entry: Entry, _ mean: Double) -> Interval {
    guard mean > 0, mean < 1 else { return Interval(low: mean, high: mean) }
    let logits = model.scenarios.byDraw(entry.own.interview, weights: model.weights).map {
      Logistic.logit(min(1 - 1e-9, max(1e-9, $0)))
    }
    let center = logits.reduce(0, +) / Double(logits.count)
    let variance = logits.reduce(0) { $0 + ($1 - center) * ($1 - center) } / Double(max(1, logits.count - 1))
    let taste = maker.request.effects[.programTasteSd].value * entry.prospect.odds.spread * 0.5
    let reach = 1.6448536269514722 * (variance + taste * taste).squareRoot()
    let middle = Logistic.logit(mean)
    return Interval(low: Logistic.logistic(middle - reach), high: Logistic.logistic(middle + reach))
  }

  private func curve(_ entries: [Entry], _ beyond: [Entry], _ outcome: Outcome) -> [ListResult.Point] {
    var points = [ListResult.Point(applications: 0, fees: paid, match: 0, low: 0, high: 0, isRecommended: true)]
    var spent = paid
    var count = 0
    // The preliminary years are bought for the advanced places, from the first one on.
    var preliminaryFees = preliminary?.fees ?? 0
    for (place, entry) in (entries + beyond).enumerated() {
      let isBeyond = place >= entries.count
      if entry.prospect.program.track == .advanced {
        spent += preliminaryFees
        preliminaryFees = 0
      }
      if entry.isFirst {
        count += 1
        if !entry.choice.isSent || isBeyond { spent += entry.choice.fee }
      }
      let values = outcome.cumulative(place)
      let draws = model.scenarios.byDraw(values, weights: model.weights)
      let match = mean(values)
      let point = ListResult.Point(
        applications: count, fees: spent, match: match, low: min(match, draws.quantile(0.05)),
        high: max(match, draws.quantile(0.95)), isRecommended: !isBeyond)
      if entry.isFirst { points.append(point) } else { points[points.count - 1] = point }
    }
    return points
  }

  private func plans(_ entries: [Entry], _ outcome: Outcome) -> [ListResult.PlanChance] {
    maker.found.plans.enumerated().map { plan, choice in
      let mine = entries.indices.filter { entries[$0].prospect.plan == plan }
      return ListResult.PlanChance(
        specialty: choice.name, role: choice.role, match: mine.reduce(0) { $0 + mean(outcome.best($1)) },
        applications: selection.choices.count { $0.plan == plan },
        fees: selection.choices.reduce(0) { $0 + ($1.plan == plan && !$1.isSent ? $1.fee : 0) })
    }
  }

  private var answers: ListResult.Answers? {
    guard let silence = model.silence else { return nil }
    // What is not known of the pace is in each scenario's own share, so the range is over all of them.
    let shares = zip(model.decided ?? [], model.weights).sorted { $0.0 < $1.0 }
    func quantile(_ share: Double) -> Double {
      var left = share * shares.reduce(0) { $0 + $1.1 }
      for (value, weight) in shares {
        left -= weight
        if left <= 0 { return value }
      }
      return shares.last?.0 ?? 0
    }
    // Weights add up to their number only nearly.
    let decided = min(1, model.decided.map(mean) ?? 0)
    return ListResult.Answers(
      invited: silence.invited, refused: silence.refused, waiting: silence.waiting, decided: decided,
      decidedLow: min(decided, quantile(0.05)), decidedHigh: max(decided, quantile(0.95)),
      isOver: silence.isOver)
  }

  private var notes: [String] {
    var notes = maker.found.notes
    let season = maker.request.season
    if !season.isComplete {
      notes.append("Season \(season.year): what is not published yet is carried from \(season.year - 1) and marked so.")
    }
    if selection.gapBound > 0.05, maker.request.profile.interviewCapacity != nil {
      notes.append("The bound on the gap ignores the interview capacity and is therefore loose.")
    }
    if maker.request.profile.applicantType == nil {
      notes.append(
        "The profile names no applicant type: the odds are a mean over all types, far apart from each other. Add applicant_type."
      )
    }
    return notes + (preliminary?.notes ?? [])
  }
}

extension [Double] {
  /// A quantile of the sample (``Statistics/Quantiles``, type 7); 0 where it is empty.
  func quantile(_ share: Double) -> Double { Quantiles(self)?(share) ?? 0 }
}
