import Foundation
import HTTPTypes
import Site
import Testing
import Workspaces

/// Everything a stranger could name of somebody's workspace.
private struct Owned: Sendable {
  let browser: Browser
  let seat: Seat
  let values: [String: String]
  let fields: [(String, String)]
}

/// A workspace with a document, a second member, a link to join and a recovery link, open in a browser.
private func owned(_ site: TestSite, _ browser: Browser, role: Role = .owner) async throws -> Owned {
  var arrival = try await site.shelf.create(ownerNamed: "Quillon Fairweather")
  let (invitation, _) = try await arrival.workspace.write(by: arrival.seat) { writing in
    (try writing.invite(as: role), try writing.keep())
  }
  let owner = browser.another()
  owner.cookies["housestaff"] = arrival.token.text
  try await owner.post("/stage", [("stage", "planning"), ("revision", "0")])
  let first = arrival.seat
  if role != .owner { arrival = try await arrival.workspace.join(by: invitation, named: "Another") }
  browser.cookies["housestaff"] = arrival.token.text
  let link = try await arrival.workspace.read { try $0.invitations().first?.id.rawValue ?? "" }
  return Owned(
    browser: browser, seat: arrival.seat, values: ["collection": "stage", "id": "stage", "token": invitation.text],
    fields: [
      ("entrance", link), ("member", first.member.id.rawValue), ("role", "viewer"), ("name", "Changed"),
      ("collection", "stage"), ("id", "stage"), ("revision", "1"), ("number", "1"), ("stage", "ranking"),
      ("sure", "yes"), ("label", "x"), ("days", "3"),
    ])
}

extension HTTPField.Name {
  fileprivate static var fetchSite: HTTPField.Name {
    guard let name = HTTPField.Name("Sec-Fetch-Site") else { preconditionFailure("a plain name") }
    return name
  }
}

extension RouteLine {
  /// The path with values in place of its placeholders.
  fileprivate func path(_ values: [String: String]) -> String {
    values.reduce(pattern) { $0.replacingOccurrences(of: "{\($1.key)}", with: $1.value) }
  }

  fileprivate func send(_ browser: Browser, _ owned: Owned, token: String? = nil) async throws -> Seen {
    let path = path(owned.values)
    if method == "GET" { return try await browser.get(path) }
    if takesFile { return try await browser.upload(path, Array("no file".utf8), fields: owned.fields, token: token) }
    return try await browser.post(path, owned.fields, token: token)
  }
}

@Suite struct `Every route` {
  @Test func `is there, and reads with GET or writes with POST`() {
    #expect(Routes.lines.count >= 25)
    #expect(Routes.lines.allSatisfy { ["GET", "POST"].contains($0.method) })
    #expect(Set(Routes.lines.map(\.description)).count == Routes.lines.count)
  }

  @Test(arguments: Routes.lines)
  func `refuses or shows nothing without a cookie, and makes nothing by reading`(route: RouteLine) async throws {
    let site = try TestSite { $0.hasDemo = true }
    try await site.visit { client in
      let owned = try await owned(site, Browser(client))
      let before = try await site.state()
      let stranger = Browser(client)
      let seen = try await route.send(stranger, owned, token: "0")
      #expect(!seen.text.contains("Quillon"))
      if route.method == "POST" {
        #expect(seen.status == 403)
      } else if route.isForMembers {
        #expect(seen.status == 403)
      } else {
        #expect(seen.status < 400 || route.pattern == "/join")
      }
      #expect(try await site.state() == before)
      #expect(stranger.cookies["housestaff"] == nil)
    }
  }

  @Test(arguments: Routes.lines)
  func `shows and changes nothing of a workspace to one who has another open`(route: RouteLine) async throws {
    // Whoever holds a link to join may join: that is what it is for.
    let site = try TestSite()
    try await site.visit { client in
      let owned = try await owned(site, Browser(client))
      let other = try await site.shelf.create(ownerNamed: "Somebody Else")
      let stranger = Browser(client)
      stranger.cookies["housestaff"] = other.token.text
      let mine = try await site.state().split(separator: "\n").filter { $0.contains("Quillon") }
      let seen = try await route.send(stranger, owned)
      #expect(!seen.text.contains("Quillon"))
      #expect(try await site.state().split(separator: "\n").filter { $0.contains("Quillon") } == mine)
    }
  }

  @Test(arguments: Routes.lines, [Role.viewer, .contributor])
  func `does for a lesser role only what it allows`(route: RouteLine, role: Role) async throws {
    let site = try TestSite()
    try await site.visit { client in
      let owned = try await owned(site, Browser(client), role: role)
      let before = try await site.state()
      let seen = try await route.send(owned.browser, owned)
      guard let permission = route.permission, !role.allows(permission) else { return }
      #expect(seen.status == 403)
      #expect(seen.text.contains(permission == .own ? "owner\u{2019}s own" : "Your role does not allow this"))
      #expect(try await site.state() == before)
    }
  }

  @Test(arguments: Routes.lines.filter { $0.method == "POST" })
  func `refuses a form that is not its own`(route: RouteLine) async throws {
    let site = try TestSite { $0.hasDemo = true }
    try await site.visit { client in
      let owned = try await owned(site, Browser(client))
      let before = try await site.state()
      let another = try await Browser(client).formToken()
      for token in [String(repeating: "0", count: 64), "", another] {
        let seen = try await route.send(owned.browser, owned, token: token)
        #expect(seen.status == 403)
        #expect(try await site.state() == before)
      }
    }
  }

  @Test(arguments: Routes.lines.filter { $0.method == "POST" && !$0.takesFile })
  func `refuses a form sent from another site`(route: RouteLine) async throws {
    let site = try TestSite { $0.hasDemo = true }
    try await site.visit { client in
      let owned = try await owned(site, Browser(client))
      let before = try await site.state()
      for headers in [[.origin: "http://evil.example"], [.fetchSite: "cross-site"], [.fetchSite: "same-site"]]
        as [HTTPFields]
      {
        let seen = try await owned.browser.post(route.path(owned.values), owned.fields, headers: headers)
        #expect(seen.status == 403)
        #expect(try await site.state() == before)
      }
    }
  }

  @Test(arguments: Routes.lines)
  func `says to the browser what it may do`(route: RouteLine) async throws {
    let site = try TestSite()
    try await site.visit { client in
      let owned = try await owned(site, Browser(client))
      let seen = try await route.send(owned.browser, owned)
      let policy = seen.headers[.contentSecurityPolicy] ?? ""
      for rule in ["default-src 'none'", "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'"] {
        #expect(policy.contains(rule))
      }
      #expect(!policy.contains("unsafe"))
      #expect(seen.headers[.xContentTypeOptions] == "nosniff")
      #expect(!(seen.headers[.cacheControl] ?? "").isEmpty)
      #expect(!seen.text.contains(" style=\"") && !seen.text.contains("<script>") && !seen.text.contains(" onclick"))
      for cookie in seen.headers[values: .setCookie] {
        #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"))
      }
    }
  }
}
