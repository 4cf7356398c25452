import Foundation
import SmartPick
import Tables

/// A profile on disk.
enum ProfileFile {
  static func read(_ path: String, _ findings: inout [Finding]) throws -> Profile {
    let reader = ProfileReader(
      bytes: try InputFile.bytes(path, most: 4 << 20), file: (path as NSString).lastPathComponent)
    findings += reader.findings
    return reader.profile
  }
}
