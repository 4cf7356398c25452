import SmartPick
import Testing

@Suite struct `A rank order list` {
  static let seeds: [UInt64] = [11, 12, 13, 14, 15, 16]

  private func sample(_ seed: UInt64) -> RankRequest {
    RankSamples.request(
      seed, seed.isMultiple(of: 2) ? ["Internal Medicine"] : ["Internal Medicine", "Neurology"], count: 6,
      type: ApplicantType.allCases[Int(seed) % 6])
  }

  @Test(arguments: seeds)
  func `adds up: each place, all before it, and going unmatched`(seed: UInt64) {
    let result = RankMaker(sample(seed)).result()
    var sum = 0.0
    for row in result.rows {
      sum += row.matchHere.value
      #expect(isClose(row.cumulative.value, sum, 1e-12))
      #expect(row.matchHere.value <= row.highEnough.value + 1e-12)
      for chance in [row.highEnough, row.matchHere, row.cumulative] {
        #expect(0 <= chance.low && chance.low <= chance.value && chance.value <= chance.high && chance.high <= 1)
      }
    }
    #expect(isClose(result.match.value, sum, 1e-12) && isClose(result.unmatched.value, 1 - sum, 1e-12))
    #expect(isClose(result.rows[0].matchHere.value, result.rows[0].highEnough.value, 1e-12))
    #expect(sum > 0.2 && sum < 1)
  }

  @Test(arguments: seeds)
  func `stands in the order wanted, whatever the chances, and no order makes a match likelier`(seed: UInt64) {
    let request = sample(seed)
    let maker = RankMaker(request)
    let result = maker.result()
    #expect(result.rows.map(\.choice.program.code) == request.choices.map(\.program.code))
    var random = Seeded(seed + 100)
    for _ in 0..<20 {
      let order = request.choices.shuffled(using: &random)
      let other = maker.result(of: order)
      #expect(other.rows.map(\.choice.program.code) == order.map(\.program.code))
      #expect(isClose(other.match.value, result.match.value, 1e-12))
      // Made anew from the other order the same, to the bit of what each program's chance is.
      var moved = request
      moved.choices = order
      let anew = RankMaker(moved).result()
      for row in anew.rows {
        let same = result.rows.first { $0.choice == row.choice }
        #expect(same?.highEnough == row.highEnough)
      }
      #expect(isClose(anew.match.value, result.match.value, 1e-12))
    }
  }

  @Test(arguments: seeds)
  func `never loses by telling the truth`(seed: UInt64) {
    // Values fall along the wanted order; every other order of the same places is worth no more.
    let request = RankSamples.request(seed, count: 5)
    let maker = RankMaker(request)
    func worth(_ order: [RankChoice]) -> Double {
      maker.result(of: order).rows.reduce(0) { sum, row in
        let wanted = request.choices.firstIndex { $0 == row.choice } ?? 0
        return sum + row.matchHere.value * Double(request.choices.count - wanted)
      }
    }
    let best = worth(request.choices)
    var orders: [[RankChoice]] = []
    permute(request.choices, [], &orders)
    #expect(orders.count == 120)
    for order in orders { #expect(worth(order) <= best + 1e-12) }
  }

  private func permute(_ rest: [RankChoice], _ done: [RankChoice], _ all: inout [[RankChoice]]) {
    if rest.isEmpty { all.append(done) }
    for (index, choice) in rest.enumerated() {
      permute(Array(rest[..<index] + rest[(index + 1)...]), done + [choice], &all)
    }
  }

  @Test(arguments: seeds)
  func `never loses by a program more, wherever it is put`(seed: UInt64) {
    let request = sample(seed)
    let maker = RankMaker(request)
    let last = request.choices.count - 1
    let without = maker.result(of: Array(request.choices[..<last]))
    for place in 0...last {
      var order = Array(request.choices[..<last])
      order.insert(request.choices[last], at: place)
      #expect(maker.result(of: order).match.value >= without.match.value - 1e-12)
    }
    // Made anew too, where the season already told of the interview.
    var longer = request
    longer.programs = request.choices.map(\.program)
    longer.profile.interviews = longer.programs.map { .init($0.code) }
    var shorter = longer
    shorter.choices.removeLast()
    #expect(RankMaker(longer).result().match.value >= RankMaker(shorter).result().match.value - 1e-12)
  }

  @Test(arguments: seeds)
  func `comes out the same by drawing`(seed: UInt64) {
    let request = sample(seed)
    let maker = RankMaker(request)
    let repeats = 400
    let drawn = maker.drawn(repeats: repeats, seed: seed)
    for (row, share) in zip(maker.result().rows, drawn) {
      // Four standard errors of weighted draws, and a little for the rarest.
      let weights = maker.scenarios.weights
      let spread = weights.reduce(0) { $0 + $1 * $1 }
      let error = (row.matchHere.value * spread / Double(repeats)).squareRoot() / Double(weights.count)
      #expect(abs(row.matchHere.value - share) < 4 * error + 1e-4, "place \(row.place)")
    }
  }

  @Test(arguments: seeds)
  func `gives every interview the same share of the season's list, added over all the ways it can go`(seed: UInt64)
    throws
  {
    // The law of total probability: before the interviews, the list; after them, one rank list for each set of
    // interviews that may come. Weighed by how likely each set is, the second is the first.
    var random = Seeded(seed)
    var profile = Samples.profile(&random, type: .usDOSenior, specialties: ["Internal Medicine"])
    var programs = Samples.programs(["Internal Medicine"], 6, &random)
    for index in programs.indices {
      programs[index].institution = nil
      programs[index].signals = false
    }
    let refusal = programs.removeLast()
    profile.interviews = [.init(refusal.code, .rejected)]
    // No more was sent than these.
    profile.maxApplications = ["Internal Medicine": programs.count + 1]
    var list = Samples.request(profile, programs + [refusal], seed: seed)
    list.minimumGain = 0
    let expected = try ListMaker(list).list()
    try #require(expected.rows.count == programs.count + 1)
    profile.interviews = []
    var (match, all) = (0.0, 0.0)
    for set in 0..<(1 << programs.count) {
      let met = programs.indices.filter { set >> $0 & 1 == 1 }
      profile.applied = programs.indices.filter { !met.contains($0) }.map { .init(programs[$0].code) }
      profile.applied.append(.init(refusal.code))
      let maker = RankMaker(
        RankSamples.request(
          profile, met.map { RankChoice(programs[$0]) }, programs: programs + [refusal], seed: seed))
      match += maker.evidence * maker.result().match.value
      all += maker.evidence
    }
    #expect(isClose(match / all, expected.matchProbability, 1e-9))
  }

  @Test func `is the same every time, and another with another seed`() {
    func numbers(_ seed: UInt64) -> [Double] {
      var request = sample(11)
      request.seed = seed
      return RankMaker(request).result().rows.map(\.cumulative.value)
    }
    #expect(numbers(3) == numbers(3) && numbers(3) != numbers(4))
  }
}
