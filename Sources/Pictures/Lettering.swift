internal import Markup

/// How wide text will be, guessed without a font, a little on the wide side.
enum Lettering {
  /// The width of `text` in units when set at `size`.
  static func width(_ text: String, size: Double, isStrong: Bool = false) -> Double {
    var ems = 0.0
    for scalar in text.unicodeScalars {
      switch scalar {
      case "i", "l", "j", "I", ".", ",", ":", ";", "'", "|", "!", "(", ")", "[", "]": ems += 0.34
      case "f", "t", "r", " ", "/", "-", "\"": ems += 0.4
      case "m", "w", "M", "W", "@", "%": ems += 0.92
      case "A"..."Z": ems += 0.72
      case "\u{2E80}"...: ems += 1.05
      default: ems += 0.6
      }
    }
    return ems * size * (isStrong ? 1.14 : 1.04)
  }

  /// `text` in lines no wider than `width`, broken at spaces; a longer word keeps its line.
  static func lines(_ text: String, width: Double, size: Double, isStrong: Bool = false) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      let longer = line.isEmpty ? String(word) : "\(line) \(word)"
      if line.isEmpty || Self.width(longer, size: size, isStrong: isStrong) <= width {
        line = longer
      } else {
        lines.append(line)
        line = String(word)
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  /// `text` in at most two lines; what does not fit is cut.
  static func pair(_ text: String, width: Double, size: Double) -> [String] {
    let all = lines(text, width: width, size: size, isStrong: true)
    guard all.count > 2 else { return all.map { cut($0, width: width, size: size, isStrong: true) } }
    let rest = all.dropFirst().joined(separator: " ")
    return [all[0], cut(rest, width: width, size: size, isStrong: true)]
  }

  /// `text` cut to `width` with an ellipsis.
  static func cut(_ text: String, width: Double, size: Double, isStrong: Bool = false) -> String {
    guard Self.width(text, size: size, isStrong: isStrong) > width else { return text }
    var short = text
    while !short.isEmpty, Self.width(short + "\u{2026}", size: size, isStrong: isStrong) > width { short.removeLast() }
    while short.last == " " { short.removeLast() }
    return short + "\u{2026}"
  }
}

/// Where a line of text is held.
enum Anchor {
  case start
  case middle
  case end
}

/// A line of text whose base line is at `y`.
func lettering(_ text: String, x: Double, y: Double, anchor: Anchor = .start, style: String? = nil) -> HTML {
  let held: String? =
    switch anchor {
    case .start: nil
    case .middle: "pic-middle"
    case .end: "pic-end"
    }
  return SVG.text(.classes([style, held]), .x(x), .y(y)) { text }
}

/// A straight line.
func stroke(_ style: String, x1: Double, y1: Double, x2: Double, y2: Double) -> HTML {
  SVG.line(.class(style), .x1(x1), .y1(y1), .x2(x2), .y2(y2))
}

/// Lines of text around a middle, for a name beside a row.
func letteringLines(_ lines: [String], x: Double, middle: Double, size: PictureSize, style: String?) -> HTML {
  let first = middle - size.lineHeight * Double(lines.count - 1) / 2 + size.fontSize * 0.35
  return HTML(
    lines.enumerated().map { lettering($1, x: x, y: first + size.lineHeight * Double($0), style: style) })
}
