/// Improvement by small moves: another candidate for one that is chosen, a signal moved, a place filled again.
///
/// A move is kept only if the value in `Double` rises, so the search ends; it also ends when its work is spent.
struct Exchange {
  private let problem: ChoiceProblem
  private let shares: [Double]
  /// Dot products that may still be spent.
  private var work: Int
  /// How many candidates of each group are tried in place of another: those that would add most now.
  private let shortlistLength = 48

  init(_ problem: ChoiceProblem, shares: [Double]) {
    self.problem = problem
    self.shares = shares
    work = problem.exchangeWork
  }

  /// Spends the signals that are left on chosen candidates, the greatest upgrade first; costs nothing.
  func placeSignals(_ selection: inout Selection) {
    guard problem.groups.contains(where: { $0.golds > 0 || $0.silvers > 0 }) else { return }
    var standing = problem.standing(selection.choices, shares: shares)
    while true {
      var best: (index: Int, variant: Variant, gain: Double)?
      for (index, choice) in selection.choices.enumerated() {
        let candidate = problem.candidates[choice.candidate]
        for variant in Variant.allCases where variant != choice.variant {
          guard let row = candidate.row(variant), selection.hasSignal(variant, candidate.group) else { continue }
          let gain = standing.gain(
            replacing: problem.row(choice), with: row, utility: candidate.utility, in: problem.chances)
          if gain > best?.gain ?? 1e-9 { best = (index, variant, gain) }
        }
      }
      guard let best else { return }
      selection.change(at: best.index, to: best.variant)
      standing = problem.standing(selection.choices, shares: shares)
    }
  }

  /// Improves a selection until no move helps or the work is spent.
  mutating func improve(_ selection: inout Selection) {
    var value = problem.uncappedValue(selection.choices)
    var isImproved = true
    while isImproved && work > 0 {
      isImproved = replaceEach(&selection, &value)
      if moveSignals(&selection, &value) { isImproved = true }
    }
  }

  // MARK: - Replacing

  private mutating func replaceEach(_ selection: inout Selection, _ value: inout Double) -> Bool {
    var isImproved = false
    var standing = problem.standing(selection.choices, shares: shares)
    var list = shortlist(selection, standing)
    // Those that would be missed least first.
    let losses = selection.choices.map {
      standing.loss(row: problem.row($0), utility: problem.utility($0), in: problem.chances)
    }
    let order = selection.choices.indices.sorted { (losses[$0], $0) < (losses[$1], $1) }
    for choice in order.map({ selection.choices[$0] }) {
      guard work > 0 else { return isImproved }
      guard let index = selection.choices.firstIndex(of: choice) else { continue }
      if isHopeless(choice, list, standing) { continue }
      var trial = selection
      trial.remove(at: index)
      var rest = standing
      rest.remove(row: problem.row(choice), utility: problem.utility(choice), in: problem.chances)
      refill(&trial, &rest, list + [choice.candidate], value)
      guard trial.choices.last != choice || trial.choices.count != selection.choices.count else { continue }
      placeSignals(&trial)
      let trialValue = problem.uncappedValue(trial.choices)
      guard trialValue > value + 1e-12 else { continue }
      selection = trial
      value = trialValue
      isImproved = true
      standing = problem.standing(selection.choices, shares: shares)
      list = shortlist(selection, standing)
    }
    return isImproved
  }

  /// Fills what was freed with the best of a list, by gain.
  private mutating func refill(_ trial: inout Selection, _ standing: inout Standing, _ list: [Int], _ value: Double) {
    while true {
      var best: (choice: Choice, gain: Double)?
      for candidate in list where !trial.isChosen[candidate] {
        let group = problem.candidates[candidate].group
        guard trial.hasRoom(group) else { continue }
        for variant in Variant.allCases where trial.hasSignal(variant, group) {
          guard let row = problem.candidates[candidate].row(variant) else { continue }
          work -= 1
          let gain = standing.gain(row: row, utility: problem.candidates[candidate].utility, in: problem.chances)
          if gain > best?.gain ?? 0 { best = (Choice(candidate: candidate, variant: variant), gain) }
        }
      }
      guard let best, best.gain > max(problem.minimumGain, 1e-12) else { return }
      trial.add(best.choice)
      standing.add(row: problem.row(best.choice), utility: problem.utility(best.choice), in: problem.chances)
    }
  }

