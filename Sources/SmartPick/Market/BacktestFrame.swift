/// Everything that a season's report card compares, with how each is measured on a draw.
struct BacktestFrame: Sendable {
  struct Entry: Sendable {
    let quantity: BacktestReport.Quantity
    let group: String
    var positions: Int?
    let figure: Figure
    var tolerance: Double?
    var isUsed: Bool
    let measure: @Sendable (MarketTally) -> Double

    func row(simulated: Double, sd: Double) -> BacktestReport.Row {
      BacktestReport.Row(
        quantity: quantity, group: group, positions: positions, published: figure.value, simulated: simulated, sd: sd,
        tolerance: tolerance, isUsed: isUsed, source: "\(figure.source); \(figure.year)",
        isSecondHand: figure.trust == .medium)
    }
  }

  /// The year whose figures set the parameters.
  static let calibrated = 2025

  let season: MarketSeason
  private(set) var entries: [Entry] = []

  init(_ season: MarketSeason) {
    self.season = season
    let targets = MarketTargets(season)
    addGroups(targets)
    addPrograms()
    for (index, line) in season.lines.enumerated() where line.positions > 0 { addFill(index, line) }
    guard isOwn else {
      // Nothing is promised about a season that the parameters never saw.
      for index in entries.indices { entries[index].tolerance = nil }
      return
    }
    for (index, line) in season.lines.enumerated() { addPreferred(index, line) }
    addPreferredTotal(targets)
    for (index, line) in season.lines.enumerated() { addMix(index, line) }
    addByRanks()
    for (index, line) in season.lines.enumerated() { addContiguous(index, line) }
  }

  mutating func add(_ entry: Entry) { entries.append(entry) }

  private var isOwn: Bool { season.year == Self.calibrated }

  private mutating func addGroups(_ targets: MarketTargets) {
    for group in MarketGroup.allCases {
      let g = group.position
      let isMain = group != .priorGraduate
      entries.append(
        Entry(
          quantity: .matchRate, group: group.words, figure: season.matchRates[g], tolerance: isMain ? 1.5 : nil,
          isUsed: isOwn
        ) { $0.groups[g].matchRate })
    }
    for group in MarketGroup.main {
      let g = group.position
      entries.append(
        Entry(
          quantity: .rankListMatched, group: group.words, figure: targets.lengths[g].matched, tolerance: 1,
          isUsed: true
        ) { $0.groups[g].matchedLength })
      entries.append(
        Entry(
          quantity: .rankListUnmatched, group: group.words, figure: targets.lengths[g].unmatched, tolerance: 1,
          isUsed: true
        ) { $0.groups[g].unmatchedLength })
    }
    for group in MarketGroup.allCases {
      let g = group.position
      entries.append(
        Entry(
          quantity: .activeApplicants, group: group.words, figure: season.active[g], isUsed: isOwn
        ) { Double($0.groups[g].active) })
    }
    guard isOwn, let line = targets.surgeryYear else { return }
    entries.append(
      Entry(
        quantity: .activeApplicants, group: "with a preliminary year in surgery on their list",
        figure: MarketTargets.surgeryYearApplicants, isUsed: true
      ) { Double($0.lines[line].ranking.reduce(0, +)) })
  }

  private mutating func addPrograms() {
    entries.append(
      Entry(
        quantity: .ranksPerPosition, group: "programs that filled", figure: MarketTargets.filledRanks, tolerance: 1.5,
        isUsed: true
      ) { $0.filledPrograms.ranksPerPosition })
    entries.append(
      Entry(
        quantity: .ranksPerPosition, group: "programs that did not fill", figure: MarketTargets.unfilledRanks,
        tolerance: 1.5, isUsed: true
      ) { $0.unfilledPrograms.ranksPerPosition })
    entries.append(
      Entry(
        quantity: .unfilledPrograms, group: "all programs", figure: MarketTargets.unfilledPrograms, isUsed: false
      ) { tally in
        let (open, full) = (Double(tally.unfilledPrograms.count), Double(tally.filledPrograms.count))
        return 100 * open / max(1, open + full)
      })
  }

  private mutating func addFill(_ index: Int, _ line: MarketSeason.Line) {
    let positions = Double(line.positions)
    entries.append(
      Entry(
        quantity: .fill, group: line.name, positions: line.positions,
        figure: Figure(value: line.fill, year: season.year, source: line.source, trust: .high),
        tolerance: line.positions >= 200 ? 3 : max(3, 200 / positions), isUsed: isOwn
      ) { $0.lines[index].fill })
  }

  private mutating func addPreferred(_ index: Int, _ line: MarketSeason.Line) {
    guard !line.isPreliminary else { return }
    for (group, type) in [(MarketGroup.usMDSenior, ApplicantType.usMDSenior), (.nonUSIMG, .nonUSIMG)] {
      let figure = MarketFigures.published.preferredMatchRate(line.specialty, type)
      guard figure.scope == .exact, figure.trust != .low else { continue }
      let g = group.position
      entries.append(
        Entry(
          quantity: .preferredMatchRate, group: "\(group.words), \(line.specialty)", positions: line.positions,
          figure: figure, isUsed: group == .usMDSenior
        ) { tally in
          let line = tally.lines[index]
          return 100 * Double(line.preferringMatched[g]) / Double(max(1, line.preferring[g]))
        })
    }
  }

  /// All specialties with a published rate together, weighted by who prefers them in the draw.
  private mutating func addPreferredTotal(_ targets: MarketTargets) {
    let known = targets.preferred.indices.filter { targets.preferred[$0] != nil }
    let shares = targets.mix.map { $0[MarketGroup.usMDSenior.position] }
    var people = 0.0
    var matched = 0.0
    for index in known {
      let line = season.lines[index]
      let count = Double(line.positions - line.unfilled) * shares[index]
      matched += count
      people += count / (targets.preferred[index] ?? 1)
    }
    let any = MarketFigures.published.preferredMatchRate("Internal Medicine", .usMDSenior)
    let figure = Figure(
      value: 100 * matched / people, year: any.year, source: any.source, trust: any.trust,
      note: "specialties with a published rate, weighted by their matched U.S. MD seniors of 2025")
    entries.append(
      Entry(
        quantity: .preferredMatchRate, group: "U.S. MD seniors, \(known.count) specialties together", figure: figure,
        tolerance: 3, isUsed: true
      ) { tally in
        let lines = known.map { tally.lines[$0] }
        let preferring = lines.reduce(0) { $0 + $1.preferring[0] }
        return 100 * Double(lines.reduce(0) { $0 + $1.preferringMatched[0] }) / Double(max(1, preferring))
      })
  }

  private mutating func addMix(_ index: Int, _ line: MarketSeason.Line) {
    guard !line.isPreliminary else { return }
    for group in MarketGroup.main {
      let figure = MarketFigures.published.matchedShare(line.specialty, group.types[0])
      guard figure.scope == .exact else { continue }
      let g = group.position
      entries.append(
        Entry(
          quantity: .matchedShare, group: "\(line.specialty), \(group.words)", positions: line.positions,
          figure: figure, isUsed: true
        ) { tally in
          let matched = tally.lines[index].matched
          return 100 * Double(matched[g]) / Double(max(1, matched.reduce(0, +)))
        })
    }
  }
}
