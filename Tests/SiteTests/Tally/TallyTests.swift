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

  @Test func `names the taps that are in its numbers, and says when its project is over`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let begun = try await browser.post("/improve/shelf/discharge-delay", [("where", "4 West")])
      let project = try #require(begun.location)
      let page = try await browser.get(project)
      let id = try #require(page.text.firstMatch(of: /\/improve\/measure\/([a-z0-9]+)\/tally"/)).1
      let address = "/improve/measure/\(id)/tally"
      let taps = "bbbbbbbbbbbb event 2026-09-21\naaaaaaaaaaaa event 2026-09-21\naaaaaaaaaaaa undo-event 2026-09-21"
      #expect(try await browser.post(address, [("taps", taps)]).text == "kept 3 of 3")
      let tally = try await browser.get(address)
      #expect(tally.text.contains("data-known=\"aaaaaaaaaaaa! bbbbbbbbbbbb\""))
      #expect(tally.text.contains("data-day=\"2026-09-21\"") && !tally.text.contains("The project is over"))
      let ending = try await browser.get("\(project)/ending")
      let form = try #require(
        SentForm.all(of: ending.text).first { $0.fields.contains { $0.0 == "do" && $0.1 == "end" } })
      let revision = form.fields.first { $0.0 == "revision" }?.1 ?? ""
      let ended = try await browser.post(
        form.action, [("do", "end"), ("kind", "stopped"), ("reason", "Moved"), ("revision", revision)])
      #expect(ended.status == 303)
      #expect(try await browser.get(address).text.contains("nobody waits for it"))
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
