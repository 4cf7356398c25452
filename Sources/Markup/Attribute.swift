/// One attribute of an element, such as `class="lede"`.
///
/// Names are part of the program (`StaticString`), never of its data, and values are escaped when written. There is no
/// way to write `style`, an event handler (`onclick`) or `srcdoc`, and addresses go through `href`, `src` and
/// `action`, which refuse the schemes that run code: a strict Content-Security-Policy then costs nothing.
public struct Attribute: Sendable {
  enum Prefix: Sendable {
    case none
    case aria
    case data
  }

  enum Content: Sendable {
    case omitted
    case flag
    case text(String)
    case group([Attribute])
  }

  let prefix: Prefix
  let name: StaticString
  let content: Content

  init(_ name: StaticString, _ content: Content, prefix: Prefix = .none) {
    self.prefix = prefix
    self.name = name
    self.content = content
  }

  init(_ name: StaticString, _ value: String) {
    self.init(name, .text(value))
  }

  init(_ name: StaticString, _ isPresent: Bool) {
    self.init(name, isPresent ? .flag : .omitted)
  }

  /// No attribute; writes nothing.
  public static let omitted = Attribute("", .omitted)

  /// Several attributes where one is expected, in order.
  public static func all(_ attributes: [Attribute]) -> Attribute {
    Attribute("", .group(attributes))
  }

  /// `attribute` when `condition` holds, otherwise nothing.
  public static func when(_ condition: Bool, _ attribute: @autoclosure () -> Attribute) -> Attribute {
    condition ? attribute() : .omitted
  }

  /// An attribute this library has no name for.
  ///
  /// - Precondition: `name` begins with an ASCII letter, goes on with letters, digits, `-`, `_`, `.` or `:`, and
  ///   neither runs code, nor styles, nor holds an address.
  public static func custom(_ name: StaticString, _ value: String) -> Attribute {
    precondition(isName(name), "\"\(name)\" is not an attribute name. See `Attribute.custom`.")
    precondition(!isGuarded(name), "\"\(name)\" cannot be set freely: addresses have their own functions.")
    return Attribute(name, .text(value))
  }

  /// An `aria-` attribute: `.aria("label", "Close")`.
  ///
  /// - Precondition: `name` is lowercase ASCII letters.
  public static func aria(_ name: StaticString, _ value: String) -> Attribute {
    precondition(isSuffix(name), "\"\(name)\" is not the rest of an aria- name.")
    return Attribute(name, .text(value), prefix: .aria)
  }

  /// A `data-` attribute: `.data("label", "Fee")`.
  ///
  /// - Precondition: `name` is lowercase ASCII letters, digits and inner hyphens.
  public static func data(_ name: StaticString, _ value: String) -> Attribute {
    precondition(isSuffix(name), "\"\(name)\" is not the rest of a data- name.")
    return Attribute(name, .text(value), prefix: .data)
  }

  func write(into buffer: inout [UInt8]) {
    switch content {
    case .omitted: return
    case .group(let attributes):
      for attribute in attributes { attribute.write(into: &buffer) }
      return
    case .flag:
      writeName(into: &buffer)
      // XML has no bare attributes, and `hidden=""` says the same in HTML.
      buffer.append("=\"\"")
    case .text(let value):
      writeName(into: &buffer)
      buffer.append("=\"")
      buffer.append(escaping: value, inAttribute: true)
      buffer.append(UInt8(ascii: "\""))
    }
  }

  private func writeName(into buffer: inout [UInt8]) {
    buffer.append(UInt8(ascii: " "))
    switch prefix {
    case .none: break
    case .aria: buffer.append("aria-")
    case .data: buffer.append("data-")
    }
    buffer.append(name)
  }
}

extension Attribute {
  /// Whether `name` may stand as an attribute name in both HTML and XML.
  package static func isName(_ name: StaticString) -> Bool {
    name.withUTF8Buffer { bytes in
      guard let first = bytes.first, isLetter(first) else { return false }
      return bytes.allSatisfy { isLetter($0) || isDigit($0) || "-_.:".utf8.contains($0) }
    }
  }

  /// Whether an attribute of this name would run code, style, or hold an address.
  package static func isGuarded(_ name: StaticString) -> Bool {
    let lower = name.description.lowercased()
    return lower.hasPrefix("on") || guarded.contains(lower)
  }

  private static let guarded: Set<String> = [
    "style", "srcdoc", "href", "xlink:href", "src", "srcset", "action", "formaction", "poster", "background", "cite",
    "data", "ping", "manifest", "codebase", "archive", "longdesc", "usemap", "xmlns", "attributename", "from", "to",
    "values", "by", "begin", "http-equiv",
  ]

  private static func isSuffix(_ name: StaticString) -> Bool {
    name.withUTF8Buffer { bytes in
      guard let first = bytes.first, let last = bytes.last else { return false }
      return first != UInt8(ascii: "-") && last != UInt8(ascii: "-")
        && bytes.allSatisfy { (97...122).contains($0) || isDigit($0) || $0 == UInt8(ascii: "-") }
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte) || (97...122).contains(byte) }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
