import Pictures

/// Invented numbers for the pictures that are kept as golden files.
enum Samples {
  static let all: [(name: String, picture: any Picture)] = [
    ("odds-curve", oddsCurve), ("interval-bar", intervalBar), ("dot-interval", dotInterval),
    ("p-chart", pChart), ("run-chart", runChart), ("rare-events", rareEvents), ("pareto", pareto),
    ("small-multiples", smallMultiples), ("scatter", scatter),
  ]

  static let oddsCurve = OddsCurve(
    "Chance to match by number of applications",
    summary: "The chance rises to 91% at 34 applications, which cost $374, and is nearly flat after that.",
    points: (0...60).map { count in
      let rest = 0.06 + 0.94 * decay(Double(count) / 9)
      let spread = 0.035 + 0.1 * decay(Double(count) / 12)
      return OddsCurve.Point(
        applications: count, chance: count == 0 ? 0 : 1 - rest, low: count == 0 ? 0 : max(0, 1 - rest - spread),
        high: count == 0 ? 0 : min(1, 1 - rest + spread * 0.8),
        dollars: 11 * Double(min(count, 30)) + 30 * Double(max(0, count - 30)))
    }, marked: 34)

  static let intervalBar = IntervalBar("Interview at Cedar Fork", value: 0.52, low: 0.34, high: 0.68)

  static let dotInterval = DotIntervalPlot(
    "Late discharges by language",
    summary: "Patients who speak Spanish left late more often than those who speak English: 41% against 27%.",
    rows: [
      .init("English", basis: "84 of 311", .interval(0.27, low: 0.223, high: 0.322)),
      .init("Spanish", basis: "49 of 119", .interval(0.412, low: 0.328, high: 0.502)),
      .init("Haitian Creole and other languages", basis: "19 of 52", .interval(0.365, low: 0.248, high: 0.501)),
      .init("Portuguese", .withheld("too few to show")),
      .init("Not recorded", basis: "7 of 30", .interval(0.233, low: 0.118, high: 0.409)),
    ], format: .percent(), reference: 0.31, referenceName: "All, 31%")

  static let pChart: ControlChartPicture = {
    let late = [14, 11, 16, 12, 13, 10, 15, 12, 11, 14, 13, 9, 9, 7, 9, 5, 6, 4, 5, 3, 4]
    let all = [41, 38, 44, 40, 39, 36, 45, 39, 37, 42, 40, 38, 39, 36, 41, 35, 40, 37, 38, 36, 39]
    var chart = ControlChartPicture(
      "Late discharges on 4 West, by week", summary: "The last nine weeks all lie below the baseline mean of 33%.",
      valueName: "Discharged more than 4 hours after the order", format: .percent(),
      points: zip(late, all).enumerated().map { index, week in
        let center = 0.327
        let width = 3 * (center * (1 - center) / Double(week.1)).squareRoot()
        return .init(
          .day(day(index * 7)), value: Double(week.0) / Double(week.1), basis: "\(week.0) of \(week.1)",
          center: center, lower: max(0, center - width), upper: center + width, isExcluded: index == 6,
          signal: index == 19 ? .init(.beyondLimits, .better) : index >= 12 ? .init(.run, .better) : nil)
      })
    chart.centerName = "Mean"
    chart.limitName = "Control limits, 3 sigma"
    chart.frozenFrom = 12
    chart.target = 0.2
    chart.better = .down
    chart.annotations = [
      .init(.day(day(50)), "PDSA 1: list at huddle"), .init(.day(day(84)), "PDSA 2: ride booked at rounds"),
    ]
    return chart
  }()

  static let runChart: ControlChartPicture = {
    let values: [Double?] = [4.2, 3.9, 4.4, 4.1, nil, 4.6, 3.8, 4.3, 4.9, 5.2, 4.8, 5.1, 5.4, 5, 5.3, 4.7]
    var chart = ControlChartPicture(
      "Hours to first antibiotic, by month", summary: "Since January every month lies above the earlier median.",
      valueName: "Median hours to first antibiotic", format: .number(places: 1, unit: "h"),
      points: values.enumerated().map { index, value in
        .init(
          .day(month(index)), value: value, center: index < 8 ? 4.2 : 5.1,
          signal: index >= 8 ? .init(.run, .worse) : nil)
      })
    chart.centerName = "Median"
    chart.phases = [.init(start: 0, name: "Old order set"), .init(start: 8, name: "New order set")]
    chart.better = .down
    return chart
  }()

