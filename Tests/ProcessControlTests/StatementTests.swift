// swift-format-ignore-file: NeverForceUnwrap, NeverUseForceTry

import ProcessControl
import Testing

@Suite struct `A statement` {
  static func weeks(_ values: [Double?], of denominators: [Double]? = nil) throws -> Series {
    let start = Day(iso: "2024-04-01")!
    return try Series(
      values.enumerated().map {
        Row(.day(start.adding(7 * $0.offset)), $0.element, of: denominators?[$0.offset])
      }, measure: denominators == nil ? .value : .proportion)
  }

  static let shifted: [Double?] = [31, 29, 33, 30, 32, 31, 28, 33, 35, 30, 29, 28, 27, 29, 26, 30, 28, 27]

  @Test func `names the run, its side, the line and what chance allows`() throws {
    var request = ChartRequest(.p)
    request.freezes = [.day(Day(iso: "2024-05-27")!)]
    let chart = try ControlChart(of: Self.weeks(Self.shifted, of: Array(repeating: 100, count: 18)), request)
    #expect(
      chart.statement.hasPrefix(
        "The last 9 weeks, from June 3, all lie below the baseline mean of 31% (longest run expected by chance: 7)."))
    #expect(chart.signals.map(\.rule) == [.longRun])
    #expect(chart.signals[0].points == Array(9...17))
  }

  @Test func `says so when nothing happened`() throws {
    let chart = try ControlChart(of: Self.weeks(Self.shifted), ChartRequest(.run))
    #expect(
      chart.statement.hasPrefix(
        """
        Nothing beyond chance: the 18 weeks vary about a median of 29.5; the longest run is 5 (by chance up to 7), and \
        the line is crossed 7 times (by chance at least 5).
        """))
  }

  @Test(arguments: 1...7) func `calls one to seven points too early`(count: Int) throws {
    let chart = try ControlChart(of: Self.weeks(Array(Self.shifted.prefix(count))))
    #expect(chart.kind == .run)
    #expect(chart.statement.hasPrefix("Too early: "))
    #expect(chart.points.allSatisfy { $0.center != nil })
  }
}
