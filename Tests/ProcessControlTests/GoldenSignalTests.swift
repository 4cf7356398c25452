// swift-format-ignore-file: NeverForceUnwrap, NeverUseForceTry

import ProcessControl
import Testing

@Suite struct `Making Data Count` {
  static let cases = GoldenCase.all("mdc")

  @Test(arguments: cases) func `agrees with NHSRplotthedots`(golden: GoldenCase) throws {
    let series = try golden.facets()[0]
    var request = ChartRequest(.i)
    request.rules = .makingDataCount
    request.better = golden.args["improvement_direction"].text == "increase" ? .up : .down
    request.target = golden.args["target"].number
    request.splits = golden.args["rebase"].list.map { Split(at: golden.place($0)) }
    if let last = golden.args["fix_after_n_points"].number {
      request.freezes = [series.rows.map(\.place).sorted()[Int(last) - 1]]
    }
    let chart = try ControlChart(of: series, request)
    let marks = chart.makingDataCountMarks
    let variation = chart.pointVariation
    for (row, point) in chart.points.enumerated() {
      let expect = { (column: String) in golden.expected[column].list[row] }
      #expect(agrees(point.value, expect("y")))
      #expect(agrees(point.center, expect("mean_col")))
      #expect(agrees(point.lcl, expect("lpl")))
      #expect(agrees(point.ucl, expect("upl")))
      #expect(label(marks[row]) == expect("special_cause_type").text, "\(golden.id) row \(row)")
      #expect(label(variation[row]) == expect("point_type").text, "\(golden.id) row \(row)")
    }
    let summary = golden.json["summary"]
    #expect(chart.variation.map(label) == summary["variation_type"].list.last?.text)
    if let assurance = summary["assurance_type"].list.last?.text {
      #expect(chart.assurance == (assurance == "consistent_fail" ? .fail : .pass))
    }
  }

  @Test(arguments: cases) func `names in its signals the points it marks`(golden: GoldenCase) throws {
    var request = ChartRequest(.i)
    request.rules = .makingDataCount
    let chart = try ControlChart(of: try golden.facets()[0], request)
    let named = Set(chart.signals.flatMap(\.points))
    let marked = Set(chart.makingDataCountMarks.indices.filter { chart.makingDataCountMarks[$0] != nil })
    #expect(named == marked)
  }

  private func label(_ variation: MakingDataCount.Variation) -> String {
    switch variation {
    case .commonCause: "common_cause"
    case .improvement: "special_cause_improvement"
    case .concern: "special_cause_concern"
    case .high: "special_cause_neutral_high"
    case .low: "special_cause_neutral_low"
    }
  }

  private func label(_ mark: MakingDataCount.Mark?) -> String {
    guard let mark else { return "Common Cause" }
    let isUp = mark.direction == .up
    return switch mark.rule {
    case .beyondLimits: isUp ? "Above UCL" : "Below LCL"
    case .trend: isUp ? "7 Point Trend (Increasing)" : "7 Point Trend (Decreasing)"
    case .twoOfThree: isUp ? "2 In 3 Above CL" : "2 In 3 Below CL"
    default: isUp ? "7 Points Above CL" : "7 Points Below CL"
    }
  }
}

@Suite struct `Three sigma` {
  @Test(arguments: GoldenCase.all("rules")) func `finds the points qcc finds beyond the limits`(golden: GoldenCase)
    throws
  {
    // A given center and sigma are what qcc was given; the same limits arise from two baseline points.
    let center = golden.input["center"].list[0].number!
    let sigma = golden.input["sigma"].list[0].number!
    let half = sigma * 1.128 / 2
    var values: [Double?] = [center - half, center + half]
    values += golden.input["y"].list.map(\.number)
    var request = ChartRequest(.i)
    request.rules = .threeSigma
    request.freezes = [.number(2)]
    let chart = try ControlChart(of: Series(values: values), request)
    let found = chart.signals.flatMap(\.points).map { Double($0 - 1) }
    #expect(found == golden.json["violations"]["WE1"].list.map { $0.number! })
    for (row, point) in chart.points.dropFirst(2).enumerated() {
      #expect(agrees(point.lcl, golden.expected["lcl"].list[row]))
      #expect(agrees(point.ucl, golden.expected["ucl"].list[row]))
    }
  }
}
