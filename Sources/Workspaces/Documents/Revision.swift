public import Foundation  // Date
import GRDB

/// One line of a document's history: who, when, what.
public struct Revision: Hashable, Sendable {
  /// What was done.
  public enum Kind: String, Codable, Sendable {
    /// The document was made (and edited in the same sitting).
    case created
    /// It was changed.
    case edited
    /// It was deleted.
    case deleted
    /// An earlier state was brought back.
    case restored
    /// The last change was taken back.
    case undone
  }

  /// The number by which the state is read and restored.
  public let number: Int
  /// What was done.
  public let kind: Kind
  /// Who did it.
  public let author: MemberID
  /// When it began.
  public let began: Date
  /// When its last save was.
  public let at: Date
  /// The outermost fields that differ from the line before, sorted; empty if the document was deleted.
  public let changes: [String]

  /// Saves by one author within ten minutes are one revision (milliseconds), but for those with ``Document/acts``.
  static let sitting: Int64 = 600_000
}

extension Reading {
  /// Every revision of a document, oldest first; empty if there never was one.
  ///
  /// O(n) in its length.
  public func history<Value: Document>(of id: DocumentID<Value>) throws -> [Revision] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        WITH entry AS (
          SELECT r.*, lag(content) OVER (ORDER BY number) AS earlier FROM revision r
          JOIN document d ON d.key = r.document WHERE d.collection = ? AND d.id = ?
          AND number IN (SELECT max(number) FROM revision WHERE document = d.key GROUP BY entry)
        )
        SELECT number, kind, author, began, at, coalesce((
          SELECT json_group_array(key) FROM (
            SELECT key FROM (
              SELECT CAST(key AS TEXT) AS key, type, value FROM json_each(entry.content)
              EXCEPT SELECT CAST(key AS TEXT) AS key, type, value FROM json_each(coalesce(earlier, '{}')))
            UNION SELECT key FROM (
              SELECT CAST(key AS TEXT) AS key, type, value FROM json_each(coalesce(earlier, '{}')) WHERE entry.content IS NOT NULL
              EXCEPT SELECT CAST(key AS TEXT) AS key, type, value FROM json_each(entry.content))
            ORDER BY key) WHERE key IS NOT NULL), '[]') AS changes
        FROM entry ORDER BY number
        """, arguments: [Value.collection, id.description])
    return try rows.map { row in
      let changes: String = row["changes"]
      return Revision(
        number: row["number"], kind: Revision.Kind(rawValue: row["kind"]) ?? .edited,
        author: MemberID(rawValue: row["author"]), began: Date(milliseconds: row["began"]),
        at: Date(milliseconds: row["at"]), changes: try JSONDecoder().decode([String].self, from: Data(changes.utf8)))
    }
  }

  /// The document as it was at a revision of its history, or nil if it did not exist then.
  public func document<Value: Document>(_ id: DocumentID<Value>, at number: Int) throws -> Kept<Value>? {
    try kept(Value.self, "d.id = ? AND r.content IS NOT NULL", [id.description], at: "\(number)").first
  }
}
