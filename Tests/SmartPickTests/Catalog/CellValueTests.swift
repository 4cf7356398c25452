import SmartPick
import Tables
import Testing

/// What a single value of a column is read as: `nil` for unknown, "fault" for an error.
private func read(_ value: String, _ field: Program.Field) throws -> String? {
  let text = CSVWriter.write([["program", "specialty", field.rawValue], ["A", "IM", value]])
  let file = CatalogFile(try Table(csv: text, name: "t.csv"))
  if file.findings.hasErrors { return "fault" }
  guard let value = file.programs.first?[field] else { return nil }
  return value.description + (file.programs[0].preferredOnly.contains(field) ? " preferred" : "")
}

@Suite struct `A value in a catalog` {
  static let cases: [(Program.Field, [(String, String?)])] = [
    (
      .visa,
      [
        ("J1/H1b", "both"), ("J-1 & H1B", "both"), ("J-1, H-1B", "both"), ("h1b", "H-1B"), ("J1 only, no H1B", "J-1"),
        ("no visa", "none"), ("None", "none"), ("US citizens only", "none"), ("does not sponsor", "none"), ("yes", nil),
        ("?", nil), ("maybe", "fault"), ("F-1", "fault"),
      ]
    ),
    (
      .maxYearsSinceGraduation,
      [
        ("within 5 years", "5"), ("5 yrs preferred", "5 preferred"), ("no limit", "no limit"), ("none", "no limit"),
        ("0", "0"), ("N/A", nil), ("2019", "fault"), ("five", "fault"), ("-2", "fault"), ("3-5", "fault"),
      ]
    ),
    (
      .maxAttempts,
      [
        ("1", "1"), ("first attempt", "1"), ("2 attempts", "2"), ("no failures", "1"), ("unlimited", "no limit"),
        ("0", "fault"),
        ("first attempt preferred", "1 preferred"),
      ]
    ),
    (
      .usceMonths,
      [
        ("yes (2 mo)", "2"), ("3 months", "3"), ("8 weeks", "2"), ("none", "0"), ("yes", nil),
        ("3 months preferred", "3 preferred"),
        ("lots", "fault"), ("1.5", "1.5"), ("2-3 months", "2"),
      ]
    ),
    (
      .step2Low,
      [
        ("250+", "250"), ("~235", "235"), ("230-245", "230"), ("999", "fault"), ("0", "fault"), ("pass", "fault"),
        ("245-230", "fault"),
      ]
    ),
    (.step2High, [("230-245", "245"), ("230 to 245", "245"), ("TBD", nil)]),
    (
      .positions,
      [
        ("12", "12"), ("10-13", "11"), ("1,200", "1200"), ("-3", "fault"), ("twelve", "fault"), ("12%", "fault"),
        ("1.5", "fault"), ("12/yr", "fault"),
      ]
    ),
    (
      .percentMD,
      [("45%", "45"), ("45 percent", "45"), ("145", "fault"), ("-5", "fault"), ("12.5", "12.5"), ("~60%", "60")]
    ),
    (
      .salary,
      [
        ("$65,400", "65400"), ("65k", "65000"), ("65.4K", "65400"), ("$65,400/yr", "65400"), ("65-70k", "67500"),
        ("65", "fault"),
      ]
    ),
    (
      .setting,
      [
        ("Univ-based", "academic"), ("University", "academic"), ("community based university affiliated", "hybrid"),
        ("Community", "community"), ("military", "military"), ("haunted", "fault"),
      ]
    ),
    (
      .comlex,
      [
        ("yes", "accepted"), ("required usmle", "required usmle"), ("USMLE required", "required usmle"),
        ("no", "required usmle"),
        ("USMLE preferred", "required usmle preferred"), ("USMLE not required", "accepted"), ("perhaps", "fault"),
      ]
    ),
    (
      .state,
      [("Ohio", "OH"), ("oh", "OH"), ("Washington, D.C.", "DC"), ("Puerto Rico", "PR"), ("Ohoi", "fault"), ("—", nil)]
    ),
    (
      .signals,
      [
        ("Yes", "yes"), ("no", "no"), ("participating", "yes"), ("Not participating", "no"), ("5", "yes"), ("0", "no"),
        ("hm", "fault"),
      ]
    ),
    (.features, [("QI track; rural", "QI track; rural"), ("a, b", "a; b"), ("a, b; c", "a, b; c")]),
    (.latitude, [("41.5", "41.5"), ("91", "fault")]), (.longitude, [("-81.7", "-81.7"), ("-181", "fault")]),
  ]

