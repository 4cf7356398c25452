extension ControlChart {
  /// Refuses numbers that a chart cannot mean. Complexity: O(points)
  static func check(_ groups: Subgroups, _ kind: ChartKind, hasDenominators: Bool) throws(ChartError) {
    if kind.needsDenominators, !hasDenominators, groups.count > 0 { throw .denominatorsNeeded(chart: kind) }
    if kind == .xbar || kind == .s, !groups.isRepeated, groups.count > 0 { throw .subgroupsNeeded(chart: kind) }
    let isShare = kind == .p || kind == .pprime
    let isCount = kind == .c || kind == .g || kind.needsDenominators
    for index in groups.places.indices {
      let sum = groups.sums[index]
      let weight = groups.weights[index]
      guard !sum.isNaN else { continue }
      if isCount && sum < 0 || kind == .t && sum <= 0 {
        throw .impossibleValue(place: groups.places[index], value: sum, chart: kind)
      }
      guard hasDenominators, kind != .c, kind != .g, kind != .t else { continue }
      if weight == 0, sum != 0 { throw .eventsWithoutDenominator(place: groups.places[index], events: sum) }
      if isShare, sum > weight {
        throw .numeratorExceedsDenominator(place: groups.places[index], numerator: sum, denominator: weight)
      }
    }
  }

  /// The period whose neighbors the dates are, one after the other; nil when there is none.
  static func rhythm(of places: [Place]) -> Period? {
    guard places.count > 1, case .time(let first, 0) = places[0], case .time(let second, 0) = places[1] else {
      return nil
    }
    let candidate: Period
    switch Int(second.number) - Int(first.number) {
    case 1: candidate = .day
    case 7: candidate = .week
    case 28...31: candidate = .month
    case 90...92: candidate = .quarter
    case 365, 366: candidate = .year
    default: return nil
    }
    var last: Int?
    let offset = candidate == .week ? Int(first.number) : 0
    for place in places {
      guard case .time(let day, 0) = place else { return nil }
      let index =
        candidate == .week
        ? (Int(day.number) - offset) % 7 == 0 ? (Int(day.number) - offset) / 7 : Int.max : candidate.index(of: day)
      if let last, index != last + 1 { return nil }
      last = index
    }
    return candidate
  }
}
