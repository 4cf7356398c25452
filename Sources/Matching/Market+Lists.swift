extension Market {
  /// A market from lists by position.
  ///
  /// O(number of listings): the programs' rankings and the applicants' lists meet program by program.
  /// - Precondition: what ``MarketBuilder`` checks for names: positions within range, no applicant or program twice on
  ///   one list, no list of their own for members of a couple, no cycle of reversions.
  public init(_ lists: MarketLists) {
    precondition(lists.quotas.count == lists.rankings.count, "Give one ranking for each program.")
    precondition(lists.quotas.allSatisfy { $0 >= 0 }, "A quota is 0 or more.")
    quotas = lists.quotas.map(Int32.init)
    var join = ListingJoin(lists)
    join.run()
    keepRankings(join, of: lists)
    keepChoices(join, of: lists)
    keepCouples(join, of: lists)
    keepSupplements(join, of: lists)
    linkRankings()
    reversions = Self.ordered(lists.reversions, programs: lists.quotas.count)
  }

  private mutating func keepRankings(_ join: ListingJoin, of lists: MarketLists) {
    rankStarts = join.keptStarts
    rankedApplicants = join.keptApplicants
    dropped.byPrograms = lists.rankings.values.count - rankedApplicants.count
  }

  private mutating func keepChoices(_ join: ListingJoin, of lists: MarketLists) {
    let count = lists.choices.count
    listStarts.reserveCapacity(count + 1)
    choices.reserveCapacity(lists.choices.values.count)
    places.reserveCapacity(lists.choices.values.count)
    for applicant in 0..<count {
      let row = lists.choices.range(applicant)
      for entry in row {
        let program = lists.choices.values[entry]
        let place = Int32(entry - row.lowerBound + 1)
        if join.rank[entry] >= 0 {
          choices.append(Choice(program: program, rank: join.rank[entry]))
          places.append(place)
        } else {
          droppedChoices.append(
            DroppedChoice(applicant: Int32(applicant), program: program, place: place))
        }
      }
      listStarts.append(Int32(choices.count))
    }
    dropped.byApplicants = droppedChoices.count
  }

  private mutating func keepCouples(_ join: ListingJoin, of lists: MarketLists) {
    guard !lists.couples.isEmpty else { return }
    coupleOf = [Int32](repeating: -1, count: applicantCount)
    var slot = lists.choices.values.count
    for (index, couple) in lists.couples.enumerated() {
      precondition(couple.applicantA != couple.applicantB, "A couple is two applicants.")
      for member in [couple.applicantA, couple.applicantB] {
        precondition(coupleOf[member] < 0, "An applicant is in one couple at most.")
        precondition(lists.choices.range(member).isEmpty, "A couple's member has no list of their own.")
        coupleOf[member] = Int32(index)
      }
      let start = Int32(pairs.count)
      for (place, pair) in couple.pairs.enumerated() {
        let a = Choice(program: Int32(pair.programA ?? -1), rank: join.rank[slot])
        let b = Choice(program: Int32(pair.programB ?? -1), rank: join.rank[slot + 1])
        slot += 2
        if (pair.programA == nil || a.rank >= 0) && (pair.programB == nil || b.rank >= 0) {
          pairs.append(Pair(a: a, b: b, place: Int32(place + 1)))
        } else {
          dropped.byApplicants += 1
        }
      }
      couples.append(
        Couple(
          a: Int32(couple.applicantA), b: Int32(couple.applicantB), start: start, end: Int32(pairs.count)))
    }
  }

  private mutating func keepSupplements(_ join: ListingJoin, of lists: MarketLists) {
    guard !lists.supplements.isEmpty else { return }
    supplementOf = [Int32](repeating: -1, count: choices.count)
    var slot = lists.choices.values.count + lists.couples.reduce(0) { $0 + 2 * $1.pairs.count }
    var isSupplemented = Set<Int32>()
    for supplement in lists.supplements {
      precondition(!supplement.programs.contains(supplement.advancedProgram), "A list of other programs.")
      let choice = list(supplement.applicant).first {
        choices[$0].program == Int32(supplement.advancedProgram)
      }
      for (place, program) in supplement.programs.enumerated() {
        let rank = join.rank[slot]
        slot += 1
        if choice != nil && rank >= 0 {
          supplementChoices.append(Choice(program: Int32(program), rank: rank))
          supplementPlaces.append(Int32(place + 1))
        } else {
          dropped.byApplicants += 1
        }
      }
      let end = Int32(supplementChoices.count)
      guard let choice, end > supplementStarts[supplementStarts.count - 1] else { continue }
      supplementOf[choice] = Int32(supplementStarts.count - 1)
      supplementStarts.append(end)
      isSupplemented.insert(Int32(supplement.applicant))
    }
    supplemented = isSupplemented.sorted()
  }

  /// Tells each ranking where the program stands on the applicant's list.
  private mutating func linkRankings() {
    rankedChoices = [Int32](repeating: -1, count: rankedApplicants.count)
    var isLinked = [Bool](repeating: false, count: applicantCount)
    for applicant in supplemented { isLinked[Int(applicant)] = true }
    for applicant in 0..<applicantCount where !isLinked[applicant] {
      let row = list(applicant)
      for entry in row {
        let choice = choices[entry]
        rankedChoices[Int(rankStarts[Int(choice.program)] + choice.rank)] = Int32(entry - row.lowerBound)
      }
    }
  }

  /// Donors before the receivers that pass positions on, so that one pass settles a chain.
  private static func ordered(_ reversions: [Reversion], programs: Int) -> [Reversion] {
    var next: [Int: Reversion] = [:]
    var incoming: [Int: Int] = [:]
    for reversion in reversions {
      precondition(reversion.donor != reversion.receiver, "A program does not revert to itself.")
      precondition(reversion.limit ?? 0 >= 0, "A limit is 0 or more.")
      precondition((0..<programs).contains(reversion.donor) && (0..<programs).contains(reversion.receiver))
      precondition(next.updateValue(reversion, forKey: reversion.donor) == nil, "One receiver for each donor.")
      incoming[reversion.receiver, default: 0] += 1
    }
    var ordered: [Reversion] = []
    var ready = reversions.map(\.donor).filter { incoming[$0, default: 0] == 0 }
    while let donor = ready.popLast() {
      guard let reversion = next[donor] else { continue }
      ordered.append(reversion)
      incoming[reversion.receiver, default: 0] -= 1
      if incoming[reversion.receiver] == 0 { ready.append(reversion.receiver) }
    }
    precondition(ordered.count == reversions.count, "Reversions run in a circle.")
    return ordered
  }
}
