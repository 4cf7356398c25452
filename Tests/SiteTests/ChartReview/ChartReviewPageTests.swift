import Testing
import Workspaces

@Suite struct `A chart review` {
  /// A project from the shelf, and the address of the review of its first measure.
  private func review(_ browser: Browser) async throws -> String {
    let begun = try await browser.post("/improve/shelf/discharge-delay", [("where", "4 West")])
    let page = try await browser.get(try #require(begun.location))
    let id = try #require(page.text.firstMatch(of: /\/improve\/measure\/([a-z0-9]+)\/review"/)).1
    return "/improve/measure/\(id)/review"
  }

  /// The measure's id in an address.
  private func measure(_ address: String) -> String { String(address.split(separator: "/")[2]) }

  private let setup = [
    ("revision", "0"), ("items", "Left late?\nFamily told?"), ("reasons", "No bed\nNo ride"), ("rule", "first"),
    ("silence", "no"), ("way", "random"), ("number", "3"),
  ]

  @Test func `says what is missing, then is set up with the interval that its charts give`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let address = try await review(browser)
      let empty = try await browser.get(address)
      #expect(empty.text.contains("Set up the review") && empty.text.contains("Is it one of the discharges that left"))
      let wrong = try await browser.post(address, [("items", ""), ("way", "random"), ("number", "0")])
      #expect(wrong.status == 400)
      #expect(wrong.text.contains("Write at least one question") && wrong.text.contains("Give a number from 1 to 400."))
      let kept = try await browser.post(address, setup)
      #expect(kept.status == 303)
      let page = try await browser.get(address)
      #expect(page.text.contains("95% interval of 3 charts") && page.text.contains("Draw the charts"))
    }
  }

  @Test func `reads the drawn charts one by one and counts them with their reasons`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let address = try await review(browser)
      try await browser.post(address, setup)
      #expect(try await browser.post("\(address)/periods", [("day", "2026-09-16"), ("listed", "0")]).status == 400)
      let begun = try await browser.post("\(address)/periods", [("day", "2026-09-16"), ("listed", "3")])
      let period = try #require(begun.location)
      #expect(period.hasSuffix("/from/2026-09-14"))
      #expect(try await browser.get(period).text.contains("3 of 3, drawn with seed"))
      // A record number is refused, and stands nowhere on the page.
      let record = try await browser.post(period, [("number", "4471023")])
      #expect(record.status == 400 && !record.text.contains("4471023"))
      #expect(record.text.contains("ends at 3") && record.text.contains("record number"))
      #expect(try await browser.post(period, [("number", "2")]).location == "\(period)/chart/2/first")

      let open = try await browser.post("\(period)/chart/1/first", [("item-1", "yes")])
      #expect(open.status == 400 && open.text.contains("Choose an answer: Family told?"))
      let why = try await browser.post("\(period)/chart/1/first", [("item-1", "yes"), ("item-2", "no")])
      #expect(why.status == 400 && why.text.contains("Choose the reason that the chart gives"))
      let answers = [("item-1", "yes"), ("item-2", "no"), ("reason", "No ride")]
      let next = try await browser.post("\(period)/chart/1/first", answers)
      #expect(next.location == "\(period)/chart/2/first")
      try await browser.post("\(period)/chart/1/first", answers)
      try await browser.post("\(period)/chart/2/first", [("item-1", "no"), ("item-2", "yes")])
      let last = try await browser.post("\(period)/chart/3/first", answers)
      #expect(last.location == period)
      let page = try await browser.get(period)
      #expect(page.text.contains("67% (95% CI 21 to 94%) of 3"))
      #expect(page.text.contains("The most frequent reason is No ride (100% of 2 counted)."))
      #expect(
        try await site.observations(of: measure(address)) == [
          "2026-09-14 2.0 3.0 [:]", "2026-09-14 2.0 nil [\"reason\": \"No ride\"]",
        ])

      // A correction takes the place of what was read, and of its reason.
      try await browser.post("\(period)/chart/3/first", [("item-1", "no"), ("item-2", "no")])
      try await browser.post("\(period)/chart/1/first", [("item-1", "no"), ("item-2", "no")])
      #expect(try await site.observations(of: measure(address)) == ["2026-09-14 0.0 3.0 [:]"])
    }
  }

  @Test func `tells a draw that was taken back beside the one that took its place`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let address = try await review(browser)
      try await browser.post(address, setup)
      let first = try await browser.post("\(address)/periods", [("day", "2026-09-16"), ("listed", "3")])
      let period = try #require(first.location)
      let id = "\(measure(address)).2026-09-14"
      let undone = try await browser.post("/undo", [("collection", "review-draw"), ("id", id), ("revision", "1")])
      #expect(undone.status == 303)
      let again = try await browser.post("\(address)/periods", [("day", "2026-09-16"), ("listed", "9")])
      #expect(again.location == period)
      let page = try await browser.get(period)
      #expect(page.text.contains("3 of 9, drawn with seed"))
      #expect(page.text.contains("/history/review-draw/\(id)"))
      let history = try await browser.get("/history/review-draw/\(id)")
      #expect(history.text.contains("Drawn: 3 of 9 charts") && history.text.contains("Taken back"))
    }
  }

  @Test func `hides the first answers from the second reader, and lets nobody write over another's`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let address = try await review(browser)
      try await browser.post(address, setup)
      let begun = try await browser.post("\(address)/periods", [("day", "2026-09-16"), ("listed", "1")])
      let period = try #require(begun.location)
      let answers = [("item-1", "yes"), ("item-2", "no"), ("reason", "No ride")]
      try await browser.post("\(period)/chart/1/first", answers)
      #expect(try await browser.get("\(period)/chart/1/first").text.contains("Keep the correction"))

      let other = try await site.member(.contributor, beside: browser)
      let second = try await other.get("\(period)/chart/1/second")
      #expect(second.text.contains("Second reading, without the first") && !second.text.contains("checked"))
      try await other.post("\(period)/chart/1/second", answers)
      #expect(try await other.get(address).text.contains("1 of 1 chart read by two agree (100%); too few for kappa"))
      let over = try await other.post("\(period)/chart/1/first", [("item-1", "no"), ("item-2", "no")])
      #expect(try await other.get(try #require(over.location)).text.contains("read by another member meanwhile"))
      #expect(try await site.observations(of: measure(address)).first == "2026-09-14 1.0 1.0 [:]")
    }
  }

  @Test func `is not there for a measure that is no share, nor for charts that were not drawn`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let address = try await review(browser)
      try await browser.post(address, setup)
      let begun = try await browser.post("\(address)/periods", [("day", "2026-09-16"), ("listed", "900")])
      let period = try #require(begun.location)
      let page = try await browser.get(period)
      let drawn = Set(page.text.matches(of: /chart\/([0-9]+)\/first/).map { String($0.1) })
      #expect(drawn.count == 3)
      let other = try #require((1...10).map(String.init).first { !drawn.contains($0) })
      let refused = try await browser.get("\(period)/chart/\(other)/first")
      #expect(refused.status == 400 && refused.text.contains("That chart was not drawn."))
      let pages = try await browser.post("/improve/shelf/pages-per-shift", [("where", "4 West")])
      let project = try await browser.get(try #require(pages.location))
      let ids = project.text.matches(of: /\/improve\/measure\/([a-z0-9]+)\/tally"/).map { String($0.1) }
      #expect(try await browser.get("/improve/measure/\(try #require(ids.first))/review").status == 404)
    }
  }
}
