internal import Markup

/// The chance to match against the number of applications and what they cost, with its band and one point marked.
public struct OddsCurve: Picture, Equatable {
  /// One number of applications.
  public struct Point: Sendable, Equatable {
    /// How many applications.
    public let applications: Int
    /// The chance, 0 to 1.
    public let chance: Double
    /// The lower end of its range.
    public let low: Double
    /// The upper end of its range.
    public let high: Double
    /// What the applications cost together.
    public let dollars: Double

    public init(applications: Int, chance: Double, low: Double, high: Double, dollars: Double) {
      self.applications = applications
      self.chance = chance
      self.low = low
      self.high = high
      self.dollars = dollars
    }
  }

  public let heading: String
  public let summary: String
  /// The points, fewest applications first.
  public let points: [Point]
  /// The number of applications to mark.
  public let marked: Int?

  /// A curve; points are put in order.
  public init(_ heading: String, summary: String, points: [Point], marked: Int? = nil) {
    self.heading = heading
    self.summary = summary
    self.points = points.filter { $0.chance.isFinite && $0.low.isFinite && $0.high.isFinite && $0.dollars.isFinite }
      .sorted { $0.applications < $1.applications }
    self.marked = marked
  }

  public var table: DataTable {
    let percent = ValueFormat.percent()
    return DataTable(
      heading,
      columns: [.init("Applications"), .init("Chance"), .init("Low"), .init("High"), .init("Fees")],
      rows: points.map {
        [
          String($0.applications), percent.text($0.chance), percent.text($0.low), percent.text($0.high),
          ValueFormat.dollars.text($0.dollars),
        ]
      })
  }

  public func drawing(_ size: PictureSize) -> Drawing {
    let line = size.lineHeight
    let left = Lettering.width("100%", size: size.fontSize) + 8
    let plot = Plot(
      left: left, top: line * (markedPoint != nil && size == .narrow ? 2.8 : 1.6),
      width: size.width - left - lastLabelHalf(size),
      height: size == .slide ? 340 : size == .wide ? 250 : 200,
      across: 0...Double(max(1, points.last?.applications ?? 1)), up: 0...1)
    return Drawing(
      height: plot.bottom + line * 3.6,
      content: HTML {
        lettering("Chance to match", x: 0, y: size.fontSize)
        grid(plot, size)
        curve(plot)
        axisBelow(plot, size)
        mark(plot, size)
      })
  }

  /// Room for the half of the last fee that reaches over the edge.
  private func lastLabelHalf(_ size: PictureSize) -> Double {
    let last = ValueFormat.dollars.text(points.last?.dollars ?? 0)
    return max(12 * size.scale, Lettering.width(last, size: size.fontSize) / 2 + 2)
  }

  private func grid(_ plot: Plot, _ size: PictureSize) -> HTML {
    HTML {
      for tick in [0, 0.25, 0.5, 0.75, 1] {
        stroke("pic-grid", x1: plot.left, y1: plot.y(tick), x2: plot.right, y2: plot.y(tick))
        lettering(
          ValueFormat.percent().text(tick), x: plot.left - 8, y: plot.y(tick) + size.fontSize * 0.35, anchor: .end)
      }
    }
  }

  private func curve(_ plot: Plot) -> HTML {
    var line = PathData()
    var band = PathData()
    for (index, point) in points.enumerated() {
      let x = plot.x(Double(point.applications))
      index == 0 ? line.move(x: x, y: plot.y(point.chance)) : line.line(x: x, y: plot.y(point.chance))
      index == 0 ? band.move(x: x, y: plot.y(point.high)) : band.line(x: x, y: plot.y(point.high))
    }
    for point in points.reversed() { band.line(x: plot.x(Double(point.applications)), y: plot.y(point.low)) }
    band.close()
    return points.isEmpty
      ? .empty : HTML([SVG.path(.class("pic-band"), .d(band)), SVG.path(.class("pic-line"), .d(line))])
  }

  private func axisBelow(_ plot: Plot, _ size: PictureSize) -> HTML {
    let step = max(1, Axis.roundStep(plot.across.upperBound / (size == .narrow ? 4 : 6)).rounded())
    let ticks = Array(stride(from: 0, through: plot.across.upperBound, by: step))
    let baseline = plot.bottom + size.fontSize + 6
    return HTML {
      for tick in ticks {
        stroke("pic-axis", x1: plot.x(tick), y1: plot.bottom, x2: plot.x(tick), y2: plot.bottom + 4)
        lettering(ValueFormat.number().text(tick), x: plot.x(tick), y: baseline, anchor: .middle, style: "pic-strong")
        if let dollars = dollars(at: tick) {
          lettering(
            ValueFormat.dollars.text(dollars), x: plot.x(tick), y: baseline + size.lineHeight, anchor: .middle)
        }
      }
      lettering(
        "Applications, and what they cost", x: plot.left + plot.width / 2, y: baseline + size.lineHeight * 2.1,
        anchor: .middle)
    }
  }

  private var markedPoint: Point? { points.first { $0.applications == marked } }

  private func mark(_ plot: Plot, _ size: PictureSize) -> HTML {
    guard let point = markedPoint else { return .empty }
    let x = plot.x(Double(point.applications))
    let chance = ValueFormat.percent().text(point.chance, low: point.low, high: point.high)
    let cost = "\(point.applications) applications, \(ValueFormat.dollars.text(point.dollars))"
    return HTML {
      stroke("pic-mark", x1: x, y1: plot.top, x2: x, y2: plot.bottom)
      SVG.circle(.class("pic-badge"), .cx(x), .cy(plot.y(point.chance)), .r(5 * size.scale))
      if size == .narrow {
        // Beside the mark there is no room that the curve leaves free.
        SVG.circle(.class("pic-badge"), .cx(6), .cy(size.fontSize * 0.65 + size.lineHeight), .r(5))
        lettering("\(cost): \(chance)", x: 16, y: size.fontSize + size.lineHeight, style: "pic-note")
      } else {
        words(chance, cost, x: x, plot, size)
      }
    }
  }

  private func words(_ chance: String, _ cost: String, x: Double, _ plot: Plot, _ size: PictureSize) -> HTML {
    let isRight = x + 8 + Lettering.width(cost, size: size.fontSize) <= plot.right
    let (textX, anchor) = isRight ? (x + 8, Anchor.start) : (x - 8, Anchor.end)
    let textY = plot.bottom - size.lineHeight * 1.7
    return HTML {
      lettering(chance, x: textX, y: textY, anchor: anchor, style: "pic-strong pic-halo")
      lettering(cost, x: textX, y: textY + size.lineHeight, anchor: anchor, style: "pic-note pic-halo")
    }
  }

  /// What `applications` cost: between the points around it, in proportion.
  private func dollars(at applications: Double) -> Double? {
    guard let after = points.firstIndex(where: { Double($0.applications) >= applications }) else { return nil }
    let upper = points[after]
    if Double(upper.applications) == applications { return upper.dollars }
    guard after > 0 else { return applications == 0 ? 0 : nil }
    let lower = points[after - 1]
    let share = (applications - Double(lower.applications)) / Double(upper.applications - lower.applications)
    return lower.dollars + share * (upper.dollars - lower.dollars)
  }
}
