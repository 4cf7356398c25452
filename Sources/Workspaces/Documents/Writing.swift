public import Foundation  // Date
import GRDB

/// One transaction on a workspace by one member: everything in it happens, or nothing.
///
/// Lives inside ``Workspace/write(by:_:)`` only. What the member's role does not allow is refused here, whoever calls.
public struct Writing {
  /// The workspace as this transaction sees it.
  public let reading: Reading
  /// Who writes.
  public let seat: Seat

  /// The time that is noted with what is written.
  public let now: Date

  var database: Database { reading.database }

  /// Adds a document.
  ///
  /// Without a name it is given a new one.
  /// - Throws: ``WorkspaceError/taken(collection:id:)`` if the name is in use, also by a deleted document.
  @discardableResult
  public func create<Value: Document>(_ value: Value, as id: DocumentID<Value>? = nil) throws -> Kept<Value> {
    try seat.require(.contribute)
    let id = id ?? DocumentID(in: reading.world)
    guard try standing(id) == nil else {
      throw WorkspaceError.taken(collection: Value.collection, id: id.description)
    }
    try database.execute(
      sql: "INSERT INTO document (collection, id, revision, author) VALUES (?, ?, 1, ?)",
      arguments: [Value.collection, id.description, seat.member.id.rawValue])
    let key = database.lastInsertedRowID
    let state = State(kind: .created, content: try JSON.text(value), shape: Value.shape, before: nil)
    return try append(state, to: id, key: key, after: nil, value: value)
  }

  /// Writes a new state of a document on the revision that was read.
  ///
  /// The same content again changes nothing.
  /// - Throws: ``WorkspaceError/stale(_:)`` with both versions if the document has changed since.
  @discardableResult
  public func write<Value: Document>(
    _ value: Value, to id: DocumentID<Value>, on revision: Int
  ) throws -> Kept<Value> {
    let content = try JSON.text(value)
    let current = try held(id, on: revision, wanting: content)
    if current.content == content, current.shape == Value.shape {
      return Kept(
        id: id, revision: current.number, value: value, author: current.author, creator: current.creator, at: current.at
      )
    }
    let state = State(kind: .edited, content: content, shape: Value.shape, before: current.number)
    return try append(state, to: id, key: current.key, after: current, value: value)
  }

  /// Deletes a document; its history stays and it can be restored.
  /// - Throws: ``WorkspaceError/stale(_:)`` if it has changed since.
  public func delete<Value: Document>(_ id: DocumentID<Value>, on revision: Int) throws {
    let current = try held(id, on: revision, wanting: nil)
    guard current.content != nil else { return }
    let state = State(kind: .deleted, content: nil, shape: Value.shape, before: current.number)
    try append(state, to: id, key: current.key, after: current)
  }

  /// Brings back the state that `number` of the history shows, or, if the document was deleted and no number is given,
  /// its last content.
  /// - Throws: ``WorkspaceError/nothingToRestore(collection:id:)``, ``WorkspaceError/stale(_:)``.
  @discardableResult
  public func restore<Value: Document>(
    _ id: DocumentID<Value>, to number: Int? = nil, on revision: Int
  ) throws -> Kept<Value> {
    let current = try held(id, on: revision, wanting: nil)
    let row = try Row.fetchOne(
      database,
      sql: """
        SELECT shape, content FROM revision WHERE document = ? AND number = coalesce(?, number) AND content IS NOT NULL
        ORDER BY number DESC LIMIT 1
        """, arguments: [current.key, number])
    guard let row else { throw WorkspaceError.nothingToRestore(collection: Value.collection, id: id.description) }
    let value: Value = try reading.value(row["content"], shape: row["shape"], id: id.description)
    let state = State(kind: .restored, content: row["content"], shape: row["shape"], before: current.number)
    return try append(state, to: id, key: current.key, after: current, value: value)
  }

  /// Takes back the last change, and the one before when asked again: each save of the last ten minutes, earlier ones
  /// by revision.
  ///
  /// Undoing is itself a revision, so nothing is lost. Returns nil if the document did not exist before.
  /// - Throws: ``WorkspaceError/nothingToUndo(collection:id:)``, ``WorkspaceError/stale(_:)``.
  @discardableResult
  public func undo<Value: Document>(_ id: DocumentID<Value>, on revision: Int) throws -> Kept<Value>? {
    let current = try held(id, on: revision, wanting: nil)
    guard current.before != nil || current.content != nil else {
      throw WorkspaceError.nothingToUndo(collection: Value.collection, id: id.description)
    }
    let earlier = try Row.fetchOne(
      database, sql: "SELECT before, shape, content FROM revision WHERE document = ? AND number = ?",
      arguments: [current.key, current.before])
    let state = State(
      kind: .undone, content: earlier?["content"], shape: earlier?["shape"] ?? Value.shape, before: earlier?["before"])
    guard let content = state.content else {
      try append(state, to: id, key: current.key, after: current)
      return nil
    }
    let value: Value = try reading.value(content, shape: state.shape, id: id.description)
    return try append(state, to: id, key: current.key, after: current, value: value)
  }

  /// Sets or, with nil, removes a setting of the workspace.
  public func set(_ key: String, to value: String?) throws {
    try seat.require(.edit)
    if let value {
      try database.execute(sql: "INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)", arguments: [key, value])
    } else {
      try database.execute(sql: "DELETE FROM setting WHERE key = ?", arguments: [key])
    }
  }
}
