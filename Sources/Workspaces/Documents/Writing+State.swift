import Foundation
import GRDB

/// A state that a document is about to have.
struct State {
  var kind: Revision.Kind
  var content: String?
  var shape: Int
  /// The state that an undo goes back to.
  var before: Int?
}

/// The state that a document has.
struct Standing {
  let key: Int64
  let creator: MemberID
  let number: Int
  let entry: Int
  let began: Int64
  let before: Int?
  let kind: Revision.Kind
  let shape: Int
  let content: String?
  let author: MemberID
  let at: Date
}

extension Writing {
  /// The present state of a document, deleted ones included; nil if there never was one.
  func standing<Value: Document>(_ id: DocumentID<Value>) throws -> Standing? {
    let row = try Row.fetchOne(
      database,
      sql: """
        SELECT d.key, d.author AS creator, r.* FROM document d
        JOIN revision r ON r.document = d.key AND r.number = d.revision WHERE d.collection = ? AND d.id = ?
        """, arguments: [Value.collection, id.description])
    return row.map { row in
      Standing(
        key: row["key"], creator: MemberID(rawValue: row["creator"]), number: row["number"], entry: row["entry"],
        began: row["began"], before: row["before"], kind: Revision.Kind(rawValue: row["kind"]) ?? .edited,
        shape: row["shape"], content: row["content"], author: MemberID(rawValue: row["author"]),
        at: Date(milliseconds: row["at"]))
    }
  }

  /// The state to write on, if the member may and it is the one that was read.
  func held<Value: Document>(_ id: DocumentID<Value>, on revision: Int, wanting content: String?) throws -> Standing {
    guard let current = try standing(id) else {
      throw WorkspaceError.missing(collection: Value.collection, id: id.description)
    }
    try seat.require(current.creator == seat.member.id ? .contribute : .edit)
    guard current.number != revision else { return current }
    let theirs = try current.content.map {
      try JSON.upgraded($0, from: current.shape, to: Value.self, id: id.description, database: database)
    }
    throw WorkspaceError.stale(
      Conflict(
        collection: Value.collection, id: id.description, basis: revision, current: current.number,
        author: current.author, at: current.at, mine: content, theirs: theirs))
  }

  @discardableResult
  func append<Value: Document>(
    _ state: State, to id: DocumentID<Value>, key: Int64, after current: Standing?, value: Value
  ) throws -> Kept<Value> {
    let number = try append(state, to: id, key: key, after: current)
    if let words = value.searchableText {
      try database.execute(sql: "INSERT INTO search (rowid, words) VALUES (?, ?)", arguments: [key, words])
    }
    return Kept(
      id: id, revision: number, value: value, author: seat.member.id, creator: current?.creator ?? seat.member.id,
      at: Date(milliseconds: now.milliseconds))
  }

  /// Adds the state to the history and makes it the present one; out of the search until its words are added.
  @discardableResult
  func append<Value: Document>(
    _ state: State, to id: DocumentID<Value>, key: Int64, after current: Standing?
  ) throws -> Int {
    let number = (current?.number ?? 0) + 1
    var kind = state.kind
    var entry = number
    var began = now.milliseconds
    let standsAlone = try standsAlone(state, after: current, of: id)
    if let current, kind == .edited, current.kind == .created || current.kind == .edited, !standsAlone,
      current.author == seat.member.id, (0..<Revision.sitting).contains(began - current.began),
      try !self.standsAlone(current, of: id)
    {
      (kind, entry, began) = (current.kind, current.entry, current.began)
    }
    try database.execute(
      sql: """
        INSERT INTO revision (document, number, entry, began, before, kind, shape, content, author, at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        key, number, entry, began, state.before, kind.rawValue, state.shape, state.content, seat.member.id.rawValue,
        now.milliseconds,
      ])
    try database.execute(sql: "UPDATE document SET revision = ? WHERE key = ?", arguments: [number, key])
    try database.execute(sql: "DELETE FROM search WHERE rowid = ?", arguments: [key])
    try settle(key)
    return number
  }

  /// Once ten minutes have passed, the saves of one sitting become one revision: its last.
  ///
  /// What would have gone back to one of the others then goes back to before the sitting. Looks only at sittings that
  /// are not settled yet.
  private func settle(_ key: Int64) throws {
    let superseded = try Int.fetchAll(
      database,
      sql: """
        WITH sitting AS (
          SELECT entry, max(number) AS last FROM revision INDEXED BY revision_unsettled
          WHERE document = ?1 AND number > entry AND began <= ?2 GROUP BY entry
        )
        SELECT number FROM sitting JOIN revision r ON r.document = ?1 AND number BETWEEN sitting.entry AND last - 1
        WHERE r.entry = sitting.entry ORDER BY number
        """, arguments: [key, now.milliseconds - Revision.sitting])
    guard !superseded.isEmpty else { return }
    for number in superseded {
      try database.execute(
        sql: """
          UPDATE revision SET before = (SELECT before FROM revision WHERE document = ?1 AND number = ?2)
          WHERE document = ?1 AND before = ?2
          """, arguments: [key, number])
      try database.execute(sql: "DELETE FROM revision WHERE document = ? AND number = ?", arguments: [key, number])
    }
    try database.execute(
      sql: "UPDATE revision SET entry = number WHERE document = ? AND number > entry AND began <= ?",
      arguments: [key, now.milliseconds - Revision.sitting])
  }
}
