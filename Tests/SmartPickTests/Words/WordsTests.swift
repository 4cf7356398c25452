import Foundation
import SmartPick
import Tables
import Testing

@Suite struct `A number in a sentence` {
  @Test func `that is negative has the typographic minus, and none where it rounds to nothing`() {
    #expect(Words.fixed(-1.25, 1) == "\u{2212}1.3" && Words.fixed(-0.04, 1) == "0.0")
    #expect(Words.number(-2) == "\u{2212}2" && Words.number(-0.5) == "\u{2212}0.5" && Words.number(0.26) == "0.3")
    #expect(Words.dollars(-11) == "\u{2212}$11" && Words.dollars(-0.4) == "$0" && Words.dollars(2430) == "$2,430")
    #expect(Words.grouped(-6500) == "\u{2212}6,500" && Words.grouped(-100) == "\u{2212}100")
    #expect(Words.percent(-0.25) == "\u{2212}25%" && Words.percent(0.31) == "31%")
    #expect(Words.fixed(-.infinity, 1) == "\u{2212}unlimited" && Words.fixed(.nan, 1) == "unknown")
  }

  @Test func `of points has its sign`() {
    #expect(Words.points(0.367) == "+36.7" && Words.points(-0.0042) == "\u{2212}0.4")
    #expect(Words.points(0.0004) == "0.0" && Words.points(-0.0004) == "0.0" && Words.points(0) == "0.0")
  }

  @Test func `is the number in a file but for its minus`() {
    var random = Seeded(61)
    for _ in 0..<2_000 {
      let value = Double.random(in: -5_000...5_000, using: &random)
      for decimals in 0...6 {
        let file = DecimalText.fixed(value, decimals: decimals)
        #expect(Words.fixed(value, decimals) == file.replacing("-", with: "\u{2212}"))
        #expect(file == String(format: "%.\(decimals)f", Double(file) ?? .nan), "\(value) \(decimals)")
        let short = DecimalText.text(value, decimals: decimals)
        #expect(Double(short) == Double(file) && short.count <= file.count)
        #expect(Words.number(value, decimals: decimals) == short.replacing("-", with: "\u{2212}"))
      }
    }
  }
}

@Suite struct `A file of numbers` {
  @Test func `has no typographic minus in any cell that is a number`() throws {
    var random = Seeded(62)
    let profile = Samples.profile(&random, type: .nonUSIMG, specialties: ["Internal Medicine"])
    var list = try Samples.list(profile, Samples.programs(["Internal Medicine"], 30, &random))
    list.rows[0].gain = -0.0123
    let cells = RowDocument(list.rows[0]).cells
    #expect(cells.contains("-0.0123") && cells.dropLast().allSatisfy { !$0.contains("\u{2212}") })
    list.assumptions[0].value = -0.25
    #expect(AssumptionDocument(list.assumptions[0]).cells[1] == "-0.25")
    for assumption in list.assumptions {
      for cell in AssumptionDocument(assumption).cells[1...3] { #expect(cell.isEmpty || Double(cell) != nil) }
    }
    let report = try #require(CalibratedMarket.shipped.report(2025))
    #expect(report.cells.contains { $0[5].hasPrefix("-") })
    for row in report.cells { #expect(row[2...5].allSatisfy { Double($0) != nil }) }
  }
}
