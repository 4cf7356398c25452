import SmartPick
import Testing

@Suite struct `What a rank order list says` {
  @Test func `is no chance where there was no interview`() throws {
    var request = RankSamples.request(21)
    request.choices[2].wasInterviewed = false
    let result = RankMaker(request).result()
    #expect(result.rows[2].matchHere == RankChance(0, low: 0, high: 0) && result.rows[2].place == 3)
    let check = try #require(result.checks.first { $0.kind == .notInterviewed })
    #expect(check.codes == [request.choices[2].program.code])
    #expect(check.sentence.contains("Rank only where you interviewed"))
  }

  @Test func `is worse the more of the applications went without an answer`() {
    var request = RankSamples.request(22, count: 6, type: .usDOSenior)
    request.grid = .init(draws: 64, strengths: 32)
    var random = Seeded(5)
    request.programs = Samples.programs(["Internal Medicine"], 120, &random)
    let chances = [0, 10, 40, 120].map { count in
      request.profile.maxApplications = ["Internal Medicine": 6 + count]
      request.profile.applied = request.programs.prefix(count).map { .init($0.code) }
      return RankMaker(request).result().match.value
    }
    #expect(zip(chances, chances.dropFirst()).allSatisfy { $0 > $1 }, "\(chances)")
    // Where nothing is said an average number is supposed, and that is said too.
    request.profile.maxApplications = [:]
    request.profile.applied = []
    let silent = RankMaker(request).result()
    #expect(chances[3] < silent.match.value && silent.match.value < chances[1])
    #expect(silent.notes.contains { $0.contains("more are supposed") })
  }

  @Test(arguments: ApplicantType.allCases)
  func `is near the published rate for lists of the published lengths`(type: ApplicantType) throws {
    // Those who matched had longer lists than those who did not: a list as long as theirs makes a match likelier than
    // the group's rate, and one as short as the others' leaves it near the rate or below.
    var profile = Profile()
    profile.applicantType = type
    profile.specialties = [.init("Internal Medicine")]
    profile.visa = type == .nonUSIMG ? .j1 : Profile.VisaNeed.none
    let rate = MarketFigures.published.matchRate(type).value / 100
    func chance(_ length: Double) -> Double {
      let programs = (0..<Int(length.rounded())).map {
        RankChoice(Program(code: "P\($0)", name: "Program \($0)", specialty: "Internal Medicine"))
      }
      var request = RankSamples.request(profile, programs)
      request.grid = .init(draws: 64, strengths: 32)
      return RankMaker(request).result().match.value
    }
    let usual = try #require(RankMaker(RankSamples.request(23, count: 2, type: type)).result().usualLengths)
    let (long, short) = (chance(usual.matched.value), chance(usual.unmatched.value))
    #expect(
      short < rate + 0.1 && rate < long && short < long - 0.03,
      "\(type): \(short) with a short list, \(rate), \(long) with a long one")
  }

  @Test func `adds by one more interview what the list leaves`() throws {
    var request = RankSamples.request(24, count: 10)
    let long = try #require(RankMaker(request).result().oneMore.first)
    request.choices = Array(request.choices.prefix(2))
    let result = RankMaker(request).result()
    let short = try #require(result.oneMore.first)
    #expect(short.adds.value > long.adds.value && long.adds.value > 0)
    #expect(short.adds.low <= short.adds.value && short.adds.value <= short.adds.high)
    // The curve goes on by the same amount.
    let beyond = result.length.filter(\.isBeyond)
    #expect(isClose(beyond[0].match.value, result.match.value + short.adds.value, 1e-12))
    #expect(zip(result.length, result.length.dropFirst()).allSatisfy { $0.match.value <= $1.match.value })
  }

  @Test(arguments: [25, 26] as [UInt64])
  func `adds by one more interview what the list with it says, over every set of offers`(seed: UInt64) throws {
    let request = RankSamples.request(seed, count: 4)
    let maker = RankMaker(request)
    let adds = try #require(maker.result().oneMore.first).adds.value
    // A typical program: one of which nothing is known but its specialty, at the end of the list.
    var longer = request
    longer.choices.append(
      RankChoice(Program(code: "TYPICAL", name: "A typical program", specialty: "Internal Medicine")))
    let chances = RankMaker(longer).scenarios.chances
    let codes = longer.choices.map(\.program.code)
    // Its interview is to come: it speaks for nobody yet, so the scenarios weigh what they weighed.
    let weights = maker.scenarios.weights
    func match(_ codes: [String]) throws -> Double {
      var sum = 0.0
      for set in 1..<(1 << codes.count) {
        for c in weights.indices {
          var likely = weights[c] / Double(weights.count)
          for (place, code) in codes.enumerated() {
            let chance = try #require(chances[code])[c]
            likely *= set >> place & 1 == 1 ? chance : 1 - chance
          }
          sum += likely
        }
      }
      return sum
    }
    #expect(try isClose(match(codes) - match(Array(codes.dropLast())), adds, 1e-9))
    #expect(try isClose(match(Array(codes.dropLast())), maker.result().match.value, 1e-9))
    #expect(adds > 0)
  }

  @Test func `names what stands twice, what would not be taken, what is short and what is out of order`() {
    var request = RankSamples.request(25, count: 4, type: .usMDSenior)
    request.choices.append(request.choices[1])
    request.choices[0].impression = 2
    request.choices[3].impression = 5
    request.choices[2].wouldGo = false
    request.profile.interviews = [.init("ELSEWHERE", .received)]
    let result = RankMaker(request).result()
    #expect(result.rows.count == 4, "the second stands for nothing")
    let kinds = result.checks.map(\.kind)
    #expect(kinds == [.twice, .wouldNotGo, .tooShort, .unused, .againstImpression])
    #expect(result.checks[1].sentence.contains("A match binds"))
    #expect(result.checks[2].sentence.contains("2024") && result.checks[2].sentence.contains("SOAP"))
    #expect(result.checks.allSatisfy { $0.sentence.hasSuffix(".") })
  }

  @Test func `is an empty list's where there is none`() {
    var request = RankSamples.request(26)
    request.choices = []
    let result = RankMaker(request).result()
    #expect(result.rows.isEmpty && result.match.value == 0 && result.unmatched.value == 1)
    #expect(RankWords(result).headline == "The list is empty.")
  }
}

