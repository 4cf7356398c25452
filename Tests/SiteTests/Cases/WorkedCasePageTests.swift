import Foundation
import Site
import Testing

/// The worked cases as a visitor of the example meets them.
@Suite struct `The worked cases of the example` {
  private let cases = [
    ("example-checklist", "example-checklist-days", "example-checklist-lines-completion"),
    ("example-telehealth", "example-telehealth-no-shows", "example-telehealth-no-shows"),
  ]

  @Test func `are complete projects, each saying what to press next and that its data are invented`() async throws {
    let site = try TestSite { $0.hasDemo = true }
    try await site.visit { client in
      let browser = Browser(client)
      #expect(try await browser.post("/demo").status == 303)
      let list = try await browser.get("/improve").text
      for (project, outcome, grouped) in cases {
        #expect(list.contains("/improve/project/\(project)"))
        for path in [
          "/improve/project/\(project)", "/improve/measure/\(outcome)", "/improve/measure/\(grouped)/groups",
        ] {
          let page = try await browser.get(path)
          #expect(page.status == 200, "\(path)")
          #expect(page.text.contains("Example: invented people and data"), "\(path)")
        }
        let page = try await browser.get("/improve/project/\(project)").text
        #expect(page.contains("Press next"))
        #expect(page.contains("(invented data)"))
      }
      let earned = try await browser.get("/improve/project/example-checklist").text
      #expect(earned.contains("class=\"earned\""))
      let mixed = try await browser.get("/improve/project/example-telehealth").text
      #expect(!mixed.contains("class=\"earned\""))
      #expect(mixed.contains("No change beyond chance"))
      #expect(mixed.contains("example-telehealth-association-1"))
      #expect(try await browser.get("/improve/association/example-telehealth-association-1").status == 200)
    }
  }

  @Test func `are not in anybody's own workspace`() async throws {
    let site = try TestSite { $0.hasDemo = true }
    try await site.visit { client in
      let text = try await Browser(client).get("/improve").text
      #expect(!text.contains("example-checklist"))
    }
  }
}
