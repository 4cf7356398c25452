import ProcessControl

/// The charts as JSON, with the keys of FORMATS and null where there is nothing.
struct ChartDocument: Encodable {
  let series: [SeriesDocument]

  init(_ charts: FacetCharts) {
    series = charts.items.map(SeriesDocument.init)
  }

  struct SeriesDocument: Encodable {
    let facet: [String]
    let chart: String
    let points: [PointDocument]
    let phases: [PhaseDocument]
    let statement: String

    init(_ item: FacetCharts.Item) {
      facet = item.labels
      chart = item.chart.kind.rawValue
      points = item.chart.points.map(PointDocument.init)
      phases = item.chart.phases.map(PhaseDocument.init)
      statement = item.chart.statement
    }
  }

  struct PointDocument: Encodable {
    let point: ControlChart.Point

    private enum Key: String, CodingKey {
      case x, value, numerator, denominator, center, lcl, ucl, phase, included
      case beyondLimits = "beyond_limits"
    }

    func encode(to encoder: any Encoder) throws {
      var fields = encoder.container(keyedBy: Key.self)
      if case .number(let number) = point.place {
        try fields.encode(number, forKey: .x)
      } else {
        try fields.encode(point.place.description, forKey: .x)
      }
      try fields.encode(point.value, forKey: .value)
      try fields.encode(point.numerator, forKey: .numerator)
      try fields.encode(point.denominator, forKey: .denominator)
      try fields.encode(point.center, forKey: .center)
      try fields.encode(point.lcl, forKey: .lcl)
      try fields.encode(point.ucl, forKey: .ucl)
      try fields.encode(point.phase + 1, forKey: .phase)
      try fields.encode(point.isIncluded, forKey: .included)
      try fields.encode(point.isBeyondLimits, forKey: .beyondLimits)
    }
  }

  struct PhaseDocument: Encodable {
    let phase: ControlChart.Phase

    private enum Key: String, CodingKey {
      case n, useful, center, crossings
      case longestRun = "longest_run"
      case longestRunMax = "longest_run_max"
      case crossingsMin = "crossings_min"
      case runsSignal = "runs_signal"
      case limitsSignal = "limits_signal"
    }

    func encode(to encoder: any Encoder) throws {
      var fields = encoder.container(keyedBy: Key.self)
      try fields.encode(phase.n, forKey: .n)
      try fields.encode(phase.useful, forKey: .useful)
      try fields.encode(phase.center, forKey: .center)
      try fields.encode(phase.longestRun, forKey: .longestRun)
      try fields.encode(phase.longestRunMax, forKey: .longestRunMax)
      try fields.encode(phase.crossings, forKey: .crossings)
      try fields.encode(phase.crossingsMin, forKey: .crossingsMin)
      try fields.encode(phase.runsSignal, forKey: .runsSignal)
      try fields.encode(phase.limitsSignal, forKey: .limitsSignal)
    }
  }
}
