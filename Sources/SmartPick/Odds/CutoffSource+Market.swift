internal import RealModule
internal import Statistics

extension CutoffSource {
  /// The simulated national Match as shipped.
  public static let market = market(.shipped)

  /// Cutoffs by kind of program from a simulated Match.
  ///
  /// The cutoffs are used as relative selectivity, under the anchors that hold the group's published figures: how much
  /// harder or easier a program of this quality and size is than an average one of its specialty, for an applicant of
  /// this group and standing; and how far programs of one kind differ, and one program from year to year, which sets
  /// the spread of what is left to the program. What the program's own numbers say about whom it takes and how many it
  /// interviews stays in use. A specialty that the market holds no cutoffs of is read by ``fields``.
  public static func market(_ market: CalibratedMarket) -> CutoffSource {
    let lines = Dictionary(market.cutoffs.map { ($0.line, $0) }) { first, _ in first }
    let parameters = market.parameters
    let usual = Standing.meanSpread(market)
    return CutoffSource(name: "simulated Match of \(market.season)") { program, cohort in
      var cutoff = CutoffSource.fields.cutoff(program, cohort)
      let isPreliminary = program.track == .preliminary
      let name = MarketSeason.name(Specialty.canonicalName(cohort.specialty), isPreliminary)
      guard let line = lines[name] else { return cutoff }
      let standing = Standing(cohort, parameters, line)
      cutoff.interview.removeAll { $0.effect == .programMedianPer10Points || $0.effect == .sizePerDoubling }
      var unknown = 0.0
      if let median = program.step2Median {
        // In the practice catalog and in published ranges medians of one specialty spread by about 5 points.
        let quality = min(2.5, max(-2.5, (Double(median) - cohort.interviewedStep2) / 5))
        cutoff.interview.append(
          Term(
            .marketCutoff, standing.shift(quality: quality),
            "It interviews a median Step 2 CK of \(median), the specialty about \(Words.fixed(cohort.interviewedStep2, 0))"
          ))
      } else {
        unknown += standing.perQuality * standing.perQuality
      }
      if let positions = program.positions, positions > 0 {
        let doublings = min(2.5, max(-2.5, Double.log2(Double(positions) / cohort.meanPositions)))
        cutoff.interview.append(
          Term(
            .marketCutoff, standing.shift(doublings: doublings),
            "\(positions) position\(positions == 1 ? "" : "s") a year, the specialty's mean is \(Words.number(cohort.meanPositions))"
          ))
      }
      if cohort.share(in: program) == nil || cohort.typeShare == nil {
        unknown += standing.perOpenness * standing.perOpenness
      }
      // What is known narrows the program's own taste as the fields say, what differs between specialties as here.
      let spread = (standing.spread * standing.spread + unknown).squareRoot()
      cutoff.spread = min(1.15, max(0.75, cutoff.spread * (0.5 + 0.5 * spread / usual)))
      return cutoff
    }
  }
}

/// An applicant of a group before the programs of a line: log-odds of an invitation, relative to an average program.
private struct Standing {
  /// Strength less the average program's cutoff.
  let margin: Double
  let sd: Double
  let line: MarketCutoffs.Surface
  /// What a standard deviation of openness is worth to the group, in score.
  let opennessScore: Double

  init(_ cohort: Cohort, _ parameters: MarketParameters, _ cutoffs: MarketCutoffs) {
    let groups = cohort.type.map { [MarketGroup($0)] } ?? MarketGroup.main
    func mean(_ values: [Double]) -> Double {
      groups.reduce(0) { $0 + values[$1.position] } / Double(groups.count)
    }
    line = cutoffs.interview
    // The profile's own terms, in log-odds, are placed on the scale of strength: 1.7 log-odds are one unit.
    let own = cohort.applicantTerms.reduce(0) { $0 + $1.amount * Effects.published[$1.effect].scaledValue }
    margin = mean(parameters.strength) + min(1.5, max(-1.5, own / 1.7)) - line.mean
    let noise = 1 + parameters.affinityScreen * parameters.affinityScreen
    sd = (parameters.strengthSpread * parameters.strengthSpread + noise + line.year * line.year).squareRoot()
    opennessScore = parameters.opennessSpread * mean(parameters.opennessWeight)
  }

  private func logOdds(_ move: Double) -> Double {
    // Beyond four standard deviations nothing is known about the tail.
    let p = Normal.cdf(min(4, max(-4, (margin + move) / sd)))
    return Logistic.logit(p)
  }

  func shift(quality: Double) -> Double { logOdds(-max(0, line.quality) * quality) - logOdds(0) }

  /// A bigger program is never harder: it reaches further down its list.
  func shift(doublings: Double) -> Double { logOdds(max(0, -line.size) * doublings) - logOdds(0) }

  var perQuality: Double { abs(shift(quality: 1)) }
  var perOpenness: Double { abs(logOdds(opennessScore - line.openness) - logOdds(0)) }
  /// Log-odds by which programs of one kind differ, and one from year to year.
  var spread: Double {
    let score = (line.between * line.between + line.year * line.year).squareRoot()
    return abs(logOdds(score) - logOdds(0))
  }

  /// The mean spread over the lines of a market, for an applicant at the bar.
  static func meanSpread(_ market: CalibratedMarket) -> Double {
    let all = market.cutoffs.map { cutoffs in
      let score =
        (cutoffs.interview.between * cutoffs.interview.between + cutoffs.interview.year * cutoffs.interview.year)
        .squareRoot()
      return Logistic.logit(Normal.cdf(score / 1.2))
    }
    return max(0.05, all.reduce(0, +) / Double(max(1, all.count)))
  }
}
