import Foundation
import Matching
import SmartPick
import Tables

/// One file of a market: its name, its columns, and how its rows are handed out without ever holding the file.
struct MarketFile {
  /// The largest file that is read; a national Match takes about 20 MB.
  static let mostBytes = 1 << 30

  let table: MarketFault.Table
  let name: String
  let columns: [WantedColumn]

  /// Hands every row to `take`, with the fields of the wanted columns in their order.
  ///
  /// - Returns: `false` if the file cannot be read as this table; then `findings` says why.
  /// - Parameters:
  ///   - folder: the folder that the file is in.
  ///   - findings: gets what is wrong with the file as a whole, and columns that are not used.
  ///   - take: gets each row that is not blank, and for each wanted column the number of its field, -1 for none.
  func read(
    in folder: URL, _ findings: inout [Finding], take: (borrowing CSVRow, [Int]) -> Void
  ) -> Bool {
    do {
      return try stream(folder.appending(path: name).path, &findings, take)
    } catch let failure as TableError {
      findings.append(failure.finding)
    } catch let failure as InputFailure {
      findings += failure.findings
    } catch {
      findings.append(
        Finding(
          .error, file: name, problem: "the file cannot be read", remedy: "check its permissions, or copy it again"))
    }
    return false
  }

  private func stream(
    _ path: String, _ findings: inout [Finding], _ take: (borrowing CSVRow, [Int]) -> Void
  ) throws -> Bool {
    try InputFile.check(path)
    guard let handle = FileHandle(forReadingAtPath: path) else { throw InputFile.unreadable(path) }
    defer { try? handle.close() }
    var limits = CSVLimits.streaming
    limits.totalBytes = Self.mostBytes
    var reader = CSVReader(name: name, limits: limits)
    var fields: [Int]?
    var headings: [Finding] = []
    func pass(_ row: borrowing CSVRow) {
      if let fields {
        // Without its columns nothing in the file can be understood.
        if !fields.isEmpty, !row.isBlank { take(row, fields) }
      } else {
        fields = places(row, &headings)
      }
    }
    while let chunk = try handle.read(upToCount: 1 << 20), !chunk.isEmpty {
      try chunk.withUnsafeBytes { bytes in
        try reader.read(bytes.bindMemory(to: UInt8.self)) { row throws(TableError) in pass(row) }
      }
      if fields?.isEmpty == true { break }
    }
    if fields?.isEmpty != true { try reader.finish { row throws(TableError) in pass(row) } }
    findings += headings + reader.warnings
    return fields?.isEmpty == false
  }

  /// The fields of the wanted columns, by the row of names; empty if a needed one is missing.
  private func places(_ row: borrowing CSVRow, _ findings: inout [Finding]) -> [Int] {
    let names = (0..<row.count).map { row.string($0) }
    // The row of names alone as a table, on the line where it stands.
    let lines = [UInt8](repeating: 0x0A, count: row.line - 1) + CSVWriter.write([names])
    guard let heading = try? Table(csv: lines, name: name, separator: .comma) else { return [] }
    let mapping = ColumnMapping(columns, in: heading)
    findings += mapping.findings
    guard !mapping.findings.hasErrors else { return [] }
    return columns.map { mapping[$0.name] ?? -1 }
  }
}

extension CSVRow {
  /// A name: the field without the blanks around it.
  func name(_ field: Int) -> String {
    let plain: String? = withBytes(field) { bytes in
      var (start, end) = (0, bytes.count)
      while start < end, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
      while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
      for index in start..<end where bytes[index] == 0x22 { return nil }
      return String(decoding: bytes[start..<end], as: UTF8.self)
    }
    return plain ?? string(field).trimmingCharacters(in: .whitespaces)
  }
}
