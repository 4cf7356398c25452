import SmartPick
import Testing

/// What has happened is a fact that all the other odds take in.
@Suite struct `An answer` {
  private static let seeds: [UInt64] = [31, 32, 33, 34]

  private func sample(_ seed: UInt64) -> ListRequest {
    var random = Seeded(seed)
    let type: ApplicantType = seed.isMultiple(of: 2) ? .usMDSenior : .nonUSIMG
    let profile = Samples.profile(&random, type: type, specialties: ["Internal Medicine"])
    return Samples.request(profile, Samples.programs(["Internal Medicine"], 30, &random), seed: seed)
  }

  /// Mean chance of an interview at programs from the eleventh on, which nothing is known of.
  private func others(_ base: ListRequest, applied: Int = 8, _ answers: [Profile.Interview.Status]) throws -> Double {
    var request = base
    request.profile.applied = base.programs[..<applied].map { .init($0.code) }
    request.profile.interviews = zip(base.programs, answers).map { .init($0.code, $1) }
    let maker = try ListMaker(request)
    let list = try maker.list()
    let chances = base.programs[10...].compactMap { maker.explanation(of: $0.code, in: list)?.interview }
    try #require(chances.count == base.programs.count - 10)
    return chances.reduce(0, +) / Double(chances.count)
  }

  /// The same with no signals to give, so that every list leaves the same odds.
  private func unsignaled(_ seed: UInt64) -> ListRequest {
    var request = sample(seed)
    for index in request.programs.indices { request.programs[index].signals = false }
    return request
  }

  @Test(arguments: seeds)
  func `that is good raises the other chances, silence and a rejection lower them`(seed: UInt64) throws {
    let base = unsignaled(seed)
    let quiet = try others(base, [])
    let one = try others(base, [.received])
    let three = try others(base, [.received, .received, .received])
    let all = try others(
      base, [.received, .received, .received, .received, .received, .received, .received, .received])
    let rejected = try others(base, [.rejected, .rejected])
    #expect(three > one && all > three && all > quiet)
    #expect(rejected < quiet)
    #expect(try others(base, applied: 2, [.received]) > others(base, applied: 8, [.received]), "silence of six more")
    #expect(try others(base, [.waiting, .waiting]) == quiet, "waiting says what an application says")
  }

  @Test(arguments: seeds)
  func `says nothing where the application was withdrawn before it came`(seed: UInt64) throws {
    let base = unsignaled(seed)
    let received = try others(base, applied: 1, [.received])
    #expect(try others(base, applied: 2, [.received, .withdrawn]) == received)
    #expect(try others(base, applied: 2, [.received, .waiting]) < received)
    #expect(try others(base, applied: 2, [.received, .rejected]) < received)
    var request = base
    request.profile.applied = base.programs[..<2].map { .init($0.code) }
    request.profile.interviews = [.init(base.programs[0].code), .init(base.programs[1].code, .withdrawn)]
    let row = try ListMaker(request).list().rows.first { $0.program.code == base.programs[1].code }
    #expect(row?.interview == 0)
    #expect(row?.match == 0)
  }

  @Test(arguments: seeds)
  func `is certain where it came`(seed: UInt64) throws {
    let base = sample(seed)
    var request = base
    request.profile.applied = base.programs[..<5].map { .init($0.code) }
    request.profile.interviews = [
      .init(base.programs[0].code), .init(base.programs[1].code, .declined), .init(base.programs[2].code, .rejected),
    ]
    let maker = try ListMaker(request)
    let list = try maker.list()
    func row(_ index: Int) throws -> ListResult.Row {
      try #require(list.rows.first { $0.program.code == base.programs[index].code })
    }
    let first = try row(0)
    #expect(isClose(first.interview, 1) && first.match > 0)
    for gone in [1, 2] { #expect(try row(gone).interview == 0 && row(gone).match == 0 && row(gone).gain <= 1e-12) }
    #expect(try row(3).interview > 0 && row(3).interview < 1)
    for index in 0..<5 { #expect(try row(index).fee == 0, "sent and paid") }
    #expect(list.curve.first?.fees == request.season.fees(for: "Internal Medicine")?.cumulativeFee(5))
    // A declined invitation speaks for the applicant as much as one accepted.
    var accepted = request
    accepted.profile.interviews[1].status = .received
    let other = try ListMaker(accepted)
    let accepting = try other.list()
    let code = base.programs[4].code
    #expect(
      maker.explanation(of: code, in: list)?.interview == other.explanation(of: code, in: accepting)?.interview)
    #expect(accepting.searchValue > list.searchValue)
  }

  @Test(arguments: seeds)
  func `not yet given changes nothing but the money`(seed: UInt64) throws {
    let base = sample(seed)
    var sent = base
    sent.profile.applied = base.programs[..<4].map { .init($0.code) }
    let (before, after) = (try ListMaker(base), try ListMaker(sent))
    let (first, second) = (try before.list(), try after.list())
    for program in base.programs {
      guard let old = before.explanation(of: program.code, in: first),
        let new = after.explanation(of: program.code, in: second), old.row?.signal == new.row?.signal
      else { continue }
      #expect(old.interview == new.interview)
    }
  }

  @Test func `from a program that the catalog does not hold is said to be left out`() throws {
    var request = sample(31)
    request.profile.applied = [.init("ELSEWHERE", .gold)]
    request.profile.interviews = [.init("NOWHERE")]
    let notes = try ListMaker(request).list().notes
    #expect(notes.contains { $0.hasPrefix("ELSEWHERE") } && notes.contains { $0.hasPrefix("NOWHERE") })
  }
}
