import Foundation
import Testing
import Workspaces

@Suite struct `A paste into the grid` {
  private func beginning(_ browser: Browser) async throws -> String {
    try await browser.addMeasure(to: try await browser.beginProject())
  }

  @Test func `with days that read both ways is kept only once somebody says which number is the month`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let measure = try await beginning(browser)
      let text = "3/5/2026\t10\t40\n4/7/2026\t12\t40"
      let asked = try await browser.post("\(measure)/grid", [("paste", text)])
      #expect(asked.status == 400 && asked.text.contains("id=\"date-order-error\""))
      #expect(asked.text.contains("3/5/2026 can be read both ways: say which number is the month."))
      #expect(asked.text.contains("3/5/2026 is March 5, 2026") && asked.text.contains("3/5/2026 is May 3, 2026"))
      #expect(asked.text.contains("4/7/2026\t12\t40</textarea>"))
      let shown = try await browser.post("\(measure)/grid", [("paste", text), ("date-order", "day")])
      #expect(shown.status == 200 && shown.text.contains("3/5/2026 was read as May 3, 2026: day first, as you chose."))
      #expect(try await browser.get(measure).text.contains("Nothing is counted yet"))
      let seen = ("seen", try #require(shown.value(of: "seen")))
      // What was seen was read another way: it is shown once more.
      let turned = try await browser.post("\(measure)/grid", [("paste", text), ("date-order", "month"), seen])
      #expect(turned.status == 200 && turned.text.contains("March 5, 2026: month first, as you chose."))
      let kept = try await browser.post("\(measure)/grid", [("paste", text), ("date-order", "day"), seen])
      #expect(kept.location == measure)
      let id = String(measure.split(separator: "/").last ?? "")
      #expect(try await site.observations(of: id).map { $0.prefix(10) } == ["2026-04-27", "2026-06-29"])
    }
  }

  @Test func `says how its days were read before it is kept`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let measure = try await beginning(browser)
      let text = "3/5/2026\t10\t40\n3/25/2026\t12\t40"
      let shown = try await browser.post("\(measure)/grid", [("paste", text)])
      #expect(
        shown.text.contains(
          "3/5/2026 was read as March 5, 2026: month first, because line 2 has 3/25/2026."))
      #expect(shown.text.contains("2 weeks are new: nothing that is kept changes."))
      #expect(try await browser.paste(measure, text).location == measure)
      #expect(try await browser.get(measure).text.contains("2 counts: 2 new."))
      // Days with their year first read one way only, and replace nothing: kept at once.
      #expect(try await browser.post("\(measure)/grid", [("paste", "2026-06-01\t1\t40")]).location == measure)
    }
  }

  @Test func `goes on without columns that may identify patients once somebody says so`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let measure = try await beginning(browser)
      let text = "date\tlate\tdischarges\tMRN\n2026-01-05\t1\t2\t8812345\n2026-01-12\t0\t2\t8812346"
      let refused = try await browser.post("\(measure)/grid", [("paste", text)])
      #expect(refused.status == 400 && refused.text.contains("Columns that may identify patients"))
      #expect(refused.text.contains("Yes, without MRN") && refused.text.contains("id=\"without-error\""))
      let shown = try await browser.post("\(measure)/grid", [("paste", text), ("without", "yes")])
      #expect(shown.status == 200 && shown.text.contains("2 lines of the paste can be read."))
      #expect(try await browser.paste(measure, text, [("without", "yes")]).location == measure)
      let id = String(measure.split(separator: "/").last ?? "")
      #expect(try await site.observations(of: id).count == 2)
      for file in FileManager.default.enumerator(at: site.directory, includingPropertiesForKeys: nil)?.allObjects ?? []
      {
        guard let file = file as? URL, let data = try? Data(contentsOf: file) else { continue }
        #expect(data.range(of: Data("88123".utf8)) == nil)
      }
    }
  }

  @Test func `tells a hundred faults in a few sentences, and stays as it was pasted`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let measure = try await beginning(browser)
      let text = (1...60).map { $0 % 2 == 0 ? "soon\t1\t2" : "2026-09-\($0 % 28 + 1)\tx\t2" }.joined(separator: "\n")
      let seen = try await browser.post("\(measure)/grid", [("paste", text)])
      #expect(seen.status == 400 && seen.text.contains("\(text)</textarea>"))
      #expect(seen.text.contains("30 dates could not be read: lines 2, 4, 6, 8, 10, 12, 14, 16 and 22 more, as"))
      #expect(seen.text.components(separatedBy: "href=\"#paste\"").count < 6)
      #expect(try await browser.get(measure).text.contains("Nothing is counted yet"))
    }
  }

  @Test func `says what it replaces, and may name weeks that the page shows`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let measure = try await beginning(browser)
      try await browser.post("\(measure)/grid", [("paste", "2026-01-05\t10\t40\n2026-01-12\t12\t40")])
      let page = try await browser.get("\(measure)/grid")
      var form = try #require(SentForm.all(of: page.text).first { $0.action.hasSuffix("/grid") }).fields
      form = form.map { $0.1 == "A few words" || $0.1 == "12" && $0.0 != "numerator" ? ($0.0, "") : $0 }
        .filter { $0.0 != "paste" }
      // Empty lines as the page has them.
      let lines = [
        ("day", "2026-01-05"), ("numerator", "10"), ("denominator", "40"), ("group", ""),
        ("day", "2026-01-12"), ("numerator", "12"), ("denominator", "40"), ("group", ""),
      ]
      #expect(form.contains { $0.0 == "day" && $0.1 == "2026-01-12" })
      let shown = try await browser.post(
        "\(measure)/grid", lines + [("paste", "2026-01-12\t20\t41\n2026-01-19\t1\t40\n2026-01-05\t10\t40")])
      #expect(shown.status == 200)
      #expect(
        shown.text.contains(
          "1 week that is kept changes, 1 week is new and 1 week stays as it is."))
      #expect(shown.text.contains("12 of 40") && shown.text.contains("20 of 41"))
      let seen = ("seen", try #require(shown.value(of: "seen")))
      let kept = try await browser.post(
        "\(measure)/grid", [("paste", "2026-01-12\t20\t41\n2026-01-19\t1\t40\n2026-01-05\t10\t40"), seen])
      #expect(kept.location == measure)
      #expect(try await browser.get(measure).text.contains("2 counts: 1 new, 1 replaced."))
    }
  }

  @Test func `tells whoever does not edit the measure nothing of its groups`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let measure = try await beginning(browser)
      let text = "date\tlate\tdischarges\tlanguage\n2026-01-05\t3\t7\tSpanish\n2026-01-05\t4\t33\tEnglish"
      try await browser.post("\(measure)/grid", [("paste", text)])
      let other = try await site.member(.contributor, beside: browser)
      let guess =
        "date\tlate\tdischarges\tlanguage\n1/5/2026\t2\t7\tSpanish\n1/5/2026\t5\t33\tEnglish\n1/19/2026\t1\t2\tSpanish"
      // What another added is refused, right guess or wrong; what is new is looked at without a word on groups.
      let refused = try await other.post("\(measure)/grid", [("paste", guess)])
      #expect(refused.status == 400 && refused.text.contains("Somebody else added the count"))
      #expect(!refused.text.contains("3 of 7"))
      let right = try await other.post("\(measure)/grid", [("paste", text)])
      #expect(right.status == 400 && right.text.contains("Somebody else added the count"))
      let fresh = "date\tlate\tdischarges\tlanguage\n1/19/2026\t1\t2\tSpanish"
      let seen = try await other.post("\(measure)/grid", [("paste", fresh)])
      #expect(seen.status == 200 && seen.text.contains("Groups are compared only for those who edit the measure."))
      #expect(seen.text.contains("1 week is new") && !seen.text.contains("3 of 7"))
      let mine = try await browser.post("\(measure)/grid", [("paste", guess)])
      #expect(mine.text.contains("3 of 7") && mine.text.contains("language: Spanish"))
    }
  }

  @Test func `of days alone is kept as the days between events`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let project = try await browser.beginProject()
      let measure = try await browser.addMeasure(to: project, [("kind", "daysBetween")])
      let form = try await browser.get("\(measure)/grid").text
      #expect(form.contains("Days since the event before") && form.contains("its day is enough"))
      let alone = try await browser.post("\(measure)/grid", [("paste", "2026-01-03")])
      #expect(alone.status == 400 && alone.text.contains("starts the clock"))
      let kept = try await browser.post("\(measure)/grid", [("paste", "2026-01-03\n2026-01-20\n2026-02-14")])
      #expect(kept.location == measure)
      let id = String(measure.split(separator: "/").last ?? "")
      #expect(try await site.observations(of: id).map { $0.prefix(10) } == ["2026-01-20", "2026-02-14"])
    }
  }
}
