/// A candidate taken in one way.
package struct Choice: Sendable, Equatable {
  var candidate: Int
  var variant: Variant
}

/// What has been chosen so far beyond the fixed, and what room is left.
struct Selection {
  private(set) var choices: [Choice] = []
  private(set) var counts: [Int]
  private(set) var signals: [[Int]]
  private(set) var spent = 0.0
  private(set) var isChosen: [Bool]
  private let startingCounts: [Int]
  private let problem: ChoiceProblem

  init(_ problem: ChoiceProblem) {
    self.problem = problem
    counts = Array(repeating: 0, count: problem.groups.count)
    signals = Array(repeating: [0, 0, 0], count: problem.groups.count)
    isChosen = Array(repeating: false, count: problem.candidates.count)
    for fixed in problem.fixed {
      isChosen[fixed.candidate] = true
      guard fixed.counts else { continue }
      counts[problem.candidates[fixed.candidate].group] += 1
      signals[problem.candidates[fixed.candidate].group][fixed.variant.rawValue] += 1
    }
    startingCounts = counts
  }

  /// What one more of a group would cost.
  func marginalFee(_ group: Int) -> Double { problem.groups[group].marginalFee(after: counts[group]) }

  /// Whether cap and budget allow one more of a group.
  func hasRoom(_ group: Int) -> Bool {
    if let cap = problem.groups[group].cap, counts[group] >= cap { return false }
    guard let budget = problem.budget else { return true }
    return spent + marginalFee(group) <= budget + ChoiceProblem.pennies
  }

  /// Whether a group has a signal of this kind left.
  func hasSignal(_ variant: Variant, _ group: Int) -> Bool {
    variant == .plain || signals[group][variant.rawValue] < problem.groups[group].allowance(variant)
  }

  mutating func add(_ choice: Choice) {
    let group = problem.candidates[choice.candidate].group
    isChosen[choice.candidate] = true
    choices.append(choice)
    signals[group][choice.variant.rawValue] += 1
    counts[group] += 1
    addUpFees()
  }

  @discardableResult
  mutating func remove(at index: Int) -> Choice {
    let choice = choices.remove(at: index)
    let group = problem.candidates[choice.candidate].group
    isChosen[choice.candidate] = false
    signals[group][choice.variant.rawValue] -= 1
    counts[group] -= 1
    addUpFees()
    return choice
  }

  mutating func change(at index: Int, to variant: Variant) {
    let group = problem.candidates[choices[index].candidate].group
    signals[group][choices[index].variant.rawValue] -= 1
    signals[group][variant.rawValue] += 1
    choices[index].variant = variant
  }

  /// Added afresh in group order, so that the same counts always cost the same to the last bit.
  private mutating func addUpFees() {
    spent = 0
    for group in counts.indices {
      spent += problem.groups[group].fee(counts[group]) - problem.groups[group].fee(startingCounts[group])
    }
  }
}

extension ChoiceProblem {
  /// Rounding allowed when fees are compared with a budget.
  static let pennies = 1e-9

  /// The row that a choice stands for.
  func row(_ choice: Choice) -> Int {
    guard let row = candidates[choice.candidate].row(choice.variant) else {
      preconditionFailure("candidate \(choice.candidate) is not offered \(choice.variant)")
    }
    return row
  }

  func utility(_ choice: Choice) -> Double { candidates[choice.candidate].utility }

  /// Where the fixed and the given choices stand.
  ///
  /// O(choices * levels * scenarios).
  func standing(_ choices: [Choice], shares: [Double]) -> Standing {
    var standing = Standing(shares: shares)
    for fixed in fixed {
      let choice = Choice(candidate: fixed.candidate, variant: fixed.variant)
      standing.add(row: row(choice), utility: utility(choice), in: chances)
    }
    for choice in choices { standing.add(row: row(choice), utility: utility(choice), in: chances) }
    return standing
  }

  /// The value of the fixed and the given choices in `Double`, without regard to capacity.
  func uncappedValue(_ choices: [Choice]) -> Double {
    let places = places(choices).sorted { $0.utility > $1.utility }
    let shares = scenarioShares(weights, scenarios: chances.scenarios)
    let rows = chances.storage.span
    var sum = SIMD8<Double>.zero
    for block in 0..<chances.blocks {
      var alive = SIMD8<Double>.zero
      for lane in 0..<min(8, chances.scenarios - block * 8) { alive[lane] = shares[block * 8 + lane] }
      for place in places {
        let obtained = alive * SIMD8<Double>(rows[place.row * chances.blocks + block])
        sum += place.utility * obtained
        alive -= obtained
      }
    }
    return sum.sum()
  }

  /// The value of the fixed and the given choices in `Double`.
  func value(_ choices: [Choice]) -> Double {
    guard capacity != nil else { return uncappedValue(choices) }
    return Outlook(of: places(choices), in: chances, weights: weights, invitations: invitations, capacity: capacity)
      .value
  }

  private func places(_ choices: [Choice]) -> [Outlook.Place] {
    (fixed.map { Choice(candidate: $0.candidate, variant: $0.variant) } + choices).map {
      .init(utility: utility($0), row: row($0))
    }
  }

  /// Programmer's mistakes, found before they become wrong answers.
  func check() {
    for candidate in candidates {
      precondition(candidate.utility >= 0 && candidate.utility <= 1, "a utility is 0 to 1")
      precondition(groups.indices.contains(candidate.group), "a candidate's group exists")
      precondition(candidate.rows.count == 3, "a candidate has a row or nil for each of three variants")
      precondition(candidate.rows.allSatisfy { $0.map { $0 >= 0 && $0 < chances.count } ?? true }, "its rows exist")
    }
    for group in groups {
      precondition(group.fees.first ?? 0 == 0, "nothing costs nothing")
      precondition(zip(group.fees, group.fees.dropFirst()).allSatisfy { $0 <= $1 }, "fees never fall")
    }
    precondition(budget.map { $0 >= 0 } ?? true, "a budget is not negative")
    if capacity != nil {
      precondition(invitations?.count == chances.count, "a capacity needs the chance to be invited for each row")
    }
    precondition(Set(fixed.map(\.candidate)).count == fixed.count, "a candidate is fixed once")
  }
}