  @Test(arguments: 0..<cases.count) func `is understood as people spell it`(index: Int) throws {
    let (field, examples) = Self.cases[index]
    for (typed, wanted) in examples { #expect(try read(typed, field) == wanted, "\(field) \(typed)") }
  }

  @Test func `that means unknown is unknown in every field, and never an error`() throws {
    for field in Program.Field.allCases where field != .program && field != .specialty && field != .code {
      for typed in ["", "N/A", "n/a", "-", "?", "unknown", "TBD", "#N/A", "–"] {
        #expect(try read(typed, field) == nil, "\(field) \(typed)")
      }
    }
  }

  @Test func `is written as it is read`() throws {
    for (field, examples) in Self.cases {
      for case (_, let wanted?) in examples where wanted != "fault" && !wanted.contains("preferred") {
        #expect(try read(wanted, field) == wanted, "\(field) \(wanted)")
      }
    }
  }
}

@Suite struct `Names of specialties, states and tracks` {
  @Test func `are found under their own names, their aliases and their codes`() {
    var seen: [String: String] = [:]
    for specialty in Specialty.all {
      for name in [specialty.name] + specialty.aliases {
        #expect(Specialty.recognized(name)?.specialty == specialty, "\(name)")
        let key = ColumnName.key(name)
        #expect(seen[key] == nil || seen[key] == specialty.name, "\(name) means two specialties")
        seen[key] = specialty.name
      }
      if let digits = specialty.digits { #expect(Specialty.coded(digits) == specialty) }
    }
    #expect(Specialty.recognized("Cosmic Medicine") == nil && Specialty.recognized("") == nil)
  }

  @Test func `keep the kind of position apart`() {
    let cases: [(String, String, Track?)] = [
      ("Surgery-Preliminary (PGY-1 Only)", "Surgery-General", .preliminary),
      ("Medicine-Preliminary (PGY-1 Only)", "Internal Medicine", .preliminary),
      ("Medicine-Primary", "Internal Medicine", .primaryCare),
      ("Internal Medicine (Categorical)", "Internal Medicine", .categorical),
      ("Anesthesiology - Advanced (PGY-2)", "Anesthesiology", .advanced),
      ("Transitional (PGY-1 Only)", "Transitional Year", .preliminary),
      ("Neurology (R)", "Neurology", nil), ("Peds", "Pediatrics", nil),
      ("Thoracic Surgery - Integrated", "Thoracic Surgery (Integrated)", nil),
      ("Physical Medicine & Rehab", "Physical Medicine and Rehabilitation", nil), ("ENT", "Otolaryngology", nil),
    ]
    for (text, name, track) in cases {
      #expect(Specialty.recognized(text)?.specialty.name == name, "\(text)")
      #expect(Specialty.recognized(text)?.track == track, "\(text)")
    }
  }

  @Test func `have one canonical form, and a preliminary year is no form of the specialty`() {
    for specialty in Specialty.all { #expect(Specialty.canonicalName(specialty.name) == specialty.name) }
    let cases = [
      ("Diagnostic Radiology", "Radiology-Diagnostic"), ("general surgery", "Surgery-General"),
      ("Internal Medicine (Categorical)", "Internal Medicine"), ("TY", "Transitional Year"),
      ("Transitional (PGY-1 Only)", "Transitional Year"), ("Anesthesiology - Advanced (PGY-2)", "Anesthesiology"),
      ("Occupational and Environmental Medicine", "Occupational & Environmental Medicine"),
      ("Diagnostic Radiology/Nuclear Medicine", "Diagnostic Radiology/Nuclear Medicine/Nuclear Radiology"),
    ]
    for (typed, name) in cases { #expect(Specialty.canonicalName(typed) == name, "\(typed)") }
    for own in [
      "Internal Medicine (Preliminary)", "Surgery-Preliminary", "Surgery-General (preliminary)", "Underwater Basketry",
      "All specialties", "Military", "",
    ] {
      #expect(Specialty.canonicalName(own) == own)
    }
  }

  @Test func `are those of every shipped table`() {
    let known = Set(Specialty.all.map(\.name)).union(["All specialties", "Military"])
    for (quantity, specialty, _, _) in MarketFigures.published.figures {
      #expect(known.contains(specialty.replacing(" (Preliminary)", with: "")), "\(quantity) \(specialty)")
    }
    for season in Season.all {
      for case (let name, let specialty?, _) in season.figures {
        #expect(known.contains(specialty), "\(season.year) \(name) \(specialty)")
      }
    }
    for cutoffs in CalibratedMarket.shipped.cutoffs {
      #expect(known.contains(cutoffs.line.replacing(" (preliminary)", with: "")), "\(cutoffs.line)")
    }
    // So a profile that names any of them finds its programs in the practice catalog.
    #expect(Set(Samples.practice.map(\.specialty)).subtracting(known).isEmpty)
  }

  @Test func `hold the fifty states in nine divisions`() {
    #expect(USState.all.count == 56 && Set(USState.all.map(\.code)).count == 56)
    #expect(USState.all.count { $0.division != nil } == 51)
    let sizes = USState.Division.allCases.map { division in USState.all.count { $0.division == division } }
    // Census Bureau: 6, 3, 5, 7, 9 (with the District of Columbia), 4, 4, 8, 5.
    #expect(sizes == [6, 3, 5, 7, 9, 4, 4, 8, 5])
    for state in USState.all {
      #expect(
        USState.recognized(state.name.uppercased()) == state
          && USState.recognized(" \(state.code.lowercased()) ") == state)
    }
    #expect(USState.Division(named: "east-north central") == .eastNorthCentral)
  }

  @Test func `come out of codes of either kind`() {
    #expect(ProgramCode("1400511068").specialtyDigits == "140" && ProgramCode("1400511068").track == nil)
    #expect(ProgramCode("1000140C0").specialtyDigits == "140" && ProgramCode("1000140C0").track == .categorical)
    #expect(ProgramCode("1000999P12").track == .preliminary)
    for bad in ["", "140", "FICTION-00", "1000140X0", "10001400", "1000140C0000", "١٤٠٠٥١١٠٦٨"] {
      #expect(ProgramCode(bad).specialtyDigits == nil, "\(bad)")
    }
  }
}
