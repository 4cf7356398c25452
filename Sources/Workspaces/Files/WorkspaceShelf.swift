public import Foundation  // URL

/// The workspaces of one directory, each a file `NAME.sqlite`. At most so many are open for nobody; one that a caller
/// still holds stays open whatever the limit, and is given to the next who asks, so that a file has one queue here.
public actor WorkspaceShelf {
  /// Where the files are.
  public nonisolated let directory: URL

  let world: World
  private let limit: Int
  /// Open for nobody, with the time of the last use.
  private var kept: [WorkspaceID: (workspace: Workspace, used: Int)] = [:]
  /// Every workspace that lives, kept here or held by a caller.
  private var alive: [WorkspaceID: Weak] = [:]
  private var opening: [WorkspaceID: Task<Workspace, any Error>] = [:]
  private var leaving: Set<WorkspaceID> = []
  private var uses = 0

  private struct Weak {
    weak var workspace: Workspace?
  }

  /// A shelf over `directory`, which is made if it is not there, readable by its owner alone.
  /// - Throws: ``WorkspaceError/storage(file:reason:)`` if that fails.
  public init(directory: URL, limit: Int = 64, world: World) throws(WorkspaceError) {
    precondition(limit > 0, "a shelf keeps at least one workspace open")
    self.directory = directory
    self.limit = limit
    self.world = world
    do {
      try FileManager.default.createDirectory(
        at: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw .storage(file: directory.path, reason: "the directory could not be made")
    }
  }

  /// Makes a workspace with its first member, an owner.
  public func create(ownerNamed name: String, on label: String = "") async throws -> Arrival {
    let id = WorkspaceID(in: world)
    let workspace = try await open(id) { file, world in try Workspace.made(id, at: file, in: world) }
    return try await workspace.adopt(named: name, on: label)
  }

  /// The workspace of that name, opened if need be.
  /// - Throws: ``WorkspaceError/notHere(_:)``, or why its file cannot be opened.
  public func workspace(_ id: WorkspaceID) async throws -> Workspace {
    guard !leaving.contains(id) else { throw WorkspaceError.notHere(id) }
    if let workspace = alive[id]?.workspace {
      use(workspace)
      return workspace
    }
    return try await open(id) { file, world in
      guard FileManager.default.fileExists(atPath: file.path) else { throw WorkspaceError.notHere(id) }
      return try Workspace.opened(id, at: file, in: world)
    }
  }

  /// Lets in the device that holds the token.
  /// - Throws: ``WorkspaceError/noEntrance``, also if there is no such workspace.
  public func enter(_ token: Token) async throws -> (workspace: Workspace, seat: Seat) {
    let workspace = try await workspace(of: token)
    return (workspace, try await workspace.enter(token))
  }

  /// The workspace that a link leads to, to join or recover in it.
  /// - Throws: ``WorkspaceError/noEntrance`` if there is no such workspace.
  public func workspace(of token: Token) async throws -> Workspace {
    do {
      return try await workspace(token.workspace)
    } catch WorkspaceError.notHere {
      throw WorkspaceError.noEntrance
    }
  }

  /// How many workspaces are open now: kept for the next visit, or held by a caller.
  ///
  /// O(n).
  public var openCount: Int { alive.values.count { $0.workspace != nil } }

  /// Closes every file, leaving each whole by itself; for a graceful end.
  public func close() async throws {
    for id in Array(alive.keys) { try await close(id) }
  }

  /// Closes one workspace, wherever it is held, and does `work` before anyone can open it again.
  func close(_ id: WorkspaceID, thenDoing work: () throws -> Void = {}) async throws {
    leaving.insert(id)
    defer { leaving.remove(id) }
    _ = try? await opening[id]?.value
    kept[id] = nil
    if let workspace = alive.removeValue(forKey: id)?.workspace { try await workspace.close() }
    try work()
  }

  nonisolated func file(_ id: WorkspaceID) -> URL { directory.appendingPathComponent("\(id).sqlite") }

  /// Opens a file once, however many ask for it at the same time.
  private func open(
    _ id: WorkspaceID, _ opener: @escaping @Sendable (URL, World) throws -> Workspace
  ) async throws -> Workspace {
    let (file, world) = (file(id), world)
    let task = opening[id] ?? Task { try await apart { try opener(file, world) } }
    opening[id] = task
    defer { opening[id] = nil }
    let workspace = try await task.value
    guard !leaving.contains(id) else {
      try await workspace.close()
      throw WorkspaceError.notHere(id)
    }
    // Those who waited together find the first one's.
    let first = alive[id]?.workspace ?? workspace
    alive[id] = Weak(workspace: first)
    use(first)
    return first
  }

  /// Notes the use, and lets go of the least recently used beyond the limit: it closes when its last holder is done.
  private func use(_ workspace: Workspace) {
    uses += 1
    kept[workspace.id] = (workspace, uses)
    guard kept.count > limit, let last = kept.min(by: { $0.value.used < $1.value.used })?.key else { return }
    // Closing flushes to the disk: dropped here, everyone who asks the shelf would wait for it.
    if let dropped = kept.removeValue(forKey: last)?.workspace {
      DispatchQueue.global().async { withExtendedLifetime(dropped) {} }
    }
    alive = alive.filter { $0.value.workspace != nil }
  }
}
