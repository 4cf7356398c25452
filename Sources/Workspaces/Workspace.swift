import Foundation
import GRDB

/// One workspace, open: everything a person, a team or a program keeps, in one SQLite file.
///
/// The file is in write-ahead mode with full synchronization: a write that returned is on the disk, whatever then kills
/// the program or the power; it costs one flush, where a rollback journal costs three; and a command reads the file
/// while the server writes it. The cost is that the file is whole by itself only when closed or exported.
///
/// Everything passes one queue, so a workspace is read and written by one task at a time; other handles on the same
/// file, in this process or another, are safe and wait for each other up to five seconds.
public final class Workspace: Sendable {
  /// Its name, that of its file.
  public let id: WorkspaceID

  let file: URL
  let world: World
  /// The name under which it was first made.
  let origin: String

  private let queue: DatabaseQueue
  private let gate = Gate()

  init(_ id: WorkspaceID, file: URL, queue: DatabaseQueue, world: World, origin: String) {
    self.id = id
    self.file = file
    self.queue = queue
    self.world = world
    self.origin = origin
  }

  /// Reads in one consistent look; what a page shows is read in one call.
  /// - Throws: ``WorkspaceError``, and what `body` throws.
  public func read<Result: Sendable>(
    _ body: @escaping @Sendable (Reading) throws -> Result
  ) async throws -> Result {
    try await look(body)
  }

  /// Writes in one transaction: when this returns, all of it is on the disk; when it throws, none is in the file.
  /// - Throws: ``WorkspaceError``, and what `body` throws.
  @discardableResult
  public func write<Result: Sendable>(
    by seat: Seat, _ body: @escaping @Sendable (Writing) throws -> Result
  ) async throws -> Result {
    guard seat.workspace == id else { throw WorkspaceError.noEntrance }
    return try await change { _, reading in
      try body(Writing(reading: reading, seat: seat, now: reading.world.now()))
    }
  }

  /// Closes the file once the reads and writes under way are done, leaving it whole by itself.
  ///
  /// Later ones fail; closing again does nothing.
  public func close() async throws {
    await gate.close()
    try await saying(file) { try await apart { try self.queue.close() } }
  }

  func look<Result: Sendable>(_ body: @escaping @Sendable (Reading) throws -> Result) async throws -> Result {
    let (origin, world) = (origin, world)
    return try await using { queue in
      try await queue.read { database in
        try body(Reading(database: database, origin: origin, world: world))
      }
    }
  }

  func change<Result: Sendable>(
    _ body: @escaping @Sendable (Database, Reading) throws -> Result
  ) async throws -> Result {
    let (origin, world) = (origin, world)
    return try await using { queue in
      try await queue.write { database in
        if world.isRehearsal {
          try database.execute(sql: "INSERT INTO about VALUES ('rehearsed', 'yes') ON CONFLICT DO NOTHING")
        }
        return try body(database, Reading(database: database, origin: origin, world: world))
      }
    }
  }

  /// The open file, for as long as `work` takes.
  func using<Result: Sendable>(_ work: (DatabaseQueue) async throws -> Result) async throws -> Result {
    guard gate.enter() else { throw WorkspaceError.closed(id) }
    defer { gate.leave() }
    return try await saying(file) { try await work(queue) }
  }
}

/// Runs work that waits for the disk away from the threads that serve everyone else.
func apart<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws -> Result {
  try await withCheckedThrowingContinuation { continuation in
    DispatchQueue.global().async { continuation.resume(with: Swift.Result { try work() }) }
  }
}

/// What the database refuses becomes an error of this room that names the file.
func saying<Result: Sendable>(_ file: URL, _ work: () async throws -> Result) async throws -> Result {
  do {
    return try await work()
  } catch let error as DatabaseError {
    throw WorkspaceError(error, file)
  }
}

extension WorkspaceError {
  init(_ error: DatabaseError, _ file: URL) {
    let reason = error.message ?? "\(error.resultCode)"
    self =
      switch error.resultCode {
      case .SQLITE_NOTADB: .notAWorkspace(file: file.path)
      case .SQLITE_CORRUPT: .damaged(file: file.path, problems: [reason])
      default: .storage(file: file.path, reason: reason)
      }
  }
}
