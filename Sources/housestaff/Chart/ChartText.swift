import Pictures
import ProcessControl

/// The charts as rows, and as a table with what each says.
struct ChartText {
  let charts: FacetCharts

  init(_ charts: FacetCharts) { self.charts = charts }

  private static let columns = [
    "x", "value", "numerator", "denominator", "center", "lcl", "ucl", "phase", "included", "beyond_limits",
  ]

  /// One row for each point, all numbers in full.
  var rows: [[String]] {
    [charts.columns + Self.columns]
      + charts.items.flatMap { item in
        item.chart.points.map { point in
          let numbers = [point.value, point.numerator, point.denominator, point.center, point.lcl, point.ucl]
          return item.labels + [point.place.description] + numbers.map { $0.map(Self.full) ?? "" }
            + ["\(point.phase + 1)", "\(point.isIncluded)", "\(point.isBeyondLimits)"]
        }
      }
  }

  /// Chart, reason, advice and statement of each facet.
  var said: [String] {
    charts.items.flatMap { item in
      let name = item.name.isEmpty ? "" : item.name + ": "
      return [name + item.chart.choice.reason] + item.chart.choice.advice + [name + item.chart.statement]
    }
  }

  /// What each chart says, and its points.
  var text: String {
    charts.items.map { item in
      let title = item.name.isEmpty ? "" : "\(item.name)\n\n"
      return title + item.chart.statement + "\n\n" + table(item.chart) + "\n"
        + ([item.chart.choice.reason] + item.chart.choice.advice).joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }

  private func table(_ chart: ControlChart) -> String {
    let format = chart.format
    let isCounted = chart.points.contains { $0.denominator != nil }
    let hasLimits = chart.points.contains { $0.lcl != nil || $0.ucl != nil }
    let hasPhases = chart.phases.count > 1
    var columns = [TextTable.Column(title: chart.period?.rawValue ?? "x")]
    if isCounted { columns += ["numerator", "denominator"].map { .init(title: $0, isNumber: true) } }
    columns += ["value", "center"].map { .init(title: $0, isNumber: true) }
    if hasLimits { columns += ["lcl", "ucl"].map { .init(title: $0, isNumber: true) } }
    if hasPhases { columns.append(.init(title: "phase", isNumber: true)) }
    columns.append(.init(title: "note"))
    var table = TextTable(columns: columns)
    let marks = chart.marks
    func cell(_ number: Double?) -> String { number.map(format.text) ?? "" }
    for (index, point) in chart.points.enumerated() {
      var cells = [point.place.description]
      if isCounted { cells += [point.numerator, point.denominator].map { $0.map(Self.full) ?? "" } }
      cells += [cell(point.value), cell(point.center)]
      if hasLimits { cells += [cell(point.lcl), cell(point.ucl)] }
      if hasPhases { cells.append("\(point.phase + 1)") }
      cells.append(point.isIncluded ? Self.words(marks[index]) : "left out")
      table.rows.append(cells)
    }
    return table.text
  }

  private static func words(_ rule: ControlChartPicture.Signal.Rule?) -> String {
    switch rule {
    case .beyondLimits: "beyond a limit"
    case .run: "long run"
    case nil: ""
    }
  }

  /// A number with all its digits, whole ones without a point.
  static func full(_ number: Double) -> String { Place.number(number).description }
}

extension ControlChart {
  /// How its numbers are read.
  var format: ValueFormat {
    if kind == .p || kind == .pprime || measure == .proportion {
      let least = points.compactMap { $0.denominator }.max() ?? 0
      return .percent(places: least >= 1_000 ? 1 : 0)
    }
    let values = points.compactMap(\.value) + phases.compactMap(\.center)
    if points.compactMap(\.value).allSatisfy({ $0.rounded() == $0 }),
      phases.compactMap(\.center).allSatisfy({ $0 >= 100 })
    {
      return .number()
    }
    let size = values.map(abs).max() ?? 0
    return .number(places: size >= 1000 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 4)
  }

  /// Why each point stands out; few crossings belong to all points and mark none.
  var marks: [ControlChartPicture.Signal.Rule?] {
    signed.map { $0?.rule }
  }

  /// Why each point stands out, and to which side.
  var signed: [(rule: ControlChartPicture.Signal.Rule, direction: Direction?)?] {
    var marks = [(rule: ControlChartPicture.Signal.Rule, direction: Direction?)?](repeating: nil, count: points.count)
    for signal in signals where signal.rule != .fewCrossings {
      let rule: ControlChartPicture.Signal.Rule = signal.rule == .beyondLimits ? .beyondLimits : .run
      for index in signal.points where marks[index]?.rule != .beyondLimits { marks[index] = (rule, signal.direction) }
    }
    return marks
  }
}
