import Foundation
import Workspaces

/// Where a server keeps everything.
struct DataDirectory {
  let directory: URL

  /// The directory given, or `~/.local/share/housestaff` (under `$XDG_DATA_HOME` where that is set).
  init(_ path: String?) {
    if let path {
      directory = URL(fileURLWithPath: (path as NSString).expandingTildeInPath)
      return
    }
    let environment = ProcessInfo.processInfo.environment
    let base =
      environment["XDG_DATA_HOME"].map { URL(fileURLWithPath: $0) }
      ?? FileManager.default.homeDirectoryForCurrentUser.appendingPathComponent(".local/share")
    directory = base.appendingPathComponent("housestaff")
  }

  /// The workspaces.
  func shelf(_ world: World) throws -> WorkspaceShelf {
    try WorkspaceShelf(directory: directory.appendingPathComponent("workspaces"), world: world)
  }

  /// Where files are while they arrive or leave: emptied at every start, so that a crash leaves nothing behind.
  func scratch() throws -> URL {
    let scratch = directory.appendingPathComponent("scratch")
    try? FileManager.default.removeItem(at: scratch)
    do {
      try FileManager.default.createDirectory(
        at: scratch, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw InputFailure("\(scratch.path) could not be made. Choose another directory with --data.")
    }
    return scratch
  }
}
