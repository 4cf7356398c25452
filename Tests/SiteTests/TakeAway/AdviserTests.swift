import Foundation
import HTTPTypes
import Site
import Testing

@Suite(.serialized) struct `The page for an adviser` {
  private func visit(
    sharedAt address: String? = nil, _ body: @escaping @Sendable (Browser) async throws -> Void
  ) async throws {
    let site = try TestSite {
      $0.hasDemo = true
      $0.sharedAddress = address
    }
    try await site.visit { client in try await body(.withExample(site, Browser(client))) }
  }

  /// The address that the page with the fresh link shows.
  private func link(_ owner: Browser) async throws -> String {
    let seen = try await owner.post("/list/adviser/links", [("label", "my adviser"), ("days", "7")])
    let address = seen.text.value(withID: "link")
    return try #require(address.range(of: "/adviser/").map { String(address[$0.lowerBound...]) })
  }

  @Test func `says everything an adviser needs, and nothing that was not chosen`() async throws {
    try await visit { browser in
      let page = try await browser.get("/list/adviser").text
      for words in [
        "every program below is invented", "Chance to match ", "interviews expected", "Questions for you",
        "Assumptions that move the answer most", "What you would change", "Graduates",
        "part of that is the rule to stop",
      ] {
        #expect(page.contains(words), "\(words)")
      }
      // The example has a home state; it is shown once it is chosen.
      #expect(!page.contains("<dt>Home state"))
      try await browser.post(
        "/list/adviser", [("name", "A. B."), ("shown", "places"), ("shown", "kind"), ("revision", "0")])
      let chosen = try await browser.get("/list/adviser").text
      #expect(chosen.contains("<dt>Home state") && chosen.contains("A. B.: where to apply"))
      #expect(!chosen.contains("<dt>Graduates"))
    }
  }

  @Test func `goes out as a link that keeps no secret in the address and opens nothing else`() async throws {
    try await visit { owner in
      let path = try await link(owner)
      let adviser = owner.another()
      let followed = try await adviser.get(path)
      #expect(followed.status == 303 && followed.location == "/adviser")
      let page = try await adviser.get("/adviser").text
      #expect(page.contains("An applicant asks for your advice") && page.contains("<textarea"))
      #expect(!page.contains("href=\"/list\"") && !page.contains("href=\"/workspace\""))
      #expect(!page.contains(String(path.dropFirst("/adviser/".count))))
      // No other page knows the adviser.
      #expect(adviser.cookies["housestaff"] == nil)
      for other in ["/list", "/profile", "/workspace", "/list/adviser", "/list.csv", "/assumptions"] {
        let seen = try await adviser.get(other)
        #expect(!seen.text.contains("Sableweir") && !seen.text.contains("FICTION-"), "\(other)")
      }
      #expect(try await adviser.post("/workspace/file", []).status == 403)
    }
  }

  @Test func `brings notes back, which the applicant deals with`() async throws {
    try await visit { owner in
      let code = try await owner.rows()[0]["code"] ?? ""
      let adviser = owner.another()
      _ = try await adviser.get(try await link(owner))
      let sent = try await adviser.post(
        "/adviser/notes",
        [("note-\(code)", "Ask about <the> new track"), ("overall", "Fewer reaches"), ("from", "Dr. Example")])
      #expect(sent.location == "/adviser")
      let again = try await adviser.get("/adviser").text
      #expect(again.contains("Ask about &lt;the") && again.contains("Fewer reaches"))
      let list = try await owner.get("/list").text
      #expect(list.contains("Dr. Example wrote") && list.contains("Fewer reaches"))
      #expect(list.contains("Dr. Example: Ask about &lt;the"))
      // The note travels in the sheet, too.
      #expect(try await owner.rows()[0]["adviser_note"] == "Ask about <the> new track")
      let form = try #require(list.components(separatedBy: "/list/adviser-notes/done").dropFirst().first)
      try await owner.post(
        "/list/adviser-notes/done",
        [("id", form.value(of: "id")), ("code", "overall"), ("revision", form.value(of: "revision"))])
      let after = try await owner.get("/list").text
      #expect(!after.contains("Fewer reaches") && after.contains("Dr. Example wrote"))
      // The adviser changes a note after the applicant dealt with another: nothing is lost.
      try await adviser.post("/adviser/notes", [("overall", "Even fewer"), ("from", "Dr. Example")])
      let last = try await owner.get("/list").text
      #expect(last.contains("Even fewer") && last.contains("Ask about &lt;the"))
    }
  }

