internal import Markup

/// The same chart for several groups, side by side on one scale, so that heights may be compared.
public struct SmallMultiples: Picture, Equatable {
  /// One group.
  public struct Panel: Sendable, Equatable {
    public let name: String
    /// What is said beside the name: "21%, 38 of 181".
    public let note: String
    public let points: [ControlChartPicture.Point]

    public init(_ name: String, note: String = "", points: [ControlChartPicture.Point]) {
      self.name = name
      self.note = note
      self.points = points
    }
  }

  public let heading: String
  public let summary: String
  public let valueName: String
  public let format: ValueFormat
  public let panels: [Panel]

  public init(_ heading: String, summary: String, valueName: String, format: ValueFormat, panels: [Panel]) {
    self.heading = heading
    self.summary = summary
    self.valueName = valueName
    self.format = format
    self.panels = panels
  }

  public var table: DataTable {
    DataTable(
      heading,
      columns: [
        .init("Group", isNumeric: false), .init("Period", isNumeric: false), .init(valueName), .init("Counted"),
      ],
      rows: panels.flatMap { panel in
        panel.points.map { [panel.name, $0.label.text, $0.value.map(format.text) ?? "", $0.basis] }
      })
  }

  public func drawing(_ size: PictureSize) -> Drawing {
    let line = size.lineHeight
    let columns = size == .narrow ? 1 : min(3, max(1, panels.count == 4 ? 2 : panels.count))
    let axis = scale
    let left =
      (axis.ticks.map { Lettering.width(format.tick($0, step: axis.step), size: size.fontSize) }.max() ?? 0) + 8
    let gap = 18 * size.scale
    let width = (size.width - left - gap * Double(columns - 1)) / Double(columns)
    let height = 90 * size.scale
    let rowHeight = line * 2.3 + height + line * 1.6
    let names = Lettering.lines(valueName, width: size.width, size: size.fontSize, isStrong: true)
    let top = line * (Double(max(1, names.count)) + 0.6)
    var parts = names.enumerated().map { index, name in
      lettering(name, x: 0, y: size.fontSize + line * Double(index), style: "pic-strong")
    }
    for (index, panel) in panels.enumerated() {
      let (row, column) = index.quotientAndRemainder(dividingBy: columns)
      let plot = Plot(
        left: left + Double(column) * (width + gap), top: top + Double(row) * rowHeight + line * 2.3, width: width,
        height: height, across: -0.5...max(0.5, Double(panel.points.count) - 0.5), up: axis.lower...axis.upper)
      parts.append(drawn(panel, plot, axis, hasScale: column == 0, size))
    }
    let rows = (panels.count + columns - 1) / columns
    return Drawing(height: top + Double(rows) * rowHeight, content: HTML(parts))
  }

  private var scale: Axis {
    let values = panels.flatMap(\.points).flatMap { [$0.value, $0.center, $0.lower, $0.upper].compactMap(\.self) }
    var isShare = false
    if case .percent = format { isShare = values.allSatisfy { (0...1).contains($0) } }
    return Axis(holding: values, about: 3, isShare: isShare)
  }

  private func drawn(_ panel: Panel, _ plot: Plot, _ axis: Axis, hasScale: Bool, _ size: PictureSize) -> HTML {
    let chart = ControlChartPicture("", summary: "", valueName: valueName, format: format, points: panel.points)
    let ends = panel.points.isEmpty ? [] : [panel.points[0], panel.points[panel.points.count - 1]]
    return HTML {
      lettering(
        Lettering.cut(panel.name, width: plot.width, size: size.fontSize), x: plot.left,
        y: plot.top - size.lineHeight * 1.35, style: "pic-strong")
      lettering(
        Lettering.cut(panel.note, width: plot.width, size: size.fontSize), x: plot.left,
        y: plot.top - size.lineHeight * 0.4)
      for tick in axis.ticks {
        stroke("pic-grid", x1: plot.left, y1: plot.y(tick), x2: plot.right, y2: plot.y(tick))
        if hasScale {
          lettering(
            format.tick(tick, step: axis.step), x: plot.left - 8, y: plot.y(tick) + size.fontSize * 0.35, anchor: .end)
        }
      }
      SeriesMarks(picture: chart, points: panel.points, plot: plot, size: size).content
      for (index, point) in ends.enumerated() {
        lettering(
          short(point.label), x: index == 0 ? plot.left : plot.right, y: plot.bottom + size.lineHeight,
          anchor: index == 0 ? .start : .end)
      }
    }
  }

  private func short(_ label: ControlChartPicture.Label) -> String {
    switch label {
    case .day(let day): "\(day.monthText) \(day.day)"
    case .text(let text): text
    }
  }
}