  static let rareEvents: ControlChartPicture = {
    let gaps: [Double] = [12, 31, 8, 22, 45, 17, 29, 9, 61, 38, 74, 130, 52, 88]
    var chart = ControlChartPicture(
      "Days between falls with injury", summary: "One gap of 130 days is longer than chance explains.",
      valueName: "Days since the fall before", format: .number(),
      points: gaps.enumerated().map { index, gap in
        .init(
          .text("Fall \(index + 2)"), value: gap, center: 33.1, lower: 0.4, upper: 128,
          signal: gap > 128 ? .init(.beyondLimits, .better) : gap == 8 ? .init(.beyondLimits, .worse) : nil)
      })
    chart.centerName = "Median"
    chart.better = .up
    chart.annotations = [
      .init(.before(3), "Bed alarms"), .init(.before(5), "Hourly rounds on nights"),
      .init(.before(8), "Gait belts at every bed"), .init(.before(9), "Post-fall huddle within an hour"),
    ]
    return chart
  }()

  static let pareto = ParetoPicture(
    "Why discharges were late", summary: "Waiting for transport is the most frequent reason: 44% of 159 counted.",
    reasons: [
      .init("Waiting for transport", count: 70), .init("Medicines not ready", count: 31),
      .init("Other", count: 12, isRest: true), .init("Waiting for a test result", count: 9),
      .init("Teaching with an interpreter not done", count: 22), .init("No bed at the next place", count: 15),
    ])

  static let smallMultiples = SmallMultiples(
    "Late discharges by language and week", summary: "The share fell in two groups and stayed in the third.",
    valueName: "Discharged more than 4 hours after the order", format: .percent(),
    panels: zip(["English", "Spanish", "Other languages"], [0.27, 0.42, 0.36]).enumerated().map { row, group in
      SmallMultiples.Panel(
        group.0, note: ["27%, 84 of 311", "41%, 49 of 119", "36%, 19 of 52"][row],
        points: (0..<14).map { index in
          let wave = [0.03, -0.04, 0.05, -0.02, 0.01, -0.05, 0.04][(index * (row + 2) + row) % 7]
          let shift = index >= 8 && row != 1 ? -0.11 : 0
          return .init(
            .day(day(index * 7)), value: group.1 + wave + shift, center: group.1,
            signal: index >= 8 && row != 1 ? .init(.run, .better) : nil)
        })
    })

  static let scatter = Scatter(
    "Ideas by effort and impact", summary: "Booking the ride at rounds promises most for the least effort.",
    items: [
      .init("Book the ride at morning rounds", effort: 0.2, impact: 0.85),
      .init("Pharmacy delivers medicines to the bed before noon", effort: 0.7, impact: 0.8),
      .init("Poster in the staff room", effort: 0.1, impact: 0.1),
      .init("A checklist in the chart", effort: 0.2, impact: 0.8),
      .init("A new transport contract", effort: 0.95, impact: 0.3),
    ])

  private static func decay(_ value: Double) -> Double {
    // The exponential function by its series, so that the files do not depend on a math library.
    var power = 1.0
    var half = 1.0
    let small = -value / 64
    for term in 1...12 {
      half *= small / Double(term)
      power += half
    }
    for _ in 0..<6 { power *= power }
    return power
  }

  /// A day `offset` days after March 4, 2026.
  private static func day(_ offset: Int) -> Day {
    var left = offset + 3
    for (month, length) in [(3, 31), (4, 30), (5, 31), (6, 30), (7, 31), (8, 31)] {
      if left < length, let day = Day(year: 2026, month: month, day: left + 1) { return day }
      left -= length
    }
    preconditionFailure("The samples end in August.")
  }

  private static func month(_ offset: Int) -> Day {
    let months = offset + 4
    guard let day = Day(year: 2025 + months / 12, month: months % 12 + 1, day: 1) else {
      preconditionFailure("Every month has a first day.")
    }
    return day
  }
}
