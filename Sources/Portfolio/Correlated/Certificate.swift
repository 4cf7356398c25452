/// A proof that no set is worth more than a number.
///
/// Written in `y = -log(1 - f)`, the value is concave and rises, so it lies below its tangent at any set: for every
/// set `X`, `F(X) <= F(S) + sum over X of W - sum over S of W`, with `W` the mean over the scenarios of `y * worth`.
/// The greatest tangent within the constraints is bounded by multipliers: a price for money and for each group's gold
/// and silver. Any prices that are not negative are valid; good ones are searched by bisection of one price at a time,
/// then by subgradient steps of all (Polyak). In the end the price of money gives way to an exact knapsack over the groups,
/// since what is left of a budget buys nothing. Groups with a dear first fee are taken open or closed, every combination.
///
/// A capacity can only lower the value of a set, so the bound holds with one too.
struct Certificate {
  /// No set within the constraints is worth more.
  let upperBound: Double

  init(_ problem: ChoiceProblem, shares: [Double], around choices: [Choice]) {
    let standing = problem.standing(choices, shares: shares)
    let tangents = Variant.allCases.map { variant in
      problem.candidates.map { candidate in
        candidate.row(variant).map { standing.tangent(row: $0, utility: candidate.utility, in: problem.chances) }
          ?? -.infinity
      }
    }
    let value = problem.uncappedValue(choices)
    let own = choices.reduce(0) { $0 + tangents[$1.variant.rawValue][$1.candidate] }
    var greatest = -Double.infinity
    for open in problem.openings() {
      guard var dual = Dual(problem, tangents: tangents, open: open, target: own) else { continue }
      greatest = max(greatest, min(dual.minimum(enough: greatest), dual.knapsack()))
    }
    // Room for rounding in Float: one part in 10^7 for each factor of a product, and ten for the sums.
    let slack = (2e-6 + 1.2e-7 * Double(choices.count + problem.fixed.count)) * (own + greatest)
    upperBound = value + max(0, greatest - own) + slack
  }
}

extension Standing {
  /// How fast the value rises with `-log(1 - f)` of a chance, times that: the mean of `-log(1 - f) * worth`.
  func tangent(row: Int, utility: Double, in chances: ScenarioChances) -> Double {
    let (slot, above) = level(of: utility)
    let chance = chances.storage.span.extracting(row * blocks..<(row + 1) * blocks)
    let worths = worth.span.extracting(slot * blocks..<(slot + 1) * blocks)
    let survivals = survival.span.extracting(slot * blocks..<(slot + 1) * blocks)
    var sum = SIMD8<Float>.zero
    for i in 0..<blocks { sum += EightFold.surprise(chance[i]) * (worths[i] + above * survivals[i]) }
    var total = 0.0
    for lane in 0..<8 { total += Double(sum[lane]) }
    return total
  }
}
