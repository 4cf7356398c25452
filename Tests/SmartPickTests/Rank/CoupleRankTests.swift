import SmartPick
import Testing

@Suite struct `A couple's rank order list` {
  private static let near = Samples.practice.filter {
    ["Internal Medicine", "Pediatrics"].contains($0.specialty) && ["OH", "MI", "IN"].contains($0.state ?? "")
      && $0.track == .categorical
  }

  private func requests(_ seed: UInt64, count: Int = 4) -> (RankRequest, RankRequest) {
    var random = Seeded(seed)
    func one(_ specialty: String) -> RankRequest {
      let profile = Samples.profile(&random, type: .usMDSenior, specialties: [specialty])
      let programs = Self.near.filter { $0.specialty == specialty }.shuffled(using: &random).prefix(count)
      return RankSamples.request(profile, programs.map { RankChoice($0) }, seed: seed)
    }
    return (one("Internal Medicine"), one("Pediatrics"))
  }

  @Test(arguments: [51, 52, 53] as [UInt64])
  func `comes out as every set of offers says`(seed: UInt64) {
    let (one, other) = requests(seed, count: 3)
    let maker = CoupleRankMaker(one, partner: other, maxMiles: 120)
    let pairs = maker.proposedPairs
    let result = maker.result()
    let (a, b) = (maker.first.scenarios, maker.second.scenarios)
    let partner = PartnerScenarios(a.weights, b.weights, draws: 8)
    let codes = (one.choices.map(\.program.code), other.choices.map(\.program.code))
    // By set of offers and scenario, how likely the set is.
    func sets(_ chances: [String: [Double]], _ codes: [String]) -> [[Double]] {
      (0..<8).map { set in
        (0..<64).map { c in
          codes.indices.reduce(1.0) { left, index in
            let chance = chances[codes[index]]?[c] ?? 0
            return left * (set >> index & 1 == 1 ? chance : 1 - chance)
          }
        }
      }
    }
    let (mine, theirs) = (sets(a.chances, codes.0), sets(b.chances, codes.1))
    var here = [Double](repeating: 0, count: pairs.count)
    for set in 0..<64 {
      let (first, second) = (set & 7, set >> 3)
      let taken = pairs.firstIndex { pair in
        (pair.first.map { first >> $0 & 1 == 1 } ?? true) && (pair.second.map { second >> $0 & 1 == 1 } ?? true)
      }
      guard let taken else { continue }
      for c in 0..<64 {
        for e in 0..<64 {
          here[taken] += a.weights[c] / 64 * partner.chance(of: e, for: c) * mine[first][c] * theirs[second][e]
        }
      }
    }
    for (row, chance) in zip(result.rows, here) { #expect(abs(row.matchHere.value - chance) < 0.02) }
    let both = zip(pairs, here).reduce(0) { $0 + ($1.0.first != nil && $1.0.second != nil ? $1.1 : 0) }
    #expect(abs(result.both.value - both) < 0.02)
  }

  @Test(arguments: [54, 55] as [UInt64])
  func `ends with both, one or neither, and adds up`(seed: UInt64) throws {
    let (one, other) = requests(seed)
    let result = CoupleRankMaker(one, partner: other, maxMiles: 60).result()
    #expect(isClose(result.both.value + result.one.value + result.neither.value, 1, 1e-9))
    let last = try #require(result.rows.last)
    #expect(isClose(last.cumulative.value, result.both.value + result.one.value, 1e-9))
    #expect(result.near + result.far == 16)
    #expect(result.both.value <= min(result.alone.first.match.value, result.alone.second.match.value) + 0.03)
  }

  @Test func `proposes every near pair once, the liked before the less liked, and then each place alone`() {
    let (one, other) = requests(56)
    let maker = CoupleRankMaker(one, partner: other, maxMiles: 5000)
    let pairs = maker.proposedPairs
    #expect(pairs.count == 16 + 8 && Set(pairs).count == pairs.count)
    for (place, pair) in pairs.enumerated() {
      for later in pairs[(place + 1)...] {
        guard let a = pair.first, let b = pair.second, let c = later.first, let d = later.second else { continue }
        #expect(!(c <= a && d <= b), "both like \(later) at least as much as \(pair), which stands higher")
      }
    }
    #expect(pairs[16...].allSatisfy { $0.first == nil || $0.second == nil })
    #expect(maker.result().paragraphs[0].contains("not proved"))
  }

  @Test func `is together no less often the farther apart it may be`() {
    let (one, other) = requests(57)
    let chances = [0.0, 80, 5000].map { CoupleRankMaker(one, partner: other, maxMiles: $0).result().both.value }
    #expect(chances[0] <= chances[1] + 0.01 && chances[1] <= chances[2] + 0.01 && chances[0] < chances[2])
  }

  @Test func `asks no single position for two`() {
    var (one, _) = requests(58, count: 1)
    one.choices[0].program.positions = 1
    #expect(CoupleRankMaker(one, partner: one, maxMiles: 50).proposedPairs == [.init(0, nil), .init(nil, 0)])
    one.choices[0].program.positions = 2
    #expect(CoupleRankMaker(one, partner: one, maxMiles: 50).proposedPairs.first == .init(0, 0))
  }

  /// Whatever has happened to either: alone each has the chances of a list of their own.
  @Test(arguments: [61, 62, 63] as [UInt64])
  func `leaves each partner's own chances as they are`(seed: UInt64) {
    let (one, other) = requests(seed)
    let maker = CoupleRankMaker(one, partner: other, maxMiles: 60)
    let result = maker.result()
    #expect(result.alone.first.match == RankMaker(one).result().match)
    #expect(result.alone.first.match == maker.result(of: [.init(0, nil)]).alone.first.match)
    // In the pairs nobody matches oftener than alone; 3,000 draws stray by less than three points.
    #expect(result.matched.first.value <= result.alone.first.match.value + 0.03)
    #expect(result.matched.second.value <= result.alone.second.match.value + 0.03)
    #expect(result.matched.first.value + result.matched.second.value - result.both.value <= 1)
    let sums = result.rows.reduce((0.0, 0.0)) { sums, row in
      (sums.0 + (row.first == nil ? 0 : row.matchHere.value), sums.1 + (row.second == nil ? 0 : row.matchHere.value))
    }
    #expect(isClose(sums.0, result.matched.first.value, 1e-9) && isClose(sums.1, result.matched.second.value, 1e-9))
    // With every place alone on the list and nobody near, each row is a single applicant's.
    let far = CoupleRankMaker(one, partner: other, maxMiles: 0)
    let mine = far.result(of: (0..<4).map { .init($0, nil) })
    #expect(abs(mine.matched.first.value - mine.alone.first.match.value) < 0.03 && mine.matched.second.value == 0)
    let theirs = far.result(of: (0..<4).map { .init(nil, $0) })
    #expect(abs(theirs.matched.second.value - theirs.alone.second.match.value) < 0.03)
  }

  @Test func `joins two sets of weights by a coupling that keeps both`() {
    var random = Seeded(64)
    for (draws, strengths) in [(1, 1), (1, 6), (6, 1), (4, 5), (3, 8)] {
      for _ in 0..<20 {
        func weights() -> [Double] {
          let raw = (0..<draws * strengths).map { _ in
            Bool.random(using: &random) ? Double.random(in: 0...1, using: &random) : 0.001
          }
          return raw.map { $0 * Double(raw.count) / raw.reduce(0, +) }
        }
        let (mine, theirs) = (weights(), weights())
        let partner = PartnerScenarios(mine, theirs, draws: draws)
        for e in theirs.indices {
          let sum = mine.indices.reduce(0) { $0 + mine[$1] * partner.chance(of: e, for: $1) }
          #expect(isClose(sum, theirs[e], 1e-9))
        }
        for c in mine.indices {
          let sum = theirs.indices.reduce(0) { $0 + partner.chance(of: $1, for: c) }
          #expect(isClose(sum, 1, 1e-9))
        }
        let same = PartnerScenarios(mine, mine, draws: draws)
        #expect(mine.indices.allSatisfy { isClose(same.chance(of: $0, for: $0), 1, 1e-9) })
      }
    }
  }
}
