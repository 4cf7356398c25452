import SmartPick
import Testing

/// Numbers of a list, each found again in a way that shares none of its steps: by trying every set of places, by making
/// the list again with the answer filled in, by making it again under the changed assumption.
@Suite struct `A list's numbers, found in a second way` {
  /// Six programs without institutions or signals, all of which the list takes; some do not say whether they sponsor.
  private func request(_ seed: UInt64, pinning effects: Effects = .published) -> ListRequest {
    var random = Seeded(seed)
    let profile = Samples.profile(&random, type: .nonUSIMG, specialties: ["Internal Medicine"])
    var programs = Samples.programs(["Internal Medicine"], 6, &random)
    for index in programs.indices {
      (programs[index].institution, programs[index].signals) = (nil, false)
      programs[index].visa = index < 3 ? nil : .both
      programs[index].maxYearsSinceGraduation = Program.noLimit
    }
    var request = Samples.request(profile, programs, seed: seed)
    request.effects = effects
    request.minimumGain = 0
    return request
  }

  @Test(arguments: [81, 82, 83] as [UInt64])
  func `are the chance to match, and at each place, over every set of places`(seed: UInt64) throws {
    var request = request(seed)
    request.profile.ambition = 0.7
    request.profile.preferences.loved = [request.programs[4].code]
    let maker = try ListMaker(request)
    let list = try maker.list()
    let (weights, chances) = maker.scenarios(of: list)
    let rows = list.rows
    #expect(rows.count >= 4)
    var match = 0.0
    var here = [Double](repeating: 0, count: rows.count)
    for set in 1..<(1 << rows.count) {
      let got = rows.indices.filter { set >> $0 & 1 == 1 }
      // The best place obtained; of equal ones that which stands first.
      let best = try #require(got.max { (rows[$0].value, -$0) < (rows[$1].value, -$1) })
      for c in weights.indices {
        var likely = weights[c] / Double(weights.count)
        for (place, row) in rows.enumerated() {
          let chance = try #require(chances[row.program.code])[c]
          likely *= set >> place & 1 == 1 ? chance : 1 - chance
        }
        match += likely
        here[best] += likely
      }
    }
    #expect(isClose(list.matchProbability, match, 1e-9))
    for (row, chance) in zip(rows, here) { #expect(isClose(row.match, chance, 1e-9), "\(row.order)") }
  }

  @Test(arguments: [84, 85] as [UInt64])
  func `are what an answer adds, with the answer filled in`(seed: UInt64) throws {
    let request = request(seed)
    let list = try ListMaker(request).list()
    let questions = list.questions.filter { $0.field == .visa }
    #expect(questions.count >= 2)
    for question in questions {
      var answered = request
      let place = try #require(answered.programs.firstIndex { $0.code == question.program.code })
      answered.programs[place].visa = .both
      let then = try ListMaker(answered).list()
      #expect(Set(then.rows.map(\.program.code)) == Set(list.rows.map(\.program.code)) && then.rows.count == 6)
      let gain = then.matchProbability - list.matchProbability
      #expect(isClose(gain, question.gainIfFavorable, 1e-9) && gain > 0)
    }
  }

  @Test func `are what an assumption moves, with the list made again under it`() throws {
    let list = try ListMaker(request(86)).list()
    /// The same list in the same seasons, where one assumption is certain and at the end of its range.
    func chance(_ changed: EffectName, _ value: Double) throws -> Double {
      var effects = Effects.published
      effects.set(changed, value: value, low: value, high: value)
      let list = try ListMaker(request(86, pinning: effects)).list()
      #expect(list.rows.count == 6)
      return list.matchProbability
    }
    #expect(list.sensitivity.count >= 6)
    // There the anchors are found anew in every draw; a sensitivity moves them along two lines.
    for item in list.sensitivity {
      let effect = Effects.published[item.effect]
      #expect(try isClose(chance(item.effect, effect.low), item.atLow, 0.01), "\(item.effect) low")
      #expect(try isClose(chance(item.effect, effect.high), item.atHigh, 0.01), "\(item.effect) high")
    }
  }
}
