import Foundation
import Testing
import Workspaces

@Suite struct `A short survey through a link` {
  /// A survey of two questions, its address, and the path of its group's link.
  private func survey(_ browser: Browser) async throws -> (address: String, link: String) {
    let begun = try await browser.post("/improve/new-project", [("bother", "Steps are forgotten in clinic")])
    let project = try #require(begun.location)
    let wrong = try await browser.post(
      "\(project)/new-survey", [("title", "Confidence"), ("questions", "1\n2\n3\n4\n5\n6")])
    #expect(wrong.status == 400 && wrong.text.contains("Ask at most 5 questions."))
    let made = try await browser.post(
      "\(project)/new-survey", [("title", "Confidence"), ("questions", "I notice a missed step\nI can stop the line")])
    let address = try #require(made.location)
    let shown = try await browser.post("\(address)/links")
    let link = try #require(shown.text.firstMatch(of: /\/survey\/[a-z0-9]+\/by\/[A-Za-z0-9.-]+/))
    return (address, String(link.0))
  }

  private func turn(_ browser: Browser, _ address: String, _ round: String, _ what: String) async throws {
    let revision = try #require(try await browser.get(address).value(of: "revision"))
    try await browser.post("\(address)/rounds", [("revision", revision), ("round", round), ("do", what)])
  }

  private func answer(_ browser: Browser, _ link: String, _ round: String, _ one: String, _ two: String) async throws {
    let person = browser.another()
    let followed = try await person.get(link)
    let page = try #require(followed.location)
    let form = try #require(try await person.get(page).value(of: "form"))
    let sent = try await person.post(page, [("round", round), ("form", form), ("q1", one), ("q2", two)])
    #expect(sent.location == "/survey-thanks")
    #expect(person.cookies["housestaff-page"] == nil && person.cookies["housestaff"] == nil)
  }

  @Test func `keeps only totals, and shows a round when it is closed with five answers`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let (address, link) = try await survey(browser)
      try await turn(browser, address, "before", "open")
      let before = try await site.state()
      for level in 1...4 { try await answer(browser, link, "before", "\(level)", "2") }
      // No document, no revision, no member, no time came of four answers.
      #expect(try await site.state() == before)
      try await turn(browser, address, "before", "close")
      let few = try await browser.get(address)
      #expect(few.text.contains("too few to show") && !few.text.contains("Not said"))
      try await turn(browser, address, "before", "open")
      try await answer(browser, link, "before", "0", "2")
      let open = try await browser.get(address)
      #expect(open.text.contains("Open; at least 5 answered.") && !open.text.contains("I notice a missed step</td>"))
      try await turn(browser, address, "before", "close")
      #expect(try await browser.get(address).text.contains("I notice a missed step</td>"))

