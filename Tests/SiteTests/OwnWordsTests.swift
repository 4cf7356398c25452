import Foundation
import Site
import SmartPick
import Testing

/// A browser with five programs of its own and a budget for two of them.
private func begun(_ browser: Browser) async throws -> Browser {
  let browser = try await profiled(browser, specialty: "Family Medicine")
  let programs = """
    code,program,specialty,city,state,applications,interviews,visa,source,date
    1400112345,Riverbend Family Medicine,Family Medicine,Dayton,OH,900,150,J-1,Program's page,2026-08-01
    1400112346,Hilltop Family Medicine,Family Medicine,Akron,OH,1200,110,none,Program's page,2026-08-02
    1400112347,Lakeside Family Medicine,Family Medicine,Erie,PA,1100,140,,,
    """
  try await browser.post("/programs", [("table", programs), ("revision", "0")])
  try await browser.post("/programs/preview", [("do", "use"), ("programs-revision", "0")])
  return browser
}

/// The rows of the list, without what else the page says of programs.
private func rows(_ page: String) -> String {
  page.components(separatedBy: "<table class=\"rows").dropFirst().first?.components(separatedBy: "</table>").first ?? ""
}

/// Sends a form with the revision that the page shows.
private func send(
  _ browser: Browser, from page: String, to path: String, _ fields: [(String, String)]
) async throws -> Seen {
  let form = try await browser.get(page).text.components(separatedBy: "<form").first {
    $0.contains("action=\"\(path)\"")
  }
  let revision =
    form?.components(separatedBy: "name=\"revision\" value=\"").dropFirst().first?.prefix { $0 != "\"" } ?? "0"
  return try await browser.post(path, fields + [("revision", String(revision))])
}

@Suite struct `A program of one's own` {
  @Test func `takes a note, shows it on the list, and takes it back`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = try await begun(Browser(client))
      let path = "/program/1400112345"
      let kept = try await send(browser, from: path, to: path + "/note", [("note", "Kind residents <asked> & told")])
      #expect(kept.location == path)
      #expect(try await browser.get(path).text.contains("Kind residents &lt;asked&gt; &amp; told"))
      #expect(try await browser.get("/list").text.contains("My note: Kind residents"))
      let long = try await browser.post(
        path + "/note", [("note", String(repeating: "x", count: 2_001)), ("revision", "1")])
      #expect(long.status == 400 && long.text.contains("this has 2001") && long.text.contains("xxxx"))
      try await browser.post("/undo", [("collection", "marks"), ("id", "marks"), ("revision", "1"), ("then", path)])
      #expect(try await !browser.get("/list").text.contains("Kind residents"))
    }
  }

  @Test func `is pinned with a reason, stays on the list, and says what that costs`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = try await begun(Browser(client))
      let limited = try await send(
        browser, from: "/list", to: "/list/controls", [("budget_usd", "300"), ("limit", "1"), ("ambition", "0")])
      #expect(limited.location == "/list")
      let before = try await browser.get("/list").text
      let codes = ["1400112345", "1400112346", "1400112347"]
      let code = try #require(codes.first { !rows(before).contains("href=\"/program/\($0)\"") }, "one is left out")
      let path = "/program/\(code)"
      let bare = try await send(browser, from: path, to: path + "/pin", [("reason", " ")])
      #expect(bare.status == 400 && bare.text.contains("A pin needs its reason"))
      let pinned = try await send(browser, from: path, to: path + "/pin", [("reason", "My sister lives there")])
      #expect(pinned.location == path)
      var list = ""
      for _ in 0..<400 {
        list = try await browser.get("/list").text
        if !list.contains("being worked out") { break }
        try await Task.sleep(for: .milliseconds(25))
      }
      #expect(rows(list).contains("href=\"/program/\(code)\"") && list.contains("My sister lives there."))
      #expect(list.contains("points of chance"))
      #expect(list.contains("what is pinned") && list.contains("1 program entered and 1 left"))
      let gone = try await send(browser, from: path, to: path + "/pin/removal", [])
      #expect(gone.location == path)
      #expect(try await !browser.get("/list").text.contains("My sister lives there."))
    }
  }
}

@Suite struct `Programs side by side` {
  @Test func `show odds, facts with source and date, and mark what differs`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = try await begun(Browser(client))
      #expect(try await browser.get("/compare").text.contains("Tick two to four"))
      #expect(try await browser.get("/list").text.contains("name=\"code\" value=\"1400112345\" form=\"compare\""))
      let seen = try await browser.get("/compare?code=1400112345&code=1400112346&code=1400112345").text
      #expect(seen.contains("2 programs: ") && seen.contains("likeliest to invite you"))
      #expect(seen.contains("Program&#39;s page, 2026-08-01") || seen.contains("Program's page, 2026-08-01"))
      let rows = seen.components(separatedBy: "<tr")
      #expect(rows.contains { $0.contains("Visa") && $0.contains("differs") && $0.contains("J-1") })
      #expect(rows.contains { $0.contains("State") && !$0.contains("differs") })
      let only = try await browser.get("/compare?code=1400112345&code=1400112346&only=differences").text
      #expect(!only.components(separatedBy: "<tr").contains { $0.contains("State") && $0.contains("OH") })
      let five = try await browser.get(
        "/compare?code=1400112345&code=1400112346&code=1400112347&code=none&code=nothing"
      ).text
      #expect(five.contains("3 programs: ") && five.contains("2 are not shown"))
    }
  }
}

@Suite struct `The list after a change` {
  @Test func `says which field changed, what entered and left, and what became of the chance`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = try await begun(Browser(client))
      #expect(try await !browser.get("/list").text.contains("you changed budget"))
      let limited = try await send(
        browser, from: "/list", to: "/list/controls", [("budget_usd", "300"), ("limit", "1"), ("ambition", "0")])
      #expect(limited.location == "/list")
      let fewer = try await browser.get("/list").text
      #expect(fewer.contains("What changed since the last list"))
      #expect(fewer.contains("the limit of applications (none to 1 in Family Medicine)"))
      #expect(fewer.contains("2 left") && fewer.contains("the chance to match fell by"))
      try await browser.post("/season", [("code", "1400112346"), ("revision", "0")])
      let sent = try await browser.get("/list").text
      #expect(sent.contains("Hilltop Family Medicine: applied"))
    }
  }

  @Test func `shows how far it is while it is worked out, and then the list`() async throws {
    let site = try TestSite { $0.patience = .zero }
    try await site.visit { client in
      let browser = try await begun(Browser(client))
      let first = try await browser.get("/list")
      #expect(first.status == 200)
      #expect(first.text.contains("Working on your list") && first.text.contains("http-equiv=\"refresh\""))
      #expect(first.text.contains("data-progress=\"/list/progress\""))
      var said = ""
      for _ in 0..<2_000 {
        said = try await browser.get("/list/progress").text
        if said == "ready" { break }
        #expect(said.contains("\t"))
        try await Task.sleep(for: .milliseconds(5))
      }
      #expect(said == "ready")
      let list = try await browser.get("/list").text
      #expect(list.contains("Riverbend Family Medicine") && !list.contains("http-equiv"))
    }
  }
}
