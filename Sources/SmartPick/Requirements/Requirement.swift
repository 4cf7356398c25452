/// What a program asks for, set against a profile.
public struct Requirement: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    case visa
    case yearsSinceGraduation = "years since graduation"
    case attempts
    case usmle = "USMLE or COMLEX"
    case
      scoreFloor = "score floor"
    case clinicalExperience = "US clinical experience"
  }

  public enum Status: String, Sendable {
    case met
    case notMet = "not met"
    /// The program or the profile does not say.
    case unknown
    /// Not met, and the program only prefers it.
    case preferredOnly = "preferred, not met"
  }

  public var kind: Kind
  public var status: Status
  /// One sentence for a person.
  public var reason: String
  /// The catalog field that decides it.
  public var field: Program.Field

  /// Every requirement that concerns this profile.
  ///
  /// A program without the fact, or a profile without the answer, is unknown and never silently met or not met.
  public static func all(of program: Program, for profile: Profile, season: Int) -> [Requirement] {
    [
      visa(program, profile), years(program, profile, season), attempts(program, profile), usmle(program, profile),
      floor(program, profile), experience(program, profile),
    ].compactMap(\.self)
  }

  private static func visa(_ program: Program, _ profile: Profile) -> Requirement? {
    guard let need = profile.visa, need != .none else { return nil }
    func make(_ status: Status, _ reason: String) -> Requirement {
      Requirement(kind: .visa, status: status, reason: reason, field: .visa)
    }
    let wanted = need == .either ? "a J-1 or H-1B visa" : need == .j1 ? "a J-1 visa" : "an H-1B visa"
    guard let offered = program.visa else { return make(.unknown, "You need \(wanted); the program does not say.") }
    let met =
      switch offered {
      case .none: false
      case .both: true
      case .j1: need != .h1b
      case .h1b: need != .j1
      }
    let says =
      offered == .none ? "sponsors no visa" : offered == .both ? "sponsors both" : "sponsors \(offered.rawValue)"
    return make(
      met ? .met : program.preferredOnly.contains(.visa) ? .preferredOnly : .notMet,
      "You need \(wanted); the program \(says).")
  }

  private static func years(_ program: Program, _ profile: Profile, _ season: Int) -> Requirement? {
    func make(_ status: Status, _ reason: String) -> Requirement {
      Requirement(
        kind: .yearsSinceGraduation, status: status, reason: reason, field: .maxYearsSinceGraduation)
    }
    guard let graduated = profile.graduationYear else {
      guard let limit = program.maxYearsSinceGraduation, limit != Program.noLimit,
        profile.applicantType?.isSenior != true
      else { return nil }
      return make(.unknown, "The limit is \(limit) years since graduation; your year is not known.")
    }
    let years = max(0, season - graduated)
    if years == 0 { return nil }
    guard let limit = program.maxYearsSinceGraduation else {
      // A recent graduate is nobody's question.
      return years <= 2 ? nil : make(.unknown, "You graduated \(years) years ago; the program does not say its limit.")
    }
    if limit == Program.noLimit { return make(.met, "The program sets no limit on years since graduation.") }
    if years <= limit { return make(.met, "You graduated \(years) years ago; the limit is \(limit).") }
    return make(
      program.preferredOnly.contains(.maxYearsSinceGraduation) ? .preferredOnly : .notMet,
      "You graduated \(years) years ago; the limit is \(limit).")
  }

  private static func attempts(_ program: Program, _ profile: Profile) -> Requirement? {
    func make(_ status: Status, _ reason: String) -> Requirement {
      Requirement(kind: .attempts, status: status, reason: reason, field: .maxAttempts)
    }
    let most = [profile.step1.attempts, profile.step2CK.attempts, profile.comlexLevel2.attempts].compactMap(\.self)
      .max()
    guard let most else { return nil }
    if most <= 1 { return nil }
    guard let limit = program.maxAttempts else {
      return make(.unknown, "You took an examination \(most) times; the program does not say its limit.")
    }
    if limit == Program.noLimit { return make(.met, "The program sets no limit on attempts.") }
    if most <= limit { return make(.met, "You took an examination \(most) times; the limit is \(limit).") }
    return make(
      program.preferredOnly.contains(.maxAttempts) ? .preferredOnly : .notMet,
      "You took an examination \(most) times; the limit is \(limit).")
  }

  private static func usmle(_ program: Program, _ profile: Profile) -> Requirement? {
    guard profile.comlexLevel2.score != nil, profile.step2CK.score == nil else { return nil }
    func make(_ status: Status, _ reason: String) -> Requirement {
      Requirement(kind: .usmle, status: status, reason: reason, field: .comlex)
    }
    switch program.comlex {
    case .accepted: return make(.met, "The program accepts COMLEX.")
    case .usmleRequired:
      return make(
        program.preferredOnly.contains(.comlex) ? .preferredOnly : .notMet,
        "The program asks for USMLE scores; your profile has COMLEX alone.")
    case nil: return make(.unknown, "Your profile has COMLEX alone; the program does not say whether it accepts that.")
    }
  }

  private static func floor(_ program: Program, _ profile: Profile) -> Requirement? {
    guard let low = program.step2Low, let score = profile.step2CK.score else { return nil }
    // The lowest interviewed score is what was seen, not a rule: below it counts as a preference not met.
    return Requirement(
      kind: .scoreFloor, status: score >= low ? .met : .preferredOnly,
      reason: "Your Step 2 CK is \(score); the lowest known to be interviewed is \(low).", field: .step2Low)
  }

  private static func experience(_ program: Program, _ profile: Profile) -> Requirement? {
    guard profile.applicantType?.isIMG != false else { return nil }
    func make(_ status: Status, _ reason: String) -> Requirement {
      Requirement(kind: .clinicalExperience, status: status, reason: reason, field: .usceMonths)
    }
    guard let asked = program.usceMonths else {
      guard let months = profile.usClinicalMonths, months < 3 else { return nil }
      return make(
        .unknown,
        "You have \(Words.number(months)) months of US clinical experience; the program does not say what it asks.")
    }
    if asked <= 0 { return nil }
    guard let months = profile.usClinicalMonths else {
      return make(
        .unknown, "The program asks for \(Words.number(asked)) months of US clinical experience; yours are not known.")
    }
    return make(
      months >= asked ? .met : program.preferredOnly.contains(.usceMonths) ? .preferredOnly : .notMet,
      "You have \(Words.number(months)) months of US clinical experience; the program asks for \(Words.number(asked)).")
  }
}
