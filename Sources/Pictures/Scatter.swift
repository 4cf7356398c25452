internal import Markup

/// Ideas by the effort they take and the impact hoped for; numbered, with a key.
public struct Scatter: Picture, Equatable {
  /// One idea.
  public struct Item: Sendable, Equatable {
    public let name: String
    /// 0 (none) to 1 (most).
    public let effort: Double
    /// 0 (none) to 1 (most).
    public let impact: Double

    /// An item; what lies outside 0 to 1 is drawn at the edge.
    public init(_ name: String, effort: Double, impact: Double) {
      self.name = name
      self.effort = effort.isFinite ? min(1, max(0, effort)) : 0
      self.impact = impact.isFinite ? min(1, max(0, impact)) : 0
    }
  }

  public let heading: String
  public let summary: String
  /// The items, in the order of their numbers.
  public let items: [Item]

  public init(_ heading: String, summary: String, items: [Item]) {
    self.heading = heading
    self.summary = summary
    self.items = items
  }

  public var table: DataTable {
    let format = ValueFormat.percent()
    return DataTable(
      heading,
      columns: [.init("Number"), .init("Idea", isNumeric: false), .init("Effort"), .init("Impact")],
      rows: items.enumerated().map { index, item in
        [String(index + 1), item.name, format.text(item.effort), format.text(item.impact)]
      })
  }

  public func drawing(_ size: PictureSize) -> Drawing {
    let line = size.lineHeight
    let isStacked = size == .narrow
    let side = isStacked ? size.width - 12 : size.width * 0.52
    let height = isStacked ? side * 0.8 : size == .slide ? 400 : 290
    let plot = Plot(
      left: 6, top: line * 1.5, width: side, height: height, across: -0.08...1.08, up: -0.08...1.08)
    let keyTop = isStacked ? plot.bottom + line * 1.8 : plot.top
    let keyLeft = isStacked ? 0 : plot.right + 20 * size.scale
    let key = key(left: keyLeft, top: keyTop, size)
    return Drawing(
      height: max(plot.bottom + line * 1.6, keyTop + key.height),
      content: HTML {
        frame(plot, size)
        for (index, place) in places(plot, size).enumerated() {
          badge(index + 1, x: place.x, y: place.y, size)
        }
        key.content
      })
  }

  private func frame(_ plot: Plot, _ size: PictureSize) -> HTML {
    let inset = 8.0
    return HTML {
      SVG.rect(
        .class("pic-band"), .x(plot.left), .y(plot.top), .width(plot.width / 2), .height(plot.height / 2))
      stroke("pic-grid", x1: plot.x(0.5), y1: plot.top, x2: plot.x(0.5), y2: plot.bottom)
      stroke("pic-grid", x1: plot.left, y1: plot.y(0.5), x2: plot.right, y2: plot.y(0.5))
      stroke("pic-axis", x1: plot.left, y1: plot.top, x2: plot.left, y2: plot.bottom)
      stroke("pic-axis", x1: plot.left, y1: plot.bottom, x2: plot.right, y2: plot.bottom)
      lettering("Do first", x: plot.left + inset, y: plot.top + size.fontSize + 4, style: "pic-strong")
      lettering("Plan well", x: plot.right - inset, y: plot.top + size.fontSize + 4, anchor: .end)
      lettering("If there is time", x: plot.left + inset, y: plot.bottom - inset)
      lettering("Leave", x: plot.right - inset, y: plot.bottom - inset, anchor: .end)
      lettering("More impact \u{2191}", x: plot.left, y: size.fontSize)
      lettering("More effort \u{2192}", x: plot.right, y: plot.bottom + size.lineHeight * 1.1, anchor: .end)
    }
  }

  /// Where the items are drawn: one that would cover an earlier one moves to the right, then up.
  private func places(_ plot: Plot, _ size: PictureSize) -> [(x: Double, y: Double)] {
    let room = size.fontSize * 1.5
    var places: [(x: Double, y: Double)] = []
    for item in items {
      var (x, y) = (plot.x(item.effort), plot.y(item.impact))
      var tries = 0
      while tries < items.count, places.contains(where: { abs($0.x - x) < room && abs($0.y - y) < room }) {
        x += room
        if x > plot.right - room / 2 { (x, y) = (plot.x(item.effort), y - room) }
        tries += 1
      }
      places.append((x, y))
    }
    return places
  }

  private func badge(_ number: Int, x: Double, y: Double, _ size: PictureSize) -> HTML {
    HTML {
      SVG.circle(.class("pic-dot"), .cx(x), .cy(y), .r(size.fontSize * 0.75))
      lettering(String(number), x: x, y: y + size.fontSize * 0.35, anchor: .middle, style: "pic-strong pic-on-accent")
    }
  }

  private func key(left: Double, top: Double, _ size: PictureSize) -> Drawing {
    let indent = size.fontSize * 2.2
    var parts: [HTML] = []
    var y = top
    for (index, item) in items.enumerated() {
      parts.append(badge(index + 1, x: left + size.fontSize * 0.8, y: y + size.lineHeight * 0.6, size))
      let lines = Lettering.lines(item.name, width: size.width - left - indent, size: size.fontSize)
      for (row, text) in lines.enumerated() {
        parts.append(
          lettering(text, x: left + indent, y: y + size.lineHeight * (Double(row) + 0.6) + size.fontSize * 0.35))
      }
      y += size.lineHeight * (Double(max(1, lines.count)) + 0.45)
    }
    return Drawing(height: y - top, content: HTML(parts))
  }
}
