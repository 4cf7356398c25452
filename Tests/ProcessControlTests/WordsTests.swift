// swift-format-ignore-file: NeverForceUnwrap, NeverUseForceTry

import ProcessControl
import Statistics
import Testing

@Suite struct `Before and after` {
  static func weeks(_ early: [Double], _ late: [Double], of denominator: Double) throws -> Series {
    let start = Day(iso: "2024-01-01")!
    return try Series(
      (early + late).enumerated().map { Row(.day(start.adding(7 * $0.offset)), $0.element, of: denominator) },
      measure: .proportion)
  }

  static let early = [31.0, 29, 33, 30, 32, 31, 28, 33, 35, 30, 32, 29]
  static let change = Place.day(Day(iso: "2024-03-25")!)

  @Test func `freezes the baseline, judges the declared claim and sizes the difference`() throws {
    var request = ChartRequest(.p)
    request.better = .down
    let late = [30.0, 22, 24, 25, 20, 23, 21, 26, 22, 24]
    let study = try BeforeAfter(Self.weeks(Self.early, late, of: 100), at: Self.change, window: 26, request)
    #expect(study.chart.phases.count == 1 && study.chart.phases[0].baseline == 12 && study.chart.phases[0].isFrozen)
    #expect(study.before == 373.0 / 1200 && study.after == 237.0 / 1000)
    let newcombe = try ProportionComparison(Proportion(237, of: 1000), Proportion(373, of: 1200)).newcombe()
    #expect(study.interval == newcombe)
    let claim = try #require(study.claim)
    #expect(claim.rule == ClaimRule(baseline: 12, window: 26) && claim.rule.run == 10)
    #expect(claim.verdict == .earned(points: Array(0..<10)))
    #expect(
      study.statement.hasPrefix(
        "After the change, 10 weeks in a row lie below the baseline median of 31%; 10 within 26"))
    #expect(study.statement.contains("Before 31%, after 24%; difference \u{2212}7.38 percentage points (95% CI"))
    #expect(study.statement.contains("other things may have changed too"))
  }

  @Test func `pools rates and takes medians of values`() throws {
    let rates = try Series(
      (0..<20).map { Row(.number(Double($0)), Double($0 % 5 + ($0 < 10 ? 3 : 1)), of: 120.5) }, measure: .rate)
    var request = ChartRequest()
    request.multiplier = 1000
    let study = try BeforeAfter(rates, at: .number(10), request)
    #expect(study.chart.kind == .u && study.claim == nil)
    #expect(abs(study.before - 50_000 / 1205) < 1e-9)
    let mover = try RateComparison(EventRate(30, per: 1205), EventRate(50, per: 1205)).mover().scaled(by: 1000)
    let interval = try #require(study.interval)
    #expect(abs(interval.low - mover.low) < 1e-9 && abs(interval.high - mover.high) < 1e-9)
    let values = try Series(values: (0..<20).map { Double($0) })
    let plain = try BeforeAfter(values, at: .number(11))
    #expect(plain.before == 4.5 && plain.after == 14.5 && plain.interval == nil)
    #expect(throws: ChartError.nothingThere(setting: "change", place: .number(1))) {
      try BeforeAfter(values, at: .number(1))
    }
  }
}

@Suite struct `The choice of chart` {
  static func rows(_ count: Int, of denominator: Double?, _ value: (Int) -> Double) -> [Row] {
    (0..<count).map { Row(.number(Double($0)), value($0), of: denominator) }
  }

  @Test func `follows the measure and says why`() throws {
    let cases: [(Measure?, [Row], ChartKind)] = [
      (.proportion, Self.rows(20, of: 90) { Double(20 + $0) }, .p),
      (.rate, Self.rows(20, of: 90) { Double(20 + $0) }, .u),
      (.count, Self.rows(20, of: nil) { Double(20 + $0) }, .c),
      (.value, Self.rows(20, of: nil) { Double(20 + $0) }, .i),
      (.value, Self.rows(20, of: nil) { Double(20 + $0) } + Self.rows(20, of: nil) { Double(21 + $0) }, .xbar),
      (.value, Self.rows(20, of: 7.5) { Double(20 + $0) }, .iprime),
      (.casesBetween, Self.rows(10, of: nil) { Double($0) }, .g),
      (.timeBetween, Self.rows(10, of: nil) { Double($0) + 1 }, .t),
      (.casesBetween, Self.rows(9, of: nil) { Double($0) }, .run),
      (.timeBetween, Self.rows(9, of: nil) { Double($0) + 1 }, .run),
      (nil, Self.rows(20, of: 90) { Double(20 + $0) }, .p),
      (nil, Self.rows(20, of: 10) { Double(20 + $0) }, .u),
      (nil, Self.rows(20, of: 90) { Double(20 + $0) + 0.5 }, .iprime),
      (nil, Self.rows(20, of: nil) { Double($0) }, .i),
      (.proportion, Self.rows(11, of: 90) { Double(20 + $0) }, .run),
    ]
    for (measure, rows, kind) in cases {
      let chart = try ControlChart(of: Series(rows, measure: measure))
      #expect(chart.kind == kind, "\(String(describing: measure))")
      #expect(!chart.choice.isAsked && chart.choice.reason.lowercased().hasPrefix(kind.title.lowercased()))
    }
  }

