extension Assumption {
  /// Every number that this list rests on: the effects, then the published figures of its specialties.
  static func all(_ maker: ListMaker) -> [Assumption] {
    of(effects: maker.request.effects, cohorts: maker.found.cohorts, season: maker.request.season)
  }

  /// The assumptions before any list is made.
  public static func all(_ request: ListRequest) -> [Assumption] {
    let cohorts = request.profile.specialties.map {
      Cohort(request.profile, specialty: $0.name, season: request.season, market: request.market)
    }
    return of(effects: request.effects, cohorts: cohorts, season: request.season)
  }

  private static func of(effects: Effects, cohorts: [Cohort], season: Season) -> [Assumption] {
    var all = effects.all.map(Assumption.init)
    for cohort in cohorts {
      func add(_ name: String, _ figure: Figure, _ what: String) {
        all.append(
          Assumption(
            name: name, value: figure.value, low: figure.low, high: figure.high, specialty: cohort.specialty,
            season: "\(figure.year)", source: figure.source + " [trust: \(figure.trust.rawValue)]",
            note: [what, figure.note, figure.carriedFrom.map { "carried from season \($0)" }].compactMap(\.self)
              .joined(separator: "; ")))
      }
      add(
        "anchor_match_rate", cohort.matchRate,
        "share of \(cohort.type?.publishedGroup ?? "applicant")s who match, 0 to 1")
      add("anchor_applications", cohort.applications, "applications of an average applicant")
      add("anchor_interviews", cohort.interviews, "interviews of an average applicant")
      add("published_step2_ck", cohort.step2, "mean Step 2 CK of the group in the specialty")
      if let schedule = season.fees(for: cohort.specialty) {
        add(
          "fee_first_application", schedule.figure(marginal: 1),
          "dollars, \(season.service(for: cohort.specialty).name)")
        add(
          "fee_31st_application", schedule.figure(marginal: 31),
          "dollars, \(season.service(for: cohort.specialty).name)")
      }
      if let signals = season.signals(for: cohort.specialty) {
        add("signals_allowed", signals.figure, "preference signals in the specialty")
      }
    }
    return all
  }
}
