public import Markup

/// A chart value that can be drawn: a sentence, a picture and the numbers behind it.
///
/// The picture never stands alone. `heading` and `summary` become its `<title>` and `<desc>`, and `table` holds the
/// same numbers for whoever cannot see it or wants to copy them.
public protocol Picture: Sendable {
  /// What the picture is of, in a few words.
  var heading: String { get }
  /// What the picture shows, in a sentence or two.
  var summary: String { get }
  /// The numbers of the picture.
  var table: DataTable { get }
  /// The drawing without its frame.
  func drawing(_ size: PictureSize) -> Drawing
}

/// Where a picture will be looked at; the drawing is laid out anew for each, never only scaled.
public enum PictureSize: String, Sendable, CaseIterable {
  /// A phone or a narrow column, from 320 px.
  case narrow
  /// A page.
  case wide
  /// A slide of 16:9, read from the back of a room.
  case slide

  /// The width of the drawing in its own units.
  public var width: Double {
    switch self {
    case .narrow: 320
    case .wide: 640
    case .slide: 960
    }
  }

  /// The size of its text in the same units; the style sheet says the same.
  var fontSize: Double { self == .slide ? 20 : 13 }

  /// The height of a line of text.
  var lineHeight: Double { fontSize * 1.35 }

  /// How much larger marks and gaps are than on a page.
  var scale: Double { self == .slide ? 1.5 : 1 }
}

/// What a picture draws, and how much room it takes.
public struct Drawing: Sendable {
  /// The height in the picture's own units.
  public let height: Double
  /// The marks.
  public let content: HTML

  public init(height: Double, content: HTML) {
    self.height = height
    self.content = content
  }
}

extension Picture {
  /// The picture as part of a page, colored by the page's style sheet.
  ///
  /// `id` must be unique in the page; the title and description are named after it.
  public func svg(id: String, size: PictureSize = .wide) -> HTML {
    let drawing = drawing(size)
    return SVG.svg(
      .id(id), .class("pic pic-\(size.rawValue)"), .viewBox(width: size.width, height: drawing.height), .role("img"),
      .aria("labelledby", "\(id)-title \(id)-desc")
    ) {
      SVG.title(.id("\(id)-title")) { heading }
      SVG.desc(.id("\(id)-desc")) { summary }
      drawing.content
    }
  }

  /// The picture as a file of its own, with the style it needs for light, dark and print inside.
  ///
  /// `theme` fixes the colors for a slide or a document; `nil` lets the viewer's setting choose.
  public func file(size: PictureSize = .wide, theme: PictureTheme? = nil) -> HTML {
    let drawing = drawing(size)
    let margin = 12 * size.scale
    let (width, height) = (size.width + 2 * margin, drawing.height + 2 * margin)
    return SVG.svg(
      isFile: true, .class("pic pic-\(size.rawValue)"), .width(width), .height(height),
      .viewBox(x: -margin, y: -margin, width: width, height: height), .role("img"),
      .aria("labelledby", "picture-title picture-desc")
    ) {
      SVG.title(.id("picture-title")) { heading }
      SVG.desc(.id("picture-desc")) { summary }
      SVG.stylesheet(PictureStyle.file(theme))
      SVG.rect(.class("pic-paper"), .x(-margin), .y(-margin), .width(width), .height(height))
      drawing.content
    }
  }
}
