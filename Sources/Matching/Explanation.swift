/// Why an applicant (or a couple) is where they are, and not at a place that they ranked higher.
public struct Explanation: Sendable, Equatable {
  /// What became of one line of a list.
  public struct Line: Sendable, Equatable {
    /// The place on the list as submitted, from 1.
    public let place: Int
    /// The program; for a couple the first partner's, `nil` for "no match".
    public let program: Int?
    /// For a couple the second partner's program; otherwise `nil`.
    public let partnerProgram: Int?
    /// Why not, or that this is the match.
    public let reason: Reason
    /// The same in plain words.
    public let sentence: String
  }

  /// Why a place was not matched.
  public enum Reason: Sendable, Equatable {
    /// This is the match.
    case matched
    /// The program did not rank the applicant (for a couple: at least one of the two).
    case notRanked
    /// The program offered no position.
    case noPositions
    /// Every position was filled with applicants that the program ranked higher.
    case filledHigher(positions: Int)
    /// Both positions of a pair at one program would be needed, and it ranked others higher.
    case filledHigherThanBoth(positions: Int)
    /// The program would take the applicant: the matching is not stable here.
    case blocking
  }

  /// The places above the match, best first, and the match itself last if there is one.
  public let lines: [Line]
  /// One line for each place above the supplemental match, if a supplemental list was in use.
  public let supplementalLines: [Line]
  /// The whole in one sentence.
  public let summary: String
}

extension Outcome {
  /// Why an applicant is at this place and not at a higher one.
  ///
  /// O(length of the list + applicants), the second to count who is where; for many, ``explanations(of:)``.
  public func explanation(ofApplicant applicant: Int) -> Explanation {
    Explainer(self).explanation(applicant)
  }

  /// Explanations for several applicants, counting who is where once.
  public func explanations(of applicants: some Sequence<Int>) -> [Explanation] {
    let explainer = Explainer(self)
    return applicants.map(explainer.explanation)
  }
}

/// Finds the reasons from who is where, not from how the algorithm came to it.
private struct Explainer {
  let outcome: Outcome
  let market: Market
  let positions: [Int]
  /// Ranks held at each program, ascending.
  var held: [[Int32]]

  init(_ outcome: Outcome) {
    self.outcome = outcome
    market = outcome.market
    positions = outcome.positions()
    held = [[Int32]](repeating: [], count: outcome.market.programCount)
    for applicant in 0..<market.applicantCount where outcome.choices[applicant] != nowhere {
      let entry = market.list(applicant).lowerBound + Int(outcome.choices[applicant])
      seat(market.choices[entry])
      if !outcome.supplements.isEmpty, outcome.supplements[applicant] != nowhere {
        seat(
          market.supplementChoices[
            market.supplement(ofChoice: entry).lowerBound + Int(outcome.supplements[applicant])])
      }
    }
    for couple in 0..<market.coupleCount {
      guard let pair = outcome.pair(ofCouple: couple) else { continue }
      seat(pair.a)
      seat(pair.b)
    }
    for program in held.indices { held[program].sort() }
  }

  private mutating func seat(_ choice: Market.Choice) {
    if choice.program >= 0 { held[Int(choice.program)].append(choice.rank) }
  }

  func explanation(_ applicant: Int) -> Explanation {
    if let couple = market.couple(ofApplicant: applicant) { return explanation(couple: couple) }
    let placement = outcome.placement(ofApplicant: applicant)
    var lines: [Explanation.Line] = []
    for entry in market.list(applicant) where Int(market.places[entry]) <= placement?.place ?? Int.max {
      let isMatch = Int(market.places[entry]) == placement?.place
      lines.append(line(market.choices[entry], place: Int(market.places[entry]), isMatch: isMatch))
    }
    for dropped in droppedChoices(applicant) where Int(dropped.place) < placement?.place ?? Int.max {
      let name = market.programName(Int(dropped.program))
      lines.append(
        .init(
          place: Int(dropped.place), program: Int(dropped.program), partnerProgram: nil, reason: .notRanked,
          sentence: "\(name) did not rank this applicant."))
    }
    lines.sort { $0.place < $1.place }
    return Explanation(
      lines: lines, supplementalLines: supplementalLines(applicant, placement), summary: summary(lines, applicant))
  }

  private func supplementalLines(_ applicant: Int, _ placement: Outcome.Placement?) -> [Explanation.Line] {
    guard let placement, outcome.choices[applicant] != nowhere else { return [] }
    let entry = market.list(applicant).lowerBound + Int(outcome.choices[applicant])
    let end = placement.supplementalPlace ?? Int.max
    return market.supplement(ofChoice: entry).filter { Int(market.supplementPlaces[$0]) <= end }.map {
      let place = Int(market.supplementPlaces[$0])
      return line(market.supplementChoices[$0], place: place, isMatch: place == placement.supplementalPlace)
    }
  }

