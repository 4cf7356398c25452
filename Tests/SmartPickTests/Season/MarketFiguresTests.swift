import SmartPick
import Testing

private let market = MarketFigures.published

@Suite struct `The market's figures` {
  @Test func `add up to the published totals of 2025`() {
    let programs = market.specialties.compactMap { market.programs($0)?.value }.reduce(0, +)
    let positions = market.specialties.compactMap { market.positions($0)?.value }.reduce(0, +)
    let unfilled = market.specialties.compactMap { market.unfilledPositions($0)?.value }.reduce(0, +)
    #expect(programs == 6513)
    #expect(positions == 43_218)
    #expect(positions - unfilled == 40_745)
  }

  @Test func `have a year, a source and a trust mark each, and a note wherever trust is low or assumed`() {
    #expect(market.figures.count > 700)
    for (quantity, specialty, key, figure) in market.figures {
      let what = "\(quantity) \(specialty) \(key)"
      #expect(2000...2100 ~= figure.year && figure.source.count > 8, "\(what)")
      #expect((figure.trust != .low && figure.trust != .assumption) || figure.note != nil, "\(what)")
      #expect(figure.range.contains(figure.value) && figure.value >= 0, "\(what)")
    }
  }

  @Test(arguments: ApplicantType.allCases)
  func `answer for every specialty and applicant type, known or not`(type: ApplicantType) {
    for specialty in market.specialties + ["Underwater Basketry"] {
      let rate = market.preferredMatchRate(specialty, type)
      #expect(0.1...99.95 ~= rate.value, "\(specialty)")
      let matched = market.step2(specialty, type, matched: true)
      let unmatched = market.step2(specialty, type, matched: false)
      #expect(200...275 ~= matched.value && 200...275 ~= unmatched.value, "\(specialty)")
      #expect(matched.value >= unmatched.value - 2, "\(specialty): two published cells fall by 1 and 2 points")
      #expect(6...20 ~= market.step2SD(specialty, type, matched: true).value)
      #expect(6...20 ~= market.step2SD(specialty, type, matched: false).value)
      #expect(0...1.3 ~= market.step2Slope(specialty, type).value)
      #expect(1...30 ~= market.contiguousRanks(specialty, type, matched: true).value)
      #expect(0...100 ~= market.matchedShare(specialty, type).value)
      #expect(0.3...3 ~= market.applicantsPerPosition(specialty).value, "\(specialty)")
    }
    #expect(market.rankListLength(type, matched: true).value > market.rankListLength(type, matched: false).value)
    #expect(market.applications(type).value > 0 && market.activeApplicants(type).value > 0)
    #expect(market.preferredMatchRate("Underwater Basketry", type).scope == .typeTotal)
  }

  @Test func `tell which lookup answered`() {
    let exact = market.preferredMatchRate("Anesthesiology", .usMDSenior)
    #expect(exact.value == 88.0 && exact.scope == .exact && exact.year == 2026)
    #expect(market.preferredMatchRate("Anesthesiology", .usDOSenior).trust == .low)
    let moved = market.preferredMatchRate("Dermatology", .usIMG)
    #expect(moved.scope == .derived && moved.trust == .assumption && moved.note?.contains("U.S. citizen IMG") == true)
    #expect(moved.value < 40, "a type's total of 67.8 would promise far too much in dermatology")
    #expect(market.applicantsPerPosition("Nuclear Medicine").scope == .overall)
  }

  @Test func `order applicant types and specialties as published rates do`() {
    #expect(market.matchRate(.usMDSenior).value > market.matchRate(.usMDGraduate).value)
    #expect(market.matchRate(.usIMG, year: 2025).value == 67.8)
    #expect(market.matchRates(.nonUSIMG).map(\.year) == [2026, 2025, 2024, 2023, 2022])
    for type in ApplicantType.allCases {
      let hard = market.preferredMatchRate("Plastic Surgery (Integrated)", type).value
      #expect(hard < market.preferredMatchRate("Family Medicine", type).value, "\(type)")
    }
  }

  @Test func `share the matched among the six types`() {
    for specialty in ["Internal Medicine", "Surgery-General", "Dermatology", "Family Medicine"] {
      let sum = ApplicantType.allCases.map { market.matchedShare(specialty, $0).value }.reduce(0, +)
      #expect(abs(sum - 100) < 0.5, "\(specialty)")
    }
    let preliminary = market.matchedShare("Internal Medicine", .nonUSIMG, .preliminary).value
    #expect(preliminary < market.matchedShare("Internal Medicine", .nonUSIMG).value)
  }

  @Test func `say which specialties need a preliminary year`() {
    let need = ["Anesthesiology", "Dermatology", "Neurology", "Radiology-Diagnostic", "Radiation Oncology"]
    for specialty in need { #expect(market.needsPreliminaryYear(specialty), "\(specialty)") }
    for specialty in ["Internal Medicine", "Surgery-General", "Transitional Year"] {
      #expect(!market.needsPreliminaryYear(specialty), "\(specialty)")
    }
    #expect(abs(market.advancedShare("Dermatology").value - 524.0 / 554.0) < 1e-12)
  }

  @Test func `understand the names that reports use`() {
    #expect(market.positions("General Surgery") == market.positions("Surgery-General"))
    #expect(market.positions("Surgery-General", .advanced) == nil)
    // A preliminary year is asked for by its track; its name is not read as the whole specialty's.
    #expect(market.positions("Surgery-General (Preliminary)") == nil && market.positions("Surgery-Preliminary") == nil)
    #expect(market.meanQuota("Surgery-General", .categorical).map { abs($0.value - 4.73) < 0.005 } == true)
  }
}
