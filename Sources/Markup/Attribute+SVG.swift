// Positions and sizes are in user units and written to a tenth: finer than a screen shows, and half the bytes.
extension Attribute {
  private init(_ name: StaticString, _ value: Double) {
    self.init(name, Coordinate.text(value))
  }

  /// Writes `x`.
  public static func x(_ value: Double) -> Attribute { Attribute("x", value) }

  /// Writes `y`.
  public static func y(_ value: Double) -> Attribute { Attribute("y", value) }

  /// Writes `x1`.
  public static func x1(_ value: Double) -> Attribute { Attribute("x1", value) }

  /// Writes `y1`.
  public static func y1(_ value: Double) -> Attribute { Attribute("y1", value) }

  /// Writes `x2`.
  public static func x2(_ value: Double) -> Attribute { Attribute("x2", value) }

  /// Writes `y2`.
  public static func y2(_ value: Double) -> Attribute { Attribute("y2", value) }

  /// Writes `cx`.
  public static func cx(_ value: Double) -> Attribute { Attribute("cx", value) }

  /// Writes `cy`.
  public static func cy(_ value: Double) -> Attribute { Attribute("cy", value) }

  /// Writes `r`.
  public static func r(_ value: Double) -> Attribute { Attribute("r", value) }

  /// Writes `rx`.
  public static func rx(_ value: Double) -> Attribute { Attribute("rx", value) }

  /// Writes `ry`.
  public static func ry(_ value: Double) -> Attribute { Attribute("ry", value) }

  /// Writes `dx`.
  public static func dx(_ value: Double) -> Attribute { Attribute("dx", value) }

  /// Writes `dy`.
  public static func dy(_ value: Double) -> Attribute { Attribute("dy", value) }

  /// Writes `width`.
  public static func width(_ value: Double) -> Attribute { Attribute("width", value) }

  /// Writes `height`.
  public static func height(_ value: Double) -> Attribute { Attribute("height", value) }

  /// The drawing's own coordinates, from (`x`, `y`).
  public static func viewBox(x: Double = 0, y: Double = 0, width: Double, height: Double) -> Attribute {
    Attribute("viewBox", [x, y, width, height].map(Coordinate.text).joined(separator: " "))
  }

  /// The strokes of a path.
  public static func d(_ path: PathData) -> Attribute { Attribute("d", path.text) }

  /// Moves a group.
  public static func translate(x: Double, y: Double) -> Attribute {
    Attribute("transform", "translate(\(Coordinate.text(x)) \(Coordinate.text(y)))")
  }

  /// Turns about a point, in degrees clockwise.
  public static func rotate(_ degrees: Double, x: Double, y: Double) -> Attribute {
    Attribute("transform", "rotate(\(Coordinate.text(degrees)) \(Coordinate.text(x)) \(Coordinate.text(y)))")
  }
}
