import SmartPick
import Testing

/// Silence is as telling as the answers, or the calendar, make it.
@Suite struct `Silence` {
  private static let seeds: [UInt64] = [41, 42, 43, 44]

  /// Thirty programs, all applied to, with nothing left to buy, so that every list is of the same applications.
  private func sample(_ seed: UInt64) -> ListRequest {
    var random = Seeded(seed)
    let type: ApplicantType = seed.isMultiple(of: 2) ? .usIMG : .usMDSenior
    let profile = Samples.profile(&random, type: type, specialties: ["Family Medicine"])
    var request = Samples.request(profile, Samples.programs(["Family Medicine"], 30, &random), seed: seed)
    request.profile.applied = request.programs.map { .init($0.code) }
    request.search = .init(draws: 16, strengths: 16)
    request.report = .init(draws: 16, strengths: 16)
    return request
  }

  private func list(
    _ base: ListRequest, invited: some Sequence<Int> = [], refused: some Sequence<Int> = [], isOver: Bool = false
  ) throws -> ListResult {
    var request = base
    request.isOver = isOver
    request.profile.interviews =
      invited.map { .init(base.programs[$0].code) } + refused.map { .init(base.programs[$0].code, .rejected) }
    return try ListMaker(request).list()
  }

  @Test(arguments: seeds)
  func `never makes an invitation bad news, whichever program it is from`(seed: UInt64) throws {
    let base = sample(seed)
    let none = try list(base).matchProbability
    for first in stride(from: 0, to: 30, by: 4) {
      #expect(try list(base, invited: [first]).matchProbability > none - 0.015, "the first, from \(first)")
    }
    var before = none
    for count in 1...10 {
      let now = try list(base, invited: (0..<count).map { $0 * 7 % 30 }).matchProbability
      #expect(now > before - 0.015, "number \(count)")
      before = now
    }
    #expect(before > none, "ten are better than none")
  }

  @Test(arguments: seeds)
  func `counts for nothing before the first answer, for more with each, and for a refusal at the end`(seed: UInt64)
    throws
  {
    let base = sample(seed)
    #expect(try list(base).answers == nil)
    let shares = try [1, 3, 6, 10].map { try #require(try list(base, invited: 0..<$0).answers) }
    for (fewer, more) in zip(shares, shares.dropFirst()) { #expect(fewer.decided < more.decided) }
    for share in shares {
      #expect(share.decidedLow <= share.decided && share.decided <= share.decidedHigh && share.decidedHigh <= 1)
    }
    let over = try list(base, invited: [0, 7], isOver: true)
    let refused = try list(base, invited: [0, 7], refused: (1..<30).filter { $0 != 7 })
    #expect(isClose(over.matchProbability, refused.matchProbability))
    #expect(over.matchProbability < (try list(base, invited: [0, 7])).matchProbability)
    #expect(isClose(over.answers?.decided ?? 0, 1) && isClose(over.interviewsExpected, 2))
    let silent = try list(base, isOver: true)
    #expect(silent.matchProbability < 1e-6, "nobody has answered and nobody will")
  }

  @Test(arguments: seeds)
  func `says less where refusals are told`(seed: UInt64) throws {
    // Of two seasons with the same invitations the one in which refusals come has fewer silent ones that have decided.
    let base = sample(seed)
    let told = try list(base, invited: [0, 5], refused: 10..<25)
    let quiet = try list(base, invited: [0, 5])
    #expect(told.matchProbability < quiet.matchProbability, "a refusal is worse than silence")
    #expect(told.answers?.refused == 15 && told.answers?.waiting == 13 && quiet.answers?.waiting == 28)
  }

  @Test(arguments: seeds)
  func `does not depend on the order of programs or answers`(seed: UInt64) throws {
    let base = sample(seed)
    var random = Seeded(seed)
    var other = base
    other.profile.applied.shuffle(using: &random)
    let first = try list(base, invited: [2, 9, 17], refused: [4, 6])
    let second = try list(other, invited: [17, 2, 9], refused: [6, 4])
    #expect(isClose(first.matchProbability, second.matchProbability, 1e-12))
    #expect(first.rows.map(\.program.code) == second.rows.map(\.program.code))
  }

  @Test func `is said beside the number, in words that fit what is known`() throws {
    let base = sample(41)
    #expect(try ListWords(list(base)).silence == nil)
    let one = try #require(try ListWords(list(base, invited: [3])).silence)
    #expect(
      one.hasPrefix("29 programs have not answered, and nobody knows how many of them have decided: to go by the one"))
    let two = try #require(try ListWords(list(base, invited: [3, 4], refused: [5])).silence)
    #expect(two.contains("the 2 invitations and 1 refusal so far, about "))
    let refused = try #require(try ListWords(list(base, refused: [5])).silence)
    #expect(refused.hasSuffix("While no interview has been offered, silence counts for nothing."))
    let over = try #require(try ListWords(list(base, invited: [3], isOver: true)).silence)
    #expect(over == "29 programs have not answered and the interviews are over, so silence counts as a refusal.")
    #expect(try ListWords(list(base, invited: 0..<30)).silence == nil)
  }

  @Test func `ends with the day on which rank lists are certified, or with February`() throws {
    let old = try #require(Season.all.first { $0.year == 2026 })
    #expect(!old.interviewsAreOver(on: "2026-03-04") && old.interviewsAreOver(on: "2026-03-05"))
    #expect(!Season.latest.interviewsAreOver(on: "2027-02-28") && Season.latest.interviewsAreOver(on: "2027-03-01"))
    #expect(!Season.latest.interviewsAreOver(on: "2026-10-01"))
  }
}

/// What is sent stands apart from what to add.
@Suite struct `A list in the season` {
  private func request(budget: Double?) -> ListRequest {
    var random = Seeded(51)
    var profile = Samples.profile(&random, type: .usIMG, specialties: ["Family Medicine"])
    profile.budget = budget
    var request = Samples.request(profile, Samples.programs(["Family Medicine"], 40, &random))
    request.profile.applied = request.programs[..<10].map { .init($0.code, .signal) }
    request.profile.interviews = [.init(request.programs[6].code), .init(request.programs[2].code, .rejected)]
    return request
  }

