import ArgumentParser
import Foundation
import SmartPick
import Tables

/// `housestaff list`: the programs to apply to.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "The best list of programs for a profile, with odds, reasons and costs.",
    discussion: """
      Without --catalog the programs are the practice catalog: fictional, in the shape of the national market. \
      The odds rest on published effects, a set of simulated seasons and an optimization; --assumptions prints every \
      number with its source, --effects FILE replaces them.
      """)

  @Argument(help: "The profile, a JSON file; `housestaff list --example` prints a complete one.")
  var profile: String?

  @Option(help: "A CSV or XLSX of programs; repeatable, later files win by code.")
  var catalog: [String] = []

  @Option(parsing: .unconditional, help: "Dollars for application fees; overrides the profile.")
  var budget: Double?

  @Option(parsing: .unconditional, help: "At most so many applications in each specialty.")
  var limit: Int?

  @Option(parsing: .unconditional, help: "0 counts only matching, 1 only where; overrides the profile.")
  var ambition: Double?

  @Option(parsing: .unconditional, help: "The year of the Match.")
  var season: Int?

  @Option(help: "Assumptions that replace the published ones: JSON or CSV, as --assumptions prints them.")
  var effects: String?

  @Option(help: "Explain the odds at one program, by its code.")
  var explain: String?

  @Flag(help: "Print every assumption with its range and source.")
  var assumptions = false

  @Flag(help: "No programs: how many applications of which kind.")
  var plan = false

  @Flag(help: "Print a complete profile to start from.")
  var example = false

  @Option(help: "The seed of the simulated seasons; the same seed gives the same bytes.")
  var seed: UInt64 = 2027

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if !example, !assumptions, profile == nil {
      throw ValidationError("Name a profile, or run `housestaff list --example > me.json` to start one.")
    }
    if let budget, !(budget >= 0 && budget.isFinite) {
      throw ValidationError("--budget is \(budget); expected dollars, 0 or more.")
    }
    if let limit, limit < 0 { throw ValidationError("--limit is \(limit); expected a whole number, 0 or more.") }
    if let ambition, !(0...1).contains(ambition) {
      throw ValidationError("--ambition is \(ambition); expected a number from 0 to 1.")
    }
    if let season, !Season.all.contains(where: { $0.year == season }) {
      throw ValidationError(
        "--season is \(season); known seasons are \(Words.list(Season.all.map { "\($0.year)" })).")
    }
  }

  func run() throws {
    try reporting {
      if example {
        Console.out(Profile.example + "\n")
        return
      }
      let season = season.flatMap { year in Season.all.first { $0.year == year } } ?? .latest
      var findings: [Finding] = []
      var request = try request(season, &findings)
      if findings.hasErrors {
        // What a list would be refused for once these are right is said with them.
        throw InputFailure(
          findings.filter { $0.severity == .error }.map(\.description) + request.unmatchedSpecialties)
      }
      if let unused = UnusedPrograms(request).sentence { Console.note(unused) }
      if assumptions { return try printAssumptions(request) }
      if plan { request.programs = PracticeCatalog.programs() }
      do {
        try printResult(request)
      } catch let problem as ListProblem {
        throw InputFailure(problem.description)
      }
    }
  }

  private func request(_ season: Season, _ findings: inout [Finding]) throws -> ListRequest {
    var me = Profile()
    if let profile { me = try ProfileFile.read(profile, &findings) }
    if let budget { me.budget = budget }
    if let ambition { me.ambition = ambition }
    if let limit {
      for choice in me.specialties {
        me.maxApplications[choice.name] = min(limit, me.maxApplications[choice.name] ?? limit)
      }
    }
    var request = ListRequest(profile: me, programs: [], season: season, seed: seed)
    if let effects {
      let edited = Effects.edited(bytes: try InputFile.bytes(effects), file: (effects as NSString).lastPathComponent)
      request.effects = edited.effects
      findings += edited.findings
    }
    if !assumptions, !plan { request.programs = try CatalogFiles.programs(catalog) }
    return request
  }

  private func printAssumptions(_ request: ListRequest) throws {
    let all = Assumption.all(request)
    switch output.chosen {
    case .csv: Console.out(csv: [AssumptionDocument.columns] + all.map { AssumptionDocument($0).cells })
    case .json: try Console.out(json: all.map(AssumptionDocument.init))
    case .table:
      var table = TextTable(columns: [
        .init(title: "assumption", most: 34), .init(title: "value", isNumber: true), .init(title: "range"),
        .init(title: "specialty", most: 24), .init(title: "source", most: 70),
      ])
      for item in all {
        let cells = AssumptionDocument(item).cells
        table.rows.append([
          cells[0], cells[1], cells[2].isEmpty ? "" : "\(cells[2]) to \(cells[3])", cells[4], cells[6],
        ])
      }
      Console.out(table.text)
      Console.note("--format csv prints them whole; edit value, low and high, and give the file back with --effects.")
    }
  }

  /// The partner's request, where the profile names one: same programs, same assumptions, beside this file.
  private func partner(_ request: ListRequest) throws -> (request: ListRequest, miles: Double)? {
    guard let couple = request.profile.couple, let profile else { return nil }
    let folder = (profile as NSString).deletingLastPathComponent
    let path =
      couple.profile.hasPrefix("/") || folder.isEmpty
      ? couple.profile : (folder as NSString).appendingPathComponent(couple.profile)
    var findings: [Finding] = []
    var other = request
    other.profile = try ProfileFile.read(path, &findings)
    if findings.hasErrors { throw InputFailure(findings) }
    if let ambition { other.profile.ambition = ambition }
    return (other, couple.maxMiles ?? 50)
  }

  private func printResult(_ request: ListRequest) throws {
    if explain == nil, !plan, let partner = try partner(request) {
      let couple = try CoupleMaker(request, partner: partner.request, maxMiles: partner.miles).lists()
      return try CoupleText(couple).print(output.chosen)
    }
    let maker = try ListMaker(request)
    let list = try maker.list()
    if let explain {
      guard let explanation = maker.explanation(of: explain, in: list) else {
        throw InputFailure(
          "No program of the chosen specialties has the code \(explain). Run the command without --explain for the codes."
        )
      }
      try ExplanationText(explanation).print(output.chosen)
    } else if plan {
      try PlanText(ApplicationPlan(list, profile: request.profile)).print(output.chosen)
    } else {
      try ListText(list).print(output.chosen)
    }
  }
}
