public import Foundation  // Date
import GRDB

extension Writing {
  /// Makes a link by which any number of people join with a role, until it expires or is revoked.
  ///
  /// Keep the token: only its hash stays here.
  public func invite(as role: Role, label: String = "", until expires: Date? = nil) throws -> Token {
    try seat.require(.invite)
    let token = Token(to: workspace, in: reading.world)
    try database.add(.join, token, role: role, label: label, expires: expires, at: now)
    return token
  }

  /// Makes a link by which this member comes back on any device, with their private notes.
  ///
  /// With an expiry it serves to let in one's own phone.
  public func keep(label: String = "", until expires: Date? = nil) throws -> Token {
    let token = Token(to: workspace, in: reading.world)
    try database.add(.recovery, token, member: seat.member.id, label: label, expires: expires, at: now)
    try wrap(for: token)
    return token
  }

  /// Revokes a device, a recovery link or a link to join, with the copy of the key to private notes that it held.
  ///
  /// One's own always; others' with ``Permission/manage``. Revoking what is gone does nothing.
  public func revoke(_ id: EntranceID) throws {
    let row = try Row.fetchOne(database, sql: "SELECT * FROM entrance WHERE id = ?", arguments: [id.rawValue])
    guard let entrance = row.map(Entrance.init) else { return }
    if entrance.member != seat.member.id { try seat.require(.manage) }
    try database.execute(sql: "DELETE FROM entrance WHERE id = ?", arguments: [id.rawValue])
  }

  /// Changes what the present member is called, in the history too.
  public func rename(to name: String) throws {
    try database.execute(sql: "UPDATE member SET name = ? WHERE id = ?", arguments: [name, seat.member.id.rawValue])
  }

  /// Gives a member another role.
  /// - Throws: ``WorkspaceError/lastOwner`` if nobody else would be an owner.
  public func give(_ role: Role, to member: MemberID) throws {
    try seat.require(.manage)
    try database.execute(
      sql: "UPDATE member SET role = ? WHERE id = ? AND departed IS NULL", arguments: [role.rawValue, member.rawValue])
    try requireOwner()
  }

  /// Removes a member, or oneself: their devices open nothing any more.
  ///
  /// Their name stays in the history, and their recovery link still opens their private notes should they join again.
  /// - Throws: ``WorkspaceError/lastOwner`` if nobody else is an owner.
  public func remove(_ member: MemberID) throws {
    if member != seat.member.id { try seat.require(.manage) }
    try database.execute(
      sql: "UPDATE member SET departed = ? WHERE id = ? AND departed IS NULL",
      arguments: [now.milliseconds, member.rawValue])
    try database.execute(
      sql: "DELETE FROM entrance WHERE member = ? AND (kind = 'device' OR expires IS NOT NULL)",
      arguments: [member.rawValue])
    try database.execute(sql: "UPDATE entrance SET kind = 'key' WHERE member = ?", arguments: [member.rawValue])
    try requireOwner()
  }

  private var workspace: WorkspaceID { seat.workspace }

  private func requireOwner() throws {
    let owners = try Int.fetchOne(
      database, sql: "SELECT count(*) FROM member WHERE role = 'owner' AND departed IS NULL")
    guard owners != 0 else { throw WorkspaceError.lastOwner }
  }

  private func wrap(for token: Token) throws {
    try database.wrap(seat.noteKey, for: token, member: seat.member.id, origin: reading.origin)
  }
}

extension Database {
  func add(
    _ kind: Entrance.Kind, _ token: Token, member: MemberID? = nil, role: Role? = nil, label: String,
    expires: Date? = nil, at now: Date
  ) throws {
    try execute(
      sql: """
        INSERT INTO entrance (id, kind, hash, member, role, label, made, expires) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        token.entrance.rawValue, kind.rawValue, Data(token.hash), member?.rawValue, role?.rawValue, label,
        now.milliseconds, expires?.milliseconds,
      ])
  }

  func wrap(_ key: NoteKey?, for token: Token, member: MemberID, origin: String) throws {
    guard let key else { return }
    try execute(
      sql: "INSERT INTO note_key (entrance, wrapped) VALUES (?, ?)",
      arguments: [token.entrance.rawValue, try key.wrapped(for: token, member: member, origin: origin)])
  }
}
