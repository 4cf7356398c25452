public import Tables

/// Reads `PROFILE.json`: every fault of the file at once, each with its line, column, value and remedy.
public struct ProfileReader {
  /// The profile as far as it could be understood.
  public private(set) var profile = Profile()
  private let reader: FieldReader

  /// - Parameters:
  ///   - bytes: the file.
  ///   - file: its name, for messages.
  public init(bytes: [UInt8], file: String) {
    reader = FieldReader(file: file)
    do throws(JSONText.Fault) {
      read(try JSONText.read(bytes))
    } catch {
      reader.report(error)
    }
  }

  /// All problems of the file; empty when it is right.
  public var findings: [Finding] { reader.findings }

  private mutating func read(_ document: JSONText) {
    if case .null = document.value {
      reader.report(
        line: document.line, column: document.column, key: "profile", value: "null", expected: "an object in { }",
        remedy: "Start from the output of `housestaff list --example`.")
    }
    guard let fields = reader.object(document, "profile") else { return }
    profile.applicantType = fields.choice("applicant_type", ApplicantType.self)
    profile.school = fields.text("school")
    profile.schoolState = fields.state("school_state")
    profile.homeState = fields.state("home_state")
    profile.ties = fields.objects("ties").compactMap { tie in
      defer { tie.finish() }
      let why = tie.text("why")
      return tie.state("state").map { Profile.Tie(state: $0, why: why) }
    }
    profile.step1 = examination(fields, "step1", score: nil)
    profile.step2CK = examination(fields, "step2_ck", score: 1...300)
    profile.comlexLevel2 = examination(fields, "comlex_level2", score: Profile.comlexScores)
    profile.step3Passed = fields.bool("step3_passed")
    profile.ecfmgCertified = fields.bool("ecfmg_certified")
    profile.graduationYear = fields.integer("graduation_year", 1960...2060)
    profile.usClinicalMonths = fields.number("us_clinical_months", 0...240)
    profile.priorMatchAttempts = fields.integer("prior_match_attempts", 0...30)
    profile.priorResidency = fields.bool("prior_residency")
    profile.leaveOrFailure = fields.bool("leave_or_failure")
    profile.researchExperiences = fields.integer("research_experiences", 0...200)
    profile.outputs = fields.integer("outputs", 0...1000)
    profile.honors = fields.texts("honors")
    profile.clerkshipHonors = fields.integer("clerkship_honors", 0...30)
    profile.visa = fields.choice("visa", Profile.VisaNeed.self)
    profile.homePrograms = fields.texts("home_programs") ?? []
    profile.awayRotations = fields.texts("away_rotations") ?? []
    readSpecialties(fields)
    readPreferences(fields)
    profile.budget = fields.number("budget_usd", 0...1_000_000)
    for (key, most) in fields.weights("max_applications", 0...5000, whole: true) {
      if profile.maxApplications.updateValue(Int(most), forKey: Specialty.canonicalName(key)) != nil {
        fields.wrong("max_applications", item: key, "each specialty once", "Keep one number for it.")
      }
    }
    profile.interviewCapacity = fields.integer("interview_capacity", 0...200)
    profile.ambition = fields.number("ambition", 0...1)
    readSeason(fields)
    if let couple = fields.nested("couple") {
      let miles = couple.number("max_miles", 0...6000)
      if let path = couple.text("profile") {
        profile.couple = Profile.CouplePlan(profile: path, maxMiles: miles)
      } else {
        couple.missing("profile", "the partner's profile, a file name", "Name the file, or remove couple.")
      }
      couple.finish()
    }
    fields.finish()
  }

  private func examination(_ fields: FieldReader.Fields, _ key: String, score: ClosedRange<Int>?) -> Profile.Examination
  {
    guard let exam = fields.nested(key) else { return Profile.Examination() }
    defer { exam.finish() }
    var result = Profile.Examination()
    if let score {
      result.score = exam.integer("score", score)
    } else if let answer = exam.word("result", ["pass", "fail"]) {
      result.passed = answer == "pass"
    }
    result.attempts = exam.integer("attempts", 0...10)
    if result.attempts == 0, result.score != nil || result.passed != nil {
      exam.wrong(
        "attempts", "1 or more where there is a \(score == nil ? "result" : "score")",
        "Correct it, or write null if unknown.")
    }
    return result
  }

