/// A piece of a page: text, an element with its content, or a row of pieces.
///
/// There is one concrete type for all markup, so a page is checked by the compiler as fast as any other function.
/// Text is safe because it is a `String`: the only road from a `String` into an `HTML` escapes it, and nothing outside
/// this module can make raw markup.
///
/// ```swift
/// let greeting = p(.class("lede")) { "Tom & Ann" }
/// greeting.text  // <p class="lede">Tom &amp; Ann</p>
/// ```
public struct HTML: Sendable {
  /// How an element ends.
  enum Closing: Sendable {
    /// `<p></p>`, always with an end tag.
    case endTag
    /// `<br>`, which has no content and no end tag.
    case void
    /// `<path/>` when empty, as XML and embedded SVG both read it.
    case selfClosing
    /// `<pre>` and `<textarea>`: a parser drops a newline that comes first, so one more is written.
    case keepsFirstNewline
  }

  enum Node: Sendable {
    case nothing
    case text(String)
    indirect case element(StaticString, Closing, [Attribute], HTML)
    case pieces([HTML])
    /// Trusted text that is part of the program, never of its data.
    case trusted([StaticString])
  }

  let node: Node

  init(_ node: Node) { self.node = node }

  /// Nothing at all; writes no byte.
  public static let empty = HTML(.nothing)

  /// Text, escaped when written.
  public init(_ text: String) { node = .text(text) }

  /// Pieces one after the other, with nothing between them.
  public init(_ pieces: [HTML]) { node = .pieces(pieces) }

  /// Pieces as a builder gives them, for a value that is not inside an element.
  public init(@HTMLBuilder content: () -> HTML) { self = content() }

  /// Whether this writes nothing.
  ///
  /// O(number of pieces) at worst.
  public var isEmpty: Bool {
    switch node {
    case .nothing: true
    case .text(let text): text.isEmpty
    case .element: false
    case .pieces(let pieces): pieces.allSatisfy(\.isEmpty)
    case .trusted(let parts): parts.allSatisfy { $0.utf8CodeUnitCount == 0 }
    }
  }

  /// The markup as UTF-8 bytes.
  ///
  /// O(size of the result).
  public var bytes: [UInt8] {
    var buffer: [UInt8] = []
    buffer.reserveCapacity(4096)
    write(into: &buffer)
    return buffer
  }

  /// The markup as a string; for tests and small files.
  ///
  /// Pages are sent as `bytes`.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  static func element(
    _ name: StaticString, _ attributes: [Attribute], _ content: HTML, closing: Closing = .endTag
  ) -> HTML {
    HTML(.element(name, closing, attributes, content))
  }

  static func void(_ name: StaticString, _ attributes: [Attribute]) -> HTML {
    HTML(.element(name, .void, attributes, .empty))
  }
}
