import Foundation
import Tables

/// A spreadsheet that a person named: CSV, or XLSX by its first bytes.
enum InputTable {
  static func read(_ path: String) throws -> Table {
    let bytes = try InputFile.bytes(path)
    let name = (path as NSString).lastPathComponent
    do throws(TableError) {
      if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return try Table(xlsx: bytes, name: name) }
      return try Table(csv: bytes, name: name)
    } catch {
      throw InputFailure([error.finding])
    }
  }
}
