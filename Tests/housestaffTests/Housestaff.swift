import ChildProcess
import Foundation
import Testing

/// The built binary, run as a person runs it.
struct Housestaff {
  var status: Int32
  var out: String
  var err: String

  /// Beside the bundle of the tests.
  static let binary: URL? = {
    let here = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    let folders = [here, here.deletingLastPathComponent(), Bundle.main.bundleURL]
    return folders.map { $0.appending(path: "housestaff") }.first {
      FileManager.default.isExecutableFile(atPath: $0.path)
    }
  }()

  /// Runs a command in a folder.
  init(_ arguments: [String], in folder: Folder) throws { try self.init(arguments, in: folder.url) }

  init(_ arguments: [String], in folder: URL) throws {
    let binary = try #require(Self.binary, "the binary stands beside the tests")
    let (out, errors) = (folder.appending(path: ".out-\(UUID())"), folder.appending(path: ".err-\(UUID())"))
    let process = try ChildProcess(
      binary.path, arguments, in: folder.path, output: out.path, errors: errors.path)
    if case .exited(let code) = process.end() { status = code } else { status = -1 }
    self.out = String(decoding: try Data(contentsOf: out), as: UTF8.self)
    self.err = String(decoding: try Data(contentsOf: errors), as: UTF8.self)
  }
}

/// A folder of its own for each test, gone with it.
final class Folder {
  let url: URL

  init(_ files: [String: String] = [:]) throws {
    url = FileManager.default.temporaryDirectory.appending(path: "housestaff-tests-\(UUID())")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for (name, text) in files { try write(text, name) }
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func write(_ text: String, _ name: String) throws { try Data(text.utf8).write(to: url.appending(path: name)) }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: url.appending(path: name)), as: UTF8.self)
  }

  /// `housestaff chart` here, as JSON unless another format is named.
  func chart(_ arguments: String...) throws -> Housestaff {
    try Housestaff(["chart"] + arguments + (arguments.contains("--format") ? [] : ["--format", "json"]), in: self)
  }
}
