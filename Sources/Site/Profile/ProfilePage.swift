internal import Markup
internal import SmartPick
internal import Workspaces

/// The profile: a list of question groups, and a page for each.
struct ProfilePage {
  let kept: Kept<ProfileDocument>?

  private var profile: Profile { kept?.value.profile ?? Profile() }

  func overview(_ page: PageContext) -> Answer {
    let counts = ProfileGroup.allCases.map { $0.answered(profile) }
    return page.page("Your profile") {
      h1 { "Your profile" }
      p(.class("lede")) {
        "Six short pages. Every question may stay empty: unknown is an answer, and it widens the range of your odds "
        "instead of counting against you."
      }
      ProgressLine(
        name: "profile-progress", words: "Answered", done: counts.map(\.done).reduce(0, +),
        all: counts.map(\.all).reduce(0, +))
      TaskList(
        tasks: zip(ProfileGroup.allCases, counts).map { group, count in
          .init(
            group.words, at: Link.profileGroup(name: group.rawValue).path,
            count.done == 0 ? .open() : count.done == count.all ? .done() : .begun("\(count.done) of \(count.all)"),
            note: group.note)
        })
      actions {
        LinkButton(profile.specialties.isEmpty ? "Begin" : "Show my list", to: next.path)
        LinkButton("How many applications of each kind", to: Link.plan.path, style: .quiet)
      }
      p(.class("small")) {
        "Two of you? "
        a(.href(Link.rankCouple.path)) { "Your pairs are made under Rank" }
        ", once you have both interviewed. Two lists from one budget, before that, are made by the command line: couple in "
        "a profile file."
      }
      p(.class("small")) {
        "Race, sex, age, religion, disability and pregnancy are never asked. What you type stays in your workspace."
      }
    }
  }

  private var next: Link {
    profile.specialties.isEmpty ? .profileGroup(name: ProfileGroup.you.rawValue) : .list
  }

  func form(_ group: ProfileGroup, _ page: PageContext, typed: FormFields? = nil, problems: [String: String] = [:])
    -> Answer
  {
    let questions = ProfileQuestion.all.filter { $0.group == group }
    return page.page(group.words, status: problems.isEmpty ? 200 : 400) {
      p(.class("small")) { a(.href(Link.profile.path)) { "Your profile" } }
      h1 { group.words }
      p(.class("lede")) { group.note }
      ErrorList(problems: questions.compactMap { question in problems[question.name].map { (question.name, $0) } })
      page.writing(to: .profileGroup(name: group.rawValue)) {
        page.revisionField(kept)
        for question in questions { field(question, typed, problems) }
        actions {
          SubmitButton(group.next.map { "Save, then: \($0.words)" } ?? "Save and show my list")
          LinkButton("Back without saving", to: Link.profile.path, style: .quiet)
        }
      }
    }
  }

  private func field(_ question: ProfileQuestion, _ typed: FormFields?, _ problems: [String: String]) -> HTML {
    let control: Field.Control =
      switch question.kind {
      case .text: .line()
      case .number(let unit): .line(mode: .decimal, unit: unit, size: 8)
      case .choice(let choices): .selection(choices)
      }
    return Field(
      question.name, question.words, control: control, typed: typed?[question.name] ?? question.shown(profile),
      hint: question.hint, error: problems[question.name]
    ).body
  }
}
