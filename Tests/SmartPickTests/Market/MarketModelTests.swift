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

  @Test(arguments: [UInt64(1), 2])
  func `counts every list once by the programs that lead it`(seed: UInt64) {
    let tally = small.draw(0, seed: seed)
    let longest = MarketTally.Runs.longest
    for group in 0..<5 {
      let cells = group * longest..<(group + 1) * longest
      let applicants = tally.lines.reduce(0) { $0 + $1.runs.applicants[cells].reduce(0, +) }
      #expect(applicants == tally.groups[group].active)
      let matched = tally.lines.reduce(0) { $0 + $1.runs.matched[cells].reduce(0, +) }
      #expect(matched <= tally.groups[group].matched && matched > 0)
      // No run is longer than its list.
      let ranks = tally.lines.reduce(0) { $0 + $1.runs.matchedSum[group] + $1.runs.unmatchedSum[group] }
      #expect(ranks >= applicants && ranks <= tally.groups[group].matchedRanks + tally.groups[group].unmatchedRanks)
    }
    for line in tally.lines {
      #expect(zip(line.runs.matched, line.runs.applicants).allSatisfy { $0 <= $1 })
      for group in 0..<5 {
        let cells = group * longest..<(group + 1) * longest
        #expect(line.runs.matched[cells].reduce(0, +) <= line.matched[group])
      }
    }
  }

  @Test func `fills no program beyond its positions and takes the open ones out of the whole`() {
    let tally = small.draw(1, seed: 4)
    let programs = [tally.filledPrograms, tally.unfilledPrograms]
    // Whole lists stand beside all positions, those that holders of advanced places take among them.
    #expect(programs.reduce(0) { $0 + $1.positions } == tally.lines.reduce(0) { $0 + $1.positions })
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

  @Test func `has more who rank a preliminary year in surgery where more rank both tracks, after the same interviews`()
  {
    let line = MarketSeason.year2025.lines.firstIndex { $0.name == "Surgery-General (preliminary)" } ?? 0
    let tallies = [0, 0.5, 1].map { share in
      var parameters = CalibratedMarket.shipped.parameters
      parameters.preliminaryTrack = share
      return MarketModel(.year2025, parameters, scale: 0.1).draw(0, seed: 7)
    }
    for (fewer, more) in zip(tallies, tallies.dropFirst()) {
      #expect(fewer.groups.map(\.active) == more.groups.map(\.active))
      #expect(fewer.lines[line].ranking.reduce(0, +) < more.lines[line].ranking.reduce(0, +))
      #expect(fewer.lines[line].filled <= more.lines[line].filled)
      let ranks = [fewer, more].map { tally in tally.groups.reduce(0) { $0 + $1.matchedRanks + $1.unmatchedRanks } }
      #expect(ranks[0] < ranks[1])
    }
  }

  @Test func `counts the candidates for advanced places on the lists of preliminary programs alone`() {
    var parameters = CalibratedMarket.shipped.parameters
    parameters.preliminaryInterviews = 1
    let fewer = MarketModel(.year2025, parameters, scale: 0.1).draw(0, seed: 8)
    let more = small.draw(0, seed: 8)
    #expect(fewer.groups == more.groups)
    for (index, line) in MarketSeason.year2025.lines.enumerated() {
      let ranks = [fewer, more].map { $0.lines[index].filledPrograms.ranks + $0.lines[index].unfilledPrograms.ranks }
      let hasGuests = line.isPreliminary && line.specialty != "Surgery-General" && line.positions > 100
      #expect(hasGuests ? ranks[0] < ranks[1] : ranks[0] <= ranks[1], "\(line.name)")
      if !line.isPreliminary { #expect(ranks[0] == ranks[1], "\(line.name)") }
    }
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `gathers the open positions of preliminary medicine and transitional years in a few programs`(seed: UInt64) {
    // In 2025 they were in 100 of 544 programs; spread evenly they would be in half.
    let tally = small.draw(0, seed: seed)
    let lines = MarketSeason.year2025.lines.indices.filter {
      ["Internal Medicine (preliminary)", "Transitional Year"].contains(MarketSeason.year2025.lines[$0].name)
    }
    let open = lines.reduce(0) { $0 + tally.lines[$1].unfilledPrograms.count }
    let all = lines.reduce(open) { $0 + tally.lines[$1].filledPrograms.count }
    #expect(0.08...0.32 ~= Double(open) / Double(all), "\(open) of \(all)")
  }

  @Test func `gives longer lists to programs that did not fill where the less sought are more open`() {
    let ranks = [0.0, -0.8].map { correlation in
      var parameters = CalibratedMarket.shipped.parameters
      parameters.opennessQuality = correlation
      let model = MarketModel(.year2025, parameters, scale: 0.2)
      return (0..<2).reduce(0) { $0 + model.draw($1, seed: 9).unfilledPrograms.ranksPerPosition }
    }
    #expect(ranks[0] < ranks[1], "\(ranks)")
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
