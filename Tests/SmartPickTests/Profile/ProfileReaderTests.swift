import SmartPick
import Tables
import Testing

@Suite struct `A profile` {
  static func read(_ text: String) -> ProfileReader { ProfileReader(bytes: Array(text.utf8), file: "me.json") }

  @Test func `is read as FORMATS writes it, every key of it`() {
    let reader = Self.read(
      """
      {"applicant_type": "us_do_graduate", "school": "A School", "school_state": "oh", "home_state": "Ohio",
       "ties": [{"state": "PA", "why": "family"}], "step1": {"result": "fail", "attempts": 2},
       "step2_ck": {"score": 244, "attempts": 1}, "comlex_level2": {"score": 540, "attempts": 3},
       "step3_passed": false, "ecfmg_certified": true, "graduation_year": 2027, "us_clinical_months": 12.5,
       "prior_match_attempts": 1, "prior_residency": true, "leave_or_failure": false,
       "research_experiences": 3, "outputs": 5, "honors": ["AOA"], "clerkship_honors": 4, "visa": "H-1B",
       "home_programs": ["A"], "away_rotations": ["B", "C"],
       "specialties": [{"name": "IM", "role": "primary"}, {"name": "Neurology", "role": "parallel"}],
       "preferences": {"states": {"OH": 1.0}, "divisions": ["East North Central"], "setting": {"academic": 0.25},
         "features": {"QI track": 0.5}, "loved": ["D"], "refused": ["E"]},
       "budget_usd": 900, "max_applications": {"Internal Medicine": 60}, "interview_capacity": 15, "ambition": 0.3,
       "applied": [{"code": "F", "signal": "gold"}], "interviews": ["F", {"code": "G", "status": "rejected"}],
       "couple": {"profile": "partner.json", "max_miles": 50}}
      """)
    #expect(reader.findings.isEmpty)
    var wanted = Profile()
    wanted.applicantType = .usDOGraduate
    (wanted.school, wanted.schoolState, wanted.homeState) = ("A School", "OH", "OH")
    wanted.ties = [.init(state: "PA", why: "family")]
    wanted.step1 = .init(passed: false, attempts: 2)
    wanted.step2CK = .init(score: 244, attempts: 1)
    wanted.comlexLevel2 = .init(score: 540, attempts: 3)
    (wanted.step3Passed, wanted.ecfmgCertified, wanted.graduationYear) = (false, true, 2027)
    (wanted.usClinicalMonths, wanted.priorMatchAttempts, wanted.priorResidency) = (12.5, 1, true)
    (wanted.leaveOrFailure, wanted.researchExperiences, wanted.outputs) = (false, 3, 5)
    (wanted.honors, wanted.clerkshipHonors, wanted.visa) = (["AOA"], 4, .h1b)
    (wanted.homePrograms, wanted.awayRotations) = (["A"], ["B", "C"])
    wanted.specialties = [.init("Internal Medicine", .primary), .init("Neurology", .parallel)]
    wanted.preferences.states = ["OH": 1]
    wanted.preferences.divisions = [.eastNorthCentral]
    wanted.preferences.setting = [.academic: 0.25]
    wanted.preferences.features = ["QI track": 0.5]
    (wanted.preferences.loved, wanted.preferences.refused) = (["D"], ["E"])
    (wanted.budget, wanted.maxApplications, wanted.interviewCapacity) = (900, ["Internal Medicine": 60], 15)
    wanted.ambition = 0.3
    wanted.applied = [.init("F", .gold)]
    wanted.interviews = [.init("F", .received), .init("G", .rejected)]
    wanted.couple = .init(profile: "partner.json", maxMiles: 50)
    #expect(reader.profile == wanted)
  }

  @Test func `may leave everything out, or say null`() {
    #expect(Self.read("{}").profile == Profile() && Self.read("{}").findings.isEmpty)
    let keys = Self.keys.map { "\"\($0)\": null" }.joined(separator: ", ")
    let reader = Self.read("{\(keys)}")
    #expect(reader.findings.isEmpty && reader.profile == Profile())
  }

  @Test func `of the example is whole and right`() throws {
    let reader = Self.read(Profile.example)
    #expect(reader.findings.isEmpty)
    #expect(reader.profile.specialties.map(\.name) == ["Internal Medicine", "Neurology"])
    guard case .object(let members) = try JSONText.read(Array(Profile.example.utf8)).value else {
      Issue.record("an object")
      return
    }
    #expect(members.map(\.key) == Self.keys)
  }

  /// The keys of FORMATS, in its order.
  static let keys = [
    "applicant_type", "school", "school_state", "home_state", "ties", "step1", "step2_ck", "comlex_level2",
    "step3_passed", "ecfmg_certified", "graduation_year", "us_clinical_months", "prior_match_attempts",
    "prior_residency", "leave_or_failure", "research_experiences", "outputs", "honors", "clerkship_honors", "visa",
    "home_programs", "away_rotations", "specialties", "preferences", "budget_usd", "max_applications",
    "interview_capacity", "ambition", "applied", "interviews", "couple",
  ]

