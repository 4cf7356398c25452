internal import Workspaces

/// The door of Improve: the projects of this workspace.
enum ImproveRoutes {
  static let all: [Route] = [
    .get(.improve, for: .guest(.read)) { page in
      try await ImprovePage(projects: page.documents(ProjectDocument.self)).answer(page)
    }
  ]
}
