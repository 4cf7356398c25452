import Foundation
import Testing

@Suite struct `The grid's waiting lines` {
  @Test func `name the days to count next, and left empty take nothing away`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let project = try #require(
        try await browser.post("/improve/new-project", [("bother", "Procedures begin late in clinic")]).location)
      let measure = try #require(
        try await browser.post(
          "\(project)/new-measure",
          [
            ("name", "Delay"), ("role", "balancing"), ("kind", "value"), ("period", "week"),
            ("numerator", "minutes after the time on the list"),
          ]
        ).location)
      let grid = "\(measure)/grid"
      try await browser.post(grid, [("day", "2026-08-31"), ("numerator", "6")])
      let page = try await browser.get(grid)
      // The clock stands at Monday, September 21: two weeks have ended, and the third has begun.
      for day in ["2026-09-07", "2026-09-14", "2026-09-21"] {
        #expect(page.text.contains("name=\"waiting\" value=\"\(day)\""), "\(day)")
      }
      #expect(!page.text.contains("2026-09-28"))
      // Somebody else counts a week while the page is open.
      try await browser.post(grid, [("day", "2026-09-07"), ("numerator", "7")])
      let sent = try await browser.post(
        grid,
        [
          ("waiting", "2026-09-07"), ("waiting", "2026-09-14"), ("day", "2026-09-07"), ("numerator", ""),
          ("day", "2026-09-14"), ("numerator", "8"),
        ])
      #expect(sent.status == 303)
      let id = String(measure.split(separator: "/")[2])
      #expect(
        try await site.observations(of: id)
          == ["2026-08-31 6.0 nil [:]", "2026-09-07 7.0 nil [:]", "2026-09-14 8.0 nil [:]"])
      // What was kept and is emptied by hand is removed, as before.
      try await browser.post(grid, [("day", "2026-09-14"), ("numerator", "")])
      #expect(try await site.observations(of: id).count == 2)
    }
  }
}

@Suite struct `A measure that counts itself` {
  @Test func `leads to what counts it, and is not tallied by hand`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let project = try #require(
        try await browser.post("/improve/new-project", [("bother", "Specimens leave without labels")]).location)
      try await browser.post("\(project)/safety-log", [("title", "Events"), ("kinds", "Near miss")])
      for day in ["2026-09-01", "2026-09-11", "2026-09-14"] {
        try await browser.post(
          "\(project)/safety-log/entries", [("day", day), ("kind", "Near miss"), ("reported", "yes")])
      }
      let page = try await browser.get(project)
      #expect(page.text.contains("Log an event"))
      let measure = try #require(page.text.firstMatch(of: /\/improve\/measure\/[a-z0-9]+/)?.0)
      let days = try await browser.get(String(measure))
      #expect(days.text.contains("Log an event") && !days.text.contains("Type or paste counts"))

      let list = try #require(
        try await browser.post("\(project)/new-checklist", [("title", "Before"), ("items", "Label on")]).location)
      let use = try await browser.get("\(list)/use")
      try await browser.post(
        "\(list)/use",
        [
          ("name", try #require(use.value(of: "name"))), ("shown", "i1"), ("ticked", "i1"), ("end", "complete"),
        ])
      let after = try await browser.get(project)
      #expect(after.text.contains("Use: Before") && after.text.contains("Complete: Before"))
      #expect(!after.text.contains("Tally: Complete") && !after.text.contains("Chart review: Complete"))
      let id = String(list.split(separator: "/")[2])
      #expect(try await browser.get("/improve/measure/\(id)-completion").text.contains("Use the checklist"))
    }
  }
}
