extension ChoiceProblem {
  /// A good set within all constraints, with the proof of how good.
  ///
  /// Filled greedily by gain and by gain for the fee, for each choice of groups whose opening fee is paid; signals
  /// placed by what they add; then improved by exchange. Deterministic: ties go to the lowest index.
  ///
  /// - Parameter bounded: Whether to compute `upperBound`.
  /// - Returns: The set, with its curve.
  /// - Complexity: About O((candidates + picks^2) * scenarios).
  public func solution(bounded: Bool = true) -> ChoiceSolution { solution(bounded: bounded, isScouted: true) }

  /// No feasible set is worth more than this, by the certificate around one that was found, also for another budget.
  public func upperBound(around picks: [(candidate: Int, variant: Variant)]) -> Double {
    check()
    var selection = Selection(self)
    for pick in picks { selection.add(Choice(candidate: pick.candidate, variant: pick.variant)) }
    return Certificate(self, shares: scenarioShares(weights, scenarios: chances.scenarios), around: selection.choices)
      .upperBound
  }

  /// The same, where tests can do without the scout.
  package func solution(bounded: Bool, isScouted: Bool) -> ChoiceSolution {
    check()
    let shares = scenarioShares(weights, scenarios: chances.scenarios)
    let filling = Filling(self, shares: shares)
    var exchange = Exchange(self, shares: shares)
    var best: (selection: Selection, value: Double)?
    for open in openings() {
      for key in Filling.Key.allCases where key == .gain || budget != nil {
        for variants in variantPlans() {
          let isKept = isScouted ? Scout.shortlist(self, key, variants, open, shares: shares) : nil
          var selection = filling.filled(by: key, variants: variants, open: open, isKept: isKept)
          exchange.placeSignals(&selection)
          let value = uncappedValue(selection.choices)
          if value > best?.value ?? -1 { best = (selection, value) }
        }
      }
    }
    guard var selection = best?.selection else { preconditionFailure("there is always one way to open groups") }
    exchange.improve(&selection)
    let bound = bounded ? Certificate(self, shares: shares, around: selection.choices).upperBound : nil
    if let capacity, let invitations {
      CapacityExchange(self, capacity: capacity, invitations: invitations, shares: shares).improve(&selection)
    }
    return ordered(selection, shares: shares, upperBound: bound)
  }

  /// Plain first and signals after, and signals from the start: neither is always better.
  private func variantPlans() -> [[Variant]] {
    let signalled = candidates.contains { candidate in
      (candidate.row(.silver) != nil && groups[candidate.group].silvers > 0)
        || (candidate.row(.gold) != nil && groups[candidate.group].golds > 0)
    }
    return signalled ? [[.plain], Variant.allCases] : [[.plain]]
  }

  /// Which groups may be used: every combination of those whose first costs more than the second (a flat first tier
  /// is not convex), all at once beyond six of them or if money does not bind.
  func openings() -> [[Bool]] {
    let all = [Bool](repeating: true, count: groups.count)
    guard budget != nil else { return [all] }
    var counts = [Int](repeating: 0, count: groups.count)
    for fixed in fixed where fixed.counts { counts[candidates[fixed.candidate].group] += 1 }
    let dear = groups.indices.filter {
      counts[$0] == 0 && groups[$0].marginalFee(after: 0) > groups[$0].marginalFee(after: 1)
    }
    guard !dear.isEmpty, dear.count <= 6 else { return [all] }
    return (0..<1 << dear.count).map { mask in
      var open = all
      for (bit, group) in dear.enumerated() { open[group] = mask >> bit & 1 == 1 }
      return open
    }
  }

  /// The choices in the order in which each adds most to those before it, with their gains in `Double`.
  private func ordered(_ selection: Selection, shares: [Double], upperBound: Double?) -> ChoiceSolution {
    var standing = standing([], shares: shares)
    var left = selection.choices.sorted { ($0.candidate, $0.variant) < ($1.candidate, $1.variant) }
    var counting = Selection(self)
    var value = value([])
    var picks: [ChoiceSolution.Pick] = []
    var curve = [ChoiceSolution.Point(count: 0, cost: 0, value: value)]
    while !left.isEmpty {
      var best = (index: 0, gain: -1.0)
      for (index, choice) in left.enumerated() {
        let gain = standing.gain(row: row(choice), utility: utility(choice), in: chances)
        if gain > best.gain { best = (index, gain) }
      }
      let choice = left.remove(at: best.index)
      standing.add(row: row(choice), utility: utility(choice), in: chances)
      let before = counting.spent
      counting.add(choice)
      let after = self.value(counting.choices)
      picks.append(
        .init(
          candidate: choice.candidate, variant: choice.variant, gain: after - value, value: after,
          cost: counting.spent - before, cumulativeCost: counting.spent))
      curve.append(.init(count: picks.count, cost: counting.spent, value: after))
      value = after
    }
    // The exchange heeds no least gain, so the tail is cut here; the bound is that of the whole problem.
    while minimumGain > 0, let last = picks.last, last.gain < minimumGain {
      picks.removeLast()
      curve.removeLast()
      value = curve[curve.count - 1].value
    }
    return ChoiceSolution(
      picks: picks, value: value, upperBound: upperBound.map { max($0, value) }, curve: curve)
  }
}
