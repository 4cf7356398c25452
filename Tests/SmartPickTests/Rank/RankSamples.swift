import SmartPick

/// Rank order lists for tests: so many programs of the practice catalog, interviewed, in an order that a seed decides.
enum RankSamples {
  static func request(
    _ seed: UInt64, _ specialties: [String] = ["Internal Medicine"], count: Int = 8, type: ApplicantType? = nil
  ) -> RankRequest {
    var random = Seeded(seed)
    let profile = Samples.profile(&random, type: type, specialties: specialties)
    let programs = Samples.programs(specialties, count, &random).shuffled(using: &random)
    return request(profile, programs.map { RankChoice($0) }, seed: seed)
  }

  static func request(_ profile: Profile, _ choices: [RankChoice], programs: [Program] = [], seed: UInt64 = 7)
    -> RankRequest
  {
    var request = RankRequest(
      profile: profile, choices: choices, programs: programs, season: .latest, seed: seed)
    request.grid = .init(draws: 8, strengths: 8)
    return request
  }

  static func mean(_ values: [Double], _ weights: [Double]) -> Double {
    zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 } / Double(values.count)
  }

  /// Advanced programs with the same first years on each of their supplemental lists.
  static func advanced(_ seed: UInt64, years: Int) -> RankRequest {
    var random = Seeded(seed)
    let profile = Samples.profile(&random, type: .usMDSenior, specialties: ["Anesthesiology"])
    let anesthesia = Samples.practice.filter { $0.specialty == "Anesthesiology" }.shuffled(using: &random)
    let places =
      Array(anesthesia.filter { $0.track == .advanced }.prefix(3))
      + Array(anesthesia.filter { $0.track == .categorical }.prefix(2))
    let first = Samples.practice.filter { $0.track == .preliminary }.shuffled(using: &random).prefix(years)
    var request = request(profile, places.shuffled(using: &random).map { RankChoice($0) }, seed: seed)
    for place in places where place.track == .advanced {
      request.supplemental[place.code] = first.map { RankChoice($0) }
    }
    return request
  }
}
