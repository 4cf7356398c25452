import Statistics

extension Market {
  /// Runs the Match, and audits the result.
  ///
  /// Applicants with one list each are placed by deferred acceptance, applicants proposing; for them alone the result
  /// is the best that any stable matching gives each of them, whatever the order. Applicants with supplemental lists
  /// and couples enter after that, one at a time (``Chain``). If the order given runs in a circle, other orders are
  /// tried, then couples all at once, then moves at random; if none ends, the attempt with the fewest blocking pairs is
  /// returned, and says so.
  /// That none was found does not prove that none exists: the question is NP-complete (Ronn, 1990).
  ///
  /// The same market and the same options give the same result.
  public func match(_ options: MatchOptions = MatchOptions()) -> Outcome {
    var start = Chain(self, order: .lastDisplaced, recorder: SilentRecorder())
    start.placeSingles()
    let linked = linkedAgents
    var best: Outcome?
    for (index, attempt) in options.attempts(linked.count).enumerated() {
      var chain = start
      chain.order = attempt.order
      chain.chance = attempt.generator
      chain.wandering = attempt.wandering
      chain.enter(attempt.arrange(linked), retries: options.retries)
      var outcome = chain.outcome(attempts: index + 1)
      if outcome.isStable { return outcome }
      // The order given is the one to tell about; in random orders anyone may have been set aside.
      outcome.looping = best?.looping ?? outcome.looping
      if outcome.blockingPairs.count < best?.blockingPairs.count ?? Int.max { best = outcome }
      best?.effort.attempts = index + 1
    }
    guard let best else { preconditionFailure("At least one order is tried.") }
    return best
  }
}

/// How long to look for a stable matching when couples make it hard.
public struct MatchOptions: Sendable, Equatable {
  /// Decides the orders tried after the first.
  public var seed: UInt64
  /// Random orders, couples one at a time, tried after the order given.
  public var orders: Int
  /// Orders with all couples at once, tried after those.
  public var togetherOrders: Int
  /// Random orders in which agents take any place that they prefer, not the best, for a while; tried last.
  public var wanderings: Int
  /// How often, within one order, couples that were set aside enter again.
  public var retries: Int

  /// The defaults: 20 random orders, then 10 with all couples at once, then 30 wanderings, 8 retries each.
  public init(seed: UInt64 = 1, orders: Int = 20, togetherOrders: Int = 10, wanderings: Int = 30, retries: Int = 8) {
    self.seed = seed
    self.orders = orders
    self.togetherOrders = togetherOrders
    self.wanderings = wanderings
    self.retries = retries
  }

  struct Attempt {
    var order: Chain<SilentRecorder>.Order
    var wandering = 0
    /// The seed and the stream of a random order; `nil` is the order given.
    var shuffle: (seed: UInt64, stream: UInt64)?

    var generator: SeededGenerator? {
      shuffle.map { SeededGenerator(seed: $0.seed, stream: $0.stream) }
    }

    func arrange(_ agents: [Int32]) -> [Int32] {
      guard var generator else { return agents }
      return agents.shuffled(using: &generator)
    }
  }

  /// One attempt is enough where the order cannot matter.
  func attempts(_ linked: Int) -> [Attempt] {
    var attempts = [Attempt(order: .lastDisplaced)]
    guard linked > 0 else { return attempts }
    for index in 0..<UInt64(max(0, orders)) {
      attempts.append(Attempt(order: .lastDisplaced, shuffle: (seed, index)))
    }
    for index in 0..<UInt64(max(0, togetherOrders)) {
      attempts.append(Attempt(order: .couplesFirst, shuffle: index == 0 ? nil : (seed, ~index)))
    }
    for index in 0..<UInt64(max(0, wanderings)) {
      attempts.append(
        Attempt(order: .lastDisplaced, wandering: 200 + 20 * linked, shuffle: (seed, 1 << 32 + index)))
    }
    return attempts
  }
}

extension Chain {
  /// Places everyone with one list, who are most, at once.
  mutating func placeSingles() {
    var waiting = [UInt64](repeating: 0, count: (market.applicantCount + 63) / 64)
    for applicant in 0..<market.applicantCount where !isOut[applicant] && !market.list(applicant).isEmpty {
      waiting[applicant >> 6] |= 1 << UInt64(applicant & 63)
    }
    let effort = DeferredAcceptance.run(market, waiting: waiting, seats: &seats, at: &at)
    proposals += effort.proposals
    rejections += effort.rejections
  }

  /// The result, audited.
  func outcome(attempts: Int) -> Outcome {
    var outcome = Outcome(
      market: market, choices: Array(at[..<market.applicantCount]), pairs: Array(at[market.applicantCount...]),
      supplements: extra, lent: lent, blockingPairs: [],
      looping: setAside.map(market.agent),
      effort: .init(proposals: proposals, rejections: rejections, attempts: attempts))
    outcome.blockingPairs = StabilityAudit(outcome).blockingPairs
    return outcome
  }
}
