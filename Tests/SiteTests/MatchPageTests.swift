import Foundation
import Testing

@Suite struct `How the Match works` {
  private func seen(_ query: String = "") async throws -> Seen {
    let site = try TestSite()
    return try await site.visit { client in try await Browser(client).get("/match\(query)") }
  }

  private func address(_ fields: [(String, String)]) -> String {
    "?"
      + fields.map { "\($0)=\($1.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")" }
      .joined(separator: "&")
  }

  @Test func `steps forward to the match, and back, by links`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      var page = try await browser.get("/match")
      #expect(page.status == 200 && page.text.contains("Before the first step"))
      var steps = 0
      while let next = page.text.firstMatch(of: /href="(\/match[^"#]*)#step">Next</) {
        page = try await browser.get(String(next.1))
        steps += 1
        #expect(page.text.contains("Step \(steps) of "))
        try #require(steps < 50)
      }
      #expect(steps == 8)
      #expect(page.text.contains("what is held now is the match"))
      #expect(page.text.contains("href=\"/match?step=\(steps - 1)#step\">Back<"))
      #expect(page.text.contains("href=\"/match#step\">To the start<"))
    }
  }

  @Test func `says in each step who asked and what came of it`() async throws {
    let first = try await seen("?step=1").text
    #expect(first.contains("Ines asks Birch for a position. Birch holds Ines, for now."))
    #expect(first.contains("1 of 1 position held"))
    let bump = try await seen("?step=6").text
    #expect(bump.contains("bumps Ines for an applicant that it ranked higher"))
  }

  @Test func `gives the match with its reasons, and says that it is stable`() async throws {
    let text = try await seen().text
    #expect(text.contains("Birch filled its only position with an applicant that it ranked higher."))
    #expect(text.contains("no applicant and program would both rather have each other"))
    #expect(text.contains("An invented market"))
    #expect(text.contains("for couples no such guarantee exists"))
  }

  @Test func `shows that no other list does better`() async throws {
    for who in ["Ines", "Jonas", "Kofi", "Lena", "Mara"] {
      let text = try await seen("?who=\(who)&all=yes").text
      #expect(text.contains("All 15 other lists that \(who) could send: none leads to a better place"))
    }
    let one = try await seen(address([("who", "Jonas"), ("list", "Alder")])).text
    #expect(one.contains("Alder, choice 3 of the true list. Worse.") && one.contains("value=\"Alder\""))
    let same = try await seen(address([("who", "Ines"), ("list", "Alder, Birch")])).text
    #expect(same.contains("unmatched. The same."))
  }

  @Test func `matches the market that the visitor writes, and keeps it in every link`() async throws {
    let fields = [("applicants", "A: X, Y\nB: X"), ("programs", "X 1: B, A\nY 1: A"), ("step", "2")]
    let text = try await seen(address(fields)).text
    #expect(text.contains("Step 2 of 3"))
    #expect(text.contains("bumps A for an applicant"))
    #expect(text.contains("href=\"/match?applicants=A%3A%20X%2C%20Y%0AB%3A%20X&amp;programs="))
    #expect(text.contains("type=\"hidden\" name=\"applicants\""))
  }

  @Test(arguments: [
    ("A: Z", "X 1: A", "“Z” on the list of A is no program here"), ("A: X, X", "X 1: A", "X is twice on the list of A"),
    ("A: X\nA: X", "X 1: A", "A has two lines"), ("A: X", "X -1: A", "X offers -1 positions"),
    ("", "X 1:", "one applicant"),
    ("A: X", "", "one program"), (": X", "X 1:", "name before the colon"),
    ("A:\nB:\nC:\nD:\nE:\nF:\nG:\nH:\nI:", "X 1: A", "At most 8 applicants"),
    ("A: X", "X 1: Nobody", "no applicant here"),
  ])
  func `says what is wrong with a market, and keeps it`(people: String, places: String, words: String) async throws {
    let page = try await seen(address([("applicants", people), ("programs", places)]))
    #expect(page.status == 400 && page.text.contains(words))
    #expect(page.text.contains(people.split(separator: "\n").last.map(String.init) ?? "One on each line"))
    #expect(!page.text.contains("Step "))
  }

  @Test func `takes any step and any list without harm`() async throws {
    for query in ["?step=999", "?step=-4", "?step=x", "?who=Nobody", "?all=yes&who="] {
      #expect(try await seen(query).status == 200)
    }
    let wrong = try await seen(address([("who", "Ines"), ("list", "Nowhere")]))
    #expect(wrong.text.contains("“Nowhere” on this list is no program here"))
    let none = try await seen(address([("applicants", "A: X"), ("programs", "X 1:")])).text
    #expect(none.contains("nobody asks, and nobody matches"))
    let script = try await seen(address([("applicants", "<b>x</b>: X"), ("programs", "X 1: <b>x</b>")])).text
    #expect(!script.contains("<b>x</b>"))
  }

  @Test func `reports a line without a colon and a program without positions`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let seen = try await Browser(client).get(
        "/match?applicants=Ann%3A%20X%2C%20Y%0ADee%20X%20Y&programs=X%201%3A%20Ann%0AY%3A%20Ann")
      #expect(seen.status == 400 && seen.text.contains("Dee X Y\u{201D} has no colon"))
      #expect(seen.text.contains("Y says no number of positions"))
      let example = try await Browser(client).get("/match")
      #expect(example.status == 200 && !example.text.contains("href=\"/list\">your own list"))
    }
  }
}
