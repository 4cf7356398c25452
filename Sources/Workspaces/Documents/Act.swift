import GRDB

/// Something that was done to a document and stands by itself in its history.
public struct Act: Hashable, Sendable {
  /// What was done, with what it was done to and when, as people read it; two acts of the same words are one.
  public let words: String
  /// Whether it can never be taken back.
  public let isFinal: Bool

  /// An act in those words.
  public init(_ words: String, isFinal: Bool = false) {
    self.words = words
    self.isFinal = isFinal
  }
}

extension Writing {
  /// Whether a state is to stand by itself, because acts were added or taken away.
  /// - Throws: ``WorkspaceError/final(collection:id:act:)`` if one that is final would be lost.
  func standsAlone<Value: Document>(
    _ state: State, after current: Standing?, of id: DocumentID<Value>
  ) throws -> Bool {
    let before = try current.map { try acts(id, $0.content, $0.shape) } ?? []
    let after = try acts(id, state.content, state.shape)
    if let lost = before.first(where: { $0.isFinal && !after.contains($0) }) {
      throw WorkspaceError.final(collection: Value.collection, id: id.description, act: lost.words)
    }
    return Set(before) != Set(after)
  }

  /// Whether the present state stands by itself.
  func standsAlone<Value: Document>(_ current: Standing, of id: DocumentID<Value>) throws -> Bool {
    let row = try Row.fetchOne(
      database, sql: "SELECT shape, content FROM revision WHERE document = ? AND number = ?",
      arguments: [current.key, current.before])
    let before = try row.map { try acts(id, $0["content"], $0["shape"]) } ?? []
    return Set(before) != Set(try acts(id, current.content, current.shape))
  }

  /// A state that cannot be read, or a deletion, tells of no acts.
  private func acts<Value: Document>(_ id: DocumentID<Value>, _ content: String?, _ shape: Int) throws -> [Act] {
    guard let content else { return [] }
    do {
      let value: Value = try reading.value(content, shape: shape, id: id.description)
      return value.acts
    } catch WorkspaceError.unreadable {
      return []
    }
  }
}
