import Foundation
import Tables

/// A file that a person named on the command line.
enum InputFile {
  /// Larger files are refused before they are read.
  static let mostBytes = 64 << 20

  /// The whole file.
  /// - Throws: ``InputFailure`` that says what to do.
  static func bytes(_ path: String, most: Int = mostBytes) throws -> [UInt8] {
    let name = (path as NSString).lastPathComponent
    try check(path)
    let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
    if size > most {
      throw InputFailure(
        Finding(
          .error, file: name, problem: "the file has \(size >> 20) MB", expected: "at most \(most >> 20) MB",
          remedy: "check that it is the right file, or split it"
        ).asList)
    }
    // A device or a pipe tells no size beforehand, so one byte more than the most is asked for.
    guard let handle = FileHandle(forReadingAtPath: path), let data = try? handle.read(upToCount: most + 1) ?? Data()
    else { throw unreadable(path) }
    if data.count > most {
      throw InputFailure(
        Finding(
          .error, file: name, problem: "it does not end after \(most >> 20) MB", expected: "at most \(most >> 20) MB",
          remedy: "name a file of your own"
        ).asList)
    }
    return Array(data)
  }

  /// What to say of a file that is there but does not open.
  static func unreadable(_ path: String) -> InputFailure {
    InputFailure(
      Finding(
        .error, file: (path as NSString).lastPathComponent, problem: "\(path) cannot be read",
        remedy: "check its permissions"
      ).asList)
  }

  /// Refuses what is no file.
  static func check(_ path: String) throws {
    let name = (path as NSString).lastPathComponent
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw InputFailure(
        Finding(.error, file: name, problem: "there is no file \(path)", remedy: "check the name and the folder").asList
      )
    }
    if isFolder.boolValue {
      throw InputFailure(
        Finding(.error, file: name, problem: "\(path) is a folder", expected: "a file", remedy: "name a file in it")
          .asList)
    }
  }
}

extension Finding {
  fileprivate var asList: [Finding] { [self] }
}
