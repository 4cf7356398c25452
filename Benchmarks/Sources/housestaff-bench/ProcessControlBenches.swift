import ProcessControl

/// Charts of 24 and of 100,000 points, a thousand charts, and a million event rows.
func processControlBenches(_ runner: inout Runner) {
  var g = BenchGenerator(state: 24)
  func proportions(_ count: Int) -> Series? {
    try? Series(
      (0..<count).map { index in
        let cases = Int.random(in: 60...120, using: &g)
        return Row(
          .day(Day(number: Int32(19_000 + 7 * index))), Double(Int.random(in: 10...30, using: &g)), of: Double(cases))
      }, measure: .proportion)
  }
  let short = proportions(24)
  let long = proportions(100_000)
  let thousand = (0..<1000).compactMap { _ in proportions(24) }
  func signals(_ series: Series?, _ kind: ChartKind) -> Int {
    series.flatMap { try? ControlChart(of: $0, ChartRequest(kind)).signals.count } ?? 0
  }
  for kind in [ChartKind.p, .i, .run] {
    runner.measure("charts/\(kind) of 24 points", target: .microseconds(50), repeats: 100) { signals(short, kind) }
    runner.measure("charts/\(kind) of 100,000 points", target: .milliseconds(10)) { signals(long, kind) }
  }
  runner.measure("charts/1,000 p charts of 24 points", target: .milliseconds(10)) {
    thousand.reduce(0) { $0 + signals($1, .p) }
  }
  runner.measure("charts/statement of 24 points", target: .microseconds(50), repeats: 100) {
    short.flatMap { try? ControlChart(of: $0, ChartRequest(.p)).statement.utf8.count } ?? 0
  }
  let days = (0..<1_000_000).map { _ in Int32.random(in: 19_000..<20_463, using: &g) }
  let events = days.map { _ in Double(Int.random(in: 0...1, using: &g)) }
  runner.measure("charts/1,000,000 event rows to a weekly p chart", target: .milliseconds(30)) {
    var weeks = EventAggregator(by: .week)
    weeks.add(days: days, events: events)
    return (try? weeks.series(measure: .proportion)).map { signals($0, .p) } ?? 0
  }
  runner.measure("charts/1,000,000 event rows one by one, by month", target: .milliseconds(30)) {
    var months = EventAggregator(by: .month)
    for row in days.indices { months.add(Day(number: days[row]), events: events[row]) }
    return months.rows
  }
  runner.measure("charts/rule for a claim: 12 points, 52 weeks") { ClaimRule(baseline: 12, window: 52)?.run ?? 0 }
}
