internal import SmartPick
internal import Workspaces

/// What an applicant lets an adviser see of the profile; one to a workspace.
struct AdviserSheetDocument: PageDocument, Equatable {
  static let collection = "adviser-sheet"
  static let words = "the page for an adviser"
  static let id = DocumentID<AdviserSheetDocument>(only: "adviser-sheet")

  /// A part of the profile that is shown or left out as a whole.
  enum Part: String, Codable, Sendable, CaseIterable {
    case kind, examinations, year, visa, experience, history, places, school

    /// On the check box.
    var words: String {
      switch self {
      case .kind: "Kind of applicant"
      case .examinations: "Examinations"
      case .year: "Year of graduation"
      case .visa: "Visa"
      case .experience: "Clinical experience, research, honors"
      case .history: "Leave, failures, earlier Matches"
      case .places: "Home state and ties"
      case .school: "School"
      }
    }

    /// What could tell a stranger who it is stays out until it is chosen.
    static let usual: [Part] = [.kind, .examinations, .year, .visa, .experience]
  }

  /// What stands at the top; empty for none.
  var name = ""
  var shown = Part.usual

  static func page(_ id: DocumentID<AdviserSheetDocument>) -> Link { .adviserSheet }

  var lines: [(name: String, value: String)] {
    [("Name", name), ("Shown", shown.map(\.words).joined(separator: ", "))]
  }

  /// The profile's answers that may be seen, each with its name; unknown ones are left out.
  func summary(_ profile: Profile) -> [(name: String, value: String)] {
    var all: [(String, String)] = []
    func add(_ part: Part, _ name: String, _ value: String?) {
      if shown.contains(part), let value, !value.isEmpty { all.append((name, value)) }
    }
    func exam(_ exam: Profile.Examination) -> String? {
      let parts = [
        exam.score.map(String.init), exam.passed.map { $0 ? "pass" : "fail" },
        exam.attempts.flatMap { $0 > 1 ? "\($0) attempts" : nil },
      ].compactMap(\.self)
      return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
    add(.kind, "Applicant", profile.applicantType?.publishedGroup)
    add(.examinations, "Step 1", exam(profile.step1))
    add(.examinations, "Step 2 CK", exam(profile.step2CK))
    add(.examinations, "COMLEX Level 2", exam(profile.comlexLevel2))
    add(.examinations, "Step 3", profile.step3Passed.map { $0 ? "passed" : "not yet" })
    add(.year, "Graduates", profile.graduationYear.map(String.init))
    add(.visa, "Visa", profile.visa.map { $0 == .none ? "not needed" : $0.rawValue })
    add(.experience, "US clinical experience", profile.usClinicalMonths.map { "\(Words.number($0)) months" })
    add(.experience, "Research experiences", profile.researchExperiences.map(String.init))
    add(.experience, "Abstracts, presentations, publications", profile.outputs.map(String.init))
    add(.experience, "Honors", profile.honors.map { $0.isEmpty ? "none" : $0.joined(separator: ", ") })
    add(.experience, "Clerkship honors", profile.clerkshipHonors.map(String.init))
    add(.history, "Leave or failure", profile.leaveOrFailure.map { $0 ? "yes" : "no" })
    add(.history, "Earlier Match attempts", profile.priorMatchAttempts.map(String.init))
    add(.history, "Earlier residency", profile.priorResidency.map { $0 ? "yes" : "no" })
    add(.places, "Home state", profile.homeState.map { USState.recognized($0)?.name ?? $0 })
    add(.places, "Ties", Words.list(profile.ties.map { USState.recognized($0.state)?.name ?? $0.state }))
    add(.school, "School", profile.school)
    add(.school, "School\u{2019}s state", profile.schoolState.map { USState.recognized($0)?.name ?? $0 })
    return all
  }
}
