internal import RealModule

/// One applicant's group in one specialty: the published figures that the odds are anchored to, and what sets this
/// applicant apart from its average.
public struct Cohort: Sendable {
  public let specialty: String
  public let type: ApplicantType?
  /// Mean Step 2 CK of the group's applicants in the specialty.
  public let step2: Figure
  /// Mean Step 2 CK of those whom the specialty's programs interview, all types together.
  public let interviewedStep2: Double
  /// Applications of an average applicant.
  public internal(set) var applications: Figure
  /// Interviews of an average applicant, taken from the length of rank order lists.
  public internal(set) var interviews: Figure
  /// Share of the group that matches, 0 to 1.
  public let matchRate: Figure
  /// Percent of the specialty's residents who come from this group; `nil` without a type.
  public internal(set) var typeShare: Double?
  /// Mean positions of a program.
  public internal(set) var meanPositions: Double
  /// Interviews per application at an average program, all types together.
  public let interviewRate: Double
  public internal(set) var signals: SignalAllowance?
  /// Whether a program that gets no signal almost never interviews.
  public internal(set) var isLargeSignal: Bool
  /// What sets the applicant apart, the same at every program of the specialty.
  public internal(set) var applicantTerms: [Term] = []
  public internal(set) var applicantMatchTerms: [Term] = []
  /// Standard deviation, in points of Step 2 CK, of what the profile leaves open about the score.
  public internal(set) var scoreDoubt: EffectName?

  /// The group in running text.
  public var groupName: String {
    switch type {
    case .usMDSenior, .usMDGraduate: "US MDs"
    case .usDOSenior, .usDOGraduate: "US DOs"
    case .usIMG: "US-citizen IMGs"
    case .nonUSIMG: "non-US-citizen IMGs"
    case nil: "of your kind"
    }
  }

  /// The median of interviews per application over programs, where at least ten tell both.
  static func usualInterviewRate(of programs: [Program]) -> Double? {
    let rates = programs.compactMap { program -> Double? in
      guard let sent = program.applications, let held = program.interviews, sent > 0, held > 0 else { return nil }
      return Double(held) / Double(sent)
    }.sorted()
    return rates.count >= 10 ? rates[rates.count / 2] : nil
  }

  /// The program's percentage of this group, where the catalog tells.
  func share(in program: Program) -> Double? {
    switch type {
    case .usMDSenior, .usMDGraduate: program.percentMD
    case .usDOSenior, .usDOGraduate: program.percentDO
    case .usIMG: program.percentUSIMG
    case .nonUSIMG: program.percentNonUSIMG
    case nil: nil
    }
  }
}

extension ApplicantType {
  /// In the last year of a US school.
  var isSenior: Bool { self == .usMDSenior || self == .usDOSenior }
}

extension Cohort {
  /// Reads the profile against the group's averages; a fact that the profile leaves out adds nothing.
  mutating func place(_ profile: Profile, season: Int) {
    placeScores(profile)
    func add(_ effect: EffectName, _ amount: Double, _ reason: String) {
      if amount != 0 { applicantTerms.append(Term(effect, amount, reason)) }
    }
    if let honors = profile.clerkshipHonors {
      add(.clerkshipHonorsEach, Double(min(6, honors)) - 3, "\(honors) clerkship honors, 3 are usual")
    }
    if let honors = profile.honors {
      add(
        .honorSociety, honors.isEmpty ? -0.2 : 0.8,
        honors.isEmpty ? "No honor society" : "Honors: " + Words.list(honors))
    }
    if let outputs = profile.outputs {
      let usual = type?.isIMG == true ? 5.0 : 8.0
      add(
        .outputsPerDoubling, min(3, max(-3, .log2((Double(outputs) + 1) / (usual + 1)))),
        "\(outputs) abstracts, presentations and publications, about \(Int(usual)) are usual")
    }
    if profile.step1.passed == false || (profile.step1.attempts ?? 1) > 1 { add(.step1Fail, 1, "A failed Step 1") }
    let retakes = max((profile.step2CK.attempts ?? 1) - 1, (profile.comlexLevel2.attempts ?? 1) - 1, 0)
    add(
      .extraAttempt, Double(min(3, retakes)),
      "\(retakes) repeated attempt\(retakes == 1 ? "" : "s") at Step 2 CK or Level 2")
    if profile.leaveOrFailure == true { add(.leaveOrFailure, 1, "A leave or a failed course") }
    if let attempts = profile.priorMatchAttempts {
      add(
        .priorMatchAttempt, Double(min(3, attempts)),
        "\(attempts) earlier attempt\(attempts == 1 ? "" : "s") at the Match")
    }
    if profile.priorResidency == true { add(.priorResidency, 1, "Earlier residency training") }
    if let year = profile.graduationYear, type?.isSenior != true {
      let usual = type == .nonUSIMG ? 4 : 2
      let years = max(0, season - year)
      add(
        .yearSinceGraduation, Double(min(15, max(-4, years - usual))),
        "\(years) year\(years == 1 ? "" : "s") since graduation, \(usual) are usual")
    }
    guard type?.isIMG == true else { return }
    if let months = profile.usClinicalMonths {
      add(.usClinical3Months, (min(12, months) - 3) / 3, "\(Words.number(months)) months of US clinical experience")
    }
    if let passed = profile.step3Passed {
      add(.step3Passed, passed ? 0.8 : -0.2, passed ? "Step 3 passed" : "Step 3 not yet passed")
    }
    if let certified = profile.ecfmgCertified {
      add(.ecfmgCertified, certified ? 0.5 : -0.5, certified ? "ECFMG certified" : "Not yet ECFMG certified")
    }
  }

  private mutating func placeScores(_ profile: Profile) {
    let score: Double
    let words: String
    if let known = profile.step2CK.score {
      score = Double(known)
      words = "Step 2 CK \(known)"
    } else if let comlex = profile.comlexLevel2.score {
      score = Self.step2(fromComlex: comlex)
      words = "COMLEX Level 2 \(comlex), read as Step 2 CK \(Words.fixed(score, 0))"
      scoreDoubt = .comlexConcordanceSd
    } else {
      scoreDoubt = .scoreUnknownSd
      return
    }
    let tens = min(6, max(-6, (score - step2.value) / 10))
    let reason = "\(words), the average of your group here is \(Words.fixed(step2.value, 0))"
    applicantTerms.append(Term(.step2Per10Points, tens, reason))
    applicantMatchTerms.append(Term(.step2MatchPer10Points, tens, reason))
  }

  /// Step 2 CK points for a COMLEX Level 2-CE score, by equal distances from the two examinations' means.
  ///
  /// A line through (540, 244) with 15 points for 95: a convention of this project, not a concordance table; its
  /// doubt is the effect `comlex_concordance_sd`.
  static func step2(fromComlex score: Int) -> Double {
    min(300, max(150, 244 + (Double(score) - 540) * 15 / 95))
  }
}
