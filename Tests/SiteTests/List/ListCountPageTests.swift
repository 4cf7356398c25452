import Foundation
import Site
import Tables
import Testing

@Suite(.serialized) struct `What a list asks for` {
  @Test func `is said in the same words on the page, on the table, in the files and to an adviser`() async throws {
    let site = try TestSite { $0.hasDemo = true }
    try await site.visit { client in
      let browser = try await Browser.withExample(site, Browser(client))
      let rows = try await browser.rows()
      let sent = rows.filter { $0["fee"] != "0" }.count
      let places = Set(rows.map { [$0["institution"], $0["city"], $0["state"]] }).count
      // The example asks for two specialties at places with several tracks: all three numbers differ.
      #expect(places < sent && sent < rows.count)
      let words = "\(places) institutions (\(rows.count) tracks)"
      let page = try await browser.get("/list").text
      #expect(page.contains("Apply to \(words), and you match in "))
      #expect(page.contains("Programs to apply to, most valuable first: \(words)"))
      #expect(page.contains("\(sent) applications for $"))
      #expect(!page.contains("these \(rows.count) programs") && !page.contains("these \(sent) programs"))
      let adviser = try await browser.get("/list/adviser").text
      #expect(adviser.contains("\(words), and a match in ") && adviser.contains("\(sent) applications for $"))
      #expect(adviser.contains("most valuable first: \(words)"))
      let workbook = try Table(try await browser.get("/list.xlsx").bytes, name: "list.xlsx", sheet: "About")
      #expect((0..<workbook.rowCount).contains { workbook[$0, 0].contains("Apply to \(words)") })
    }
  }

  @Test func `is covered row by row: each further track names its application`() async throws {
    let site = try TestSite { $0.hasDemo = true }
    try await site.visit { client in
      let browser = try await Browser.withExample(site, Browser(client))
      let rows = try await browser.rows()
      let further = rows.filter { $0["fee"] == "0" }
      #expect(!further.isEmpty)
      for row in further { #expect(row["why"]?.contains("Covered by the application to ") == true) }
      let page = try await browser.get("/list").text
      #expect(page.components(separatedBy: "Covered by the application to ").count - 1 == further.count)
    }
  }
}
