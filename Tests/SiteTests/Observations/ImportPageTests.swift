import Foundation
import Testing
import Workspaces

/// Made-up visits: three languages, and columns that identify.
private let visits: String = {
  var text = "Visit date,MRN,Patient name,Language,No-show\n"
  for row in 0..<600 {
    let day = ISO8601DateFormatter().string(from: Date(timeIntervalSince1970: 1_767_571_200 + Double(row / 5) * 86_400))
    let language = ["English", "Spanish", "Vietnamese"][row % 3]
    text += "\(day.prefix(10)),\(70_012_345 + row * 13),\"Quillon, Fair\",\(language),\(row % 4 == 0 ? "Yes" : "No")\n"
  }
  return text
}()

extension Seen {
  /// The text of the hidden counts.
  fileprivate var counts: String {
    let part = text.components(separatedBy: "<textarea name=\"counts\"").last ?? ""
    return part.components(separatedBy: "</textarea>").first?.components(separatedBy: ">").dropFirst().joined(
      separator: ">")
      ?? ""
  }
}

@Suite struct `A file for a measure` {
  @Test func `is read, named where it may identify, looked at, and only then kept as counts`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let measure = try await browser.addMeasure(to: try await browser.beginProject())
      #expect(try await browser.get("\(measure)/import").text.contains("the file is not kept"))
      let seen = try await browser.upload("\(measure)/import", Array(visits.utf8), name: "visits.csv")
      #expect(seen.status == 200)
      #expect(seen.text.contains("Columns that may identify patients") && seen.text.contains("<b>MRN</b>"))
      #expect(seen.text.contains("600 of 600 rows make 18 weeks, from January 5, 2026 to May 4, 2026."))
      #expect(!seen.text.contains("Quillon") && !seen.text.contains("70012345"))
      // Looking keeps nothing.
      #expect(try await browser.get(measure).text.contains("Nothing is counted yet"))
      let refused = try await browser.post(
        "\(measure)/counts", [("counts", seen.counts), ("left-out", "MRN, Patient name")])
      #expect(refused.status == 400 && refused.text.contains("Say that it goes on without these columns."))
      let kept = try await browser.post(
        "\(measure)/counts", [("counts", refused.counts), ("left-out", "MRN, Patient name"), ("without", "yes")])
      #expect(kept.location == measure)
      let page = try await browser.get(measure)
      #expect(page.text.contains("25% (95% CI 22 to 29) of 600 discharges"))
      try await expectNothing(of: ["Quillon", "70012345", "70012358"], in: site)
    }
  }

  /// Nothing of the rows is in any file of the site.
  private func expectNothing(of secrets: [String], in site: TestSite) async throws {
    let files = FileManager.default.enumerator(at: site.directory, includingPropertiesForKeys: nil)
    var looked = 0
    while let file = files?.nextObject() as? URL {
      guard let data = try? Data(contentsOf: file) else { continue }
      looked += 1
      for secret in secrets { #expect(data.range(of: Data(secret.utf8)) == nil) }
    }
    #expect(looked > 0)
  }

  @Test func `is read another way when it is sent again with the columns chosen`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let measure = try await browser.addMeasure(to: try await browser.beginProject())
      let text = "when,status,site\n2026-01-06,Arrived,A\n2026-01-07,Missed,B\n"
      let seen = try await browser.upload("\(measure)/import", Array(text.utf8), name: "a.csv")
      #expect(seen.text.contains("Nothing can be counted yet."))
      let again = try await browser.upload(
        "\(measure)/import", Array(text.utf8), name: "a.csv",
        fields: [
          ("day-column", "when"), ("numerator-column", "status"), ("counted", "missed"), ("group-column", "site"),
        ])
      #expect(again.text.contains("2 of 2 rows make 1 week"))
      #expect(again.counts.contains("2026-01-05,1,2,,") && again.counts.contains("2026-01-05,1,1,site,B"))
    }
  }

  @Test func `takes the place of what was counted for the same weeks`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let measure = try await browser.addMeasure(to: try await browser.beginProject())
      let head = "day,numerator,denominator,division,group\n"
      for text in [
        "2026-01-05,1,10,,\n2026-01-05,1,4,site,A\n2026-01-05,0,6,site,B", "2026-01-05,2,10,,\n2026-01-05,2,10,site,A",
      ] {
        try await browser.post("\(measure)/counts", [("counts", head + text), ("left-out", "")])
      }
      let grid = try await browser.get("\(measure)/grid")
      #expect(grid.text.contains("value=\"A\"") && !grid.text.contains("value=\"B\""))
    }
  }

  @Test(arguments: ["", "day,numerator\n1,2", "day,numerator,denominator,division,group\n2026-01-05,11,10,,"])
  func `that was tampered with is refused`(text: String) async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let measure = try await browser.addMeasure(to: try await browser.beginProject())
      let seen = try await browser.post("\(measure)/counts", [("counts", text), ("left-out", "")])
      #expect(seen.status == 400 && seen.text.contains("These are no counts."))
    }
  }

  @Test func `that is none, or no table, is told so`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let browser = Browser(client)
      let measure = try await browser.addMeasure(to: try await browser.beginProject())
      for bytes in [[], [0x25, 0x50, 0x44, 0x46, 0x2D, 0, 1, 2]] as [[UInt8]] {
        let seen = try await browser.upload("\(measure)/import", bytes, name: "x.pdf")
        #expect(seen.status == 400 && seen.text.contains("id=\"file-error\""))
      }
    }
  }
}
