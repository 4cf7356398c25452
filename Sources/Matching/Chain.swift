import Statistics

/// Roth and Peranson's instability chaining: agents enter one at a time; whoever is displaced asks again from the top
/// of the list; whenever a position opens, the applicants who would now rather be there are looked for.
///
/// Two stacks hold what is left to do: agents without a settled place, and programs with an opening.
/// When both are empty nobody blocks. With couples, supplemental lists or reversions that may never happen:
/// ``CycleDetector`` says so, and the agent that moves most in the loop is set aside.
/// Roth and Peranson, American Economic Review 89(4), 1999; Roth and Vande Vate, Econometrica 58(6), 1990.
struct Chain<Recorder: MatchRecorder>: Sendable {
  /// Who goes first when several wait.
  enum Order: Sendable {
    /// The last to be displaced (Roth and Peranson).
    case lastDisplaced
    /// Couples before singles (after Kojima, Pathak and Roth, Quarterly Journal of Economics 128(4), 2013).
    case couplesFirst
  }

  let market: Market
  var order: Order
  var seats: Seats
  /// The place of each applicant on her list, then of each couple on theirs; from 0, or ``nowhere``.
  var at: [Int32]
  /// The place on the supplemental list in use; empty if there is none in the market.
  var extra: [Int32]
  /// Positions lent by each reversion.
  var lent: [Int32]
  /// The reversion of each program that has one, or -1; empty if there is none in the market.
  var reversionOf: [Int32] = []
  var agents: [Int32] = []
  var couples: [Int32] = []
  var programs: [Int32] = []
  var isStacked: [Bool]
  /// Agents that have not entered, or were set aside.
  var isOut: [Bool]
  var setAside: [Int32] = []
  var detector: CycleDetector
  var proposals = 0
  var rejections = 0
  /// Decides who is set aside, in a random order, and where wanderers go.
  var chance: SeededGenerator?
  /// Moves still to be made at random: any better place, not the best (``settles(_:)``).
  var wandering = 0
  var recorder: Recorder

  init(_ market: Market, order: Order, recorder: Recorder) {
    self.market = market
    self.order = order
    self.recorder = recorder
    seats = Seats(market)
    let agentCount = market.applicantCount + market.coupleCount
    at = [Int32](repeating: nowhere, count: agentCount)
    extra = market.supplemented.isEmpty ? [] : [Int32](repeating: nowhere, count: market.applicantCount)
    lent = [Int32](repeating: 0, count: market.reversions.count)
    isStacked = [Bool](repeating: false, count: market.programCount)
    isOut = [Bool](repeating: false, count: agentCount)
    detector = CycleDetector(firstKeep: 64 + agentCount / 100, limit: 20_000 + 20 * agentCount)
    if !market.reversions.isEmpty {
      reversionOf = [Int32](repeating: -1, count: market.programCount)
      for (index, reversion) in market.reversions.enumerated() { reversionOf[reversion.donor] = Int32(index) }
    }
    for agent in market.linkedAgents { isOut[Int(agent)] = true }
  }

  /// Lets agents in, each to the end of its chain; then tries those set aside again, in case others have moved on.
  mutating func enter(_ entering: [Int32], retries: Int) {
    switch order {
    case .lastDisplaced:
      for agent in entering {
        admit(agent)
        settle()
      }
    case .couplesFirst:
      for agent in entering.reversed() { admit(agent) }
      settle()
    }
    if entering.isEmpty { settle() }
    for _ in 0..<retries where !setAside.isEmpty {
      let again = setAside
      setAside.removeAll()
      for agent in again.reversed() {
        admit(agent)
        settle()
      }
    }
  }

  private mutating func admit(_ agent: Int32) {
    isOut[Int(agent)] = false
    wait(agent)
  }

  mutating func wait(_ agent: Int32) {
    if order == .couplesFirst && Int(agent) >= market.applicantCount {
      couples.append(agent)
    } else {
      agents.append(agent)
    }
  }

  /// Works until nobody waits and nothing is open.
  mutating func settle() {
    detector.restart()
    while true {
      if let agent = couples.popLast() ?? agents.popLast() {
        improve(agent)
      } else if let program = programs.popLast() {
        isStacked[Int(program)] = false
        lookThrough(Int(program))
      } else if !revert() {
        return
      }
      // What happens by chance need not happen again when the state comes back.
      if wandering > 0 { continue }
      if detector.isLoop(
        CycleDetector.State(
          at: at, extra: extra, lent: lent, agents: agents, couples: couples, programs: programs))
      {
        breakLoop()
        detector.restart()
      }
    }
  }

  /// Sets aside the couple that moved most; failing that, an applicant with a supplemental list; failing that, anyone.
  ///
  /// In a random order (`chance`) it is anyone who moved, since it may be the single who has to wait.
  private mutating func breakLoop() {
    func weight(_ agent: Int32) -> Int {
      if Int(agent) >= market.applicantCount { return 2 }
      return extra.isEmpty ? 0 : (market.supplemented.contains(agent) ? 1 : 0)
    }
    let movers = detector.moves.keys.sorted()
    var worst = movers.max {
      (weight($0), detector.moves[$0, default: 0], -$0) < (weight($1), detector.moves[$1, default: 0], -$1)
    }
    if var generator = chance {
      worst = movers.randomElement(using: &generator)
      chance = generator
    }
    // A loop without a move cannot be: its states differ by moves only. The exhausted case may have just kept a state.
    guard let agent = worst ?? (agents.last ?? couples.last) else { return }
    let named = market.agent(agent)
    recorder.record(.loop(setAside: named))
    leaveAll(agent)
    isOut[Int(agent)] = true
    setAside.append(agent)
  }

  /// Looks for the first applicant, by the program's own order, who would rather be there than where she is.
  private mutating func lookThrough(_ program: Int) {
    let ranking = market.ranking(program)
    let record = seats.programs[program]
    let end = record.filled < record.quota ? ranking.count : Int(max(record.worst, 0))
    guard end > 0 else { return }
    recorder.record(.opening(program: program))
    for rank in 0..<end where !seats.holds(program, Int32(rank)) {
      let applicant = market.rankedApplicants[ranking.lowerBound + rank]
      let choice = market.rankedChoices[ranking.lowerBound + rank]
      let moved: Bool
      if choice >= 0 {
        moved = choice < at[Int(applicant)] && improve(applicant)
      } else {
        moved = improve(market.agentNumber(ofApplicant: applicant))
      }
      if moved {
        stack(program)
        return
      }
    }
  }

  mutating func stack(_ program: Int) {
    if !isStacked[program] {
      isStacked[program] = true
      programs.append(Int32(program))
    }
  }

  mutating func setPlace(_ agent: Int, _ place: Int32) {
    detector.note(Int32(agent), from: at[agent], to: place)
    at[agent] = place
  }
}

/// Not on any place of a list: worse than the last.
package let nowhere = Int32.max

extension Market {
  /// Agents whose wishes are more than one list, in the order in which they enter:
  /// applicants with supplemental lists, then couples. (Singles first: fewer loops.)
  var linkedAgents: [Int32] {
    supplemented + (0..<coupleCount).map { Int32(applicantCount + $0) }
  }

  @inline(__always)
  func agentNumber(ofApplicant applicant: Int32) -> Int32 {
    guard !coupleOf.isEmpty, coupleOf[Int(applicant)] >= 0 else { return applicant }
    return Int32(applicantCount) + coupleOf[Int(applicant)]
  }

  func agent(_ number: Int32) -> Agent {
    Int(number) < applicantCount ? .applicant(Int(number)) : .couple(Int(number) - applicantCount)
  }
}
