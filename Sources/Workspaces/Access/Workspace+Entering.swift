import Foundation
import GRDB

extension Workspace {
  /// Lets in the device that holds the token.
  /// - Throws: ``WorkspaceError/noEntrance``.
  public func enter(_ token: Token) async throws -> Seat {
    let now = world.now()
    let (seat, seen) = try await look { reading in
      let entrance = try reading.entrance(opened: token, as: [.device], at: now)
      return (try reading.seat(at: token, of: entrance), entrance.seen)
    }
    // To the day, so that a page view is not a write, and the file does not tell when someone was at work.
    let today = Date(timeIntervalSince1970: (now.timeIntervalSince1970 / 86_400).rounded(.down) * 86_400)
    if seen.map({ $0 < today }) ?? true {
      try await change { database, _ in
        try database.execute(
          sql: "UPDATE entrance SET seen = ? WHERE id = ?",
          arguments: [today.milliseconds, token.entrance.rawValue])
      }
    }
    return seat
  }

  /// Comes in by a link to join, as a new member or, with the recovery link of one who was in before (perhaps in the
  /// place this file came from), as that member with their private notes.
  public func join(
    by link: Token, named name: String, recovering former: Token? = nil, on label: String = ""
  ) async throws -> Arrival {
    try await arrive { database, reading, now in
      let role = try reading.entrance(opened: link, as: [.join], at: now).role ?? .viewer
      return try self.settle(name, as: role, recovering: former, on: label, database, reading, now)
    }
  }

  /// Comes back by a recovery link, on a new device.
  public func recover(by link: Token, on label: String = "") async throws -> Arrival {
    try await arrive { database, reading, now in
      let entrance = try reading.entrance(opened: link, as: [.recovery], at: now)
      let seat = try reading.seat(at: link, of: entrance)
      return try self.device(for: seat.member.id, key: seat.noteKey, on: label, database, reading, now)
    }
  }

  /// Takes possession of a file that arrived without anybody who can open it: who holds the file holds its content.
  /// - Throws: ``WorkspaceError/inhabited`` if somebody has done so.
  public func adopt(
    named name: String, recovering former: Token? = nil, on label: String = ""
  ) async throws -> Arrival {
    try await arrive { database, reading, now in
      // Not "nobody can open it": one whose last link was revoked still belongs to its members.
      try database.execute(sql: "DELETE FROM about WHERE key = 'unclaimed'")
      guard database.changesCount == 1 else { throw WorkspaceError.inhabited }
      return try self.settle(name, as: .owner, recovering: former, on: label, database, reading, now)
    }
  }

  private func arrive(
    _ body: @escaping @Sendable (Database, Reading, Date) throws -> (Seat, Token)
  ) async throws -> Arrival {
    let (seat, token) = try await change { database, reading in try body(database, reading, self.world.now()) }
    return Arrival(workspace: self, seat: seat, token: token)
  }

  /// A member with a role and a device: a new one, or the one whose recovery link is shown.
  private func settle(
    _ name: String, as role: Role, recovering former: Token?, on label: String, _ database: Database,
    _ reading: Reading, _ now: Date
  ) throws -> (Seat, Token) {
    guard let former else {
      let id = MemberID(rawValue: Base32.text(world.random(10)))
      try database.execute(
        sql: "INSERT INTO member (id, name, role, joined) VALUES (?, ?, ?, ?)",
        arguments: [id.rawValue, name, role.rawValue, now.milliseconds])
      return try device(for: id, key: NoteKey(in: world), on: label, database, reading, now)
    }
    let entrance = try reading.entrance(opened: former, as: [.recovery, .key], at: now)
    let member = entrance.member ?? MemberID(rawValue: "")
    try database.execute(
      sql: "UPDATE entrance SET kind = 'recovery' WHERE id = ?", arguments: [entrance.id.rawValue])
    try database.execute(
      sql: "UPDATE member SET role = ?, departed = NULL WHERE id = ? AND (departed IS NOT NULL OR ? = 'owner')",
      arguments: [role.rawValue, member.rawValue, role.rawValue])
    return try device(
      for: member, key: try reading.noteKey(of: member, opened: former), on: label, database, reading, now)
  }

  private func device(
    for member: MemberID, key: NoteKey?, on label: String, _ database: Database, _ reading: Reading, _ now: Date
  ) throws -> (Seat, Token) {
    let token = Token(to: id, in: world)
    try database.add(.device, token, member: member, label: label, at: now)
    try database.wrap(key, for: token, member: member, origin: origin)
    let entrance = try reading.entrance(opened: token, as: [.device], at: now)
    return (try reading.seat(at: token, of: entrance), token)
  }
}

extension Reading {
  func seat(at token: Token, of entrance: Entrance) throws -> Seat {
    guard let id = entrance.member, let member = try member(id), member.departed == nil else {
      throw WorkspaceError.noEntrance
    }
    return Seat(
      workspace: token.workspace, member: member, device: token.entrance,
      noteKey: try noteKey(of: id, opened: token))
  }
}
