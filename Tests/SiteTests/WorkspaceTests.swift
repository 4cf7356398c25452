import Foundation
import HTTPTypes
import Site
import Testing
import Workspaces

/// A browser in whose workspace a stage was kept.
private func begun(_ browser: Browser) async throws -> Browser {
  try await browser.post("/stage", [("stage", "interviewing"), ("revision", "0")])
  return browser
}

/// The path of the link that a page shows.
private func link(on seen: Seen, _ kind: String) -> String? {
  seen.text.range(of: "/\(kind)/").map { "/\(kind)/" + seen.text[$0.upperBound...].prefix { $0 != "\"" } }
}

@Suite struct `A workspace` {
  @Test func `opens in another browser with its recovery link, which stays in no address`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let first = try await begun(Browser(client))
      let shown = try await first.post("/workspace/recovery-links")
      let path = try #require(link(on: shown, "recover"))
      let second = Browser(client)
      let followed = try await second.get(path)
      #expect(followed.status == 303 && followed.location == "/recover")
      #expect(second.cookies["housestaff"] == nil)
      let page = try await second.get("/recover")
      #expect(page.text.contains("Your link was read") && !page.text.contains(path.dropFirst("/recover/".count)))
      #expect(try await second.post("/recover").location == "/workspace")
      #expect(try await second.get("/").text.contains("value=\"interviewing\" checked"))
      #expect(second.cookies["housestaff-link"] == nil)
      #expect(second.cookies["housestaff"] != first.cookies["housestaff"])
      let pasted = Browser(client)
      #expect(try await pasted.post("/recover", [("link", " http://localhost\(path) ")]).location == "/workspace")
      #expect(try await pasted.post("/recover", [("link", "half a li")]).status == 400)
    }
  }

  @Test func `lets others join with a role, changes it, and removes them`() async throws {
    let site = try TestSite { $0.sharedAddress = "http://10.0.0.7:8080" }
    try await site.visit { client in
      let owner = try await begun(Browser(client))
      #expect(try await owner.post("/workspace/invitations", [("role", "")]).status == 400)
      let shown = try await owner.post("/workspace/invitations", [("role", "viewer"), ("days", "2")])
      #expect(shown.text.contains("http://10.0.0.7:8080/join/"))
      let guest = Browser(client)
      _ = try await guest.get(try #require(link(on: shown, "join")))
      #expect(try await guest.post("/join", [("name", "")]).status == 400)
      #expect(try await guest.post("/join", [("name", "Pat")]).location == "/improve")
      #expect(try await guest.post("/improve/new-project", [("bother", "Pages all night")]).status == 403)
      let id = try #require(try await owner.get("/workspace").value(of: "member"))
      try await owner.post("/workspace/members/roles", [("member", id), ("role", "editor")])
      #expect(try await guest.post("/improve/new-project", [("bother", "Pages all night")]).status == 303)
      try await owner.post("/workspace/members/removals", [("member", id)])
      let left = try await guest.get("/workspace")
      #expect(left.text.contains("not open here any more") && guest.cookies["housestaff"] == nil)
    }
  }

  @Test func `is closed on a device, and not begun anew by a form that was open there`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = try await begun(Browser(client))
      let cookie = browser.cookies["housestaff"]
      let token = try await browser.formToken()
      #expect(try await browser.post("/workspace/leaving").location == "/")
      #expect(browser.cookies["housestaff"] == nil)
      browser.cookies["housestaff"] = cookie
      let late = try await browser.post("/stage", [("stage", "ranking"), ("revision", "1")], token: token)
      #expect(late.status == 403 && late.text.contains("This opens nothing"))
      #expect(try site.shelf.list().count == 1)
    }
  }

  @Test func `goes into a file and opens from it elsewhere`() async throws {
    let (one, other) = (try TestSite(), try TestSite(seed: 2))
    let file = try await one.visit { client in
      let seen = try await begun(Browser(client)).post("/workspace/file")
      #expect(seen.headers[.contentDisposition]?.hasSuffix(".sqlite\"") == true)
      return seen.bytes
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: one.directory.path) == ["workspaces"])
    try await other.visit { client in
      let browser = Browser(client)
      #expect(try await browser.upload("/open", file).location == "/workspace")
      #expect(try await browser.get("/").text.contains("value=\"interviewing\" checked"))
      // The same file again stands beside the first.
      #expect(try await Browser(client).upload("/open", file).location == "/workspace")
      #expect(try other.shelf.list().count == 2)
      let wrong = try await Browser(client).upload("/open", Array("Dear diary".utf8))
      #expect(wrong.status == 400 && wrong.text.contains("not a workspace"))
      var broken = file
      for page in stride(from: 4_096, to: file.count, by: 4_096) { broken[page] = 0xAA }
      #expect(try await Browser(client).upload("/open", broken).status == 400)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: other.directory.path) == ["workspaces"])
  }

  @Test func `is deleted for good only by who ticks the box, after saying what will be gone`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = try await begun(Browser(client))
      let page = try await browser.get("/workspace/deletion")
      #expect(page.text.contains("Where you are in the season") && page.text.contains("What will be gone"))
      #expect(try await browser.post("/workspace/deletion").status == 400)
      #expect(try site.shelf.list().count == 1)
      #expect(try await browser.post("/workspace/deletion", [("sure", "yes")]).location == "/")
      #expect(try site.shelf.list().isEmpty)
      #expect(browser.cookies["housestaff"] == nil)
    }
  }

  @Test func `of the example is each visitor's own, and never replaces theirs unasked`() async throws {
    let site = try TestSite { $0.hasDemo = true }
    try await site.visit { client in
      let (one, two) = (Browser(client), Browser(client))
      #expect(try await one.post("/demo").status == 303)
      #expect(try await two.post("/demo").status == 303)
      #expect(try site.shelf.list().count == 2)
      #expect(try await one.get("/").text.contains("Example: invented people and data"))
      let mine = try await begun(Browser(client))
      let cookie = mine.cookies["housestaff"]
      #expect(try await mine.post("/demo").text.contains("instead of your workspace"))
      #expect(mine.cookies["housestaff"] == cookie)
      #expect(try await mine.post("/demo", [("sure", "yes")]).status == 303)
    }
  }
}
