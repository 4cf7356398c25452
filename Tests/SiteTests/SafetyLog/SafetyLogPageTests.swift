import Foundation
import Testing
import Workspaces

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

@Suite struct `An entry of a safety log` {
  /// A log that the owner began, with two events.
  private func begun(_ owner: Browser) async throws -> String {
    let project = try #require(
      try await owner.post("/improve/new-project", [("bother", "Wrong-side stops in clinic")]).location)
    let address = "\(project)/safety-log"
    try await owner.post(
      address,
      [
        ("revision", "0"), ("title", "Procedure clinic"), ("kinds", "Near miss\nEvent"), ("places", "Room 1"),
        ("form-looked", "Room 1"),
      ])
    for day in ["2026-08-01", "2026-09-11"] { try await log("Near miss", on: day, owner, address) }
    return address
  }

  private func log(_ kind: String, on day: String, _ browser: Browser, _ address: String) async throws {
    let fields = [("day", day), ("kind", kind), ("place", "Room 1"), ("reported", "yes"), ("cases", "40")]
    #expect(try await browser.post("\(address)/entries", fields).location == address)
  }

  private func undo(_ browser: Browser, on page: Seen) async throws -> Seen {
    let form = try #require(SentForm.all(of: page.text).first { $0.action == "/undo" })
    #expect(try await browser.post("/undo", form.fields).status == 303)
    return try await browser.get(form.fields.first { $0.0 == "then" }?.1 ?? "/")
  }

  /// The counts between events, of every measure of the log.
  private func between(_ site: TestSite) async throws -> [String] {
    let listing = try #require(try site.shelf.list().first)
    return try await site.shelf.workspace(listing.id).read { reading in
      try reading.documents(NamedMeasure.self).flatMap { measure in
        try reading.observations(of: measure.id.description).map {
          "\(measure.value.measure.name) \($0.date) \($0.numerator)"
        }
      }
    }
  }

  /// A measure as far as this test reads it.
  private struct NamedMeasure: Document {
    static let collection = "measure"
    struct Named: Codable { var name: String }
    var measure: Named
  }

  @Test func `is taken back at once by who logged it, and no trace of it or of them stays`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let owner = Browser(client)
      let address = try await begun(owner)
      let member = try await site.member(.contributor, beside: owner)
      let token = try #require(Token(member.cookies["housestaff"] ?? ""))
      let (workspace, seat) = try await site.shelf.enter(token)
      let ownerSeat = try await site.shelf.enter(try #require(Token(owner.cookies["housestaff"] ?? ""))).1
      // How often the file names who logs: the same before and after.
      @Sendable func named(_ step: String) async throws -> Int {
        let file = site.directory.appendingPathComponent("\(step).sqlite")
        try await workspace.export(to: file, by: ownerSeat)
        let bytes = try Data(contentsOf: file)
        return String(decoding: bytes, as: UTF8.self).components(separatedBy: seat.member.id.rawValue).count
      }
      let (before, mentions) = (try await between(site), try await named("before"))
      let state = try await workspace.read { try $0.contents().revisions }
      try await log("Event", on: "2026-09-21", member, address)
      #expect(try await named("logged") == mentions)
      let logged = try await member.get(address)
      #expect(logged.text.contains("Logged: Event, Sep 21, 2026.") && logged.text.contains("3 events, the last on"))
      #expect(try await between(site) != before)

      let back = try await undo(member, on: logged)
      #expect(back.text.contains("Taken back.") && back.text.contains("2 events, the last on Sep 11, 2026"))
      #expect(try await between(site) == before)
      #expect(try await named("back") == mentions)
      #expect(try await workspace.read { try $0.contents().revisions } == state)
      // From the page that is still open elsewhere it changes nothing.
      #expect(try await undo(member, on: logged).text.contains("It was taken back already."))
      #expect(try await between(site) == before)
    }
  }

  @Test func `is not taken back by who logged it when its day is over`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let owner = Browser(client)
      let address = try await begun(owner)
      let member = try await site.member(.contributor, beside: owner)
      try await log("Event", on: "2026-09-21", member, address)
      let logged = try await member.get(address)
      site.clock.move(days: 2)
      let kept = try await between(site)
      #expect(try await undo(member, on: logged).text.contains("Its day is over: an editor can still remove it."))
      #expect(try await between(site) == kept)
    }
  }

  @Test func `is removed by an editor later, and brought back`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let owner = Browser(client)
      let address = try await begun(owner)
      try await log("Event", on: "2026-09-21", owner, address)
      try await log("Event", on: "2026-09-21", owner, address)
      let counted = try await between(site)
      site.clock.move(days: 30)
      let editor = try await site.member(.editor, beside: owner)
      let page = try await editor.get(address)
      let removals = SentForm.all(of: page.text).filter { $0.action == "\(address)/entries/removal" }
      #expect(removals.count == 3 && page.text.contains("Event (2 alike)"))
      #expect(try await editor.post("\(address)/entries/removal", removals[0].fields).location == address)
      let removed = try await editor.get(address)
      #expect(removed.text.contains("Removed.") && removed.text.contains("3 events, the last on Sep 21, 2026"))
      #expect(try await between(site) != counted)
      let back = try await undo(editor, on: removed)
      #expect(back.text.contains("Taken back.") && back.text.contains("4 events, the last on"))
      #expect(try await between(site) == counted)
      // What is not there is not removed.
      let none = [("day", "2026-09-20"), ("kind", "Event"), ("place", ""), ("cases", "40")]
      #expect(try await editor.post("\(address)/entries/removal", none).location == address)
      #expect(try await editor.get(address).text.contains("It is not in the log any more."))
      // Others are not offered it, nor let.
      let member = try await site.member(.contributor, beside: owner)
      #expect(!(try await member.get(address).text.contains("entries/removal")))
      #expect(try await member.post("\(address)/entries/removal", removals[0].fields).status == 403)
      #expect(try await between(site) == counted)
    }
  }

  @Test func `leaves the measures empty when the last two are gone`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let owner = Browser(client)
      let address = try await begun(owner)
      for _ in 0..<2 {
        let page = try await owner.get(address)
        let form = try #require(SentForm.all(of: page.text).first { $0.action == "\(address)/entries/removal" })
        try await owner.post("\(address)/entries/removal", form.fields)
      }
      #expect(try await between(site).isEmpty)
      #expect(try await owner.get(address).text.contains("Nothing since"))
    }
  }
}
