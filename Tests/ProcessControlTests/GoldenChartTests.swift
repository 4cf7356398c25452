// swift-format-ignore-file: NeverForceUnwrap, NeverUseForceTry

import ProcessControl
import Testing

@Suite struct `The charts of qicharts2` {
  static let cases = GoldenCase.all("qic").filter { $0.json["expectedError"].isNull }

  /// Where we differ on purpose; `CorrectionTests` tests both ways.
  static let constantSeries: Set = ["i-flat"]

  @Test(arguments: cases) func `agree in every point`(golden: GoldenCase) throws {
    var row = 0
    for series in try golden.facets() {
      let request = golden.request(for: series)
      let chart = try ControlChart(of: series, request)
      var narrow = request
      narrow.sigmas = 2
      let inner = try ControlChart(of: series, narrow)
      for (point, near) in zip(chart.points, inner.points) {
        let expect = { (column: String) in golden.expected[column].list[row] }
        let here = "\(golden.id) row \(row)"
        #expect(golden.place(expect("x")) == point.place, "\(here)")
        #expect(agrees(point.value, expect("y")), "\(here) value \(String(describing: point.value)) \(expect("y"))")
        #expect(agrees(point.center, expect("cl")), "\(here) center")
        if !Self.constantSeries.contains(golden.id) {
          #expect(agrees(point.lcl, expect("lcl")), "\(here) lcl \(String(describing: point.lcl)) \(expect("lcl"))")
          #expect(agrees(point.ucl, expect("ucl")), "\(here) ucl \(String(describing: point.ucl)) \(expect("ucl"))")
          let missingBelow = golden.kind == .t && near.lcl == 0 && expect("lcl.95").isNull
          #expect(missingBelow || agrees(near.lcl, expect("lcl.95")), "\(here) lcl.95")
          #expect(agrees(near.ucl, expect("ucl.95")), "\(here) ucl.95")
        }
        #expect(Double(point.phase + 1) == expect("part").number, "\(here) part")
        #expect(point.isIncluded == expect("include").bool, "\(here) include")
        #expect(point.isBaseline == (expect("baseline").bool! && point.isIncluded), "\(here) baseline")
        #expect(point.isBeyondLimits == expect("sigma.signal").bool, "\(here) sigma")
        row += 1
      }
    }
    #expect(row == golden.expected["x"].list.count)
  }

  @Test(arguments: cases) func `agree in every phase`(golden: GoldenCase) throws {
    let summary = golden.json["summary"]
    var row = 0
    for series in try golden.facets() {
      let chart = try ControlChart(of: series, golden.request(for: series))
      for phase in chart.phases {
        let expect = { (column: String) in summary[column].list[row] }
        let here = "\(golden.id) phase \(row)"
        #expect(Double(phase.useful) == expect("n.useful").number, "\(here)")
        #expect(agrees(phase.longestRun.map(Double.init), expect("longest.run")), "\(here) longest")
        #expect(agrees(phase.longestRunMax.map(Double.init), expect("longest.run.max")), "\(here) longest max")
        #expect(agrees(phase.crossings.map(Double.init), expect("n.crossings")), "\(here) crossings")
        #expect(agrees(phase.crossingsMin.map(Double.init), expect("n.crossings.min")), "\(here) crossings min")
        #expect(phase.runsSignal == expect("runs.signal").bool, "\(here) runs")
        #expect(phase.limitsSignal == (expect("sigma.signal").number! > 0), "\(here) limits")
        row += 1
      }
    }
    #expect(row == summary["n.useful"].list.count)
  }

  @Test func `refuse a time between events of zero`() throws {
    let golden = GoldenCase("t-error")
    let series = try golden.facets()[0]
    #expect(throws: ChartError.impossibleValue(place: .number(2), value: 0, chart: .t)) {
      try ControlChart(of: series, ChartRequest(.t))
    }
  }
}
