/// A program as an applicant ranks it after the interviews.
public struct RankChoice: Sendable, Equatable {
  public var program: Program
  /// Without an interview there is no chance: programs rank those whom they have met.
  public var wasInterviewed: Bool
  /// The applicant's own impression, 1 to 5: compared with the order, never part of the odds.
  public var impression: Int?
  /// Whether the applicant would go there; a match binds.
  public var wouldGo: Bool

  public init(_ program: Program, wasInterviewed: Bool = true, impression: Int? = nil, wouldGo: Bool = true) {
    self.program = program
    self.wasInterviewed = wasInterviewed
    self.impression = impression
    self.wouldGo = wouldGo
  }
}

/// What a rank order list is judged from.
public struct RankRequest: Sendable {
  public var profile: Profile
  /// The primary list, first choice first.
  public var choices: [RankChoice]
  /// Preliminary and transitional years by the code of the advanced program that they go with, first choice first.
  public var supplemental: [String: [RankChoice]]
  /// The catalog: what else was applied to, and what is usual in it.
  public var programs: [Program]
  public var season: Season
  public var effects: Effects
  public var market: MarketFigures
  public var cutoffs: CutoffSource
  public var seed: UInt64
  /// Effect draws and strengths; the same as the report of a list, so that the two agree.
  public var grid = ListRequest.Grid(draws: 64, strengths: 32)
  /// Another number is another person in the same years: the partner of a couple.
  public var person: UInt64 = 0

  public init(
    profile: Profile, choices: [RankChoice], supplemental: [String: [RankChoice]] = [:], programs: [Program] = [],
    season: Season, effects: Effects = .published, market: MarketFigures = .published, cutoffs: CutoffSource = .market,
    seed: UInt64 = 2027
  ) {
    self.profile = profile
    self.choices = choices
    self.supplemental = supplemental
    self.programs = programs
    self.season = season
    self.effects = effects
    self.market = market
    self.cutoffs = cutoffs
    self.seed = seed
  }
}

/// A chance with the range within which nine in ten draws of the assumptions fall.
public struct RankChance: Sendable, Equatable {
  public var value: Double
  public var low: Double
  public var high: Double

  public init(_ value: Double, low: Double, high: Double) {
    self.value = value
    self.low = min(value, low)
    self.high = max(value, high)
  }

  /// The chance that the other thing happens.
  public var complement: RankChance { RankChance(1 - value, low: 1 - high, high: 1 - low) }
}
