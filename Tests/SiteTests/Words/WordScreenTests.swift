import Foundation
import HTTPTypes
import Site
import Testing

@Suite struct `Words typed in Improve` {
  /// Fields of tables and of marks, which what takes them reads cell by cell: the paste of the grid and its numbers.
  private static func isTable(_ form: SentForm, _ name: String) -> Bool {
    let tables: [String: Set<String>] = [
      "grid": ["paste", "day", "numerator", "denominator"], "counts": ["counts", "left-out"], "tally": ["taps"],
    ]
    return tables.first { form.action.hasSuffix($0.key) }?.value.contains(name) ?? false
  }
  /// Forms whose words are looked up and never kept.
  private static let lookUps = ["/improve/typed-words", "/improve/similar-work"]

  /// Every form that writes, on every page of Improve that links lead to in the example; of each kind of page two.
  private func forms(_ browser: Browser) async throws -> (forms: [SentForm], patterns: Set<String>) {
    let table = Routes.lines.filter { $0.method == "GET" && $0.pattern.hasPrefix("/improve") }
      .map { (pattern: $0.pattern, parts: $0.pattern.split(separator: "/")) }
    func pattern(_ path: String) -> String? {
      let parts = path.split(separator: "?")[0].split(separator: "/")
      return table.filter { line in
        line.parts.count == parts.count && zip(line.parts, parts).allSatisfy { $0 == $1 || $0.hasPrefix("{") }
      }.min { $0.pattern.count { $0 == "{" } < $1.pattern.count { $0 == "{" } }?.pattern
    }
    var forms: [SentForm] = []
    var seen: [String: Int] = [:]
    var queue = ["/improve"]
    var known: Set<String> = ["/improve"]
    while !queue.isEmpty {
      let path = queue.removeFirst()
      guard let pattern = pattern(path), seen[pattern, default: 0] < 2 else { continue }
      let page = try await browser.get(path)
      guard page.status == 200, page.headers[.contentType]?.hasPrefix("text/html") == true else { continue }
      seen[pattern, default: 0] += 1
      forms += SentForm.all(of: page.text).filter { $0.action.hasPrefix("/improve") }
      for link in page.text.matches(of: /href="(\/improve[^"#]*)/) {
        let link = String(link.1).replacingOccurrences(of: "&amp;", with: "&")
        if known.insert(link).inserted { queue.append(link) }
      }
    }
    return (forms, Set(seen.keys))
  }

  @Test func `are screened in every form before anything is kept`() async throws {
    let site = try TestSite { $0.hasDemo = true }
    try await site.visit { client in
      let browser = Browser(client)
      #expect(try await browser.post("/demo").status == 303)
      let (forms, patterns) = try await forms(browser)
      #expect(patterns.count > 25 && forms.count > 60)
      let before = try await site.state()
      let token = try await browser.formToken()
      var tried: Set<String> = []
      for form in forms where !Self.lookUps.contains(form.action) {
        for place in form.words where !Self.isTable(form, form.fields[place].0) {
          let name = form.fields[place].0
          // One of each kind of form is enough: "box-1" stands for every box.
          let kind = form.action.split(separator: "/").filter { $0.contains { $0.isLetter } && !$0.contains("example") }
          guard tried.insert("\(kind) \(name) \(form.fields.map(\.0))").inserted else { continue }
          var fields = form.fields
          // Empty lines of a table stay empty.
          if form.action.hasSuffix("/grid") {
            fields = fields.map {
              ["A few words", "12"].contains($0.1) ? ($0.0, $0.0 == "division" ? "language" : "") : $0
            }
          }
          fields[place].1 = "Seen with Mrs Vane"
          let seen = try await browser.post(form.action, fields, token: token)
          #expect(seen.status == 400, "\(form.action) \(name)")
          #expect(seen.text.contains("could this point to a patient?"), "\(form.action) \(name)")
          #expect(seen.text.contains("Seen with Mrs Vane"), "\(form.action) \(name)")
          #expect(seen.text.contains("-error\""), "\(form.action) \(name)")
        }
      }
      #expect(tried.count > 40)
      #expect(try await site.state() == before)
    }
  }

