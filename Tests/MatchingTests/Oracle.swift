import Matching
import Statistics

/// The obviously right, slow way: every matching there is, and stability straight from its definition with sets.
struct Oracle {
  let lists: MarketLists

  /// Where everyone is.
  ///
  /// Places are from 0 on the lists as submitted; `nil` is unmatched.
  struct Matching: Hashable {
    var choice: [Int?]
    var supplement: [Int?]
    var pair: [Int?]
  }

  init(_ lists: MarketLists) { self.lists = lists }

  /// The result of the algorithm, in the oracle's terms.
  func matching(_ outcome: Outcome) -> Matching {
    var matching = Matching(
      choice: Array(repeating: nil, count: lists.choices.count),
      supplement: Array(repeating: nil, count: lists.choices.count),
      pair: Array(repeating: nil, count: lists.couples.count))
    for applicant in 0..<lists.choices.count {
      guard let placement = outcome.placement(ofApplicant: applicant) else { continue }
      if let couple = lists.couples.firstIndex(where: { $0.applicantA == applicant || $0.applicantB == applicant }) {
        matching.pair[couple] = placement.place - 1
      } else {
        matching.choice[applicant] = placement.place - 1
        matching.supplement[applicant] = placement.supplementalPlace.map { $0 - 1 }
      }
    }
    return matching
  }

  // MARK: who is where

  func supplement(_ applicant: Int, _ program: Int) -> [Int] {
    lists.supplements.first { $0.applicant == applicant && $0.advancedProgram == program }?.programs ?? []
  }

  func held(_ matching: Matching) -> [Set<Int>] {
    var held = [Set<Int>](repeating: [], count: lists.quotas.count)
    for applicant in 0..<lists.choices.count {
      guard let place = matching.choice[applicant] else { continue }
      let program = lists.choices[applicant][place]
      held[program].insert(applicant)
      if let extra = matching.supplement[applicant] {
        held[supplement(applicant, program)[extra]].insert(applicant)
      }
    }
    for (index, couple) in lists.couples.enumerated() {
      guard let place = matching.pair[index] else { continue }
      if let program = couple.pairs[place].programA { held[program].insert(couple.applicantA) }
      if let program = couple.pairs[place].programB { held[program].insert(couple.applicantB) }
    }
    return held
  }

  /// Positions with those received; a donor keeps its own, since its own applicants come first.
  func quotas(_ held: [Set<Int>]) -> [Int] {
    var quotas = lists.quotas
    var pending = lists.reversions
    while let next = pending.firstIndex(where: { one in !pending.contains { $0.receiver == one.donor } }) {
      let reversion = pending.remove(at: next)
      let unfilled = max(0, quotas[reversion.donor] - held[reversion.donor].count)
      quotas[reversion.receiver] += min(unfilled, reversion.limit ?? unfilled)
    }
    return quotas
  }

  /// The best of a set, as many as there are positions.
  func chosen(_ program: Int, from set: Set<Int>, quota: Int) -> Set<Int> {
    Set(lists.rankings[program].filter(set.contains).prefix(quota))
  }

  // MARK: stability

  func isFeasible(_ matching: Matching) -> Bool {
    let held = held(matching)
    let quotas = quotas(held)
    return lists.quotas.indices.allSatisfy { program in
      held[program].count <= quotas[program] && held[program].isSubset(of: lists.rankings[program])
    }
  }

  func blockers(_ matching: Matching) -> Int {
    let held = held(matching)
    let quotas = quotas(held)
    func takes(_ program: Int?, _ applicant: Int, with partner: Int? = nil) -> Bool {
      guard let program else { return true }
      let newcomers = Set([applicant, partner].compactMap(\.self))
      return chosen(program, from: held[program].union(newcomers), quota: quotas[program]).isSuperset(of: newcomers)
    }
    var count = 0
    for applicant in 0..<lists.choices.count {
      let list = lists.choices[applicant]
      let place = matching.choice[applicant]
      count += list.prefix(place ?? list.count).count { takes($0, applicant) }
      if let place {
        let extra = supplement(applicant, list[place])
        count += extra.prefix(matching.supplement[applicant] ?? extra.count).count { takes($0, applicant) }
      }
    }
    for (index, couple) in lists.couples.enumerated() {
      count += couple.pairs.prefix(matching.pair[index] ?? couple.pairs.count).count { pair in
        if let program = pair.programA, program == pair.programB {
          return takes(program, couple.applicantA, with: couple.applicantB)
        }
        return takes(pair.programA, couple.applicantA) && takes(pair.programB, couple.applicantB)
      }
    }
    return count
  }

