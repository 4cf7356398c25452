/// Unknown facts, ordered by what a favorable answer would add to the chance to match.
struct Questions {
  let best: [ListResult.Question]

  /// Asks; `unmatched` is by scenario of the report, with the list as it stands.
  init(_ maker: ListMaker, chosen: Set<Int>, unmatched: [Double], model: ChanceModel, entries: [ListReport.Entry]) {
    var all: [ListResult.Question] = []
    let smallest = entries.isEmpty ? 0 : Self.smallestGain(entries, unmatched, model)
    for (index, prospect) in maker.prospects.enumerated() where prospect.status == .open {
      for gate in prospect.odds.gates {
        let entry = entries.first { $0.prospect.program.code == prospect.program.code }
        let signal = entry?.choice.signal ?? .none
        let favorable = model.row(prospect, signal: signal, isFavorable: gate.field)
        var gain = 0.0
        for c in unmatched.indices {
          let now = entry?.row.obtained(c) ?? 0
          let left = now < 1 ? unmatched[c] / (1 - now) : 0
          gain += model.weights[c] * (favorable.obtained(c) - now) * left
        }
        gain /= Double(unmatched.count)
        if !chosen.contains(index) { gain -= smallest }
        guard gain > 0.0005 else { continue }
        all.append(
          ListResult.Question(
            program: prospect.program, field: gate.field, gainIfFavorable: gain,
            words: Self.words(gate, prospect.program, maker.request.profile)))
      }
    }
    best = Array(
      all.sorted { ($0.gainIfFavorable, $1.program.code) > ($1.gainIfFavorable, $0.program.code) }.prefix(10))
  }

  /// What the least useful application adds: a new one would take its place.
  private static func smallestGain(_ entries: [ListReport.Entry], _ unmatched: [Double], _ model: ChanceModel) -> Double
  {
    entries.map { entry in
      var gain = 0.0
      for c in unmatched.indices {
        let now = entry.row.obtained(c)
        if now < 1 { gain += model.weights[c] * now * unmatched[c] / (1 - now) }
      }
      return gain / Double(unmatched.count)
    }.min() ?? 0
  }

  private static func words(_ gate: Gate, _ program: Program, _ profile: Profile) -> String {
    switch gate.requirement {
    case .visa:
      "Does \(program.name) sponsor \(profile.visa == .h1b ? "an H-1B" : profile.visa == .j1 ? "a J-1" : "a J-1 or H-1B") visa?"
    case .yearsSinceGraduation:
      "Does \(program.name) take graduates of \(profile.graduationYear.map(String.init) ?? "your year")?"
    case .attempts: "Does \(program.name) take applicants with a repeated examination?"
    case .usmle: "Does \(program.name) accept COMLEX without USMLE?"
    case .scoreFloor: "Is the score floor of \(program.name) strict?"
    case .clinicalExperience: "How many months of US clinical experience does \(program.name) ask for?"
    }
  }
}
