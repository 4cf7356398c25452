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
    profile.preferences.divisions = [.middleAtlantic, .southAtlantic]
    var generator = SeededGenerator(seed: 7, stream: stream)
    var own = [Program]()
    var near = [Program]()
    var far = [Program]()
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
  @Test(arguments: [ApplicantType.usMDSenior, .usDOSenior, .usIMG, .nonUSIMG])
  func `show`(type: ApplicantType) throws {
    for specialty in ["Internal Medicine", "Family Medicine", "Pediatrics", "Psychiatry", "Surgery-General", "Emergency Medicine", "Anesthesiology", "Orthopaedic Surgery","Neurology"] {
      var profile = Profile(); profile.applicantType = type
      let cohort = Cohort(profile, specialty: specialty, season: .latest)
      let list = try AverageApplicant(type: type, specialty: specialty).list(programs)
      let up = try AverageApplicant(type: type, specialty: specialty).list(programs, shift: 12)
      let down = try AverageApplicant(type: type, specialty: specialty).list(programs, shift: -12)
      Swift.print(type.rawValue, specialty, "anchor", Words.fixed(cohort.matchRate.value,3), "A", cohort.applications.value, "R", Words.fixed(cohort.interviews.value,1), "->", Words.fixed(list.matchProbability,3), Words.fixed(list.matchLow,3), Words.fixed(list.matchHigh,3), "int", Words.fixed(list.interviewsExpected,1), "n", list.rows.count, "strong", Words.fixed(up.matchProbability,3), "weak", Words.fixed(down.matchProbability,3))
    }
  }
}
