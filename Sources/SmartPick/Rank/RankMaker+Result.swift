extension RankMaker {
  /// The list in the order of the request.
  public func result() -> RankResult { result(of: request.choices) }

  /// Another order of the same programs, or a part of them.
  /// - Precondition: Every program is one of the request's.
  public func result(of choices: [RankChoice]) -> RankResult {
    let scenarios = model.scenarios.count
    let kept = unique(choices)
    let supplemental = request.supplemental.filter { code, _ in kept.contains { $0.program.code == code } }
    let outcome = outcome(kept)
    let rows = kept.enumerated().map { index, choice in
      RankResult.Row(
        place: index + 1, choice: choice,
        highEnough: model.chance(doors[choice.program.code]?.chances ?? [Double](repeating: 0, count: scenarios)),
        matchHere: model.chance(outcome.here[index]), cumulative: model.chance(outcome.cumulative[index]),
        firstYear: choice.program.track == .advanced ? model.chance(outcome.firstYear[index]) : nil)
    }
    let none = RankChance(0, low: 0, high: 0)
    let match = rows.last?.cumulative ?? none
    let left = outcome.cumulative.last?.map { 1 - $0 } ?? [Double](repeating: 1, count: scenarios)
    let oneMore = typical.map { specialty, door in
      RankResult.OneMore(specialty: specialty, adds: model.chance(zip(left, door.chances).map { $0 * $1 }))
    }
    return RankResult(
      rows: rows, supplemental: supplemental, match: match, oneMore: oneMore, length: lengths(rows, left),
      outcomes: outcomes(kept, outcome), checks: RankCheck.all(choices, request, places: rows),
      notes: notes + shared(kept) + said,
      supposedApplications: supposedApplications, season: request.season.year, scenarios: scenarios, seed: request.seed,
      usualLengths: RankCheck.usual(request))
  }

  /// The exact outcome of an order.
  func outcome(_ choices: [RankChoice]) -> RankOutcome {
    var lists: [Int: [RankDoor]] = [:]
    for (index, choice) in choices.enumerated() where choice.program.track == .advanced {
      lists[index] = (request.supplemental[choice.program.code] ?? []).compactMap { doors[$0.program.code] }
    }
    return RankOutcome(
      choices.compactMap { doors[$0.program.code] }, supplemental: lists, scenarios: model.scenarios.count)
  }

  /// Each program once, at its first place: the second stands for nothing.
  func unique(_ choices: [RankChoice]) -> [RankChoice] {
    var seen: Set<String> = []
    return choices.filter { doors[$0.program.code] != nil && seen.insert($0.program.code).inserted }
  }

  private func lengths(_ rows: [RankResult.Row], _ left: [Double]) -> [RankResult.Length] {
    var all = rows.map { RankResult.Length(places: $0.place, match: $0.cumulative, isBeyond: false) }
    guard !rows.isEmpty, let next = typical.first else { return all }
    var left = left
    for more in 1...3 {
      left = zip(left, next.door.chances).map { $0 * (1 - $1) }
      all.append(
        RankResult.Length(places: rows.count + more, match: model.chance(left.map { 1 - $0 }), isBeyond: true))
    }
    return all
  }

  private func outcomes(_ choices: [RankChoice], _ outcome: RankOutcome) -> RankResult.Outcomes? {
    guard choices.contains(where: { $0.program.track == .advanced || $0.program.track == .preliminary }) else {
      return nil
    }
    var (full, alone, year) = (0.0, 0.0, 0.0)
    for (index, choice) in choices.enumerated() {
      let here = outcome.here[index]
      switch choice.program.track {
      case .preliminary: year += model.chance(here).value
      case .advanced:
        let both = model.chance(zip(here, outcome.firstYear[index]).map { $0 * $1 }).value
        full += both
        alone += max(0, model.chance(here).value - both)
      case .categorical, .primaryCare, .physician, nil: full += model.chance(here).value
      }
    }
    return .init(full: full, advancedOnly: alone, preliminaryOnly: year, none: max(0, 1 - full - alone - year))
  }

  private func shared(_ choices: [RankChoice]) -> [String] {
    let names = choices.compactMap { doors[$0.program.code]?.name }
    guard Set(names).count < names.count else { return [] }
    return [
      "Tracks of one institution in a specialty share an interview, so the one ranked lower adds little. Rank both if you would go to both: it costs nothing."
    ]
  }

  private var said: [String] {
    var notes: [String] = []
    if !request.season.isComplete {
      notes.append(
        "Season \(request.season.year): what is not published yet is carried from \(request.season.year - 1) and marked so."
      )
    }
    if request.profile.applicantType == nil {
      notes.append(
        "The profile names no applicant type: the odds are a mean over all types, far apart from each other. Add applicant_type."
      )
    }
    for cohort in cohorts {
      if let note = request.season.calendarNote(cohort.specialty) { notes.append(note.sentence) }
    }
    return notes
  }
}
