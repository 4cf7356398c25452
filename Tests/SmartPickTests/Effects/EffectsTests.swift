import Foundation
import SmartPick
import Tables
import Testing

@Suite struct `The effects` {
  private func edited(_ text: String, _ file: String = "mine.csv") -> (effects: Effects, findings: [Finding]) {
    Effects.edited(bytes: Array(text.utf8), file: file)
  }

  private var request: ListRequest {
    var profile = Profile()
    profile.applicantType = .usMDSenior
    profile.specialties = [.init("Internal Medicine"), .init("Neurology", .parallel)]
    return ListRequest(profile: profile, programs: [], season: .latest)
  }

  @Test func `in the file are those of the program, each once, with range, source and note`() {
    let all = Effects.published.all
    #expect(all.map(\.name) == EffectName.allCases.map(\.rawValue))
    for effect in all {
      #expect(effect.low <= effect.value && effect.value <= effect.high, "\(effect.name)")
      #expect(!effect.source.isEmpty && effect.season.count >= 4 && !effect.specialty.isEmpty, "\(effect.name)")
      #expect(effect.name.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "_" })
      if effect.scale == .oddsRatio { #expect(effect.low > 0, "\(effect.name)") }
      if effect.scale == .probability || effect.scale == .share {
        #expect(effect.low >= 0 && effect.high <= 1, "\(effect.name)")
      }
    }
    #expect(Effects.published.edited.isEmpty)
  }

  @Test func `are found by their names`() {
    for name in EffectName.allCases { #expect(Effects.published[name].name == name.rawValue) }
  }

  @Test func `named good help at both ends of their range, those named bad harm`() {
    let good: [EffectName] = [
      .signal, .signalGold, .signalSilver, .signalAfterInterview, .homeState, .tieState, .preferredDivision,
      .homeStateMatch, .homeProgram, .awayRotation, .knownInPerson, .step2Per10Points, .step2MatchPer10Points,
      .clerkshipHonorsEach, .honorSociety, .outputsPerDoubling, .usClinical3Months, .step3Passed, .ecfmgCertified,
      .sizePerDoubling, .sizeMatchPerDoubling,
    ]
    let bad: [EffectName] = [
      .noSignalLarge, .programMedianPer10Points, .belowLowScore, .step1Fail, .extraAttempt, .leaveOrFailure,
      .priorMatchAttempt, .yearSinceGraduation, .visaNeeded, .comlexOnly, .preferredNotMet,
    ]
    for name in good { #expect(Effects.published[name].low >= 1, "\(name.rawValue)") }
    for name in bad { #expect(Effects.published[name].high <= 1, "\(name.rawValue)") }
  }

  @Test func `printed and given back unedited are the published ones`() throws {
    let all = Assumption.all(request)
    let csv = CSVWriter.write([AssumptionDocument.columns] + all.map { AssumptionDocument($0).cells })
    let json = try JSONEncoder().encode(all.map(AssumptionDocument.init))
    for bytes in [csv, Array(json)] {
      let (effects, findings) = Effects.edited(bytes: bytes, file: "mine")
      #expect(findings.isEmpty, "\(findings)")
      #expect(effects == Effects.published)
    }
  }

  @Test func `edited in the printed table or list are taken, and say that they are edited`() throws {
    let all = Assumption.all(request)
    var rows = all.map { AssumptionDocument($0).cells }
    let place = try #require(rows.firstIndex { $0[0] == "home_state" })
    (rows[place][1], rows[place][2], rows[place][3]) = ("6", "5", "7")
    let csv = CSVWriter.write([AssumptionDocument.columns] + rows)
    let json = "{\"assumptions\": [{\"name\": \"home_state\", \"value\": 6, \"low\": 5, \"high\": 7, \"note\": \"x\"}]}"
    for bytes in [csv, Array(json.utf8)] {
      let (effects, findings) = Effects.edited(bytes: bytes, file: "mine")
      #expect(findings.isEmpty)
      let effect = effects[.homeState]
      #expect((effect.value, effect.low, effect.high) == (6, 5, 7) && effect.source.hasPrefix("edited by the user"))
      #expect(effects.edited == ["home_state"])
      #expect(effects.all.filter { $0 != Effects.published.all[effects.all.firstIndex(of: $0) ?? 0] }.count == 1)
    }
  }

  @Test func `with a value alone keep the published range, moved to hold it`() {
    let effects = edited("name,value\nsignal,9\n").effects
    #expect((effects[.signal].value, effects[.signal].low, effects[.signal].high) == (9, 2, 9))
    #expect(edited("[{\"name\": \"signal\", \"value\": 1}]").effects[.signal].low == 1)
  }

  @Test(arguments: [
    ("name,value\nsignall,3\n", 2, "signall"), ("name,value\nsignal,many\n", 2, "many"),
    ("name,value\n\nsignal,-1\n", 3, "-1"), ("name,value\nsignal,nan\n", 2, "nan"),
    ("name,value\nanswer_share,1.5\n", 2, "1.5"), ("value\n3\n", 1, "value"), ("a,b\n1,2\n", 1, "a,b"),
    ("name,value,low,high\nsignal,3,4,5\n", 2, ""), ("name,value,low\nsignal,2.5,3\n", 2, ""),
    ("name,value,high\nsignal,2.5,1\n", 2, ""), ("[{\"name\": \"signall\", \"value\": 3}]", 1, "signall"),
    ("[{\"name\": \"signal\",\n \"value\": \"3\"}]", 2, "3"), ("[{\"value\": 3}]", 1, "nothing"),
    ("[{\"name\": \"signal\", \"value\": 3,\n \"low\": 4}]", 1, "3"), ("[5]", 1, "5"),
  ])
  func `that are broken are said with their line and value`(text: String, line: Int, value: String) throws {
    let (effects, findings) = edited(text)
    #expect(findings.count == 1 && findings.hasErrors, "\(findings)")
    let finding = try #require(findings.first)
    #expect(finding.line == line && finding.value ?? "" == value && finding.file == "mine.csv")
    #expect(effects == Effects.published, "nothing of a broken file is half taken")
  }

  @Test func `that are broken in several places are all said`() {
    #expect(edited("name,value\nsignall,3\nsignal,x\nhome_state,-2\n").findings.count == 3)
    #expect(edited("[{\"name\": \"a\", \"value\": 1},\n{\"name\": \"signal\", \"value\": -1}]").findings.count == 2)
  }

  @Test(arguments: ["", "\n\n", "[", "[{\"name\": \"signal\"", "{\"a\": 1}", "PK\u{3}\u{4}", "\u{0}\u{1}\u{2}"])
  func `in no readable file are refused`(text: String) {
    #expect(edited(text).findings.hasErrors)
  }

  @Test func `that move the answer most are named, largest first`() throws {
    var random = Seeded(5)
    let profile = Samples.profile(&random, type: .usIMG, specialties: ["Family Medicine"])
    let list = try Samples.list(profile, Samples.programs(["Family Medicine"], 25, &random))
    #expect(!list.sensitivity.isEmpty)
    #expect(zip(list.sensitivity, list.sensitivity.dropFirst()).allSatisfy { $0.swing >= $1.swing })
    // A stronger baseline can only help.
    let baseline = try #require(list.sensitivity.first { $0.effect == .baselineSuccess })
    #expect(baseline.atHigh > baseline.atLow)
    #expect(baseline.atLow <= list.matchProbability && list.matchProbability <= baseline.atHigh)
  }

  @Test func `that a person edits change the list`() throws {
    var random = Seeded(6)
    let profile = Samples.profile(&random, type: .usIMG, specialties: ["Family Medicine"])
    var request = Samples.request(profile, Samples.programs(["Family Medicine"], 15, &random))
    let before = try ListMaker(request).list()
    request.effects.set(.baselineSuccess, value: 3, low: 3, high: 3)
    let after = try ListMaker(request).list()
    #expect(after.searchValue > before.searchValue + 0.01)
    #expect(after.assumptions.first { $0.name == "baseline_success" }?.source.hasPrefix("edited by the user") == true)
  }
}
