import Crypto
public import Foundation  // Date
import GRDB

/// A link that shows one page to whoever has it, and takes their notes; it opens nothing else, and makes nobody a member.
///
/// Kept as a document with the hash of its secret alone. Notes through it are written in the name of a member who never
/// was in: so the history names who wrote, and nobody can come in as them.
public struct PageLink: Document, Equatable {
  /// The collection's name in the file.
  public static let collection = "page-links"

  /// Which page it shows, in the words of the one who made it.
  public let page: String
  /// What its maker calls it, as "my adviser".
  public let label: String
  /// When it was made.
  public let made: Date
  /// When it stops opening; nil for never.
  public let expires: Date?
  /// Whether it was taken back; it then opens nothing, for good.
  public internal(set) var isRevoked: Bool
  /// In whose name notes through it are written.
  public let author: MemberID
  let hash: Data
}

extension Reading {
  /// The links that show a page, oldest first, those taken back included.
  public func pageLinks(to page: String) throws -> [Kept<PageLink>] {
    try documents(PageLink.self).filter { $0.value.page == page }
  }

  /// The link that a token opens now.
  /// - Throws: ``WorkspaceError/noEntrance`` alike for wrong, revoked and expired ones, so that nothing can be learned.
  func pageLink(opened token: Token, to page: String, at now: Date) throws -> Kept<PageLink> {
    guard let id = DocumentID<PageLink>(token.entrance.rawValue), let kept = try document(id),
      token.hash == kept.value.hash, kept.value.page == page, !kept.value.isRevoked,
      kept.value.expires.map({ now < $0 }) ?? true
    else { throw WorkspaceError.noEntrance }
    return kept
  }
}

extension Writing {
  /// Makes a link that shows a page.
  ///
  /// Keep the token: only its hash stays here.
  public func showPage(_ page: String, label: String, until expires: Date? = nil) throws -> Token {
    try seat.require(.invite)
    let token = Token(to: seat.workspace, in: reading.world)
    let author = MemberID(rawValue: Base32.text(reading.world.random(10)))
    // Never in: departed with the first breath.
    try database.execute(
      sql: "INSERT INTO member (id, name, role, joined, departed) VALUES (?, ?, ?, ?, ?)",
      arguments: [
        author.rawValue, label.isEmpty ? "By a link" : label, Role.viewer.rawValue, now.milliseconds, now.milliseconds,
      ])
    guard let id = DocumentID<PageLink>(token.entrance.rawValue) else { throw WorkspaceError.noEntrance }
    try create(
      PageLink(
        page: page, label: label, made: now, expires: expires, isRevoked: false, author: author, hash: Data(token.hash)),
      as: id)
    return token
  }

  /// Takes a link back; taking back what is gone does nothing.
  public func hidePage(_ id: DocumentID<PageLink>) throws {
    try seat.require(.invite)
    guard let kept = try reading.document(id), !kept.value.isRevoked else { return }
    var link = kept.value
    link.isRevoked = true
    try write(link, to: id, on: kept.revision)
  }
}

extension Workspace {
  /// What a link to a page shows, read in one look.
  /// - Throws: ``WorkspaceError/noEntrance``.
  public func read<Result: Sendable>(
    by token: Token, page: String, _ body: @escaping @Sendable (Reading, Kept<PageLink>) throws -> Result
  ) async throws -> Result {
    let now = world.now()
    return try await look { reading in try body(reading, try reading.pageLink(opened: token, to: page, at: now)) }
  }

  /// Writes through a link to a page: what it writes may be new, or its own; everything else is refused.
  /// - Throws: ``WorkspaceError/noEntrance``, ``WorkspaceError/notAllowed(_:_:)``.
  @discardableResult
  public func write<Result: Sendable>(
    by token: Token, page: String, _ body: @escaping @Sendable (Writing, Kept<PageLink>) throws -> Result
  ) async throws -> Result {
    try await change { _, reading in
      let now = self.world.now()
      let link = try reading.pageLink(opened: token, to: page, at: now)
      guard let member = try reading.member(link.value.author) else { throw WorkspaceError.noEntrance }
      // A contributor changes only what is their own.
      let writer = Member(
        id: member.id, name: member.name, role: .contributor, joined: member.joined, departed: member.departed)
      let seat = Seat(workspace: token.workspace, member: writer, device: token.entrance, noteKey: nil)
      return try body(Writing(reading: reading, seat: seat, now: now), link)
    }
  }
}
