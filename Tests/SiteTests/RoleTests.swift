import Foundation
import Site
import Testing
import Workspaces

/// The addresses that a page links to, and those that its forms are sent to.
private func ways(of text: String) -> (links: [String], forms: [String]) {
  func values(_ opening: String) -> [String] {
    text.components(separatedBy: opening).dropFirst().map { String($0.prefix { $0 != "\"" }) }
  }
  return (values(" href=\"/").map { "/" + $0 }, values("<form method=\"post\" action=\""))
}

extension RouteLine {
  fileprivate func answers(_ path: String) -> Bool {
    let (mine, theirs) = (pattern.split(separator: "/"), path.split(separator: "/"))
    return mine.count == theirs.count && zip(mine, theirs).allSatisfy { $0 == $1 || $0.hasPrefix("{") }
  }
}

@Suite struct `Who may only read` {
  /// The example with a viewer in it; the viewer's browser.
  private func viewer(_ site: TestSite, _ owner: Browser) async throws -> Browser {
    try await owner.post("/demo")
    let shown = try await owner.post("/workspace/invitations", [("role", "viewer"), ("days", "2")])
    let link = try #require(shown.text.range(of: "/join/").map { shown.text[$0.lowerBound...].prefix { $0 != "\"" } })
    let viewer = owner.another()
    _ = try await viewer.get(String(link))
    try await viewer.post("/join", [("name", "Pat")])
    return viewer
  }

  @Test func `is led to nothing that is refused, and is shown no form that cannot be sent`() async throws {
    let site = try TestSite { $0.hasDemo = true }
    try await site.visit { client in
      let viewer = try await viewer(site, Browser(client))
      var (queue, seen, patterns) = (["/improve"], Set<String>(), Set<String>())
      while let path = queue.popLast() {
        guard seen.insert(path).inserted else { continue }
        let page = try await viewer.get(path)
        #expect(page.status < 400, "\(path)")
        let (links, forms) = ways(of: page.text)
        for form in forms {
          let line = Routes.lines.first { $0.method == "POST" && $0.answers(form) }
          #expect(line?.permission.map(Role.viewer.allows) ?? true, "\(path) has a form to \(form)")
        }
        for link in links.map({ String($0.prefix { $0 != "?" && $0 != "#" }) }) where !link.hasPrefix("/assets") {
          let pattern = Routes.lines.first { $0.method == "GET" && $0.answers(link) }?.pattern ?? link
          // Each project's own page, and of every other pattern one.
          if patterns.insert(pattern).inserted || pattern == "/improve/project/{id}" { queue.append(link) }
        }
      }
      #expect(patterns.count > 20)
    }
  }

  @Test(arguments: [
    "improve/new-project", "improve/project/example-checklist/new-cycle",
    "improve/project/example-checklist/new-measure",
    "improve/project/example-checklist/new-checklist", "improve/project/example-checklist/new-survey",
    "improve/project/example-checklist/new-person", "improve/project/example-checklist/new-concern",
    "improve/project/example-checklist/new-evidence", "improve/project/example-checklist/association",
    "improve/project/example-checklist/screening", "improve/choosing",
  ])
  func `finds a sentence in place of a form`(path: String) async throws {
    let site = try TestSite { $0.hasDemo = true }
    try await site.visit { client in
      let viewer = try await viewer(site, Browser(client))
      let page = try await viewer.get("/" + path)
      let forms = ways(of: page.text).forms.filter { $0 != "/theme" && $0 != "/undo" }
      #expect(forms.isEmpty)
      if page.status == 403 { #expect(page.text.contains("may not add anything")) } else { #expect(page.status == 200) }
    }
  }
}
