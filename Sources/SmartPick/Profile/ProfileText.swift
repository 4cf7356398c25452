extension Profile {
  /// The profile as `PROFILE.json`: every key, unknown as `null`, in the order of the example.
  ///
  /// Reading it back gives the same profile.
  public var text: String {
    var lines: [String] = []
    func put(_ key: String, _ value: String) { lines.append("  \(Self.quoted(key)): \(value)") }
    put("applicant_type", Self.text(applicantType?.rawValue))
    put("school", Self.text(school))
    put("school_state", Self.text(schoolState))
    put("home_state", Self.text(homeState))
    put("ties", Self.list(ties.map { Self.object([("state", Self.quoted($0.state)), ("why", Self.text($0.why))]) }))
    put("step1", Self.object([("result", result(step1)), ("attempts", Self.number(step1.attempts))]))
    put(
      "step2_ck",
      Self.object([("score", Self.number(step2CK.score)), ("attempts", Self.number(step2CK.attempts))]))
    put(
      "comlex_level2",
      Self.object([("score", Self.number(comlexLevel2.score)), ("attempts", Self.number(comlexLevel2.attempts))]))
    put("step3_passed", Self.flag(step3Passed))
    put("ecfmg_certified", Self.flag(ecfmgCertified))
    put("graduation_year", Self.number(graduationYear))
    put("us_clinical_months", Self.number(usClinicalMonths))
    put("prior_match_attempts", Self.number(priorMatchAttempts))
    put("prior_residency", Self.flag(priorResidency))
    put("leave_or_failure", Self.flag(leaveOrFailure))
    put("research_experiences", Self.number(researchExperiences))
    put("outputs", Self.number(outputs))
    put("honors", honors.map { Self.list($0.map(Self.quoted)) } ?? "null")
    put("clerkship_honors", Self.number(clerkshipHonors))
    put("visa", Self.text(visa?.rawValue))
    put("home_programs", Self.list(homePrograms.map(Self.quoted)))
    put("away_rotations", Self.list(awayRotations.map(Self.quoted)))
    put(
      "specialties",
      Self.list(
        specialties.map { Self.object([("name", Self.quoted($0.name)), ("role", Self.quoted($0.role.rawValue))]) }))
    put(
      "preferences",
      Self.object(wanted))
    put("budget_usd", Self.number(budget))
    put("max_applications", Self.weights(maxApplications.mapValues(Double.init)))
    put("interview_capacity", Self.number(interviewCapacity))
    put("ambition", Self.number(ambition))
    put(
      "applied",
      Self.list(
        applied.map { Self.object([("code", Self.quoted($0.code)), ("signal", Self.quoted($0.signal.rawValue))]) }))
    put(
      "interviews",
      Self.list(
        interviews.map { Self.object([("code", Self.quoted($0.code)), ("status", Self.quoted($0.status.rawValue))]) }))
    put(
      "couple",
      couple.map {
        Self.object([("profile", Self.quoted($0.profile)), ("max_miles", Self.number($0.maxMiles))])
      } ?? "null")
    return "{\n" + lines.joined(separator: ",\n") + "\n}\n"
  }

  /// `programs` and `pinned` only where there is one: most have none, and the example shows what most have.
  private var wanted: [(String, String)] {
    let settings = Dictionary(uniqueKeysWithValues: preferences.setting.map { ($0.key.rawValue, $0.value) })
    var fields = [
      ("states", Self.weights(preferences.states)),
      ("divisions", Self.list(preferences.divisions.map { Self.quoted($0.rawValue) })),
      ("setting", Self.weights(settings)), ("features", Self.weights(preferences.features)),
    ]
    if !preferences.programs.isEmpty { fields.append(("programs", Self.weights(preferences.programs))) }
    fields += [
      ("loved", Self.list(preferences.loved.map(Self.quoted))),
      ("refused", Self.list(preferences.refused.map(Self.quoted))),
    ]
    if !preferences.pinned.isEmpty {
      let pins = preferences.pinned.map {
        Self.object([("code", Self.quoted($0.code)), ("reason", Self.text($0.reason))])
      }
      fields.append(("pinned", Self.list(pins)))
    }
    return fields
  }

  private func result(_ exam: Examination) -> String { Self.text(exam.passed.map { $0 ? "pass" : "fail" }) }

  private static func text(_ value: String?) -> String { value.map(quoted) ?? "null" }
  private static func flag(_ value: Bool?) -> String { value.map { $0 ? "true" : "false" } ?? "null" }
  private static func number(_ value: Int?) -> String { value.map(String.init) ?? "null" }
  private static func number(_ value: Double?) -> String {
    value.map { $0 == $0.rounded() && $0.magnitude < 1e15 ? String(Int($0)) : String($0) } ?? "null"
  }
  private static func list(_ items: [String]) -> String { "[" + items.joined(separator: ", ") + "]" }
  private static func object(_ fields: [(String, String)]) -> String {
    "{" + fields.map { "\(quoted($0.0)): \($0.1)" }.joined(separator: ", ") + "}"
  }
  private static func weights(_ values: [String: Double]) -> String {
    object(values.sorted { $0.key < $1.key }.map { ($0.key, number($0.value)) })
  }

  /// RFC 8259: quotes, backslashes and control characters escaped.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
