import Crypto
import Foundation
import GRDB

extension Reading {
  /// Everybody who is in, or with `departed` was in, by the time they joined.
  public func members(departed: Bool = false) throws -> [Member] {
    let rows = try Row.fetchAll(
      database, sql: "SELECT * FROM member WHERE ? OR departed IS NULL ORDER BY joined, id", arguments: [departed])
    return rows.map(Member.init)
  }

  /// The devices and recovery links of a member, oldest first.
  public func entrances(of member: MemberID) throws -> [Entrance] {
    try Row.fetchAll(
      database, sql: "SELECT * FROM entrance WHERE member = ? AND kind <> 'key' ORDER BY made, id",
      arguments: [member.rawValue]
    ).map(Entrance.init)
  }

  /// The links by which others can join, oldest first, expired ones included.
  public func invitations() throws -> [Entrance] {
    try Row.fetchAll(database, sql: "SELECT * FROM entrance WHERE kind = 'join' ORDER BY made, id").map(Entrance.init)
  }

  func member(_ id: MemberID) throws -> Member? {
    try Row.fetchOne(database, sql: "SELECT * FROM member WHERE id = ?", arguments: [id.rawValue]).map(Member.init)
  }

  /// The way in that a token opens now, if it is of one of those kinds.
  /// - Throws: ``WorkspaceError/noEntrance`` alike for wrong, revoked and expired ones, so that nothing can be learned.
  func entrance(opened token: Token, as kinds: Set<Entrance.Kind>, at now: Date) throws -> Entrance {
    let row = try Row.fetchOne(
      database, sql: "SELECT * FROM entrance WHERE id = ?", arguments: [token.entrance.rawValue])
    guard let row else { throw WorkspaceError.noEntrance }
    let hash: Data = row["hash"]
    let entrance = Entrance(row)
    // Comparing a digest with bytes takes the same time wherever they differ (swift-crypto's promise).
    guard token.hash == hash, kinds.contains(entrance.kind), entrance.expires.map({ now < $0 }) ?? true else {
      throw WorkspaceError.noEntrance
    }
    return entrance
  }

  /// The key to a member's notes, if the token's entrance holds a wrapped copy of it.
  func noteKey(of member: MemberID, opened token: Token) throws -> NoteKey? {
    let wrapped = try Data.fetchOne(
      database, sql: "SELECT wrapped FROM note_key WHERE entrance = ?", arguments: [token.entrance.rawValue])
    return try wrapped.map { try NoteKey(unwrapping: $0, with: token, member: member, origin: origin) }
  }
}

extension Member {
  init(_ row: Row) {
    self.init(
      id: MemberID(rawValue: row["id"]), name: row["name"], role: Role(rawValue: row["role"]) ?? .viewer,
      joined: Date(milliseconds: row["joined"]), departed: (row["departed"] as Int64?).map(Date.init(milliseconds:)))
  }
}

extension Entrance {
  init(_ row: Row) {
    self.init(
      id: EntranceID(rawValue: row["id"]), kind: Kind(rawValue: row["kind"]) ?? .key,
      member: (row["member"] as String?).map(MemberID.init(rawValue:)),
      role: (row["role"] as String?).flatMap(Role.init(rawValue:)), label: row["label"],
      made: Date(milliseconds: row["made"]), expires: (row["expires"] as Int64?).map(Date.init(milliseconds:)),
      seen: (row["seen"] as Int64?).map(Date.init(milliseconds:)))
  }
}
