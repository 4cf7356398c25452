public import Foundation  // Date, URL
import GRDB

/// What is in a workspace, counted: shown before it is deleted for good, and by a listing.
public struct Contents: Hashable, Sendable {
  /// Documents that are not deleted, by collection.
  public let documents: [String: Int]
  /// Kept states of documents, deleted ones included.
  public let revisions: Int
  /// Observations of all measures.
  public let observations: Int
  /// Private notes of all members.
  public let notes: Int
  /// Who is in.
  public let members: [Member]
  /// When it was made.
  public let made: Date
  /// The last change of a document or observation; nil if there was none.
  public let changed: Date?
  /// Copies that were made of the file, oldest first: what is deleted here may still be in them.
  public let copies: [Copy]
}

/// A copy that was made of a workspace's file.
public struct Copy: Hashable, Sendable {
  /// Who has it.
  public enum Kind: String, Sendable {
    /// A member, who downloaded it.
    case export
    /// The operator.
    case backup
  }

  /// When it was made.
  public let made: Date
  /// Who has it.
  public let kind: Kind
  /// Where it was put, as far as it is known.
  public let place: String
}

extension Reading {
  /// What is in the workspace.
  ///
  /// O(n) in its documents.
  public func contents() throws -> Contents {
    let documents = try Row.fetchAll(
      database,
      sql: """
        SELECT collection, count(*) AS n FROM document d JOIN revision r ON r.document = d.key AND r.number = d.revision
        WHERE r.content IS NOT NULL GROUP BY collection
        """)
    let changed = try Int64.fetchOne(
      database, sql: "SELECT max(at) FROM (SELECT max(at) AS at FROM revision UNION SELECT max(at) FROM observation)")
    let made = try String.fetchOne(database, sql: "SELECT value FROM about WHERE key = 'made'").flatMap(Int64.init)
    return Contents(
      documents: Dictionary(uniqueKeysWithValues: documents.map { ($0["collection"], $0["n"]) }),
      revisions: try count("revision"), observations: try count("observation"), notes: try count("note"),
      members: try members(), made: Date(milliseconds: made ?? 0), changed: changed.map(Date.init(milliseconds:)),
      copies: try copies())
  }

  /// Copies that were made of the file, oldest first.
  public func copies() throws -> [Copy] {
    try Row.fetchAll(database, sql: "SELECT made, kind, place FROM copy ORDER BY made, rowid").map { row in
      Copy(
        made: Date(milliseconds: row["made"]), kind: Copy.Kind(rawValue: row["kind"]) ?? .backup, place: row["place"])
    }
  }

  private func count(_ table: String) throws -> Int {
    try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table)") ?? 0
  }
}

extension Workspace {
  /// Erases a document with its whole history, and rewrites the file so that nothing of it is left in there.
  ///
  /// Returns the copies made of the file before, in which it may still be.
  /// - Throws: ``WorkspaceError/notAllowed(_:_:)`` unless the seat is an owner's.
  @discardableResult
  public func erase<Value: Document>(_ id: DocumentID<Value>, by seat: Seat) async throws -> [Copy] {
    try await erase(by: seat) { writing in
      try seat.require(.erase)
      guard let standing = try writing.standing(id) else { return }
      try writing.database.execute(sql: "DELETE FROM search WHERE rowid = ?", arguments: [standing.key])
      try writing.database.execute(sql: "DELETE FROM document WHERE key = ?", arguments: [standing.key])
      // The full-text index keeps deleted words in its segments until they are merged.
      try writing.database.execute(sql: "INSERT INTO search (search) VALUES ('rebuild')")
    }
  }

  /// Erases a private note, and rewrites the file so that nothing of it is left in there.
  ///
  /// Returns the copies made before.
  /// - Throws: ``WorkspaceError/staleNote(collection:id:)`` if it changed since `version`.
  @discardableResult
  public func erase<Value: PrivateNote>(
    _ id: DocumentID<Value>, on version: String, by seat: Seat
  ) async throws -> [Copy] {
    try await erase(by: seat) { writing in
      try writing.hold(id, on: version)
      try writing.database.execute(
        sql: "DELETE FROM note WHERE member = ? AND collection = ? AND id = ?",
        arguments: [seat.member.id.rawValue, Value.collection, id.description])
    }
  }

  private func erase(by seat: Seat, _ body: @escaping @Sendable (Writing) throws -> Void) async throws -> [Copy] {
    try await write(by: seat, body)
    return try await using { queue in
      try await apart {
        try queue.vacuum()
        try queue.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
      }
      return try await self.look { try $0.copies() }
    }
  }
}
