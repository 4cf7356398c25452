import Foundation
import SmartPick
import Testing

@Suite struct `What a list leads to` {
  @Test(arguments: [51, 52, 53, 54, 55, 56] as [UInt64])
  func `is no better than separate chances would say`(seed: UInt64) throws {
    var random = Seeded(seed)
    let type = ApplicantType.allCases[Int(seed) % 6]
    let profile = Samples.profile(&random, type: type, specialties: ["Internal Medicine"])
    var programs = Samples.programs(["Internal Medicine"], 25, &random)
    for index in programs.indices {
      programs[index].institution = nil
      programs[index].signals = false
    }
    var request = Samples.request(profile, programs, seed: seed)
    // Effects held, so that what is left, strength, days and shifts, moves all chances one way.
    for name in EffectName.allCases {
      let value = request.effects[name].value
      request.effects.set(name, value: value, low: value, high: value)
    }
    request.report = .init(draws: 1, strengths: 512)
    let maker = try ListMaker(request)
    let list = try maker.list()
    var product = 1.0
    for row in list.rows {
      let explanation = try #require(maker.explanation(of: row.program.code, in: list))
      product *= 1 - explanation.interview * explanation.afterInterview
    }
    #expect(list.unmatchedProbability >= product)
    #expect(list.matchProbability < (1 - product) * 0.99, "what is common to all programs is worth seeing")
  }

  @Test(arguments: ["Anesthesiology", "Neurology", "Dermatology", "Radiology-Diagnostic"], [61, 62] as [UInt64])
  func `divides into full, advanced only and none where places are advanced`(specialty: String, seed: UInt64) throws {
    var random = Seeded(seed)
    var profile = Samples.profile(&random, type: .usMDSenior, specialties: [specialty])
    profile.budget = 500
    let advanced = Samples.practice.filter { $0.specialty == specialty && $0.track == .advanced }
    let first = Samples.practice.filter { $0.track == .preliminary }.shuffled(using: &random)
    let places = Array(advanced.shuffled(using: &random).prefix(25))
    let list = try Samples.list(profile, places + first.prefix(40), seed: seed)
    let outcomes = try #require(list.outcomes)
    let years = list.rows.filter(\.isPreliminary)
    #expect(isClose(outcomes.full + outcomes.advancedOnly + outcomes.none, 1) && outcomes.full > 0)
    #expect(!years.isEmpty && list.fees <= 500)
    #expect(years.allSatisfy { $0.program.track == .preliminary && $0.gain == 0 && $0.fee > 0 })
    #expect(list.rows.prefix(list.rows.count - years.count).allSatisfy { !$0.isPreliminary }, "they stand last")
    // Without any first year nothing is full, and that is said.
    let bare = try Samples.list(profile, places, seed: seed)
    #expect(bare.rows.allSatisfy { !$0.isPreliminary } && bare.notes.contains { $0.contains("no preliminary") })
    if let alone = bare.outcomes { #expect(alone.full == 0) }
    // More first years never hurt.
    profile.budget = nil
    let rich = try Samples.list(profile, places + first, seed: seed)
    #expect((rich.outcomes?.full ?? 0) >= outcomes.full - 0.01)
  }

  @Test func `shares one budget between two specialties`() throws {
    var random = Seeded(71)
    let names = ["Internal Medicine", "Psychiatry"]
    var profile = Samples.profile(&random, type: .usIMG, specialties: names)
    profile.budget = 160
    let programs = Samples.programs(names, 40, &random)
    let both = try Samples.list(profile, programs)
    #expect(both.fees <= 160 && both.plans.count == 2 && both.plans.allSatisfy { $0.applications > 0 })
    profile.specialties.removeLast()
    let one = try Samples.list(profile, programs)
    #expect(both.searchValue >= one.searchValue - 0.004, "a second plan is a choice, not a duty")
    #expect(both.plans[0].fees <= one.fees)
  }

  @Test func `has the same bytes for the same seed, alone or beside other work`() async throws {
    func bytes(_ test: `A list agrees with itself`.Case, _ seed: UInt64) throws -> [UInt8] {
      let list = try ListMaker(`A list agrees with itself`.request(test, seed)).list()
      let encoder = JSONEncoder()
      encoder.outputFormatting = .sortedKeys
      return Array(try encoder.encode(ListDocument(list))) + list.rows.flatMap { RowDocument($0).cells.joined().utf8 }
    }
    for (index, test) in `A list agrees with itself`.cases.enumerated() {
      let seed = UInt64(80 + index)
      let alone = try bytes(test, seed)
      let beside = try await withThrowingTaskGroup(of: [UInt8].self) { group in
        for _ in 0..<2 { group.addTask { try bytes(test, seed) } }
        return try await group.reduce(into: [[UInt8]]()) { $0.append($1) }
      }
      #expect(beside == [alone, alone], "\(test.name)")
      #expect(try bytes(test, seed + 1000) != alone)
    }
  }
}

@Suite struct `A specialty of another calendar` {
  private func profile(_ names: [String]) -> Profile {
    var random = Seeded(91)
    return Samples.profile(&random, type: .usMDSenior, specialties: names)
  }

  @Test(arguments: ["Ophthalmology", "Military"])
  func `is refused in a sentence, and noted beside a plan that goes on`(name: String) throws {
    let problem = #expect(throws: ListProblem.self) { try Samples.list(profile([name]), Samples.practice) }
    guard case .refusedSpecialty(let sentence)? = problem else {
      Issue.record("refused, not \(String(describing: problem))")
      return
    }
    #expect(sentence == Season.latest.calendarNote(name)?.sentence)
    var random = Seeded(92)
    let programs = Samples.programs(["Internal Medicine"], 20, &random)
    let list = try Samples.list(profile([name, "Internal Medicine"]), programs)
    #expect(list.notes.contains(sentence) && !list.rows.isEmpty)
  }

  @Test func `is named where it is handled, with or without programs`() throws {
    let sentence = try #require(Season.latest.calendarNote("Urology")?.sentence)
    var programs = (0..<10).map { Program(code: "URO\($0)", name: "Urology \($0)", specialty: "Urology") }
    let list = try Samples.list(profile(["Urology"]), programs)
    #expect(list.notes.contains(sentence) && !list.rows.isEmpty)
    programs = Samples.practice.filter { $0.specialty == "Internal Medicine" }
    let problem = #expect(throws: ListProblem.self) { try Samples.list(profile(["Urology"]), programs) }
    #expect(problem?.description.contains(sentence) == true)
  }

  @Test func `that nobody knows is refused with what the catalog has`() throws {
    var random = Seeded(93)
    let programs = Samples.programs(["Internal Medicine"], 3, &random)
    let problem = #expect(throws: ListProblem.self) { try Samples.list(profile(["Cosmic Medicine"]), programs) }
    #expect(problem?.description.contains("It has Internal Medicine") == true)
    #expect(throws: ListProblem.noSpecialty) { try Samples.list(profile([]), programs) }
  }
}
