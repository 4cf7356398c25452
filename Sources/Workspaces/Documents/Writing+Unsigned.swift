import Foundation
import GRDB

extension MemberID {
  /// Whom unsigned documents name: nobody.
  public static let nobody = MemberID(rawValue: "nobody")
}

extension Writing {
  /// Adds a document without its author, dated to the day.
  ///
  /// Who wrote it stands nowhere in the file; that it came after the documents made before it does. Say both to the
  /// person who writes. It cannot be taken back by its author, who is not known: an editor can delete it.
  @discardableResult
  public func createUnsigned<Value: Document>(_ value: Value) throws -> Kept<Value> {
    try seat.require(.contribute)
    let day = now.milliseconds / 86_400_000 * 86_400_000
    try database.execute(
      sql: "INSERT OR IGNORE INTO member (id, name, role, joined, departed) VALUES (?, 'Unsigned', 'viewer', 0, 0)",
      arguments: [MemberID.nobody.rawValue])
    let id = DocumentID<Value>(in: reading.world)
    try database.execute(
      sql: "INSERT INTO document (collection, id, revision, author) VALUES (?, ?, 1, ?)",
      arguments: [Value.collection, id.description, MemberID.nobody.rawValue])
    let key = database.lastInsertedRowID
    try database.execute(
      sql: """
        INSERT INTO revision (document, number, entry, began, before, kind, shape, content, author, at)
        VALUES (?, 1, 1, ?, NULL, ?, ?, ?, ?, ?)
        """,
      arguments: [
        key, day, Revision.Kind.created.rawValue, Value.shape, try JSON.text(value), MemberID.nobody.rawValue, day,
      ])
    if let words = value.searchableText {
      try database.execute(sql: "INSERT INTO search (rowid, words) VALUES (?, ?)", arguments: [key, words])
    }
    return Kept(id: id, revision: 1, value: value, author: .nobody, at: Date(milliseconds: day))
  }
}
