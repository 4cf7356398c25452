internal import Markup
internal import Workspaces

// Reading and writing what is kept. A page's model is fetched in one `read`; an intention is one `write`.
extension PageContext {
  /// Reads in one consistent look; nil for a visitor who keeps nothing here yet.
  func read<Result: Sendable>(_ body: @escaping @Sendable (Reading) throws -> Result) async throws -> Result? {
    guard let workspace else { return nil }
    return try await workspace.read(body)
  }

  /// The document of that name, if there is one.
  func document<Value: PageDocument>(_ id: DocumentID<Value>) async throws -> Kept<Value>? {
    try await read { try $0.document(id) } ?? nil
  }

  /// Every document of a kind, in the order in which they were made.
  func documents<Value: PageDocument>(_ type: Value.Type = Value.self) async throws -> [Kept<Value>] {
    try await read { try $0.documents(type) } ?? []
  }

  /// Writes in one transaction; a visitor's first write makes their workspace.
  ///
  /// The one place where words of a form become documents, so the one where they are screened: see ``WordScreen``.
  /// - Throws: ``PatientWords`` when the form holds words that may point to a patient; nothing is written then.
  @discardableResult
  func write<Result: Sendable>(_ body: @escaping @Sendable (Writing) throws -> Result) async throws -> Result {
    if let suspects = screen?.suspects(in: form), !suspects.isEmpty { throw PatientWords(suspects: suspects) }
    let place = try await placeForWriting()
    return try await place.workspace.write(by: place.seat, body)
  }

  /// Keeps `value` under that name: made if there is none, otherwise written on the revision that the form was filled in
  /// on (``revisionField(_:)``).
  ///
  /// When it changed meanwhile the visitor is shown both versions, and nothing is lost.
  @discardableResult
  func save<Value: PageDocument>(_ value: Value, as id: DocumentID<Value>) async throws -> Kept<Value> {
    let revision = revision
    return try await write { writing in try writing.keep(value, as: id, on: revision) }
  }

  /// The field by which a form says on which revision it was filled in; 0 when there was nothing.
  func revisionField(_ kept: Kept<some PageDocument>?) -> HTML {
    hidden(FieldName.revision, "\(kept?.revision ?? 0)")
  }

  /// The revision that the form was filled in on.
  var revision: Int { Int(form[FieldName.revision]) ?? 0 }

  /// "Saved.", with a way to take it back.
  func saved<Value: PageDocument>(_ kept: Kept<Value>, _ text: String = "") -> Flash {
    Flash(
      .good, "Saved.", text,
      undo: .init(collection: Value.collection, id: kept.id.description, revision: kept.revision))
  }

  private func placeForWriting() async throws -> Entry.Place {
    if let place = entry.place { return place }
    let arrival = try await site.shelf.create(ownerNamed: "Me", on: device)
    entry.arrive(arrival)
    return Entry.Place(workspace: arrival.workspace, seat: arrival.seat)
  }
}

extension DocumentID {
  /// The name of a document of which a workspace has exactly one.
  init(only name: StaticString) {
    guard let id = DocumentID("\(name)") else { preconditionFailure("a document's name has 1 to 200 letters") }
    self = id
  }
}

extension Writing {
  /// Keeps `value` under that name: made if revision 0 was seen (no document), otherwise written on that revision.
  @discardableResult
  func keep<Value: PageDocument>(_ value: Value, as id: DocumentID<Value>, on revision: Int) throws -> Kept<Value> {
    do {
      if revision == 0 { return try create(value, as: id) }
    } catch WorkspaceError.taken {
      // Who saw no document may write over its deletion: that is what they saw.
      if let gone = try reading.deleted(Value.self).first(where: { $0.id == id }) {
        return try write(value, to: id, on: gone.revision)
      }
    }
    return try write(value, to: id, on: revision)
  }

  /// Keeps `value` in place of whatever is there: for drafts, which nobody reads but who made them.
  @discardableResult
  func replace<Value: PageDocument>(_ value: Value, as id: DocumentID<Value>) throws -> Kept<Value> {
    try keep(value, as: id, on: reading.document(id)?.revision ?? 0)
  }

  /// Deletes the document if it is there.
  func discard<Value: PageDocument>(_ id: DocumentID<Value>) throws {
    if let kept = try reading.document(id) { try delete(id, on: kept.revision) }
  }
}
