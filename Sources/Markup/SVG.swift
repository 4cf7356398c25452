/// Elements of SVG, for drawing: `SVG.g { SVG.circle(.cx(3), .cy(4), .r(2)) }`.
///
/// Empty elements close themselves (`<path/>`), so one writer serves SVG inside a page and SVG as a file.
public enum SVG {
  /// The outermost element; a file of its own (`isFile`) needs the XML namespace.
  public static func svg(
    isFile: Bool = false, _ attributes: Attribute..., @HTMLBuilder content: () -> HTML
  ) -> HTML {
    let namespace: [Attribute] = isFile ? [Attribute("xmlns", "http://www.w3.org/2000/svg")] : []
    return .element("svg", namespace + attributes, content(), closing: .selfClosing)
  }

  /// A style sheet inside an SVG file.
  ///
  /// Its text is part of the program, so it cannot carry data.
  ///
  /// For files only: a page's Content-Security-Policy would refuse it.
  package static func stylesheet(_ parts: [StaticString]) -> HTML {
    .element("style", [], HTML(.trusted(parts)))
  }

  /// Writes `<g>`.
  public static func g(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    .element("g", attributes, content(), closing: .selfClosing)
  }

  /// Writes `<defs>`.
  public static func defs(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    .element("defs", attributes, content(), closing: .selfClosing)
  }

  /// Writes `<symbol>`.
  public static func symbol(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    .element("symbol", attributes, content(), closing: .selfClosing)
  }

  /// Writes `<marker>`.
  public static func marker(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    .element("marker", attributes, content(), closing: .selfClosing)
  }

  /// Writes `<clipPath>`.
  public static func clipPath(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    .element("clipPath", attributes, content(), closing: .selfClosing)
  }

  /// Writes `<linearGradient>`.
  public static func linearGradient(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    .element("linearGradient", attributes, content(), closing: .selfClosing)
  }

  /// Writes `<pattern>`.
  public static func pattern(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    .element("pattern", attributes, content(), closing: .selfClosing)
  }

  /// Writes `<text>`.
  public static func text(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    .element("text", attributes, content(), closing: .selfClosing)
  }

  /// Writes `<tspan>`.
  public static func tspan(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    .element("tspan", attributes, content(), closing: .selfClosing)
  }

  /// Writes `<title>`.
  public static func title(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    .element("title", attributes, content(), closing: .selfClosing)
  }

  /// Writes `<desc>`.
  public static func desc(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    .element("desc", attributes, content(), closing: .selfClosing)
  }

  /// Writes `<a>`.
  public static func a(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    .element("a", attributes, content(), closing: .selfClosing)
  }

  /// Writes `<path>`.
  public static func path(_ attributes: Attribute...) -> HTML {
    .element("path", attributes, .empty, closing: .selfClosing)
  }

  /// Writes `<rect>`.
  public static func rect(_ attributes: Attribute...) -> HTML {
    .element("rect", attributes, .empty, closing: .selfClosing)
  }

  /// Writes `<circle>`.
  public static func circle(_ attributes: Attribute...) -> HTML {
    .element("circle", attributes, .empty, closing: .selfClosing)
  }

  /// Writes `<ellipse>`.
  public static func ellipse(_ attributes: Attribute...) -> HTML {
    .element("ellipse", attributes, .empty, closing: .selfClosing)
  }

  /// Writes `<line>`.
  public static func line(_ attributes: Attribute...) -> HTML {
    .element("line", attributes, .empty, closing: .selfClosing)
  }

  /// Writes `<polyline>`.
  public static func polyline(_ attributes: Attribute...) -> HTML {
    .element("polyline", attributes, .empty, closing: .selfClosing)
  }

  /// Writes `<polygon>`.
  public static func polygon(_ attributes: Attribute...) -> HTML {
    .element("polygon", attributes, .empty, closing: .selfClosing)
  }

  /// Writes `<stop>`.
  public static func stop(_ attributes: Attribute...) -> HTML {
    .element("stop", attributes, .empty, closing: .selfClosing)
  }

  /// Writes `<use>`.
  public static func use(_ attributes: Attribute...) -> HTML {
    .element("use", attributes, .empty, closing: .selfClosing)
  }
}
