import Foundation
import Tables

/// A file read piece by piece, so that its size does not matter; `-` is standard input.
///
/// A workbook is read whole and handed on as text whose lines are its rows.
final class ChartFile {
  /// So many bytes show the columns and what they hold.
  static let sampleBytes = 1 << 18

  let name: String
  private let descriptor: Int32
  private var buffer = [UInt8](repeating: 0, count: 1 << 20)
  private var whole: [UInt8]?

  /// - Throws: ``InputFailure`` when there is no such file, or none that can be read.
  init(_ path: String) throws {
    if path == "-" {
      name = "standard input"
      descriptor = STDIN_FILENO
      return
    }
    try InputFile.check(path)
    name = (path as NSString).lastPathComponent
    descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { throw InputFile.unreadable(path) }
    if path.lowercased().hasSuffix(".xlsx") { whole = try Self.text(of: try InputTable.read(path)) }
  }

  deinit { if descriptor > STDIN_FILENO { close(descriptor) } }

  /// The next bytes; none at the end.
  func next() throws -> ArraySlice<UInt8> {
    if let whole {
      self.whole = []
      return whole[...]
    }
    var count = read(descriptor, &buffer, buffer.count)
    while count < 0, errno == EINTR { count = read(descriptor, &buffer, buffer.count) }
    guard count >= 0 else {
      throw InputFailure(
        [Finding(.error, file: name, problem: "reading failed half way", remedy: "copy the file and try again")])
    }
    return buffer[..<count]
  }

  /// The first bytes, enough to see the columns and what they hold.
  func start() throws -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < Self.sampleBytes, case let piece = try next(), !piece.isEmpty { bytes += piece }
    return bytes
  }

  /// A sheet as text: each row on the line of its number.
  private static func text(of table: Table) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var line = 1
    for row in 0..<table.rowCount {
      while line < table[row].line {
        bytes.append(0x0A)
        line += 1
      }
      bytes += CSVWriter.write([
        table[row].values.map { $0.replacingOccurrences(of: "\n", with: " ").replacingOccurrences(of: "\r", with: " ") }
      ])
      line += 1
    }
    return bytes
  }
}
