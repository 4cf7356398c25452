internal import Workspaces

/// One line of a feature's table: what answers at an address, and who may ask.
struct Route: Sendable {
  enum Method: String, Sendable {
    /// Reads; changes nothing that is kept.
    case get = "GET"
    /// Writes; carries the form's token.
    case post = "POST"
  }

  /// Who may ask; checked before the handler, for every request, in one place (``Doorkeeper``).
  enum Access: Sendable {
    /// Anyone, whatever workspace is open: nothing of it is shown or changed.
    case anyone
    /// A member with this permission, or a visitor who keeps nothing here yet: reading, they see the page empty;
    /// writing, a workspace of their own is made for them.
    case guest(Permission)
    /// A member with this permission only.
    case member(Permission)
  }

  /// What a request may carry.
  enum Cargo: Sendable {
    /// The fields of a form.
    case fields
    /// The fields of a form and one file, streamed to the disk.
    case file
  }

  let method: Method
  /// With placeholders where it has values.
  let link: Link
  let access: Access
  let cargo: Cargo
  let answer: @Sendable (PageContext) async throws -> Answer

  static func get(
    _ link: Link, for access: Access, _ answer: @escaping @Sendable (PageContext) async throws -> Answer
  ) -> Route {
    Route(method: .get, link: link, access: access, cargo: .fields, answer: answer)
  }

  static func post(
    _ link: Link, for access: Access, taking cargo: Cargo = .fields,
    _ answer: @escaping @Sendable (PageContext) async throws -> Answer
  ) -> Route {
    Route(method: .post, link: link, access: access, cargo: cargo, answer: answer)
  }
}
