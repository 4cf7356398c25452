/// Alarms per 1,000 unchanged charts of 8 to 104 points, by rules and baseline.
///
/// `Data/false-alarms.csv` of 2026-11-22, from 200,000 series of independent normal values with seed 1. It is made again by
/// `swift run -c release --package-path Benchmarks false-alarms --csv`.
enum FalseAlarmTable {
  /// Alarms at one look; one row for each variant and baseline.
  static let once = rows("once")
  /// Alarms at any look, looking after every point.
  static let ever = rows("ever")

  private static func rows(_ look: String) -> [[UInt16]] {
    let lines = PackageResources.false_alarms_csv.split(separator: UInt8(ascii: "\n")).dropFirst()
    let rows = lines.map { line in
      line.split(separator: UInt8(ascii: ",")).map { String(decoding: $0, as: UTF8.self) }
    }.filter { $0[0] == look }
    let expected = FalseAlarmSimulation.Variant.allCases.flatMap { variant in
      FalseAlarmSimulation.baselines.map { ["\(variant)", "\($0)"] }
    }
    precondition(rows.map { [$0[1], $0[2]] } == expected, "The table has a row for each variant and baseline.")
    return rows.map { row in
      let numbers = row.dropFirst(3).compactMap { UInt16($0) }
      precondition(
        numbers.count == FalseAlarmSimulation.longest - FalseAlarmSimulation.shortest + 1, "A number for each length.")
      return numbers
    }
  }
}
