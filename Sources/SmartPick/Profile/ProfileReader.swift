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
    profile.comlexLevel2 = examination(fields, "comlex_level2", score: 9...999)
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
    profile.maxApplications = Dictionary(
      fields.weights("max_applications", 0...5000, whole: true).map {
        (Specialty.canonicalName($0.key), Int($0.value))
      },
      uniquingKeysWith: min)
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
    if let answer = exam.word("result", ["pass", "fail"]) { result.passed = answer == "pass" }
    if let score { result.score = exam.integer("score", score) }
    result.attempts = exam.integer("attempts", 0...10)
    return result
  }

  private mutating func readSpecialties(_ fields: FieldReader.Fields) {
    var seen = Set<String>()
    for item in fields.objects("specialties") {
      let role = item.choice("role", Profile.SpecialtyChoice.Role.self) ?? .primary
      if let name = item.text("name") {
        let canonical = Specialty.canonicalName(name)
        if seen.insert(canonical).inserted {
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
        profile.preferences.states[state.code] = weight
      } else {
        wanted.wrong("states", "two-letter state codes", "\"\(key)\" is no state; write for example {\"OH\": 1.0}.")
      }
    }
    for division in wanted.texts("divisions") ?? [] {
      if let known = USState.Division(named: division) {
        profile.preferences.divisions.append(known)
      } else {
        wanted.wrong(
          "divisions", "census divisions: " + USState.Division.allCases.map(\.rawValue).joined(separator: ", "),
          "\"\(division)\" is no division; correct or remove it.")
      }
    }
    for (key, weight) in wanted.weights("setting", 0...1) {
      if let setting = Program.Setting(rawValue: key.lowercased()) {
        profile.preferences.setting[setting] = weight
      } else {
        wanted.wrong("setting", "academic, community, hybrid or military", "Correct or remove \"\(key)\".")
      }
    }
    profile.preferences.features = wanted.weights("features", 0...1)
    profile.preferences.loved = wanted.texts("loved") ?? []
    profile.preferences.refused = wanted.texts("refused") ?? []
    for code in profile.preferences.loved where profile.preferences.refused.contains(code) {
      wanted.wrong("refused", "codes that are not also loved", "Keep \(code) in one of the two lists.")
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
    for item in fields.items("interviews") {
      if case .string(let code) = item.value {
        profile.interviews.append(.init(code))
      } else if let entry = reader.object(item, "interviews") {
        let status = entry.choice("status", Profile.Interview.Status.self) ?? .received
        if let code = entry.text("code") { profile.interviews.append(.init(code, status)) }
        entry.finish()
      }
    }
  }
}
