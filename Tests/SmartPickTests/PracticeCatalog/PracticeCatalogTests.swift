import SmartPick
import Testing

private let market = MarketFigures.published
private let programs = PracticeCatalog.programs()

/// The track that a program's name tells.
private func track(_ program: Program) -> MarketTrack {
  if program.name.hasSuffix("(Advanced PGY-2)") { return .advanced }
  if program.name.hasSuffix("(Preliminary)") || program.specialty == "Transitional Year" { return .preliminary }
  if program.name.hasSuffix("(Reserved PGY-2)") { return .reserved }
  return program.name.hasSuffix("(Primary Care)") ? .primaryCare : .categorical
}

private let groups = Dictionary(grouping: programs) { [$0.specialty, track($0).rawValue] }

@Suite struct `The practice catalog` {
  @Test func `has the published number of programs and positions in every specialty and track`() throws {
    var compared = 0
    for specialty in market.specialties {
      for track in market.tracks(of: specialty) {
        let group = groups[[specialty, track.rawValue], default: []]
        #expect(Double(group.count) == market.programs(specialty, track)?.value, "\(specialty) \(track)")
        let positions = group.compactMap(\.positions).reduce(0, +)
        #expect(Double(positions) == market.positions(specialty, track)?.value, "\(specialty) \(track)")
        compared += 1
      }
    }
    #expect(compared == groups.count && programs.count == 6513)
    #expect(programs.compactMap(\.positions).reduce(0, +) == 43_218)
  }

