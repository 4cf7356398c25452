import Crypto
public import Foundation  // Date
import GRDB

/// A value that only the member who wrote it can read: sealed with their key, without revisions, and never searched.
///
/// A type is either this or a ``Document``, so a note cannot be saved in the open by mistake.
///
/// It is safe from whoever holds the file, its backups or the disk; not from whoever controls the program while the
/// member uses it. That a note exists, in which collection, whose, and its length to a power of two, can be seen.
public protocol PrivateNote: Stored {}

/// A private note as it was read.
public struct KeptNote<Value: PrivateNote>: Sendable, Identifiable {
  /// Its name.
  public let id: DocumentID<Value>
  /// The state that was read; a write carries it.
  public let version: String
  /// The content.
  public let value: Value
  /// When this state was written (sealed too).
  public let at: Date
}

private struct Envelope: Codable {
  let at: Int64
  let shape: Int
  let content: String
}

extension Reading {
  /// The note of that name of the member at the seat, or nil.
  /// - Throws: ``WorkspaceError/sealed(collection:id:)`` if the seat's key does not open it.
  public func note<Value: PrivateNote>(_ id: DocumentID<Value>, of seat: Seat) throws -> KeptNote<Value>? {
    try sealedNote(id, of: seat).map { try opened($0, id, of: seat) }
  }

  /// All notes of a type of the member at the seat, latest first.
  /// - Throws: ``WorkspaceError/sealed(collection:id:)`` if the seat's key does not open them.
  public func notes<Value: PrivateNote>(_ type: Value.Type = Value.self, of seat: Seat) throws -> [KeptNote<Value>] {
    let rows = try Row.fetchAll(
      database, sql: "SELECT id, sealed FROM note WHERE member = ? AND collection = ?",
      arguments: [seat.member.id.rawValue, Value.collection])
    return try rows.compactMap { row in
      guard let id = DocumentID<Value>(row["id"]) else { return nil }
      return try opened(row["sealed"], id, of: seat)
    }.sorted { ($0.at, $0.id.description) > ($1.at, $1.id.description) }
  }

  func sealedNote<Value: PrivateNote>(_ id: DocumentID<Value>, of seat: Seat) throws -> Data? {
    try Data.fetchOne(
      database, sql: "SELECT sealed FROM note WHERE member = ? AND collection = ? AND id = ?",
      arguments: [seat.member.id.rawValue, Value.collection, id.description])
  }

  private func opened<Value: PrivateNote>(
    _ sealed: Data, _ id: DocumentID<Value>, of seat: Seat
  ) throws -> KeptNote<Value> {
    guard let key = seat.noteKey else {
      throw WorkspaceError.sealed(collection: Value.collection, id: id.description)
    }
    let text = try key.open(sealed, in: place(id, seat))
    let envelope = try JSONDecoder().decode(Envelope.self, from: text)
    let value: Value = try value(envelope.content, shape: envelope.shape, id: id.description)
    return KeptNote(id: id, version: version(sealed), value: value, at: Date(milliseconds: envelope.at))
  }

  func place<Value: PrivateNote>(_ id: DocumentID<Value>, _ seat: Seat) -> NotePlace {
    NotePlace(origin: origin, member: seat.member.id, collection: Value.collection, id: id.description)
  }

  /// A sealed note differs at every write, so its hash tells states apart without counting them in the file.
  func version(_ sealed: Data) -> String { Base32.text(SHA256.hash(data: sealed).prefix(10)) }
}

extension Writing {
  /// Writes a private note, on the version that was read (nil for a new one).
  /// - Throws: ``WorkspaceError/staleNote(collection:id:)`` if it changed since;
  ///   ``WorkspaceError/sealed(collection:id:)`` if the seat holds no key.
  @discardableResult
  public func write<Value: PrivateNote>(
    _ value: Value, to id: DocumentID<Value>, on version: String?
  ) throws -> KeptNote<Value> {
    guard let key = seat.noteKey else {
      throw WorkspaceError.sealed(collection: Value.collection, id: id.description)
    }
    try hold(id, on: version)
    let envelope = Envelope(at: now.milliseconds, shape: Value.shape, content: try JSON.text(value))
    let sealed = try key.seal(Data(try JSON.text(envelope).utf8), in: reading.place(id, seat))
    try database.execute(
      sql: "INSERT OR REPLACE INTO note (member, collection, id, sealed) VALUES (?, ?, ?, ?)",
      arguments: [seat.member.id.rawValue, Value.collection, id.description, sealed])
    return KeptNote(
      id: id, version: reading.version(sealed), value: value, at: Date(milliseconds: now.milliseconds))
  }

  /// A new private note.
  @discardableResult
  public func create<Value: PrivateNote>(_ value: Value) throws -> KeptNote<Value> {
    try write(value, to: DocumentID(in: reading.world), on: nil)
  }

  func hold<Value: PrivateNote>(_ id: DocumentID<Value>, on version: String?) throws {
    let current = try reading.sealedNote(id, of: seat).map(reading.version)
    guard current == version else {
      throw WorkspaceError.staleNote(collection: Value.collection, id: id.description)
    }
  }
}
