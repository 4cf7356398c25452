public import Foundation  // Date

/// The name of a member, as the history carries it.
public struct MemberID: RawRepresentable, Hashable, Sendable, Codable {
  /// 16 lowercase letters and digits when it was made here.
  public let rawValue: String

  /// The name with that text.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }
}

/// Someone who is, or was, in a workspace.
public struct Member: Hashable, Sendable, Identifiable {
  /// Their name in the history.
  public let id: MemberID
  /// What they call themselves.
  public let name: String
  /// What they may do.
  public let role: Role
  /// Since when.
  public let joined: Date
  /// Until when; nil while they are in.
  public let departed: Date?
}

/// A member at a device that was let in: what every write is made by.
public struct Seat: Sendable {
  /// Where the seat is.
  public let workspace: WorkspaceID
  /// Who sits there, with the role they have now.
  public let member: Member
  /// Which device it is.
  public let device: EntranceID

  /// Opens the member's private notes; nil if the device holds no copy of it.
  let noteKey: NoteKey?

  /// Does nothing if the member's role allows it.
  /// - Throws: ``WorkspaceError/notAllowed(_:_:)`` if not.
  public func require(_ permission: Permission) throws(WorkspaceError) {
    guard member.role.allows(permission) else { throw .notAllowed(permission, member.role) }
  }
}
