internal import Foundation
internal import Improvement
internal import ProcessControl
internal import Workspaces

/// One project shown by a link, read only: the side of who shows it, and the side behind the link.
///
/// As for an adviser's page, the token goes to a cookie of its own and stands in no address after that.
enum ProjectLinkRoutes {
  static let all: [Route] = [
    .get(.projectLinks(project: "{id}"), for: .member(.invite)) { page in
      let file = try await page.projectFile()
      return ProjectLinksPage(file: file, links: try await links(to: file, page)).answer(page)
    },
    .post(.projectLinks(project: "{id}"), for: .member(.invite)) { page in
      let file = try await page.projectFile()
      var last: Day?
      if !page.form["until"].isEmpty {
        guard let day = Day(iso: page.form["until"]), day >= page.today else {
          return ProjectLinksPage(
            file: file, links: try await links(to: file, page), typed: page.form,
            problems: [("until", "Give a day from today on, as \(page.today), or leave it empty.")]
          ).answer(page)
        }
        last = day
      }
      // The last day is part of it.
      let expires = last.map { Date(timeIntervalSince1970: Double($0.adding(1).number) * 86_400) }
      let label = String(page.form["label"].prefix(80))
      let name = ShownProject.page(file.project.id)
      let token = try await page.write { try $0.showPage(name, label: label, until: expires) }
      return LinkPage.project(
        token, to: file.project.id.description, titled: file.project.value.project.title, until: expires, page)
    },
    .post(.projectLinkRemoval(project: "{id}"), for: .member(.invite)) { page in
      let file = try await page.projectFile()
      guard let id = try await links(to: file, page).first(where: { $0.id.description == page.form["link"] })?.id else {
        throw SiteError.notFound
      }
      try await page.write { try $0.hidePage(id) }
      return .see(
        .projectLinks(project: file.project.id.description),
        Flash(.good, "Ended.", "That link opens nothing any more."))
    },
    .get(.projectLink(id: "{id}", token: "{token}"), for: .anyone) { page in
      try page.limitLinks()
      guard let token = Token(page.parameters["token"] ?? "") else { throw WorkspaceError.noEntrance }
      return Answer.see(.shownProject(id: page.parameters["id"] ?? ""))
        .setting(SiteCookie(name: .page, value: token.text, lifetime: 30 * 86_400))
    },
    .get(.shownProject(id: "{id}"), for: .anyone) { page in
      guard let token = page.pageToken else { return ShownProjectPage.none(page) }
      return ShownProjectPage(shown: try await page.shownProject(by: token) { _ in }.shown).answer(page)
    },
    .get(.shownMeasure(id: "{id}", measure: "{measure}"), for: .anyone) { page in
      guard let token = page.pageToken else { return ShownProjectPage.none(page) }
      let name = page.parameters["measure"] ?? ""
      let (shown, groups) = try await page.shownProject(by: token) { reading in
        guard let id = DocumentID<MeasureDocument>(name), let file = try MeasureFile(id, in: reading) else {
          throw SiteError.notFound
        }
        return GroupFile(
          file, by: "", release: try ReleaseFile(id, in: reading), shown: try ShownTable.all(in: reading),
          isEditor: false)
      }
      // Another project's measure is not in this link.
      guard groups.file.definition.project == shown.file.project.project else { throw SiteError.notFound }
      return ShownMeasurePage(shown: shown, groups: groups).answer(page)
    },
  ]

  /// The links that still stand, oldest first.
  private static func links(to file: ProjectFile, _ page: PageContext) async throws -> [Kept<PageLink>] {
    let name = ShownProject.page(file.project.id)
    return try await page.read { try $0.pageLinks(to: name) }?.filter { !$0.value.isRevoked } ?? []
  }
}
