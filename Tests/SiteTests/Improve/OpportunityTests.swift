import Testing
import Workspaces

@Suite struct `An opportunity` {
  @Test func `is kept with four answers, seen again, weighed and taken up by a project`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let sent = try await browser.post(
        "/improve/opportunities",
        [
          ("what", "Discharges wait after the order"), ("where", "4 West"), ("kind", "workflow"),
          ("consequence", "delay"),
        ])
      #expect(sent.status == 303)
      let listing = try await browser.get("/improve/opportunities")
      #expect(listing.text.contains("Discharges wait after the order"))
      #expect(listing.text.contains("Seen once; most often"))
      let link = try #require(listing.text.firstMatch(of: /\/improve\/opportunity\/([a-z0-9]+)"/))
      let id = String(link.1)
      let revision = try #require(listing.value(of: "revision"))
      try await browser.post("/improve/opportunity/\(id)/sightings", [("revision", revision)])
      let seen = try await browser.get("/improve/opportunity/\(id)")
      #expect(seen.text.contains("2 times, on Sep 21, 2026"))
      try await browser.post(
        "/improve/opportunity/\(id)/standing",
        [("revision", try #require(seen.value(of: "revision"))), ("importance", "5"), ("effort", "2")])
      let choosing = try await browser.get("/improve/choosing")
      #expect(choosing.text.contains("1 of 1 drawn"))
      let form = try await browser.get("/improve/new-project?opportunity=\(id)")
      #expect(form.text.contains("Discharges wait after the order</textarea>"))
      let begun = try await browser.post(
        "/improve/new-project",
        [("opportunity", id), ("bother", "Discharges wait after the order"), ("place", "4 West")])
      let project = try #require(begun.location)
      #expect(try await browser.get(project).text.contains("<h1>Discharges wait after the order</h1>"))
      #expect(try await browser.get("/improve/opportunity/\(id)").text.contains(project))
    }
  }

  @Test func `is put right, and removed with what it was seen counted where it stands twice`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      for what in ["Ride to dialysys is late", "Rides to dialysis are late"] {
        try await browser.post("/improve/opportunities", [("what", what), ("where", "4 West"), ("kind", "workflow")])
      }
      let listing = try await browser.get("/improve/opportunities").text
      var ids: [String: String] = [:]
      for match in listing.matches(of: /\/improve\/opportunity\/([a-z0-9]+)"[^>]*>([^<]+)</) {
        ids[String(match.2)] = "/improve/opportunity/\(match.1)"
      }
      let one = try #require(ids["Ride to dialysys is late"])
      let other = try #require(ids["Rides to dialysis are late"])
      func form(_ path: String, _ end: String) async throws -> SentForm {
        try #require(SentForm.all(of: try await browser.get(path).text).first { $0.action == "\(path)/\(end)" })
      }
      func send(_ form: SentForm, _ changed: [String: String]) async throws -> Seen {
        try await browser.post(form.action, form.fields.map { ($0.0, changed[$0.0] ?? $0.1) })
      }
      let words = try await form(one, "words")
      let empty = try await send(words, ["what": ""])
      #expect(empty.status == 400 && empty.text.contains("id=\"what-error\""))
      #expect(try await send(words, ["what": "Ride to dialysis is late"]).location == one)
      let page = try await browser.get(one).text
      #expect(
        page.contains("<h1>Ride to dialysis is late</h1>") && page.contains("4 West") && page.contains("Once, on"))
      // The other is the same: what it was seen goes over, and it comes back by undo.
      let name = String(one.split(separator: "/").last ?? "")
      #expect(try await send(try await form(other, "removal"), ["same": name]).location == "/improve/opportunities")
      #expect(try await browser.get(one).text.contains("2 times, on"))
      #expect(try await browser.get(other).status == 404)
      let after = try await browser.get("/improve/opportunities").text
      #expect(!after.contains(">Rides to dialysis are late<"))
      let contributor = try await site.member(.contributor, beside: browser)
      #expect(!(try await contributor.get(one).text.contains("Remove it")))
      #expect(try await contributor.post("\(one)/removal", [("revision", "2")]).status == 403)
    }
  }

  @Test func `is not kept with words that point to a patient, unless somebody looked`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let fields = [("what", "Mr. Vane in room 12 waited"), ("kind", "safety")]
      let refused = try await browser.post("/improve/opportunities", fields)
      #expect(refused.status == 400)
      #expect(refused.text.contains("\u{201C}Mr. Vane\u{201D}") && refused.text.contains("\u{201C}room 12\u{201D}"))
      #expect(refused.text.contains("value=\"Mr. Vane in room 12 waited\""))
      #expect(browser.cookies["housestaff"] == nil)
      #expect(
        try await browser.post(
          "/improve/opportunities", fields + [("form-looked", "Mr. Vane"), ("form-looked", "room 12")]
        ).status
          == 303)
    }
  }

  @Test func `names nobody when its writer wished so`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      try await browser.post("/stage", [("stage", "planning"), ("revision", "0")])
      try await browser.post(
        "/improve/opportunities", [("what", "Nobody answers pages at night"), ("kind", "safety"), ("unsigned", "yes")])
      #expect(try await browser.get("/improve/opportunities").text.contains("Nobody answers pages at night"))
      let listing = try #require(try site.shelf.list().first)
      let workspace = try await site.shelf.workspace(listing.id)
      let state = try await workspace.read { reading in
        (try reading.members(departed: true).map(\.id.rawValue), try reading.contents().documents)
      }
      #expect(state.0.contains("nobody"))
      #expect(state.1["opportunity"] == 1)
    }
  }

  @Test func `may be asked for instead, and is owed an answer`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      try await browser.post("/improve/opportunities", [("what", "One more glucometer"), ("kind", "staffing")])
      let listing = try await browser.get("/improve/opportunities")
      let id = String(try #require(listing.text.firstMatch(of: /\/improve\/opportunity\/([a-z0-9]+)"/)).1)
      let revision = try #require(listing.value(of: "revision"))
      let wrong = try await browser.post(
        "/improve/opportunity/\(id)/proposal",
        [("revision", revision), ("request", "A glucometer"), ("answer-by", "soon")])
      #expect(wrong.status == 400)
      #expect(wrong.text.contains("Name who answers.") && wrong.text.contains("Give a day as 2027-03-01."))
      #expect(wrong.text.contains("A glucometer"))
      try await browser.post(
        "/improve/opportunity/\(id)/proposal",
        [("revision", revision), ("request", "A glucometer"), ("owner", "Nurse manager"), ("answer-by", "2026-09-01")])
      let asked = try await browser.get("/improve/opportunity/\(id)")
      #expect(asked.text.contains("The answer is overdue."))
    }
  }
}
