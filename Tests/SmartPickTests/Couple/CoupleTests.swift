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
}