  @Test func `between few events has no limits, counts each event and refuses what more of them would refuse`() throws {
    let rows = [3.0, 9, 4].map { Row(.day(Day(number: 20_000)), $0) }
    let chart = try ControlChart(of: Series(rows, measure: .timeBetween, period: .day))
    #expect(chart.points.count == 3 && chart.points.allSatisfy { $0.ucl == nil && $0.lcl == nil })
    #expect(chart.statement.contains("Too early: 3 events make a line"))
    let zero = try Series([Row(.day(Day(number: 20_000)), 0)], measure: .timeBetween)
    #expect(throws: ChartError.self) { try ControlChart(of: zero) }
  }

  @Test func `may be overridden and then says what the measure would suggest`() throws {
    let series = try Series(Self.rows(20, of: 90) { Double(20 + $0) }, measure: .proportion)
    let chart = try ControlChart(of: series, ChartRequest(.i))
    #expect(chart.choice.isAsked && chart.choice.reason == "You asked for this I chart.")
    #expect(chart.choice.advice.first?.contains("P chart") == true)
  }

  @Test(arguments: [(9.0, true), (9.5, false)]) func `warns when no lower limit can exist`(mean: Double, warns: Bool)
    throws
  {
    let series = try Series(Self.rows(20, of: nil) { mean + ($0 % 2 == 0 ? 2 : -2) }, measure: .count)
    let chart = try ControlChart(of: series)
    #expect(chart.choice.advice.contains { $0.contains("T chart") } == warns)
    // The advice is right: without it there is a lower limit above zero.
    #expect((chart.points[0].lcl! > 0) == !warns)
  }
}

@Suite struct `Sentences` {
  @Test func `name phases with their reasons and what was left out`() throws {
    var request = ChartRequest(.i)
    request.splits = [Split(at: .number(13), because: "the ward moved"), Split(at: .number(25))]
    request.exclusions = [.number(3)]
    var values: [Double?] = (0..<30).map { Double($0 * 7 % 11 + ($0 < 12 ? 0 : 40)) }
    values[20] = nil
    values[8] = 45
    let text = try ControlChart(of: Series(values: values), request).statement
    #expect(text.hasPrefix("Phase 1: One point lies beyond the limits: point 9 (45, above its limit of"))
    #expect(text.contains("Phase 2 (from point 13, redrawn because the ward moved): Nothing beyond chance"))
    #expect(
      text.contains("Phase 3 (from point 25, redrawn without a recorded reason): Too early: 6 points make a line"))
    #expect(text.contains("1 point is shown but excluded."))
    #expect(text.contains("1 point has no value and is a gap."))
    #expect(text.contains("1 outlying moving range was left out of the limits."))
    #expect(text.contains("These rules alarm in"))
  }

  @Test func `tell variation and assurance by Making Data Count`() throws {
    var request = ChartRequest(.i)
    request.rules = .makingDataCount
    request.better = .down
    request.target = 200
    let values: [Double?] = [30, 33, 29, 31, 35, 28, 32, 30, 34, 29, 31, 33, 20, 21, 22, 19, 20, 21, 22]
    let text = try ControlChart(of: Series(values: values), request).statement
    #expect(text.contains("The last 7 points, from point 13, all lie below the mean of"))
    #expect(text.contains("which is the better direction"))
    #expect(text.contains("The last point belongs to a signal in the better direction."))
    #expect(text.contains("If nothing changes, the target of 200 will be met."))
  }

  @Test func `say months and years where the points are months`() throws {
    let start = Period.month.index(of: Day(iso: "2023-03-01")!)
    let rows = (0..<24).map { index in
      Row(.day(Period.month.start(ofIndex: start + index)), index < 12 ? 5 : 9)
    }
    let chart = try ControlChart(of: Series(rows), ChartRequest(.run))
    #expect(chart.period == .month)
    #expect(chart.statement.contains("The last 12 months, from March 2024, all lie above the median of 7"))
  }

  @Test func `hold no number that is not finite or endless`() throws {
    for value in [0.0, 1e-9, 0.1 + 0.2, 1.0 / 3, 99.96, 999.6, 12_345.678, 1e12, -4.25] {
      let text = try ControlChart(of: Series(values: Array(repeating: value, count: 12)), ChartRequest(.run)).statement
      #expect(text.utf8.count < 400 && !text.contains("nan") && !text.contains("inf"), "\(text)")
    }
  }
}
