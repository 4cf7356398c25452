/// Why a workspace did not do what was asked: what happened, to which thing, and what to do next.
public enum WorkspaceError: Error, Hashable {
  /// The document was changed by someone else since it was read. Both versions are enclosed.
  case stale(Conflict)
  /// There is no such document.
  case missing(collection: String, id: String)
  /// A document of that name exists already, perhaps deleted.
  case taken(collection: String, id: String)
  /// Nothing came before: the document has no earlier state to go back to.
  case nothingToUndo(collection: String, id: String)
  /// The revision asked for is not kept, or the document did not exist at it.
  case nothingToRestore(collection: String, id: String)
  /// The state would lose what was done for good.
  case final(collection: String, id: String, act: String)
  /// The document was written by a newer program.
  case newerDocument(collection: String, id: String, shape: Int, known: Int)
  /// The document's content does not read as its type.
  case unreadable(collection: String, id: String, reason: String)
  /// The role does not allow this.
  case notAllowed(Permission, Role)
  /// The link or cookie opens nothing: it was revoked, has expired, or never was.
  case noEntrance
  /// The workspace must keep at least one owner.
  case lastOwner
  /// The note cannot be opened with the secret in use, or was altered outside the program.
  case sealed(collection: String, id: String)
  /// The note was changed in another window since it was read.
  case staleNote(collection: String, id: String)
  /// The file is not a workspace.
  case notAWorkspace(file: String)
  /// The file was written by a newer program.
  case newerFile(file: String, version: Int, known: Int)
  /// The file is damaged, or holds something no workspace holds.
  case damaged(file: String, problems: [String])
  /// No workspace of that name is on this shelf.
  case notHere(WorkspaceID)
  /// A workspace of that name is on this shelf already.
  case alreadyHere(WorkspaceID)
  /// The workspace was closed or deleted while it was in use.
  case closed(WorkspaceID)
  /// The workspace belongs to its members, so it cannot be taken over.
  case inhabited
  /// The disk or the database refused.
  case storage(file: String, reason: String)
}

extension WorkspaceError: CustomStringConvertible {
  /// One or two sentences a person can act on.
  public var description: String {
    switch self {
    case .stale(let conflict):
      "\(conflict.collection) \(conflict.id) was changed meanwhile (you wrote on revision \(conflict.basis), it is now at "
        + "\(conflict.current)). Compare both versions, then save again on revision \(conflict.current)."
    case .missing(let collection, let id):
      "There is no \(collection) \(id) here. It may have been deleted: look in the history and restore it."
    case .taken(let collection, let id):
      "A \(collection) named \(id) exists already, perhaps deleted. Write on it, restore it, or choose another name."
    case .nothingToUndo(let collection, let id):
      "Nothing is left to undo in \(collection) \(id). The history lists every state that can be restored."
    case .nothingToRestore(let collection, let id):
      "\(collection) \(id) has no content at that revision. Choose another one from its history."
    case .final(_, _, let act):
      "This was done for good and cannot be taken back: \(act)."
    case .newerDocument(let collection, let id, let shape, let known):
      "\(collection) \(id) was written by a newer version (shape \(shape); this one reads up to \(known)). "
        + "Install the newer version to open it; nothing was changed."
    case .unreadable(let collection, let id, let reason):
      "\(collection) \(id) cannot be read: \(reason). Restore an earlier revision from its history."
    case .notAllowed(let permission, let role):
      "Your role here (\(role.rawValue)) may not \(permission.phrase). Ask an owner of this workspace."
    case .noEntrance:
      "This link opens nothing: it was revoked or has expired. Ask for a new one, or use your recovery link."
    case .lastOwner:
      "A workspace keeps at least one owner. Make someone else an owner first."
    case .sealed(let collection, let id):
      "The private note \(collection) \(id) cannot be opened from this device. Open it with your recovery link."
    case .staleNote(let collection, let id):
      "The private note \(collection) \(id) was changed in another window. Read it again before saving."
    case .notAWorkspace(let file):
      "\(file) is not a Housestaff workspace. Choose a file that was downloaded from Housestaff."
    case .newerFile(let file, let version, let known):
      "\(file) was written by a newer version of Housestaff (format \(version); this one reads up to \(known)). "
        + "Install the newer version to open it; the file was not changed."
    case .damaged(let file, let problems):
      "\(file) is damaged: \(problems.joined(separator: "; ")). Restore it from a backup."
    case .notHere(let id):
      "There is no workspace \(id) here. List the workspaces to see what is, or import its file."
    case .alreadyHere(let id):
      "The workspace \(id) is here already. Import the file as a copy, or delete the one that is here first."
    case .closed(let id):
      "The workspace \(id) was closed or deleted meanwhile. Open it again."
    case .inhabited:
      "This workspace belongs to its members. Ask one of its owners for a link to join."
    case .storage(let file, let reason):
      "\(file) could not be read or written: \(reason). Check the disk's space and permissions, then try again."
    }
  }
}
