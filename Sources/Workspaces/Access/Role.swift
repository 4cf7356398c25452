/// What a member may do in a workspace; each role can do all that the one before can.
public enum Role: String, Codable, Sendable, CaseIterable, Comparable {
  /// Reads.
  case viewer
  /// Also adds: new documents, observations, and changes to what they added themselves.
  case contributor
  /// Also changes what others wrote.
  case editor
  /// Also has what is the owner's own, decides who is in, downloads the file, and deletes for good.
  case owner

  /// Whether the role may do it: the one place where this is decided.
  public func allows(_ permission: Permission) -> Bool { self >= permission.role }

  /// From viewer up to owner.
  public static func < (one: Role, other: Role) -> Bool { one.rank < other.rank }

  private var rank: Int {
    switch self {
    case .viewer: 0
    case .contributor: 1
    case .editor: 2
    case .owner: 3
    }
  }
}

/// Something that not everybody in a workspace may do.
public enum Permission: String, Sendable, CaseIterable {
  /// See every document but the owner's own.
  case read
  /// Add documents and observations; change and delete what one added oneself.
  case contribute
  /// Change and delete what others added.
  case edit
  /// See and change what stays the owner's own: a person's plans in a workspace that others joined.
  case own
  /// Make links by which others join.
  case invite
  /// Change roles, revoke others' links and devices, remove members.
  case manage
  /// Download the whole file, with everybody's history.
  case export
  /// Erase a document with its history, or delete the workspace.
  case erase

  /// The least role that has it.
  var role: Role {
    switch self {
    case .read: .viewer
    case .contribute: .contributor
    case .edit: .editor
    case .own, .invite, .manage, .export, .erase: .owner
    }
  }

  /// As it ends the sentence "your role may not".
  var phrase: String {
    switch self {
    case .read: "read here"
    case .contribute: "add anything"
    case .edit: "change what others wrote"
    case .own: "see what is the owner\u{2019}s own"
    case .invite: "invite others"
    case .manage: "change who is in"
    case .export: "download the file"
    case .erase: "delete for good"
    }
  }
}
