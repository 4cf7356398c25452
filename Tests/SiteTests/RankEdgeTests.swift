import Foundation
import SmartPick
import Testing

@Suite struct `The edges of the rank list` {
  private static let codes = PracticeCatalog.programs().filter {
    $0.specialty == "Family Medicine" && $0.state == "OH"
  }.prefix(4).map(\.code)

  @Test func `are said: an empty sheet, empty files, a place beyond the last`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      #expect(try await browser.get("/rank/sheet").location == "/rank")
      #expect(try await browser.get("/rank").text.contains("The entry sheet is empty."))
      let file = try await browser.get("/rank.csv")
      #expect(file.status == 200 && file.text.hasPrefix("place,code,program") && !file.text.contains("<html"))
      for (index, code) in Self.codes.enumerated() {
        try await browser.post("/rank", [("code", code), ("revision", "\(index)")])
      }
      try await browser.post(
        "/rank/order", [("code", Self.codes[0]), ("to", "place"), ("place", "99"), ("revision", "4")])
      #expect(try await browser.get("/rank").text.contains("is at place 4, the last: the list has no more."))
    }
  }

  @Test func `of two say each partner's chance alone as on a list of their own`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      try await browser.post("/profile/you", [("revision", "0"), ("applicant_type", "us_img")])
      for (index, code) in Self.codes.enumerated() {
        try await browser.post("/rank", [("code", code), ("revision", "\(index)")])
      }
      let rank = try await browser.get("/rank").text
      #expect(rank.contains("What you sent is recorded under Season") && !rank.contains("max_applications"))
      let stat = rank.firstMatch(of: /<dt>chance to match [^<]*<\/dt>\s*<dd>([^<]+)<\/dd>/)
      let alone = try #require(stat?.1)
      let seen = try await browser.post(
        "/rank/couple",
        [
          ("type", "us_md_senior"), ("step2", "250"), ("miles", "50"), ("revision", "4"),
          ("codes", Self.codes.prefix(2).joined(separator: "\n")),
        ])
      #expect(seen.location == "/rank/couple")
      let couple = try await browser.get("/rank/couple").text
      #expect(couple.contains("As single applicants: \(alone) and ") && couple.contains("In these pairs: "))
    }
  }
}
