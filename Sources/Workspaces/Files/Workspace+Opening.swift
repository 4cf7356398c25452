import Foundation
import GRDB

extension Workspace {
  /// Makes a new, empty file.
  /// - Throws: ``WorkspaceError/alreadyHere(_:)`` if there is one.
  static func made(_ id: WorkspaceID, at file: URL, in world: World) throws -> Workspace {
    guard !FileManager.default.fileExists(atPath: file.path) else { throw WorkspaceError.alreadyHere(id) }
    // Made before SQLite sees it, for the owner's eyes only; the files SQLite puts beside it inherit this.
    let made = FileManager.default.createFile(
      atPath: file.path, contents: nil, attributes: [.posixPermissions: 0o600])
    guard made else { throw WorkspaceError.storage(file: file.path, reason: "the file could not be made") }
    return try naming(file) {
      let queue = try connection(to: file)
      try prepare(queue, origin: id, in: world)
      try queue.write { try $0.execute(sql: "INSERT INTO about VALUES ('unclaimed', 'yes')") }
      return Workspace(id, file: file, queue: queue, world: world, origin: id.description)
    }
  }

  /// Opens a file, bringing it to the present version first.
  /// - Throws: ``WorkspaceError/notAWorkspace(file:)``, ``WorkspaceError/newerFile(file:version:known:)`` (both leave
  ///   the file as it is), ``WorkspaceError/damaged(file:problems:)``.
  static func opened(_ id: WorkspaceID, at file: URL, in world: World) throws -> Workspace {
    try naming(file) {
      let queue = try connection(to: file)
      try recognize(queue, file)
      try prepare(queue, origin: id, in: world)
      let origin = try queue.read { database in
        try String.fetchOne(database, sql: "SELECT value FROM about WHERE key = 'origin'")
      }
      guard let origin else { throw WorkspaceError.notAWorkspace(file: file.path) }
      return Workspace(id, file: file, queue: queue, world: world, origin: origin)
    }
  }

  /// A connection with a small cache (a workspace's pages are few, and the system caches the file), that trusts
  /// nothing the file defines, and overwrites what is deleted.
  static func connection(to file: URL) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { database in
      try database.execute(
        sql: """
          PRAGMA synchronous = FULL; PRAGMA cache_size = -256; PRAGMA trusted_schema = OFF; PRAGMA secure_delete = ON;
          """)
    }
    return try DatabaseQueue(path: file.path, configuration: configuration)
  }

  /// Refuses what is not a workspace of this version or an older one, before anything is written.
  static func recognize(_ queue: DatabaseQueue, _ file: URL) throws {
    try queue.read { database in
      let mark = try Int.fetchOne(database, sql: "PRAGMA application_id")
      let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
      // An empty file is refused too: nobody was told of one whose making was cut short, and one that lost its content
      // must not pass for new.
      guard mark == Schema.mark else { throw WorkspaceError.notAWorkspace(file: file.path) }
      guard version <= Schema.version else {
        throw WorkspaceError.newerFile(file: file.path, version: version, known: Schema.version)
      }
    }
  }

  static func naming<Result>(_ file: URL, _ work: () throws -> Result) throws -> Result {
    do {
      return try work()
    } catch let error as DatabaseError {
      throw WorkspaceError(error, file)
    }
  }

  private static func prepare(_ queue: DatabaseQueue, origin id: WorkspaceID, in world: World) throws {
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA journal_mode = WAL")
    }
    if try queue.read({ try Int.fetchOne($0, sql: "PRAGMA user_version") }) != Schema.version {
      try Schema.migrate(queue)
    }
    let program = try queue.read { database in
      try String.fetchOne(database, sql: "SELECT value FROM about WHERE key = 'program'")
    }
    guard program != world.program else { return }
    try queue.write { database in
      try database.execute(
        sql: """
          INSERT INTO about VALUES ('origin', ?), ('made', ?) ON CONFLICT DO NOTHING;
          INSERT OR REPLACE INTO about VALUES ('program', ?);
          """, arguments: [id.description, "\(world.now().milliseconds)", world.program])
    }
  }
}
