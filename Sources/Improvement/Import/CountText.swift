internal import ProcessControl
internal import Tables

/// Counts as a text of lines, to pass through a form between a preview and its confirmation, and to take away as CSV.
public enum CountText {
  /// One row for each count: `day,numerator,denominator,division,group`.
  public static func write(_ counts: [PeriodCount]) -> String {
    var writer = CSVWriter(guardsFormulas: false)
    writer.write(["day", "numerator", "denominator", "division", "group"])
    for count in counts {
      let part = count.strata.min { $0.key < $1.key }
      writer.write([
        count.day.description, number(count.numerator), count.denominator.map(number) ?? "", part?.key ?? "",
        part?.value ?? "",
      ])
    }
    return writer.text
  }

  /// The counts of such a text; nil when it is anything else.
  public static func read(_ text: String) -> [PeriodCount]? {
    guard let table = try? Table(text: text, separator: .comma), table.rowCount > 0,
      table[0].values == ["day", "numerator", "denominator", "division", "group"]
    else { return nil }
    var counts: [PeriodCount] = []
    for row in 1..<max(1, table.rowCount) {
      guard let day = Day(iso: table[row, 0]), let numerator = DecimalText.double(table[row, 1]) else { return nil }
      let denominator = table[row, 2]
      if !denominator.isEmpty, DecimalText.double(denominator) == nil { return nil }
      counts.append(
        PeriodCount(
          day, numerator, of: DecimalText.double(denominator),
          strata: table[row, 3].isEmpty ? [:] : [table[row, 3]: table[row, 4]]))
    }
    return counts
  }

  /// All digits, whole numbers without a point.
  static func number(_ value: Double) -> String { Place.number(value).description }
}
