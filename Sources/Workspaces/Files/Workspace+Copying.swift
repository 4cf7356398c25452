public import Foundation  // URL
import GRDB

extension Workspace {
  /// Writes the workspace to a file for a member to keep: one whole file, without anything that opens this place.
  ///
  /// Who holds the file holds its content, so devices and links to join are left out: they would only open the copy to
  /// people its holder did not choose. Recovery links are turned into keys: with theirs, members who are let in at the
  /// new place open their private notes; without it the notes stay sealed.
  /// - Throws: ``WorkspaceError/notAllowed(_:_:)`` unless the seat is an owner's.
  public func export(to destination: URL, by seat: Seat) async throws {
    try seat.require(.export)
    try await copy(to: destination, kind: .export, place: destination.lastPathComponent)
  }

  /// Writes the workspace to a file as ``export(to:by:)`` does, for the one who runs the server (and has the file anyway).
  public func export(to destination: URL) async throws {
    try await copy(to: destination, kind: .export, place: destination.path)
  }

  /// Writes a faithful copy, that everyone who can open this one can open.
  func backUp(to destination: URL) async throws {
    try await copy(to: destination, kind: .backup, place: destination.path)
  }

  /// The copy is made beside its place and moved there when it is whole: an interrupted copy never looks like one.
  private func copy(to destination: URL, kind: Copy.Kind, place: String) async throws {
    let now = world.now()
    try await change { database, _ in
      try database.execute(
        sql: "INSERT INTO copy (made, kind, place) VALUES (?, ?, ?)",
        arguments: [now.milliseconds, kind.rawValue, place])
    }
    let draft = destination.appendingPathExtension("part")
    try await using { source in
      try await apart {
        let files = FileManager.default
        try? files.removeItem(at: draft)
        guard files.createFile(atPath: draft.path, contents: nil, attributes: [.posixPermissions: 0o600]) else {
          throw WorkspaceError.storage(file: draft.path, reason: "the file could not be made")
        }
        defer { try? files.removeItem(at: draft) }
        let copy = try Workspace.connection(to: draft)
        try source.backup(to: copy)
        if kind == .export { try copy.write { try $0.leaveHome() } }
        try copy.writeWithoutTransaction { database in
          try database.execute(sql: "PRAGMA journal_mode = DELETE")
          if kind == .export { try database.execute(sql: "VACUUM") }
        }
        try copy.close()
        do {
          if files.fileExists(atPath: destination.path) { try files.removeItem(at: destination) }
          try files.moveItem(at: draft, to: destination)
        } catch {
          throw WorkspaceError.storage(file: destination.path, reason: "the copy could not be moved there")
        }
      }
    }
  }
}

extension Database {
  /// Leaves nothing that opens the workspace, only what opens its members' private notes once they are in; and not
  /// where the server it comes from keeps its copies.
  ///
  /// Whoever brings the file somewhere may then adopt it, once.
  func leaveHome() throws {
    try execute(
      sql: """
        DELETE FROM entrance WHERE kind IN ('device', 'join') OR expires IS NOT NULL;
        UPDATE entrance SET kind = 'key';
        DELETE FROM document WHERE collection = 'page-links';
        DELETE FROM copy;
        INSERT OR REPLACE INTO about VALUES ('unclaimed', 'yes');
        """)
  }
}
