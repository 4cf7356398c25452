internal import Markup

/// The lines and points of a chart inside its plot.
struct SeriesMarks {
  let picture: ControlChartPicture
  let points: [ControlChartPicture.Point]
  let plot: Plot
  let size: PictureSize

  /// Beyond this many points a hover text for each costs more than it helps.
  private static let mostNamed = 120
  /// Beyond this many the line alone is clearer.
  private static let mostDotted = 150

  var content: HTML {
    HTML {
      steps(\.lower, style: "pic-limit")
      steps(\.upper, style: "pic-limit")
      centerLines
      SVG.path(.class("pic-line"), .d(line))
      markers
    }
  }

  private var phaseStarts: Set<Int> { Set(picture.phases.map(\.start)) }

  /// A line that keeps its height for the width of each point and breaks at gaps and phases.
  private func steps(
    _ value: (ControlChartPicture.Point) -> Double?, style: String, from first: Int = 0, to end: Int? = nil
  ) -> HTML {
    var path = PathData()
    var previous: Double?
    let starts = phaseStarts
    for index in first..<(end ?? points.count) {
      guard let height = value(points[index]) else {
        previous = nil
        continue
      }
      let x = Double(index)
      if previous == nil || starts.contains(index) {
        path.move(x: plot.x(x - 0.5), y: plot.y(height))
      } else if previous != height {
        path.vertical(y: plot.y(height))
      }
      path.horizontal(x: plot.x(x + 0.5))
      previous = height
    }
    return path.isEmpty ? .empty : SVG.path(.class(style), .d(path))
  }

  private var centerLines: HTML {
    let split = min(max(0, picture.frozenFrom ?? points.count), points.count)
    return HTML {
      steps(\.center, style: "pic-center", to: split)
      steps(\.center, style: "pic-center pic-frozen", from: split)
    }
  }

  private var line: PathData {
    var path = PathData()
    var isDrawing = false
    let starts = phaseStarts
    for (index, point) in points.enumerated() {
      if starts.contains(index) { isDrawing = false }
      if point.isExcluded { continue }
      guard let value = point.value else {
        isDrawing = false
        continue
      }
      let (x, y) = (plot.x(Double(index)), plot.y(value))
      isDrawing ? path.line(x: x, y: y) : path.move(x: x, y: y)
      isDrawing = true
    }
    return path
  }

  private var markers: HTML {
    let radius = (points.count > 60 ? 2.2 : 3.2) * size.scale
    return HTML {
      for (index, point) in points.enumerated() {
        if let value = point.value {
          let (x, y) = (plot.x(Double(index)), plot.y(value))
          if point.isExcluded {
            named(point) { Self.cross(x: x, y: y, size: size) }
          } else if let signal = point.signal {
            named(point) { Self.mark(signal, x: x, y: y, size: size, isSmall: points.count > 60) }
          } else if points.count <= Self.mostDotted {
            named(point) { SVG.circle(.class("pic-dot"), .cx(x), .cy(y), .r(radius)) }
          }
        }
      }
    }
  }

  private func named(_ point: ControlChartPicture.Point, @HTMLBuilder _ mark: () -> HTML) -> HTML {
    guard points.count <= Self.mostNamed, let value = point.value else { return mark() }
    let basis = point.basis.isEmpty ? "" : " (\(point.basis))"
    let note = picture.note(point)
    let words = "\(point.label.text): \(picture.format.text(value))\(basis)" + (note.isEmpty ? "" : "; \(note)")
    return SVG.g {
      SVG.title { words }
      mark()
    }
  }

  /// The mark of a signal: its shape says the rule, its color and filling say the side.
  static func mark(
    _ signal: ControlChartPicture.Signal, x: Double, y: Double, size: PictureSize, isSmall: Bool = false
  ) -> HTML {
    let style =
      switch signal.side {
      case .better: "pic-better"
      case .worse: "pic-worse"
      case .neutral: "pic-neutral"
      }
    let half = (isSmall ? 3.2 : 4.4) * size.scale
    switch signal.rule {
    case .run:
      return SVG.rect(.class(style), .x(x - half), .y(y - half), .width(2 * half), .height(2 * half))
    case .beyondLimits:
      let reach = half * 1.5
      var path = PathData()
      path.move(x: x, y: y - reach)
      path.line(x: x + reach, y: y)
      path.line(x: x, y: y + reach)
      path.line(x: x - reach, y: y)
      path.close()
      return SVG.path(.class(style), .d(path))
    }
  }

  /// The mark of a point that was left out.
  static func cross(x: Double, y: Double, size: PictureSize) -> HTML {
    let reach = 4 * size.scale
    var path = PathData()
    path.move(x: x - reach, y: y - reach)
    path.line(x: x + reach, y: y + reach)
    path.move(x: x - reach, y: y + reach)
    path.line(x: x + reach, y: y - reach)
    return SVG.path(.class("pic-excluded"), .d(path))
  }
}
