import SmartPick
import Testing

@Suite struct `The shipped report card` {
  private let report: BacktestReport
  private let before: BacktestReport

  init() throws {
    report = try #require(CalibratedMarket.shipped.report(2025))
    before = try #require(CalibratedMarket.shipped.report(2024))
  }

  private func off(_ quantity: BacktestReport.Quantity, _ most: (BacktestReport.Row) -> Double?) -> [String] {
    report.rows(quantity).compactMap { row in
      guard let most = most(row), abs(row.difference) > most else { return nil }
      return "\(row.group): \(row.published) published, \(row.simulated) simulated"
    }
  }

  @Test func `rests on at least eight draws`() { #expect(report.draws >= 8 && before.draws >= 8) }

  @Test func `has the match rate within 1.5 points for each of the four main groups`() {
    #expect(off(.matchRate) { row in MarketGroup.main.map(\.words).contains(row.group) ? 1.5 : nil } == [])
  }

  @Test func `has list lengths within 1`() {
    #expect(off(.rankListMatched) { _ in 1 } == [])
    #expect(off(.rankListUnmatched) { _ in 1 } == [])
  }

  @Test func `has fill within 3 points where 200 positions are offered, and within 3 points or 2 positions elsewhere`()
  {
    #expect(
      off(.fill) { row in
        let positions = Double(row.positions ?? 0)
        return positions >= 200 ? 3 : max(3, 200 / positions)
      } == [])
  }

  @Test func `has ranks per position within 1.5 where programs filled, and where they did not`() {
    #expect(off(.ranksPerPosition) { _ in 1.5 } == [])
    #expect(report.rows(.ranksPerPosition).count { $0.isUsed } == 2)
  }

  @Test func `keeps everything that it promises`() {
    #expect(report.missed.map { "\($0.quantity) \($0.group)" } == [])
    #expect(report.rows.count { $0.isWithin != nil } >= 60)
  }

  @Test
  func `has as many applicants with a preliminary year in surgery on their list as were published, within a tenth`()
    throws
  {
    let row = try #require(report.rows(.activeApplicants).first { $0.group.contains("preliminary year in surgery") })
    #expect(row.published == 2229 && abs(row.difference) < 223, "\(row.simulated)")
    #expect(!before.rows.contains { $0.group == row.group })
  }

  @Test func `has seniors matched to their preferred specialty within 3 points together`() {
    #expect(off(.preferredMatchRate) { row in row.group.contains("together") ? 3 : nil } == [])
    #expect(report.rows(.preferredMatchRate).count > 20)
  }

  @Test func `sets who matched by the number of programs in a row beside 2007, and uses none of it`() throws {
    let rows = report.rows(.matchedByRanks)
    #expect(rows.count == 12 && rows.allSatisfy { !$0.isUsed && $0.tolerance == nil && $0.source.hasSuffix("; 2007") })
    let seniors = rows.filter { $0.group.hasPrefix("U.S. MD seniors, ") }
    #expect(seniors.map(\.published) == [68.2, 73.5, 90.7, 96.3, 98.3, 98.0])
    // Longer lists match more often, here as there.
    for pair in zip(seniors, seniors.dropFirst()).prefix(4) { #expect(pair.0.simulated < pair.1.simulated) }
    let runs = report.rows(.contiguousMatched) + report.rows(.contiguousUnmatched)
    #expect(runs.count > 20 && runs.allSatisfy { !$0.isUsed && $0.isSecondHand && $0.simulated >= 1 })
    #expect(before.rows(.matchedByRanks).isEmpty && before.rows(.contiguousMatched).isEmpty)
  }

  @Test func `says which figures were kept aside, and uses none of 2024 but the lists'`() {
    #expect(report.rows.contains { !$0.isUsed } && report.rows.contains { $0.isUsed })
    for row in before.rows where row.isUsed {
      #expect([.rankListMatched, .rankListUnmatched, .ranksPerPosition].contains(row.quantity))
    }
    #expect(before.rows.allSatisfy { $0.tolerance == nil })
  }

  @Test func `marks what was read second-hand, and names a source and a year for all`() {
    #expect(report.rows.contains { $0.isSecondHand } && report.rows.contains { !$0.isSecondHand })
    #expect(report.rows.allSatisfy { $0.source.contains("; 20") && $0.source.count > 12 })
    let marked = report.cells.filter { $0[7].hasSuffix("[second-hand]") }.count
    #expect(marked == report.rows.count { $0.isSecondHand })
  }

  @Test func `has the columns of the format and a caution about individuals`() {
    #expect(
      BacktestReport.columns.joined(separator: ",")
        == "quantity,group,published,simulated,sd,difference,used_for_calibration,source")
    #expect(BacktestReport.caution.contains("has not been tested on individual applicants"))
    #expect(report.cells.allSatisfy { $0.count == BacktestReport.columns.count })
    for (cells, said) in zip(report.cells, report.said) {
      #expect(said == cells.enumerated().map { $0 < 6 && $0 > 1 ? $1.replacing("-", with: "\u{2212}") : $1 })
    }
  }
}
