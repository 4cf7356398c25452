public import Foundation  // URL, Date
import GRDB

/// A file on the shelf, as a listing shows it.
public struct Listing: Hashable, Sendable {
  /// The workspace's name.
  public let id: WorkspaceID
  /// The size of its files in bytes.
  public let bytes: Int
  /// When they last changed.
  public let changed: Date
}

/// How a file comes onto the shelf.
public enum Import: Sendable, CaseIterable {
  /// As a member brings it: nobody can open it until its bringer adopts it.
  case forItsBringer
  /// The same, under a new name, beside the one that is here already.
  case asCopy
  /// As the operator restores a backup: everyone who could open it still can.
  case asBackup
}

extension WorkspaceShelf {
  /// Every workspace here, by name; none is opened.
  ///
  /// O(n).
  public nonisolated func list() throws -> [Listing] {
    try files(endingIn: "sqlite").compactMap { file in
      guard let id = WorkspaceID(file.deletingPathExtension().lastPathComponent) else { return nil }
      let parts = ["", "-wal"].compactMap {
        try? FileManager.default.attributesOfItem(atPath: file.path + $0)
      }
      return Listing(
        id: id, bytes: parts.reduce(0) { $0 + (($1[.size] as? Int) ?? 0) },
        changed: parts.compactMap { $0[.modificationDate] as? Date }.max() ?? .distantPast)
    }
  }

  /// Takes in a file from elsewhere; the file itself is left as it is.
  ///
  /// It is checked page by page, brought to the present version, and refused if it holds anything that a workspace does
  /// not.
  /// - Throws: ``WorkspaceError/notAWorkspace(file:)``, ``WorkspaceError/newerFile(file:version:known:)``,
  ///   ``WorkspaceError/damaged(file:problems:)``, ``WorkspaceError/alreadyHere(_:)``.
  public func take(_ source: URL, _ manner: Import = .forItsBringer) async throws -> WorkspaceID {
    let fresh = WorkspaceID(in: world)
    let draft = directory.appendingPathComponent("\(fresh).import")
    let shelf = directory
    defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: draft.path + end) } }
    return try await apart {
      let files = FileManager.default
      do {
        try files.copyItem(at: source, to: draft)
        if files.fileExists(atPath: source.path + "-wal") {
          try files.copyItem(atPath: source.path + "-wal", toPath: draft.path + "-wal")
        }
        try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: draft.path)
      } catch {
        throw WorkspaceError.storage(file: source.path, reason: "the file could not be copied")
      }
      return try Workspace.naming(source) {
        let queue = try Workspace.connection(to: draft)
        try Workspace.recognize(queue, source)
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
        try Schema.migrate(queue)
        let problems = Inspection.problems(queue, source)
        guard problems.isEmpty else { throw WorkspaceError.damaged(file: source.path, problems: problems) }
        if manner != .asBackup { try queue.write { try $0.leaveHome() } }
        let origin = try queue.read { try String.fetchOne($0, sql: "SELECT value FROM about WHERE key = 'origin'") }
        try queue.close()
        guard let origin, let named = WorkspaceID(origin) else {
          throw WorkspaceError.notAWorkspace(file: source.path)
        }
        // A backup is of the file as it was named here; another name than its first one is in its file's name.
        let filed = WorkspaceID(source.deletingPathExtension().lastPathComponent)
        let id = manner == .asCopy ? fresh : manner == .asBackup ? filed ?? named : named
        let place = shelf.appendingPathComponent("\(id).sqlite")
        guard !files.fileExists(atPath: place.path) else { throw WorkspaceError.alreadyHere(id) }
        do {
          try files.moveItem(at: draft, to: place)
        } catch {
          throw WorkspaceError.storage(file: place.path, reason: "the file could not be moved there")
        }
        return id
      }
    }
  }

  /// Copies every workspace into a directory, as faithful, whole files; returns what could not be copied, and why.
  public func backUp(to destination: URL) async throws -> [Inspection] {
    do {
      try FileManager.default.createDirectory(
        at: destination, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw WorkspaceError.storage(file: destination.path, reason: "the directory could not be made")
    }
    var failed: [Inspection] = []
    for listing in try list() {
      do {
        try await workspace(listing.id).backUp(to: destination.appendingPathComponent("\(listing.id).sqlite"))
      } catch {
        failed.append(Inspection(file: "\(listing.id).sqlite", problems: ["\(error)"]))
      }
    }
    return failed
  }

  /// Looks at every file on the shelf without changing it, and names what is damaged or does not belong.
  ///
  /// O(n).
  public nonisolated func check() async throws -> [Inspection] {
    try await apart {
      try self.files(endingIn: "sqlite").map { file in
        let name = file.lastPathComponent
        guard WorkspaceID(file.deletingPathExtension().lastPathComponent) != nil else {
          return Inspection(file: name, problems: ["its name is not that of a workspace, so no link leads to it"])
        }
        do {
          let queue = try Workspace.connection(to: file)
          return Inspection(file: name, problems: Inspection.problems(queue, file))
        } catch {
          return Inspection(file: name, problems: [WorkspaceError.notAWorkspace(file: name).description])
        }
      }
    }
  }

  /// Deletes a workspace for good: its file and what SQLite keeps beside it.
  ///
  /// Returns what is gone with it, and the copies in which it still is. (Ask ``Reading/contents()`` first, to say so
  /// before.)
  /// - Throws: ``WorkspaceError/notAllowed(_:_:)`` unless the seat is an owner's.
  @discardableResult
  public func delete(_ id: WorkspaceID, by seat: Seat) async throws -> Contents {
    try seat.require(.erase)
    guard seat.workspace == id else { throw WorkspaceError.noEntrance }
    let contents = try await workspace(id).read { try $0.contents() }
    let file = file(id).path
    try await close(id) {
      for path in ["", "-wal", "-shm"].map({ file + $0 }) where FileManager.default.fileExists(atPath: path) {
        do {
          try FileManager.default.removeItem(atPath: path)
        } catch {
          throw WorkspaceError.storage(file: path, reason: "the file could not be removed")
        }
      }
    }
    return contents
  }

  private nonisolated func files(endingIn ending: String) throws -> [URL] {
    do {
      return try FileManager.default.contentsOfDirectory(at: directory, includingPropertiesForKeys: nil)
        .filter { $0.pathExtension == ending }.sorted { $0.lastPathComponent < $1.lastPathComponent }
    } catch {
      throw WorkspaceError.storage(file: directory.path, reason: "the directory could not be read")
    }
  }
}
