import SmartPick
import Testing

/// A pinned program is on the list whatever the search thinks of it, and says what that costs.
@Suite struct `A pin` {
  private static let seeds: [UInt64] = [41, 42, 43, 44]

  private func sample(_ seed: UInt64, budget: Double? = 130, cap: Int? = nil) -> ListRequest {
    var random = Seeded(seed)
    var profile = Samples.profile(&random, type: .usMDSenior, specialties: ["Internal Medicine"])
    profile.preferences = Profile.Preferences()
    profile.ambition = 0
    profile.budget = budget
    profile.interviewCapacity = nil
    profile.applied = []
    profile.interviews = []
    profile.maxApplications = cap.map { ["Internal Medicine": $0] } ?? [:]
    return Samples.request(profile, Samples.programs(["Internal Medicine"], 40, &random), seed: seed)
  }

  private func codes(_ list: ListResult) -> Set<String> { Set(list.rows.map(\.program.code)) }

  /// Two programs that the list leaves out.
  private func leftOut(_ request: ListRequest) throws -> [String] {
    let on = codes(try ListMaker(request).list())
    let left = request.programs.map(\.code).filter { !on.contains($0) }
    try #require(left.count >= 2)
    return [left[0], left[left.count / 2]]
  }

  @Test(arguments: seeds)
  func `stays on the list within the same money, and never raises the value`(seed: UInt64) throws {
    let base = sample(seed)
    let plain = try ListMaker(base).list()
    var request = base
    request.profile.preferences.pinned = try leftOut(base).map { .init($0, reason: "family") }
    let maker = try ListMaker(request)
    let list = try maker.list()
    for pin in request.profile.preferences.pinned { #expect(codes(list).contains(pin.code)) }
    #expect(list.fees <= 130 + 1e-9)
    #expect(list.searchValue <= plain.searchValue * (1 + 1e-6))
    let costs = maker.pinCosts(list)
    #expect(costs.map(\.code) == request.profile.preferences.pinned.map(\.code))
    for cost in costs where !cost.isChosenAnyway {
      var without = request
      without.profile.preferences.pinned.removeAll { $0.code == cost.code }
      let other = try ListMaker(without).list()
      #expect(abs(other.matchProbability - list.matchProbability - cost.match) < 1e-12, "as a list made without it")
      #expect(abs(list.fees - other.fees - cost.fees) < 1e-9)
    }
  }

  @Test(arguments: seeds)
  func `that the search would choose anyway changes nothing`(seed: UInt64) throws {
    let base = sample(seed)
    let plain = try ListMaker(base).list()
    var request = base
    request.profile.preferences.pinned = plain.rows.prefix(3).map { .init($0.program.code) }
    let maker = try ListMaker(request)
    let list = try maker.list()
    #expect(list.rows.map(\.program.code) == plain.rows.map(\.program.code))
    #expect(list.matchProbability == plain.matchProbability)
    #expect(maker.pinCosts(list).allSatisfy { $0.isChosenAnyway && $0.match == 0 && $0.fees == 0 })
  }

  @Test(arguments: seeds)
  func `counts in the cap, outweighs a refusal by requirement, and gets no more signals than there are`(
    seed: UInt64
  ) throws {
    var request = sample(seed, budget: nil, cap: 6)
    let out = try leftOut(request)
    request.profile.preferences.pinned = out.map { .init($0) }
    let list = try ListMaker(request).list()
    #expect(codes(list).isSuperset(of: out))
    let units = list.rows.count { !$0.isFurtherTrack }
    #expect(units <= 6)
    let allowance = try #require(request.season.signals(for: "Internal Medicine"))
    #expect(list.rows.count { !$0.isFurtherTrack && $0.signal == .gold } <= allowance.gold)
    #expect(list.rows.count { !$0.isFurtherTrack && $0.signal == .silver } <= allowance.silver)

    var barred = sample(seed)
    let code = try leftOut(barred)[0]
    barred.profile.graduationYear = 2000
    for index in barred.programs.indices where barred.programs[index].code == code {
      barred.programs[index].maxYearsSinceGraduation = 1
    }
    #expect(try !codes(ListMaker(barred).list()).contains(code))
    barred.profile.preferences.pinned = [.init(code)]
    let kept = try ListMaker(barred).list()
    #expect(codes(kept).contains(code))
    #expect(kept.requirementsNotMet.contains { $0.program.code == code })
  }

  @Test func `is kept in the profile's text with its reason, and said where it is wrong`() {
    var profile = Profile()
    profile.preferences.pinned = [.init("A", reason: "my partner's city"), .init("B")]
    let read = ProfileReader(bytes: Array(profile.text.utf8), file: "p")
    #expect(read.findings.isEmpty && read.profile == profile)
    let wrong = """
      {"preferences": {"refused": ["A"], "pinned": [{"code": "A"}, {"reason": "x"}, {"code": "B"}, {"code": "B"}]}}
      """
    #expect(ProfileReader(bytes: Array(wrong.utf8), file: "p").findings.count == 3)
  }
}
