import SmartPick
import Testing

/// A tenth of the country: a tenth of a second for each draw.
private let small = MarketModel(.year2025, CalibratedMarket.shipped.parameters, scale: 0.1)

@Suite struct `The simulated season` {
  @Test(arguments: [UInt64(1), 2, 3])
  func `keeps every count within what it is part of`(seed: UInt64) {
    let tally = small.draw(0, seed: seed)
    for group in tally.groups {
      #expect(group.matched <= group.active && group.active <= group.registered && group.firstChoice <= group.matched)
      #expect(group.matchedRanks >= group.matched && group.unmatchedRanks >= group.active - group.matched)
    }
    for line in tally.lines {
      #expect(line.filled <= line.positions)
      for group in 0..<5 { #expect(line.preferringMatched[group] <= line.preferring[group]) }
      #expect(zip(line.preferringMatched, line.matched).allSatisfy { $0 <= $1 })
    }
    // Nobody is matched who is not counted in a line, and nobody twice.
    for group in 0..<5 {
      #expect(tally.groups[group].matched == tally.lines.reduce(0) { $0 + $1.matched[group] })
      #expect(tally.groups[group].active == tally.lines.reduce(0) { $0 + $1.preferring[group] })
    }
  }

  @Test func `fills no program beyond its positions and takes the open ones out of the whole`() {
    let tally = small.draw(1, seed: 4)
    let programs = [tally.filledPrograms, tally.unfilledPrograms]
    #expect(programs.reduce(0) { $0 + $1.positions } <= tally.lines.reduce(0) { $0 + $1.positions })
    let open = tally.lines.reduce(0) { $0 + $1.positions - $1.filled }
    #expect(open > 0 && open <= tally.unfilledPrograms.positions)
    #expect(tally.filledPrograms.ranksPerPosition > tally.unfilledPrograms.ranksPerPosition)
  }

  @Test func `is the same for any number of threads, and another for another seed`() async {
    let one = await small.draws(4, seed: 9, threads: 1)
    let three = await small.draws(4, seed: 9, threads: 3)
    #expect(one == three)
    #expect(one[2] == small.draw(2, seed: 9))
    #expect(one[0] != one[1])
    #expect(small.draw(0, seed: 10) != one[0])
  }

  @Test func `matches more people where more want fewer positions less`() async {
    // The same applicants, strengths and luck; half as many again, or fewer, of them.
    var rates: [Double] = []
    for crowd in [0.8, 1, 1.25] {
      var parameters = CalibratedMarket.shipped.parameters
      parameters.registered = parameters.registered.map { $0 * crowd }
      let tally = MarketModel(.year2025, parameters, scale: 0.1).draw(0, seed: 5)
      let active = tally.groups.reduce(0) { $0 + $1.active }
      rates.append(Double(tally.groups.reduce(0) { $0 + $1.matched }) / Double(active))
    }
    #expect(rates[0] > rates[1] && rates[1] > rates[2], "\(rates)")
  }

  @Test func `favors a group that is stronger`() {
    let before = small.draw(0, seed: 6)
    var parameters = CalibratedMarket.shipped.parameters
    parameters.strength[3] += 0.5
    let after = MarketModel(.year2025, parameters, scale: 0.1).draw(0, seed: 6)
    #expect(after.groups[3].matchRate > before.groups[3].matchRate + 3)
    #expect(after.groups[0].matchRate < before.groups[0].matchRate)
  }

  @Test func `leaves more positions open where a floor is higher`() {
    var parameters = CalibratedMarket.shipped.parameters
    parameters.floor["Family Medicine", default: 0] += 0.5
    let line = MarketSeason.year2025.lines.firstIndex { $0.name == "Family Medicine" } ?? 0
    let after = MarketModel(.year2025, parameters, scale: 0.1).draw(0, seed: 6)
    #expect(after.lines[line].fill < small.draw(0, seed: 6).lines[line].fill - 2)
  }

  @Test func `comes from published numbers that add up`() {
    let season = MarketSeason.year2025
    // 43,218 positions less those reserved for physicians.
    let reserved = MarketFigures.published.specialties.compactMap {
      MarketFigures.published.positions($0, .reserved)?.value
    }
    #expect(Double(season.positions) + reserved.reduce(0, +) == 43_218)
    #expect(season.active.reduce(0) { $0 + $1.value } == 47_208)
    #expect(MarketSeason.year2024.active.reduce(0) { $0 + $1.value } == 44_853)
    #expect(MarketSeason.year2024.positions < season.positions)
    #expect(MarketSeason.shipped(1999) == nil)
  }
}
