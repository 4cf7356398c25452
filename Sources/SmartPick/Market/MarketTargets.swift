internal import RealModule

/// The published totals of a season, and how far a mean of draws is from them.
struct MarketTargets: Sendable {
  let season: MarketSeason
  /// Mean lengths of rank order lists by group, matched and unmatched.
  let lengths: [(matched: Figure, unmatched: Figure)]
  /// Shares of the matched by line and group; they sum to 1.
  let mix: [[Double]]
  /// Share of US MD seniors who prefer the line and match in it, where published and not of low trust.
  let preferred: [Double?]
  /// The line of preliminary years in surgery.
  let surgeryYear: Int?
  /// Ranks for each position at programs that filled; NRMP's report on rank order lists, 2024.
  static let filledRanks = Figure(
    value: 12.76, year: 2024,
    source: "NRMP, Impact of Length of Rank Order List on Match Results: 2006-2025 (March 2025)", trust: .high)
  /// Ranks for each position at programs that did not fill.
  static let unfilledRanks = Figure(
    value: 8.73, year: 2024,
    source: "NRMP, Impact of Length of Rank Order List on Match Results: 2006-2025 (March 2025)", trust: .high)
  /// Applicants with a preliminary year in surgery on their list.
  static let surgeryYearApplicants = Figure(
    value: 2229, year: 2025,
    source: "NRMP, Results and Data: 2025 Main Residency Match, Table 1 (May 2025)", trust: .medium,
    note: "as transcribed by others; the matches of the same table agree with the official ones")
  /// Percent of programs that did not fill.
  static let unfilledPrograms = Figure(
    value: 12.3, year: 2024,
    source: "NRMP, Impact of Length of Rank Order List on Match Results: 2006-2025 (March 2025)", trust: .high)

  init(_ season: MarketSeason, figures: MarketFigures = .published) {
    self.season = season
    lengths = MarketGroup.allCases.map { group in
      (
        figures.rankListLength(group.types[0], matched: true), figures.rankListLength(group.types[0], matched: false)
      )
    }
    mix = season.lines.map { line in
      let track: MarketTrack = line.isPreliminary ? .preliminary : .categorical
      let shares = MarketGroup.allCases.map { group in
        group.types.reduce(0) { $0 + figures.matchedShare(line.specialty, $1, track).value }
      }
      let sum = shares.reduce(0, +)
      return shares.map { $0 / sum }
    }
    surgeryYear = season.lines.firstIndex { $0.name == MarketSeason.name("Surgery-General", true) }
    preferred = season.lines.map { line in
      let figure = figures.preferredMatchRate(line.specialty, .usMDSenior)
      guard !line.isPreliminary, figure.scope == .exact, figure.trust != .low else { return nil }
      return figure.value / 100
    }
  }

  /// Half the sum of squares, those of the lines included.
  func cost(_ means: MarketMeans) -> Double {
    var sum = residuals(means).reduce(0) { $0 + $1 * $1 }
    for (index, line) in season.lines.enumerated() {
      let found = means.lines[index]
      let tolerable = max(1.5, 100 / Double(line.positions))
      sum += .pow((found.fill - line.fill) / tolerable, 2)
      if let wanted = preferred[index], found.preferring[0] > 20 {
        sum += .pow(100 * (found.preferringMatched[0] / found.preferring[0] - wanted) / 3, 2)
      }
    }
    return 0.5 * sum
  }

  /// Differences in units of what is tolerable, 18 by group and three for all.
  func residuals(_ means: MarketMeans) -> [Double] {
    var all: [Double] = []
    for group in MarketGroup.allCases.indices {
      let found = means.groups[group]
      all.append((found.matchRate - season.matchRates[group].value) / 0.5)
      all.append(100 * .log(found.active / (season.active[group].value * means.scale)) / 0.5)
      // Nothing is published about the lists of prior graduates.
      guard group != MarketGroup.priorGraduate.position else { continue }
      all.append((found.matchedLength - lengths[group].matched.value) / 0.3)
      all.append((found.unmatchedLength - lengths[group].unmatched.value) / 0.3)
    }
    all.append((means.filledRanks - Self.filledRanks.value) / 0.3)
    all.append((means.unfilledRanks - Self.unfilledRanks.value) / 0.7)
    if let surgeryYear {
      let ranking = means.lines[surgeryYear].ranking
      all.append(100 * .log(max(1, ranking) / (Self.surgeryYearApplicants.value * means.scale)) / 10)
    }
    return all
  }
}

/// Means over draws of what is compared.
struct MarketMeans: Sendable {
  struct Group: Sendable {
    var matchRate = 0.0
    var active = 0.0
    var matchedLength = 0.0
    var unmatchedLength = 0.0
  }

  struct Line: Sendable {
    var fill = 0.0
    var matched = [Double](repeating: 0, count: 5)
    var preferring = [Double](repeating: 0, count: 5)
    var preferringMatched = [Double](repeating: 0, count: 5)
    /// Applicants of all groups with the line on their list.
    var ranking = 0.0
  }

  private(set) var groups = [Group](repeating: Group(), count: 5)
  private(set) var lines: [Line]
  private(set) var filledRanks = 0.0
  private(set) var unfilledRanks = 0.0
  /// The share of the country that was simulated, from the positions.
  let scale: Double

  init(_ tallies: [MarketTally], scale: Double = 1) {
    self.scale = scale
    lines = [Line](repeating: Line(), count: tallies[0].lines.count)
    let weight = 1 / Double(tallies.count)
    for tally in tallies {
      for (index, group) in tally.groups.enumerated() {
        groups[index].matchRate += weight * group.matchRate
        groups[index].active += weight * Double(group.active)
        groups[index].matchedLength += weight * group.matchedLength
        groups[index].unmatchedLength += weight * group.unmatchedLength
      }
      for (index, line) in tally.lines.enumerated() {
        lines[index].fill += weight * line.fill
        lines[index].ranking += weight * Double(line.ranking.reduce(0, +))
        for group in 0..<5 {
          lines[index].matched[group] += weight * Double(line.matched[group])
          lines[index].preferring[group] += weight * Double(line.preferring[group])
          lines[index].preferringMatched[group] += weight * Double(line.preferringMatched[group])
        }
      }
      filledRanks += weight * tally.filledPrograms.ranksPerPosition
      unfilledRanks += weight * tally.unfilledPrograms.ranksPerPosition
    }
  }
}
