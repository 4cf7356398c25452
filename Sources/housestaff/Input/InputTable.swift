import Foundation
import SmartPick
import Tables

/// A spreadsheet that a person named: CSV, or XLSX by its first bytes.
enum InputTable {
  static func read(_ path: String) throws -> Table {
    let bytes = try InputFile.bytes(path)
    let name = (path as NSString).lastPathComponent
    let first = bytes.first { $0 > 0x20 && $0 < 0x80 }
    if first == UInt8(ascii: "{") || (first == UInt8(ascii: "[") && (try? JSONText.read(bytes)) != nil) {
      throw InputFailure([
        Finding(
          .error, file: name, problem: "this is JSON", expected: "a spreadsheet, CSV or XLSX, with column names on top",
          remedy: "name the spreadsheet here; a profile stands before the options")
      ])
    }
    do throws(TableError) {
      if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return try Table(xlsx: bytes, name: name) }
      return try Table(csv: bytes, name: name)
    } catch {
      throw InputFailure([error.finding])
    }
  }
}
