/// What each assumption moves: the chosen list's chance to match with one effect at the low and at the high end of its
/// range and all others at their values, the cohort's published figures held.
struct Sensitivities {
  let all: [ListResult.Sensitivity]

  init(_ maker: ListMaker, _ entries: [ListReport.Entry]) {
    guard !entries.isEmpty else {
      all = []
      return
    }
    let effects = maker.request.effects
    let central = Dictionary(uniqueKeysWithValues: EffectName.allCases.map { ($0, effects[$0].value) })
    // Most effects do not enter the anchors, which are then those of the central values.
    var read = Set<EffectName>()
    let anchors = maker.found.cohorts.map { cohort in
      [
        Anchor(cohort) { name in
          read.insert(name)
          return effects[name].scaled(effects[name].value)
        }
      ]
    }
    func chance(_ name: EffectName, _ value: Double) -> Double {
      var pinned = central
      pinned[name] = value
      var model = ChanceModel(
        ScenarioSet(
          effects, draws: 1, strengths: 64, specialties: maker.found.cohorts.count, seed: maker.request.seed,
          pinned: pinned), effects: effects, cohorts: maker.found.cohorts,
        anchors: read.contains(name) ? nil : anchors)
      let sent = entries.map(\.prospect).filter { $0.status != .open }
      model.condition(on: sent.map { ($0, model.row($0, signal: $0.status.signal ?? .none)) })
      var total = 0.0
      var left = [Double](repeating: 1, count: 64)
      for entry in entries {
        let row = model.answered(
          model.row(entry.prospect, signal: entry.choice.signal), entry.prospect, someInvited: maker.someInvited)
        // A further track of the same application adds nothing of its own here.
        if entry.isFirst { for c in left.indices { left[c] *= 1 - row.obtained(c) } }
      }
      for c in left.indices { total += model.weights[c] * (1 - left[c]) }
      return total / 64
    }
    let used = EffectName.allCases.filter { effects[$0].low < effects[$0].high && effects[$0].stage != .value }
    all = used.map { name in
      ListResult.Sensitivity(
        effect: name, atLow: chance(name, effects[name].low), atHigh: chance(name, effects[name].high))
    }.filter { $0.swing > 0.0005 }.sorted { ($0.swing, $1.effect.rawValue) > ($1.swing, $0.effect.rawValue) }
  }
}
