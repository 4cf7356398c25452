import SmartPick
import Testing

@Suite struct `A list keeps within` {
  private func request(_ specialties: [String], _ seed: UInt64, count: Int = 40) -> ListRequest {
    var random = Seeded(seed)
    let profile = Samples.profile(&random, type: .usMDSenior, specialties: specialties)
    return Samples.request(profile, Samples.programs(specialties, count, &random), seed: seed)
  }

  @Test(arguments: [0, 1, 3, 12])
  func `its caps`(cap: Int) throws {
    var request = request(["Internal Medicine", "Neurology"], 41)
    request.profile.maxApplications = ["Internal Medicine": cap, "Neurology": 2]
    let list = try ListMaker(request).list()
    #expect(list.plans[0].applications <= cap && list.plans[1].applications <= 2)
    let applications = Samples.applications(list)
    #expect(applications.count { $0[0].specialty == "Internal Medicine" } == list.plans[0].applications)
    #expect(list.plans[1].applications == 2)
  }

  @Test(arguments: [25, 99, 500] as [Double])
  func `its budget, whatever was sent before`(budget: Double) throws {
    var request = request(["Internal Medicine", "Neurology"], 42)
    request.profile.budget = budget
    let list = try ListMaker(request).list()
    #expect(list.fees <= budget && list.fees > 0)
    request.profile.applied = request.programs[..<5].map { .init($0.code) }
    let sent = try ListMaker(request).list()
    let paid = try #require(sent.curve.first?.fees)
    #expect(sent.fees <= max(paid, budget))
  }

  @Test(arguments: [
    "Internal Medicine", "Neurology", "Orthopaedic Surgery", "Anesthesiology",
  ])
  func `the signals of its specialties, one for an institution's tracks`(specialty: String) throws {
    let request = request([specialty], 43, count: 80)
    let list = try ListMaker(request).list()
    let allowance = try #require(request.season.signals(for: specialty))
    let applications = Samples.applications(list)
    func sent(_ kind: SignalKind) -> Int { applications.count { $0[0].signal == kind } }
    if allowance.isTiered {
      #expect(sent(.gold) <= allowance.gold && sent(.silver) <= allowance.silver && sent(.signal) == 0)
    } else {
      #expect(sent(.signal) <= allowance.total && sent(.gold) + sent(.silver) == 0)
    }
    #expect(sent(.gold) + sent(.silver) + sent(.signal) > 0)
    for application in applications {
      #expect(Set(application.map(\.signal)).count == 1 && application.count { $0.fee > 0 } <= 1)
    }
  }

  @Test func `the signals that two specialties share`() throws {
    let names = ["Radiology-Diagnostic", "Interventional Radiology (Integrated)"]
    var request = request(names, 44, count: 60)
    let allowance = try #require(request.season.signals(for: names[0]))
    func sent(_ list: ListResult) -> Int { Samples.applications(list).count { $0[0].signal != .none } }
    let list = try ListMaker(request).list()
    #expect(sent(list) <= allowance.total && sent(list) > 0)
    let second = request.programs.filter { $0.specialty == names[1] }.prefix(2)
    request.profile.applied = second.map { .init($0.code, allowance.isTiered ? .silver : .signal) }
    #expect(try sent(ListMaker(request).list()) <= allowance.total)
  }

  @Test func `the signals left, after a few were sent`() throws {
    var request = request(["Internal Medicine"], 45)
    request.profile.applied = zip(request.programs, [.gold, .gold, .silver] as [SignalKind]).map { .init($0.code, $1) }
    let applications = Samples.applications(try ListMaker(request).list())
    #expect(applications.count { $0[0].signal == .gold } <= 3 && applications.count { $0[0].signal == .silver } <= 12)
    for (program, kind) in zip(request.programs, [.gold, .gold, .silver] as [SignalKind]) {
      #expect(applications.joined().first { $0.program.code == program.code }?.signal == kind)
    }
  }

  @Test(arguments: ["Internal Medicine", "Family Medicine", "Orthopaedic Surgery"], SignalKind.allCases)
  func `reason when a signal of another kind was sent than the specialty has`(specialty: String, kind: SignalKind)
    throws
  {
    var request = request([specialty], 46, count: 12)
    request.profile.applied = [.init(request.programs[0].code, kind)]
    let list = try ListMaker(request).list()
    #expect(list.rows.contains { $0.program.code == request.programs[0].code })
    #expect((0...1).contains(list.matchProbability))
  }

  @Test(arguments: [0, 1, 4, 10])
  func `its interview capacity, which never helps`(capacity: Int) throws {
    var request = request(["Internal Medicine"], 47)
    let free = try ListMaker(request).list()
    request.profile.interviewCapacity = capacity
    let list = try ListMaker(request).list()
    #expect(list.searchValue <= free.searchValue + 1e-9)
    if capacity == 0 { #expect(list.matchProbability == 0) }
  }

  @Test func `what was not refused`() throws {
    var request = request(["Internal Medicine"], 48)
    let first = try ListMaker(request).list()
    request.profile.preferences.refused = first.rows.prefix(5).map(\.program.code)
    let list = try ListMaker(request).list()
    #expect(Set(list.rows.map(\.program.code)).isDisjoint(with: request.profile.preferences.refused))
    request.profile.preferences.refused = request.programs.map(\.code)
    #expect(throws: ListProblem.nothingEligible(count: 40)) { try ListMaker(request) }
  }

  @Test func `the fees of one application for an institution's tracks`() throws {
    var random = Seeded(49)
    let profile = Samples.profile(&random, type: .usMDSenior, specialties: ["Internal Medicine"])
    var programs = Samples.programs(["Internal Medicine"], 9, &random)
    for index in programs.indices {
      programs[index].institution = "House \(index / 3)"
      (programs[index].city, programs[index].state) = ("Town", "OH")
      programs[index].signals = true
    }
    let list = try Samples.list(profile, programs)
    let applications = Samples.applications(list)
    #expect(applications.count == 3 && list.rows.count == 9)
    #expect(list.fees == Season.latest.fees(for: "Internal Medicine")?.cumulativeFee(3))
    #expect(list.curve.last?.applications == 3)
    #expect(list.interviewsExpected <= 3)
  }
}
