internal import Workspaces

/// Whether the server is well, and the files every page loads.
enum HealthRoutes {
  static let all: [Route] = [
    .get(.health, for: .anyone) { page in
      // The shelf answers when the directory can be read.
      _ = try page.site.shelf.list()
      return .text("ok\n")
    },
    .get(.stylesheet, for: .anyone) { _ in
      Answer(content: .bytes(Stylesheet.bytes, type: "text/css; charset=utf-8", lasting: true))
    },
  ]
}
