import Foundation
import Testing
import Workspaces

@Suite struct `A checklist in use` {
  /// A project with a checklist of three lines, and the checklist's address.
  private func checklist(_ browser: Browser) async throws -> String {
    let begun = try await browser.post("/improve/new-project", [("bother", "Steps are forgotten in clinic")])
    let project = try #require(begun.location)
    #expect(try await browser.get(project).text.contains("Make a checklist"))
    let wrong = try await browser.post("\(project)/new-checklist", [("title", "")])
    #expect(wrong.status == 400 && wrong.text.contains("Say what it is for."))
    let made = try await browser.post(
      "\(project)/new-checklist",
      [("title", "Before a biopsy"), ("items", "Site marked\nConsent seen\nAllergies asked")])
    #expect(try await browser.get(project).text.contains("Checklist: Before a biopsy"))
    return try #require(made.location)
  }

  private func id(_ address: String) -> String { String(address.split(separator: "/")[2]) }

  private let shown = [("shown", "i1"), ("shown", "i2"), ("shown", "i3")]

  @Test func `is built by buttons, with its versions kept`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let address = try await checklist(browser)
      func change(_ fields: [(String, String)]) async throws {
        let revision = try #require(try await browser.get(address).value(of: "revision"))
        let sent = try await browser.post("\(address)/items", fields + [("revision", revision)])
        #expect(sent.status == 303)
      }
      try await change([("item", "i3"), ("do", "up")])
      try await change([("item", "i1"), ("do", "remove")])
      try await change([("words", "Time-out said aloud"), ("do", "add")])
      let page = try await browser.get(address)
      let order = ["Allergies asked", "Consent seen", "Time-out said aloud"].map {
        page.text.range(of: "\($0)")?.lowerBound
      }
      #expect(order.allSatisfy { $0 != nil } && zip(order, order.dropFirst()).allSatisfy { $0! < $1! })
      #expect(!page.text.contains("Site marked"))
      #expect(page.text.contains("It records completion; it is not the chart nor the time-out itself."))
      let revision = try #require(page.value(of: "revision"))
      let sheet = id(address)
      try await browser.post(
        "/undo", [("collection", "checklist"), ("id", sheet), ("revision", revision), ("then", address)])
      #expect(!(try await browser.get(address).text.contains("Time-out said aloud")))
      let empty = try await browser.post("\(address)/items", [("words", " "), ("do", "add"), ("revision", "1")])
      #expect(empty.status == 400)
    }
  }

  @Test func `makes one count of each use, and a process measure of completion`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let address = try await checklist(browser)
      let measure = "\(id(address))-completion"
      let use = try await browser.get("\(address)/use")
      let name = try #require(use.value(of: "name"))
      let all = [("ticked", "i1"), ("ticked", "i2"), ("ticked", "i3")]
      let kept = try await browser.post("\(address)/use", shown + all + [("name", name), ("end", "complete")])
      // Sent twice by an impatient thumb.
      try await browser.post("\(address)/use", shown + all + [("name", name), ("end", "complete")])
      #expect(try await site.observations(of: measure) == ["2026-09-21 1.0 1.0 [:]"])
      #expect(kept.location == "\(address)/use?last=\(name)")

      let half = shown + [("ticked", "i1"), ("ticked", "i3"), ("name", "bbbbbbbbbbbb")]
      let claimed = try await browser.post("\(address)/use", half + [("end", "complete")])
      #expect(claimed.status == 400 && claimed.text.contains("1 of 3 lines are not ticked."))
      #expect(claimed.text.contains("value=\"i1\" checked"))
      let why = try await browser.post("\(address)/use", half + [("end", "open")])
      #expect(why.status == 400 && why.text.contains("Choose the reason."))
      try await browser.post("\(address)/use", half + [("end", "open"), ("reason", "Emergency")])
      #expect(
        try await site.observations(of: measure)
          == ["2026-09-21 1.0 2.0 [:]", "2026-09-21 1.0 nil [\"reason\": \"Emergency\"]"])
      let page = try await browser.get(address)
      #expect(page.text.contains("Complete: 50% (95% CI 9 to 91%) of 2 uses."))
      #expect(page.text.contains("Most often missing: \u{201C}Consent seen\u{201D}."))
      #expect(page.text.contains("The most frequent reason is Emergency"))
      #expect(try await browser.get("/improve/measure/\(measure)").text.contains("Complete: Before a biopsy"))

      try await browser.post("\(address)/use", [("end", "undo"), ("undo", "bbbbbbbbbbbb")])
      #expect(try await site.observations(of: measure) == ["2026-09-21 1.0 1.0 [:]"])
      let none = try await browser.post("\(address)/use", [("end", "undo"), ("undo", "cccccccccccc")])
      #expect(try await browser.get(try #require(none.location)).text.contains("There is nothing to take back."))
    }
  }

  @Test func `adds up what several members record`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let address = try await checklist(browser)
      let other = try await site.member(.contributor, beside: browser)
      let all = shown + [("ticked", "i1"), ("ticked", "i2"), ("ticked", "i3"), ("end", "complete")]
      #expect(try await other.post("\(address)/use", all + [("name", "aaaaaaaaaaaa")]).status == 303)
      #expect(try await browser.post("\(address)/use", all + [("name", "bbbbbbbbbbbb")]).status == 303)
      #expect(try await site.observations(of: "\(id(address))-completion") == ["2026-09-21 2.0 2.0 [:]"])
    }
  }
}
