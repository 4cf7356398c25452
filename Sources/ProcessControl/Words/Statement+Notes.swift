extension Statement {
  /// What was left out, and what the chart cannot show.
  var notes: [String] {
    var all: [String] = []
    let excluded = chart.points.indices.filter { !chart.points[$0].isIncluded }
    if !excluded.isEmpty {
      let beyond = excluded.filter { chart.points[$0].isBeyondLimits }.count
      let also = beyond == 0 ? "" : "; \(beyond == 1 ? "one lies" : "\(beyond) lie") beyond the limits"
      all.append(
        "\(Wording.count(excluded.count, noun)) \(excluded.count == 1 ? "is" : "are") shown but excluded\(also).")
    }
    let screened = chart.phases.map(\.screenedRanges).reduce(0, +)
    if screened > 0 {
      all.append(
        "\(Wording.count(screened, "outlying moving range")) \(screened == 1 ? "was" : "were") left out of the limits.")
    }
    let gaps = chart.points.count { $0.drawn.isNaN } - (chart.kind == .mr ? chart.phases.count : 0)
    if gaps > 0 {
      all.append(
        "\(Wording.count(gaps, noun)) \(gaps == 1 ? "has" : "have") no value and \(gaps == 1 ? "is a gap" : "are gaps")."
      )
      if chart.request.rules == .anhoej, chart.kind != .mr, chart.phases.contains(where: { $0.n >= 8 }) {
        all.append("Runs go on across a gap: it neither lengthens nor breaks them.")
      }
    }
    return all
  }

  /// Variation and assurance of Making Data Count.
  var outlook: [String] {
    guard chart.points.count(where: { $0.isIncluded && !$0.drawn.isNaN }) >= Statement.fewestForVerdict else {
      return []
    }
    var all: [String] = []
    switch chart.variation {
    case .commonCause: all.append("The last \(noun) shows common cause variation.")
    case .improvement: all.append("The last \(noun) belongs to a signal in the better direction.")
    case .concern: all.append("The last \(noun) belongs to a signal in the worse direction.")
    case .high: all.append("The last \(noun) belongs to a signal upward.")
    case .low: all.append("The last \(noun) belongs to a signal downward.")
    case nil: break
    }
    guard let target = chart.request.target else { return all }
    switch chart.assurance {
    case .pass: all.append("If nothing changes, the target of \(value(target)) will be met.")
    case .fail: all.append("If nothing changes, the target of \(value(target)) will not be met.")
    case .hitAndMiss:
      all.append("If nothing changes, the target of \(value(target)) will be met at times and missed at times.")
    case nil: break
    }
    return all
  }

  /// How often the rules alarm when nothing has changed, as far as that is known.
  var alarms: [String] {
    let known = chart.phases.indices.compactMap { number in
      chart.phases[number].n < Statement.fewestForVerdict ? nil : chart.falseAlarms(inPhase: number)
    }
    guard let first = known.first else { return [] }
    let isOne = chart.request.rules == .threeSigma || chart.kind == .run || chart.kind == .g
    let rule = isOne ? "This rule alarms" : "These rules alarm"
    guard chart.phases.count > 1 else {
      return [
        "\(rule) in \(Wording.chance(first.once)) unchanged charts of this length.",
        "Looking after every new \(noun), \(isOne ? "it does" : "they do") in \(Wording.chance(first.everyPoint)).",
      ]
    }
    let each = known.map { Wording.chance($0.once) }.joined(separator: ", ")
    return ["\(rule) in \(each) unchanged phases of these lengths."]
  }
}
