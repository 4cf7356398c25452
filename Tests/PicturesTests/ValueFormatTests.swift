import Pictures
import Testing

@Suite struct `A number` {
  @Test(arguments: [
    (0.31, "31%"), (0, "0%"), (1, "100%"), (0.005, "1%"), (0.004, "0%"), (-0.004, "0%"), (-0.02, "\u{2212}2%"),
    (12.345, "1,235%"), (.nan, "\u{2013}"), (.infinity, "\u{2013}"),
  ])
  func `is read as a percentage`(value: Double, text: String) {
    #expect(ValueFormat.percent().text(value) == text)
  }

  @Test(arguments: [
    (0, "$0"), (374, "$374"), (1230, "$1,230"), (1_234_567, "$1,234,567"), (-11, "\u{2212}$11"), (999.5, "$1,000"),
  ])
  func `is read as dollars`(value: Double, text: String) {
    #expect(ValueFormat.dollars.text(value) == text)
  }

  @Test(arguments: [
    (4.25, 1, "4.3 h"), (4.04, 1, "4.0 h"), (9.96, 1, "10.0 h"), (1234.5, 0, "1,235 h"), (-0.04, 1, "0.0 h"),
    (0.05, 2, "0.05 h"),
  ])
  func `is read with its unit`(value: Double, places: Int, text: String) {
    #expect(ValueFormat.number(places: places, unit: "h").text(value) == text)
  }

  @Test func `is read with its interval`() {
    #expect(ValueFormat.percent().text(0.52, low: 0.34, high: 0.68) == "52% (34 to 68)")
    #expect(ValueFormat.dollars.text(374, low: 300, high: 1000) == "$374 ($300 to $1,000)")
  }
}

@Suite struct `A day` {
  @Test func `is read as Americans read it`() throws {
    let day = try #require(Day(year: 2026, month: 6, day: 3))
    #expect(day.text == "June 3")
    #expect(day.longText == "June 3, 2026")
  }

  @Test func `exists only where the calendar has it`() {
    #expect(Day(year: 2024, month: 2, day: 29) != nil)
    #expect(Day(year: 2000, month: 2, day: 29) != nil)
    for (year, month, day) in [(2026, 2, 29), (1900, 2, 29), (2026, 4, 31), (2026, 13, 1), (2026, 0, 1), (2026, 1, 0)] {
      #expect(Day(year: year, month: month, day: day) == nil)
    }
  }

  @Test func `comes before every later day`() {
    var previous: Day?
    var count = 0
    for year in 1999...2004 {
      for month in 1...12 {
        for number in 1...31 {
          guard let day = Day(year: year, month: month, day: number) else { continue }
          if let previous { #expect(previous < day) }
          previous = day
          count += 1
        }
      }
    }
    #expect(count == 2192)
  }
}
