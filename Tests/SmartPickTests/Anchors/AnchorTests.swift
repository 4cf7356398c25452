import SmartPick
import Statistics
import Testing

/// An average applicant of a group, and the list that such an applicant sends.
private struct AverageApplicant {
  let type: ApplicantType
  let specialty: String
  var stream: UInt64 = 0

  /// A profile at the group's published averages whose applications are the average list: so many programs, a seventh of
  /// them in the home state, a third in the preferred divisions, the signals on the first ones.
  func profile(_ programs: [Program], shift: Double = 0) -> Profile {
    var profile = Profile()
    profile.applicantType = type
    profile.specialties = [.init(specialty)]
    let cohort = Cohort(profile, specialty: specialty, season: .latest)
    profile.step2CK = .init(passed: true, score: Int((cohort.step2.value + shift).rounded()), attempts: 1)
    profile.homeState = "NY"
    if type.isIMG {
      profile.graduationYear = Season.latest.year - (type == .nonUSIMG ? 4 : 2)
      profile.usClinicalMonths = 3
      profile.visa = type == .nonUSIMG ? .j1 : Profile.VisaNeed.none
    }
    profile.preferences.divisions = [.middleAtlantic, .southAtlantic]
    var generator = SeededGenerator(seed: 7, stream: stream)
    var own: [Program] = []
    var near: [Program] = []
    var far: [Program] = []
    for program in programs where program.specialty == specialty && (program.track ?? .categorical) == .categorical {
      if program.state == "NY" {
        own.append(program)
      } else if program.division == .middleAtlantic || program.division == .southAtlantic {
        near.append(program)
      } else {
        far.append(program)
      }
    }
    let count = cohort.applications.value
    func some(_ pool: [Program], _ share: Double) -> [Program] {
      Array(generator.shuffled(pool).prefix(Int((share * count).rounded())))
    }
    let list = generator.shuffled(some(own, 0.15) + some(near, 0.35) + some(far, 0.5))
    let allowance = cohort.signals
    profile.applied = list.enumerated().map { place, program in
      guard let allowance, program.signals != false else { return .init(program.code) }
      if allowance.isTiered {
        return .init(program.code, place < allowance.gold ? .gold : place < allowance.total ? .silver : .none)
      }
      return .init(program.code, place < allowance.total ? .signal : .none)
    }
    profile.maxApplications = [specialty: list.count]
    profile.ambition = 0
    return profile
  }

  func list(_ programs: [Program], shift: Double = 0) throws -> ListResult {
    try ListMaker(ListRequest(profile: profile(programs, shift: shift), programs: programs, season: .latest)).list()
  }
}

private let programs = PracticeCatalog.programs()

@Suite struct `The anchors` {
  private static let specialties = [
    "Internal Medicine", "Family Medicine", "Pediatrics", "Psychiatry", "Surgery-General", "Anesthesiology",
    "Neurology",
  ]

  @Test(arguments: [ApplicantType.usMDSenior, .usDOSenior, .usIMG, .nonUSIMG])
  func `bring an average applicant with an average list to the published rate of the group`(type: ApplicantType) throws
  {
    // The group's mix: each specialty weighs as many of its matched people as it has.
    let market = MarketFigures.published
    var total = 0.0
    var weight = 0.0
    for specialty in Self.specialties {
      let list = try AverageApplicant(type: type, specialty: specialty).list(programs)
      let people = (market.positions(specialty)?.value ?? 0) * market.matchedShare(specialty, type).value
      let rate = market.preferredMatchRate(specialty, type).value
      total += people / rate * list.matchProbability
      weight += people / rate
      if specialty == "Internal Medicine" {
        var profile = Profile()
        profile.applicantType = type
        let anchor = Cohort(profile, specialty: specialty, season: .latest).matchRate.value
        #expect(abs(list.matchProbability - anchor) < 0.03, "\(type) \(list.matchProbability) \(anchor)")
      }
    }
    let published = market.matchRate(type).value / 100
    #expect(abs(total / weight - published) < 0.03, "\(type): \(total / weight), published \(published)")
  }

  @Test(arguments: [ApplicantType.usMDSenior, .usDOSenior, .usIMG, .nonUSIMG])
  func `order strong and weak profiles as the published score bands do`(type: ApplicantType) throws {
    for specialty in ["Internal Medicine", "Anesthesiology"] {
      let chances = try [-15.0, 0, 15].map {
        try AverageApplicant(type: type, specialty: specialty).list(programs, shift: $0).matchProbability
      }
      #expect(chances[0] < chances[1] && chances[1] < chances[2], "\(type) \(specialty) \(chances)")
    }
  }

  @Test func `rise with the score about as fast as published shares do`() throws {
    // US MD seniors in Anesthesiology: the published log-odds of matching for each ten points.
    let published = MarketFigures.published.step2Slope("Anesthesiology", .usMDSenior).value
    let low = try AverageApplicant(type: .usMDSenior, specialty: "Anesthesiology").list(programs, shift: -10)
    let high = try AverageApplicant(type: .usMDSenior, specialty: "Anesthesiology").list(programs, shift: 10)
    let slope = (Logistic.logit(high.matchProbability) - Logistic.logit(low.matchProbability)) / 2
    #expect(slope > published / 2 && slope < published * 2, "\(slope) against \(published)")
  }

  @Test(arguments: [ApplicantType.usMDSenior, .nonUSIMG])
  func `give an average list about the published number of interviews`(type: ApplicantType) throws {
    var profile = Profile()
    profile.applicantType = type
    let published = Cohort(profile, specialty: "Internal Medicine", season: .latest).interviews.value
    let list = try AverageApplicant(type: type, specialty: "Internal Medicine").list(programs)
    #expect(abs(list.interviewsExpected - published) < 0.25 * published, "\(list.interviewsExpected), \(published)")
  }
}
