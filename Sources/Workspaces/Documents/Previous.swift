public import Foundation  // Date
import GRDB

/// The state of a document before its last change, and when that change was among all changes of the workspace.
public struct Previous<Value: Document>: Sendable {
  /// Greater for later changes, whatever document they were made to.
  public let order: Int64
  /// When the last change was made.
  public let at: Date
  /// The state before it; nil where there was none.
  public let kept: Kept<Value>?
}

extension Reading {
  /// How a document was before its last change (a save, an undo, a deletion); nil where there never was one.
  ///
  /// Saves of one sitting are told apart for ten minutes, as with undo.
  public func previous<Value: Document>(of id: DocumentID<Value>) throws -> Previous<Value>? {
    let row = try Row.fetchOne(
      database,
      sql: """
        SELECT r.rowid AS change, r.at,
          (SELECT max(number) FROM revision WHERE document = d.key AND number < d.revision) AS earlier
        FROM document d JOIN revision r ON r.document = d.key AND r.number = d.revision
        WHERE d.collection = ? AND d.id = ?
        """, arguments: [Value.collection, id.description])
    guard let row else { return nil }
    let earlier: Int? = row["earlier"]
    return Previous(
      order: row["change"], at: Date(milliseconds: row["at"]), kept: try earlier.flatMap { try document(id, at: $0) })
  }
}
