internal import Markup

/// Reasons by how often they were counted, most frequent first, with the running share: one scale for both.
public struct ParetoPicture: Picture, Equatable {
  /// A reason and how often it was counted.
  public struct Reason: Sendable, Equatable {
    public let name: String
    /// 0 or more.
    public let count: Int
    /// Whether this is "other", which comes last whatever its size.
    public let isRest: Bool

    public init(_ name: String, count: Int, isRest: Bool = false) {
      self.name = name
      self.count = max(0, count)
      self.isRest = isRest
    }
  }

  public let heading: String
  public let summary: String
  /// The reasons in the order drawn.
  public let reasons: [Reason]

  /// Sorts the reasons: by count, then by name; the rest comes last.
  public init(_ heading: String, summary: String, reasons: [Reason]) {
    self.heading = heading
    self.summary = summary
    self.reasons = reasons.sorted {
      ($0.isRest ? 1 : 0, -$0.count, $0.name) < ($1.isRest ? 1 : 0, -$1.count, $1.name)
    }
  }

  private var total: Int { reasons.reduce(0) { $0 + $1.count } }

  private func share(_ count: Int) -> Double { total > 0 ? Double(count) / Double(total) : 0 }

  private var running: [Double] {
    var sum = 0
    return reasons.map { reason in
      sum += reason.count
      return share(sum)
    }
  }

  public var table: DataTable {
    let percent = ValueFormat.percent()
    return DataTable(
      heading,
      columns: [.init("Reason", isNumeric: false), .init("Counted"), .init("Share"), .init("Running share")],
      rows: zip(reasons, running).map { reason, sum in
        [
          reason.name, ValueFormat.number().text(Double(reason.count)), percent.text(share(reason.count)),
          percent.text(sum),
        ]
      })
  }

  public func drawing(_ size: PictureSize) -> Drawing {
    let isStacked = size == .narrow
    let line = size.lineHeight
    let names = reasons.map { Lettering.width($0.name, size: size.fontSize, isStrong: true) }.max() ?? 0
    let left = isStacked ? 0 : min(names, size.width * 0.34) + 12
    let height = isStacked ? line * 2.5 : line * 2.2
    let plot = Plot(
      left: left, top: line * 1.5, width: size.width - left - 22 * size.scale, height: height * Double(reasons.count),
      across: 0...1, up: 0...1)
    return Drawing(
      height: plot.bottom + line * 1.5,
      content: HTML {
        grid(plot, size)
        for (index, reason) in reasons.enumerated() {
          bar(reason, top: plot.top + Double(index) * height, height, plot, size)
        }
        runningLine(plot, height, size)
        // Over the line, so that it never crosses out a word.
        for (index, reason) in reasons.enumerated() {
          words(reason, top: plot.top + Double(index) * height, height, plot, size)
        }
      })
  }

  private func grid(_ plot: Plot, _ size: PictureSize) -> HTML {
    HTML {
      lettering("Bars: share of all counted", x: 0, y: size.fontSize)
      lettering("Line: running share", x: size.width, y: size.fontSize, anchor: .end, style: "pic-note")
      for tick in [0, 0.25, 0.5, 0.75, 1] {
        stroke("pic-grid", x1: plot.x(tick), y1: plot.top, x2: plot.x(tick), y2: plot.bottom)
        lettering(
          ValueFormat.percent().text(tick), x: tick == 0 ? plot.left : plot.x(tick),
          y: plot.bottom + size.lineHeight, anchor: tick == 0 ? .start : .middle)
      }
    }
  }

  private func barSpan(_ top: Double, _ height: Double, _ size: PictureSize) -> (top: Double, height: Double) {
    size == .narrow ? (top + size.lineHeight * 1.15, size.lineHeight) : (top + height * 0.2, height * 0.6)
  }

  private func bar(_ reason: Reason, top: Double, _ height: Double, _ plot: Plot, _ size: PictureSize) -> HTML {
    let span = barSpan(top, height, size)
    return SVG.rect(
      .class(reason.isRest ? "pic-track" : "pic-bar"), .x(plot.left), .y(span.top),
      .width(plot.x(share(reason.count)) - plot.left), .height(span.height))
  }

  private func words(_ reason: Reason, top: Double, _ height: Double, _ plot: Plot, _ size: PictureSize) -> HTML {
    let isStacked = size == .narrow
    let (barTop, barHeight) = barSpan(top, height, size)
    let text = "\(ValueFormat.number().text(Double(reason.count))) (\(ValueFormat.percent().text(share(reason.count))))"
    let end = plot.x(share(reason.count))
    let textY = barTop + barHeight / 2 + size.fontSize * 0.35
    return HTML {
      if isStacked {
        lettering(
          Lettering.cut(reason.name, width: size.width, size: size.fontSize, isStrong: true), x: 0,
          y: top + size.lineHeight * 0.85, style: "pic-strong pic-halo")
      } else {
        letteringLines(
          Lettering.pair(reason.name, width: plot.left - 12, size: size.fontSize), x: 0,
          middle: barTop + barHeight / 2, size: size, style: "pic-strong")
      }
      // Inside a long bar, so that the line of running shares, which begins at its end, does not cross the number.
      if end - plot.left > Lettering.width(text, size: size.fontSize, isStrong: true) + 24 * size.scale {
        lettering(text, x: end - 12 * size.scale, y: textY, anchor: .end, style: "pic-strong")
      } else {
        lettering(text, x: end + 10 * size.scale, y: textY, style: "pic-halo")
      }
    }
  }

  private func runningLine(_ plot: Plot, _ height: Double, _ size: PictureSize) -> HTML {
    let isStacked = size == .narrow
    let places = running.enumerated().map { index, sum in
      (x: plot.x(sum), y: plot.top + Double(index) * height + (isStacked ? size.lineHeight * 1.65 : height / 2))
    }
    var path = PathData()
    for (index, place) in places.enumerated() {
      index == 0 ? path.move(x: place.x, y: place.y) : path.line(x: place.x, y: place.y)
    }
    return places.isEmpty
      ? .empty
      : HTML {
        SVG.path(.class("pic-mark"), .d(path))
        for place in places {
          SVG.circle(.class("pic-badge"), .cx(place.x), .cy(place.y), .r(3.5 * size.scale))
        }
      }
  }
}
