internal import RealModule
internal import Statistics

/// Why the odds at one program are what they are, term by term.
public struct Explanation: Sendable {
  /// One factor of the odds.
  public struct Line: Sendable {
    public enum Stage: String, Sendable {
      case interview
      case afterInterview = "after the interview"
    }
    public var stage: Stage
    public var reason: String
    /// Times the odds: 2 doubles them, 0.5 halves them; with the range of the effect.
    public var factor: Double
    public var low: Double
    public var high: Double
    public var effect: EffectName
  }

  /// What would change the chance of an interview, and to what.
  public struct Lever: Sendable {
    public var action: String
    public var interview: Double
  }

  public struct Fact: Sendable {
    public var field: Program.Field
    public var value: String?
    public var provenance: Program.Provenance?
  }

  public var program: Program
  public var specialty: String
  /// The chance of an interview at an average program of the specialty, for an average applicant of the group.
  public var start: Double
  public var interview: Double
  public var interviewLow: Double
  public var interviewHigh: Double
  /// The chance of the place after an interview, if nothing better is obtained.
  public var afterInterview: Double
  public var lines: [Line]
  /// Whether the geography terms together were cut at the cap.
  public var geographyCapped: Bool
  public var requirements: [Requirement]
  public var levers: [Lever]
  public var unknown: [Program.Field]
  public var facts: [Fact]
  /// The row of the list, if the program is on it.
  public var row: ListResult.Row?
  public var isBarred: Bool
}

extension ListMaker {
  /// The explanation of one program, with the numbers of the list where it is on it.
  /// - Returns: `nil` where no program of the chosen specialties has this code.
  public func explanation(of code: String, in list: ListResult) -> Explanation? {
    let row = list.rows.first { $0.program.code == code && !$0.isPreliminary }
    guard let prospect = prospects.first(where: { $0.program.code == code }) ?? barred(code) else { return nil }
    let signal = row?.signal ?? prospect.status.signal ?? .none
    let cohort = found.cohorts[prospect.plan]
    let effects = request.effects
    let chances = report.answered(report.row(prospect, signal: signal), prospect)
    let interview = row?.interview ?? average(chances.interview)
    var lines: [Explanation.Line] = []
    func add(_ terms: [Term], _ stage: Explanation.Line.Stage) {
      for term in terms {
        let effect = effects[term.effect]
        func factor(_ value: Double) -> Double { .exp(term.amount * effect.scaled(value)) }
        let (a, b) = (factor(effect.low), factor(effect.high))
        lines.append(
          .init(
            stage: stage, reason: term.reason, factor: factor(effect.value), low: min(a, b), high: max(a, b),
            effect: term.effect))
      }
    }
    add(prospect.odds.geography, .interview)
    add(prospect.odds.interview, .interview)
    if signal != .none, !cohort.isLargeSignal {
      let name: EffectName = signal == .gold ? .signalGold : signal == .silver ? .signalSilver : .signal
      add([Term(name, 1, "A \(signal == .signal ? "" : signal.rawValue + " ")signal")], .interview)
    } else if signal == .none, cohort.isLargeSignal {
      add([Term(.noSignalLarge, 1, "No signal, where nearly all interviews go to those who send one")], .interview)
    }
    add(prospect.odds.match, .afterInterview)
    let geography = prospect.odds.geography.reduce(0.0) {
      $0 + $1.amount * effects[$1.effect].scaled(effects[$1.effect].value)
    }
    let range = spread(chances.interview, prospect, interview)
    return Explanation(
      program: prospect.program, specialty: cohort.specialty,
      start: cohort.interviews.value / cohort.applications.value, interview: interview,
      interviewLow: row?.interviewLow ?? range.low, interviewHigh: row?.interviewHigh ?? range.high,
      afterInterview: conditional(chances), lines: lines,
      geographyCapped: geography > effects[.geographyCap].scaled(effects[.geographyCap].value) + 1e-12,
      requirements: prospect.odds.requirements, levers: levers(prospect, signal, cohort),
      unknown: Program.Field.decisive.filter { prospect.program[$0] == nil },
      facts: Program.Field.allCases.map {
        .init(field: $0, value: prospect.program[$0]?.description, provenance: prospect.program.provenance[$0])
      }, row: row, isBarred: prospect.odds.isBarred)
  }

