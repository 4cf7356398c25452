import Statistics

/// What is published about the national market: programs and positions, who applies, who matches, with which scores.
///
/// Lookups by applicant type never fail. They answer with the most specific figure there is, and the figure's `scope`
/// tells which it was: the cell asked for, a value moved from a related group, or a total.
public struct MarketFigures: Sendable {
  package let tables: FigureTables

  package init(tables: FigureTables) { self.tables = tables }

  /// The shipped figures: positions of 2025, outcomes of 2025 and 2026.
  public static let published: MarketFigures = {
    do throws(DataFileError) {
      return MarketFigures(
        tables: try FigureTables(files: [
          DataFile(name: "market-positions.json", bytes: PackageResources.market_positions_json),
          DataFile(name: "market-outcomes.json", bytes: PackageResources.market_outcomes_json),
        ]))
    } catch {
      preconditionFailure(error.description)
    }
  }()

  // MARK: Programs and positions

  /// Every specialty that offered positions, sorted by name.
  public var specialties: [String] { tables.specialties(.programs) }

  /// The tracks in which the specialty offered positions, in the order of ``MarketTrack``.
  public func tracks(of specialty: String) -> [MarketTrack] {
    let keys = Set(tables.keys(.programs, name(specialty)))
    return MarketTrack.allCases.filter { keys.contains($0.rawValue) }
  }

  /// Programs of the specialty in one track, or in all; `nil` where there are none.
  public func programs(_ specialty: String, _ track: MarketTrack? = nil) -> Figure? {
    count(.programs, specialty, track)
  }

  /// Positions of the specialty in one track, or in all; `nil` where there are none.
  public func positions(_ specialty: String, _ track: MarketTrack? = nil) -> Figure? {
    count(.positions, specialty, track)
  }

  /// Positions left open by the algorithm; `nil` where the specialty has no such track.
  public func unfilledPositions(_ specialty: String, _ track: MarketTrack? = nil) -> Figure? {
    count(.unfilledPositions, specialty, track)
  }

  /// Mean quota of a program in one track.
  public func meanQuota(_ specialty: String, _ track: MarketTrack) -> Figure? {
    guard let programs = programs(specialty, track), var figure = positions(specialty, track) else { return nil }
    figure.value /= programs.value
    return figure
  }

  /// Standard deviation of the quota over the programs of one track.
  public func quotaSD(_ specialty: String, _ track: MarketTrack) -> Figure? {
    count(.quotaSD, specialty, track)
  }

  /// Share of the specialty's positions that begin with PGY-2 and need a preliminary year beside them, 0 to 1.
  public func advancedShare(_ specialty: String) -> Figure {
    let advanced = positions(specialty, .advanced)
    let others = [MarketTrack.categorical, .primaryCare].compactMap { positions(specialty, $0)?.value }.reduce(0, +)
    guard var figure = advanced ?? positions(specialty) else {
      return Figure(
        value: 0, year: 2025, source: Self.ours, trust: .assumption, note: "no positions published", scope: .overall)
    }
    figure.value = advanced.map { $0.value / ($0.value + others) } ?? 0
    return figure
  }

  /// Whether some of the specialty's positions need a preliminary year.
  public func needsPreliminaryYear(_ specialty: String) -> Bool { advancedShare(specialty).value > 0 }

  /// Applicants of all types whose first choice is the specialty, for each position of 2026.
  public func applicantsPerPosition(_ specialty: String) -> Figure {
    let everyone = FigureTables.everyone
    let published = tables.all(.positions2026, name(specialty), everyone).first?.value
    let leading: [MarketTrack] = [.categorical, .primaryCare, .advanced]
    let positions = published ?? leading.compactMap { self.positions(specialty, $0)?.value }.reduce(0, +)
    if let applicants = tables.all(.applicantsPreferring, name(specialty), everyone).first, positions > 0 {
      var figure = applicants
      figure.value /= positions
      figure.low = applicants.low.map { $0 / positions }
      figure.high = applicants.high.map { $0 / positions }
      return figure
    }
    let offered = specialties.compactMap { self.positions($0)?.value }.reduce(0, +)
    var figure = total(.activeApplicants, everyone)
    figure.value /= offered
    figure.note = "all active applicants over all positions; the specialty's own demand is not published"
    figure.scope = .overall
    return figure
  }

  // MARK: Outcomes by applicant type

