import Foundation
import Site
import Testing

@Suite struct `Faults of a form` {
  /// What stands in the summary of faults, without its markup.
  private func summary(_ seen: Seen) -> [String] {
    guard let start = seen.text.range(of: "class=\"error-list\""),
      let end = seen.text.range(of: "</ul>", range: start.upperBound..<seen.text.endIndex)
    else { return [] }
    return seen.text[start.upperBound..<end.lowerBound].components(separatedBy: "<li>").dropFirst().map {
      $0.replacing(/<[^>]*>/, with: "")
    }
  }

  @Test func `name the fields that they are about, all of them`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let seen = try await Browser(client).post(
        "/profile/record",
        [
          ("clerkship_honors", "many"), ("honors", "AOA, none"), ("research_experiences", "-1"), ("outputs", "9999"),
          ("revision", "0"),
        ])
      #expect(seen.status == 400)
      let faults = summary(seen)
      #expect(faults.count == 4)
      #expect(faults.first?.hasPrefix("Clerkships with honors: Enter a whole number from 0 to 30") == true)
      #expect(faults.contains { $0.hasPrefix("Honor societies: ") && $0.contains("none") && $0.contains("AOA") })
      #expect(faults.contains { $0.hasPrefix("Research experiences: Enter a whole number from 0 to 200") })
      #expect(seen.text.contains("value=\"many\"") && seen.text.contains("value=\"9999\""))
    }
  }

  @Test(arguments: [
    ("scores", "comlex_score", "44", "COMLEX Level 2 score: "),
    ("scores", "step1_attempts", "0", "Attempts at Step 1: "),
    ("scores", "step2_attempts", "0", "Attempts at Step 2 CK: "), ("scores", "step2_score", "24O", "Step 2 CK score: "),
    ("you", "graduation_year", "20", "Year of graduation from medical school: "),
  ])
  func `are found in what cannot be`(group: String, field: String, typed: String, question: String) async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let seen = try await browser.post("/profile/\(group)", [(field, typed), ("revision", "0")])
      #expect(seen.status == 400 && summary(seen).count == 1 && summary(seen)[0].hasPrefix(question))
      #expect(try await browser.post("/profile/\(group)", [(field, ""), ("revision", "0")]).status == 303)
    }
  }

  @Test func `are said of every word of an answer at once`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let seen = try await Browser(client).post(
        "/profile/wishes", [("states", "Ohoi, PA, Narnia"), ("divisions", "Nowhere"), ("revision", "0")])
      let faults = summary(seen)
      #expect(faults.count == 2 && faults[0].contains("Ohoi") && faults[0].contains("Narnia"))
      #expect(!faults[0].contains("\u{201C}PA\u{201D}") && faults[1].contains("Nowhere"))
    }
  }

  @Test func `beside the list are all told, with what was typed, in an open panel`() async throws {
    let site = try TestSite { $0.hasDemo = true }
    try await site.visit { client in
      let browser = try await Browser.withExample(site, Browser(client))
      let before = try await browser.get("/list")
      let revision = before.value(of: "revision") ?? ""
      #expect(!before.text.contains("<details class=\"more\" open"))
      let seen = try await browser.post(
        "/list/controls", [("budget_usd", "abc"), ("limit", "0"), ("ambition", "9"), ("revision", revision)])
      #expect(seen.status == 400 && summary(seen).count == 3)
      #expect(summary(seen).contains { $0.hasPrefix("At most so many applications in each specialty: ") })
      #expect(seen.text.contains("<details class=\"more\" open"))
      for value in ["abc", "0", "9"] { #expect(seen.text.contains("value=\"\(value)\"")) }
      #expect(try await browser.get("/list").value(of: "revision") == revision)
      let right = try await browser.post(
        "/list/controls", [("budget_usd", "$1,000"), ("limit", ""), ("ambition", "0.5"), ("revision", revision)])
      #expect(right.location == "/list")
    }
  }

  @Test(arguments: ["abc", "", "0", "366", "1.5"])
  func `in the days of a link make no link`(days: String) async throws {
    let site = try TestSite { $0.hasDemo = true }
    try await site.visit { client in
      let browser = try await Browser.withExample(site, Browser(client))
      let seen = try await browser.post("/list/adviser/links", [("label", "Dr. A"), ("days", days)])
      #expect(seen.status == 400 && summary(seen) == ["Works for: Enter a whole number from 1 to 365."])
      #expect(seen.text.contains("value=\"Dr. A\"") && !seen.text.contains("Links that were made"))
      let invited = try await browser.post("/workspace/invitations", [("role", ""), ("days", days)])
      #expect(invited.status == 400 && summary(invited).count == 2)
      #expect(try await browser.post("/list/adviser/links", [("label", ""), ("days", "30")]).status == 200)
    }
  }
}
