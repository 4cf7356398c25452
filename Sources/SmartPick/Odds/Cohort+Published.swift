internal import RealModule
internal import Statistics

extension Cohort {
  /// The cohort of a profile in a specialty, from the published figures and the season.
  ///
  /// The match rate is the applicant type's, moved by how much harder or easier the specialty is for those who prefer
  /// it than specialties are for that type on average (in log-odds). Without a type all figures are means over the
  /// types, weighted by active applicants.
  public init(
    _ profile: Profile, specialty: String, season: Season, market: MarketFigures = .published,
    typicalInterviewRate: Double? = nil
  ) {
    self.specialty = specialty
    type = profile.applicantType
    let types = type.map { [$0] } ?? ApplicantType.allCases
    let weights = types.map { market.activeApplicants($0).value }
    func mean(_ figure: (ApplicantType) -> Figure) -> Figure {
      var all = figure(types[0])
      guard types.count > 1 else { return all }
      let sum = weights.reduce(0, +)
      all.value = zip(types, weights).map { figure($0).value * $1 }.reduce(0, +) / sum
      all.scope = .overall
      all.note = "mean over the applicant types, because the profile names none"
      return all
    }
    let rate = mean { type in
      var figure = market.matchRate(type)
      let shift = Self.hardness(market, specialty, type)
      figure.value = Logistic.logistic(Logistic.logit(figure.value / 100) + shift)
      figure.note =
        shift == 0
        ? figure.note
        : "published rate of the group, moved by \(Words.fixed(shift, 2)) log-odds for how the specialty differs"
      return figure
    }
    matchRate = rate
    applications = mean { market.applications($0) }
    interviews = mean { type in
      let matched = market.rankListLength(type, matched: true)
      var figure = matched
      figure.value = rate.value * matched.value + (1 - rate.value) * market.rankListLength(type, matched: false).value
      figure.note = "mean rank list length, matched and unmatched"
      return figure
    }
    step2 = mean { type in
      let matched = market.step2(specialty, type, matched: true)
      let unmatched = market.step2(specialty, type, matched: false)
      var figure = matched
      figure.value = rate.value * matched.value + (1 - rate.value) * unmatched.value
      figure.note = "matched and unmatched applicants together"
      return figure
    }
    var interviewed = 0.0
    var shares = 0.0
    for type in ApplicantType.allCases {
      let share = market.matchedShare(specialty, type).value
      shares += share
      interviewed += share * market.step2(specialty, type, matched: true).value
    }
    interviewedStep2 = shares > 0 ? interviewed / shares : 248
    typeShare = type.map { market.matchedShare(specialty, $0).value }
    meanPositions = Self.leadingTracks.compactMap { market.meanQuota(specialty, $0)?.value }.first ?? 5
    interviewRate = min(0.6, max(0.005, typicalInterviewRate ?? 0.1))
    signals = season.signals(for: specialty)
    isLargeSignal = season.isLargeSignal(specialty)
    place(profile, season: season.year)
  }

  /// The cohort of a preliminary or transitional year: an average list is some 20 applications and 7 interviews, an
  /// assumption, since none is published; the match rate is the type's own.
  init(preliminary specialty: String, _ profile: Profile, season: Season, market: MarketFigures) {
    self.init(profile, specialty: specialty, season: season, market: market)
    let note = "an assumption: no figure is published for preliminary years"
    applications = Figure(value: 20, year: season.year, source: "Housestaff", trust: .assumption, note: note)
    interviews = Figure(
      value: profile.applicantType?.isIMG == true ? 3 : 7, year: season.year, source: "Housestaff", trust: .assumption,
      note: note)
    meanPositions = market.meanQuota(specialty, .preliminary)?.value ?? 5
    typeShare = profile.applicantType.map { market.matchedShare(specialty, $0, .preliminary).value }
    signals = nil
    isLargeSignal = false
  }

  private static let leadingTracks: [MarketTrack] = [.categorical, .advanced, .primaryCare, .preliminary]

  /// Log-odds by which the specialty's published rate for those who prefer it differs from the type's average over
  /// specialties, weighted by positions and by the type's share of them; 0 where nothing is published.
  private static func hardness(_ market: MarketFigures, _ specialty: String, _ type: ApplicantType) -> Double {
    let own = market.preferredMatchRate(specialty, type)
    guard own.scope == .exact || own.scope == .derived else { return 0 }
    var sum = 0.0
    var weight = 0.0
    for other in market.specialties {
      let figure = market.preferredMatchRate(other, type)
      guard figure.scope == .exact || figure.scope == .derived else { continue }
      // People who prefer it: those who matched there, over the share who did.
      let matched = (market.positions(other)?.value ?? 0) * market.matchedShare(other, type).value / 100
      let people = matched / max(0.05, figure.value / 100)
      sum += people * figure.value / 100
      weight += people
    }
    guard weight > 0 else { return 0 }
    func bounded(_ share: Double) -> Double { min(0.995, max(0.02, share)) }
    return Logistic.logit(bounded(own.value / 100)) - Logistic.logit(bounded(sum / weight))
  }
}
