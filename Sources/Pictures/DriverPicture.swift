internal import Markup

/// A driver diagram: the aim, what drives it, what drives that, and the ideas for change, joined by lines.
///
/// On a page the ranks stand side by side; on a phone they are indented one under the other.
public struct DriverPicture: Picture, Equatable {
  /// A box and the boxes that drive it.
  public struct Box: Sendable, Equatable {
    public let text: String
    public let drivers: [Box]

    public init(_ text: String, drivers: [Box] = []) {
      self.text = text
      self.drivers = drivers
    }

    /// The boxes with their depth, each before its drivers.
    func flat(depth: Int = 0) -> [(depth: Int, text: String)] {
      [(depth, text)] + drivers.flatMap { $0.flat(depth: depth + 1) }
    }
  }

  public let heading: String
  /// The aim with all that drives it; at most three ranks deep.
  public let aim: Box

  public init(_ heading: String, aim: Box) {
    self.heading = heading
    self.aim = aim
  }

  static let ranks = ["Aim", "Primary driver", "Secondary driver", "Change idea"]

  public var summary: String {
    let flat = aim.flat()
    func count(_ depth: Int, _ noun: String) -> String {
      let number = flat.count { $0.depth == depth }
      return "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
    return "\(count(1, "primary driver")), \(count(2, "secondary driver")) and \(count(3, "change idea"))."
  }

  public var table: DataTable {
    DataTable(
      heading, columns: [.init("Rank", isNumeric: false), .init("What", isNumeric: false)],
      rows: aim.flat().map { [Self.ranks[min($0.depth, 3)], $0.text] })
  }

  public func drawing(_ size: PictureSize) -> Drawing {
    size == .narrow ? indented(size) : columns(size)
  }

  // MARK: Side by side

  private func columns(_ size: PictureSize) -> Drawing {
    let depth = max(2, (aim.flat().map(\.depth).max() ?? 0) + 1)
    let gap = 26 * size.scale
    let width = (size.width - gap * Double(depth - 1)) / Double(depth)
    let placed = Placed(aim, depth: 0, top: size.lineHeight * 1.4, width: width, gap: gap, size: size)
    return Drawing(
      height: placed.bottom,
      content: HTML {
        for rank in 0..<depth {
          lettering(
            Self.ranks[min(rank, 3)], x: Double(rank) * (width + gap), y: size.fontSize, style: "pic-strong")
        }
        placed.lines
        placed.boxes(size)
      })
  }

  // MARK: One under the other

  private func indented(_ size: PictureSize) -> Drawing {
    var top = 0.0
    var content: [HTML] = []
    for (depth, text) in aim.flat() {
      let left = Double(depth) * 18
      let lines = Lettering.lines(text, width: size.width - left - 16, size: size.fontSize, isStrong: depth == 0)
      let height = Double(lines.count) * size.lineHeight + 10
      content.append(
        SVG.rect(
          .class("pic-band"), .x(left), .y(top), .width(size.width - left), .height(height), .rx(4)))
      if depth > 0 { content.append(stroke("pic-axis", x1: left - 9, y1: top - 6, x2: left - 9, y2: top + height / 2)) }
      if depth > 0 {
        content.append(stroke("pic-axis", x1: left - 9, y1: top + height / 2, x2: left, y2: top + height / 2))
      }
      content.append(
        letteringLines(
          lines, x: left + 8, middle: top + height / 2, size: size, style: depth == 0 ? "pic-strong" : nil))
      top += height + 6
    }
    return Drawing(height: max(top - 6, 1), content: HTML(content))
  }
}

/// A box where it stands, with its drivers to the right of it.
private struct Placed {
  let lettered: [String]
  let depth: Int
  let left: Double
  let width: Double
  let height: Double
  let middle: Double
  /// Where the next box of this rank may begin, with its distance.
  let bottom: Double
  let drivers: [Placed]

  init(_ box: DriverPicture.Box, depth: Int, top: Double, width: Double, gap: Double, size: PictureSize) {
    self.depth = depth
    self.width = width
    left = Double(depth) * (width + gap)
    lettered = Lettering.lines(box.text, width: width - 16, size: size.fontSize, isStrong: depth == 0)
    height = Double(max(1, lettered.count)) * size.lineHeight + 10
    var placed: [Placed] = []
    var next = top
    for driver in box.drivers {
      let one = Placed(driver, depth: depth + 1, top: next, width: width, gap: gap, size: size)
      placed.append(one)
      next = one.bottom
    }
    // A box taller than all its drivers together pushes them to its middle.
    let extent = placed.isEmpty ? height : max(next - top - 8, height)
    let slack = placed.isEmpty ? 0 : (extent - (next - top - 8)) / 2
    drivers = slack > 0 ? placed.map { $0.moved(by: slack) } : placed
    middle = top + extent / 2
    bottom = top + extent + 8
  }

  private init(_ other: Placed, moved: Double) {
    lettered = other.lettered
    depth = other.depth
    left = other.left
    width = other.width
    height = other.height
    middle = other.middle + moved
    bottom = other.bottom + moved
    drivers = other.drivers.map { Placed($0, moved: moved) }
  }

  private func moved(by distance: Double) -> Placed { Placed(self, moved: distance) }

  var lines: HTML {
    HTML(
      drivers.map { driver in
        HTML {
          stroke("pic-axis", x1: left + width, y1: middle, x2: driver.left, y2: driver.middle)
          driver.lines
        }
      })
  }

  func boxes(_ size: PictureSize) -> HTML {
    HTML {
      SVG.rect(.class("pic-band"), .x(left), .y(middle - height / 2), .width(width), .height(height), .rx(4))
      letteringLines(
        lettered, x: left + 8, middle: middle, size: size, style: depth == 0 ? "pic-strong" : nil)
      HTML(drivers.map { $0.boxes(size) })
    }
  }
}
