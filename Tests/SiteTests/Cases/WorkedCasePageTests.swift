import Foundation
import Site
import Testing

/// The worked cases as a visitor of the example meets them.
@Suite struct `The worked cases of the example` {
  private let cases = [
    ("example-checklist", "example-checklist-days", "example-checklist-lines-completion"),
    ("example-telehealth", "example-telehealth-no-shows", "example-telehealth-no-shows"),
  ]

  @Test func `are handed over when their team has left, and every page says the same of it`() async throws {
    let site = try TestSite { $0.hasDemo = true }
    site.clock.move(days: 63)
    try await site.visit { client in
      let browser = Browser(client)
      #expect(try await browser.post("/demo").status == 303)
      let project = try await browser.get("/improve/project/example-checklist").text
      #expect(project.contains("Handed over, Sep 30, 2026.") && !project.contains(">hand it over<"))
      #expect(project.contains("Look whether it holds, on Dec 30, 2026"))
      // Its months are counted up to its end; the running one has fallen silent, and is said to stand lower.
      #expect(project.contains("Where it stands: kept") && project.contains("months in a row, up to its end"))
      let all = try await browser.get("/improve/department").text
      #expect(all.contains("Look whether it holds, on Dec 30, 2026") && all.contains("Data every month"))
      let other = try await browser.get("/improve/project/example-telehealth").text
      #expect(other.contains("outcome has no count in the last months."))
      #expect(!other.contains("Where it stands: kept"))
      // What is counted for a project that is over says so.
      let measure = try await browser.get("/improve/measure/example-checklist-days").text
      #expect(measure.contains("handed over, Sep 30, 2026") && measure.contains("serves the looks back"))
    }
  }

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
