internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Markup
internal import Workspaces

/// What a page answers: a document, a way on, or a file; and what the visitor's browser should remember.
struct Answer: Sendable {
  enum Content: Sendable {
    case page(HTMLDocument)
    /// Bytes of a kind; `lasting` when the address changes with the content.
    case bytes([UInt8], type: String, lasting: Bool)
    /// Bytes to be saved under a name.
    case download([UInt8], type: String, name: String)
    /// A file to be saved under a name; it is removed when it was sent.
    case temporary(URL, type: String, name: String)
    /// Look there next (303: with GET, whatever this was).
    case see(String)
  }

  var content: Content
  var status: HTTPResponse.Status = .ok
  /// Shown once, on the next page.
  var flash: Flash?
  /// Cookies to set.
  var cookies: [SiteCookie] = []

  static func page(_ document: HTMLDocument, status: HTTPResponse.Status = .ok) -> Answer {
    Answer(content: .page(document), status: status)
  }

  /// After a write: look at this page next, with a word about what happened.
  static func see(_ link: Link, _ flash: Flash? = nil) -> Answer {
    Answer(content: .see(link.path), status: .seeOther, flash: flash)
  }

  /// The same for an address that came with the request: it is followed only if it stays on this site.
  static func see(path: String, otherwise link: Link, _ flash: Flash? = nil) -> Answer {
    Answer(content: .see(LocalPath.checked(path) ?? link.path), status: .seeOther, flash: flash)
  }

  /// A piece of a page, for a script that puts it in its place.
  static func piece(_ html: HTML) -> Answer {
    Answer(content: .bytes(html.bytes, type: "text/html; charset=utf-8", lasting: false))
  }

  static func text(_ text: String, status: HTTPResponse.Status = .ok) -> Answer {
    Answer(content: .bytes(Array(text.utf8), type: "text/plain; charset=utf-8", lasting: false), status: status)
  }

  func setting(_ cookie: SiteCookie) -> Answer {
    var answer = self
    answer.cookies.append(cookie)
    return answer
  }
}

/// An address to return to, as it came with a request.
package enum LocalPath {
  /// The path if it stays on this site: it begins with one slash, and holds no backslash (browsers read `/\` as `//`)
  /// and no control character.
  package static func checked(_ path: String) -> String? {
    guard path.utf8.count <= 2_000, path.hasPrefix("/"), !path.hasPrefix("//") else { return nil }
    guard path.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }) else { return nil }
    return path
  }
}
