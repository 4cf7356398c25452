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

  @Test func `is not kept with words that point to a patient, unless somebody looked`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let fields = [("what", "Mr. Vane in room 12 waited"), ("kind", "safety")]
      let refused = try await browser.post("/improve/opportunities", fields)
      #expect(refused.status == 400)
      #expect(refused.text.contains("\u{201C}Mr Vane\u{201D}") && refused.text.contains("\u{201C}room 12\u{201D}"))
      #expect(refused.text.contains("value=\"Mr. Vane in room 12 waited\""))
      #expect(browser.cookies["housestaff"] == nil)
      #expect(
        try await browser.post(
          "/improve/opportunities", fields + [("form-looked", "Mr Vane"), ("form-looked", "room 12")]
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
