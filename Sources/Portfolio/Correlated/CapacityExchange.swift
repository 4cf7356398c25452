/// The finish when only so many invitations can be attended: drops, swaps and additions on the capped value.
///
/// The rule has no foresight: the first invitations by utility are attended. The capped value neither always rises
/// with the set nor has falling gains, so a set built without the cap is repaired by exact evaluation. For every place
/// in order of falling utility a forward table holds the chance to be there with `j` interviews and nothing obtained,
/// a backward table what is still to come; a drop or an insertion is then one pass over `j` and the scenarios.
struct CapacityExchange {
  private let problem: ChoiceProblem
  private let capacity: Int
  private let invitations: ScenarioChances
  private let weights: [SIMD8<Float>]
  private let shortlistLength = 24

  init(_ problem: ChoiceProblem, capacity: Int, invitations: ScenarioChances, shares: [Double]) {
    self.problem = problem
    self.capacity = max(0, capacity)
    self.invitations = invitations
    var weights = [SIMD8<Float>](repeating: .zero, count: problem.chances.blocks)
    for (scenario, share) in shares.enumerated() { weights[scenario / 8][scenario % 8] = Float(share) }
    self.weights = weights
  }

  /// Improves a selection until no drop, addition or swap helps, or the work is spent.
  func improve(_ selection: inout Selection) {
    guard capacity > 0, capacity < selection.choices.count + problem.fixed.count else { return }
    var value = problem.value(selection.choices)
    var work = 20 * problem.exchangeWork
    var isImproved = true
    while isImproved && work > 0 {
      isImproved = false
      while let index = bestDrop(selection, &work) {
        var trial = selection
        trial.remove(at: index)
        guard accept(trial, &selection, &value) else { break }
        isImproved = true
      }
      let list = shortlist(selection, &work)
      while let choice = bestInsertion(selection, list, &work) {
        var trial = selection
        trial.add(choice)
        guard accept(trial, &selection, &value) else { break }
        isImproved = true
      }
      for choice in selection.choices.sorted(by: { $0.candidate < $1.candidate }) {
        guard work > 0, let index = selection.choices.firstIndex(of: choice) else { continue }
        var trial = selection
        trial.remove(at: index)
        guard let other = bestInsertion(trial, list + [choice.candidate], &work), other != choice else { continue }
        trial.add(other)
        if accept(trial, &selection, &value) { isImproved = true }
      }
    }
  }

  private func accept(_ trial: Selection, _ selection: inout Selection, _ value: inout Double) -> Bool {
    let trialValue = problem.value(trial.choices)
    guard trialValue > value + 1e-9 else { return false }
    selection = trial
    value = trialValue
    return true
  }

  private func bestDrop(_ selection: Selection, _ work: inout Int) -> Int? {
    let tables = tables(selection, &work)
    var best: (index: Int, value: Double)?
    for (position, choice) in tables.places.enumerated() {
      guard let index = selection.choices.firstIndex(of: choice) else { continue }
      let value = tables.value(without: position)
      if value > best?.value ?? (tables.value + 1e-8) { best = (index, value) }
    }
    return best?.index
  }

  private func bestInsertion(_ selection: Selection, _ list: [Int], _ work: inout Int) -> Choice? {
    let tables = tables(selection, &work)
    var best: (choice: Choice, value: Double)?
    for candidate in list where !selection.isChosen[candidate] {
      let group = problem.candidates[candidate].group
      guard selection.hasRoom(group) else { continue }
      for variant in Variant.allCases where selection.hasSignal(variant, group) {
        guard problem.candidates[candidate].row(variant) != nil else { continue }
        let choice = Choice(candidate: candidate, variant: variant)
        work -= capacity
        let value = tables.value(with: choice, in: problem, invitations)
        if value > best?.value ?? (tables.value + 1e-8) { best = (choice, value) }
      }
    }
    return best?.choice
  }

  /// The candidates of each group, not chosen, whose insertion is worth most (or costs least).
  private func shortlist(_ selection: Selection, _ work: inout Int) -> [Int] {
    let tables = tables(selection, &work)
    var values: [[(value: Double, candidate: Int)]] = Array(repeating: [], count: problem.groups.count)
    for (index, candidate) in problem.candidates.enumerated() where !selection.isChosen[index] {
      var best = -1.0
      for variant in Variant.allCases where problem.groups[candidate.group].allowance(variant) > 0 {
        guard candidate.row(variant) != nil else { continue }
        best = max(best, tables.value(with: Choice(candidate: index, variant: variant), in: problem, invitations))
      }
      values[candidate.group].append((best, index))
    }
    work -= capacity * problem.candidates.count
    return values.flatMap { group in
      group.sorted { ($0.value, $1.candidate) > ($1.value, $0.candidate) }.prefix(shortlistLength).map(\.candidate)
    }
  }

