internal import HTTPTypes
internal import Hummingbird

/// What a visitor's browser keeps for us; none is readable by a script.
struct SiteCookie: Sendable {
  enum Name: String, Sendable, CaseIterable {
    /// The token of the workspace that is open on this device.
    case workspace = "housestaff"
    /// A number that forms are tied to; gone when the browser closes.
    case visit = "housestaff-visit"
    /// What just happened, until it was shown.
    case flash = "housestaff-flash"
    /// A link that was followed, until the visitor says yes to it.
    case link = "housestaff-link"
    /// A link that shows one page of somebody's workspace; only that page reads it.
    case page = "housestaff-page"
    /// Light or dark, if the visitor chose.
    case theme = "housestaff-theme"

    /// Over TLS the prefix makes a browser refuse the cookie from any neighbor under the same domain.
    func spelled(secure: Bool) -> String { secure ? "__Host-\(rawValue)" : rawValue }
  }

  let name: Name
  let value: String
  /// Seconds; nil until the browser closes, 0 to forget it.
  let lifetime: Int?

  static func workspace(_ token: String) -> SiteCookie {
    // Browsers keep a cookie for 400 days at most.
    SiteCookie(name: .workspace, value: token, lifetime: 400 * 86_400)
  }

  static func forgetting(_ name: Name) -> SiteCookie { SiteCookie(name: name, value: "", lifetime: 0) }

  /// The header's value.
  func header(secure: Bool) -> String {
    var text = "\(name.spelled(secure: secure))=\(value); Path=/; HttpOnly; SameSite=Lax"
    if let lifetime { text += "; Max-Age=\(lifetime)" }
    if secure { text += "; Secure" }
    return text
  }
}

extension Request {
  /// What the browser sent under that name, if anything.
  func cookie(_ name: SiteCookie.Name, secure: Bool) -> String? {
    let value = cookies[name.spelled(secure: secure)]?.value
    return value?.isEmpty == false ? value : nil
  }
}
