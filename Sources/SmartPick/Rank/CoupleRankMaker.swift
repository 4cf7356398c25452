internal import Statistics

/// Two rank order lists of two people who want to train near each other, as one list of pairs.
///
/// The chances are counted from drawn outcomes: in each scenario, the same year for both as far as ``PartnerScenarios``
/// can have it, it is drawn which programs rank either partner high enough, and the couple takes the first pair of its
/// list where both do, as the Match does when the couple's own list moves nobody's cutoff. Either partner alone has the
/// scenarios, weights and chances of a list of their own.
public struct CoupleRankMaker: Sendable {
  public let first: RankMaker
  public let second: RankMaker
  private let nearness: Nearness
  private let mine: [RankChoice]
  private let theirs: [RankChoice]

  /// Outcomes drawn in a scenario of average weight; a likelier one gets more, so that the draws are worth the same.
  private static let repeats = 48.0
  /// A couple's list may hold many pairs; beyond so many the rest is left out and said.
  public static let mostPairs = 300

  public init(_ first: RankRequest, partner second: RankRequest, maxMiles: Double) {
    let one = first
    var other = second
    // The same years, another person.
    other.seed = first.seed
    other.person = first.person + 1
    other.grid = one.grid
    self.first = RankMaker(one)
    self.second = RankMaker(other)
    nearness = Nearness(most: maxMiles)
    mine = self.first.unique(first.choices)
    theirs = self.second.unique(second.choices)
  }

  /// A pair of places, each a position in its partner's list; `nil` is "no match" for that partner.
  public struct Pair: Sendable, Equatable, Hashable {
    public var first: Int?
    public var second: Int?

    public init(_ first: Int?, _ second: Int?) {
      self.first = first
      self.second = second
    }
  }

  /// Every pair within the distance, then each place alone.
  ///
  /// Pairs stand by the sum of their two places, then by the worse of the two, then by the first partner's; so a pair
  /// that both like better never stands below one that both like less.
  /// A proposal and no more: for couples no order is proved to be best.
  public var proposedPairs: [Pair] {
    var near: [Pair] = []
    for a in mine.indices {
      for b in theirs.indices where isNear(a, b) { near.append(Pair(a, b)) }
    }
    near.sort { one, other in
      let (a, b) = (one.first ?? 0, one.second ?? 0)
      let (c, d) = (other.first ?? 0, other.second ?? 0)
      return (a + b, max(a, b), a) < (c + d, max(c, d), c)
    }
    let longest = max(mine.count, theirs.count)
    let alone = (0..<longest).flatMap { place in
      [
        place < mine.count ? Pair(place, nil) : nil, place < theirs.count ? Pair(nil, place) : nil,
      ].compactMap(\.self)
    }
    return Array(near.prefix(max(0, Self.mostPairs - alone.count))) + alone
  }

  func codes(_ pair: Pair) -> CoupleOrder.Codes {
    .init(pair.first.map { mine[$0].program.code } ?? "", pair.second.map { theirs[$0].program.code } ?? "")
  }

  /// One program cannot take two with a single position; an unknown distance is left to the couple.
  private func isNear(_ a: Int, _ b: Int) -> Bool {
    let (one, other) = (mine[a].program, theirs[b].program)
    if one.code == other.code { return (one.positions ?? 2) >= 2 }
    return nearness.share(one, other) > 0
  }

  /// What a list of pairs leads to; the proposed one where none is given.
  public func result(of pairs: [Pair]? = nil) -> CoupleRankResult {
    let pairs = pairs ?? proposedPairs
    let doors = (
      mine.compactMap { first.doors[$0.program.code] }, theirs.compactMap { second.doors[$0.program.code] }
    )
    let scenarios = first.model.scenarios.count
    let model = first.model
    let partner = PartnerScenarios(model.weights, second.model.weights, draws: model.scenarios.draws)
    var here = [[Double]](repeating: [Double](repeating: 0, count: scenarios), count: pairs.count)
    var count = 0
    for c in 0..<scenarios {
      var generator = SeededGenerator(seed: first.request.seed, stream: 11_000_000 + UInt64(c))
      let repeats = Int(min(4000, max(1, (Self.repeats * model.weights[c]).rounded(.up))))
      count += repeats
      for _ in 0..<repeats {
        let other = partner.drawn(for: c, using: &generator)
        let offers = (Self.offers(doors.0, c, &generator), Self.offers(doors.1, other, &generator))
        let taken = pairs.firstIndex { pair in
          (pair.first.map { offers.0[$0] } ?? true) && (pair.second.map { offers.1[$0] } ?? true)
        }
        if let taken { here[taken][c] += 1 / Double(repeats) }
      }
    }
    return result(pairs, here, model, outcomes: count)
  }

  private static func offers(_ doors: [RankDoor], _ c: Int, _ generator: inout SeededGenerator) -> [Bool] {
    var moods: [String: Double] = [:]
    return doors.map { door in
      let mood = moods[door.name] ?? generator.uniform()
      moods[door.name] = mood
      return mood < door.chances[c]
    }
  }

  private func result(_ pairs: [Pair], _ here: [[Double]], _ model: ChanceModel, outcomes: Int) -> CoupleRankResult {
    var sum = [Double](repeating: 0, count: model.scenarios.count)
    var (both, one) = (sum, sum)
    var (mineMatched, theirsMatched) = (sum, sum)
    let rows = pairs.enumerated().map { index, pair in
      let isTogether = pair.first != nil && pair.second != nil
      for c in sum.indices {
        sum[c] += here[index][c]
        if isTogether { both[c] += here[index][c] } else { one[c] += here[index][c] }
        if pair.first != nil { mineMatched[c] += here[index][c] }
        if pair.second != nil { theirsMatched[c] += here[index][c] }
      }
      let programs = (pair.first.map { mine[$0].program }, pair.second.map { theirs[$0].program })
      return CoupleRankResult.Row(
        place: index + 1, pair: pair, codes: codes(pair), first: programs.0, second: programs.1,
        isDistanceKnown: !isTogether || Self.isKnown(programs.0, programs.1, nearness),
        matchHere: model.chance(here[index]), cumulative: model.chance(sum))
    }
    let all = mine.count * theirs.count
    var near = 0
    for a in mine.indices { for b in theirs.indices where isNear(a, b) { near += 1 } }
    return CoupleRankResult(
      rows: rows, both: model.chance(both), one: model.chance(one), neither: model.chance(sum).complement,
      matched: (model.chance(mineMatched), model.chance(theirsMatched)), maxMiles: nearness.most, near: near,
      far: all - near,
      leftOut: max(0, near - proposedPairs.count { $0.first != nil && $0.second != nil }),
      alone: (first.result(), second.result()), outcomes: outcomes)
  }

  private static func isKnown(_ one: Program?, _ other: Program?, _ nearness: Nearness) -> Bool {
    guard let one, let other else { return true }
    return one.code == other.code || nearness.share(one, other) != 0.5
  }
}