  private mutating func readSpecialties(_ fields: FieldReader.Fields) {
    var seen = Set<String>()
    for item in fields.objects("specialties") {
      let role = item.choice("role", Profile.SpecialtyChoice.Role.self) ?? .primary
      if let name = item.text("name") {
        let canonical = Specialty.canonicalName(name)
        if let found = Specialty.recognized(name), found.specialty.name != canonical {
          item.wrong(
            "name", "a specialty, not its preliminary year",
            "Write \"\(found.specialty.name)\" to train in it, or \"Transitional Year\" for a first year alone; beside advanced places preliminary years are found by themselves."
          )
        } else if seen.insert(canonical).inserted {
          profile.specialties.append(.init(canonical, role))
        } else {
          item.wrong("name", "each specialty once", "Remove the second \(canonical).")
        }
      } else {
        item.missing(
          "name", "a specialty", "Write for example {\"name\": \"Internal Medicine\", \"role\": \"primary\"}.")
      }
      item.finish()
    }
  }

  private mutating func readPreferences(_ fields: FieldReader.Fields) {
    guard let wanted = fields.nested("preferences") else { return }
    defer { wanted.finish() }
    for (key, weight) in wanted.weights("states", 0...1) {
      if let state = USState.recognized(key) {
        if profile.preferences.states.updateValue(weight, forKey: state.code) != nil {
          wanted.wrong("states", item: key, "each state once", "Keep one weight for \(state.code).")
        }
      } else {
        wanted.wrong(
          "states", item: key, "two-letter state codes", "\"\(key)\" is no state; write for example {\"OH\": 1.0}.")
      }
    }
    for division in wanted.texts("divisions") ?? [] {
      if let known = USState.Division(named: division) {
        profile.preferences.divisions.append(known)
      } else {
        wanted.wrong(
          "divisions", item: division,
          "census divisions: " + USState.Division.allCases.map(\.rawValue).joined(separator: ", "),
          "\"\(division)\" is no division; correct or remove it.")
      }
    }
    for (key, weight) in wanted.weights("setting", 0...1) {
      if let setting = Program.Setting(rawValue: key.lowercased()) {
        profile.preferences.setting[setting] = weight
      } else {
        wanted.wrong("setting", item: key, "academic, community, hybrid or military", "Correct or remove \"\(key)\".")
      }
    }
    profile.preferences.features = Dictionary(wanted.weights("features", 0...1).map { ($0, $1) }) { _, new in new }
    profile.preferences.programs = Dictionary(wanted.weights("programs", 0...1).map { ($0, $1) }) { _, new in new }
    profile.preferences.loved = wanted.texts("loved") ?? []
    profile.preferences.refused = wanted.texts("refused") ?? []
    for item in wanted.objects("pinned") {
      let reason = item.text("reason")
      if let code = item.text("code") {
        if profile.preferences.refused.contains(code) {
          item.wrong("code", item: code, "codes that are not also refused", "Keep \(code) in one of the two lists.")
        } else if profile.preferences.pinned.contains(where: { $0.code == code }) {
          item.wrong("code", item: code, "each program once", "Remove the second \(code).")
        } else {
          profile.preferences.pinned.append(.init(code, reason: reason))
        }
      } else {
        item.missing(
          "code", "a program's code", "Write for example {\"code\": \"1400112345\", \"reason\": \"family\"}.")
      }
      item.finish()
    }
    for code in profile.preferences.loved where profile.preferences.refused.contains(code) {
      wanted.wrong("refused", item: code, "codes that are not also loved", "Keep \(code) in one of the two lists.")
    }
  }

  private mutating func readSeason(_ fields: FieldReader.Fields) {
    var seen = Set<String>()
    for item in fields.objects("applied") {
      let signal = item.choice("signal", SignalKind.self) ?? .none
      if let code = item.text("code") {
        if seen.insert(code).inserted {
          profile.applied.append(.init(code, signal))
        } else {
          item.wrong("code", "each program once", "Remove the second application to \(code).")
        }
      }
      item.finish()
    }
    var answered = Set<String>()
    for item in fields.items("interviews") {
      if case .string(let code) = item.value {
        // A bare code is an invitation received.
        if answered.insert(code).inserted {
          profile.interviews.append(.init(code))
        } else {
          fields.wrong("interviews", item: code, "each program once", "Remove the second \(code).")
        }
      } else if let entry = reader.object(item, "interviews") {
        let status = entry.choice("status", Profile.Interview.Status.self) ?? .received
        if let code = entry.text("code") {
          if answered.insert(code).inserted {
            profile.interviews.append(.init(code, status))
          } else {
            entry.wrong("code", "each program once", "Keep one answer from \(code).")
          }
        }
        entry.finish()
      }
    }
  }
}
