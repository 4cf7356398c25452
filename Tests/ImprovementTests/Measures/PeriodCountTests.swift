import Improvement
import ProcessControl
import Testing

@Suite struct `Counts of a measure` {
  private let measure = ProjectMeasure(project: ProjectID(rawValue: "p"), name: "m", role: .outcome, kind: .proportion)

  private func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

  @Test func `add up their parts, but never beside a total of the same day`() throws {
    let (first, second) = (try day("2027-01-04"), try day("2027-01-11"))
    let rows = measure.rows(of: [
      PeriodCount(second, 9, of: 30),
      PeriodCount(first, 2, of: 10, strata: ["group": "a"]), PeriodCount(first, 3, of: 10, strata: ["group": "b"]),
      PeriodCount(second, 4, of: 12, strata: ["group": "a"]),
    ])
    #expect(rows == [Row(.day(first), 5, of: 20), Row(.day(second), 9, of: 30)])
  }

  @Test func `make a series of the measure's kind, whose periods are known`() throws {
    let series = try measure.series(of: [PeriodCount(try day("2027-01-04"), 1, of: 10)])
    #expect(series.measure == .proportion && series.period == .week && series.hasDenominators)
  }
}
