import SmartPick
import Testing

/// At ambition 0 the value of a list is the chance to match, and what helps an applicant never lowers the best one.
///
/// The search proves its list to within a bound. So the law has two sides: never lower than the certificate allows, a
/// theorem as long as the bound holds, and never lower by more than a few thousandths, which only a good search keeps.
@Suite struct `The optimal value` {
  private static let slack = 0.004

  private func expectNoLoss(
    _ worse: ListRequest, _ better: ListRequest, _ what: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    func solved(_ request: ListRequest) throws -> (value: Double, gap: Double) {
      do throws(ListProblem) {
        let list = try ListMaker(request).list()
        return (list.searchValue, list.gapBound)
      } catch {
        guard case .nothingEligible = error else { throw error }
        return (0, 0)
      }
    }
    let (before, after) = (try solved(worse), try solved(better))
    #expect(
      after.value >= before.value * (1 - after.gap) - 1e-5, "\(what): \(before) then \(after)",
      sourceLocation: sourceLocation)
    #expect(
      after.value >= before.value - Self.slack, "\(what): \(before) then \(after)", sourceLocation: sourceLocation)
  }

  static let seeds: [UInt64] = [11, 12, 15, 16]

  private func sample(_ seed: UInt64, count: Int = 40) -> ListRequest {
    var random = Seeded(seed)
    let type = ApplicantType.allCases[Int(seed) % ApplicantType.allCases.count]
    let specialty = ["Internal Medicine", "Family Medicine", "Surgery-General"][Int(seed) % 3]
    var profile = Samples.profile(&random, type: type, specialties: [specialty])
    profile.budget = 220
    return Samples.request(profile, Samples.programs([specialty], count, &random), seed: seed)
  }

  @Test(arguments: seeds)
  func `is not lowered by anything better in the profile`(seed: UInt64) throws {
    let base = sample(seed)
    let changes: [(String, (inout Profile) -> Void)] = [
      ("a better score", { $0.step2CK.score = ($0.step2CK.score ?? 0) + 12 }),
      ("no failed Step 1 any more", { _ in }),
      ("more clerkship honors", { $0.clerkshipHonors = 5 }),
      ("an honor society", { $0.honors = ["AOA"] }),
      ("more publications", { $0.outputs = ($0.outputs ?? 0) * 2 + 3 }),
      ("a home program", { [programs = base.programs] in $0.homePrograms = [programs[3].code] }),
      ("an away rotation", { [programs = base.programs] in $0.awayRotations = [programs[5].code] }),
      ("more clinical months", { $0.usClinicalMonths = 12 }),
      ("a later graduation", { $0.graduationYear = 2027 }),
      ("no visa needed", { $0.visa = Profile.VisaNeed.none }),
      ("more ties", { $0.ties = [.init(state: "CA"), .init(state: "NY"), .init(state: "TX")] }),
    ]
    for (name, change) in changes {
      var (worse, better) = (base, base)
      worse.profile.clerkshipHonors = 2
      worse.profile.honors = []
      worse.profile.step1 = .init(passed: name.hasPrefix("no failed") ? false : true, attempts: 1)
      better.profile = worse.profile
      better.profile.step1 = .init(passed: true, attempts: 1)
      change(&better.profile)
      try expectNoLoss(worse, better, "\(name), \(base.profile.applicantType?.rawValue ?? "")")
    }
  }

  @Test(arguments: seeds)
  func `is not lowered by more positions, money or room`(seed: UInt64) throws {
    let base = sample(seed)
    var more = base
    for index in more.programs.indices { more.programs[index].positions = (base.programs[index].positions ?? 3) + 4 }
    try expectNoLoss(base, more, "more positions")
    var last = base
    for budget in [33, 110, 200, 340, 700, nil] as [Double?] {
      last.profile.budget = budget == 33 ? 11 : last.profile.budget
      var next = base
      next.profile.budget = budget
      try expectNoLoss(last, next, "a budget of \(budget ?? .infinity)")
      last = next
    }
    for cap in [1, 4, 9, 30] {
      var (tight, wide) = (base, base)
      tight.profile.maxApplications = [base.profile.specialties[0].name: cap]
      wide.profile.maxApplications = [base.profile.specialties[0].name: cap + 3]
      try expectNoLoss(tight, wide, "a cap of \(cap + 3)")
    }
    // The typical interview rate is taken from the catalog, so it is kept out of this comparison.
    var all = base
    for index in all.programs.indices { all.programs[index].applications = nil }
    var fewer = all
    fewer.programs.removeLast(10)
    try expectNoLoss(fewer, all, "more programs")
  }

  @Test(arguments: seeds)
  func `is not lowered by an unknown that turns out well, nor raised by one that turns out badly`(seed: UInt64) throws {
    var base = sample(seed)
    base.profile.applicantType = .nonUSIMG
    base.profile.visa = .j1
    base.profile.graduationYear = 2020
    base.profile.step2CK.attempts = 2
    base.profile.usClinicalMonths = 2
    func programs(_ change: (inout Program) -> Void) -> ListRequest {
      var request = base
      for index in stride(from: 0, to: request.programs.count, by: 2) { change(&request.programs[index]) }
      return request
    }
    let kinds: [(String, (inout Program) -> Void, (inout Program) -> Void, (inout Program) -> Void)] = [
      ("visa", { $0.visa = Program.VisaPolicy.none }, { $0.visa = nil }, { $0.visa = .both }),
      (
        "years", { $0.maxYearsSinceGraduation = 3 }, { $0.maxYearsSinceGraduation = nil },
        { $0.maxYearsSinceGraduation = 10 }
      ),
      ("attempts", { $0.maxAttempts = 1 }, { $0.maxAttempts = nil }, { $0.maxAttempts = 3 }),
      ("clinical months", { $0.usceMonths = 6 }, { $0.usceMonths = nil }, { $0.usceMonths = 1 }),
    ]
    for (name, no, unknown, yes) in kinds {
      func strict(_ change: @escaping (inout Program) -> Void) -> ListRequest {
        programs {
          change(&$0)
          $0.preferredOnly = []
        }
      }
      try expectNoLoss(strict(no), strict(unknown), "\(name) unknown after not met")
      try expectNoLoss(strict(unknown), strict(yes), "\(name) met after unknown")
    }
  }

  @Test(arguments: seeds)
  func `is not lowered by love, and love is worth the most that a place can be`(seed: UInt64) throws {
    var base = sample(seed)
    base.profile.ambition = 0.8
    base.profile.preferences.states = ["OH": 1, "PA": 0.5]
    var loving = base
    let codes = base.programs[..<4].map(\.code)
    loving.profile.preferences.loved = codes
    try expectNoLoss(base, loving, "four loved")
    let list = try ListMaker(loving).list()
    for row in list.rows where codes.contains(row.program.code) { #expect(row.value == 1 && row.preference == 1) }
    for row in list.rows where !codes.contains(row.program.code) { #expect(row.value <= 1) }
  }
}
