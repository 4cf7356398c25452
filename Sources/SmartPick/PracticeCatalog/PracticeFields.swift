import RealModule
import Statistics

/// Fills in what is known of a fictional program, and leaves unknown what directories often lack.
struct PracticeFields {
  private let recipe: PracticeRecipe
  private let market: MarketFigures
  private let season: Season?
  private var provenances: [UInt64: [Program.Field: Program.Provenance]] = [:]

  init(recipe: PracticeRecipe, market: MarketFigures) {
    self.recipe = recipe
    self.market = market
    season = Season.all.first
  }

  /// Chances that a field is unknown.
  ///
  /// A study of 211 pediatric programs in a national directory (Cureus, 2020) found about a quarter without basics such
  /// as the visa and more than half without minimum scores; the other chances are assumptions.
  enum Unknown {
    static let visa = 0.25
    static let scores = 0.56
    static let limits = 0.55
    static let usce = 0.5
    static let composition = 0.25
    static let inState = 0.45
    static let applications = 0.5
    static let interviews = 0.4
    static let salary = 0.12
    static let setting = 0.05
    static let comlex = 0.25
  }

  mutating func programs(
    _ specialty: String, _ track: MarketTrack, at sites: [PracticeInstitution], quotas: [Int],
    using random: inout SeededGenerator
  ) -> [Program] {
    let shares = PracticeMixture.published(specialty, track, market)
    let standing = sites.map { 0.7 * $0.standing + 0.7 * random.normal() }
    // Openness to applicant types belongs to the program; sought-after programs have less of it.
    let openness = standing.map { 1.2 * random.normal() - 0.5 * $0 }
    let mixtures = PracticeMixture.fitted(shares, quotas: quotas, openness: openness)
    let scores = [ApplicantType.usMDSenior, .usDOSenior, .usIMG, .nonUSIMG]
      .map { market.step2(specialty, $0, matched: true).value }
    let demand = Demand(specialty, foreign: shares[2] + shares[3], market)
    let signals = season?.signals(for: specialty) != nil
    return sites.indices.map { index in
      let site = sites[index]
      var program = Program(
        code: "", name: Self.title(specialty, track, at: site.name), specialty: specialty)
      program.institution = site.name
      program.city = site.city
      program.state = site.state.code
      program.latitude = site.latitude
      program.longitude = site.longitude
      program.positions = quotas[index]
      if !random.happens(Unknown.setting) { program.setting = site.setting }
      fillPeople(&program, mixtures[index], using: &random)
      fillScores(
        &program, center: zip(mixtures[index], scores).reduce(0) { $0 + $1.0 * $1.1 }, standing[index], using: &random)
      fillLimits(&program, mixtures[index], openness[index], using: &random)
      demand.fill(&program, quota: quotas[index], standing[index], using: &random)
      fillTerms(&program, site, using: &random)
      let known = random.uniform()
      program.signals = signals ? (known < 0.9 ? true : known < 0.94 ? false : nil) : nil
      program.provenance = provenance(of: program)
      return program
    }
  }

  private func fillPeople(_ program: inout Program, _ mixture: [Double], using random: inout SeededGenerator) {
    guard !random.happens(Unknown.composition) else { return }
    program.percentMD = (100 * mixture[0]).rounded()
    program.percentDO = (100 * mixture[1]).rounded()
    program.percentUSIMG = (100 * mixture[2]).rounded()
    program.percentNonUSIMG = (100 * mixture[3]).rounded()
  }

  private func fillScores(
    _ program: inout Program, center: Double, _ standing: Double, using random: inout SeededGenerator
  ) {
    let median = center + 4 * standing + 2 * random.normal()
    let below = random.uniform(in: 8...14)
    let above = random.uniform(in: 6...11)
    guard !random.happens(Unknown.scores) else { return }
    let middle = Int(min(270, max(215, median)).rounded())
    program.step2Median = middle
    program.step2Low = middle - Int(below.rounded())
    program.step2High = min(285, middle + Int(above.rounded()))
    if random.happens(0.3) { program.preferredOnly.insert(.step2Low) }
  }

  private func fillLimits(
    _ program: inout Program, _ mixture: [Double], _ openness: Double, using random: inout SeededGenerator
  ) {
    let foreign = mixture[3]
    let visa = random.uniform()
    if !random.happens(Unknown.visa) {
      // A program where no one from abroad trains seldom sponsors; one that lives by them nearly always does.
      let sponsors = min(0.97, 0.15 + 4 * foreign)
      program.visa =
        visa > sponsors ? Program.VisaPolicy.none : visa < 0.28 * sponsors ? .both : visa < 0.3 * sponsors ? .h1b : .j1
    }
    let osteopathic = random.uniform()
    if !random.happens(Unknown.comlex) {
      program.comlex = osteopathic < (mixture[1] < 0.03 ? 0.5 : 0.92) ? .accepted : .usmleRequired
    }
    let place = min(2, max(0, Int((1 + openness / 1.2 + 0.7 * random.normal()).rounded())))
    if !random.happens(Unknown.limits) { program.maxYearsSinceGraduation = [3, 5, 10][place] }
    if !random.happens(Unknown.limits) { program.maxAttempts = [1, 2, 3][place] }
    let months = [0.0, 1, 2, 3, 6][random.below(5)]
    if !random.happens(Unknown.usce) { program.usceMonths = months }
    for (field, isKnown) in [
      (Program.Field.maxYearsSinceGraduation, program.maxYearsSinceGraduation != nil),
      (.usceMonths, program.usceMonths != nil),
    ] where random.happens(0.3) && isKnown {
      program.preferredOnly.insert(field)
    }
  }

