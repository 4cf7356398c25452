import SmartPick
import Testing

@Suite struct `A season` {
  @Test func `is found by year, or the error lists the years that are known`() throws {
    #expect(try Season(year: 2026).isComplete)
    #expect(throws: SeasonError.unknown(year: 2031, known: [2026, 2027])) { try Season(year: 2031) }
    let text = "\(SeasonError.unknown(year: 2031, known: [2026, 2027]))"
    #expect(text.contains("2031") && text.contains("2026, 2027"))
  }

  @Test func `that is the latest carries what it lacks and says so`() throws {
    let (old, new) = (try Season(year: 2026), Season.latest)
    #expect(new.year == 2027 && !new.isComplete)
    #expect(new.fees(for: "Internal Medicine")?.carriedFrom == 2026)
    #expect(new.signals(for: "Internal Medicine")?.carriedFrom == 2026)
    #expect(new.signals(for: "Psychiatry")?.carriedFrom == 2025, "the 2025 number stood in for 2026 already")
    #expect(old.fees(for: "Internal Medicine")?.carriedFrom == nil)
    #expect(old.charge(.nrmpCouple).carriedFrom == 2017)
    for charge in Season.Charge.allCases {
      #expect(new.charge(charge).value == old.charge(charge).value)
      #expect(new.charge(charge).carriedFrom != nil)
    }
    #expect(new.dates.map(\.id) == ["eras_opens"], "an older season's dates are not this season's")
  }

  @Test func `knows through which service a specialty's applications go`() throws {
    let season = try Season(year: 2026)
    #expect(season.service(for: "Obstetrics and Gynecology") == .residencyCAS)
    #expect(season.service(for: "Emergency Medicine") == .residencyCAS)
    #expect(season.service(for: "Urology") == .eras)
    #expect(season.service(for: "Ophthalmology") == .sfMatch)
    #expect(season.service(for: "Internal Medicine") == .eras)
    #expect(season.fees(for: "Ophthalmology") == nil)
  }

  @Test(arguments: ["Urology", "Ophthalmology", "Military"])
  func `names or refuses the calendars that are not the NRMP's, in one sentence`(specialty: String) throws {
    let note = try #require(Season.latest.calendarNote(specialty))
    #expect(note.sentence.hasSuffix(".") && note.sentence.filter { $0 == "." }.count == 1)
    #expect(Season.latest.calendarNote("Internal Medicine") == nil)
    #expect(try Season(year: 2026).dates(for: specialty).allSatisfy { $0.body != "nrmp" })
  }

  @Test func `has its signals by kind`() throws {
    let season = try Season(year: 2026)
    let medicine = try #require(season.signals(for: "Internal Medicine"))
    #expect((medicine.gold, medicine.silver, medicine.total) == (3, 12, 15))
    let orthopaedics = try #require(season.signals(for: "Orthopaedic Surgery"))
    #expect((orthopaedics.gold, orthopaedics.total) == (0, 30) && !orthopaedics.isTiered)
    #expect(season.signals(for: "Nuclear Medicine") == nil)
    #expect(season.specialtiesSharingSignals(with: "Radiology-Diagnostic").count == 2)
    let large = season.figures.filter { $0.name == "large signal" }.compactMap(\.specialty)
    #expect(large.count == 6 && large.allSatisfy(season.isLargeSignal) && !season.isLargeSignal("Family Medicine"))
  }

  @Test func `has dates in order, each with its source`() throws {
    let dates = try Season(year: 2026).dates
    #expect(dates.map(\.date) == dates.map(\.date).sorted())
    #expect(dates.last { $0.id == "match_day" }?.date == "2026-03-20")
    for date in dates { #expect(date.date.count == 10 && !date.source.isEmpty && date.trust != .low) }
  }

  @Test func `adds up what ranking costs`() throws {
    let season = try Season(year: 2026)
    #expect(season.nrmpFee(ranks: 0) == 70)
    #expect(season.nrmpFee(ranks: 20) == 70)
    #expect(season.nrmpFee(ranks: 25) == 220)
    #expect(season.nrmpFee(ranks: 25, couple: true) == 235)
  }

  @Test func `has a year, a source and a trust mark on every figure, and a note on what is assumed or of low trust`() {
    for season in Season.all {
      for (name, specialty, figure) in season.figures {
        let what = "\(season.year) \(name) \(specialty ?? "")"
        #expect(2000...2100 ~= figure.year && figure.source.count > 8, "\(what)")
        #expect((figure.trust != .low && figure.trust != .assumption) || figure.note != nil, "\(what)")
        #expect(figure.year >= season.year || figure.carriedFrom != nil || name == "large signal", "\(what)")
      }
    }
  }
}

@Suite struct `The names of specialties` {
  @Test func `are the same in the seasons' files and in the market's`() {
    let elsewhere: Set = ["Ophthalmology", "Urology", "Military"]
    let known = elsewhere.union(MarketFigures.published.specialties)
    for season in Season.all {
      for case (let name, let specialty?, _) in season.figures {
        #expect(known.contains(specialty), "\(season.year) \(name)")
      }
    }
    let rows = Set(MarketFigures.published.figures.map(\.specialty))
      .subtracting(["All specialties", "Internal Medicine (Preliminary)", "Surgery-General (Preliminary)"])
    #expect(rows.subtracting(known) == [])
  }
}

@Suite struct `A fee schedule` {
  @Test func `of ERAS agrees with the AAMC's own examples`() throws {
    let fees = try #require(try Season(year: 2026).fees(of: .eras))
    #expect(fees.cumulativeFee(30) == 330)
    #expect(fees.cumulativeFee(43) + fees.cumulativeFee(7) == 797)
    #expect(fees.cumulativeFee(32) * 2 == 780)
    #expect(fees.isConvex && fees.marginalFee(30) == 11 && fees.marginalFee(31) == 30)
  }

  @Test func `of ResidencyCAS opens with a flat sum`() throws {
    let fees = try #require(try Season(year: 2026).fees(of: .residencyCAS))
    #expect((0...19).map(fees.cumulativeFee) == [0] + Array(repeating: 99, count: 18) + [117])
    #expect(fees.cumulativeFee(46) == 99 + 12 * 18 + 16 * 23)
    #expect(!fees.isConvex && fees.marginalFee(1) == 99 && fees.marginalFee(2) == 0)
  }

  @Test(arguments: [ApplicationService.eras, .residencyCAS])
  func `is the sum of its margins, and buys back what it sells`(service: ApplicationService) throws {
    let fees = try #require(Season.latest.fees(of: service))
    var sum = 0.0
    for count in 1...120 {
      #expect(fees.marginalFee(count) >= 0)
      sum += fees.marginalFee(count)
      #expect(fees.cumulativeFee(count) == sum)
      let bought = fees.applications(for: sum)
      #expect(bought >= count && fees.cumulativeFee(bought) <= sum && fees.cumulativeFee(bought + 1) > sum)
    }
    #expect(fees.applications(for: 0) == 0)
  }
}
