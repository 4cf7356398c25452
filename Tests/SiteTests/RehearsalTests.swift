import Site
import Testing
import Workspaces

@Suite struct `A rehearsal` {
  @Test func `is said on every page, also to a visitor who keeps nothing`() async throws {
    let site = try TestSite(isRehearsal: true)
    try await site.visit { client in
      for path in ["/", "/improve", "/workspace", "/adviser", "/recover"] {
        let page = try await Browser(client).get(path)
        #expect(page.text.contains("Rehearsal: today is set by hand to Sep 21, 2026."), "\(path)")
      }
    }
  }

  @Test func `stays in the workspace when the clock is right again`() async throws {
    let rehearsed = try TestSite(isRehearsal: true)
    let cookies = try await begin(rehearsed)
    try await rehearsed.shelf.close()
    let after = try TestSite(seed: 2, filesOf: rehearsed)
    try await after.visit { client in
      let browser = Browser(client)
      browser.cookies = cookies
      let improve = try await browser.get("/improve")
      #expect(improve.text.contains("Rehearsal: dates in this workspace were set by hand."))
      let project = try #require(improve.text.firstMatch(of: /href="(\/improve\/project\/[a-z0-9]+)"/)?.1)
      let page = try await browser.get(String(project))
      #expect(page.text.contains("this is practice, and proves nothing"))
      let stranger = try await Browser(client).get("/improve")
      #expect(!stranger.text.contains("Rehearsal"))
    }
  }

  @Test func `is said nowhere when the clock was always right`() async throws {
    let site = try TestSite()
    let cookies = try await begin(site)
    try await site.visit { client in
      let browser = Browser(client)
      browser.cookies = cookies
      let page = try await browser.get("/improve")
      #expect(page.text.contains("Discharges leave late.") && !page.text.contains("Rehearsal"))
    }
  }

  /// A project is begun; what the browser keeps of it.
  private func begin(_ site: TestSite) async throws -> [String: String] {
    try await site.visit { client in
      let browser = Browser(client)
      let begun = try await browser.post("/improve/new-project", [("bother", "Discharges leave late.")])
      #expect(begun.location?.hasPrefix("/improve/project/") == true, "\(begun.status) \(begun.text)")
      return browser.cookies
    }
  }
}
