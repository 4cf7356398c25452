/// A small market's match, step by step.
///
/// The same algorithm as ``Market/match(_:)``, with everybody entering one at a time in the market's order and every
/// step written down. For singles the result is the same; couples' loops are broken within the one order.
public struct MatchTrace: Sendable {
  /// What happened, in order.
  public let steps: [MatchStep]
  /// The steps in plain words.
  public let sentences: [String]
  /// There were more steps than were asked for; ``outcome`` is complete all the same.
  public let isCut: Bool
  /// The result.
  public let outcome: Outcome

  /// Runs the Match and writes down up to `limit` steps.
  public init(_ market: Market, limit: Int = 10_000) {
    var chain = Chain(market, order: .lastDisplaced, recorder: StepRecorder(limit: limit))
    let singles = (0..<Int32(market.applicantCount)).filter {
      !chain.isOut[Int($0)] && !market.list(Int($0)).isEmpty
    }
    chain.enter(singles + market.linkedAgents, retries: 8)
    steps = chain.recorder.steps
    sentences = steps.map(market.sentence)
    isCut = chain.recorder.isCut
    outcome = chain.outcome(attempts: 1)
  }

  /// Who holds whom after the first `count` steps: for each program its applicants, in the order in which they came.
  public func held(after count: Int) -> [[Int]] {
    var held = [[Int]](repeating: [], count: outcome.market.programCount)
    for step in steps.prefix(count) {
      switch step {
      case .hold(let applicant, let program): held[program].append(applicant)
      case .bump(let applicant, let program), .withdrawal(let applicant, let program):
        held[program].removeAll { $0 == applicant }
      default: break
      }
    }
    return held
  }
}
