import Tables

/// One input: read whole and in pieces, in every way the reader offers, all of which must agree.
enum CSVCase {
  /// Runs one input; stops the process where a promise is broken.
  static func run(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let first = bytes.first else { return }
    let input = Array(bytes.dropFirst())
    let whole = rows(input, pieces: max(1, input.count))
    let pieces = rows(input, pieces: Int(first) + 1)
    precondition(whole.rows == pieces.rows, "rows depend on how the bytes are cut")
    precondition(whole.error == pieces.error, "the error depends on how the bytes are cut")
    guard let table = try? Table(csv: input, name: "fuzz.csv", limits: limits) else {
      precondition(whole.error != nil, "the table refuses what the reader takes")
      return
    }
    precondition(table.rowCount == whole.rows.count)
    var line = 0
    for row in 0..<table.rowCount {
      precondition(table[row].values == whole.rows[row])
      for column in 0..<table.fieldCount(row) {
        let position = table.position(row, column)
        precondition(position.line >= line, "lines run backwards")
        line = position.line
      }
    }
    let mapping = ColumnMapping([WantedColumn("program", aliases: ["name"]), WantedColumn("visa")], in: table)
    _ = table.unevenRows(below: mapping.headerRow)
    _ = IdentifierScreen.suspects(in: table, headerRow: mapping.headerRow)
    // What was read can be written, and reads back as it was.
    let written = CSVWriter.write(whole.rows)
    if let again = try? Table(csv: written, name: "again.csv", separator: .comma, limits: .table) {
      precondition(again.rowCount == whole.rows.count)
      for row in 0..<again.rowCount { precondition(again[row].values == whole.rows[row], "written and read differ") }
    }
  }

  private static let limits = CSVLimits(rowBytes: 4_096, fields: 64, totalBytes: 1 << 20, rows: 1_000)

  private static func rows(_ input: [UInt8], pieces: Int) -> (rows: [[String]], error: TableError.Kind?) {
    var reader = CSVReader(name: "fuzz.csv", limits: limits)
    var rows: [[String]] = []
    do throws(TableError) {
      for start in stride(from: 0, to: input.count, by: pieces) {
        try reader.read(Array(input[start..<min(input.count, start + pieces)])) { row in
          rows.append((0..<row.count).map { row.string($0) })
        }
      }
      try reader.finish { row in rows.append((0..<row.count).map { row.string($0) }) }
      return (rows, nil)
    } catch {
      return (rows, error.kind)
    }
  }
}
