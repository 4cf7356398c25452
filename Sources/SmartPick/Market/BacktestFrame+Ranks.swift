extension BacktestFrame {
  /// The specialties whose bars of 2007 are added up: those that the report counts and the market holds, whole.
  package static let counted2007: Set<String> = [
    "Anesthesiology", "Dermatology", "Emergency Medicine", "Family Medicine", "Internal Medicine",
    "Internal Medicine/Pediatrics", "Neurology", "Obstetrics and Gynecology", "Orthopaedic Surgery", "Otolaryngology",
    "Pathology-Anatomic and Clinical", "Pediatrics", "Physical Medicine and Rehabilitation", "Psychiatry",
    "Radiation Oncology", "Radiology-Diagnostic", "Surgery-General",
  ]

  /// Lengths of a run of programs that are counted together.
  package static let runLengths = [1...1, 2...3, 4...6, 7...10, 11...15, 16...16]

  /// Who matched in the specialty ranked first, by how many of its programs lead the list.
  ///
  /// Last published for 2007, of seniors of U.S. MD schools and of all others: old, from a market with shorter lists, and
  /// never used to set anything.
  mutating func addByRanks() {
    let lines = season.lines.indices.filter {
      !season.lines[$0].isPreliminary && Self.counted2007.contains(season.lines[$0].specialty)
    }
    let groups: [(key: String, words: String, members: [Int])] = [
      (MarketGroup.usMDSenior.rawValue, MarketGroup.usMDSenior.words, [MarketGroup.usMDSenior.position]),
      (
        "others", "all but U.S. MD seniors",
        MarketGroup.allCases.filter { $0 != .usMDSenior }.map(\.position)
      ),
    ]
    for group in groups {
      for lengths in Self.runLengths {
        guard let figure = MarketFigures.published.matchedByRanks(group.key, from: lengths.lowerBound) else { continue }
        let members = group.members
        add(
          Entry(
            quantity: .matchedByRanks, group: "\(group.words), \(Self.words(lengths))", figure: figure, isUsed: false
          ) { tally in
            var (applicants, matched) = (0, 0)
            for line in lines {
              for member in members {
                let counts = tally.lines[line].runs.counts(member, lengths)
                applicants += counts.applicants
                matched += counts.matched
              }
            }
            return 100 * Double(matched) / Double(max(1, applicants))
          })
      }
    }
  }

  /// How many programs of the first specialty stand in a row on the lists of non-U.S.-citizen IMGs.
  ///
  /// Published for 2026; where at least 200 positions are offered.
  mutating func addContiguous(_ index: Int, _ line: MarketSeason.Line) {
    guard !line.isPreliminary, line.positions >= 200 else { return }
    let g = MarketGroup.nonUSIMG.position
    for isMatched in [true, false] {
      let figure = MarketFigures.published.contiguousRanks(line.specialty, .nonUSIMG, matched: isMatched)
      guard figure.scope == .exact, figure.trust != .low else { continue }
      add(
        Entry(
          quantity: isMatched ? .contiguousMatched : .contiguousUnmatched,
          group: "\(MarketGroup.nonUSIMG.words), \(line.specialty)", positions: line.positions, figure: figure,
          isUsed: false
        ) { tally in
          let runs = tally.lines[index].runs
          let all = runs.counts(g, 1...MarketTally.Runs.longest)
          return isMatched
            ? Double(runs.matchedSum[g]) / Double(max(1, all.matched))
            : Double(runs.unmatchedSum[g]) / Double(max(1, all.applicants - all.matched))
        })
    }
  }

  private static func words(_ lengths: ClosedRange<Int>) -> String {
    if lengths.lowerBound == MarketTally.Runs.longest { return "16 programs or more" }
    if lengths.count == 1 { return "1 program" }
    return "\(lengths.lowerBound) to \(lengths.upperBound) programs"
  }
}
