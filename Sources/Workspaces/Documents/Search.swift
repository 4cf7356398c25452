import GRDB

/// A document that contains the words looked for.
public struct Found: Hashable, Sendable {
  /// Its collection.
  public let collection: String
  /// Its name.
  public let id: String
  /// A few words around the first hit.
  public let excerpt: String
}

extension Reading {
  /// The documents that contain every word of `text` (the last letters of a word may be missing; case and accents do
  /// not count), best first.
  ///
  /// Private notes are never among them: they are kept where the search does not look.
  public func search(_ text: String, limit: Int = 50) throws -> [Found] {
    let words = text.split { !($0.isLetter || $0.isNumber) }
    guard !words.isEmpty else { return [] }
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT d.collection, d.id, snippet(search, 0, '', '', '\u{2026}', 16) AS excerpt
        FROM search JOIN document d ON d.key = search.rowid WHERE search MATCH ? ORDER BY rank, d.key LIMIT ?
        """, arguments: [words.map { "\"\($0)\"*" }.joined(separator: " "), limit])
    return rows.map { Found(collection: $0["collection"], id: $0["id"], excerpt: $0["excerpt"]) }
  }
}
