/// What each assumption moves: the chosen list's chance to match with one effect at the low and at the high end of its
/// range, over the same seasons as the headline, weighed the same, with all other effects as they are drawn there.
///
/// So where a chance rises or falls with an effect throughout, the headline lies between its two ends. The published
/// figures that the odds are anchored to are held; an anchor is moved by as much as it moves at the central values of all
/// effects. O(effects × rows × scenarios), rows that do not know the effect apart.
struct Sensitivities {
  let all: [ListResult.Sensitivity]

  init(_ report: ListReport, _ entries: [ListReport.Entry]) {
    let model = report.maker.report
    let effects = report.maker.request.effects
    let anchors = Anchors(model)
    let choices = report.selection.choices
    // By application, as the choices stand.
    var places = entries.makeIterator()
    let groups = choices.map { choice in choice.prospects.compactMap { _ in places.next() } }
    let known = groups.map { $0.reduce(into: Set<EffectName>()) { $0.formUnion(Self.effects(of: $1)) } }
    func chance(_ name: EffectName, _ value: Double) -> Double {
      let scaled = effects[name].scaled(value)
      let other = model.setting(name, to: scaled, anchors: anchors.moved(name, to: scaled))
      let isCommon = anchors.read.contains(name) || Self.common.contains(name)
      let all = choices.indices.flatMap { place in
        isCommon || known[place].contains(name) ? report.entries([choices[place]], in: other) : groups[place]
      }
      let matched = Outcome(
        rows: all.map(\.row), values: all.map(\.prospect.value), leads: all.map(\.isFirst),
        scenarios: model.scenarios.count, capacity: report.maker.request.profile.interviewCapacity, hasPrefixes: false
      ).matched
      return zip(matched, model.weights).reduce(0) { $0 + $1.0 * $1.1 } / Double(matched.count)
    }
    let all = known.reduce(into: anchors.read.union(Self.common)) { $0.formUnion($1) }
    let used = EffectName.allCases.filter {
      all.contains($0) && effects[$0].low < effects[$0].high && effects[$0].stage != .value
    }
    self.all =
      entries.isEmpty
      ? []
      : used.map { name in
        ListResult.Sensitivity(
          effect: name, atLow: chance(name, effects[name].low), atHigh: chance(name, effects[name].high))
      }.filter { $0.swing > 0.0005 }.sorted { ($0.swing, $1.effect.rawValue) > ($1.swing, $0.effect.rawValue) }
  }

  /// Effects that every row reads.
  private static let common: Set<EffectName> = [
    .programTasteSd, .baselineInterviews, .baselineSuccess, .strengthSd, .strengthCarry, .interviewDaySd,
    .specialtyShiftSd, .divisionShiftSd, .scoreUnknownSd, .comlexConcordanceSd, .step2Per10Points,
  ]

  /// Effects that one row reads beside those.
  private static func effects(of entry: ListReport.Entry) -> Set<EffectName> {
    let odds = entry.prospect.odds
    var names = Set((odds.interview + odds.geography + odds.match).map(\.effect))
    names.formUnion(odds.gates.map(\.share))
    names.formUnion([
      .exceptionRate, .geographyCap, .signal, .signalGold, .signalSilver, .noSignalLarge, .signalAfterInterview,
    ])
    return names
  }
}

/// How the anchors of a model move with one effect.
private struct Anchors {
  private let model: ChanceModel
  /// Effects that the anchors are made of.
  let read: Set<EffectName>
  private let center: [Anchor]

  init(_ model: ChanceModel) {
    self.model = model
    var read = Set<EffectName>()
    center = model.cohorts.map { cohort in
      Anchor(cohort) { name in
        read.insert(name)
        return model.effects[name].scaledValue
      }
    }
    self.read = read
  }

  /// By cohort and draw, as in the model, moved by what the effect's way to the value moves the anchors at the central
  /// values of all others: along two straight lines, through both ends of the range and its middle.
  func moved(_ name: EffectName, to value: Double) -> [[Anchor]] {
    guard read.contains(name) else { return model.anchors }
    let effect = model.effects[name]
    let (low, middle, high) = (effect.scaled(effect.low), effect.scaledValue, effect.scaled(effect.high))
    return model.cohorts.enumerated().map { plan, cohort in
      func solved(_ value: Double) -> Anchor {
        value == middle ? center[plan] : Anchor(cohort) { $0 == name ? value : model.effects[$0].scaledValue }
      }
      let (bottom, top) = (solved(low), solved(high))
      func between(_ value: Double, _ part: (Anchor) -> Double) -> Double {
        let (from, to, share) =
          value < middle
          ? (bottom, center[plan], (value - low) / (middle - low))
          : (center[plan], top, high > middle ? (value - middle) / (high - middle) : 0)
        return part(from) + share * (part(to) - part(from))
      }
      return model.anchors[plan].enumerated().map { draw, anchor in
        var anchor = anchor
        let drawn = model.scenarios.effect(name, draw: draw)
        anchor.interview += between(value, \.interview) - between(drawn, \.interview)
        anchor.match += between(value, \.match) - between(drawn, \.match)
        return anchor
      }
    }
  }
}