  @Test func `has quotas with the published spread`() throws {
    for specialty in market.specialties {
      for track in market.tracks(of: specialty) {
        let quotas = groups[[specialty, track.rawValue], default: []].compactMap(\.positions).map(Double.init)
        guard quotas.count >= 15 else { continue }
        let mean = quotas.reduce(0, +) / Double(quotas.count)
        let variance = quotas.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(quotas.count)
        let sd = try #require(market.quotaSD(specialty, track)).value
        #expect(
          abs(variance.squareRoot() - sd) <= (quotas.count < 30 ? 0.2 : max(0.1, 0.05 * sd)), "\(specialty) \(track)")
        #expect(quotas.allSatisfy { 1...100 ~= $0 }, "\(specialty) \(track)")
      }
    }
  }

  @Test func `is the same bytes every time`() {
    let again = PracticeCatalog.programs()
    #expect(again == programs)
    // A changed recipe changes this number; write the new one here when the change was meant.
    #expect(fingerprint(again) == 8_327_640_310_653_805_723)
  }

  @Test func `gives every program its own code and its own name, and all say that they are fiction`() {
    #expect(Set(programs.map(\.code)).count == programs.count)
    #expect(Set(programs.map(\.name)).count == programs.count)
    for program in programs {
      #expect(program.isFiction && program.website == nil)
      let cited = program.provenance.values.map(\.source)
      #expect(cited.count >= 9 && cited.allSatisfy { $0 == PracticeCatalog.source })
    }
  }

  @Test func `names the source of exactly the fields that are known`() {
    for program in programs.prefix(800) {
      #expect((program.provenance[.visa] != nil) == (program.visa != nil))
      #expect((program.provenance[.step2Low] != nil) == (program.step2Low != nil))
      #expect((program.provenance[.salary] != nil) == (program.salary != nil))
      #expect((program.provenance[.features] != nil) == !program.features.isEmpty)
    }
  }

  @Test func `leaves unknown what directories often lack`() {
    func unknown(_ isKnown: (Program) -> Bool) -> Double {
      Double(programs.filter { !isKnown($0) }.count) / Double(programs.count)
    }
    #expect(0.23...0.27 ~= unknown { $0.visa != nil })
    #expect(unknown { $0.step2Low != nil } > 0.5)
    #expect(0.52...0.58 ~= unknown { $0.maxYearsSinceGraduation != nil })
    #expect(0.23...0.27 ~= unknown { $0.percentMD != nil })
    #expect(0.4...0.5 ~= unknown { $0.inStatePercent != nil })
    #expect(unknown { $0.positions != nil } == 0)
  }

  @Test(arguments: ["Internal Medicine", "Family Medicine", "Psychiatry", "Surgery-General", "Orthopaedic Surgery"])
  func `shares the places among applicant types as the specialty does`(specialty: String) {
    let group = groups[[specialty, "categorical"], default: []].filter { $0.percentMD != nil }
    let positions = group.compactMap(\.positions).reduce(0, +)
    let pairs: [(KeyPath<Program, Double?>, [ApplicantType])] = [
      (\.percentMD, [.usMDSenior, .usMDGraduate]), (\.percentDO, [.usDOSenior, .usDOGraduate]),
      (\.percentUSIMG, [.usIMG]), (\.percentNonUSIMG, [.nonUSIMG]),
    ]
    for (field, types) in pairs {
      let mean = group.reduce(0) { $0 + ($1[keyPath: field] ?? 0) * Double($1.positions ?? 0) } / Double(positions)
      let published = types.map { market.matchedShare(specialty, $0).value }.reduce(0, +)
      #expect(abs(mean - published) < 4, "\(published)")
    }
    for program in group {
      let sum = pairs.reduce(0) { $0 + (program[keyPath: $1.0] ?? 0) }
      #expect(98...102 ~= sum)
    }
  }

  @Test func `keeps numbers in sensible order`() {
    for program in programs {
      if let low = program.step2Low, let median = program.step2Median, let high = program.step2High {
        #expect(200 <= low && low < median && median < high && high <= 300)
      }
      if let seen = program.interviews {
        #expect(seen >= 4 * (program.positions ?? 0))
        if let received = program.applications { #expect(received >= seen) }
      }
      if let salary = program.salary { #expect(40_000...100_000 ~= salary) }
    }
    let known = programs.filter { $0.interviews != nil }
    let perPosition =
      Double(known.compactMap(\.interviews).reduce(0, +)) / Double(known.compactMap(\.positions).reduce(0, +))
    #expect(12...15 ~= perPosition)
  }

  @Test func `lets institutions host several specialties, in one place each`() {
    let sites = Dictionary(grouping: programs) { $0.institution ?? "" }
    #expect(800...960 ~= sites.count)
    for (name, hosted) in sites {
      #expect(Set(hosted.map { [$0.city, $0.state] }).count == 1, "\(name)")
      #expect(Set(hosted.map(\.latitude)).count == 1 && Set(hosted.map(\.longitude)).count == 1, "\(name)")
    }
    let sizes = sites.values.map { Set($0.map(\.specialty)).count }.sorted()
    #expect(sizes[sizes.count / 2] <= 4 && 18...40 ~= sizes[sizes.count - 20])
  }

  @Test func `lies within the states, and in all of them`() {
    #expect(Set(programs.compactMap(\.state)).count == 52)
    for program in programs {
      #expect(17.5...65 ~= (program.latitude ?? 0) && -160 ... -65 ~= (program.longitude ?? 0))
    }
    let inNewYork = programs.filter { $0.state == "NY" }.count
    #expect(inNewYork > 300 && inNewYork > programs.filter { $0.state == "WY" }.count * 20)
  }
}

/// FNV-1a over the fields that a reader sees.
private func fingerprint(_ programs: [Program]) -> UInt64 {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  func add(_ text: String) {
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    hash = (hash ^ 0x1f) &* 0x100_0000_01b3
  }
  for program in programs {
    for text in [program.code, program.name, program.institution, program.city, program.state] { add(text ?? "?") }
    let numbers = [
      program.positions, program.applications, program.interviews, program.step2Low, program.step2Median,
      program.step2High, program.maxYearsSinceGraduation, program.maxAttempts, program.salary,
    ]
    for number in numbers { add(number.map(String.init) ?? "?") }
    let reals = [
      program.percentMD, program.percentDO, program.percentUSIMG, program.percentNonUSIMG, program.inStatePercent,
      program.usceMonths, program.latitude, program.longitude,
    ]
    for real in reals { add(real.map { "\($0)" } ?? "?") }
    add(program.features.joined(separator: ";"))
    let words = [program.visa?.rawValue, program.comlex?.rawValue, program.setting?.rawValue]
    for word in words { add(word ?? "?") }
    add(program.preferredOnly.map(\.rawValue).sorted().joined(separator: ";"))
  }
  return hash
}