@Suite struct `A list with advanced places` {
  @Test(arguments: [41, 42, 43, 44] as [UInt64])
  func `divides as every set of offers says`(seed: UInt64) throws {
    var request = RankSamples.advanced(seed, years: 3)
    // One first year stands on the primary list too, between the others.
    let year = try #require(request.supplemental.values.first?.first)
    request.choices.insert(year, at: Int(seed) % 4)
    let maker = RankMaker(request)
    let outcomes = try #require(maker.result().outcomes)
    let (weights, chances) = maker.scenarios
    let codes = chances.keys.sorted()
    var (full, alone, only, none) = (0.0, 0.0, 0.0, 0.0)
    for set in 0..<(1 << codes.count) {
      let offers = Set(codes.indices.filter { set >> $0 & 1 == 1 }.map { codes[$0] })
      var likely = [Double](repeating: 1, count: weights.count)
      for code in codes {
        guard let row = chances[code] else { continue }
        for c in likely.indices { likely[c] *= offers.contains(code) ? row[c] : 1 - row[c] }
      }
      let chance = RankSamples.mean(likely, weights)
      guard let place = request.choices.first(where: { offers.contains($0.program.code) }) else {
        none += chance
        continue
      }
      switch place.program.track {
      case .preliminary: only += chance
      case .advanced:
        let years = request.supplemental[place.program.code] ?? []
        if years.contains(where: { offers.contains($0.program.code) }) { full += chance } else { alone += chance }
      default: full += chance
      }
    }
    #expect(isClose(outcomes.full, full) && isClose(outcomes.advancedOnly, alone))
    #expect(isClose(outcomes.preliminaryOnly, only) && isClose(outcomes.none, none))
    #expect(only > 0 && alone > 0)
  }

  @Test func `is not matched likelier by first years, only better`() throws {
    let results = [0, 1, 4].map { RankMaker(RankSamples.advanced(45, years: $0)).result() }
    let full = results.compactMap(\.outcomes?.full)
    #expect(full[0] < full[1] && full[1] < full[2])
    #expect(results[0].checks.contains { $0.kind == .noFirstYear })
    #expect(!results[2].checks.contains { $0.kind == .noFirstYear })
    let sums = results.compactMap(\.outcomes).map { $0.full + $0.advancedOnly + $0.preliminaryOnly + $0.none }
    #expect(sums.allSatisfy { isClose($0, 1) })
  }
}