  /// Percent of the specialty's matched applicants who are of this type.
  public func matchedShare(_ specialty: String, _ type: ApplicantType, _ track: MarketTrack = .categorical) -> Figure {
    let base = name(specialty)
    let names = track == .preliminary ? [base + " (Preliminary)", base] : [base]
    for name in names {
      if let figure = tables.all(.matchedShare, name, type.rawValue).first { return figure }
    }
    var figure = total(.matchedShare, type.rawValue)
    figure.scope = .typeTotal
    return figure
  }

  /// Percent of active applicants of the type who matched, in the newest year there is or in the one asked for.
  public func matchRate(_ type: ApplicantType, year: Int? = nil) -> Figure {
    let all = matchRates(type)
    return all.first { $0.year == year } ?? total(.matchRate, type.rawValue)
  }

  /// The published match rates of the type, newest first.
  public func matchRates(_ type: ApplicantType) -> [Figure] {
    tables.all(.matchRate, FigureTables.everySpecialty, type.rawValue)
  }

  /// Active applicants of the type: those who certified a rank order list.
  public func activeApplicants(_ type: ApplicantType) -> Figure { total(.activeApplicants, type.rawValue) }

  /// Mean length of the rank order lists of matched or unmatched applicants of the type.
  public func rankListLength(_ type: ApplicantType, matched: Bool) -> Figure {
    total(matched ? .rankListMatched : .rankListUnmatched, type.rawValue)
  }

  /// Mean number of applications of one person of the type, all specialties together.
  public func applications(_ type: ApplicantType) -> Figure { total(.applications, type.rawValue) }

  /// Percent of those who prefer the specialty and match in it.
  ///
  /// Where the cell is not published, the related group's is moved by the difference of the two types' match rates, in
  /// log-odds; where that is not published either, it is the type's match rate.
  public func preferredMatchRate(_ specialty: String, _ type: ApplicantType) -> Figure {
    let name = name(specialty)
    if let figure = tables.all(.preferredMatchRate, name, type.rawValue).first { return figure }
    let own = matchRate(type)
    let kin = type.kin
    if kin != type {
      let related = preferredMatchRate(specialty, kin)
      if related.scope == .exact || related.scope == .derived {
        let moved = logit(related.value) + logit(own.value) - logit(matchRate(kin).value)
        return Figure(
          value: percent(moved), low: percent(moved - 0.6), high: percent(moved + 0.6), year: related.year,
          source: related.source, trust: .assumption,
          note: "not published for \(type.publishedGroup)s: moved from \(kin.publishedGroup)s by the difference "
            + "of the two match rates", scope: .derived)
      }
    }
    var figure = own
    figure.scope = .typeTotal
    return figure
  }

  /// Percent of those who ranked any program of the specialty and matched in it; `nil` where not published.
  public func rankedMatchRate(_ specialty: String, _ type: ApplicantType) -> Figure? {
    tables.all(.rankedMatchRate, name(specialty), type.rawValue).first
  }

  /// Mean number of programs of the preferred specialty ranked before another; the type's list length where unknown.
  public func contiguousRanks(_ specialty: String, _ type: ApplicantType, matched: Bool) -> Figure {
    let quantity = matched ? MarketQuantity.contiguousRanksMatched : .contiguousRanksUnmatched
    if let figure = tables.all(quantity, name(specialty), type.rawValue).first { return figure }
    var figure = rankListLength(type, matched: matched)
    figure.scope = .typeTotal
    return figure
  }

  /// Percent of those who matched in the specialty ranked first, with so many of its programs or a few more in a row.
  ///
  /// - Parameters:
  ///   - group: `us_md_senior` or `others`.
  ///   - length: the least length of the run.
  /// - Returns: the figure; `nil` where there is none.
  func matchedByRanks(_ group: String, from length: Int) -> Figure? {
    tables.all(.matchedByRanks, FigureTables.everySpecialty, "\(group) \(length)").first
  }

  // MARK: Step 2 CK

