import Markup
import Pictures
import ProcessControl
import Tables

/// The charts as a picture of its own: one chart, or a panel for each facet on one scale.
struct ChartDrawing {
  let charts: FacetCharts
  let columns: ChartColumns
  let notes: [NoteOption]
  let by: Period?

  /// The file's text: right alone, in light, dark and print.
  func text(_ size: PictureSize) -> String {
    if charts.items.count == 1, let item = charts.items.first { return single(item).file(size: size).text }
    return panels.file(size: size).text
  }

  // MARK: One chart

  private func single(_ item: FacetCharts.Item) -> ControlChartPicture {
    let chart = item.chart
    var picture = ControlChartPicture(
      heading(chart, item.name), summary: chart.statement, valueName: valueName(chart), format: chart.format,
      points: points(chart))
    picture.centerName = chart.kind.centersOnMedian ? "Median" : "Mean"
    picture.limitName = "Control limits"
    picture.target = chart.request.target
    picture.better = chart.request.better.map { $0 == .up ? .up : .down }
    if chart.phases.count > 1 {
      picture.phases = chart.phases.enumerated().map { .init(start: $1.range.lowerBound, name: "Phase \($0 + 1)") }
    }
    if let last = chart.phases.last, last.isFrozen {
      picture.frozenFrom = last.range.last { chart.points[$0].isBaseline }.map { $0 + 1 }
    }
    picture.annotations = notes.map { annotation($0, chart) }
    return picture
  }

  private func heading(_ chart: ControlChart, _ name: String) -> String {
    let rhythm = chart.period.map { ", by \($0.rawValue)" } ?? ""
    return valueName(chart) + (name.isEmpty ? "" : ", \(name)") + rhythm
  }

  private func valueName(_ chart: ControlChart) -> String {
    let name: String
    if let value = columns.value {
      name = value.header
    } else if let numerator = columns.numerator {
      let of = columns.denominator.map { " of \($0.header)" }
      name = numerator.header + (of ?? "")
    } else {
      name = "Rows"
    }
    let words = name.replacing("_", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  private func points(_ chart: ControlChart) -> [ControlChartPicture.Point] {
    let signed = chart.signed
    return chart.points.enumerated().map { index, point in
      ControlChartPicture.Point(
        label(point.place), value: point.value, basis: basis(point, chart), center: point.center, lower: point.lcl,
        upper: point.ucl, isExcluded: !point.isIncluded,
        signal: signed[index].map { .init($0.rule, side($0.direction, chart.request.better)) })
    }
  }

  private func basis(_ point: ControlChart.Point, _ chart: ControlChart) -> String {
    guard let numerator = point.numerator, let denominator = point.denominator, chart.measure != .value else {
      return ""
    }
    return "\(ChartText.full(numerator)) of \(ChartText.full(denominator))"
  }

  private func side(_ direction: Direction?, _ better: Direction?) -> ControlChartPicture.Signal.Side {
    guard let direction, let better else { return .neutral }
    return direction == better ? .better : .worse
  }

  private func label(_ place: Place) -> ControlChartPicture.Label {
    guard case .time(let day, 0) = place, let shown = picturedDay(day) else { return .text(place.description) }
    return .day(shown)
  }

  private func picturedDay(_ day: ProcessControl.Day) -> Pictures.Day? {
    let (year, month, date) = day.parts
    return Pictures.Day(year: year, month: month, day: date)
  }

  private func annotation(_ note: NoteOption, _ chart: ControlChart) -> ControlChartPicture.Annotation {
    let areDays = chart.points.allSatisfy { if case .time(_, 0) = $0.place { true } else { false } }
    if areDays, case .time(let day, _) = note.place.place, let shown = picturedDay(day) {
      return .init(.day(shown), note.text)
    }
    let index = chart.points.firstIndex { $0.place >= note.place.place } ?? chart.points.count
    return .init(.before(index), note.text)
  }

  // MARK: Facets

  private var panels: SmallMultiples {
    let chart = charts.items[0].chart
    let names = charts.columns.joined(separator: " and ")
    return SmallMultiples(
      heading(chart, "by \(names)"),
      summary: charts.items.map { "\($0.name): \($0.chart.statement)" }.joined(separator: " "),
      valueName: valueName(chart), format: chart.format,
      panels: charts.items.map { item in
        SmallMultiples.Panel(item.name, note: total(item.chart), points: points(item.chart))
      })
  }

  /// What is said beside a panel's name: all of it added up.
  private func total(_ chart: ControlChart) -> String {
    let present = chart.points.filter { $0.value != nil }
    let all = present.compactMap(\.denominator).reduce(0, +)
    guard all > 0, chart.measure != .value else { return "" }
    let share = present.compactMap(\.numerator).reduce(0, +) / all
    return "\(chart.format.text(share)), \(ChartText.full((share * all).rounded())) of \(ChartText.full(all))"
  }
}
