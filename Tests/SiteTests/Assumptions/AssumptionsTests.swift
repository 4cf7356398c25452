import Foundation
import HTTPTypes
import Site
import Testing

@Suite(.serialized) struct `An assumption` {
  private func visit(_ body: @escaping @Sendable (Browser) async throws -> Void) async throws {
    let site = try TestSite { $0.hasDemo = true }
    try await site.visit { client in try await body(.withExample(site, Browser(client))) }
  }

  @Test func `has a page with its meaning, its source and a form`() async throws {
    try await visit { browser in
      let all = try await browser.get("/assumptions").text
      #expect(all.contains("href=\"/assumption/signal_gold\"") && all.contains("Published figures"))
      let page = try await browser.get("/assumption/signal_gold").text
      #expect(page.contains("A gold signal") && page.contains("times the odds") && page.contains("name=\"low\""))
      #expect(try await browser.get("/assumption/nothing").location == "/assumptions")
    }
  }

  @Test(arguments: [
    ("many", "", "", "A number from 0.001 to 1000"), ("3", "4", "5", "Must be at most the value, 3."),
    ("3", "1", "2", "Must be at least the value, 3."), ("-1", "", "", "A number from 0.001 to 1000"),
    ("", "1", "2", "A number from 0.001 to 1000"), ("abc", "9", "1", "Must be at most the high end, 1."),
  ])
  func `that cannot be is answered beside its field, with what was typed`(
    value: String, low: String, high: String, words: String
  ) async throws {
    try await visit { browser in
      let seen = try await browser.post(
        "/assumption/signal_gold", [("value", value), ("low", low), ("high", high), ("revision", "0")])
      #expect(seen.status == 400 && seen.text.contains(words) && seen.text.contains("aria-invalid"))
      #expect(seen.text.contains("value=\"\(value)\""))
      #expect(!(try await browser.get("/assumptions").text.contains("assumption is yours")))
    }
  }

  @Test func `of one's own changes the list, says what it changes, and goes back`() async throws {
    try await visit { browser in
      let before = try await browser.rows()
      let saved = try await browser.post(
        "/assumption/baseline_success", [("value", "0.35"), ("low", "0.2"), ("high", "0.5"), ("revision", "0")])
      #expect(saved.status == 303 || saved.status == 400)
      // Signals of no worth: the list is chosen and told otherwise.
      for name in ["signal_gold", "signal_silver"] {
        let revision = try await browser.get("/assumption/\(name)").value(of: "revision") ?? "0"
        let seen = try await browser.post(
          "/assumption/\(name)", [("value", "1"), ("low", "1"), ("high", "1"), ("revision", revision)])
        #expect(seen.location == "/assumptions")
      }
      let page = try await browser.get("/assumptions").text
      #expect(page.contains("assumptions are yours") && page.contains(">yours<"))
      #expect(page.contains("with the published values") && page.contains(" in fees, before "))
      let after = try await browser.rows()
      #expect(after.map { $0["interview"] } != before.map { $0["interview"] })
      #expect(try await browser.get("/list").text.contains("of your own assumptions"))
      // One goes back, then all.
      let revision = page.value(of: "revision")
      try await browser.post("/assumptions/reset", [("name", "signal_gold"), ("revision", revision)])
      let some = try await browser.get("/assumptions").text
      #expect(some.contains(">yours<"))
      try await browser.post("/assumptions/reset", [("revision", some.value(of: "revision"))])
      #expect(!(try await browser.get("/assumptions").text.contains(">yours<")))
      #expect(try await browser.rows() == before)
    }
  }

  @Test func `travels as a file and comes back`() async throws {
    try await visit { browser in
      let file = try await browser.get("/assumptions.json")
      #expect(file.headers[.contentType]?.hasPrefix("application/json") == true)
      // Unchanged it changes nothing.
      try await browser.upload("/assumptions/file", file.bytes, name: "a.json", fields: [("revision", "0")])
      #expect(!(try await browser.get("/assumptions").text.contains(">yours<")))
      let revision = try await browser.get("/assumptions").text.value(of: "revision")
      let edited = Array(#"[{"name": "signal_gold", "value": 3, "low": 2, "high": 4.5}]"#.utf8)
      let seen = try await browser.upload("/assumptions/file", edited, name: "b.json", fields: [("revision", revision)])
      #expect(seen.location == "/assumptions")
      #expect(try await browser.get("/assumptions").text.contains("One assumption is yours"))
      #expect(try await browser.get("/assumptions.json").text.contains("edited by the user"))
      let wrong = try await browser.upload(
        "/assumptions/file", Array(#"[{"name": "signall", "value": 3}]"#.utf8), name: "c.json")
      #expect(wrong.status == 400 && wrong.text.contains("signall"))
    }
  }
}
