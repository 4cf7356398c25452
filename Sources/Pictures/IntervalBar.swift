public import Markup

/// A bar from 0 to 100% with a band from low to high and a tick at the estimate, small enough for a table cell.
public struct IntervalBar: Picture, Equatable {
  public let heading: String
  /// The estimate, 0 to 1.
  public let value: Double
  /// The lower end of the range, 0 to 1.
  public let low: Double
  /// The upper end of the range, 0 to 1.
  public let high: Double

  /// A bar; what lies outside 0 to 1 is drawn at the edge, what is not a number at 0.
  public init(_ heading: String, value: Double, low: Double, high: Double) {
    func share(_ number: Double) -> Double { number.isFinite ? min(1, max(0, number)) : 0 }
    self.heading = heading
    self.value = share(value)
    self.low = min(share(low), share(high))
    self.high = max(share(low), share(high))
  }

  /// "52% (34 to 68)".
  public var text: String { ValueFormat.percent().text(value, low: low, high: high) }

  public var summary: String {
    let format = ValueFormat.percent()
    return "\(format.text(value)), between \(format.text(low)) and \(format.text(high))."
  }

  public var table: DataTable {
    let format = ValueFormat.percent()
    return DataTable(
      heading, columns: [.init("What", isNumeric: false), .init("Estimate"), .init("Low"), .init("High")],
      rows: [[heading, format.text(value), format.text(low), format.text(high)]])
  }

  /// The bar without a word, hidden from screen readers: for a place where `text` stands beside it.
  public var mark: HTML {
    SVG.svg(.class("pic pic-inline"), .viewBox(width: 120, height: 16), .aria("hidden", "true")) {
      marks(width: 120, top: 0)
    }
  }

  public func drawing(_ size: PictureSize) -> Drawing {
    let top = size.lineHeight
    return Drawing(
      height: top + 16 + size.lineHeight,
      content: HTML {
        lettering(text, x: 0, y: size.fontSize, style: "pic-strong")
        SVG.g(.translate(x: 0, y: top)) { marks(width: size.width, top: 0) }
        lettering("0%", x: 0, y: top + 16 + size.fontSize)
        lettering("100%", x: size.width, y: top + 16 + size.fontSize, anchor: .end)
      })
  }

  private func marks(width: Double, top: Double) -> HTML {
    // The tick must stay whole at both ends.
    let span = width - 4
    return HTML {
      SVG.rect(.class("pic-track"), .x(0), .y(4), .width(width), .height(8), .rx(4))
      SVG.rect(
        .class("pic-bar"), .x(2 + low * span), .y(4), .width(max(2, (high - low) * span)), .height(8), .rx(2))
      SVG.rect(.class("pic-tick"), .x(value * span), .y(0), .width(4), .height(16), .rx(1.5))
    }
  }
}