  /// Every stable matching, in exponential time: for a handful of applicants.
  func stableMatchings() -> [Matching] {
    var found: [Matching] = []
    var matching = Matching(
      choice: Array(repeating: nil, count: lists.choices.count),
      supplement: Array(repeating: nil, count: lists.choices.count),
      pair: Array(repeating: nil, count: lists.couples.count))
    func couple(_ index: Int) {
      guard index < lists.couples.count else {
        if isFeasible(matching) && blockers(matching) == 0 { found.append(matching) }
        return
      }
      for place in [nil] + lists.couples[index].pairs.indices.map(Optional.some) {
        matching.pair[index] = place
        couple(index + 1)
      }
    }
    func applicant(_ index: Int) {
      guard index < lists.choices.count else { return couple(0) }
      let list = lists.choices[index]
      matching.choice[index] = nil
      matching.supplement[index] = nil
      applicant(index + 1)
      for place in list.indices where lists.rankings[list[place]].contains(index) {
        matching.choice[index] = place
        let extra = supplement(index, list[place])
        for supplement in [nil] + extra.indices.map(Optional.some) {
          matching.supplement[index] = supplement
          applicant(index + 1)
        }
      }
      matching.choice[index] = nil
      matching.supplement[index] = nil
    }
    applicant(0)
    return found
  }
}

/// What a random market is made of.
struct Sketch {
  var singles = 4
  var couples = 0
  var programs = 3
  var positions = 0...2
  var supplemented = 0
  var reversions = 0
  var length = 3
  var pairs = 5

  func lists(using generator: inout SeededGenerator) -> MarketLists {
    let applicants = singles + 2 * couples
    func shuffled(_ range: Range<Int>, keep: Double) -> [Int] {
      range.filter { _ in Double.random(in: 0..<1, using: &generator) < keep }.shuffled(using: &generator)
    }
    var choices: [[Int]] = []
    for applicant in 0..<applicants {
      choices.append(applicant < singles ? Array(shuffled(0..<programs, keep: 0.9).prefix(length)) : [])
    }
    let all: [Int?] = [nil] + (0..<programs).map(Optional.some)
    let pairList = all.flatMap { a in all.map { ProgramPair(a, $0) } }.filter {
      $0.programA != nil || $0.programB != nil
    }
    let coupleLists = (0..<couples).map { index in
      CoupleList(
        applicantA: singles + 2 * index, applicantB: singles + 2 * index + 1,
        pairs: Array(pairList.shuffled(using: &generator).prefix(pairs)))
    }
    let supplements = (0..<min(supplemented, singles)).compactMap { applicant -> SupplementalList? in
      guard let advanced = choices[applicant].first else { return nil }
      let others = shuffled(0..<programs, keep: 0.8).filter { $0 != advanced }
      return others.isEmpty
        ? nil : SupplementalList(applicant: applicant, advancedProgram: advanced, programs: others)
    }
    let chain = Array(0..<programs).shuffled(using: &generator)
    let reverting = zip(chain, chain.dropFirst()).prefix(reversions).map {
      Reversion(donor: $0, receiver: $1, limit: Bool.random(using: &generator) ? nil : 1)
    }
    return MarketLists(
      quotas: (0..<programs).map { _ in Int.random(in: positions, using: &generator) }, choices: Lists(choices),
      rankings: Lists((0..<programs).map { _ in shuffled(0..<applicants, keep: 0.9) }), couples: coupleLists,
      supplements: supplements, reversions: Array(reverting))
  }
}
