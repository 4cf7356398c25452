import Foundation
import GRDB

/// One consistent look at a workspace; a page is read in one of these.
///
/// Lives inside ``Workspace/read(_:)`` only.
public struct Reading {
  let database: Database
  /// The file's first name, to which sealed notes are bound wherever the file goes.
  let origin: String
  let world: World

  /// The document of that name, or nil if there is none or it was deleted.
  ///
  /// O(log n).
  public func document<Value: Document>(_ id: DocumentID<Value>) throws -> Kept<Value>? {
    try kept(Value.self, "d.id = ? AND r.content IS NOT NULL", [id.description]).first
  }

  /// All documents of a type, in the order in which they were made.
  public func documents<Value: Document>(_ type: Value.Type = Value.self) throws -> [Kept<Value>] {
    try kept(type, "r.content IS NOT NULL")
  }

  /// The last content of documents that were deleted, in the order in which they were made; their revision is that of
  /// the deletion, on which a restore is made.
  public func deleted<Value: Document>(_ type: Value.Type = Value.self) throws -> [Kept<Value>] {
    try kept(
      type, "(SELECT content IS NULL FROM revision WHERE document = d.key AND number = d.revision)",
      at: "(SELECT max(number) FROM revision WHERE document = d.key AND content IS NOT NULL)", writableOn: "d.revision")
  }

  /// A setting of the workspace, or nil.
  public func setting(_ key: String) throws -> String? {
    try String.fetchOne(database, sql: "SELECT value FROM setting WHERE key = ?", arguments: [key])
  }

  /// Whether anything in it was written while the clock was set by hand: no date in it proves anything.
  public func isRehearsed() throws -> Bool {
    try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM about WHERE key = 'rehearsed')") ?? false
  }

  func kept<Value: Document>(
    _ type: Value.Type, _ condition: String, _ arguments: [any DatabaseValueConvertible] = [],
    at revision: String = "d.revision",
    writableOn number: String = "r.number"
  ) throws -> [Kept<Value>] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT d.id, \(number) AS number, r.shape, r.content, r.author, d.author AS creator, r.at
        FROM document d JOIN revision r ON r.document = d.key AND r.number = \(revision)
        WHERE d.collection = ? AND \(condition) ORDER BY d.key
        """, arguments: StatementArguments([Value.collection as any DatabaseValueConvertible] + arguments))
    return try rows.compactMap { row in
      guard let id = DocumentID<Value>(row["id"]) else { return nil }
      let value: Value = try value(row["content"], shape: row["shape"], id: id.description)
      return Kept(
        id: id, revision: row["number"], value: value, author: MemberID(rawValue: row["author"]),
        creator: MemberID(rawValue: row["creator"]), at: Date(milliseconds: row["at"]))
    }
  }

  func value<Value: Stored>(_ content: String, shape: Int, id: String) throws -> Value {
    let text = try JSON.upgraded(content, from: shape, to: Value.self, id: id, database: database)
    return try JSON.value(Value.self, from: text, id: id)
  }
}
