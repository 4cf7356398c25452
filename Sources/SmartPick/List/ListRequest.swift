/// What a list is made from.
public struct ListRequest: Sendable {
  public var profile: Profile
  public var programs: [Program]
  public var season: Season
  public var effects: Effects
  public var market: MarketFigures
  public var cutoffs: CutoffSource
  public var seed: UInt64
  /// Another number is another person in the same years: own strength and interview days.
  package var person: UInt64 = 0
  /// Whether the interviews of the season are over, so that whoever has not answered has refused
  /// (``Season/interviewsAreOver(on:)``).
  public var isOver = false
  /// Effect draws and strengths of the scenarios that the search sees, and of the fresh ones that the report is from.
  public var search = Grid(draws: 32, strengths: 16)
  public var report = Grid(draws: 64, strengths: 32)
  /// Stop when one more application adds less than this to the value of the list.
  public var minimumGain = 0.001

  public struct Grid: Sendable, Equatable {
    public var draws: Int
    public var strengths: Int
    public init(draws: Int, strengths: Int) {
      self.draws = draws
      self.strengths = strengths
    }
    public var count: Int { draws * strengths }
  }

  public init(
    profile: Profile, programs: [Program], season: Season, effects: Effects = .published,
    market: MarketFigures = .published, cutoffs: CutoffSource = .market, seed: UInt64 = 2027
  ) {
    self.profile = profile
    self.programs = programs
    self.season = season
    self.effects = effects
    self.market = market
    self.cutoffs = cutoffs
    self.seed = seed
  }
}

extension ListRequest {
  /// A sentence for each specialty of the profile in which the catalog has no program.
  public var unmatchedSpecialties: [String] { unmatchedSpecialties(of: Set(profile.specialties.map(\.name))) }

  /// The same for some of them.
  func unmatchedSpecialties(of names: Set<String>) -> [String] {
    let known = Set(programs.map(\.specialty))
    return programs.isEmpty
      ? []
      : profile.specialties.map(\.name).filter { names.contains($0) && !known.contains($0) }.map { name in
        "The catalog has no program in \(name)\(Specialty.question(about: name))"
          + (Specialty.suggestion(for: name) == nil ? "." : " Until that is put right no list has it.")
      }
  }
}

/// Why no list could be made, each with what to do.
public enum ListProblem: Error, Sendable, Equatable, CustomStringConvertible {
  case noSpecialty
  case refusedSpecialty(String)
  case nothingInCatalog(specialties: [String], inCatalog: [String])
  case nothingEligible(count: Int)
  case nothingAffordable(budget: Double, cheapest: Double)

  public var description: String {
    switch self {
    case .noSpecialty:
      "The profile names no specialty. Add for example \"specialties\": [{\"name\": \"Internal Medicine\", \"role\": \"primary\"}]."
    case .refusedSpecialty(let sentence): sentence
    case .nothingInCatalog(let specialties, let known):
      "The catalog has no program in \(Words.list(specialties))\(specialties.first.map(Specialty.question) ?? "")"
        + (specialties.first.flatMap(Specialty.suggestion) == nil ? ". " : " ")
        + (known.isEmpty
          ? "It is empty; add programs."
          : "It has \(Words.list(Array(known.prefix(12))))\(known.count > 12 ? " and others" : ""). Correct the specialty in the profile or in the catalog.")
    case .nothingEligible(let count):
      "None of the \(count) programs in the chosen specialties is open to this profile: a requirement is not met at each, or all are refused. --format json lists them under requirements_not_met."
    case .nothingAffordable(let budget, let cheapest):
      "A budget of \(Words.dollars(budget)) buys no application; the first costs \(Words.dollars(cheapest)). Set more aside, or set no limit."
    }
  }
}
