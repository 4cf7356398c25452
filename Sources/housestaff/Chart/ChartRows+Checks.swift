import ProcessControl
import Tables

extension ChartRows {
  mutating func checkWidth(_ row: borrowing CSVRow) {
    if row.count > width {
      for field in width..<row.count where !row.isEmpty(field) {
        report(
          Finding(
            .error, file: file, line: row.line, place: "character \(row.position(field).character)",
            value: row.string(field), problem: "the row has \(row.count) values where the columns are \(width)",
            expected: "one value for each column",
            remedy: "put quotes around a value that holds a separator, and write 1204 instead of 1,204"))
        return
      }
    }
    for column in [columns.numerator, columns.denominator, columns.value] {
      guard let column, column.index >= row.count else { continue }
      report(
        Finding(
          .error, file: file, line: row.line, column: column.header, value: "",
          problem: "the row has \(row.count) \(row.count == 1 ? "value" : "values") where the columns are \(width)",
          expected: "one value for each column",
          remedy: "check that no separator is missing; leave an unknown value empty between separators"))
      return
    }
  }

  mutating func check(_ row: borrowing CSVRow, _ counted: Number, _ weight: Number) {
    switch counted {
    case .missing: break
    case .unreadable:
      report(
        row, counting,
        expected: columns.numerator == nil ? "a number such as 12.5" : "a count such as 12, or yes or no",
        remedy: Self.remedy(row.string(countIndex)))
    case .value(let value):
      if isCount, value < 0 {
        report(
          row, counting, expected: "a count of 0 or more", remedy: "correct it, or leave it empty if it is unknown")
      } else if chart == .t, value <= 0 {
        report(row, counting, expected: "a time above 0", remedy: "use a finer unit, such as hours")
      }
    }
    switch weight {
    case .missing: break
    case .unreadable:
      report(
        row, columns.denominator, expected: "a number of 0 or more", remedy: Self.remedy(row.string(weightIndex)))
    case .value(let all) where all < 0:
      report(
        row, columns.denominator, expected: "a number of 0 or more",
        remedy: "correct it, or leave it empty if it is unknown")
    case .value(let all):
      guard period == nil, weightIndex >= 0, case .value(let count) = counted else { return }
      if all == 0, count != 0 {
        report(
          row, columns.denominator,
          expected: "a denominator above 0, because the numerator is \(row.string(countIndex).trimmed)",
          remedy: "correct one of them, or leave the row's counts empty")
      } else if chart == .p || chart == .pprime, count > all {
        report(
          row, counting, expected: "at most \(row.string(weightIndex).trimmed), the denominator",
          remedy: "correct one of them, or use --chart u for rates")
      }
    }
  }

  private var counting: ChartColumns.Found? { columns.numerator ?? columns.value }

  /// What to do about text where a number should be.
  private static func remedy(_ text: String) -> String {
    let text = text.trimmed
    func reads(_ text: String) -> Bool { DecimalText.double(text) != nil }
    if text.hasSuffix("%"), reads(String(text.dropLast())) {
      return "give numerator and denominator, or write the number without %"
    }
    if text.hasPrefix("$"), reads(text.dropFirst().filter { $0 != "," }) {
      return "write the number without $ and thousands separators"
    }
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    if parts.count > 1, parts.dropFirst().allSatisfy({ $0.prefix { $0 != "." }.count == 3 }),
      reads(parts.joined())
    {
      return "write it without thousands separators: \(parts.joined())"
    }
    if parts.count == 2, reads(parts.joined(separator: ".")) {
      return "write a decimal point: \(parts.joined(separator: "."))"
    }
    if text.hasPrefix("<") || text.hasPrefix(">") { return "write the number alone; say what it stands for elsewhere" }
    return "correct it, or leave it empty if it is unknown"
  }

  mutating func report(
    _ row: borrowing CSVRow, _ column: ChartColumns.Found?, expected: String, remedy: String
  ) {
    guard let column else { return }
    let position = row.position(column.index)
    report(
      Finding(
        .error, file: file, line: position.line, column: column.header, value: row.string(column.index),
        expected: expected, remedy: remedy))
  }

  mutating func report(_ finding: Finding) {
    if findings.count < Self.mostFindings { findings.append(finding) } else { moreFindings += 1 }
  }
}
