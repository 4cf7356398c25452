import Foundation
import Site
import SmartPick
import Testing

@Suite struct `The backtest page` {
  @Test func `puts the caution first, draws both seasons, and names what is outside`() async throws {
    let site = try TestSite()
    try await site.visit { client in
      let page = try await Browser(client).get("/backtest")
      #expect(page.status == 200)
      let text = page.text
      let caution = try #require(text.range(of: BacktestReport.caution))
      let picture = try #require(text.range(of: "<svg"))
      #expect(caution.lowerBound < picture.lowerBound)
      let report = try #require(CalibratedMarket.shipped.report(2025))
      for row in report.rows(.matchRate) { #expect(text.contains(row.group)) }
      for row in report.missed { #expect(text.contains("\(row.quantity.words), \(row.group):")) }
      // What of the year kept aside set the parameters after all is said with the claim.
      let used = try #require(CalibratedMarket.shipped.report(2024)).rows.count(where: \.isUsed)
      #expect(used > 0 && text.contains("The exception: \(used) of its") && text.contains("2024, a year kept aside"))
      #expect(text.contains("housestaff backtest --draws"))
      #expect(text.contains("[second-hand]"))
      #expect(text.contains("Kept aside: who matches with a short list"))
      for row in report.rows(.matchedByRanks) { #expect(text.contains(row.group)) }
      // A difference below zero has the minus of prose, in the table as in the pictures.
      #expect(text.contains(">\u{2212}") && !(0...9).contains { text.contains(">-\($0)") })
    }
  }
}