  @Test func `says what is sent, what is to come, and what each costs`() throws {
    let list = try ListMaker(request(budget: 400)).list()
    let count = list.count
    #expect(count.sent > 0 && count.new > 0 && count.sent + count.new == count.applications)
    let words = ListWords(list)
    #expect(
      words.headline.hasPrefix(
        "\(count.sent) applications sent; \(count.new) more for \(Words.dollars(count.newFees)): you match in "))
    #expect(
      words.money.contains("of the $400 you set aside") && isClose(count.newFees, list.rows.map(\.fee).reduce(0, +)))
    let short = ListWords(try ListMaker(request(budget: 10)).list())
    #expect(short.money.contains("is spent already, more than the $10 you set aside, so nothing more is bought"))
  }

  @Test func `puts invitations first and refusals last, and recommends no signal that is spent`() throws {
    let request = request(budget: 400)
    let list = try ListMaker(request).list()
    #expect(list.rows.first?.program.code == request.programs[6].code)
    #expect(list.rows.last?.program.code == request.programs[2].code)
    #expect(list.rows.first?.why.hasPrefix("You have this interview.") == true)
    #expect(list.rows.last?.why == "It said no.")
    for row in list.rows where row.status != .open { #expect(!row.why.contains("moves the interview")) }
    let waiting = list.rows.filter { $0.status == .applied(.signal) && !$0.isFurtherTrack }.map {
      $0.interview * $0.match
    }
    #expect(waiting.count > 3)
  }

  @Test func `says that there are no more programs, or that money stops it, where that is so`() throws {
    var random = Seeded(52)
    var profile = Samples.profile(&random, type: .usIMG, specialties: ["Family Medicine"])
    let few = Samples.programs(["Family Medicine"], 3, &random)
    #expect(ListWords(try Samples.list(profile, few)).stop.contains("all the programs that are open to you here"))
    profile.budget = 44
    let tight = ListWords(try Samples.list(profile, Samples.programs(["Family Medicine"], 30, &random)))
    #expect(tight.stop.contains("your money or a limit stops the list"))
    #expect(tight.lowChance?.contains("to go unmatched") == true)
  }
}

/// Money that is left over changes nothing.
@Suite struct `A budget` {
  @Test(arguments: [61, 62, 63] as [UInt64])
  func `that grows never lowers the value, and once all that is worth its fee is paid not a digit changes`(seed: UInt64)
    throws
  {
    var random = Seeded(seed)
    var profile = Samples.profile(&random, specialties: ["Internal Medicine", "Neurology"])
    profile.ambition = seed == 61 ? 0 : 0.3
    profile.interviewCapacity = seed == 62 ? 12 : nil
    var programs = Samples.programs(["Internal Medicine", "Neurology"], 40, &random)
    programs += Samples.practice.filter { $0.track == .preliminary }.shuffled(using: &random).prefix(20)
    func list(_ budget: Double?) throws -> ListResult {
      profile.budget = budget
      return try Samples.list(profile, programs, seed: seed)
    }
    let free = try list(nil)
    var before: ListResult?
    for budget in [110, 165, 220, 275, 330, 341, 352, 440, 600, 900, 1500] as [Double] {
      let now = try list(budget)
      if let before {
        #expect(now.searchValue >= before.searchValue - 0.0015, "\(budget)")
        if before.fees <= budget - 150, before.fees == free.fees {
          #expect(now.matchProbability == before.matchProbability, "\(budget)")
        }
      }
      before = now
    }
    #expect(before?.matchProbability == free.matchProbability && before?.value == free.value)
    #expect(before?.rows.map(\.program.code) == free.rows.map(\.program.code))
  }
}
