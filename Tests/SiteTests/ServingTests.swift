import Foundation
import HTTPTypes
import Site
import Testing
import Workspaces

@Suite struct `The site` {
  @Test func `says that it is well`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let seen = try await Browser(client).get("/health")
      #expect(seen.status == 200 && seen.text == "ok\n")
    }
  }

  @Test func `serves the style sheet that its pages name, to be kept for good`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let home = try await browser.get("/").text
      let start = try #require(home.range(of: "href=\"/assets/"))
      let address = String(home[start.upperBound...].prefix { $0 != "\"" })
      let sheet = try await browser.get("/assets/\(address)")
      #expect(sheet.status == 200)
      #expect(sheet.headers[.contentType] == "text/css; charset=utf-8")
      #expect(sheet.headers[.cacheControl]?.contains("immutable") == true)
      #expect(sheet.bytes.count > 10_000)
    }
  }

  @Test func `answers HEAD as GET without the content`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let seen = try await Browser(client).get("/", method: .head)
      #expect(seen.status == 200 && seen.bytes.isEmpty)
    }
  }

  @Test(arguments: [("/nothing", 404), ("/join/nonsense", 403), ("/deletion", 404), ("/workspace/deletion", 403)])
  func `says what to do next when a page cannot be had`(path: String, status: Int) async throws {
    let site = try TestSite()
    try await site.visit { client in
      let seen = try await Browser(client).get(path)
      #expect(seen.status == status)
      #expect(seen.text.contains("<h1>") && seen.text.contains("href=\"/recover\""))
      #expect(seen.headers[.contentSecurityPolicy] != nil)
    }
  }

  @Test func `refuses what is too large, and what is no form`() async throws {
    let site = try TestSite {
      $0.formLimit = 2_000
      $0.fileLimit = 3_000
    }
    try await site.visit { client in
      let browser = Browser(client)
      let large = try await browser.post("/stage", [("stage", String(repeating: "x", count: 3_000))])
      #expect(large.status == 413)
      let file = try await browser.upload("/open", [UInt8](repeating: 65, count: 4_000))
      #expect(file.status == 413)
      let json = try await browser.post("/stage", headers: [.contentType: "application/json"])
      #expect(json.status == 400 || json.status == 303)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: site.directory.path) == ["workspaces"])
  }

  @Test func `logs the route and what came of it, and nothing of the visitor`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      try await browser.post("/stage", [("stage", "planning"), ("revision", "0")])
      try await browser.post("/workspace/members/names", [("name", "Quillon Fairweather")])
      try await browser.post("/workspace/recovery-links")
      _ = try await browser.get("/?secret=kumquat")
      _ = try await browser.get("/kumquat")
      let token = browser.cookies["housestaff"] ?? ""
      _ = try await browser.get("/recover/\(token)")
      _ = try await browser.get("/history/stage/kumquat")
      let lines = site.log.lines
      #expect(lines.count { $0.contains("request") } >= 7)
      let parts = token.split(separator: ".").map(String.init)
      for word in parts + ["Quillon", "kumquat", "secret=", "planning"] {
        #expect(!lines.contains { $0.contains(word) }, "\(word) is in the log")
      }
      #expect(lines.contains { $0.contains("/recover/{token}") })
    }
  }

  @Test func `follows an address to return to only within itself`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      for (then, seen) in [
        ("/workspace", "/workspace"), ("https://evil.example", "/"), ("//evil.example", "/"), ("/\\evil.example", "/"),
        ("", "/"), ("/a\nb", "/"),
      ] {
        let answer = try await browser.post("/theme", [("theme", "dark"), ("then", then)])
        #expect(answer.location == seen)
      }
      let home = try await browser.get("/")
      #expect(home.text.contains("data-theme=\"dark\""))
    }
  }

  @Test func `sends cookies through TLS only once it has a public address`() async throws {
    let site = try TestSite { $0.publicAddress = "https://example.org" }
    try await site.visit { client in
      let seen = try await Browser(client).get("/")
      let cookie = try #require(seen.headers[.setCookie])
      #expect(cookie.hasPrefix("__Host-housestaff-visit=") && cookie.hasSuffix("; Secure"))
      #expect(seen.headers.contains { $0.name.canonicalName == "strict-transport-security" })
    }
  }
}

@Suite struct `A change` {
  @Test func `makes a workspace at the first write, and can be taken back`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      _ = try await browser.get("/")
      #expect(try site.shelf.list().isEmpty)
      let saved = try await browser.post("/stage", [("stage", "applied"), ("revision", "0")])
      #expect(saved.status == 303 && saved.location == "/season")
      #expect(try site.shelf.list().count == 1)
      let next = try await browser.get("/season")
      #expect(next.text.contains("Saved.") && next.text.contains("action=\"/undo\""))
      let home = try await browser.get("/")
      #expect(home.text.contains("value=\"applied\" checked") && home.text.contains("Note what I applied to"))
      #expect(!home.text.contains("Saved."))
      let undone = try await browser.post("/undo", [("collection", "stage"), ("id", "stage"), ("revision", "1")])
      #expect(undone.status == 303)
      #expect(try await !browser.get("/").text.contains("checked"))
      let again = try await browser.post("/stage", [("stage", "ranking"), ("revision", "0")])
      #expect(again.status == 303)
      let history = try await browser.get("/history/stage/stage")
      #expect(history.text.contains("Taken back") && history.text.contains("Bring back"))
    }
  }

  @Test func `made on an old state shows both versions and is saved when asked again`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      try await browser.post("/stage", [("stage", "applied"), ("revision", "0")])
      try await browser.post("/stage", [("stage", "interviewing"), ("revision", "1")])
      let late = try await browser.post("/stage", [("stage", "ranking"), ("revision", "1")])
      #expect(late.status == 409)
      #expect(late.text.contains("Ranking: my interviews are over") && late.text.contains("Interviewing"))
      #expect(late.value(of: "revision") == "2" && late.value(of: "stage") == "ranking")
      let saved = try await browser.post("/stage", [("stage", "ranking"), ("revision", "2")])
      #expect(saved.status == 303)
    }
  }

  @Test func `that is not an answer shows the form again`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let seen = try await Browser(client).post("/stage", [("stage", "nowhere")])
      #expect(seen.status == 400 && seen.text.contains("Choose one of these."))
      #expect(try site.shelf.list().isEmpty)
    }
  }
}
