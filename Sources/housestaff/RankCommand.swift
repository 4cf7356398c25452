import ArgumentParser
import Foundation
import SmartPick
import Tables

/// `housestaff rank`: the rank order list after the interviews.
struct RankCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rank", abstract: "The rank order list: the chance at each place, and to go unmatched.",
    discussion: """
      RANKS.csv has the columns program and code, in the order wanted or with preference (the higher the more wanted) or \
      rank (1 is the first choice); optionally interviewed, impression (1 to 5), would_go, specialty, and \
      supplemental_to, the codes of the advanced programs whose supplemental list the row belongs to, or all. \
      The order is yours: the chance beside a program never changes its place.
      """)

  @Argument(help: "The profile, a JSON file; `housestaff list --example` prints a complete one.")
  var profile: String?

  @Argument(help: "The programs in the order wanted: CSV or XLSX.")
  var ranks: String?

  @Flag(help: "Print the entry sheet: rank, code, name.")
  var sheet = false

  @Option(parsing: .upToNextOption, help: "The partner's profile and programs: PROFILE2.json RANKS2.csv.")
  var partner: [String] = []

  @Option(parsing: .unconditional, help: "Couples: two places count as together within so many miles.")
  var maxMiles: Double?

  @Option(help: "A CSV or XLSX of programs; repeatable, later files win by code.")
  var catalog: [String] = []

  @Option(parsing: .unconditional, help: "The year of the Match.")
  var season: Int?

  @Option(help: "Assumptions that replace the published ones, as for `housestaff list`.")
  var effects: String?

  @Option(help: "The seed of the simulated seasons; the same seed gives the same bytes.")
  var seed: UInt64 = 2027

  @OptionGroup var output: OutputOptions

  mutating func validate() throws {
    // --partner takes all that follows; where it stands first, the last two are the applicant's own.
    if partner.count == 4, profile == nil {
      (profile, ranks) = (partner[2], partner[3])
      partner = Array(partner.prefix(2))
    }
    guard profile != nil, ranks != nil else {
      throw ValidationError(
        "Name a profile and a list: housestaff rank me.json ranks.csv. `housestaff list --example > me.json` starts a profile."
      )
    }
    guard partner.isEmpty || partner.count == 2 else {
      throw ValidationError(
        "--partner has \(partner.count) files; expected two, the partner's profile and the partner's programs.")
    }
    if let maxMiles, !(maxMiles >= 0 && maxMiles.isFinite) {
      throw ValidationError("--max-miles is \(maxMiles); expected miles, 0 or more.")
    }
    if maxMiles != nil, partner.isEmpty {
      throw ValidationError("--max-miles is for couples: add --partner PROFILE2.json RANKS2.csv.")
    }
    if let season, !Season.all.contains(where: { $0.year == season }) {
      throw ValidationError(
        "--season is \(season); known seasons are \(Words.list(Season.all.map { "\($0.year)" })).")
    }
  }

  func run() throws {
    try reporting {
      guard let profile, let ranks else { throw ExitCode(64) }
      var findings: [Finding] = []
      var lines: [String] = []
      // All that is wrong in all files is said at once.
      func attempt<Value>(_ read: () throws -> Value) throws -> Value? {
        do {
          return try read()
        } catch let failure as InputFailure {
          lines += failure.lines
          return nil
        }
      }
      let programs = try attempt { try CatalogFiles.programs(catalog) } ?? []
      let edited = try attempt { try editedEffects(&findings) } ?? .published
      var files = [(profile, ranks)]
      if !partner.isEmpty { files.append((partner[0], partner[1])) }
      var requests: [RankRequest] = []
      for (profile, ranks) in files {
        let me = try attempt { try ProfileFile.read(profile, &findings) } ?? Profile()
        guard let table = try attempt({ try InputTable.read(ranks) }) else { continue }
        let file = RankFile(table, programs: programs, profile: me)
        findings += file.findings
        requests.append(request(me, file, programs, edited))
      }
      lines += findings.filter { $0.severity == .error }.map(\.description)
      if !lines.isEmpty { throw InputFailure(lines) }
      for finding in findings { Console.note(finding.description) }
      try print(requests)
    }
  }

  private func editedEffects(_ findings: inout [Finding]) throws -> Effects {
    guard let effects else { return .published }
    let edited = Effects.edited(bytes: try InputFile.bytes(effects), file: (effects as NSString).lastPathComponent)
    findings += edited.findings
    return edited.effects
  }

  private func request(_ me: Profile, _ file: RankFile, _ programs: [Program], _ effects: Effects) -> RankRequest {
    RankRequest(
      profile: me, choices: file.choices, supplemental: file.supplemental, programs: programs,
      season: season.flatMap { year in Season.all.first { $0.year == year } } ?? .latest, effects: effects, seed: seed)
  }

  private func print(_ requests: [RankRequest]) throws {
    if requests.count == 2 {
      let miles = maxMiles ?? requests[0].profile.couple?.maxMiles ?? 50
      let result = CoupleRankMaker(requests[0], partner: requests[1], maxMiles: miles).result()
      if sheet { return try SheetText(EntrySheet(result)).print(output.chosen) }
      return try CoupleRankText(result).print(output.chosen)
    }
    let result = RankMaker(requests[0]).result()
    if sheet { return try SheetText(EntrySheet(result)).print(output.chosen) }
    try RankText(result).print(output.chosen)
  }
}
