import RealModule
import Statistics

/// Fictional programs in the shape of the real market, to try the house on before one has a catalog of one's own.
///
/// Every specialty and track has the published number of programs and positions of 2025; quotas have the published mean
/// and spread; shares of applicant types and scores agree with the specialty's. All the rest is invented. Codes begin
/// with `FICTION-`, and every field's provenance says "practice catalog (fiction)". The recipe is in the README beside
/// this file.
public enum PracticeCatalog {
  /// What every field's provenance names as its source.
  public static let source = "practice catalog (fiction)"

  /// All programs, about 6,500, the same bytes every time, by specialty, track and state.
  public static func programs() -> [Program] {
    let recipe = PracticeRecipe.shipped
    let market = MarketFigures.published
    var random = SeededGenerator(seed: seed)
    let institutions = PracticeInstitution.all(institutionCount, from: recipe, using: &random)
    var programs: [Program] = []
    programs.reserveCapacity(6600)
    var filler = PracticeFields(recipe: recipe, market: market)
    for (index, specialty) in market.specialties.enumerated() {
      // A stream for each specialty: a change in one leaves the others as they were.
      var random = SeededGenerator(seed: seed, stream: UInt64(index + 1))
      programs += specialtyPrograms(specialty, institutions, recipe, market, &filler, using: &random)
    }
    return programs
  }

  private static let seed: UInt64 = 2025
  /// Close to the number of institutions that sponsor residencies (assumption); family medicine alone needs 814.
  private static let institutionCount = 960

  private static func specialtyPrograms(
    _ specialty: String, _ institutions: [PracticeInstitution], _ recipe: PracticeRecipe, _ market: MarketFigures,
    _ filler: inout PracticeFields, using random: inout SeededGenerator
  ) -> [Program] {
    var result: [Program] = []
    var hosts: Set<Int> = []
    // The largest track settles where the specialty is taught; its other tracks mostly stay with it.
    let tracks = market.tracks(of: specialty)
      .map { (track: $0, count: Int(market.programs(specialty, $0)?.value ?? 0)) }
      .sorted { ($0.count, $1.track.rawValue) > ($1.count, $0.track.rawValue) }
    let letters = recipe.codes[specialty, default: "XX"]
    for (track, count) in tracks {
      let positions = Int(market.positions(specialty, track)?.value ?? 0)
      let chosen = choose(count, of: institutions, hosts: hosts, using: &random)
      hosts.formUnion(chosen)
      let quotas = PracticeQuotas.draw(
        programs: count, positions: positions, sd: market.quotaSD(specialty, track)?.value ?? 0, using: &random)
      // Larger institutions have larger programs, with exceptions.
      let order = chosen.map { (size: institutions[$0].size + 0.6 * random.normal(), institution: $0) }
        .sorted { ($0.size, $0.institution) < ($1.size, $1.institution) }
      var quotaAt: [Int: Int] = [:]
      for (place, quota) in zip(order, quotas) { quotaAt[place.institution] = quota }
      let sites = chosen.sorted()
      let filled = filler.programs(
        specialty, track, at: sites.map { institutions[$0] }, quotas: sites.map { quotaAt[$0, default: 1] },
        using: &random)
      for var program in filled {
        program.code = "FICTION-\(letters)-\(padded(result.count + 1))"
        program.track = Track(track)
        result.append(program)
      }
    }
    return result
  }

  /// A sample without replacement, larger institutions and present hosts more often (Efraimidis and Spirakis, 2006).
  private static func choose(
    _ count: Int, of institutions: [PracticeInstitution], hosts: Set<Int>, using random: inout SeededGenerator
  ) -> [Int] {
    // Small specialties gather in large institutions.
    let pull = count > 500 ? 0.9 : count > 150 ? 1.5 : 2
    let keys = institutions.indices.map { index in
      let weight = Double.exp(pull * institutions[index].size) * (hosts.contains(index) ? 25 : 1)
      return (key: -Double.log(random.uniformOpen()) / weight, index: index)
    }
    return keys.sorted { ($0.key, $0.index) < ($1.key, $1.index) }.prefix(count).map(\.index)
  }

  private static func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

extension Track {
  /// The kind of position under the name that catalogs use.
  fileprivate init(_ track: MarketTrack) {
    self =
      switch track {
      case .categorical: .categorical
      case .primaryCare: .primaryCare
      case .advanced: .advanced
      case .preliminary: .preliminary
      case .reserved: .physician
      }
  }
}
