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
  /// person who writes. Its author is not known afterwards: who has its name can erase it for a day
  /// (``eraseUnsigned(_:)``), an editor can delete it.
  @discardableResult
  public func createUnsigned<Value: Document>(_ value: Value) throws -> Kept<Value> {
    try seat.require(.contribute)
    let day = day.milliseconds
    try makeNobody()
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
    return Kept(id: id, revision: 1, value: value, author: .nobody, creator: .nobody, at: Date(milliseconds: day))
  }

  /// Erases a document that was written unsigned, as if it had never been: for who wrote it and takes it back at once.
  ///
  /// Nothing tells who wrote it but its unguessable name: show that to its writer alone. No revision stays, because its
  /// author would be the writer. Only on the day on which it was written or the next (UTC), and only as it was written.
  /// - Returns: False if its time is over, or it is not as it was written; nothing is erased then.
  /// - Throws: ``WorkspaceError/missing(collection:id:)`` if there is none, or it was signed.
  public func eraseUnsigned<Value: Document>(_ id: DocumentID<Value>) throws -> Bool {
    try seat.require(.contribute)
    guard let standing = try standing(id), standing.creator == .nobody else {
      throw WorkspaceError.missing(collection: Value.collection, id: id.description)
    }
    guard standing.number == 1, day.timeIntervalSince(standing.at) <= 86_400 else { return false }
    try database.execute(sql: "DELETE FROM search WHERE rowid = ?", arguments: [standing.key])
    try database.execute(sql: "DELETE FROM document WHERE key = ?", arguments: [standing.key])
    return true
  }

  /// This transaction, as nobody writes in it, dated to the day: for what follows from unsigned documents, as totals of
  /// them, so that it does not tell who wrote the last.
  ///
  /// What is written so may change what others made: write only what follows, never what was typed.
  public func unsigned() throws -> Writing {
    try seat.require(.contribute)
    try makeNobody()
    let nobody = Member(id: .nobody, name: "Unsigned", role: .editor, joined: day, departed: day)
    let seat = Seat(workspace: seat.workspace, member: nobody, device: seat.device, noteKey: nil)
    return Writing(reading: reading, seat: seat, now: day)
  }

  /// The beginning of today, in UTC.
  private var day: Date { Date(milliseconds: now.milliseconds / 86_400_000 * 86_400_000) }

  private func makeNobody() throws {
    try database.execute(
      sql: "INSERT OR IGNORE INTO member (id, name, role, joined, departed) VALUES (?, 'Unsigned', 'viewer', 0, 0)",
      arguments: [MemberID.nobody.rawValue])
  }
}
