import Crypto
public import Foundation  // Date

/// The public name of a way in: the beginning of its secret's hash, so it tells nothing of the secret.
public struct EntranceID: RawRepresentable, Hashable, Sendable, Codable {
  /// 16 lowercase letters and digits.
  public let rawValue: String

  /// The name with that text.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }
}

/// A way into a workspace, without the secret that opens it.
public struct Entrance: Hashable, Sendable, Identifiable {
  /// What the secret is for.
  public enum Kind: String, Sendable {
    /// A browser that was let in; its secret is in a cookie.
    case device
    /// A link by which others join.
    case join
    /// A link by which a member comes back on any device.
    case recovery
    /// A recovery link in a file that was taken elsewhere: opens its member's notes, once they are let in.
    case key
  }

  /// Its name, to revoke it by.
  public let id: EntranceID
  /// What it is for.
  public let kind: Kind
  /// Whose it is; nil for a link to join.
  public let member: MemberID?
  /// The role that a link to join gives.
  public let role: Role?
  /// What the member calls it, as "my phone".
  public let label: String
  /// When it was made.
  public let made: Date
  /// When it stops opening; nil for never.
  public let expires: Date?
  /// The day it was last used, to the day.
  public let seen: Date?
}

/// A secret together with the workspace it opens: what a cookie or a link holds.
///
/// Never kept; never printed.
public struct Token: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
  /// The workspace it opens.
  public let workspace: WorkspaceID
  /// 256 unguessable bits.
  let secret: [UInt8]

  /// Reads a token back; nil if the text is not one.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let workspace = WorkspaceID(String(parts[0])), let secret = Base32.bytes(parts[1]),
      secret.count == 32
    else { return nil }
    self.workspace = workspace
    self.secret = secret
  }

  init(to workspace: WorkspaceID, in world: World) {
    self.workspace = workspace
    secret = world.random(32)
  }

  /// The whole token, to be put in a cookie or a link: 79 characters, all safe in both.
  public var text: String { "\(workspace).\(Base32.text(secret))" }

  /// Not the secret: a token that strays into a log opens nothing.
  public var description: String { "Token(\(workspace))" }

  /// Not the secret either.
  public var customMirror: Mirror { Mirror(self, children: ["workspace": workspace]) }

  var hash: SHA256Digest { SHA256.hash(data: secret) }

  var entrance: EntranceID { EntranceID(rawValue: Base32.text(hash.prefix(10))) }
}

/// Someone who has just come in: where, who, and the secret for their cookie, shown this once.
public struct Arrival: Sendable {
  /// The workspace.
  public let workspace: Workspace
  /// Who came in.
  public let seat: Seat
  /// The new device's secret.
  public let token: Token
}
