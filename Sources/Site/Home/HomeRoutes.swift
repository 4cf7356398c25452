internal import Workspaces

/// The first page: the doors, and where in the season the visitor stands.
enum HomeRoutes {
  static let all: [Route] = [
    .get(.home, for: .guest(.read)) { page in
      // The stage is the owner's own, the page is everybody's.
      let kept = page.ownsSmartPick ? try await page.document(StageDocument.id) : nil
      return HomePage(kept: kept).answer(page)
    },
    .post(.stage, for: .guest(.contribute)) { page in
      guard let stage = Stage(rawValue: page.form["stage"]) else {
        return try await HomePage(kept: page.document(StageDocument.id), error: "Choose one of these.").answer(page)
      }
      let kept = try await page.save(StageDocument(stage: stage), as: StageDocument.id)
      return .see(stage.way.link, page.saved(kept, stage.next))
    },
    .post(.theme, for: .anyone) { page in
      let theme = Theme(rawValue: page.form["theme"]) ?? .system
      return Answer.see(path: page.form["then"], otherwise: .home)
        .setting(SiteCookie(name: .theme, value: theme.rawValue, lifetime: 400 * 86_400))
    },
    .post(.demo, for: .anyone) { page in try await DemoWorkspace.open(page) },
  ]
}
