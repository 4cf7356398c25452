internal import Portfolio

// Programs that the applicant wants on the list whatever the search thinks of them.
extension Selection {
  /// One application that is bought, with its signal.
  struct Pick {
    var candidate: Int
    var variant: Variant
    var gain: Double
    var cost: Double
  }

  /// What is bought with every pin in it.
  struct Kept {
    var picks: [Pick]
    /// Pins that the search would not have chosen.
    var forced: [ChoiceProblem.Fixed]
    var upperBound: Double?
  }

  /// Solves the problem with every pin in the set.
  ///
  /// Pins that the search chooses by itself stay where they are. The others are bought first, plainly, from the same
  /// money and cap; a signal then goes to one of them where it is worth more there than where it is. At most four
  /// searches more than without pins.
  /// - Returns: the picks and the forced pins, which are fixed in `problem` from then on.
  static func keeping(_ pins: [Int], in problem: inout ChoiceProblem) -> Kept {
    let sent = problem.fixed
    let budget = problem.budget
    var solution = problem.solution()
    var forced: [ChoiceProblem.Fixed] = []
    for round in 0..<4 {
      let chosen = Set(solution.picks.map(\.candidate) + forced.map(\.candidate))
      let missing = pins.filter { !chosen.contains($0) }
      if missing.isEmpty { break }
      // What the forced ones cost moves where chosen pins stand; the last round takes all that are left.
      let more = round == 3 ? pins.filter { pin in !forced.contains { $0.candidate == pin } } : missing
      forced += more.map { ChoiceProblem.Fixed($0, .plain) }
      problem.fixed = sent + forced
      problem.budget = budget.map { max(0, $0 - cost(of: forced, after: sent, problem)) }
      solution = problem.solution()
    }
    let plain = solution.picks.map {
      Pick(candidate: $0.candidate, variant: $0.variant, gain: $0.gain, cost: $0.cost)
    }
    if forced.isEmpty { return Kept(picks: plain, forced: [], upperBound: solution.upperBound) }
    let picks = signaled(&forced, plain, problem)
    problem.fixed = sent + forced
    return Kept(picks: picks, forced: forced, upperBound: solution.upperBound)
  }

  /// What the forced ones add to the fees of what was sent, each group on its own scale.
  private static func cost(
    of forced: [ChoiceProblem.Fixed], after sent: [ChoiceProblem.Fixed], _ problem: ChoiceProblem
  ) -> Double {
    func count(_ fixed: [ChoiceProblem.Fixed], _ group: Int) -> Int {
      fixed.count { problem.candidates[$0.candidate].group == group }
    }
    return problem.groups.indices.reduce(0) { total, group in
      let before = count(sent, group)
      return total + problem.groups[group].fee(before + count(forced, group)) - problem.groups[group].fee(before)
    }
  }

  private static func chosen(
    _ fixed: [ChoiceProblem.Fixed], _ picks: [Pick]
  ) -> [(candidate: Int, variant: Variant)] {
    fixed.map { (candidate: $0.candidate, variant: $0.variant) }
      + picks.map { (candidate: $0.candidate, variant: $0.variant) }
  }

  /// Gives forced pins the signals that are worth more there: spare ones first, then one in exchange for a pick's.
  /// - Returns: the picks with the signals they keep.
  private static func signaled(
    _ forced: inout [ChoiceProblem.Fixed], _ picks: [Pick], _ problem: ChoiceProblem
  ) -> [Pick] {
    let sent = problem.fixed.filter { fixed in !forced.contains { $0.candidate == fixed.candidate } }
    var held = picks
    var worth = problem.outlook(of: chosen(sent + forced, held)).value
    for index in forced.indices {
      let candidate = problem.candidates[forced[index].candidate]
      var best: (worth: Double, variant: Variant, donor: Int?)?
      for variant in [Variant.silver, .gold] where candidate.row(variant) != nil {
        let group = problem.groups[candidate.group]
        let spent = chosen(sent + forced, held).count {
          $0.variant == variant && problem.candidates[$0.candidate].group == candidate.group
        }
        let donors: [Int?] =
          spent < (variant == .gold ? group.golds : group.silvers)
          ? [nil]
          : held.indices.filter {
            held[$0].variant == variant && problem.candidates[held[$0].candidate].group == candidate.group
          }
        for donor in donors {
          var (trial, others) = (forced, held)
          trial[index] = ChoiceProblem.Fixed(forced[index].candidate, variant)
          if let donor { others[donor].variant = .plain }
          let value = problem.outlook(of: chosen(sent + trial, others)).value
          if value > (best?.worth ?? worth) + 1e-9 { best = (value, variant, donor) }
        }
      }
      guard let best else { continue }
      forced[index] = ChoiceProblem.Fixed(forced[index].candidate, best.variant)
      if let donor = best.donor { held[donor].variant = .plain }
      worth = best.worth
    }
    return held
  }
}
