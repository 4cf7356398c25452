import Matching
import Testing

@Suite struct `An explanation` {
  /// The NRMP's example, by name.
  static func example() throws -> Outcome {
    var builder = MarketBuilder()
    var row = 1
    for program in Published.nrmp.programs {
      builder.addProgram(program.name, quota: program.quota, row: row)
      for (rank, applicant) in program.ranking.split(separator: " ").enumerated() {
        row += 1
        builder.addRanking(program: program.name, rank: rank + 1, applicant: String(applicant), row: row)
      }
    }
    for applicant in Published.nrmp.applicants {
      for (rank, program) in applicant.list.split(separator: " ").enumerated() {
        row += 1
        builder.addChoice(applicant: applicant.name, rank: rank + 1, program: String(program), row: row)
      }
    }
    return try builder.build().match()
  }

  @Test func `says why a higher choice was not matched`() throws {
    let outcome = try Self.example()
    let names = outcome.market.applicantNames
    let joseph = outcome.explanation(ofApplicant: try #require(names.firstIndex(of: "Joseph")))
    #expect(
      joseph.lines.map(\.sentence) == [
        "City filled its 2 positions with applicants that it ranked higher.", "General is the match.",
      ])
    #expect(joseph.summary == "Joseph matched at General, choice 2; the higher choice had no room.")
    let latha = outcome.explanation(ofApplicant: try #require(names.firstIndex(of: "Latha")))
    #expect(latha.lines.map(\.reason) == [.notRanked, .filledHigher(positions: 2), .matched])
    #expect(latha.lines.first?.sentence == "Mercy did not rank this applicant.")
    let arthur = outcome.explanation(ofApplicant: try #require(names.firstIndex(of: "Arthur")))
    #expect(arthur.summary == "Arthur matched at City, the first choice.")
  }

  @Test func `never finds a program that would take them in a stable match`() {
    for seed in 0..<UInt64(3) {
      let outcome = Market(Season(applicants: 500, couples: 0.04, seed: seed).lists).match()
      guard outcome.isStable else { continue }
      for explanation in outcome.explanations(of: 0..<500) {
        #expect(!explanation.lines.contains { $0.reason == .blocking })
        #expect(explanation.lines.dropLast().allSatisfy { $0.reason != .matched })
      }
    }
  }

  @Test func `names the blocking pair of a match that is not stable`() {
    let outcome = Market(Published.coupleWithout.lists).match()
    let reasons = outcome.explanations(of: 0..<3).flatMap(\.lines).map(\.reason)
    #expect(reasons.contains(.blocking))
    #expect(outcome.blockingPairs.allSatisfy { outcome.market.sentence($0).hasSuffix("which would take them.") })
  }

  @Test func `tells a couple which program refused`() {
    let outcome = Market(Published.coupleTogether.lists).match()
    let explanation = outcome.explanation(ofApplicant: 2)
    #expect(explanation.lines.map(\.reason) == [.filledHigherThanBoth(positions: 2)])
    #expect(explanation == outcome.explanation(ofApplicant: 3))
  }
}

@Suite struct `A trace` {
  @Test func `tells the NRMP's example step by step`() throws {
    let trace = MatchTrace(try `An explanation`.example().market)
    #expect(
      trace.sentences.prefix(5) == [
        "Arthur asks City for a position.", "City holds Arthur, for now.", "Sunny asks City for a position.",
        "City holds Sunny, for now.", "Joseph asks City for a position.",
      ])
    #expect(trace.sentences.contains("City bumps Sunny for an applicant that it ranked higher."))
    #expect(trace.outcome.isStable && !trace.isCut)
  }

  @Test(arguments: Published.all)
  func `ends where the match ends`(published: Published) {
    let market = Market(published.lists)
    let trace = MatchTrace(market)
    let held = trace.held(after: trace.steps.count)
    var expected = [[Int]](repeating: [], count: market.programCount)
    for (applicant, placement) in trace.outcome.placements.enumerated() {
      if let program = placement?.program { expected[program].append(applicant) }
    }
    #expect(held.map { $0.sorted() } == expected)
    if published.couples.isEmpty { #expect(trace.outcome.placements == market.match().placements) }
    #expect(trace.outcome.isStable == (published.stableCount != 0))
    #expect(trace.steps.contains { if case .loop = $0 { true } else { false } } == (published.stableCount == 0))
  }

}
