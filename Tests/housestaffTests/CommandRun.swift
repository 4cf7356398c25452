import Foundation
import Testing

/// One run of the built command line.
struct CommandRun {
  let status: Int32
  let out: String
  let err: String

  /// Runs the binary that was built beside the tests.
  init(_ arguments: [String], in folder: URL) throws {
    let process = Process()
    process.executableURL = Self.binary
    process.arguments = arguments
    process.currentDirectoryURL = folder
    // Files take any amount; two pipes read one after the other could block each other.
    let (out, err) = (
      folder.appendingPathComponent("\(UUID().uuidString).out"),
      folder.appendingPathComponent("\(UUID().uuidString).err")
    )
    for file in [out, err] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: err)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    status = process.terminationReason == .exit ? process.terminationStatus : -1
    self.out = String(decoding: try Data(contentsOf: out), as: UTF8.self)
    self.err = String(decoding: try Data(contentsOf: err), as: UTF8.self)
  }

  private static let binary: URL = {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") } ?? Bundle.main
    let beside = [bundle.bundleURL, bundle.bundleURL.deletingLastPathComponent()].map {
      $0.appendingPathComponent("housestaff")
    }
    return beside.first { FileManager.default.isExecutableFile(atPath: $0.path) } ?? beside[0]
  }()
}

/// A folder that is gone after the test.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("housestaff-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func write(_ text: String, _ name: String) throws {
    try Data(text.utf8).write(to: url.appendingPathComponent(name))
  }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: url.appendingPathComponent(name)), as: UTF8.self)
  }

  /// `housestaff chart` here, as JSON unless another format is named.
  func chart(_ arguments: String...) throws -> CommandRun {
    try CommandRun(["chart"] + arguments + (arguments.contains("--format") ? [] : ["--format", "json"]), in: url)
  }
}