  private func barred(_ code: String) -> Prospect? {
    guard let program = request.programs.first(where: { $0.code == code }),
      let plan = found.plans.firstIndex(where: { $0.name == program.specialty })
    else { return nil }
    let odds = ProgramOdds(
      of: program, for: request.profile, in: found.cohorts[plan], season: request.season.year, cutoffs: request.cutoffs)
    return Prospect(
      program: program, plan: plan, odds: odds, value: 1, isLoved: false, preference: 0.5, status: .open,
      division: program.division)
  }

  private func average(_ values: [Double]) -> Double {
    zip(values, report.weights).reduce(0) { $0 + $1.0 * $1.1 } / Double(values.count)
  }

  private func conditional(_ row: ChanceRow) -> Double {
    let both = row.interview.indices.map(row.obtained)
    let invited = average(row.interview)
    return invited > 0 ? average(both) / invited : average(row.match)
  }

  private func spread(_ values: [Double], _ prospect: Prospect, _ mean: Double) -> Interval {
    let draws = report.scenarios.byDraw(values, weights: report.weights)
    return Interval(low: min(mean, draws.quantile(0.05)), high: max(mean, draws.quantile(0.95)))
  }

  private func levers(_ prospect: Prospect, _ signal: SignalKind, _ cohort: Cohort) -> [Explanation.Lever] {
    guard prospect.status == .open else { return [] }
    var levers: [Explanation.Lever] = []
    func chance(_ prospect: Prospect, _ signal: SignalKind, favorable: Program.Field? = nil) -> Double {
      average(report.row(prospect, signal: signal, isFavorable: favorable).interview)
    }
    if let allowance = cohort.signals, signal == .none, prospect.program.signals != false {
      if allowance.isTiered {
        levers.append(.init(action: "With a gold signal", interview: chance(prospect, .gold)))
        levers.append(.init(action: "With a silver signal", interview: chance(prospect, .silver)))
      } else {
        levers.append(.init(action: "With a signal", interview: chance(prospect, .signal)))
      }
    } else if signal != .none {
      levers.append(.init(action: "Without the signal", interview: chance(prospect, .none)))
    }
    if !prospect.odds.interview.contains(where: { $0.effect == .awayRotation || $0.effect == .homeProgram }) {
      var odds = prospect.odds
      odds.interview.append(Term(.awayRotation, 1, "You rotated there"))
      levers.append(.init(action: "After an away rotation there", interview: chance(prospect.with(odds), signal)))
    }
    if cohort.scoreDoubt == nil {
      var odds = prospect.odds
      odds.interview.append(Term(.step2Per10Points, 1, "Ten points more"))
      levers.append(.init(action: "With ten more points on Step 2 CK", interview: chance(prospect.with(odds), signal)))
    }
    for gate in prospect.odds.gates {
      levers.append(
        .init(
          action: "If it says yes to \(gate.requirement.rawValue)",
          interview: chance(prospect, signal, favorable: gate.field)))
    }
    return levers
  }
}

extension Prospect {
  fileprivate func with(_ odds: ProgramOdds) -> Prospect {
    Prospect(
      program: program, plan: plan, odds: odds, value: value, isLoved: isLoved, preference: preference, status: status,
      division: division)
  }
}

extension Program.Field {
  /// The facts that the odds read.
  static let decisive: [Self] = [
    .state, .positions, .applications, .interviews, .step2Low, .step2Median, .comlex, .visa, .maxYearsSinceGraduation,
    .maxAttempts, .usceMonths, .percentMD, .percentDO, .percentUSIMG, .percentNonUSIMG, .inStatePercent, .signals,
  ]
}
