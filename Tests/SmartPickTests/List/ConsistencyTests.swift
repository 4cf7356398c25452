import SmartPick
import Testing

/// Rows, curve, plans and explanations are one value told several times.
@Suite struct `A list agrees with itself` {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var specialties: [String]
    var capacity: Int?
    var budget: Double?
    var ambition: Double
    var applies = false
    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "one specialty", specialties: ["Internal Medicine"], budget: 300, ambition: 0),
    Case(name: "no limit of money", specialties: ["Family Medicine"], ambition: 0.3),
    Case(name: "two specialties", specialties: ["Internal Medicine", "Neurology"], budget: 400, ambition: 0.5),
    Case(name: "interview capacity", specialties: ["Internal Medicine", "Pediatrics"], capacity: 6, ambition: 0.6),
    Case(name: "large signals", specialties: ["Orthopaedic Surgery", "Surgery-General"], budget: 600, ambition: 0.3),
    Case(name: "advanced places", specialties: ["Anesthesiology"], budget: 500, ambition: 0.2),
    Case(
      name: "some sent", specialties: ["Internal Medicine", "Psychiatry"], capacity: 9, budget: 600, ambition: 0.4,
      applies: true),
  ]

  static func request(_ test: Case, _ seed: UInt64) -> ListRequest {
    var random = Seeded(seed)
    var profile = Samples.profile(&random, specialties: test.specialties)
    var programs = Samples.programs(test.specialties, 30, &random)
    programs += Samples.practice.filter { $0.track == .preliminary }.shuffled(using: &random).prefix(20)
    (profile.budget, profile.interviewCapacity, profile.ambition) = (test.budget, test.capacity, test.ambition)
    profile.preferences.states = ["NY": 1, "CA": 0.5]
    profile.preferences.setting = [.academic: 1]
    if test.applies {
      profile.applied = programs[..<6].map { .init($0.code) } + [.init(programs[6].code, .gold)]
      profile.interviews = [
        .init(programs[0].code), .init(programs[1].code, .declined), .init(programs[2].code, .rejected),
      ]
    }
    return Samples.request(profile, programs, seed: seed)
  }

  @Test(arguments: cases, [21, 22] as [UInt64])
  func `in rows, curve, plans and fees`(test: Case, seed: UInt64) throws {
    let request = Self.request(test, seed)
    let list = try ListMaker(request).list()
    let main = list.rows.filter { !$0.isPreliminary }
    let preliminary = list.rows.filter(\.isPreliminary)
    #expect(list.rows.map(\.order) == Array(1...max(1, list.rows.count)).prefix(list.rows.count).map(\.self))
    #expect(Set(list.rows.map(\.program.code)).count == list.rows.count)
    #expect(isClose(main.last?.cumulativeMatch ?? 0, list.matchProbability))
    #expect(isClose(main.map(\.match).reduce(0, +), list.matchProbability))
    #expect(isClose(main.map(\.gain).reduce(0, +), list.matchProbability))
    #expect(isClose(list.plans.map(\.match).reduce(0, +), list.matchProbability))
    #expect(isClose(main.map { $0.match * $0.value }.reduce(0, +), list.value))
    // Money.
    let paid = list.curve.first?.fees ?? 0
    #expect(isClose(paid + list.rows.map(\.fee).reduce(0, +), list.fees))
    #expect(isClose(list.rows.last?.cumulativeFee ?? paid, list.fees))
    let extra = preliminary.map(\.fee).reduce(0, +)
    #expect(isClose(list.plans.map(\.fees).reduce(0, +) + extra + paid, list.fees))
    if let budget = test.budget { #expect(list.fees <= budget + 1e-9) }
    // The curve.
    let last = try #require(list.curve.last { $0.isRecommended })
    #expect(isClose(last.match, list.matchProbability))
    // The preliminary years are in the curve's money from the first advanced place on.
    #expect(isClose(last.fees, list.fees))
    #expect(isClose(last.low, list.matchLow) && isClose(last.high, list.matchHigh))
    #expect(last.applications == list.plans.map(\.applications).reduce(0, +))
    #expect(last.applications == Samples.applications(list).count)
    for (before, after) in zip(list.curve, list.curve.dropFirst()) {
      #expect(after.applications == before.applications + 1 && after.fees >= before.fees)
      if test.capacity == nil { #expect(after.match >= before.match - 1e-12) }
    }
    #expect(list.unmatchedProbability == 1 - list.matchProbability)
    #expect(list.season == 2027 && list.ambition == test.ambition && list.budget == test.budget)
    #expect(list.searchScenarios == 64 && list.reportScenarios == 64 && list.seed == seed)
    #expect(Set(list.lowGain).isSubset(of: Set(main.map(\.program.code))))
  }

  @Test(arguments: cases, [24] as [UInt64])
  func `in the explanation of every row`(test: Case, seed: UInt64) throws {
    let maker = try ListMaker(Self.request(test, seed))
    let list = try maker.list()
    for row in list.rows where !row.isPreliminary {
      let explanation = try #require(maker.explanation(of: row.program.code, in: list))
      #expect(explanation.interview == row.interview)
      #expect(explanation.interviewLow == row.interviewLow && explanation.interviewHigh == row.interviewHigh)
      #expect(explanation.row?.order == row.order && !explanation.isBarred)
      // A place is never had more often than it is had alone.
      #expect(row.match <= explanation.interview * explanation.afterInterview + 1e-9)
      for line in explanation.lines { #expect(line.low <= line.factor + 1e-12 && line.factor <= line.high + 1e-12) }
    }
    #expect(maker.explanation(of: "NOWHERE", in: list) == nil)
  }

  @Test(arguments: cases, [22, 23] as [UInt64])
  func `and every chance is a chance inside its range`(test: Case, seed: UInt64) throws {
    let list = try ListMaker(Self.request(test, seed)).list()
    func inOrder(_ values: Double...) -> Bool { zip(values, values.dropFirst()).allSatisfy { $0 <= $1 + 1e-12 } }
    #expect(inOrder(0, list.matchLow, list.matchProbability, list.matchHigh, 1))
    #expect(inOrder(0, list.interviewsLow, list.interviewsExpected, list.interviewsHigh))
    #expect(inOrder(0, list.gapBound, 1) && inOrder(0, list.value, 1))
    for row in list.rows {
      #expect(inOrder(0, row.interviewLow, row.interview, row.interviewHigh, 1), "\(row.program.code)")
      #expect(inOrder(0, row.match, 1) && inOrder(0, row.cumulativeMatch, 1) && row.gain <= row.gainHigh + 1e-12)
      if test.capacity == nil { #expect(row.gain >= -1e-12) }
      #expect(!row.why.isEmpty && row.why.hasSuffix("."))
    }
    for point in list.curve { #expect(inOrder(0, point.low, point.match, point.high, 1)) }
    for question in list.questions { #expect(question.gainIfFavorable > 0 && question.words.hasSuffix("?")) }
    for item in list.sensitivity {
      #expect(inOrder(0, item.atLow, 1) && inOrder(0, item.atHigh, 1))
      // The same seasons as the headline, which lies between the ends but where an effect cuts both ways.
      let (low, high) = (min(item.atLow, item.atHigh), max(item.atLow, item.atHigh))
      #expect(inOrder(low - 0.005, list.matchProbability, high + 0.005), "\(item.effect)")
    }
    for item in list.assumptions {
      if let low = item.low, let high = item.high {
        #expect(inOrder(low, item.value, high), "\(item.name) \(item.specialty)")
      }
      #expect(!item.source.isEmpty && !item.season.isEmpty)
    }
    if let outcomes = list.outcomes {
      #expect(isClose(outcomes.full + outcomes.advancedOnly + outcomes.none, 1))
      #expect(isClose(outcomes.full + outcomes.advancedOnly, list.matchProbability))
      #expect(inOrder(0, outcomes.full) && inOrder(0, outcomes.advancedOnly) && inOrder(0, outcomes.none))
      // First years count beside an advanced place only: without them whole training is what needs none.
      let alone = list.rows.filter { !$0.isPreliminary && $0.program.track != .advanced }.map(\.match).reduce(0, +)
      let first = list.rows.filter(\.isPreliminary).map(\.match).reduce(0, +)
      #expect(isClose(alone + first, outcomes.full))
    }
  }
}
