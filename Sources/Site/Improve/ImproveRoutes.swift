internal import Workspaces

/// The door of Improve: the projects of this workspace.
enum ImproveRoutes {
  static let all: [Route] = [
    .get(.improve, for: .guest(.read)) { page in
      let today = page.today
      let (projects, looks) =
        try await page.read { reading in
          (try reading.documents(ProjectDocument.self), try reading.dueLookBacks(on: today))
        } ?? ([], [])
      return ImprovePage(projects: projects, looks: looks).answer(page)
    }
  ]
}
