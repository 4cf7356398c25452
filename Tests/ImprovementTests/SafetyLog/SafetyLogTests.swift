import Improvement
import ProcessControl
import Testing

@Suite struct `A safety log` {
  private func entry(_ iso: String, cases: Int? = nil) throws -> SafetyEntry {
    SafetyEntry(
      project: ProjectID(rawValue: "p"), day: try #require(Day(iso: iso)), kind: "Near miss", casesSince: cases)
  }

  @Test func `counts the days between its events, in whatever order they were entered`() throws {
    let entries = [try entry("2027-03-11"), try entry("2027-03-01"), try entry("2027-03-04")]
    #expect(entries.daysBetween.map(\.numerator) == [3, 7])
    #expect([try entry("2027-03-01")].daysBetween.isEmpty)
    #expect([SafetyEntry]().daysBetween.isEmpty)
  }

  @Test func `has no time of zero when two came on one day`() throws {
    let entries = [try entry("2027-03-01"), try entry("2027-03-05"), try entry("2027-03-05")]
    #expect(entries.daysBetween.map(\.numerator) == [2])
  }

  @Test func `adds up cases of one day and leaves out what was not counted`() throws {
    let entries = [try entry("2027-03-01", cases: 12), try entry("2027-03-01", cases: 0), try entry("2027-03-02")]
    #expect(entries.casesBetween.map(\.numerator) == [12])
  }
}
