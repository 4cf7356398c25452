import Foundation
import Testing
import Workspaces

@Suite struct `A change of a measure's counts` {
  /// A measure with two weeks counted, its address, and the page of its changes.
  private func counted(_ browser: Browser) async throws -> String {
    let measure = try await browser.addMeasure(to: try await browser.beginProject())
    let saved = try await browser.post(
      "\(measure)/grid", [("paste", "2026-01-05\t10\t40\n2026-01-12\t12\t40"), ("division", "")])
    #expect(saved.location == measure)
    return measure
  }

  private func undo(_ browser: Browser, _ page: Seen) async throws -> Seen {
    let form = try #require(SentForm.all(of: page.text).first { $0.action == "/undo" })
    return try await browser.post("/undo", form.fields)
  }

  private func name(_ measure: String) -> String { String(measure.split(separator: "/").last ?? "") }

  @Test func `is undone from its confirmation, and undone again, and the page says who and when`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let measure = try await counted(browser)
      let first = try await browser.get(measure)
      #expect(first.text.contains("2 counts: 2 new."))
      let before = try await site.observations(of: name(measure))
      // One replaced, one new, one removed, one as it was.
      try await browser.paste(
        measure, "2026-01-19\t9\t40\n2026-01-05\t11\t40",
        [("day", "2026-01-12"), ("numerator", ""), ("denominator", "")])
      let saved = try await browser.get(measure)
      #expect(saved.text.contains("3 counts: 1 new, 1 replaced, 1 removed."))
      let after = try await site.observations(of: name(measure))
      #expect(after != before)
      #expect(try await undo(browser, saved).status == 303)
      #expect(try await site.observations(of: name(measure)) == before)
      let back = try await browser.get(measure)
      #expect(back.text.contains("Taken back.") && back.text.contains("3 counts are as before."))
      #expect(try await undo(browser, back).status == 303)
      #expect(try await site.observations(of: name(measure)) == after)

      let page = try await browser.get("\(measure)/changes")
      #expect(page.text.components(separatedBy: "<tr").count >= 4)
      #expect(page.text.contains("Typed or pasted") && page.text.contains("A change taken back"))
      #expect(page.text.contains(">Me<") && page.text.contains("Jan 5, 2026 to Jan 19, 2026"))
      // The same counts again change nothing, and say so.
      try await browser.post("\(measure)/grid", [("paste", "2026-01-19\t9\t40")])
      #expect(try await browser.get(measure).text.contains("Every count was so already."))
    }
  }

  @Test func `by a file that replaced values is undone, but for what was changed since`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let measure = try await counted(browser)
      let before = try await site.observations(of: name(measure))
      let file = "day,numerator,denominator,division,group\n2026-01-05,30,50,,\n2026-01-12,31,50,,\n2026-01-19,32,50,,"
      #expect(try await browser.post("\(measure)/counts", [("counts", file)]).location == measure)
      let imported = try await browser.get(measure)
      #expect(imported.text.contains("3 counts: 1 new, 2 replaced."))
      // Somebody corrects one week after the import; then the import is taken back.
      try await browser.paste(measure, "2026-01-12\t33\t50")
      #expect(try await undo(browser, imported).status == 303)
      let back = try await browser.get(measure)
      #expect(back.text.contains("Taken back in part."))
      #expect(back.text.contains("2 counts are as before. That of Jan 12, 2026 changed meanwhile and stayed."))
      let now = try await site.observations(of: name(measure))
      #expect(now.count == 2 && now.contains { $0.hasPrefix("2026-01-05 10.0 40.0") })
      #expect(now.contains { $0.hasPrefix("2026-01-12 33.0 50.0") } && now != before)
      // Pressed once more, from the page that is still open elsewhere, it changes nothing.
      #expect(try await undo(browser, imported).status == 303)
      #expect(try await browser.get(measure).text.contains("It was taken back already."))
      #expect(try await site.observations(of: name(measure)) == now)
    }
  }

  @Test func `of another member is undone by editors only, and shows no count to anyone`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let measure = try await browser.addMeasure(to: try await browser.beginProject())
      try await browser.post("\(measure)/grid", [("paste", "2026-01-05\t10\t40\tSpanish\n"), ("division", "language")])
      let saved = try await browser.get(measure)
      let before = try await site.observations(of: name(measure))
      let contributor = try await site.member(.contributor, beside: browser)
      let page = try await contributor.get("\(measure)/changes")
      #expect(page.status == 200 && !page.text.contains("Spanish") && !page.text.contains("Take back"))
      #expect(try await undo(contributor, saved).status == 403)
      #expect(try await site.observations(of: name(measure)) == before)
      let viewer = try await site.member(.viewer, beside: browser)
      #expect(!(try await viewer.get("\(measure)/changes").text.contains("Spanish")))
    }
  }
}
