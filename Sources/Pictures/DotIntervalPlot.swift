internal import Markup

/// Rows of an estimate with its interval on one scale: groups compared, effects, answers.
public struct DotIntervalPlot: Picture, Equatable {
  /// One row.
  public struct Row: Sendable, Equatable {
    /// What an estimate is of.
    public enum Estimate: Sendable, Equatable {
      /// The value and the ends of its interval.
      case interval(Double, low: Double, high: Double)
      /// Nothing that may be shown, and why: "too few to show".
      case withheld(String)
    }

    /// Who or what the row is.
    public let name: String
    /// How many it rests on: "38 of 181"; empty for nothing.
    public let basis: String
    public let estimate: Estimate

    public init(_ name: String, basis: String = "", _ estimate: Estimate) {
      self.name = name
      self.basis = basis
      self.estimate = estimate
    }
  }

  public let heading: String
  public let summary: String
  public let rows: [Row]
  public let format: ValueFormat
  /// A line all rows are compared with: all patients, no effect.
  public let reference: Double?
  /// What the line is: "all, 31%".
  public let referenceName: String

  public init(
    _ heading: String, summary: String, rows: [Row], format: ValueFormat, reference: Double? = nil,
    referenceName: String = ""
  ) {
    self.heading = heading
    self.summary = summary
    self.rows = rows
    self.format = format
    self.reference = reference
    self.referenceName = referenceName
  }

  public var table: DataTable {
    DataTable(
      heading,
      columns: [
        .init("Group", isNumeric: false), .init("Counted"), .init("Estimate"), .init("Low"), .init("High"),
      ],
      rows: rows.map { row in
        switch row.estimate {
        case .interval(let value, let low, let high):
          [row.name, row.basis, format.text(value), format.text(low), format.text(high)]
        case .withheld(let reason): [row.name, row.basis, reason, "", ""]
        }
      })
  }

  public func drawing(_ size: PictureSize) -> Drawing {
    let isStacked = size == .narrow
    let line = size.lineHeight
    let names = rows.map { Lettering.width($0.name, size: size.fontSize, isStrong: true) }.max() ?? 0
    let texts = rows.map { Lettering.width(text($0), size: size.fontSize) }.max() ?? 0
    let left = isStacked ? 6 : min(names, size.width * 0.3) + 14
    let right = isStacked ? size.width - 6 : size.width - texts - 14
    let nameLines = isStacked ? rows.map { stackedName($0, size).count }.max() ?? 1 : 1
    let rowHeight = isStacked ? line * (1.3 + Double(nameLines)) : line * 2.1
    let top = reference == nil || referenceName.isEmpty ? 4 : line * 1.3
    let axis = scale
    let plot = Plot(
      left: left, top: top, width: right - left, height: rowHeight * Double(rows.count),
      across: axis.lower...axis.upper,
      up: 0...1)
    return Drawing(
      height: plot.bottom + line * 1.6,
      content: HTML {
        scaleBelow(plot, axis, size)
        referenceLine(plot, size)
        for (index, row) in rows.enumerated() {
          drawn(row, at: plot.top + rowHeight * Double(index), rowHeight, plot, size)
        }
      })
  }

  private var scale: Axis {
    var values = reference.map { [$0] } ?? []
    for case .interval(let value, let low, let high) in rows.map(\.estimate) { values += [value, low, high] }
    if case .percent = format {
      return Axis(holding: values, about: 4, isShare: values.allSatisfy { (0...1).contains($0) })
    }
    return Axis(holding: values, about: 4, isShare: false)
  }

  private func text(_ row: Row) -> String {
    switch row.estimate {
    case .interval(let value, let low, let high): format.text(value, low: low, high: high)
    case .withheld(let reason): reason
    }
  }

  /// The name of a row above its interval, beside the numbers, in two lines at most.
  private func stackedName(_ row: Row, _ size: PictureSize) -> [String] {
    let room = size.width - Lettering.width(text(row), size: size.fontSize) - 8
    return Lettering.pair(row.name, width: room, size: size.fontSize)
  }

  private func scaleBelow(_ plot: Plot, _ axis: Axis, _ size: PictureSize) -> HTML {
    HTML {
      for tick in axis.ticks {
        stroke("pic-grid", x1: plot.x(tick), y1: plot.top, x2: plot.x(tick), y2: plot.bottom)
        lettering(
          format.tick(tick, step: axis.step), x: min(plot.x(tick), size.width - 14 * size.scale),
          y: plot.bottom + size.lineHeight, anchor: .middle)
      }
    }
  }

  private func referenceLine(_ plot: Plot, _ size: PictureSize) -> HTML {
    guard let reference, reference.isFinite else { return .empty }
    let x = plot.x(reference)
    let half = Lettering.width(referenceName, size: size.fontSize) / 2
    return HTML {
      stroke("pic-center pic-frozen", x1: x, y1: plot.top - 2, x2: x, y2: plot.bottom)
      if !referenceName.isEmpty {
        lettering(
          referenceName, x: min(max(x, half), size.width - half), y: size.fontSize, anchor: .middle,
          style: "pic-strong")
      }
    }
  }

  private func drawn(_ row: Row, at top: Double, _ height: Double, _ plot: Plot, _ size: PictureSize) -> HTML {
    let isStacked = size == .narrow
    let middle = isStacked ? top + height - size.lineHeight * 0.65 : top + height / 2
    let textY = isStacked ? top + size.lineHeight : middle + size.fontSize * 0.35
    return HTML {
      if isStacked {
        let lines = stackedName(row, size)
        for (index, name) in lines.enumerated() {
          lettering(name, x: 0, y: textY + size.lineHeight * Double(index), style: "pic-strong pic-halo")
        }
      } else {
        letteringLines(
          Lettering.pair(row.name, width: plot.left - 14, size: size.fontSize), x: 0, middle: middle, size: size,
          style: "pic-strong")
      }
      lettering(text(row), x: size.width, y: textY, anchor: .end, style: isStacked ? "pic-halo" : nil)
      if case .interval(let value, let low, let high) = row.estimate, value.isFinite, low.isFinite, high.isFinite {
        stroke("pic-whisker", x1: plot.x(low), y1: middle, x2: plot.x(high), y2: middle)
        SVG.circle(.class("pic-dot"), .cx(plot.x(value)), .cy(middle), .r(5 * size.scale))
      }
    }
  }
}
