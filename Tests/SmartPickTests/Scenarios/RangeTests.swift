import SmartPick
import Testing

/// The grid of effects by strengths tells what is unknown from what is luck.
@Suite struct `A range` {
  private func list(
    _ effects: Effects = .published, search: ListRequest.Grid = .init(draws: 8, strengths: 8),
    report: ListRequest.Grid = .init(draws: 16, strengths: 16), seed: UInt64 = 3
  ) throws -> ListResult {
    var random = Seeded(4)
    let profile = Samples.profile(&random, type: .usIMG, specialties: ["Internal Medicine"])
    var request = Samples.request(profile, Samples.programs(["Internal Medicine"], 25, &random), seed: seed)
    (request.effects, request.search, request.report) = (effects, search, report)
    return try ListMaker(request).list()
  }

  /// The published effects without any doubt about them.
  private var held: Effects {
    var effects = Effects.published
    for name in EffectName.allCases {
      effects.set(name, value: effects[name].value, low: effects[name].value, high: effects[name].value)
    }
    return effects
  }

  @Test func `closes as the doubt about the effects goes away`() throws {
    let (doubtful, sure) = (try list(), try list(held))
    #expect(sure.matchHigh - sure.matchLow < 0.7 * (doubtful.matchHigh - doubtful.matchLow))
    #expect(sure.matchHigh > sure.matchLow, "luck is left")
  }

  @Test func `holds the chance that many more scenarios find`() throws {
    let few = try list()
    let many = try list(report: .init(draws: 128, strengths: 32))
    #expect(few.matchLow <= many.matchProbability && many.matchProbability <= few.matchHigh)
    #expect((few.matchProbability - many.matchProbability).magnitude < 0.06)
  }

  @Test func `comes from scenarios that the search has not seen`() throws {
    // On the search's own scenarios a list looks better than it is; over several seeds the report must not.
    var total = 0.0
    for seed in 1...8 as ClosedRange<UInt64> {
      let list = try list(search: .init(draws: 4, strengths: 4), report: .init(draws: 64, strengths: 8), seed: seed)
      #expect(list.searchScenarios == 16 && list.reportScenarios == 512)
      #expect(list.value != list.searchValue)
      total += list.matchProbability
    }
    let truth = try list(report: .init(draws: 128, strengths: 32)).matchProbability
    #expect(total / 8 <= truth + 0.03)
  }

  @Test(arguments: [1, 2, 3, 1_000_000, UInt64.max])
  func `moves little with the seed`(seed: UInt64) throws {
    let (one, other) = (try list(), try list(seed: seed))
    #expect((one.matchProbability - other.matchProbability).magnitude < 0.1)
  }
}
