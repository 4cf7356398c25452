internal import SmartPick

extension ProfileQuestion {
  /// Every question, in the order of the pages.
  static let all: [ProfileQuestion] = you + specialties + scores + record + needs + wishes

  private static let you: [ProfileQuestion] = [
    ProfileQuestion(
      name: "applicant_type", words: "What kind of applicant are you?",
      kind: .choice([
        ("", "I do not know"), ("us_md_senior", "US MD, graduating this year"),
        ("us_md_graduate", "US MD, graduated before"), ("us_do_senior", "US DO, graduating this year"),
        ("us_do_graduate", "US DO, graduated before"), ("us_img", "US citizen at a school abroad (US IMG)"),
        ("non_us_img", "Not a US citizen, school abroad (non-US IMG)"),
      ]), hint: "It decides which published figures your odds start from.", group: .you,
      shown: { $0.applicantType?.rawValue ?? "" },
      take: { typed, profile in
        profile.applicantType = ApplicantType(rawValue: typed)
        return nil
      }),
    whole("graduation_year", "Year of graduation from medical school", .you, \.graduationYear, 1960...2060),
    state("home_state", "Home state", .you, \.homeState, hint: "Where your permanent address is."),
    state("school_state", "State of your medical school", .you, \.schoolState),
  ]

  private static let specialties: [ProfileQuestion] = [
    specialty("primary", "Specialty", .primary),
    specialty("parallel", "A second specialty, in parallel", .parallel, hint: "Only if you would train in it."),
    decimal(
      "budget_usd", "Money for application fees", .specialties, \.budget, 0...1_000_000, unit: "dollars",
      hint: "Empty: no limit. Registration and transcripts are not counted here.", emptyMeans: "for no limit"),
    whole(
      "interview_capacity", "Interviews you can attend", .specialties, \.interviewCapacity, 0...200,
      hint: "Empty: as many as come.", emptyMeans: "for as many as come"),
  ]

  private static func specialty(
    _ name: String, _ words: String, _ role: Profile.SpecialtyChoice.Role, hint: String? = nil
  ) -> ProfileQuestion {
    ProfileQuestion(
      name: name, words: words,
      kind: .choice([("", "None")] + Specialty.all.map { ($0.name, $0.name) }.sorted { $0.0 < $1.0 }), hint: hint,
      group: .specialties, shown: { profile in profile.specialties.first { $0.role == role }?.name ?? "" },
      take: { typed, profile in
        profile.specialties.removeAll { $0.role == role }
        guard !typed.isEmpty else { return nil }
        if profile.specialties.contains(where: { $0.name == typed }) { return "Choose two different specialties." }
        let choice = Profile.SpecialtyChoice(typed, role)
        if role == .primary { profile.specialties.insert(choice, at: 0) } else { profile.specialties.append(choice) }
        return nil
      })
  }

  private static let noAttempt = "if unknown or not taken"

  private static let scores: [ProfileQuestion] = [
    whole("step2_score", "Step 2 CK score", .scores, \.step2CK.score, 1...300),
    whole("step2_attempts", "Attempts at Step 2 CK", .scores, \.step2CK.attempts, 1...10, emptyMeans: noAttempt),
    yesNo("step1_passed", "Step 1 passed?", .scores, \.step1.passed),
    whole("step1_attempts", "Attempts at Step 1", .scores, \.step1.attempts, 1...10, emptyMeans: noAttempt),
    whole(
      "comlex_score", "COMLEX Level 2 score", .scores, \.comlexLevel2.score, Profile.comlexScores,
      hint: "DO applicants; three digits."),
    yesNo("step3_passed", "Step 3 passed?", .scores, \.step3Passed),
  ]

  private static let record: [ProfileQuestion] = [
    whole("clerkship_honors", "Clerkships with honors", .record, \.clerkshipHonors, 0...30),
    ProfileQuestion(
      name: "honors", words: "Honor societies", kind: .text,
      hint: "Such as AOA, GHHS, Sigma Sigma Phi; separate them with commas. Write none if none.", group: .record,
      shown: { $0.honors.map { $0.isEmpty ? "none" : $0.joined(separator: ", ") } ?? "" },
      take: { typed, profile in
        let societies = words(typed)
        let named = societies.filter { $0.lowercased() != "none" }
        if named.count < societies.count, !named.isEmpty {
          return "\u{201C}none\u{201D} stands beside \(Words.list(named)). Leave one or the other out."
        }
        profile.honors = typed.isEmpty ? nil : named
        return nil
      }),
    whole("research_experiences", "Research experiences", .record, \.researchExperiences, 0...200),
    whole("outputs", "Abstracts, presentations and publications together", .record, \.outputs, 0...1000),
    yesNo("leave_or_failure", "A leave of absence or a failed course?", .record, \.leaveOrFailure),
    whole("prior_match_attempts", "Earlier attempts at the Match", .record, \.priorMatchAttempts, 0...30),
    yesNo("prior_residency", "Earlier residency training?", .record, \.priorResidency),
  ]