  /// Whether no single candidate of a list can make up for a choice.
  ///
  /// Without the choice every worth grows at most by `1 / (1 - f)`, and so does the gain of the best of the list, which
  /// stands first. With money or signals in play more than one thing changes, and nothing is ruled out.
  private func isHopeless(_ choice: Choice, _ list: [Int], _ standing: Standing) -> Bool {
    guard problem.budget == nil, problem.groups.count == 1, problem.groups[0].golds + problem.groups[0].silvers == 0
    else { return false }
    guard let first = list.first, let row = problem.candidates[first].row(.plain) else { return true }
    let gain = standing.gain(row: row, utility: problem.candidates[first].utility, in: problem.chances)
    let chances = problem.chances.storage[
      problem.row(choice) * standing.blocks..<(problem.row(choice) + 1) * standing.blocks]
    let greatest = chances.reduce(Float.zero) { max($0, $1.max()) }
    let loss = standing.loss(row: problem.row(choice), utility: problem.utility(choice), in: problem.chances)
    return gain < loss * Double(1 - greatest)
  }

  /// The candidates of each group, not chosen, that would add most.
  private mutating func shortlist(_ selection: Selection, _ standing: Standing) -> [Int] {
    var gains: [[(gain: Double, candidate: Int)]] = Array(repeating: [], count: problem.groups.count)
    for (index, candidate) in problem.candidates.enumerated() where !selection.isChosen[index] {
      var gain = 0.0
      for variant in Variant.allCases where problem.groups[candidate.group].allowance(variant) > 0 {
        guard let row = candidate.row(variant) else { continue }
        gain = max(gain, standing.gain(row: row, utility: candidate.utility, in: problem.chances))
      }
      if gain > 0 { gains[candidate.group].append((gain, index)) }
    }
    work -= problem.candidates.count
    return gains.flatMap { group in
      group.sorted { ($0.gain, $1.candidate) > ($1.gain, $0.candidate) }.prefix(shortlistLength).map(\.candidate)
    }
  }

  // MARK: - Signals

  /// Lets two chosen candidates of a group trade their variants where that helps.
  private mutating func moveSignals(_ selection: inout Selection, _ value: inout Double) -> Bool {
    var isImproved = false
    var from = 0
    var standing = problem.standing(selection.choices, shares: shares)
    while from < selection.choices.count {
      let choice = selection.choices[from]
      defer { from += 1 }
      guard choice.variant != .plain, work > 0 else { continue }
      let place = problem.candidates[choice.candidate]
      var rest = standing
      rest.remove(row: problem.row(choice), utility: place.utility, in: problem.chances)
      let now = rest.gain(row: problem.row(choice), utility: place.utility, in: problem.chances)
      var best: (index: Int, rise: Double)?
      for (to, other) in selection.choices.enumerated() where other.variant < choice.variant {
        let otherPlace = problem.candidates[other.candidate]
        guard otherPlace.group == place.group, let mine = place.row(other.variant),
          let theirs = otherPlace.row(choice.variant)
        else { continue }
        work -= 3
        let old = problem.row(other)
        let rise =
          rest.gain(replacing: old, with: theirs, utility: otherPlace.utility, in: problem.chances) - now
          + rest.gain(
            row: mine, utility: place.utility, whenReplacing: old, with: theirs, at: otherPlace.utility,
            in: problem.chances)
        if rise > best?.rise ?? 1e-9 { best = (to, rise) }
      }
      guard let best else { continue }
      var trial = selection
      trial.change(at: from, to: selection.choices[best.index].variant)
      trial.change(at: best.index, to: choice.variant)
      let trialValue = problem.uncappedValue(trial.choices)
      guard trialValue > value + 1e-12 else { continue }
      selection = trial
      value = trialValue
      isImproved = true
      standing = problem.standing(selection.choices, shares: shares)
    }
    return isImproved
  }
}
