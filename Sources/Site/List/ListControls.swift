internal import Markup
internal import SmartPick
internal import Tables
internal import Workspaces

/// The three numbers that can be changed beside the list: budget, limit and ambition.
struct ListControls {
  let profile: Kept<ProfileDocument>?
  /// As they were typed; nil while they stand as they are kept.
  var typed: FormFields?
  private(set) var problems: [(field: String, words: String)] = []
  /// The profile with what was typed in it.
  private(set) var changed: Profile

  private static let questions = ProfileQuestion.all.filter { ["budget_usd", "ambition"].contains($0.name) }

  init(_ profile: Kept<ProfileDocument>?) {
    self.profile = profile
    changed = profile?.value.profile ?? Profile()
  }

  /// Reads the form; nothing of it counts unless all is right.
  init(_ profile: Kept<ProfileDocument>?, _ form: FormFields) {
    self.init(profile)
    typed = form
    for question in Self.questions {
      if let problem = question.take(form[question.name], &changed) { problems.append((question.name, problem)) }
    }
    // No application at all is no list.
    let limit = TypedNumber<Int>(form["limit"], in: 1...5000, emptyMeans: "for no limit")
    if let problem = limit.problem { problems.append(("limit", problem)) }
    changed.maxApplications = [:]
    if let most = limit.value { for choice in changed.specialties { changed.maxApplications[choice.name] = most } }
  }

  /// Open as long as something in it is wrong.
  func body(_ page: PageContext) -> HTML {
    let current = profile?.value.profile ?? Profile()
    func shown(_ name: String, _ kept: String?) -> String { typed?[name] ?? kept ?? "" }
    func problem(_ field: String) -> String? { problems.first { $0.field == field }?.words }
    return more("Change budget, limit and ambition", isOpen: !problems.isEmpty) {
      page.writing(to: .listControls) {
        page.revisionField(profile)
        Field(
          "budget_usd", "Money for application fees", control: .line(mode: .decimal, unit: "dollars", size: 8),
          typed: shown("budget_usd", current.budget.map { DecimalText.text($0, decimals: 2) }),
          hint: "Empty: no limit.",
          error: problem("budget_usd"))
        Field(
          "limit", "At most so many applications in each specialty", control: .line(mode: .numeric, size: 6),
          typed: shown(
            "limit", current.specialties.first.flatMap { current.maxApplications[$0.name] }.map(String.init)),
          hint: "Empty: no limit.", error: problem("limit"))
        Field(
          "ambition", "How much the place counts, 0 to 1", control: .line(mode: .decimal, size: 6),
          typed: shown("ambition", current.ambition.map { DecimalText.text($0, decimals: 2) }),
          hint: "0: only matching counts. 1: only where.", error: problem("ambition"))
        actions { SubmitButton("Answer again") }
      }
    }
  }
}