  /// Center of the Step 2 CK scores of those who matched, or did not match, in their preferred specialty.
  ///
  /// Where the cell is not published: the other outcome's, moved by the type's usual difference between the two; else
  /// the related group's, moved by the difference of the two types; else the type's own over all specialties.
  public func step2(_ specialty: String, _ type: ApplicantType, matched: Bool) -> Figure {
    func quantity(_ matched: Bool) -> MarketQuantity { matched ? .step2Matched : .step2Unmatched }
    if let figure = tables.all(quantity(matched), name(specialty), type.rawValue).first { return figure }
    var own = total(quantity(matched), type.rawValue)
    if let other = tables.all(quantity(!matched), name(specialty), type.rawValue).first {
      let shift = own.value - total(quantity(!matched), type.rawValue).value
      return moved(other, by: shift, "not published: moved from those who did\(matched ? " not" : "") match")
    }
    // Scores by specialty are published for the two root groups only.
    let kin = type.kin == .usDOSenior ? ApplicantType.usMDSenior : type.kin
    if kin != type {
      let related = step2(specialty, kin, matched: matched)
      if related.scope != .typeTotal {
        let shift = own.value - total(quantity(matched), kin.rawValue).value
        return moved(related, by: shift, "not published: moved from \(kin.publishedGroup)s to \(type.publishedGroup)s")
      }
    }
    own.scope = .typeTotal
    return own
  }

  /// Standard deviation of those scores.
  public func step2SD(_ specialty: String, _ type: ApplicantType, matched: Bool) -> Figure {
    let quantity = matched ? MarketQuantity.step2MatchedSD : .step2UnmatchedSD
    if let figure = tables.all(quantity, name(specialty), type.rawValue).first { return figure }
    if let figure = tables.all(.step2MatchedSD, name(specialty), type.rawValue).first {
      var figure = figure
      figure.scope = .derived
      return figure
    }
    var figure = total(quantity, type.rawValue)
    figure.scope = .typeTotal
    return figure
  }

  /// Log-odds of matching in the specialty for each 10 points of Step 2 CK: an association, never below 0.
  public func step2Slope(_ specialty: String, _ type: ApplicantType) -> Figure {
    let name = name(specialty)
    if let figure = tables.all(.step2Slope, name, type.rawValue).first { return figure }
    let kin = type.kin == .usDOSenior ? ApplicantType.usMDSenior : type.kin
    if let figure = tables.all(.step2Slope, name, kin.rawValue).first {
      var figure = figure
      figure.scope = .derived
      figure.trust = .assumption
      figure.note = "taken from \(kin.publishedGroup)s. " + (figure.note ?? "")
      return figure
    }
    var figure = total(.step2Slope, type.rawValue)
    figure.scope = .typeTotal
    return figure
  }

  // MARK: All of them

  /// Every figure that is held, by quantity, specialty and key, in a fixed order.
  public var figures: [(quantity: MarketQuantity, specialty: String, key: String, figure: Figure)] {
    var all: [(quantity: MarketQuantity, specialty: String, key: String, figure: Figure)] = []
    for quantity in MarketQuantity.allCases {
      for specialty in tables.specialties(quantity) {
        for key in tables.keys(quantity, specialty) {
          for figure in tables.all(quantity, specialty, key) { all.append((quantity, specialty, key, figure)) }
        }
      }
    }
    return all
  }

  private static let ours = "Housestaff, assumption"

  private func name(_ specialty: String) -> String { Specialty.canonicalName(specialty) }

  private func count(_ quantity: MarketQuantity, _ specialty: String, _ track: MarketTrack?) -> Figure? {
    let name = name(specialty)
    if let track { return tables.all(quantity, name, track.rawValue).first }
    let parts = tables.keys(quantity, name).compactMap { tables.all(quantity, name, $0).first }
    guard var figure = parts.first else { return nil }
    figure.value = parts.map(\.value).reduce(0, +)
    return figure
  }

  /// The total for a type; every quantity that is asked for by type has one, which a test holds.
  private func total(_ quantity: MarketQuantity, _ key: String) -> Figure {
    let rows = tables.all(quantity, FigureTables.everySpecialty, key)
    guard let figure = rows.first else {
      preconditionFailure("the shipped figures lack \(quantity.rawValue) for \(key)")
    }
    return figure
  }

  /// A score moved to a neighboring cell, with six points of doubt to each side.
  private func moved(_ figure: Figure, by shift: Double, _ note: String) -> Figure {
    let value = figure.value + shift
    return Figure(
      value: value, low: value - 6, high: value + 6, year: figure.year, source: figure.source, trust: .assumption,
      note: note + " by the difference of the totals", scope: .derived)
  }
}

private func logit(_ percent: Double) -> Double { Logistic.logit(min(max(percent / 100, 0.001), 0.999)) }

private func percent(_ logOdds: Double) -> Double { 100 * Logistic.logistic(logOdds) }
