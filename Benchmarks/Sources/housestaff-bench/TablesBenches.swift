import Tables

/// A million rows of counts as a hospital exports them, one in ten with a quoted comment; the same bytes as in
/// `peers/csv_peers.py`.
private func countsFile(rows: Int) -> [UInt8] {
  func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  var text = "date,unit,numerator,denominator,hours,comment\n"
  for row in 0..<rows {
    let mixed = row &* 2_654_435_761 % 1_000_003
    text += "2026-\(two(row % 12 + 1))-\(two(row % 28 + 1)),Ward \(mixed % 40),\(mixed % 97),\(100 + mixed % 900),"
    text += "\(mixed % 48).\(mixed % 10)"
    text += row % 10 == 0 ? ",\"late, by \(mixed % 60) min; \"\"porter\"\"\"\n" : ",\n"
  }
  return Array(text.utf8)
}

func tablesBenches(_ runner: inout Runner) {
  guard runner.wants("tables/") else { return }
  let bytes = countsFile(rows: 1_000_000)
  let told: ((rows: Int, sum: Double)) -> String = { result in
    "\(bytes.count) bytes, \(result.rows) rows, sum \(Int((result.sum * 10).rounded())) tenths"
  }
  runner.measure("tables/CSV scan, 1,000,000 rows", note: told) {
    var reader = CSVReader(name: "counts.csv")
    try? reader.read(bytes) { _ in }
    try? reader.finish { _ in }
    return (reader.rowCount, 0)
  }
  runner.measure("tables/CSV scan and sum of a column, 1,000,000 rows", note: told) {
    var reader = CSVReader(name: "counts.csv")
    var sum = 0.0
    try? reader.read(bytes) { row in sum += row.double(4) ?? 0 }
    try? reader.finish { row in sum += row.double(4) ?? 0 }
    return (reader.rowCount, sum)
  }
}
