// swift-format-ignore-file: NeverForceUnwrap, NeverUseForceTry

import ProcessControl
import Statistics
import Testing

/// Where a peer is wrong or silent, both its answer and ours.
@Suite struct `A named correction` {
  static func noise(_ count: Int, seed: UInt64) -> [Double] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in 20 + 4 * generator.normal() }
  }

  @Test func `gives a constant series limits on its line where the peer has none`() throws {
    let golden = GoldenCase("i-flat")
    let series = try golden.facets()[0]
    let chart = try ControlChart(of: series, golden.request(for: series))
    #expect(golden.expected["lcl"].list.allSatisfy { $0.isNull })
    #expect(chart.points.allSatisfy { $0.lcl == 3 && $0.ucl == 3 && $0.center == 3 && !$0.isBeyondLimits })
    #expect(chart.statement.contains("lie exactly on the"))
  }

  @Test(arguments: [0.1, 1.0 / 3, 4.0 / 3 + 4e-16, 1.333_333_333_333_334, 99.9, 1e-300, 7e200])
  func `keeps a constant series exactly on its mean`(value: Double) throws {
    for bump in 0..<64 {
      let x = value * (1 + Double(bump) * Double.ulpOfOne)
      for count in 1...40 {
        let chart = try ControlChart(of: Series(values: Array(repeating: x, count: count)), ChartRequest(.i))
        #expect(chart.points.allSatisfy { $0.center == x && !$0.isBeyondLimits }, "\(count) times \(x)")
        #expect(chart.phases[0].useful == 0)
      }
    }
  }

  @Test func `reads a given T center on the scale drawn, where the peer draws 4 at 4^3.6 = 147`() throws {
    let values = (1...20).map { Double($0 % 7 + 1) }
    var request = ChartRequest(.t)
    request.center = 4
    let chart = try ControlChart(of: Series(values: values), request)
    let own = try ControlChart(of: Series(values: values), ChartRequest(.t))
    #expect(chart.points.allSatisfy { abs($0.center! - 4) < 1e-12 })
    // Given the chart's own center, nothing may change.
    request.center = own.points[0].center
    let same = try ControlChart(of: Series(values: values), request)
    for (a, b) in zip(same.points, own.points) {
      #expect(abs(a.ucl! - b.ucl!) < 1e-9 && abs(a.lcl! - b.lcl!) < 1e-9)
    }
  }

  @Test func `takes the spread of a frozen I' chart from the baseline, where the peer takes all points`() throws {
    var rows = Self.noise(24, seed: 5).enumerated().map {
      Row(.number(Double($0.offset)), $0.element * 40, of: Double(30 + $0.offset % 5 * 10))
    }
    for index in 12..<24 { rows[index] = Row(rows[index].place, index % 2 == 0 ? 100 : 4000, of: 50) }
    var request = ChartRequest(.iprime)
    request.freezes = [.number(11)]
    let chart = try ControlChart(of: Series(rows), request)
    let baseline = try ControlChart(of: Series(Array(rows[..<12])), ChartRequest(.iprime))
    for (frozen, own) in zip(chart.points, baseline.points) {
      #expect(frozen.lcl == own.lcl && frozen.ucl == own.ucl && frozen.center == own.center)
    }
    let all = try ControlChart(of: Series(rows), ChartRequest(.iprime))
    #expect(all.points[0].ucl! - all.points[0].center! > 2 * (chart.points[0].ucl! - chart.points[0].center!))
  }

  @Test func `refuses events without a denominator, where the peer draws infinity`() throws {
    let rows = (0..<12).map { Row(.number(Double($0)), 2, of: $0 == 4 ? 0 : 10) }
    let kinds: [ChartKind] = [.p, .pprime, .u, .uprime, .i, .iprime, .run]
    for kind in kinds {
      #expect(throws: ChartError.eventsWithoutDenominator(place: .number(4), events: 2)) {
        try ControlChart(of: Series(rows), ChartRequest(kind))
      }
    }
  }

  @Test func `lets a constant series pass or fail its target, where the peer says inconsistent`() throws {
    var request = ChartRequest(.i)
    request.rules = .makingDataCount
    request.better = .up
    request.target = 95
    let perfect = try Series(values: Array(repeating: 100, count: 14))
    #expect(try ControlChart(of: perfect, request).assurance == .pass)
    request.target = 101
    #expect(try ControlChart(of: perfect, request).assurance == .fail)
    request.target = 100
    #expect(try ControlChart(of: perfect, request).assurance == .pass)
    request.better = .down
    request.target = 95
    #expect(try ControlChart(of: perfect, request).assurance == .fail)
  }

  @Test func `names no excluded point in a signal, though its phase counts it as the peer does`() throws {
    let golden = GoldenCase("i-exclude9")
    let series = try golden.facets()[0]
    let chart = try ControlChart(of: series, golden.request(for: series))
    #expect(golden.expected["sigma.signal"].list[8].bool == true)
    #expect(chart.points[8].isBeyondLimits && chart.phases[0].limitsSignal)
    #expect(chart.signals.isEmpty)
    #expect(chart.statement.contains("1 month is shown but excluded; one lies beyond the limits."))
  }

  @Test func `keeps two events of one date apart, where the peer averages them`() throws {
    var rows = (0..<14).map { Row(.number(Double($0)), Double(3 + $0 % 4)) }
    rows.append(Row(.number(5), 30))
    for kind in [ChartKind.g, .t] {
      let chart = try ControlChart(of: Series(rows), ChartRequest(kind))
      #expect(chart.points.count == 15)
      #expect(chart.points[6].value == 30)
    }
  }

  @Test func `leaves a week without cases as a gap that breaks the moving range`() throws {
    var weeks = EventAggregator(by: .week)
    let monday = Day(iso: "2024-01-01")!
    for week in 0..<14 where week != 6 {
      for case_ in 0..<20 { weeks.add(monday.adding(week * 7 + case_ % 5), events: case_ % 4 == week % 3 ? 1 : 0) }
    }
    let chart = try ControlChart(of: weeks.series(measure: .proportion), ChartRequest(.pprime))
    #expect(chart.points.count == 14)
    #expect(chart.points[6].value == nil)
    #expect(chart.points[6].denominator == 0)
    #expect(chart.points[6].lcl == nil && chart.points[6].ucl == nil && chart.points[6].center != nil)
  }
}