  private func fillTerms(
    _ program: inout Program, _ site: PracticeInstitution, using random: inout SeededGenerator
  ) {
    let local = 12 + 6 * site.state.population.squareRoot() + 9 * random.normal()
    if !random.happens(Unknown.inState) { program.inStatePercent = min(85, max(2, local)).rounded() }
    let salary = 66_500 * site.state.salary * (1 + 0.04 * random.normal())
    if !random.happens(Unknown.salary) { program.salary = Int((salary / 50).rounded()) * 50 }
    var features: Set<Int> = []
    for _ in 0..<random.below(5) { features.insert(random.below(recipe.features.count)) }
    program.features = features.sorted().map { recipe.features[$0] }
  }

  /// One provenance for every field that has a value; programs that know the same fields share one dictionary.
  private mutating func provenance(of program: Program) -> [Program.Field: Program.Provenance] {
    let optional: [(Program.Field, Bool)] = [
      (.setting, program.setting != nil), (.applications, program.applications != nil),
      (.interviews, program.interviews != nil), (.step2Low, program.step2Low != nil),
      (.step2Median, program.step2Median != nil), (.step2High, program.step2High != nil),
      (.comlex, program.comlex != nil), (.visa, program.visa != nil),
      (.maxYearsSinceGraduation, program.maxYearsSinceGraduation != nil),
      (.maxAttempts, program.maxAttempts != nil), (.usceMonths, program.usceMonths != nil),
      (.percentMD, program.percentMD != nil), (.percentDO, program.percentDO != nil),
      (.percentUSIMG, program.percentUSIMG != nil), (.percentNonUSIMG, program.percentNonUSIMG != nil),
      (.inStatePercent, program.inStatePercent != nil), (.signals, program.signals != nil),
      (.salary, program.salary != nil), (.features, !program.features.isEmpty),
    ]
    var mask: UInt64 = 0
    for (bit, field) in optional.enumerated() where field.1 { mask |= 1 << UInt64(bit) }
    if let made = provenances[mask] { return made }
    let always: [Program.Field] = [
      .code, .program, .institution, .city, .state, .specialty, .positions, .latitude, .longitude,
    ]
    var made: [Program.Field: Program.Provenance] = [:]
    for field in always + optional.filter(\.1).map(\.0) {
      made[field] = Program.Provenance(source: PracticeCatalog.source, date: String(recipe.year))
    }
    provenances[mask] = made
    return made
  }

  /// A program's name; the words in brackets tell the track.
  private static func title(_ specialty: String, _ track: MarketTrack, at institution: String) -> String {
    if specialty == "Transitional Year" { return institution + " Transitional Year Program" }
    let spoken =
      switch specialty {
      case "Surgery-General": "General Surgery"
      case "Radiology-Diagnostic": "Diagnostic Radiology"
      case "Pathology-Anatomic and Clinical": "Anatomic and Clinical Pathology"
      default: specialty
      }
    let mark =
      switch track {
      case .categorical: ""
      case .primaryCare: " (Primary Care)"
      case .advanced: " (Advanced PGY-2)"
      case .preliminary: " (Preliminary)"
      case .reserved: " (Reserved PGY-2)"
      }
    return "\(institution) \(spoken) Residency\(mark)"
  }
}

/// How many apply to a program of a specialty, and how many it interviews.
private struct Demand {
  /// Mean number of applications to one program.
  private let applications: Double

  init(_ specialty: String, foreign: Double, _ market: MarketFigures) {
    let positions = market.positions(specialty)?.value ?? 1
    let programs = market.programs(specialty)?.value ?? 1
    // About 60 applications of one person to one specialty, 110 where the person is an IMG (assumption; surveys of 2023
    // to 2025 give 40 in dermatology to 85 in plastic surgery).
    applications = market.applicantsPerPosition(specialty).value * positions * (60 + 50 * foreign) / programs
  }

  func fill(_ program: inout Program, quota: Int, _ standing: Double, using random: inout SeededGenerator) {
    let received = applications * Double.exp(0.25 * standing + 0.3 * random.normal() - 0.08)
    // About 14 interviews for each position, spread by a third.
    let seen = Double(quota) * 13.5 * Double.exp(0.3 * random.normal() - 0.045)
    let interviews = max(quota * 4, Int(seen.rounded()))
    if !random.happens(PracticeFields.Unknown.interviews) { program.interviews = interviews }
    if !random.happens(PracticeFields.Unknown.applications) {
      program.applications = max(Int(received.rounded()), interviews * 2)
    }
  }
}
