import SmartPick
import Testing

@Suite struct `A couple's lists` {
  private static let programs = PracticeCatalog.programs().filter {
    ["Internal Medicine", "Pediatrics"].contains($0.specialty) && ["OH", "MI", "IN"].contains($0.state ?? "")
  }

  private func request(_ specialty: String, type: ApplicantType = .usMDSenior) -> ListRequest {
    var profile = Profile()
    profile.applicantType = type
    profile.step2CK = .init(passed: true, score: 245, attempts: 1)
    profile.homeState = "OH"
    profile.specialties = [.init(specialty)]
    profile.budget = 600
    profile.ambition = 0
    var request = ListRequest(profile: profile, programs: Self.programs, season: .latest)
    request.search = .init(draws: 8, strengths: 8)
    request.report = .init(draws: 16, strengths: 16)
    return request
  }

  @Test func `divide the outcomes into both, one and neither`() throws {
    let couple = try CoupleMaker(request("Internal Medicine"), partner: request("Pediatrics"), maxMiles: 60).lists()
    #expect(abs(couple.both + couple.one + couple.neither - 1) < 1e-9)
    #expect(couple.both > 0.3 && couple.bothLow <= couple.both && couple.both <= couple.bothHigh)
    #expect(couple.fees <= 600)
    #expect(!couple.first.rows.isEmpty && !couple.second.rows.isEmpty)
  }

  @Test(arguments: [0, 1])
  func `come out as every set of places says, also once something has happened`(interviews: Int) throws {
    func one(_ specialty: String) -> ListRequest {
      var request = request(specialty)
      let all = Self.programs.filter { $0.specialty == specialty && $0.track == .categorical }
      request.programs = Array(all.prefix(4))
      for index in request.programs.indices {
        request.programs[index].institution = nil
        // Two towns a thousand miles apart.
        (request.programs[index].latitude, request.programs[index].longitude) = index < 2 ? (41, -81) : (30, -97)
      }
      request.profile.interviews = request.programs.prefix(interviews).map { .init($0.code) }
      request.report = .init(draws: 32, strengths: 32)
      return request
    }
    let maker = try CoupleMaker(one("Internal Medicine"), partner: one("Pediatrics"), maxMiles: 60)
    let couple = try maker.lists()
    let (a, b) = (maker.first.scenarios(of: couple.first), maker.second.scenarios(of: couple.second))
    let (mine, theirs) = (couple.first.rows.map(\.program), couple.second.rows.map(\.program))
    #expect(mine.count >= 2 && theirs.count >= 2)
    let count = a.weights.count
    let partner = PartnerScenarios(a.weights, b.weights, draws: 32)
    // By set of offers and scenario, how likely the set is.
    func sets(_ programs: [Program], _ chances: [String: [Double]]) -> [[Double]] {
      (0..<(1 << programs.count)).map { set in
        (0..<count).map { c in
          programs.indices.reduce(1.0) { left, place in
            let chance = chances[programs[place].code]?[c] ?? 0
            return left * (set >> place & 1 == 1 ? chance : 1 - chance)
          }
        }
      }
    }
    let (first, second) = (sets(mine, a.chances), sets(theirs, b.chances))
    let shares = (0..<count).map { c in (0..<count).map { partner.chance(of: $0, for: c) } }
    var (both, none) = (0.0, 0.0)
    for (set, likely) in second.enumerated() {
      let seen = shares.map { row in zip(row, likely).reduce(0) { $0 + $1.0 * $1.1 } }
      let gotToo = theirs.indices.filter { set >> $0 & 1 == 1 }.map { theirs[$0] }
      for (set, likely) in first.enumerated() {
        let got = mine.indices.filter { set >> $0 & 1 == 1 }.map { mine[$0] }
        let together = got.contains { one in gotToo.contains { $0.latitude == one.latitude } }
        guard together || (got.isEmpty && gotToo.isEmpty) else { continue }
        let chance = (0..<count).reduce(0) { $0 + a.weights[$1] / Double(count) * likely[$1] * seen[$1] }
        if together { both += chance } else { none += chance }
      }
    }
    // Counted from 8,192 outcomes: three standard errors are 1.7 points at most.
    #expect(abs(couple.both - both) < 0.017, "\(couple.both), \(both)")
    #expect(abs(couple.neither - none) < 0.017, "\(couple.neither), \(none)")
    #expect(abs(couple.one - (1 - both - none)) < 0.017)
  }

  @Test func `are of two people in the same years`() throws {
    // What is not known about the year and the assumptions is shared; strength and interview days are each one's own.
    let same = try CoupleMaker(request("Internal Medicine"), partner: request("Internal Medicine"), maxMiles: 60)
    let list = try same.lists()
    let (a, b) = (same.first.scenarios(of: list.first), same.second.scenarios(of: list.first))
    let shared = try #require(list.first.rows.first).program.code
    let (mine, theirs) = (try #require(a.chances[shared]), try #require(b.chances[shared]))
    #expect(mine != theirs)
    func deviations(_ values: [Double]) -> [Double] {
      // By draw of the assumptions, so that what is each one's own is averaged out.
      let means = (0..<16).map { draw in values[draw * 16..<(draw + 1) * 16].reduce(0, +) / 16 }
      let mean = means.reduce(0, +) / 16
      return means.map { $0 - mean }
    }
    let (x, y) = (deviations(mine), deviations(theirs))
    func product(_ x: [Double], _ y: [Double]) -> Double { zip(x, y).reduce(0) { $0 + $1.0 * $1.1 } }
    #expect(product(x, y) > 0.5 * (product(x, x) * product(y, y)).squareRoot())
  }

  @Test func `are together no more often the nearer they must be`() throws {
    let chances = try [5.0, 60, 2000].map {
      try CoupleMaker(request("Internal Medicine"), partner: request("Pediatrics"), maxMiles: $0).lists().both
    }
    #expect(chances[0] <= chances[1] + 0.01 && chances[1] <= chances[2] + 0.01, "\(chances)")
    #expect(chances[0] < chances[2])
  }

  @Test func `match together no more often than either alone with the same money`() throws {
    let couple = try CoupleMaker(request("Internal Medicine"), partner: request("Pediatrics"), maxMiles: 60).lists()
    let alone = try ListMaker(request("Internal Medicine")).list()
    #expect(couple.both <= alone.matchProbability + 0.01)
  }

  @Test func `are the same every time`() throws {
    func make() throws -> [String] {
      let couple = try CoupleMaker(request("Internal Medicine"), partner: request("Pediatrics"), maxMiles: 60).lists()
      return couple.first.rows.map(\.program.code) + couple.second.rows.map(\.program.code) + ["\(couple.both)"]
    }
    #expect(try make() == make())
  }

  @Test func `go both unmatched no more often than either alone, and share one budget`() throws {
    var partner = request("Pediatrics")
    partner.profile.budget = 2000
    for miles in [5.0, 2000] {
      let couple = try CoupleMaker(request("Internal Medicine"), partner: partner, maxMiles: miles).lists()
      #expect(
        couple.neither <= couple.first.unmatchedProbability && couple.neither <= couple.second.unmatchedProbability)
      #expect(couple.neither > 0 && couple.one >= 0)
      #expect(couple.first.budget == nil && couple.second.budget == nil && couple.budget == 600)
      #expect(couple.partnerBudget == 2000)
    }
  }
}
