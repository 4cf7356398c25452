internal import Matching

/// The simulated national season: published positions, registered applicants, invitations, rank lists and the Match.
///
/// A draw is one year's luck. The programs are the same in all draws. No record of any person or program enters.
public struct MarketModel: Sendable {
  public let season: MarketSeason
  public let parameters: MarketParameters
  /// 1 is the whole country.
  public let scale: Double
  let programs: MarketPrograms
  /// Mean applications of one person by group.
  let applications: [Double]

  /// - Parameters:
  ///   - season: the year's published numbers.
  ///   - parameters: what the simulated season is made of besides.
  ///   - scale: the share of the country to simulate, over 0 and up to 1; less than 1 only for tests.
  public init(_ season: MarketSeason, _ parameters: MarketParameters, scale: Double = 1) {
    precondition(scale > 0 && scale <= 1, "A scale lies above 0 and is at most 1.")
    self.season = season
    self.parameters = parameters
    self.scale = scale
    programs = MarketPrograms(season, scale: scale, opennessQuality: parameters.opennessQuality)
    let figures = MarketFigures.published
    applications = MarketGroup.allCases.map { group in
      let types = group.types
      return types.reduce(0) { $0 + figures.applications($1).value } / Double(types.count)
    }
  }

  /// One year's luck, from beginning to end; about a second for the whole country.
  ///
  /// It depends on the seed and on `draw` alone.
  public func draw(_ draw: Int, seed: UInt64) -> MarketTally {
    let people = MarketApplicants(
      season, parameters, applications: applications, scale: scale, seed: seed, draw: draw)
    let applications = MarketApplications(people, programs, season, parameters, seed: seed, draw: draw)
    let interviews = MarketInterviews(people, applications, programs, parameters)
    let ranks = MarketRanks(people, applications, interviews, programs, parameters, seed: seed, draw: draw)
    let outcome = Market(
      MarketLists(quotas: programs.quota.map(Int.init), choices: ranks.choices, rankings: ranks.rankings)
    ).match()
    return MarketTally(self, people, applications, interviews, ranks, outcome)
  }

  /// Some draws, `threads` at a time; the same for any number of threads.
  public func draws(_ count: Int, seed: UInt64, threads: Int = 1) async -> [MarketTally] {
    precondition(count > 0 && threads > 0, "At least one draw on one thread.")
    return await withTaskGroup(of: (Int, MarketTally).self) { group in
      var tallies = [MarketTally?](repeating: nil, count: count)
      var next = 0
      func add() {
        guard next < count else { return }
        let number = next
        next += 1
        group.addTask { (number, draw(number, seed: seed)) }
      }
      for _ in 0..<threads { add() }
      while let (number, tally) = await group.next() {
        tallies[number] = tally
        add()
      }
      return tallies.compactMap(\.self)
    }
  }
}