  @Test func `are kept as they are once somebody says that they point to nobody, and no others with them`() async throws
  {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let fields = [("what", "Mr. Coffee in room 12 is broken"), ("kind", "workflow")]
      let refused = try await browser.post("/improve/opportunities", fields)
      let form = try #require(SentForm.all(of: refused.text).first)
      #expect(form.action == "/improve/opportunities")
      #expect(form.fields.contains { $0.0 == "kind" && $0.1 == "workflow" })
      #expect(browser.cookies["housestaff"] == nil)
      let half = try await browser.post("/improve/opportunities", fields + [("form-looked", "Mr. Coffee")])
      #expect(half.status == 400)
      #expect(half.text.contains("\u{201C}room 12\u{201D}") && !half.text.contains("\u{201C}Mr. Coffee\u{201D} points"))
      let kept = try await browser.post(
        "/improve/opportunities", fields + [("form-looked", "Mr. Coffee"), ("form-looked", "room 12")])
      #expect(kept.status == 303)
      #expect(try await browser.get("/improve/opportunities").text.contains("Mr. Coffee in room 12 is broken"))
    }
  }

  @Test func `may be a day, and where something is published may be an address on the web`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let project = try #require(
        try await browser.post("/improve/new-project", [("bother", "Discharges wait")]).location)
      let fields = [
        ("claim", "Fewer waits"), ("source", "https://example.org/guideline"), ("stance", "supports"),
        ("revision", "0"),
      ]
      #expect(try await browser.post("\(project)/new-evidence", fields).status == 303)
      let claimed = [("claim", "As https://example.org says"), ("source", "Journal"), ("stance", "supports")]
      #expect(try await browser.post("\(project)/new-evidence", claimed).status == 400)
    }
  }

  @Test func `are answered while typed, by the same rules, and kept nowhere`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let page = try await browser.get("/improve/opportunities")
      #expect(page.text.contains("data-words=\"/improve/typed-words\""))
      #expect(page.text.contains("name=\"form-asked\" value=\"what What could be better?\""))
      let found = try await browser.post(
        "/improve/typed-words", [("field", "what"), ("text", "Mrs. Vane, record 00412345 <b>")])
      #expect(found.status == 200 && found.headers[.cacheControl] == "no-store")
      #expect(found.text.contains("\u{201C}Mrs. Vane\u{201D}: A name. Write \u{201C}a patient\u{201D}."))
      #expect(found.text.contains("value=\"00412345\"") && !found.text.contains("<b>"))
      let none = try await browser.post("/improve/typed-words", [("field", "what"), ("text", "A patient waited")])
      #expect(none.text.isEmpty)
      #expect(browser.cookies["housestaff"] == nil)
      #expect(try await site.state().isEmpty)
      #expect(!site.log.lines.contains { $0.contains("Vane") || $0.contains("00412345") })
    }
  }
}

@Suite struct `Work like what is typed` {
  @Test func `appears while typing and by its button, with why it stopped, and keeps nothing`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let file = "title,status,why\nInterpreter use at discharge,abandoned,The phones were taken away\n"
      try await browser.upload(
        "/improve/past-work", Array(file.utf8), name: "posters.csv", fields: [("revision", "0")])
      try await browser.post("/improve/opportunities", [("what", "No interpreter at night"), ("kind", "equity")])
      let before = try await site.state()
      for (path, field) in [("/improve/opportunities", "what"), ("/improve/new-project", "bother")] {
        #expect(try await browser.get(path).text.contains("data-similar=\"/improve/similar-work\""))
        let typed = try await browser.post("/improve/similar-work", [(field, "Interpreter missing at discharge")])
        let asked = try await browser.post(path, [(field, "Interpreter missing at discharge"), ("look", "yes")])
        for seen in [typed, asked] {
          #expect(seen.status == 200)
          #expect(seen.text.contains("Stopped") && seen.text.contains("The phones were taken away"))
          #expect(seen.text.contains("href=\"/improve/past-work?q=Interpreter%20use%20at%20discharge\""))
          #expect(seen.text.contains("No interpreter at night</a>") && seen.text.contains("Seen once"))
        }
        #expect(asked.text.contains("Interpreter missing at discharge</textarea>"))
      }
      #expect(try await browser.get("/improve/choosing").text.contains("Stopped: The phones were taken away"))
      #expect(try await browser.post("/improve/similar-work", [("what", "")]).text.isEmpty)
      #expect(try await site.state() == before)
      #expect(!site.log.lines.contains { $0.contains("Interpreter") })
    }
  }
}
