import Foundation
import Site
import Testing
import Workspaces

extension Browser {
  /// Makes a link to a project, as its owner; the path that it begins with.
  func linkToProject(_ id: String, until: String = "") async throws -> String {
    let made = try await post("/improve/project/\(id)/links", [("label", "the attending"), ("until", until)])
    let path = try #require(made.text.firstMatch(of: /\/shown\/[a-z0-9-]+\/by\/[a-z0-9.]+/)).0
    return String(path)
  }

  /// Follows a link to a project; what it shows.
  func follow(_ link: String) async throws -> Seen {
    let followed = try await get(link)
    return try await get(try #require(followed.location))
  }
}

@Suite struct `A link to one project` {
  private let project = "example-checklist"

  /// Every page that a link shows: the project and its measures.
  private func pages(_ reader: Browser, _ first: Seen) async throws -> [String: Seen] {
    var seen = ["/shown/\(project)": first]
    for match in first.text.matches(of: /href="(\/shown\/[^"]+)"/) {
      let path = String(match.1)
      if seen[path] == nil { seen[path] = try await reader.get(path) }
    }
    return seen
  }

  @Test func `shows it and its measures, to read, and leads nowhere else`() async throws {
    let site = try TestSite { $0.hasDemo = true }
    try await site.visit { client in
      let owner = Browser(client)
      try await owner.post("/demo")
      let before = try await owner.get("/improve/project/\(project)")
      #expect(before.text.contains("/improve/project/\(project)/links"))
      let link = try await owner.linkToProject(project)
      let reader = owner.another()
      let first = try await reader.follow(link)
      #expect(first.status == 200 && first.text.contains("What the data allow to be said"))
      let secret = try #require(link.split(separator: ".").last)
      let seen = try await pages(reader, first)
      #expect(seen.count == 5)
      for (path, page) in seen {
        #expect(page.status == 200, "\(path)")
        #expect(page.text.contains("<meta name=\"robots\" content=\"noindex, nofollow\">"))
        #expect(!page.text.contains("<form") && !page.text.contains(secret), "\(path)")
        #expect(page.text.contains("Example: invented people and data"))
        let links = page.text.matches(of: /href="([^"]*)"/).map { String($0.1) }
        for link in links where !link.hasPrefix("/shown/\(project)") && !link.hasPrefix("#") {
          #expect(["/", "/match", "/data"].contains(link) || link.hasPrefix("/assets/"), "\(path) leads to \(link)")
        }
      }
      // Nobody came in, and nothing else opens.
      #expect(reader.cookies["housestaff"] == nil)
      for path in [
        "/shown/example-telehealth", "/shown/\(project)/measure/example-telehealth-no-shows",
        "/improve/project/\(project)",
        "/improve/measure/example-checklist-days", "/workspace", "/adviser", "/survey/\(project)-survey",
      ] {
        let other = try await reader.get(path)
        #expect(!other.text.contains("No-shows") && !other.text.contains("Near miss"), "\(path)")
        #expect(!other.text.contains("procedure"), "\(path)")
      }
    }
  }

  @Test func `tells nothing of people, concerns, reasons and entries`() async throws {
    let site = try TestSite { $0.hasDemo = true }
    try await site.visit { client in
      let owner = Browser(client)
      try await owner.post("/demo")
      let link = try await owner.linkToProject(project)
      let reader = owner.another()
      let shown = try await pages(reader, try await reader.follow(link)).values.map(\.text).joined()
      // What the owner's pages say of them.
      let people = try await owner.get("/improve/project/\(project)/people").text
      let named = people.matches(of: /\/improve\/person\/[a-z0-9]+">([^<]+)</).map { String($0.1) }
      let concerns = try await owner.get("/improve/project/\(project)").text
        .matches(of: /\/improve\/concern\/[a-z0-9]+">([^<]+)</).map { String($0.1) }
      #expect(named.count > 3 && concerns.count > 1)
      for words in concerns { #expect(!shown.contains(words), "\(words)") }
      for words in named where words.contains(" ") { #expect(!shown.contains(">\(words)<"), "\(words)") }
      for words in ["Event with harm", "Room 1", "Charge nurse of the rooms", "the most frequent reason is"] {
        #expect(!shown.contains(words))
      }
    }
  }

  @Test func `says the same to everybody, whatever is open in their browser`() async throws {
    let site = try TestSite { $0.hasDemo = true }
    try await site.visit { client in
      let owner = Browser(client)
      try await owner.post("/demo")
      let link = try await owner.linkToProject(project)
      let stranger = owner.another()
      let another = owner.another()
      try await another.post("/stage", [("stage", "planning"), ("revision", "0")])
      // Their own message is shown once, here or there.
      _ = try await another.get("/")
      let viewer = try await site.member(.viewer, beside: owner)
      let first = try await pages(stranger, try await stranger.follow(link)).mapValues(\.text)
      for reader in [another, viewer, owner] {
        #expect(try await pages(reader, try await reader.follow(link)).mapValues(\.text) == first)
      }
    }
  }

  @Test func `ends with its last day, or when it is ended`() async throws {
    let site = try TestSite { $0.hasDemo = true }
    try await site.visit { client in
      let owner = Browser(client)
      try await owner.post("/demo")
      let links = "/improve/project/\(project)/links"
      let past = try await owner.post(links, [("label", "Nobody"), ("until", "2026-09-20")])
      #expect(
        past.status == 400 && past.text.contains("Give a day from today on") && past.value(of: "label") == "Nobody")
      let (first, second) = (owner.another(), owner.another())
      let short = try await owner.linkToProject(project, until: "2026-09-22")
      let long = try await owner.linkToProject(project)
      #expect(try await first.follow(short).text.contains("until Sep 22, 2026"))
      #expect(try await second.follow(long).text.contains("until it is ended"))
      site.clock.move(days: 1)
      #expect(try await first.get("/shown/\(project)").status == 200)
      site.clock.move(days: 1)
      #expect(try await first.get("/shown/\(project)").status == 403)
      #expect(try await second.get("/shown/\(project)").status == 200)
      let page = try await owner.get(links)
      #expect(page.text.contains("Sep 22, 2026, over") && page.text.contains("Until you end it"))
      for form in SentForm.all(of: page.text).filter({ $0.action == "\(links)/removal" }) {
        #expect(try await owner.post(form.action, form.fields).location == links)
      }
      #expect(try await second.get("/shown/\(project)").status == 403)
      #expect(!(try await owner.get(links).text.contains("Links that were made")))
    }
  }

  @Test(arguments: [Role.viewer, .contributor, .editor])
  func `is made, seen and ended by owners only`(role: Role) async throws {
    let site = try TestSite { $0.hasDemo = true }
    try await site.visit { client in
      let owner = Browser(client)
      try await owner.post("/demo")
      _ = try await owner.linkToProject(project)
      let links = "/improve/project/\(project)/links"
      let form = try #require(
        SentForm.all(of: try await owner.get(links).text).first { $0.action == "\(links)/removal" })
      let member = try await site.member(role, beside: owner)
      #expect(!(try await member.get("/improve/project/\(project)").text.contains(links)))
      #expect(try await member.get(links).status == 403)
      #expect(try await member.post(links, [("until", "")]).status == 403)
      #expect(try await member.post(form.action, form.fields).status == 403)
      // Nor does one project's page end another's link.
      let other = try await owner.post("/improve/project/example-telehealth/links/removal", form.fields)
      #expect(other.status == 404)
      #expect(try await owner.get(links).text.contains("the attending"))
    }
  }
}