  private func tables(_ selection: Selection, _ work: inout Int) -> CapacityTables {
    let fixed = problem.fixed.map { Choice(candidate: $0.candidate, variant: $0.variant) }
    let places = (fixed + selection.choices).sorted {
      (problem.utility($0), problem.row($1)) > (problem.utility($1), problem.row($0))
    }
    work -= 2 * capacity * places.count
    return CapacityTables(problem, places: places, capacity: capacity, invitations: invitations, weights: weights)
  }
}

/// Forward and backward tables of one set; rows of blocks for each place and number of interviews held.
private struct CapacityTables {
  let places: [Choice]
  private let utilities: [Double]
  private let capacity: Int
  private let blocks: Int
  private var forward: [SIMD8<Float>]
  private var backward: [SIMD8<Float>]
  /// What is still to come at each position.
  private var worths: [Double] = []

  init(
    _ problem: ChoiceProblem, places: [Choice], capacity: Int, invitations: ScenarioChances, weights: [SIMD8<Float>]
  ) {
    self.places = places
    self.capacity = capacity
    utilities = places.map(problem.utility)
    blocks = weights.count
    let layer = capacity * blocks
    forward = [SIMD8<Float>](repeating: .zero, count: (places.count + 1) * layer)
    backward = forward
    for block in 0..<blocks { forward[block] = weights[block] }
    for position in 0..<places.count {
      let row = problem.row(places[position]) * blocks
      for j in 0..<capacity {
        let here = position * layer + j * blocks
        for i in 0..<blocks {
          let obtain = problem.chances.storage[row + i]
          let invited = invitations.storage[row + i]
          let invite = invited.replacing(with: obtain, where: invited .< obtain)
          forward[here + layer + i] += forward[here + i] * (1 - invite)
          if j + 1 < capacity { forward[here + layer + blocks + i] += forward[here + i] * (invite - obtain) }
        }
      }
    }
    for position in stride(from: places.count - 1, through: 0, by: -1) {
      let row = problem.row(places[position]) * blocks
      let utility = Float(utilities[position])
      for j in 0..<capacity {
        let here = position * layer + j * blocks
        for i in 0..<blocks {
          let obtain = problem.chances.storage[row + i]
          let invited = invitations.storage[row + i]
          let invite = invited.replacing(with: obtain, where: invited .< obtain)
          let later = j + 1 < capacity ? backward[here + layer + blocks + i] : .zero
          backward[here + i] = (1 - invite) * backward[here + layer + i] + (invite - obtain) * later + obtain * utility
        }
      }
    }
    worths = (0...places.count).map { meeting($0, $0) }
  }

  /// The capped value of the set.
  var value: Double { worths[0] }

  /// The capped value without the place at a position.
  ///
  /// O(capacity * scenarios).
  func value(without position: Int) -> Double { worths[0] - worths[position] + meeting(position, position + 1) }

  /// The capped value with one more place.
  ///
  /// O(capacity * scenarios).
  func value(with choice: Choice, in problem: ChoiceProblem, _ invitations: ScenarioChances) -> Double {
    let utility = Float(problem.utility(choice))
    let position = utilities.firstIndex { $0 < problem.utility(choice) } ?? utilities.count
    let row = problem.row(choice) * blocks
    let before = forward.span
    let after = backward.span
    let chances = problem.chances.storage.span
    let invited = invitations.storage.span
    var sum = SIMD8<Float>.zero
    for j in 0..<capacity {
      let here = (position * capacity + j) * blocks
      for i in 0..<blocks {
        let obtain = chances[row + i]
        let invite = invited[row + i].replacing(with: obtain, where: invited[row + i] .< obtain)
        let later = j + 1 < capacity ? after[here + blocks + i] : .zero
        sum += before[here + i] * ((1 - invite) * after[here + i] + (invite - obtain) * later + obtain * utility)
      }
    }
    // What the places before are worth is all that is not still to come.
    return worths[0] - worths[position] + total(sum)
  }

  /// What is still to come at a position, from the forward table there and the backward table at another.
  private func meeting(_ left: Int, _ right: Int) -> Double {
    let before = forward.span.extracting(left * capacity * blocks..<(left + 1) * capacity * blocks)
    let after = backward.span.extracting(right * capacity * blocks..<(right + 1) * capacity * blocks)
    var sum = SIMD8<Float>.zero
    for i in 0..<capacity * blocks { sum += before[i] * after[i] }
    return total(sum)
  }

  private func total(_ lanes: SIMD8<Float>) -> Double {
    var sum = 0.0
    for lane in 0..<8 { sum += Double(lanes[lane]) }
    return sum
  }
}
