import Improvement
import ProcessControl
import Testing

@Suite struct `What a rate is per` {
  private func measure(_ denominator: String, unit: String = "", per: Double = 1) -> ProjectMeasure {
    ProjectMeasure(
      project: ProjectID(rawValue: "p"), name: "Falls", role: .outcome, kind: .rate, numerator: "falls",
      denominator: denominator, unit: unit, multiplier: per)
  }

  @Test(arguments: [
    ("patient days", "", 1, "per patient day"), ("patient days", "", 1_000, "per 1,000 patient days"),
    ("days on the ward", "", 1, "per 1 of days on the ward"),
    ("visits of new patients", "", 1, "per 1 of visits of new patients"),
    ("Biopsies", "", 1, "per Biopsy"), ("boxes", "", 1, "per box"),
    ("", "", 1, "per 1"), ("", "", 100, "per 100"), ("patient days", "a day", 1, "a day"),
  ])
  func `is named by its own words`(_ denominator: String, _ unit: String, _ per: Double, _ words: String) {
    #expect(measure(denominator, unit: unit, per: per).rateUnit == words)
  }

  @Test func `stands in the problem in numbers`() {
    let counts = (0..<12).map { PeriodCount(Day(number: 20_822).adding(7 * $0), Double($0 % 2 * 3), of: 236) }
    let said = ProblemStatement(measure("patient days"), counts: counts, place: "").sentence
    #expect(said.contains("0.00636 per patient day (95% CI ") && said.contains("18 falls in 2,832 patient days"))
  }

  @Test func `one day between events is a day`() {
    let between = ProjectMeasure(
      project: ProjectID(rawValue: "p"), name: "Falls", role: .outcome, kind: .daysBetween, numerator: "falls")
    for (days, words) in [(1.0, "1 day (95%"), (2.0, "2 days (95%")] {
      let counts = (0..<9).map { PeriodCount(Day(number: 20_822).adding(Int(days) * $0), days) }
      #expect(ProblemStatement(between, counts: counts, place: "").sentence.contains("A median of \(words)"))
    }
  }
}
