internal import Foundation

/// What just happened, said once on the next page; kept until then in a signed cookie.
struct Flash: Codable, Sendable, Equatable {
  enum Kind: String, Codable, Sendable { case news, good, warn, bad }

  /// The change that can be taken back from here.
  struct Undo: Codable, Sendable, Equatable {
    let collection: String
    let id: String
    let revision: Int
  }

  let kind: Kind
  let lead: String
  var text = ""
  var undo: Undo?

  init(_ kind: Kind, _ lead: String, _ text: String = "", undo: Undo? = nil) {
    self.kind = kind
    self.lead = lead
    self.text = text
    self.undo = undo
  }

  /// The browser held a key that was revoked, or whose workspace is gone.
  static let lost = Flash(
    .warn, "Your workspace is not open here any more.",
    "This device was let out, or the workspace was deleted. A recovery link opens it again.")

  func cookie(_ secret: SiteSecret) -> SiteCookie? {
    guard let data = try? JSONEncoder().encode(self) else { return nil }
    let body = data.base64EncodedString()
    return SiteCookie(name: .flash, value: "\(body).\(secret.signature("flash", body))", lifetime: 300)
  }

  init?(cookie: String, _ secret: SiteSecret) {
    let parts = cookie.split(separator: ".")
    guard parts.count == 2, secret.accepts(String(parts[1]), "flash", String(parts[0])),
      let data = Data(base64Encoded: String(parts[0])), let flash = try? JSONDecoder().decode(Flash.self, from: data)
    else { return nil }
    self = flash
  }
}