  private func explanation(couple: Int) -> Explanation {
    let match = outcome.pair(ofCouple: couple)
    let lines = market.pairs(ofCouple: couple).map { market.pairs[$0] }
      .filter { $0.place <= match?.place ?? Int32.max }
      .map { line($0, from: match) }
    return Explanation(lines: lines, supplementalLines: [], summary: summary(lines, coupleSummary: couple))
  }

  // MARK: one line

  private func reason(_ choice: Market.Choice) -> Explanation.Reason {
    let program = Int(choice.program)
    let taken = held[program].prefix { $0 < choice.rank }.count
    if positions[program] == 0 { return .noPositions }
    return taken >= positions[program] ? .filledHigher(positions: positions[program]) : .blocking
  }

  private func line(_ choice: Market.Choice, place: Int, isMatch: Bool) -> Explanation.Line {
    let program = Int(choice.program)
    let reason = isMatch ? .matched : reason(choice)
    return .init(
      place: place, program: program, partnerProgram: nil, reason: reason, sentence: sentence(reason, program))
  }

  private func line(_ pair: Market.Pair, from match: Market.Pair?) -> Explanation.Line {
    var reason = Explanation.Reason.blocking
    var at = pair.a.programIndex ?? pair.b.programIndex ?? 0
    if pair == match {
      reason = .matched
    } else if pair.a.program == pair.b.program {
      let worse = max(pair.a.rank, pair.b.rank)
      let better = held[at].prefix { $0 < worse }.filter { $0 != pair.a.rank && $0 != pair.b.rank }.count
      if better > positions[at] - 2 { reason = .filledHigherThanBoth(positions: positions[at]) }
    } else {
      for choice in [pair.a, pair.b] where choice.program >= 0 && reason == .blocking {
        at = Int(choice.program)
        reason = self.reason(choice)
      }
    }
    let names = [pair.a, pair.b].map { $0.programIndex.map(market.programName) ?? "no match" }.joined(
      separator: " with ")
    let text = reason == .matched ? "\(names) is the match." : "\(names): \(sentence(reason, at))"
    return .init(
      place: Int(pair.place), program: pair.a.programIndex, partnerProgram: pair.b.programIndex, reason: reason,
      sentence: text)
  }

  private func droppedChoices(_ applicant: Int) -> [Market.DroppedChoice] {
    // Kept in the applicants' order, so the first is found by halving.
    var low = 0
    var high = market.droppedChoices.count
    while low < high {
      let middle = (low + high) / 2
      if Int(market.droppedChoices[middle].applicant) < applicant { low = middle + 1 } else { high = middle }
    }
    return Array(market.droppedChoices[low...].prefix { Int($0.applicant) == applicant })
  }

  // MARK: words

  private func sentence(_ reason: Explanation.Reason, _ program: Int) -> String {
    let name = market.programName(program)
    switch reason {
    case .matched: return "\(name) is the match."
    case .notRanked: return "\(name) did not rank this applicant."
    case .noPositions: return "\(name) had no positions."
    case .filledHigher(let count):
      return count == 1
        ? "\(name) filled its only position with an applicant that it ranked higher."
        : "\(name) filled its \(count) positions with applicants that it ranked higher."
    case .filledHigherThanBoth(let count):
      return count < 2
        ? "\(name) has one position, and the couple needs two."
        : "\(name) filled its \(count) positions with applicants that it ranked higher than one or both partners."
    case .blocking: return "\(name) would take them: the matching is not stable here."
    }
  }

  private func summary(_ lines: [Explanation.Line], _ applicant: Int) -> String {
    let name = market.applicantName(applicant)
    guard let last = lines.last else { return "\(name) listed no program, and is unmatched." }
    if let program = last.program, last.reason == .matched {
      return last.place == 1
        ? "\(name) matched at \(market.programName(program)), the first choice."
        : "\(name) matched at \(market.programName(program)), choice \(last.place); "
          + "the higher \(last.place == 2 ? "choice" : "choices") \(refusals(lines.dropLast()))."
    }
    return "\(name) is unmatched: the \(lines.count == 1 ? "program" : "programs") on the list \(refusals(lines[...]))."
  }

  /// A program with room that did not rank the applicant is not said to be full.
  private func refusals(_ lines: ArraySlice<Explanation.Line>) -> String {
    let unranked = lines.count { $0.reason == .notRanked }
    if unranked == 0 { return "had no room" }
    return unranked == lines.count ? "did not rank the applicant" : "had no room or did not rank the applicant"
  }

  private func summary(_ lines: [Explanation.Line], coupleSummary couple: Int) -> String {
    let name = market.coupleName(couple)
    guard let last = lines.last, last.reason == .matched else {
      return "\(name) are unmatched: no pair on their list had room for both."
    }
    return last.place == 1
      ? "\(name) matched at their first choice." : "\(name) matched at choice \(last.place) of their list."
  }
}
