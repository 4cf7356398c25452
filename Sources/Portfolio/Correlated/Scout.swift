/// A first look at a long list under few scenarios, so that the full search reads only the rows that matter.
///
/// Filling reads each row dozens of times, and thousands of rows under hundreds of scenarios do not fit in a cache.
/// So the list is filled once under 64 of the scenarios, and the full filling keeps to what was chosen there and to
/// those that would add most to it under all scenarios. The exchange and the bound still see every candidate, so a
/// candidate that the scout missed can come back, and nothing is claimed that is not proved.
struct Scout {
  private static let blocks = 8

  /// Which candidates the full filling keeps to; nil if the list is short enough for all.
  static func shortlist(
    _ problem: ChoiceProblem, _ key: Filling.Key, _ variants: [Variant], _ open: [Bool], shares: [Double]
  )
    -> [Bool]?
  {
    guard problem.candidates.count >= 2_000, problem.chances.blocks >= 4 * blocks else { return nil }
    let thin = thinned(problem, shares: shares)
    let choices = Filling(thin, shares: scenarioShares(thin.weights, scenarios: thin.chances.scenarios))
      .filled(by: key, variants: variants, open: open).choices
    let standing = problem.standing(choices, shares: shares)
    var gains: [[(gain: Double, candidate: Int)]] = Array(repeating: [], count: problem.groups.count)
    for (index, candidate) in problem.candidates.enumerated() {
      var gain = 0.0
      for variant in variants {
        guard let row = candidate.row(variant) else { continue }
        gain = max(gain, standing.gain(row: row, utility: candidate.utility, in: problem.chances))
      }
      gains[candidate.group].append((gain, index))
    }
    var isKept = [Bool](repeating: false, count: problem.candidates.count)
    for choice in choices { isKept[choice.candidate] = true }
    for group in gains {
      let best = group.sorted { ($0.gain, $1.candidate) > ($1.gain, $0.candidate) }
      for entry in best.prefix(5 * choices.count + 100) { isKept[entry.candidate] = true }
    }
    return isKept
  }

  /// The problem under blocks taken evenly from all, each a little later within its stretch, so that a pattern in the
  /// order of the scenarios is not mistaken for the whole.
  private static func thinned(_ problem: ChoiceProblem, shares: [Double]) -> ChoiceProblem {
    let all = problem.chances.blocks
    let step = all / blocks
    // The last block may be padded, so it is never taken.
    let taken = (0..<blocks).map { min($0 * step + $0 % step, all - 2) }
    var thin = problem
    thin.chances = problem.chances.keeping(blocks: taken)
    let weights = taken.flatMap { block in shares[block * 8..<block * 8 + 8] }
    thin.weights = weights.allSatisfy { $0 == 0 } ? nil : weights
    thin.invitations = nil
    thin.capacity = nil
    return thin
  }
}