      // A round that was shown takes no more answers, not even when its closing is undone.
      let revision = try #require(try await browser.get(address).value(of: "revision"))
      let id = String(try #require(address.split(separator: "/").last))
      try await browser.post(
        "/undo", [("collection", "survey"), ("id", id), ("revision", revision), ("then", address)])
      let person = browser.another()
      let page = try #require(try await person.get(link).location)
      let form = try await person.get(page).value(of: "form") ?? ""
      let late = try await person.post(page, [("round", "before"), ("form", form), ("q1", "5"), ("q2", "5")])
      #expect(late.status == 200 && late.location == nil)
      #expect(try await site.observations(of: "survey \(id)").allSatisfy { !$0.hasPrefix("2") })
    }
  }

  @Test func `compares the rounds with n and interval, and says which are too few`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let (address, link) = try await survey(browser)
      for (round, levels) in [("before", [2, 2, 3, 3, 2, 3]), ("after", [4, 4, 5, 5, 4, 5])] {
        try await turn(browser, address, round, "open")
        for level in levels { try await answer(browser, link, round, "\(level)", round == "after" ? "0" : "3") }
        try await turn(browser, address, round, "close")
      }
      let page = try await browser.get(address)
      #expect(page.text.contains("Mean 2.5 before (n = 6), 4.5 after (n = 6); difference +2.0 (95% CI +1.3 to +2.7)."))
      #expect(page.text.contains("Too few answered after (0; at least 5 are needed)."))
      #expect(page.text.contains("not a validated scale"))
    }
  }

  @Test func `says who could read what, asks again for what is missing, and opens nothing else`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let (address, link) = try await survey(browser)
      let person = browser.another()
      let page = try #require(try await person.get(link).location)
      #expect(try await person.get(page).text.contains("No round is open now."))
      try await turn(browser, address, "before", "open")
      let shown = try await person.get(page)
      #expect(shown.text.contains("Who could read what") && shown.text.contains("not a validated scale"))
      #expect(!shown.text.contains("href=\"/improve\""))
      let missing = try await person.post(page, [("round", "before"), ("q1", "4")])
      #expect(missing.status == 400 && missing.text.contains("rather not say\u{201D}: I can stop the line"))
      #expect(missing.text.contains("value=\"4\" checked"))
      #expect(try await person.get(address).location == "/improve")

      let removal = try #require(try await browser.get(address).value(of: "link"))
      try await browser.post("\(address)/links/removal", [("link", removal)])
      #expect(try await person.get(page).status == 403)
      #expect(try await person.get("/survey/none/by/nonsense").status == 403)
    }
  }

  @Test func `counts one form once, however often it is sent, and keeps a mark that tells nothing`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let (address, link) = try await survey(browser)
      try await turn(browser, address, "before", "open")
      let id = String(try #require(address.split(separator: "/").last))
      func counted() async throws -> [Int] {
        let listing = try #require(try site.shelf.list().first)
        let cells = try await site.shelf.workspace(listing.id).read { try $0.observations(of: "survey \(id)") }
        return (1...5).map { level in
          Int(cells.first { $0.strata["question"] == "q1" && $0.strata["level"] == "\(level)" }?.numerator ?? -1)
        }
      }
      func marks() async throws -> String? {
        let listing = try #require(try site.shelf.list().first)
        return try await site.shelf.workspace(listing.id).read { try $0.setting("once survey forms \(id) before") }
      }
      let person = browser.another()
      let page = try #require(try await person.get(link).location)
      let shown = try await person.get(page)
      let form = try #require(shown.value(of: "form"))
      #expect(shown.text.contains("This form counts once, however often it is sent."))
      let answer = [("round", "before"), ("form", form), ("q1", "4"), ("q2", "2")]
      // Twice at once, as by a double click, and once more with the link opened again and another answer.
      let cookies = person.cookies
      for _ in 0..<2 {
        person.cookies = cookies
        #expect(try await person.post(page, answer).location == "/survey-thanks")
      }
      _ = try await person.get(link)
      let other = [("round", "before"), ("form", form), ("q1", "1"), ("q2", "1")]
      #expect(try await person.post(page, other).location == "/survey-thanks")
      #expect(try await counted() == [0, 0, 0, 1, 0])

      // None that was not shown counts, nor one of another survey or round.
      _ = try await person.get(link)
      for wrong in ["", "0123456789abcdef01234567.\(String(repeating: "0", count: 64))", "x" + form] {
        let seen = try await person.post(page, [("round", "before"), ("form", wrong), ("q1", "4"), ("q2", "2")])
        #expect(seen.status == 400 && seen.text.contains("too old to be counted") && seen.text.contains("checked"))
      }
      #expect(try await counted() == [0, 0, 0, 1, 0])

      // The marks stand in the order of their letters, whoever came first, and nothing of a form is in them.
      for level in 1...4 { try await self.answer(browser, link, "before", "\(level)", "3") }
      let kept = try #require(try await marks()).split(separator: " ")
      #expect(kept.count == 5 && kept == kept.sorted() && kept.allSatisfy { $0.count == 24 })
      #expect(kept.allSatisfy { !form.contains($0) })
      try await turn(browser, address, "before", "close")
      #expect(try await marks() == nil)
    }
  }
}
