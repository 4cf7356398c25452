import Foundation
import Testing
import Workspaces

/// What the page that lets a contributor in promises: "add to them, and change what you added".
@Suite struct `A contributor's counts` {
  private func counted(_ owner: Browser, _ paste: String) async throws -> String {
    let measure = try await owner.addMeasure(to: try await owner.beginProject())
    try await owner.post("\(measure)/grid", [("paste", paste), ("division", "")])
    return measure
  }

  private func line(_ day: String, _ number: Int) -> [(String, String)] {
    [("day", day), ("numerator", "\(number)"), ("denominator", "40"), ("group", "")]
  }

  private func name(_ measure: String) -> String { String(measure.split(separator: "/").last ?? "") }

  @Test func `are added beside those of others, whose lines are refused by name, and nothing is lost`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let owner = Browser(client)
      let measure = try await counted(owner, "2026-01-05\t10\t40\n2026-01-12\t12\t40")
      let before = try await site.observations(of: name(measure))
      let other = try await site.member(.contributor, beside: owner)
      let paste = "2026-01-19\t9\t40\n2026-01-05\t1\t40\n2026-01-12\t12\t40"
      let refused = try await other.post("\(measure)/grid", [("paste", paste), ("division", "")])
      #expect(refused.status == 400)
      #expect(refused.text.contains("Somebody else added the count of"))
      // The day is named, and the paste stands in the form as it came.
      #expect(refused.text.contains("the count of Jan 5, 2026.") && refused.text.contains("2026-01-19\t9\t40"))
      #expect(try await site.observations(of: name(measure)) == before)
      // A typed line is refused at its place, and only there.
      let typed = try await other.post(
        "\(measure)/grid",
        [("day", "2026-01-19"), ("numerator", "9"), ("denominator", "40"), ("group", "")]
          + [("day", "2026-01-05"), ("numerator", "1"), ("denominator", "40"), ("group", "")])
      #expect(typed.status == 400 && typed.text.contains("Somebody else added this count: it stays as it is."))
      #expect(typed.text.contains("day-2-error") && !typed.text.contains("day-1-error"))
      #expect(try await site.observations(of: name(measure)) == before)
      // Removing is changing.
      let emptied = try await other.post(
        "\(measure)/grid", [("day", "2026-01-05"), ("numerator", ""), ("denominator", ""), ("group", "")])
      #expect(emptied.status == 400 && emptied.text.contains("day-1-error"))
      #expect(try await site.observations(of: name(measure)) == before)
      // What stood there already is no change: the line may stay.
      let added = try await other.post(
        "\(measure)/grid", [("paste", "2026-01-19\t9\t40\n2026-01-12\t12\t40"), ("division", "")])
      #expect(added.location == measure)
      // Their own they change, and take back.
      #expect(try await other.post("\(measure)/grid", line("2026-01-19", 8)).location == measure)
      let page = try await other.get(measure)
      let form = try #require(SentForm.all(of: page.text).first { $0.action == "/undo" })
      #expect(try await other.post("/undo", form.fields).status == 303)
      #expect(try await site.observations(of: name(measure)).contains { $0.hasPrefix("2026-01-19 9.0") })
      #expect(try await site.observations(of: name(measure)).contains { $0.hasPrefix("2026-01-05 10.0") })
    }
  }

  @Test func `belong to the editor who changed them, until the editor takes that back`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let owner = Browser(client)
      let measure = try await counted(owner, "2026-01-05\t10\t40")
      let other = try await site.member(.contributor, beside: owner)
      #expect(try await other.post("\(measure)/grid", line("2026-01-12", 9)).location == measure)
      #expect(try await owner.post("\(measure)/grid", line("2026-01-12", 7)).location == measure)
      #expect(try await other.post("\(measure)/grid", line("2026-01-12", 1)).status == 400)
      let saved = try await owner.get("\(measure)/changes")
      let form = try #require(SentForm.all(of: saved.text).first { $0.action == "/undo" })
      #expect(try await owner.post("/undo", form.fields).status == 303)
      #expect(try await other.post("\(measure)/grid", line("2026-01-12", 8)).location == measure)
    }
  }

  @Test func `from a file wait for one more press without those that others added`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let owner = Browser(client)
      let measure = try await counted(owner, "2026-01-05\t10\t40")
      let before = try await site.observations(of: name(measure))
      let other = try await site.member(.contributor, beside: owner)
      let file = "day,numerator,denominator,division,group\n2026-01-05,30,50,,\n2026-01-12,31,50,,"
      let refused = try await other.post("\(measure)/counts", [("counts", file)])
      #expect(refused.status == 400)
      #expect(refused.text.contains("Somebody else added the count of Jan 5, 2026. It stays as it is"))
      #expect(try await site.observations(of: name(measure)) == before)
      let rest = try #require(SentForm.all(of: refused.text).first { $0.action == "\(measure)/counts" })
      #expect(try await other.post("\(measure)/counts", rest.fields).location == measure)
      let now = try await site.observations(of: name(measure))
      #expect(now.count == 2 && now.contains { $0.hasPrefix("2026-01-05 10.0 40.0") })
      #expect(now.contains { $0.hasPrefix("2026-01-12 31.0 50.0") })
    }
  }

  @Test func `typed over a day's taps are refused too: nobody can tell whose they are`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let owner = Browser(client)
      let measure = try await owner.addMeasure(to: try await owner.beginProject())
      let tally = "\(measure)/tally"
      let page = try await owner.get(tally)
      try #require(page.status == 200, "\(tally)")
      let form = try #require(SentForm.all(of: page.text).first { $0.action == tally })
      try await owner.post(tally, form.fields.filter { $0.0 != "kind" } + [("kind", "event")])
      let before = try await site.observations(of: name(measure))
      let day = String(try #require(before.first).prefix(10))
      let other = try await site.member(.contributor, beside: owner)
      #expect(try await other.post("\(measure)/grid", [("paste", "\(day)\t5\t9")]).status == 400)
      #expect(try await site.observations(of: name(measure)) == before)
    }
  }
}
