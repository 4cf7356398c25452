extension MarketParameters {
  /// Where calibration begins: demand from the published shares of the matched and the rates of those who prefer a
  /// specialty, and for the lines that fill almost wholly no floor.
  public static func start(_ season: MarketSeason) -> MarketParameters {
    var parameters = MarketParameters()
    let figures = MarketFigures.published
    for line in season.lines {
      // Most preliminary positions go with an advanced one; few look for nothing else.
      let own = line.isPreliminary && line.specialty != "Surgery-General" ? 0.12 : 1
      let filled = own * Double(line.positions - line.unfilled)
      let track: MarketTrack = line.isPreliminary ? .preliminary : .categorical
      parameters.demand[line.name] = MarketGroup.allCases.map { group in
        let share = group.types.reduce(0) { $0 + figures.matchedShare(line.specialty, $1, track).value } / 100
        let rate =
          line.isPreliminary
          ? season.matchRates[group.position].value
          : figures.preferredMatchRate(line.specialty, group.types[0]).value
        return filled * max(share, 0.001) / max(10, rate) * 100
      }
      if line.fill < 98.5 { parameters.floor[line.name] = line.isPreliminary ? 1.5 : 0.8 }
    }
    parameters.normalizeDemand()
    return parameters
  }

  /// Makes the shares of each group sum to 1.
  mutating func normalizeDemand() {
    for group in MarketGroup.allCases.indices {
      let sum = demand.keys.sorted().reduce(0) { $0 + demand[$1, default: []][group] }
      for line in demand.keys { demand[line]?[group] /= sum }
    }
  }
}
