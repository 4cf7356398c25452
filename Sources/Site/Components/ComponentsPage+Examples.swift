internal import Markup
internal import Pictures

/// An invented program for the page of components.
struct ExampleProgram {
  let name, place, reason, gain: String
  let tag: Tag
  let odds: IntervalBar
}

/// Invented content for the page of components.
enum ComponentExamples {
  static let programs: [ExampleProgram] = [
    .init(
      name: "Cedar Fork Medical Center", place: "Internal Medicine \u{B7} Toledo, OH \u{B7} academic",
      reason: "Your state, takes DO and IMG, your score is at its median. The signal moves this one most.",
      gain: "+21.4", tag: Tag("\u{25C6} gold signal"),
      odds: IntervalBar("Interview", value: 0.52, low: 0.34, high: 0.68)),
    .init(
      name: "Lakemont University Hospital", place: "Internal Medicine \u{B7} Madison, WI \u{B7} academic",
      reason: "You would go anywhere with a quality track. Interviews few from outside the Midwest.", gain: "+12.9",
      tag: Tag("\u{25C6} gold signal"), odds: IntervalBar("Interview", value: 0.29, low: 0.16, high: 0.46)),
    .init(
      name: "Harbor Point Community Hospital", place: "Internal Medicine \u{B7} Erie, PA \u{B7} community",
      reason: "Sponsors J-1, no limit on years since graduation. Likely without a signal: keep it for others.",
      gain: "+9.6", tag: Tag("likely", .good), odds: IntervalBar("Interview", value: 0.67, low: 0.48, high: 0.84)),
    .init(
      name: "St. Brennan Medical College", place: "Internal Medicine \u{B7} Boston, MA \u{B7} academic",
      reason: "You love it. One season in nine, and worth its $11.", gain: "+3.1", tag: Tag("reach", .warn),
      odds: IntervalBar("Interview", value: 0.11, low: 0.05, high: 0.2)),
  ]

  static let curve = OddsCurve(
    "Chance to match by number of applications",
    summary: "The chance rises to 91% at 34 applications, which cost $374, and is nearly flat after that.",
    points: [
      at(0, 0, 0, 0), at(5, 38, 29, 47), at(10, 60, 50, 69), at(15, 73, 64, 81), at(20, 81, 73, 88),
      at(25, 86, 79, 92), at(30, 89, 83, 94), at(34, 91, 86, 95), at(40, 91.6, 86, 95.4), at(50, 92.1, 86.5, 95.8),
      at(60, 92.3, 86.6, 96),
    ], marked: 34)

  private static func at(_ count: Int, _ chance: Double, _ low: Double, _ high: Double) -> OddsCurve.Point {
    .init(
      applications: count, chance: chance / 100, low: low / 100, high: high / 100, dollars: 11 * Double(count))
  }

  static let late: ControlChartPicture = {
    let late = [14, 11, 16, 12, 13, 10, 15, 12, 11, 14, 13, 12, 9, 7, 9, 6, 8, 5, 7, 6]
    let all = [42, 39, 45, 41, 40, 37, 46, 40, 38, 43, 41, 39, 40, 37, 42, 36, 41, 38, 39, 37]
    var chart = ControlChartPicture(
      "Late discharges on 4 West, by week", summary: "The last eight weeks all lie below the baseline mean of 31%.",
      valueName: "Left more than 4 hours after the order", format: .percent(),
      points: late.indices.map { index in
        let share = Double(late[index]) / Double(all[index])
        let width = 3 * (0.31 * 0.69 / Double(all[index])).squareRoot()
        return .init(
          day(index), value: share, basis: "\(late[index]) of \(all[index])", center: 0.31,
          lower: max(0, 0.31 - width), upper: 0.31 + width, signal: index >= 12 ? .init(.run, .better) : nil)
      })
    chart.centerName = "Mean"
    chart.limitName = "Control limits, 3 sigma"
    chart.frozenFrom = 12
    chart.target = 0.2
    chart.better = .down
    chart.annotations = [.init(.before(12), "PDSA 2: ride booked at rounds")]
    return chart
  }()

  static let reasons = ParetoPicture(
    "Why discharges were late", summary: "Waiting for transport is the most frequent reason: 44% of 159 counted.",
    reasons: [
      .init("Waiting for transport", count: 70), .init("Medicines not ready", count: 31),
      .init("Teaching with an interpreter", count: 22), .init("No bed at the next place", count: 15),
      .init("Waiting for a test result", count: 9), .init("Other", count: 12, isRest: true),
    ])

  static let groups = DotIntervalPlot(
    "Late discharges by language", summary: "Spanish speakers left late more often than English speakers.",
    rows: [
      .init("English", basis: "84 of 311", .interval(0.27, low: 0.223, high: 0.322)),
      .init("Spanish", basis: "49 of 119", .interval(0.412, low: 0.328, high: 0.502)),
      .init("Other languages", basis: "19 of 52", .interval(0.365, low: 0.248, high: 0.501)),
      .init("Not recorded", .withheld("too few to show")),
    ], format: .percent(), reference: 0.31, referenceName: "All, 31%")

  /// The Wednesday of a week from March 4, 2026.
  private static func day(_ week: Int) -> ControlChartPicture.Label {
    var left = week * 7 + 3
    for (month, length) in [(3, 31), (4, 30), (5, 31), (6, 30), (7, 31)] {
      if left < length { return Day(year: 2026, month: month, day: left + 1).map { .day($0) } ?? .text("") }
      left -= length
    }
    return .text("")
  }
}
