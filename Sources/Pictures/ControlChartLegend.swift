internal import Markup

/// What the lines and marks of a control chart mean; only those that are drawn.
struct ControlChartLegend {
  let picture: ControlChartPicture
  let size: PictureSize

  private var entries: [(sample: HTML, words: String)] {
    let points = picture.points
    let middle = size.lineHeight * 0.5
    let width = sampleWidth
    func line(_ style: String) -> HTML { stroke(style, x1: 0, y1: middle, x2: width, y2: middle) }
    var entries: [(HTML, String)] = []
    if points.contains(where: { $0.center != nil }) { entries.append((line("pic-center"), picture.centerName)) }
    if let frozen = picture.frozenFrom, points.dropFirst(frozen).contains(where: { $0.center != nil }) {
      entries.append((line("pic-center pic-frozen"), "\(picture.centerName) carried forward"))
    }
    if points.contains(where: { $0.lower != nil || $0.upper != nil }) {
      entries.append((line("pic-limit"), picture.limitName))
    }
    if picture.target != nil { entries.append((line("pic-target"), "Target")) }
    for rule in ControlChartPicture.Signal.Rule.allCases {
      for side in ControlChartPicture.Signal.Side.allCases {
        let signal = ControlChartPicture.Signal(rule, side)
        guard points.contains(where: { $0.signal == signal && !$0.isExcluded && $0.value != nil }) else { continue }
        let words = ControlChartPicture.words(signal)
        entries.append(
          (
            SeriesMarks.mark(signal, x: width / 2, y: middle, size: size),
            words.prefix(1).uppercased() + words.dropFirst()
          ))
      }
    }
    if points.contains(where: { $0.isExcluded && $0.value != nil }) {
      entries.append((SeriesMarks.cross(x: width / 2, y: middle, size: size), "Left out"))
    }
    return entries
  }

  private var sampleWidth: Double { 22 * size.scale }

  /// The entries from left to right, in as many rows as they need.
  func drawn(at top: Double) -> Drawing {
    var x = 0.0
    var y = top
    let entries = entries
    guard !entries.isEmpty else { return Drawing(height: 0, content: .empty) }
    var parts: [HTML] = []
    for entry in entries {
      let width = sampleWidth + 6 + Lettering.width(entry.words, size: size.fontSize)
      if x > 0, x + width > size.width {
        x = 0
        y += size.lineHeight * 1.15
      }
      parts.append(
        SVG.g(.translate(x: x, y: y)) {
          entry.sample
          lettering(entry.words, x: sampleWidth + 6, y: size.lineHeight * 0.5 + size.fontSize * 0.35)
        })
      x += width + 16 * size.scale
    }
    return Drawing(height: y + size.lineHeight * 1.3 - top, content: HTML(parts))
  }
}
