internal import SmartPick
internal import Workspaces

/// The profile, a group of questions at a time.
enum ProfileRoutes {
  static let all: [Route] = [
    .get(.profile, for: .guest(.read)) { page in
      try await ProfilePage(kept: page.document(ProfileDocument.id)).overview(page)
    },
    .get(.profileGroup(name: "{name}"), for: .guest(.read)) { page in
      guard let group = group(page) else { return .see(.profile) }
      return try await ProfilePage(kept: page.document(ProfileDocument.id)).form(group, page)
    },
    .post(.profileGroup(name: "{name}"), for: .guest(.contribute)) { page in
      guard let group = group(page) else { throw SiteError.notFound }
      let kept = try await page.document(ProfileDocument.id)
      var profile = kept?.value.profile ?? Profile()
      var problems: [String: String] = [:]
      for question in ProfileQuestion.all where question.group == group {
        if let problem = question.take(page.form[question.name], &profile) { problems[question.name] = problem }
      }
      guard problems.isEmpty else {
        return ProfilePage(kept: kept).form(group, page, typed: page.form, problems: problems)
      }
      let saved = try await page.save(ProfileDocument(text: profile.text), as: ProfileDocument.id)
      let next = group.next.map { Link.profileGroup(name: $0.rawValue) } ?? .list
      // The next page is a form of its own, which undoing this one would empty.
      let warning =
        group.next == nil
        ? "" : "Undo takes back \u{201C}\(group.words)\u{201D}, and what is typed below before it is saved."
      return .see(next, page.saved(saved, warning))
    },
  ]

  /// The group that the address names.
  private static func group(_ page: PageContext) -> ProfileGroup? {
    ProfileGroup(rawValue: page.parameters["name"] ?? "")
  }
}