  struct Broken: Sendable, CustomTestStringConvertible {
    var text: String
    var column: String
    var value: String
    var expected: String
    var testDescription: String { text }

    init(_ text: String, _ column: String, _ value: String, _ expected: String) {
      (self.text, self.column, self.value, self.expected) = (text, column, value, expected)
    }
  }

  static let broken: [Broken] = [
    .init("\"applicant_type\": @\"doctor\"", "applicant_type", "doctor", "us_md_senior"),
    .init("\"applicant_type\": @7", "applicant_type", "7", "us_img"),
    .init("\"school\": @5", "school", "5", "text"),
    .init("\"home_state\": @\"XX\"", "home_state", "XX", "state"),
    .init("\"school_state\": @\"Ohoi\"", "school_state", "Ohoi", "state"),
    .init(
      "\"specialties\": [{\"name\": @\"Surgery-Preliminary\"}]", "name", "Surgery-Preliminary",
      "not its preliminary year"
    ),
    .init("\"ties\": @\"PA\"", "ties", "PA", "list"),
    .init("\"ties\": [{\"state\": @\"QQ\"}]", "state", "QQ", "state"),
    .init("\"ties\": [@\"PA\"]", "ties", "PA", "object"),
    .init("\"step1\": @\"pass\"", "step1", "pass", "object"),
    .init("\"step1\": {\"result\": @\"passed\"}", "result", "passed", "pass, fail"),
    .init("\"step1\": {@\"score\": 240}", "score", "score", "key that the profile knows within step1"),
    .init("\"step1\": {\"attempts\": @11}", "attempts", "11", "0 to 10"),
    .init("\"step2_ck\": @244", "step2_ck", "244", "object"),
    .init("\"step2_ck\": {\"score\": @999}", "score", "999", "1 to 300"),
    .init("\"step2_ck\": {\"score\": @0}", "score", "0", "1 to 300"),
    .init("\"step2_ck\": {\"score\": @244.5}", "score", "244.5", "whole"),
    .init("\"step2_ck\": {\"score\": @\"244\"}", "score", "244", "whole"),
    .init("\"step2_ck\": {@\"result\": \"pass\"}", "result", "result", "key that the profile knows within step2_ck"),
    .init("\"comlex_level2\": {\"score\": @8}", "score", "8", "100 to 999"),
    .init("\"comlex_level2\": {\"score\": @1000}", "score", "1000", "100 to 999"),
    .init("\"step3_passed\": @\"yes\"", "step3_passed", "yes", "true, false"),
    .init("\"ecfmg_certified\": @1", "ecfmg_certified", "1", "true, false"),
    .init("\"graduation_year\": @27", "graduation_year", "27", "1960 to 2060"),
    .init("\"graduation_year\": @1e300", "graduation_year", "1e300", "1960 to 2060"),
    .init("\"us_clinical_months\": @-1", "us_clinical_months", "-1", "0 to 240"),
    .init("\"prior_match_attempts\": @-1", "prior_match_attempts", "-1", "0 to 30"),
    .init("\"prior_residency\": @\"no\"", "prior_residency", "no", "true, false"),
    .init("\"leave_or_failure\": @0", "leave_or_failure", "0", "true, false"),
    .init("\"research_experiences\": @201", "research_experiences", "201", "0 to 200"),
    .init("\"outputs\": @1001", "outputs", "1001", "0 to 1000"),
    .init("\"honors\": @\"AOA\"", "honors", "AOA", "list"),
    .init("\"honors\": [@1]", "honors", "1", "text"),
    .init("\"comlex_level2\": {\"score\": @44}", "score", "44", "100 to 999"),
    .init("\"step2_ck\": {\"score\": 240, \"attempts\": @0}", "attempts", "0", "1 or more"),
    .init("\"step1\": {\"result\": \"pass\", \"attempts\": @0}", "attempts", "0", "1 or more"),
    .init("\"clerkship_honors\": @31", "clerkship_honors", "31", "0 to 30"),
    .init("\"visa\": @\"F-1\"", "visa", "F-1", "none, J-1, H-1B, either"),
    .init("\"home_programs\": @{}", "home_programs", "{}", "list"),
    .init("\"away_rotations\": [@[]]", "away_rotations", "[]", "text"),
    .init("\"specialties\": @\"Internal Medicine\"", "specialties", "Internal Medicine", "list"),
    .init("\"specialties\": [@\"Internal Medicine\"]", "specialties", "Internal Medicine", "object"),
    .init("\"specialties\": [@{\"role\": \"primary\"}]", "name", "nothing", "specialty"),
    .init("\"specialties\": [{\"name\": \"Neurology\", \"role\": @\"backup\"}]", "role", "backup", "primary, parallel"),
    .init(
      "\"specialties\": [{\"name\": \"IM\"}, {\"name\": @\"internal medicine\"}]", "name", "internal medicine", "once"),
    .init("\"preferences\": {\"states\": @[\"OH\"]}", "states", "a list of 1", "object"),
    .init("\"preferences\": {\"states\": {@\"ZZ\": 1}}", "states", "ZZ", "two-letter"),
    .init("\"preferences\": {\"states\": {\"OH\": @2}}", "states.OH", "2", "0 to 1"),
    .init("\"preferences\": {\"states\": {\"OH\": 1, @\"Ohio\": 0}}", "states", "Ohio", "once"),
    .init(
      "\"preferences\": {\"divisions\": [\"Pacific\", @\"Midwest\"]}", "divisions", "Midwest", "East North Central"),
    .init("\"preferences\": {\"setting\": {@\"rural\": 1}}", "setting", "rural", "academic"),
    .init("\"preferences\": {\"features\": {\"QI track\": @\"much\"}}", "features.QI track", "much", "0 to 1"),
    .init("\"preferences\": {\"loved\": [\"A\"], \"refused\": [\"B\", @\"A\"]}", "refused", "A", "not also loved"),
    .init("\"budget_usd\": @-1", "budget_usd", "-1", "0 to 1000000"),
    .init("\"budget_usd\": @\"900\"", "budget_usd", "900", "0 to 1000000"),
    .init(
      "\"max_applications\": {\"Internal Medicine\": @-2}", "max_applications.Internal Medicine", "-2", "0 to 5000"),
    .init("\"max_applications\": {\"Internal Medicine\": @2.5}", "max_applications.Internal Medicine", "2.5", "whole"),
    .init("\"max_applications\": {\"Internal Medicine\": 2, @\"IM\": 3}", "max_applications", "IM", "once"),
    .init("\"interview_capacity\": @201", "interview_capacity", "201", "0 to 200"),
    .init("\"ambition\": @1.01", "ambition", "1.01", "0 to 1"),
    .init("\"applied\": [{\"code\": \"A\", \"signal\": @\"bronze\"}]", "signal", "bronze", "gold"),
    .init("\"applied\": [{\"code\": \"A\"}, {\"code\": @\"A\"}]", "code", "A", "once"),
    .init("\"interviews\": [{\"code\": \"A\", \"status\": @\"maybe\"}]", "status", "maybe", "received"),
    .init("\"interviews\": [\"A\", {\"code\": @\"A\", \"status\": \"rejected\"}]", "code", "A", "once"),
    .init("\"interviews\": [@5]", "interviews", "5", "object"),
    .init("\"couple\": @\"partner.json\"", "couple", "partner.json", "object"),
    .init("\"couple\": @{\"max_miles\": 50}", "profile", "nothing", "partner"),
    .init("\"couple\": {\"profile\": \"p.json\", \"max_miles\": @-5}", "max_miles", "-5", "0 to 6000"),
    .init("@\"budget\": 900", "budget", "budget", "key"),
    .init("@\"race\": \"x\"", "race", "race", "key"),
  ]

