import Testing

@Suite struct `The page of a safety log` {
  @Test func `logs choices only, after the hospital's own report, and makes a measure of the days between`()
    async throws
  {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let begun = try await browser.post("/improve/new-project", [("bother", "Wrong-side stops in clinic")])
      let address = "\(try #require(begun.location))/safety-log"
      #expect(try await browser.post(address, [("revision", "0"), ("kinds", "")]).status == 400)
      try await browser.post(
        address,
        [("revision", "0"), ("title", "Procedure clinic"), ("kinds", "Near miss\nEvent"), ("places", "Room A")])
      let missing = try await browser.post("\(address)/entries", [("day", "2026-09-01"), ("kind", "Near miss")])
      #expect(missing.status == 400)
      #expect(
        missing.text.contains("Report it in the hospital&#39;s system first")
          || missing.text.contains("Report it in the hospital's system first"))
      for day in ["2026-09-01", "2026-09-11"] {
        let fields = [("day", day), ("kind", "Near miss"), ("reported", "yes"), ("cases", "40")]
        #expect(try await browser.post("\(address)/entries", fields).status == 303)
      }
      let page = try await browser.get(address)
      #expect(
        page.text.contains(
          "2 events, the last on Sep 11, 2026. The log was begun on Sep 21, 2026; of events before that day"))
      #expect(page.text.contains("What lies between events is an outcome measure of the project"))
      #expect(page.text.contains("Days between events") && page.text.contains("Cases between events"))
      #expect(try await browser.post("\(address)/entries", [("day", "2027-01-01"), ("kind", "x")]).status == 400)
    }
  }
}
