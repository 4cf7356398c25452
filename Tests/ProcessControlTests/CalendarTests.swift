// swift-format-ignore-file: NeverForceUnwrap, NeverUseForceTry

import ProcessControl
import Testing

@Suite struct `The calendar` {
  @Test func `counts every day of eight centuries, one by one`() {
    var day = Day(year: 1600, month: 1, day: 1)!
    #expect(day.weekday == 6)
    var weekday = 6
    for year in 1600..<2400 {
      let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
      for month in 1...12 {
        let length = month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
        #expect(Day.length(ofMonth: month, year: year) == length)
        #expect(Day(year: year, month: month, day: length + 1) == nil)
        for date in 1...length {
          let parts = day.parts
          if parts.year != year || parts.month != month || parts.day != date || day.weekday != weekday
            || Day(year: year, month: month, day: date) != day
          {
            Issue.record("\(day) is not \(year)-\(month)-\(date)")
            return
          }
          day = day.adding(1)
          weekday = weekday % 7 + 1
        }
      }
    }
  }

  @Test func `has the Unix epoch as day zero, a Thursday`() {
    #expect(Day(iso: "1970-01-01")?.number == 0)
    #expect(Day(number: 0).weekday == 4)
    #expect(Day(iso: "2000-03-01")?.number == 11_017)
  }

  @Test func `agrees with itself far away`() {
    for year in [-4_999_999, -401, -400, -1, 0, 1, 4, 100, 9999, 5_000_000] {
      for (month, date) in [(1, 1), (2, 28), (3, 1), (12, 31)] {
        let parts = Day(year: year, month: month, day: date)!.parts
        #expect(parts == (year, month, date))
      }
    }
  }

  @Test(arguments: ["2024-2-01", "2024-02-30", "2024/02/01", "20240201", "2024-02-01T", "２０２４-02-01", "2024-00-01", ""])
  func `refuses what is not a date`(text: String) {
    #expect(Day(iso: text) == nil)
  }

  @Test(arguments: Period.allCases) func `parts time without gap or overlap`(period: Period) {
    var last = period.index(of: Day(iso: "1899-12-25")!)
    for number in -25_574...55_000 as ClosedRange<Int32> {
      let day = Day(number: number)
      let index = period.index(of: day)
      let start = period.start(of: day)
      if index != last && index != last + 1 || start > day || period.index(of: start) != index
        || period.start(ofIndex: index + 1) <= day
      {
        Issue.record("\(period) of \(day)")
        return
      }
      last = index
    }
  }

  @Test func `begins weeks on Monday and quarters in January, April, July and October`() {
    let day = Day(iso: "2024-05-15")!
    #expect(Period.week.start(of: day).description == "2024-05-13")
    #expect(Period.week.start(of: Day(iso: "2024-05-19")!).description == "2024-05-13")
    #expect(Period.month.start(of: day).description == "2024-05-01")
    #expect(Period.quarter.start(of: day).description == "2024-04-01")
    #expect(Period.year.start(of: day).description == "2024-01-01")
  }
}
