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
    let weights = CoupleRankMaker.joint(a.weights, b.weights)
    let codes = (one.choices.map(\.program.code), other.choices.map(\.program.code))
    var here = [Double](repeating: 0, count: pairs.count)
    for set in 0..<64 {
      var likely = [Double](repeating: 1, count: weights.count)
      for index in 0..<6 {
        let row = (index < 3 ? a.chances[codes.0[index]] : b.chances[codes.1[index - 3]]) ?? []
        for c in likely.indices { likely[c] *= set >> index & 1 == 1 ? row[c] : 1 - row[c] }
      }
      let taken = pairs.firstIndex { pair in
        (pair.first.map { set >> $0 & 1 == 1 } ?? true) && (pair.second.map { set >> ($0 + 3) & 1 == 1 } ?? true)
      }
      if let taken { here[taken] += RankSamples.mean(likely, weights) }
    }
    for (row, chance) in zip(result.rows, here) { #expect(abs(row.matchHere.value - chance) < 0.012) }
    let both = zip(pairs, here).reduce(0) { $0 + ($1.0.first != nil && $1.0.second != nil ? $1.1 : 0) }
    #expect(abs(result.both.value - both) < 0.012)
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
}
