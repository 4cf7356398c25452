internal import Markup

/// Lays out a control chart: what is said above, the plot, what is said below.
struct ControlChartDrawing {
  let picture: ControlChartPicture
  let size: PictureSize
  let axis: Axis
  let plot: Plot
  let notes: AnnotationLayout
  /// What the values are, in as many lines as it takes.
  let names: [String]

  init(_ picture: ControlChartPicture, _ size: PictureSize) {
    self.picture = picture
    self.size = size
    let values = picture.points.flatMap { [$0.value, $0.center, $0.lower, $0.upper].compactMap(\.self) }
    let all = values + (picture.target.map { [$0] } ?? [])
    var isShare = false
    if case .percent = picture.format { isShare = all.allSatisfy { (0...1).contains($0) } }
    let axis = Axis(holding: all, about: size == .narrow ? 4 : 5, isShare: isShare)
    self.axis = axis
    let ticks = axis.ticks.map { Lettering.width(picture.format.tick($0, step: axis.step), size: size.fontSize) }
    let ends = [picture.points.last?.center, picture.points.last?.upper, picture.points.last?.lower, picture.target]
      .compactMap(\.self).map { Lettering.width(picture.format.text($0), size: size.fontSize) }
    let left = (ticks.max() ?? 0) + 8
    let right = size.width - (ends.max() ?? 0) - 8
    let across = -0.5...max(0.5, Double(picture.points.count) - 0.5)
    let flat = Plot(left: left, top: 0, width: right - left, height: 1, across: across, up: axis.lower...axis.upper)
    notes = AnnotationLayout(picture, plot: flat, size: size)
    names = Lettering.lines(
      picture.valueName, width: size.width - Self.directionWidth(picture, size), size: size.fontSize, isStrong: true)
    plot = Plot(
      left: left, top: size.lineHeight * (Double(max(1, names.count)) + 0.5) + notes.heightAbove, width: right - left,
      height: size == .slide ? 290 : size == .wide ? 230 : 190, across: across, up: axis.lower...axis.upper)
  }

  var drawing: Drawing {
    var y = plot.bottom + 4
    var parts: [HTML] = [header, grid]
    parts.append(notes.lines(from: headerHeight, to: plot.bottom))
    parts.append(SeriesMarks(picture: picture, points: picture.points, plot: plot, size: size).content)
    parts.append(targetLine)
    parts.append(endLabels)
    parts.append(notes.labels(from: headerHeight))
    let periods = PeriodAxis(points: picture.points, plot: plot, size: size).drawn(at: y)
    parts.append(periods.content)
    y += periods.height
    let phases = phaseNames(at: y)
    parts.append(phases.content)
    y += phases.height
    let legend = ControlChartLegend(picture: picture, size: size).drawn(at: y + 6)
    parts.append(legend.content)
    y += 6 + legend.height
    let key = notes.key(at: y)
    parts.append(key.content)
    y += key.height
    return Drawing(height: y + 4, content: HTML(parts))
  }

  private var headerHeight: Double { size.lineHeight * (Double(max(1, names.count)) + 0.5) }

  private static func directionWords(_ picture: ControlChartPicture) -> String {
    switch picture.better {
    case .down: "lower is better"
    case .up: "higher is better"
    case nil: ""
    }
  }

  private static func directionWidth(_ picture: ControlChartPicture, _ size: PictureSize) -> Double {
    picture.better == nil ? 0 : Lettering.width(directionWords(picture), size: size.fontSize) + 22 * size.scale
  }

  private var header: HTML {
    HTML {
      for (index, name) in names.enumerated() {
        lettering(name, x: 0, y: size.fontSize + size.lineHeight * Double(index), style: "pic-strong")
      }
      if let better = picture.better {
        let words = Self.directionWords(picture)
        lettering(words, x: size.width - 15 * size.scale, y: size.fontSize, anchor: .end, style: "pic-good")
        arrow(better, x: size.width - 6 * size.scale)
      }
    }
  }

  private func arrow(_ direction: ControlChartPicture.Direction, x: Double) -> HTML {
    let (top, bottom) = (size.fontSize * 0.1, size.fontSize * 1.05)
    let (tip, tail) = direction == .down ? (bottom, top) : (top, bottom)
    let neck = tip + (tail - tip) * 0.5
    let s = size.scale
    var path = PathData()
    path.move(x: x, y: tip)
    path.line(x: x - 5 * s, y: neck)
    path.line(x: x - 1.5 * s, y: neck)
    path.line(x: x - 1.5 * s, y: tail)
    path.line(x: x + 1.5 * s, y: tail)
    path.line(x: x + 1.5 * s, y: neck)
    path.line(x: x + 5 * s, y: neck)
    path.close()
    return SVG.path(.class("pic-arrow"), .d(path))
  }

  private var grid: HTML {
    HTML {
      for tick in axis.ticks {
        stroke("pic-grid", x1: plot.left, y1: plot.y(tick), x2: plot.right, y2: plot.y(tick))
        lettering(
          picture.format.tick(tick, step: axis.step), x: plot.left - 8, y: plot.y(tick) + size.fontSize * 0.35,
          anchor: .end)
      }
    }
  }

  private var targetLine: HTML {
    guard let target = picture.target, target.isFinite else { return .empty }
    return stroke("pic-target", x1: plot.left, y1: plot.y(target), x2: plot.right, y2: plot.y(target))
  }

  /// The value of each line at its right end, moved apart where they would touch.
  private var endLabels: HTML {
    let last = picture.points.last
    let lines: [(value: Double, style: String?)] = [
      (last?.upper, nil), (last?.center, "pic-strong"), (last?.lower, nil), (picture.target, "pic-good"),
    ].compactMap { value, style in value.map { ($0, style) } }
    let sorted = lines.sorted { $0.value > $1.value }
    var places = sorted.map { plot.y($0.value) + size.fontSize * 0.35 }
    let gap = size.fontSize * 1.1
    for index in places.indices.dropFirst() where places[index] - places[index - 1] < gap {
      places[index] = places[index - 1] + gap
    }
    return HTML {
      for (line, y) in zip(sorted, places) {
        lettering(picture.format.text(line.value), x: plot.right + 6, y: y, style: line.style)
      }
    }
  }

  private func phaseNames(at y: Double) -> Drawing {
    let starts = picture.phases.filter { picture.points.indices.contains($0.start) }.sorted { $0.start < $1.start }
    guard !starts.isEmpty else { return Drawing(height: 0, content: .empty) }
    var parts: [HTML] = []
    for (index, phase) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1].start : picture.points.count
      let x1 = plot.x(Double(phase.start) - 0.5) + 2
      let x2 = plot.x(Double(end) - 0.5) - 2
      if phase.start > 0 {
        parts.append(stroke("pic-grid", x1: x1 - 2, y1: plot.top, x2: x1 - 2, y2: y + 4))
      }
      parts.append(stroke("pic-axis", x1: x1, y1: y + 4, x2: x2, y2: y + 4))
      // Only the last phase has its value at the right edge; data may stand anywhere else, so it is said here.
      let center = index + 1 < starts.count ? picture.points[end - 1].center : nil
      let full = center.map { "\(phase.name): \(picture.format.text($0))" } ?? phase.name
      let fits = Lettering.width(full, size: size.fontSize) <= x2 - x1
      parts.append(
        lettering(
          fits ? full : Lettering.cut(phase.name, width: x2 - x1, size: size.fontSize), x: (x1 + x2) / 2,
          y: y + 6 + size.fontSize, anchor: .middle))
    }
    return Drawing(height: size.lineHeight + 8, content: HTML(parts))
  }
}