  @Test func `opens no more once the link is taken back`() async throws {
    try await visit { owner in
      let path = try await link(owner)
      let adviser = owner.another()
      _ = try await adviser.get(path)
      let page = try await owner.get("/list/adviser").text
      let form = try #require(page.components(separatedBy: "/list/adviser/links/removal").dropFirst().first)
      try await owner.post("/list/adviser/links/removal", [("id", form.value(of: "id"))])
      #expect(try await adviser.get("/adviser").status == 403)
      #expect(try await adviser.post("/adviser/notes", [("overall", "Zanzibar")]).status == 403)
      let stranger = owner.another()
      _ = try await stranger.get(path)
      #expect(try await stranger.get("/adviser").status == 403)
      #expect(!(try await owner.get("/list").text.contains("Zanzibar")))
    }
  }

  @Test func `says where others cannot open a link, and where they can`() async throws {
    try await visit { owner in
      let page = try await owner.get("/list/adviser").text
      #expect(page.contains("Others cannot open a link to this computer"))
    }
    try await visit(sharedAt: "http://192.0.2.7:8080") { owner in
      #expect(!(try await owner.get("/list/adviser").text.contains("Others cannot open a link to this computer")))
      let seen = try await owner.post("/list/adviser/links", [("label", ""), ("days", "7")])
      #expect(seen.text.value(withID: "link").hasPrefix("http://192.0.2.7:8080/adviser/"))
    }
  }

  @Test func `is a file that holds no script and comes back with what was typed`() async throws {
    try await visit { owner in
      let code = try await owner.rows()[0]["code"] ?? ""
      let seen = try await owner.get("/list/adviser.html")
      #expect(seen.headers[.contentDisposition]?.contains("list-for-adviser.html") == true)
      #expect(!seen.text.contains("<script") && !seen.text.contains("<link") && !seen.text.contains("src="))
      #expect(seen.text.contains("<style>") && seen.text.contains("data-note=\"\(code)\""))
      // As browsers save what was typed into it: lines in elements of their own, references, marks of a word processor.
      let marker = "data-note=\"\(code)\""
      let start = try #require(seen.text.range(of: marker))
      let open = try #require(seen.text[start.upperBound...].firstIndex(of: ">"))
      let typed =
        seen.text[...open] + "Ask &amp; look&nbsp;again<div>a <b>second</b> line</div><div><br></div>"
        + seen.text[seen.text.index(after: open)...]
      try await owner.upload("/list/back", Array(typed.utf8), name: "back.html")
      let page = try await owner.get("/list/back").text
      #expect(page.contains("One change came back"))
      #expect(page.contains("Ask &amp; look again\na second line"))
      try await owner.post(
        "/list/back/use", ["profile-revision", "marks-revision", "notes-revision"].map { ($0, page.value(of: $0)) })
      #expect(try await owner.get("/list").text.contains("Your adviser wrote"))
    }
  }
}

extension String {
  /// The value of the input with that id.
  fileprivate func value(withID id: String) -> String {
    components(separatedBy: "<input").first { $0.contains("id=\"\(id)\"") }.flatMap { part in
      part.range(of: "value=\"").map { String(part[$0.upperBound...].prefix { $0 != "\"" }) }
    } ?? ""
  }
}
