import SmartPick

/// Small markets and people for tests: programs of the practice catalog, profiles from a seed.
enum Samples {
  static let practice = PracticeCatalog.programs()

  /// So many programs of each specialty, in an order that the seed decides.
  static func programs(_ specialties: [String], _ count: Int, _ random: inout Seeded) -> [Program] {
    specialties.flatMap { name in
      practice.filter { $0.specialty == name && $0.track != .preliminary }.shuffled(using: &random).prefix(count)
    }
  }

  static func profile(_ random: inout Seeded, type: ApplicantType? = nil, specialties: [String]) -> Profile {
    var profile = Profile()
    profile.applicantType = type ?? ApplicantType.allCases.randomElement(using: &random)
    profile.homeState = USState.all.randomElement(using: &random)?.code
    profile.step2CK = .init(score: Int.random(in: 215...265, using: &random), attempts: 1)
    profile.graduationYear = profile.applicantType?.isIMG == true ? Int.random(in: 2018...2025, using: &random) : 2027
    profile.usClinicalMonths = Double(Int.random(in: 1...8, using: &random))
    profile.outputs = Int.random(in: 0...12, using: &random)
    profile.visa = profile.applicantType == .nonUSIMG ? .j1 : Profile.VisaNeed.none
    profile.specialties = specialties.enumerated().map { .init($1, $0 == 0 ? .primary : .parallel) }
    profile.ambition = 0
    return profile
  }

  /// A request with few scenarios, so that a test is quick.
  static func request(_ profile: Profile, _ programs: [Program], seed: UInt64 = 7) -> ListRequest {
    var request = ListRequest(profile: profile, programs: programs, season: .latest, seed: seed)
    request.search = .init(draws: 8, strengths: 8)
    request.report = .init(draws: 8, strengths: 8)
    return request
  }

  static func list(_ profile: Profile, _ programs: [Program], seed: UInt64 = 7) throws -> ListResult {
    try ListMaker(request(profile, programs, seed: seed)).list()
  }

  /// Applications of a list: an institution's tracks in a specialty are one.
  static func applications(_ list: ListResult) -> [[ListResult.Row]] {
    var groups: [String: [ListResult.Row]] = [:]
    for row in list.rows where !row.isPreliminary {
      let program = row.program
      let institution = program.institution.map { "\($0)|\(program.city ?? "")|\(program.state ?? "")" }
      groups[row.specialty + "|" + (institution ?? program.code), default: []].append(row)
    }
    return groups.values.sorted { ($0.first?.order ?? 0) < ($1.first?.order ?? 0) }
  }
}

func isClose(_ first: Double, _ second: Double, _ tolerance: Double = 1e-9) -> Bool {
  (first - second).magnitude <= tolerance
}
