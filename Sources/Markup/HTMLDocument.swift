/// A whole page: doctype, language, head and body.
public struct HTMLDocument: Sendable {
  /// The language of the page, as `lang` wants it.
  public var language: String
  /// What the browser's tab shows.
  public var heading: String
  /// One sentence for search engines and previews; empty for none.
  public var summary: String
  /// Addresses of style sheets, in order.
  public var stylesheets: [String]
  /// Addresses of scripts, in order; they run after the page is read.
  public var scripts: [String]
  /// Attributes of the root element, such as `data-theme`.
  public var rootAttributes: [Attribute]
  /// More of the head: icons, links.
  public var head: HTML
  /// What the page shows.
  public var content: HTML

  public init(
    title: String, summary: String = "", language: String = "en", stylesheets: [String] = [], scripts: [String] = [],
    rootAttributes: [Attribute] = [], head: HTML = .empty, @HTMLBuilder content: () -> HTML
  ) {
    self.language = language
    self.heading = title
    self.summary = summary
    self.stylesheets = stylesheets
    self.scripts = scripts
    self.rootAttributes = rootAttributes
    self.head = head
    self.content = content()
  }

  /// The page as UTF-8 bytes, written once into one buffer.
  public var bytes: [UInt8] {
    var buffer: [UInt8] = []
    buffer.reserveCapacity(32_768)
    write(into: &buffer)
    return buffer
  }

  /// The page as a string; for tests and files.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Appends the page to `buffer`.
  public func write(into buffer: inout [UInt8]) {
    buffer.append("<!doctype html>\n")
    HTML.element("html", [.lang(language)] + rootAttributes, HTML([headElement, bodyElement])).write(into: &buffer)
    buffer.append("\n")
  }

  private var headElement: HTML {
    var pieces: [HTML] = [
      .void("meta", [Attribute("charset", "utf-8")]),
      .void("meta", [.name("viewport"), .content("width=device-width, initial-scale=1")]),
      .void("meta", [.name("color-scheme"), .content("light dark")]),
      .element("title", [], HTML(heading)),
    ]
    if !summary.isEmpty { pieces.append(.void("meta", [.name("description"), .content(summary)])) }
    pieces += stylesheets.map(stylesheet)
    pieces += scripts.map { script(src: $0) }
    pieces.append(head)
    return .element("head", [], HTML(pieces))
  }

  private var bodyElement: HTML { .element("body", [], content) }
}
