public import Foundation  // Date
import GRDB

/// A value with a place in a workspace: which collection it belongs to, and how old its shape may be.
///
/// When a field is added after release, raise ``shape`` and name the field in ``laterFields``; older documents are then
/// read as if they had been written with it. A golden file of each older shape keeps this true.
public protocol Stored: Codable, Sendable {
  /// The collection's name in the file, as `profile` or `pdsa`; never changed after release.
  static var collection: String { get }
  /// The version of the fields, from 1.
  static var shape: Int { get }
  /// The fields that older shapes lack, with the value that such documents are read with.
  static var laterFields: [LaterField] { get }
}

extension Stored {
  /// The first shape.
  public static var shape: Int { 1 }
  /// No later fields.
  public static var laterFields: [LaterField] { [] }
}

/// A shared value: kept with every revision, seen by every member.
public protocol Document: Stored {
  /// The words by which it is found; nil (the default) keeps it out of the search.
  var searchableText: String? { get }

  /// What was done for good or for the record, as this state tells it: "Prediction locked", "Answered"; usually nothing.
  ///
  /// A save that adds or takes away any begins a revision of its own, which no later save joins. What is final stays:
  /// a state without it is refused, by whatever way it comes (a save, an undo, a restore, a deletion).
  var acts: [Act] { get }
}

extension Document {
  /// Not found by search.
  public var searchableText: String? { nil }

  /// Nothing that matters more than any other save.
  public var acts: [Act] { [] }
}

/// A field that a type gained after documents of it had been written.
public struct LaterField: Sendable {
  let shape: Int
  let name: String
  let value: @Sendable () throws -> String

  /// The field `name` exists since `shape`; documents of earlier shapes are read with `value` in it.
  public init(since shape: Int, _ name: String, _ value: some Codable & Sendable) {
    self.shape = shape
    self.name = name
    self.value = { try JSON.text(value) }
  }
}

/// A document as it is kept: its value, and what is needed to write on it.
public struct Kept<Value: Document>: Sendable, Identifiable {
  /// Its name.
  public let id: DocumentID<Value>
  /// The state that was read; a write carries it.
  ///
  /// Grows with every save, with gaps.
  public let revision: Int
  /// The content.
  public let value: Value
  /// Who wrote this state.
  public let author: MemberID
  /// Who made the document: the one besides editors who may change it.
  public let creator: MemberID
  /// When this state was written.
  public let at: Date
}

extension Kept: Equatable where Value: Equatable {}

/// A write that came too late: what it wanted, and what is there now.
public struct Conflict: Hashable, Sendable {
  /// The document's collection.
  public let collection: String
  /// The document's name.
  public let id: String
  /// The revision that the write was made on.
  public let basis: Int
  /// The revision that is there.
  public let current: Int
  /// Who wrote it.
  public let author: MemberID
  /// When it was written.
  public let at: Date

  let mine: String?
  let theirs: String?

  /// Both versions as values: what the write wanted and what is there; nil means deleted.
  /// - Throws: ``WorkspaceError/unreadable(collection:id:reason:)`` if they do not read as `type`.
  public func versions<Value: Document>(_ type: Value.Type) throws(WorkspaceError) -> (mine: Value?, theirs: Value?) {
    func value(_ text: String?) throws(WorkspaceError) -> Value? {
      guard let text else { return nil }
      return try JSON.value(type, from: text, id: id)
    }
    return (try value(mine), try value(theirs))
  }
}

/// How values become text: JSON with sorted keys, so that the same value is always the same bytes.
///
/// Dates are seconds since 2001, the one form that a `Date` survives unrounded.
enum JSON {
  static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  static func value<Value: Stored>(
    _ type: Value.Type, from text: String, id: String
  ) throws(WorkspaceError) -> Value {
    do {
      return try JSONDecoder().decode(type, from: Data(text.utf8))
    } catch {
      throw .unreadable(collection: type.collection, id: id, reason: JSON.reason(error))
    }
  }

  /// The text brought to the present shape of `type`.
  ///
  /// SQLite's own JSON functions add what is missing, so that nothing of the rest changes.
  static func upgraded<Value: Stored>(
    _ text: String, from shape: Int, to type: Value.Type, id: String, database: Database
  ) throws -> String {
    guard shape <= type.shape else {
      throw WorkspaceError.newerDocument(collection: type.collection, id: id, shape: shape, known: type.shape)
    }
    var text = text
    for field in type.laterFields where field.shape > shape {
      let upgraded = try String.fetchOne(
        database, sql: "SELECT json_insert(?, ?, json(?))", arguments: [text, "$.\"\(field.name)\"", try field.value()])
      text = upgraded ?? text
    }
    return text
  }

  private static func reason(_ error: any Error) -> String {
    func path(_ context: DecodingError.Context) -> String {
      context.codingPath.isEmpty ? "it" : context.codingPath.map(\.stringValue).joined(separator: ".")
    }
    return switch error as? DecodingError {
    case .keyNotFound(let key, _)?: "the field \(key.stringValue) is missing"
    case .valueNotFound(_, let context)?: "\(path(context)) is empty"
    case .typeMismatch(let type, let context)?: "\(path(context)) is not a \(type)"
    case .dataCorrupted(let context)?: "\(path(context)) is not what was expected (\(context.debugDescription))"
    default: "\(error)"
    }
  }
}
