internal import Markup

/// Where the notes of a chart stand: as text above the plot where all have room, otherwise as numbers with a key below.
struct AnnotationLayout {
  private struct Note {
    let x: Double
    let text: String
    var row = 0
    var isLeft = false
  }

  private var notes: [Note]
  private let isNumbered: Bool
  private let size: PictureSize
  private let plot: Plot

  init(_ picture: ControlChartPicture, plot: Plot, size: PictureSize) {
    self.size = size
    self.plot = plot
    notes = picture.annotations.map { Note(x: plot.x(Self.position($0.pin, picture.points)), text: $0.text) }
      .sorted { $0.x < $1.x }
    isNumbered = !Self.place(&notes, plot: plot, size: size)
    if isNumbered { for index in notes.indices { notes[index].row = 0 } }
  }

  /// How much room the notes need above the plot.
  var heightAbove: Double {
    guard !notes.isEmpty else { return 0 }
    return isNumbered ? size.lineHeight * 1.3 : size.lineHeight * Double((notes.map(\.row).max() ?? 0) + 1)
  }

  func lines(from top: Double, to bottom: Double) -> HTML {
    HTML {
      for note in notes {
        stroke("pic-mark", x1: note.x, y1: top + size.lineHeight * Double(note.row), x2: note.x, y2: bottom)
      }
    }
  }

  func labels(from top: Double) -> HTML {
    HTML {
      for (index, note) in notes.enumerated() {
        if isNumbered {
          badge(index + 1, x: note.x, y: top + size.lineHeight * 0.5)
        } else {
          lettering(
            note.text, x: note.x + (note.isLeft ? -6 : 6), y: top + size.lineHeight * Double(note.row) + size.fontSize,
            anchor: note.isLeft ? .end : .start, style: "pic-note")
        }
      }
    }
  }

  /// What the numbers mean; nothing where the text stands in the picture.
  func key(at y: Double) -> Drawing {
    guard isNumbered, !notes.isEmpty else { return Drawing(height: 0, content: .empty) }
    var parts: [HTML] = []
    var line = 0.0
    let indent = size.fontSize * 2
    for (index, note) in notes.enumerated() {
      parts.append(badge(index + 1, x: size.fontSize * 0.7, y: y + line + size.lineHeight * 0.55))
      for text in Lettering.lines(note.text, width: size.width - indent, size: size.fontSize) {
        parts.append(lettering(text, x: indent, y: y + line + size.fontSize, style: "pic-note"))
        line += size.lineHeight
      }
    }
    return Drawing(height: line, content: HTML(parts))
  }

  private func badge(_ number: Int, x: Double, y: Double) -> HTML {
    HTML {
      SVG.circle(.class("pic-badge"), .cx(x), .cy(y), .r(size.fontSize * 0.66))
      lettering(String(number), x: x, y: y + size.fontSize * 0.35, anchor: .middle, style: "pic-strong pic-on-accent")
    }
  }

  /// Gives each note a row so that no line crosses another's text; `false` where that takes more than three.
  private static func place(_ notes: inout [Note], plot: Plot, size: PictureSize) -> Bool {
    var spans: [(range: ClosedRange<Double>, row: Int)] = []
    for index in notes.indices {
      let width = Lettering.width(notes[index].text, size: size.fontSize) + 12
      let x = notes[index].x
      let isLeft = x + width > size.width
      guard !isLeft || x - width >= 0 else { return false }
      let range = isLeft ? (x - width)...x : x...(x + width)
      let under = spans.filter { $0.range.overlaps(range) }
      // Text held to the left of its line would be crossed by the lines that come before it.
      if isLeft, !under.isEmpty || notes[..<index].contains(where: { range.contains($0.x) }) { return false }
      let row = (under.map(\.row).max() ?? -1) + 1
      guard row < 3 else { return false }
      notes[index].row = row
      notes[index].isLeft = isLeft
      spans.append((range, row))
    }
    return true
  }

  /// The place on the axis, in points: a period reaches half a point to either side.
  private static func position(
    _ pin: ControlChartPicture.Annotation.Pin, _ points: [ControlChartPicture.Point]
  ) -> Double {
    switch pin {
    case .before(let index): return Double(min(max(0, index), points.count)) - 0.5
    case .day(let day):
      let starts: [Int] = points.compactMap { if case .day(let start) = $0.label { start.ordinal } else { nil } }
      guard starts.count == points.count, let after = starts.firstIndex(where: { $0 > day.ordinal }) else {
        guard let last = starts.last, starts.count > 1 else { return Double(points.count) - 0.5 }
        let length = Double(max(1, last - starts[starts.count - 2]))
        return Double(points.count) - 1.5 + min(1, Double(day.ordinal - last) / length)
      }
      guard after > 0 else { return -0.5 }
      let length = Double(starts[after] - starts[after - 1])
      return Double(after) - 1.5 + Double(day.ordinal - starts[after - 1]) / length
    }
  }
}
