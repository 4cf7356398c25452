internal import SmartPick

/// The questions of the profile, a group to a page.
enum ProfileGroup: String, CaseIterable, Sendable {
  case you, specialties, scores, record, needs, wishes

  var words: String {
    switch self {
    case .you: "You"
    case .specialties: "Specialty and money"
    case .scores: "Scores"
    case .record: "Your record"
    case .needs: "Visa and US experience"
    case .wishes: "Where you want to be"
    }
  }

  var note: String {
    switch self {
    case .you: "What kind of applicant you are, and where you come from."
    case .specialties: "What you apply to, and what you can spend."
    case .scores: "Step 2 CK counts most; unknown is an answer too."
    case .record: "Honors, research, and what went wrong once."
    case .needs: "Only what programs ask: visa, ECFMG, months in the US."
    case .wishes: "States, settings and features; how much they count."
    }
  }

  /// The group that comes after it.
  var next: ProfileGroup? {
    let all = Self.allCases
    return all.firstIndex(of: self).flatMap { $0 + 1 < all.count ? all[$0 + 1] : nil }
  }

  /// How many of the group's questions have an answer, of how many.
  func answered(_ profile: Profile) -> (done: Int, all: Int) {
    let answers: [Bool] =
      switch self {
      case .you:
        [
          profile.applicantType != nil, profile.graduationYear != nil,
          profile.homeState != nil || profile.schoolState != nil,
        ]
      case .specialties: [!profile.specialties.isEmpty, profile.budget != nil]
      case .scores: [profile.step2CK.score != nil || profile.comlexLevel2.score != nil, profile.step1.passed != nil]
      case .record: [profile.clerkshipHonors != nil, profile.outputs != nil, profile.leaveOrFailure != nil]
      case .needs: [profile.visa != nil, profile.usClinicalMonths != nil || profile.applicantType?.isIMG == false]
      case .wishes: [!profile.preferences.isEmpty, profile.ambition != nil]
      }
    return (answers.count(where: \.self), answers.count)
  }
}