  private static let needs: [ProfileQuestion] = [
    ProfileQuestion(
      name: "visa", words: "Visa you need",
      kind: .choice([
        ("", "I do not know"), ("none", "None"), ("J-1", "J-1"), ("H-1B", "H-1B"), ("either", "J-1 or H-1B"),
      ]), hint: nil, group: .needs, shown: { $0.visa?.rawValue ?? "" },
      take: { typed, profile in
        profile.visa = Profile.VisaNeed(rawValue: typed)
        return nil
      }),
    yesNo("ecfmg_certified", "ECFMG certified?", .needs, \.ecfmgCertified),
    decimal(
      "us_clinical_months", "Months of US clinical experience", .needs, \.usClinicalMonths, 0...240, unit: "months"),
  ]

  private static let wishes: [ProfileQuestion] = [
    ProfileQuestion(
      name: "states", words: "States you prefer", kind: .text, hint: "Separate them with commas, such as OH, PA.",
      group: .wishes, shown: { $0.preferences.states.keys.sorted().joined(separator: ", ") },
      take: { typed, profile in
        let typedStates = words(typed)
        let known = typedStates.map { USState.recognized($0)?.code }
        let wrong = zip(typedStates, known).filter { $0.1 == nil }.map(\.0)
        if let problem = unknown(wrong, "state", "states") { return problem + "; write for example OH or Ohio." }
        profile.preferences.states = Dictionary(known.compactMap(\.self).map { ($0, 1) }, uniquingKeysWith: max)
        return nil
      }),
    ProfileQuestion(
      name: "divisions", words: "Regions you prefer", kind: .text,
      hint: "Census divisions: " + USState.Division.allCases.map(\.rawValue).joined(separator: ", ") + ".",
      group: .wishes, shown: { $0.preferences.divisions.map(\.rawValue).joined(separator: ", ") },
      take: { typed, profile in
        let names = words(typed)
        let known = names.map(USState.Division.init(named:))
        let wrong = zip(names, known).filter { $0.1 == nil }.map(\.0)
        if let problem = unknown(wrong, "division", "divisions") { return problem + "; write them as above." }
        profile.preferences.divisions = known.compactMap(\.self)
        return nil
      }),
    ProfileQuestion(
      name: "setting", words: "Setting you prefer",
      kind: .choice([("", "No preference")] + Program.Setting.allCases.map { ($0.rawValue, $0.rawValue) }), hint: nil,
      group: .wishes, shown: { $0.preferences.setting.max { $0.value < $1.value }?.key.rawValue ?? "" },
      take: { typed, profile in
        profile.preferences.setting = Program.Setting(rawValue: typed).map { [$0: 1] } ?? [:]
        return nil
      }),
    ProfileQuestion(
      name: "features", words: "Features you look for", kind: .text, hint: "Such as QI track, night float.",
      group: .wishes, shown: { $0.preferences.features.keys.sorted().joined(separator: ", ") },
      take: { typed, profile in
        profile.preferences.features = Dictionary(words(typed).map { ($0, 1) }, uniquingKeysWith: max)
        return nil
      }),
    decimal(
      "ambition", "How much does the place count?", .wishes, \.ambition, 0...1,
      hint: "0: only matching counts. 1: only where. Empty is 0.3.", emptyMeans: "for 0.3"),
  ]

  /// All words of an answer that nobody knows, so that one correction is enough; nil where each is known.
  private static func unknown(_ words: [String], _ one: String, _ many: String) -> String? {
    let quoted = words.map { "\u{201C}\($0)\u{201D}" }
    return quoted.isEmpty
      ? nil : quoted.count == 1 ? "\(quoted[0]) is no \(one)" : "\(Words.list(quoted)) are no \(many)"
  }
}
