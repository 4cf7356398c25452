import Improvement
import ProcessControl
import Testing

@Suite struct `What recurs` {
  private func opportunity(_ place: String, _ shifts: String...) throws -> Opportunity {
    let day = try #require(Day(iso: "2027-03-01"))
    return Opportunity(
      what: "x", place: place, kind: .safety, sightings: shifts.map { Opportunity.Sighting(day, shift: $0) })
  }

  @Test func `is counted by sightings, with case and spaces ignored and the unsaid last`() throws {
    let all = [
      try opportunity("ED", "night"), try opportunity("ed ", "night", "day"), try opportunity("", "", "", "", ""),
    ]
    let places = Recurrence(of: all, by: .place)
    #expect(places.groups.map(\.name) == ["ED", nil])
    #expect(places.groups.map(\.sightings) == [3, 4])
    #expect(places.groups.map(\.opportunities) == [2, 1])
    #expect(places.statement == "Seen 7 times in all; most often: ED (3 of 7).")
  }

  @Test func `adds up to the same number whatever it is counted by`() throws {
    let all = [try opportunity("a", "day"), try opportunity("b", "night", "")]
    for axis in Recurrence.Axis.allCases {
      let recurrence = Recurrence(of: all, by: axis)
      #expect(recurrence.total == 3)
      #expect(recurrence.groups.reduce(0) { $0 + $1.sightings } == 3)
    }
    #expect(Recurrence(of: [], by: .kind).statement == "Nothing was seen yet.")
  }
}
