import Testing

@Suite struct `A tally` {
  /// A project from the shelf and the address of its first measure.
  private func measure(_ browser: Browser) async throws -> String {
    let begun = try await browser.post("/improve/shelf/discharge-delay", [("where", "4 West")])
    let page = try await browser.get(try #require(begun.location))
    let id = try #require(page.text.firstMatch(of: /\/improve\/measure\/([a-z0-9]+)\/tally"/)).1
    return "/improve/measure/\(id)/tally"
  }

  @Test func `counts each tap once, though it was sent twice`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let address = try await measure(browser)
      let taps = "aaaaaaaaaaaa event 2026-09-21\nbbbbbbbbbbbb other 2026-09-21\ncccccccccccc other 2026-09-20\nnonsense"
      #expect(try await browser.post(address, [("taps", taps)]).text == "kept 3 of 4")
      #expect(try await browser.post(address, [("taps", taps)]).text == "kept 3 of 4")
      let page = try await browser.get(address)
      #expect(page.text.contains("<b id=\"tally-event\">1</b>") && page.text.contains("<b id=\"tally-other\">1</b>"))
    }
  }

  @Test func `works without a script, and takes the last tap back`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let address = try await measure(browser)
      let page = try await browser.get(address)
      let name = try #require(page.value(of: "name"))
      let tapped = try await browser.post(address, [("kind", "other"), ("name", name)])
      // Sent twice by an impatient finger.
      try await browser.post(address, [("kind", "other"), ("name", name)])
      let after = try await browser.get(try #require(tapped.location))
      #expect(after.text.contains("<b id=\"tally-other\">1</b>"))
      #expect(after.value(of: "last") == name)
      try await browser.post(address, [("kind", "undo"), ("last", name)])
      #expect(try await browser.get(address).text.contains("<b id=\"tally-other\">0</b>"))
    }
  }

  @Test func `refuses days that a phone cannot mean`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let address = try await measure(browser)
      let sent = try await browser.post(
        address,
        [("taps", "aaaaaaaaaaaa event 2026-12-21\nbbbbbbbbbbbb event 2020-01-01\ncccccccccccc story 2026-09-21")])
      #expect(sent.text == "kept 0 of 3")
    }
  }
}