  @Test(arguments: broken)
  func `says line, column, value and remedy of what is wrong`(broken: Broken) throws {
    // The at sign marks where the finding should point; three characters stand before it on the second line.
    let text = "{\n  " + broken.text.filter { $0 != "@" } + "\n}"
    let mark = try #require(broken.text.firstIndex(of: "@"))
    let column = broken.text.distance(from: broken.text.startIndex, to: mark) + 3
    let findings = Self.read(text).findings
    #expect(findings.count == 1)
    let finding = try #require(findings.first)
    #expect(finding.severity == .error && finding.file == "me.json" && finding.line == 2)
    #expect(finding.place == "character \(column)")
    #expect(finding.column == broken.column && finding.value == broken.value)
    #expect(finding.expected?.contains(broken.expected) == true, "\(finding)")
    #expect(!finding.remedy.isEmpty && !finding.remedy.hasSuffix("."))
  }

  @Test func `reports all that is wrong at once, in the order of the file's keys`() {
    let text =
      "{" + (0..<20).map { "\"x\($0)\": 1" }.joined(separator: ",\n") + ",\n\"ambition\": 2,\n"
      + "\"step2_ck\": {\"score\": 999, \"tries\": 1}}"
    let findings = Self.read(text).findings
    #expect(findings.count == 23)
    #expect(Set(findings.compactMap(\.column)).isSuperset(of: ["score", "tries", "ambition", "x0", "x19"]))
    #expect(Self.read(text).findings == findings)
  }

  @Test func `suggests the nearest key`() {
    let finding = Self.read("{\"budget_us\": 5}").findings.first
    #expect(finding?.remedy.contains("\"budget_usd\"") == true)
  }

  @Test(arguments: ["null", "[]", "5", "\"x\"", "true"])
  func `that is no object is refused`(text: String) {
    #expect(Self.read(text).findings.count == 1)
  }

  @Test func `cut at any byte is an error, never a crash and never half a profile taken for whole`() {
    let bytes = Array(Profile.example.utf8)
    for length in 0..<bytes.count {
      let reader = ProfileReader(bytes: Array(bytes[..<length]), file: "me.json")
      #expect(reader.findings.count == 1 && reader.findings.hasErrors, "cut after \(length) bytes")
      #expect(reader.profile == Profile())
    }
  }
}
