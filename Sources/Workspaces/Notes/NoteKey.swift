import Crypto
import Foundation

/// The random key that opens one member's private notes.
///
/// Each of the member's secrets (a device, a recovery link) holds a wrapped copy; dropping the copy is all that
/// revoking takes.
struct NoteKey: Sendable {
  private let key: SymmetricKey

  init(in world: World) {
    key = SymmetricKey(data: world.random(32))
  }

  init(unwrapping wrapped: Data, with token: Token, member: MemberID, origin: String) throws(WorkspaceError) {
    do {
      let box = try AES.GCM.SealedBox(combined: wrapped)
      let bound = Self.bound("key", origin, member.rawValue, token.entrance.rawValue)
      key = SymmetricKey(data: try AES.GCM.open(box, using: Self.wrapping(token, origin), authenticating: bound))
    } catch {
      throw .sealed(collection: "key", id: token.entrance.rawValue)
    }
  }

  func wrapped(for token: Token, member: MemberID, origin: String) throws -> Data {
    let bound = Self.bound("key", origin, member.rawValue, token.entrance.rawValue)
    let bytes = key.withUnsafeBytes { Data($0) }
    let box = try AES.GCM.seal(bytes, using: Self.wrapping(token, origin), authenticating: bound)
    return box.combined ?? Data()
  }

  /// Seals a note: bound to its place, so that it cannot be moved to another one, and padded, so that its length says
  /// little (a power of two of at least 512 bytes).
  func seal(_ text: Data, in place: NotePlace) throws -> Data {
    var padded = withUnsafeBytes(of: UInt32(text.count).bigEndian) { Data($0) } + text
    var size = 512
    while size < padded.count { size *= 2 }
    padded.append(Data(count: size - padded.count))
    return try AES.GCM.seal(padded, using: key, authenticating: place.bound).combined ?? Data()
  }

  func open(_ sealed: Data, in place: NotePlace) throws(WorkspaceError) -> Data {
    do {
      let padded = try AES.GCM.open(AES.GCM.SealedBox(combined: sealed), using: key, authenticating: place.bound)
      let count = padded.prefix(4).reduce(0) { $0 << 8 | Int($1) }
      return padded.dropFirst(4).prefix(count)
    } catch {
      throw .sealed(collection: place.collection, id: place.id)
    }
  }

  private static func wrapping(_ token: Token, _ origin: String) -> SymmetricKey {
    HKDF<SHA256>.deriveKey(
      inputKeyMaterial: SymmetricKey(data: token.secret), salt: Data(origin.utf8),
      info: Data("housestaff note key 1".utf8), outputByteCount: 32)
  }

  /// The parts one after the other, each preceded by its length, so that no two lists of parts read the same.
  fileprivate static func bound(_ parts: String...) -> Data {
    parts.reduce(into: Data("housestaff 1".utf8)) { bytes, part in
      withUnsafeBytes(of: UInt32(part.utf8.count).bigEndian) { bytes.append(contentsOf: $0) }
      bytes.append(contentsOf: part.utf8)
    }
  }
}

/// Where a sealed note belongs.
struct NotePlace {
  let origin: String
  let member: MemberID
  let collection: String
  let id: String

  var bound: Data { NoteKey.bound("note", origin, member.rawValue, collection, id) }
}
