/// The strokes of an SVG path, built step by step.
///
/// ```swift
/// var path = PathData()
/// path.move(x: 0, y: 10)
/// path.line(x: 20, y: 10)
/// path.text  // M0 10L20 10
/// ```
public struct PathData: Sendable, Equatable {
  /// The path in SVG's own notation.
  public private(set) var text = ""

  public init() {}

  public var isEmpty: Bool { text.isEmpty }

  /// Lifts the pen and begins at a point.
  public mutating func move(x: Double, y: Double) { add("M", x, y) }

  /// Draws a straight line to a point.
  public mutating func line(x: Double, y: Double) { add("L", x, y) }

  /// Draws a line along the same height.
  public mutating func horizontal(x: Double) { text += "H" + Coordinate.text(x) }

  /// Draws a line straight up or down.
  public mutating func vertical(y: Double) { text += "V" + Coordinate.text(y) }

  /// Goes back to where the stroke began.
  public mutating func close() { text += "Z" }

  private mutating func add(_ step: String, _ x: Double, _ y: Double) {
    text += step
    text += Coordinate.text(x)
    text += " "
    text += Coordinate.text(y)
  }
}

/// Numbers as SVG writes them.
enum Coordinate {
  /// `value` rounded to a tenth, without a needless zero: 3, 3.5, -0.1.
  ///
  /// - Precondition: `value` is finite and below 10^15 in size.
  static func text(_ value: Double) -> String {
    precondition(value.isFinite && abs(value) < 1e15, "A coordinate must be finite.")
    let tenths = Int((value * 10).rounded())
    let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    let sign = tenths < 0 ? "-" : ""
    return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
  }
}
