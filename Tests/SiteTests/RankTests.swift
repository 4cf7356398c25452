import Foundation
import HTTPTypes
import SmartPick
import Testing
import Workspaces

@Suite struct `The rank page` {
  private static let programs = PracticeCatalog.programs().filter {
    $0.specialty == "Internal Medicine" && $0.track == .categorical && $0.state == "OH"
  }
  private static let codes = Array(programs.prefix(5).map(\.code))

  private func codes(_ seen: Seen) -> [String] {
    seen.text.components(separatedBy: "data-item=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
  }

  private func begun(_ browser: Browser, _ count: Int = 4) async throws -> Browser {
    try await browser.post("/profile/you", [("revision", "0"), ("applicant_type", "us_md_senior")])
    for (index, code) in Self.codes.prefix(count).enumerated() {
      #expect(try await browser.post("/rank", [("code", code), ("revision", "\(index)")]).status == 303)
    }
    return browser
  }

  @Test func `is empty at first, and says how to fill it`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let seen = try await Browser(client).get("/rank")
      #expect(seen.status == 200 && seen.text.contains("Nothing ranked yet") && seen.text.contains("a match binds"))
      let found = try await Browser(client).get("/rank?q=\(Self.codes[0])")
      #expect(found.text.contains(Self.programs[0].name) && found.text.contains("fictional"))
    }
  }

  @Test func `keeps the order wanted, by every button`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = try await begun(Browser(client))
      let c = Self.codes
      #expect(try await codes(browser.get("/rank")) == [c[0], c[1], c[2], c[3]])
      let moves: [([(String, String)], [String])] = [
        ([("code", c[3]), ("to", "top"), ("place", "4")], [c[3], c[0], c[1], c[2]]),
        ([("code", c[0]), ("to", "down"), ("place", "2")], [c[3], c[1], c[0], c[2]]),
        ([("code", c[2]), ("to", "up"), ("place", "4")], [c[3], c[1], c[2], c[0]]),
        ([("code", c[3]), ("to", "place"), ("place", "3")], [c[1], c[2], c[3], c[0]]),
        ([("code", c[1]), ("to", "place"), ("place", "99")], [c[2], c[3], c[0], c[1]]),
        ([("order", "\(c[1]) \(c[0])")], [c[1], c[0], c[2], c[3]]),
      ]
      for (fields, order) in moves {
        let page = try await browser.get("/rank")
        let moved = try await browser.post("/rank/order", fields + [("revision", page.value(of: "revision") ?? "")])
        #expect(moved.status == 303 && moved.location?.hasPrefix("/rank") == true)
        #expect(try await codes(browser.get("/rank")) == order)
      }
      // Nothing is moved by what is no place, or to where it stands.
      for place in ["0", "-1", "x", "1"] {
        let page = try await browser.get("/rank")
        try await browser.post(
          "/rank/order", [("code", c[1]), ("place", place), ("revision", page.value(of: "revision") ?? "")])
        #expect(try await codes(browser.get("/rank")) == [c[1], c[0], c[2], c[3]])
      }
    }
  }

  @Test func `says the same chances whatever the order, and the same as the command`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = try await begun(Browser(client))
      func match(_ file: String) -> Double? {
        file.split(separator: "\r\n").last?.split(separator: ",").last.flatMap { Double($0) }
          ?? file.split(separator: "\n").last?.split(separator: ",").last.flatMap { Double($0) }
      }
      let before = try await browser.get("/rank.csv")
      #expect(before.text.hasPrefix("place,code,program,match_here,cumulative_match"))
      try await browser.post("/rank/order", [("code", Self.codes[3]), ("to", "top"), ("revision", "4")])
      let after = try await browser.get("/rank.csv")
      #expect(before.text != after.text)
      let (one, other) = (try #require(match(before.text)), try #require(match(after.text)))
      #expect(abs(one - other) < 2e-6 && one > 0.3)
      var profile = Profile()
      profile.applicantType = .usMDSenior
      let own = RankMaker(
        RankRequest(
          profile: profile, choices: Self.programs.prefix(4).map { RankChoice($0) },
          programs: PracticeCatalog.programs(),
          season: .latest)
      ).result()
      #expect(abs(own.match.value - one) < 2e-6)
    }
  }

  @Test func `brings in the interviews of the season, and no others`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      for (index, code) in Self.codes.prefix(3).enumerated() {
        try await browser.post("/season", [("code", code), ("revision", "\(index)")])
      }
      for (index, code) in Self.codes.prefix(2).enumerated() {
        try await browser.post(
          "/season/application/\(code)", [("standing", "interview"), ("revision", "\(index + 3)")])
      }
      let empty = try await browser.get("/rank")
      #expect(empty.text.contains("Bring in my 2 interviews"))
      try await browser.post("/rank", [("all", "interviews"), ("revision", "0")])
      let seen = try await browser.get("/rank")
      #expect(codes(seen) == Array(Self.codes.prefix(2)) && !seen.text.contains("Bring in my"))
      // Twice adds nothing.
      #expect(try await browser.post("/rank", [("all", "interviews"), ("revision", "1")]).status == 400)
    }
  }

  @Test func `keeps what is said of a place, and says what is wrong with it`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = try await begun(Browser(client))
      let code = Self.codes[1]
      let form = try await browser.get("/rank/place/\(code)")
      #expect(form.text.contains("A match binds") && form.text.contains("never part of the odds"))
      let fields = [
        ("interviewed", "no"), ("would_go", "no"), ("impression", "4"), ("note", "Kind people, far away"),
        ("revision", "4"),
      ]
      let wrong = try await browser.post("/rank/place/\(code)", fields + [("first_years", "NOPE")])
      #expect(wrong.status == 400 && wrong.text.contains("NOPE") && wrong.text.contains("Kind people, far away"))
      #expect(try await browser.post("/rank/place/\(code)", fields).status == 303)
      let seen = try await browser.get("/rank")
      for words in [
        "no interview", "would not go", "impression 4 of 5", "Kind people", "Rank only where you interviewed",
      ] {
        #expect(seen.text.contains(words), "\(words)")
      }
      #expect(try await browser.post("/rank/place/\(code)/removal", [("revision", "5")]).status == 303)
      #expect(try await codes(browser.get("/rank")).count == 3)
      let undone = try await browser.post(
        "/undo", [("collection", "rank"), ("id", "rank"), ("revision", "6"), ("then", "/rank")])
      #expect(undone.status == 303)
      #expect(try await codes(browser.get("/rank")).count == 4)
    }
  }

  @Test func `prints a sheet with rank, code and name, marked as fiction`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = try await begun(Browser(client))
      let sheet = try await browser.get("/rank/sheet")
      for (place, code) in Self.codes.prefix(4).enumerated() {
        #expect(sheet.text.contains(">\(place + 1)<") && sheet.text.contains(code))
      }
      #expect(sheet.text.contains("(fiction)") && sheet.text.contains("cannot be entered anywhere"))
      let file = try await browser.get("/rank/sheet.csv")
      #expect(file.text.hasPrefix("rank,code,program"))
      #expect(file.headers[.contentDisposition]?.contains("housestaff-entry-sheet.csv") == true)
    }
  }

  @Test func `puts a couple's pairs side by side, with no promise`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = try await begun(Browser(client))
      let near = PracticeCatalog.programs().filter {
        $0.specialty == "Pediatrics" && $0.state == "OH" && $0.track == .categorical
      }.prefix(3).map(\.code)
      let wrong = try await browser.post(
        "/rank/couple", [("codes", "FICTION-NO-0"), ("miles", "x"), ("step2", "999"), ("revision", "4")])
      #expect(wrong.status == 400 && wrong.text.contains("FICTION-NO-0") && wrong.text.contains("1 to 300"))
      #expect(wrong.text.contains("number of miles"))
      // A name that no program has is no code of an unknown one.
      let named = try await browser.post(
        "/rank/couple", [("codes", "Nowhere Clinic\n\n\(near[0])"), ("miles", "50"), ("revision", "4")])
      #expect(named.status == 400 && named.text.contains("Line 1, \u{201C}Nowhere Clinic\u{201D}"))
      let good = try await browser.post(
        "/rank/couple",
        [
          ("codes", near.joined(separator: "\n")), ("miles", "400"), ("step2", "240"), ("type", "us_do_senior"),
          ("revision", "4"),
        ])
      #expect(good.location == "/rank/couple")
      let seen = try await browser.get("/rank/couple")
      #expect(seen.text.contains("Together within 400 miles") && seen.text.contains("not proved"))
      #expect(seen.text.contains("No match") && near.allSatisfy { seen.text.contains($0) })
      #expect(try await browser.get("/rank/couple.csv").text.hasPrefix("place,code_a"))
      #expect(try await browser.get("/rank/couple/sheet").text.contains("Partner B"))

      // The couple's own order: a pair moved, a pair left out, and the proposal back.
      func pairs() async throws -> [[String]] {
        try await browser.get("/rank/couple.csv").text.split(separator: "\n").dropFirst().map { line in
          let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
          return [cells[1], cells[3]]
        }
      }
      let proposed = try await pairs()
      let last = try #require(proposed.last)
      try await browser.post(
        "/rank/couple/order", [("first", last[0]), ("second", last[1]), ("to", "top"), ("revision", "5")])
      #expect(try await pairs() == [last] + proposed.dropLast())
      try await browser.post(
        "/rank/couple/order", [("first", last[0]), ("second", last[1]), ("to", "out"), ("revision", "6")])
      #expect(try await pairs() == proposed.dropLast())
      #expect(try await browser.get("/rank/couple").text.contains("1 pair is left out"))
      let nowhere = try await browser.post(
        "/rank/couple/order",
        [("first", proposed[0][0]), ("second", proposed[0][1]), ("to", "place"), ("place", "x"), ("revision", "7")])
      #expect(nowhere.location == "/rank/couple" && nowhere.status == 303)
      try await browser.post("/rank/couple/order", [("to", "proposed"), ("revision", "7")])
      #expect(try await pairs() == proposed)
      try await browser.post("/rank/couple/removal", [("revision", "8")])
      #expect(try await browser.get("/rank/couple/sheet").location == "/rank/couple")
    }
  }

  @Test func `is where the home page leads who ranks`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      try await browser.post("/stage", [("stage", "ranking"), ("revision", "0")])
      #expect(try await browser.get("/").text.contains("href=\"/rank\""))
    }
  }
}
