internal import RealModule

/// Turns the terms of the odds into chances, scenario by scenario.
///
/// In scenario c the chance of an interview is
/// `gates × logistic(k (base + terms + min(cap, geography) + signal + strength + shifts))` and the chance to be matched
/// after it, if nothing better is, `logistic(base + terms + carried strength + interview day + shift)`. The program's
/// own taste, normal with `program_taste_sd`, is integrated out: `k = 1 / sqrt(1 + π/8 sd²)`.
struct ChanceModel: Sendable {
  private(set) var scenarios: ScenarioSet
  let effects: Effects
  let cohorts: [Cohort]
  /// By plan, then draw.
  private(set) var anchors: [[Anchor]]
  /// Weight of each scenario given what has happened; they sum to the number of scenarios.
  private(set) var weights: [Double]
  /// Logarithm of how likely what has happened was beforehand.
  private(set) var logEvidence = 0.0
  /// By scenario, the share of those who have not answered that have decided all the same; `nil` where silence says
  /// nothing yet.
  private(set) var decided: [Double]?
  /// What the answers so far say about those that are missing.
  private(set) var silence: Silence?

  /// Takes the anchors where they are known already, and solves them otherwise.
  init(
    _ scenarios: ScenarioSet, effects: Effects, cohorts: [Cohort], weights: [Double]? = nil, anchors: [[Anchor]]? = nil
  ) {
    self.scenarios = scenarios
    self.effects = effects
    self.cohorts = cohorts
    self.anchors =
      anchors
      ?? cohorts.map { cohort in
        (0..<scenarios.draws).map { draw in
          Anchor(cohort) { scenarios.effect($0, draw: draw) }
        }
      }
    self.weights = weights ?? [Double](repeating: 1, count: scenarios.count)
  }

  /// The chances of one prospect.
  /// - Returns: for each scenario the chance of an interview, and of the place given one.
  func row(_ prospect: Prospect, signal: SignalKind, isFavorable favorable: Program.Field? = nil) -> ChanceRow {
    var row = ChanceRow(count: scenarios.count)
    let cohort = cohorts[prospect.plan]
    let region = prospect.division.flatMap(USState.Division.allCases.firstIndex(of:))
    for draw in 0..<scenarios.draws {
      func value(_ name: EffectName) -> Double { scenarios.effect(name, draw: draw) }
      func sum(_ terms: [Term]) -> Double { terms.reduce(0) { $0 + $1.amount * value($1.effect) } }
      let anchor = anchors[prospect.plan][draw]
      let taste = value(.programTasteSd) * prospect.odds.spread
      let shrink = 1 / (1 + .pi / 8 * taste * taste).squareRoot()
      let interview =
        anchor.interview + value(.baselineInterviews) + sum(prospect.odds.interview)
        + min(value(.geographyCap), sum(prospect.odds.geography)) + signalTerm(signal, cohort, value)
      let match =
        anchor.match + value(.baselineSuccess) + sum(prospect.odds.match)
        + (signal == .none ? 0 : value(.signalAfterInterview))
      var factor = 1.0
      for _ in 0..<prospect.odds.bars { factor *= value(.exceptionRate) }
      for gate in prospect.odds.gates where gate.field != favorable {
        factor *= value(gate.share) + (1 - value(gate.share)) * value(.exceptionRate)
      }
      let strengthSd = strength(cohort, value)
      let carry = value(.strengthCarry)
      let daySd = value(.interviewDaySd)
      let yearSd = value(.specialtyShiftSd)
      let regionSd = value(.divisionShiftSd)
      for node in 0..<scenarios.strengths {
        let c = draw * scenarios.strengths + node
        let theta = strengthSd * scenarios.strength[c]
        let year = yearSd * scenarios.specialtyShifts[prospect.plan][c]
        let shift = region.map { regionSd * scenarios.divisionShifts[$0][c] } ?? 0
        row.interview[c] = factor / (1 + .exp(-shrink * (interview + theta + year + shift)))
        row.match[c] = 1 / (1 + .exp(-(match + carry * theta + daySd * scenarios.day[c] + year)))
      }
    }
    return row
  }

  /// Puts what has happened into the weights: an interview received speaks for strength, a refusal against it, and silence
  /// as far as it means something (``Silence``).
  ///
  /// `more` are logarithms of the chances, by scenario, of whatever else has happened; `isOver` says that the interviews
  /// are over, so that silence is a refusal. O(rows × scenarios × ``Silence/steps``).
  mutating func condition(
    on rows: [(prospect: Prospect, row: ChanceRow)], and more: [Double]? = nil, isOver: Bool = false
  ) {
    let silence = Silence(rows.map(\.prospect.status), isOver: isOver)
    guard more != nil || silence.isInformative else { return }
    self.silence = silence
    var logs = more ?? [Double](repeating: 0, count: scenarios.count)
    for (prospect, row) in rows {
      for c in 0..<scenarios.count {
        let chance = min(1 - 1e-9, max(1e-9, row.interview[c]))
        switch prospect.status {
        case .invited, .declined: logs[c] += .log(chance)
        case .rejected: logs[c] += .log(1 - chance)
        case .applied where isOver: logs[c] += .log(1 - chance)
        case .applied, .open, .withdrawn: break
        }
      }
    }
    let silent = rows.filter { if case .applied = $0.prospect.status { true } else { false } }.map(\.row.interview)
    if isOver {
      decided = [Double](repeating: 1, count: scenarios.count)
    } else if !silent.isEmpty, silence.invited > 0 {
      decided = silence.decided(silent, in: scenarios, adding: &logs)
    }
    let top = logs.max() ?? 0
    let raw = logs.map { Double.exp($0 - top) }
    let sum = raw.reduce(0, +)
    weights = raw.map { $0 / sum * Double(scenarios.count) }
    logEvidence = top + .log(sum / Double(scenarios.count))
  }

  /// The same seasons, weighed the same, with one effect at one value, in the scale of sums, in every draw.
  func setting(_ name: EffectName, to value: Double, anchors: [[Anchor]]) -> ChanceModel {
    var same = self
    same.scenarios = scenarios.setting(name, to: value)
    same.anchors = anchors
    return same
  }

  /// The row once the answer is in: certain where invited, nothing where rejected or declined, less while waiting.
  func answered(_ row: ChanceRow, _ prospect: Prospect) -> ChanceRow {
    var row = row
    switch prospect.status {
    case .open: break
    case .invited: row.interview = [Double](repeating: 1, count: row.interview.count)
    case .declined, .rejected, .withdrawn: row.interview = [Double](repeating: 0, count: row.interview.count)
    case .applied:
      guard let decided else { break }
      for c in row.interview.indices {
        let chance = min(1 - 1e-9, row.interview[c])
        row.interview[c] = chance * (1 - decided[c]) / (1 - decided[c] * chance)
      }
    }
    return row
  }

  /// Standard deviation of the unobserved strength, with what the profile leaves open about the score.
  func strength(_ cohort: Cohort, _ value: (EffectName) -> Double) -> Double {
    guard let doubt = cohort.scoreDoubt else { return value(.strengthSd) }
    let points = value(doubt) / 10 * value(.step2Per10Points)
    return (value(.strengthSd) * value(.strengthSd) + points * points).squareRoot()
  }

  private func signalTerm(_ signal: SignalKind, _ cohort: Cohort, _ value: (EffectName) -> Double) -> Double {
    if cohort.isLargeSignal {
      return signal == .none ? value(.noSignalLarge) : signal == .gold ? value(.signalGold) - value(.signalSilver) : 0
    }
    return switch signal {
    case .none: 0
    case .signal: value(.signal)
    case .gold: value(.signalGold)
    case .silver: value(.signalSilver)
    }
  }
}

/// Chances at one program, by scenario.
struct ChanceRow: Sendable {
  var interview: [Double]
  var match: [Double]

  init(count: Int) {
    interview = [Double](repeating: 0, count: count)
    match = interview
  }

  /// The chance of the place if nothing better is obtained.
  func obtained(_ c: Int) -> Double { interview[c] * match[c] }
}
