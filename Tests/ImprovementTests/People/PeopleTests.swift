import Foundation
import Improvement
import ProcessControl
import Testing

@Suite struct `People of a project` {
  private func person(_ role: WorkRole?, atTable: Bool = true, burden: String = "") -> Stakeholder {
    Stakeholder(
      project: ProjectID(rawValue: "p"), name: "x", role: role, isAtTable: atTable, burden: burden)
  }

  @Test func `are missing when nobody at the table has their role`() {
    let people = [person(.clerk), person(.interpreter, atTable: false), person(.pharmacist)]
    let touched: Set<WorkRole> = [.patient, .nightStaff, .interpreter, .clerk]
    #expect(Seats.missing(touched: touched, people: people) == [.patient, .nightStaff, .interpreter])
    #expect(Seats.missing(touched: [], people: []).isEmpty)
    let burdened = [person(.clerk, burden: "calls"), person(.nurse, atTable: false, burden: "form")]
    #expect(Seats.burdenedAndAbsent(burdened).map(\.role) == [.nurse])
  }

  @Test(arguments: Stakeholder.Degree.allCases, Stakeholder.Degree.allCases)
  func `who bear the work are involved; others by influence and interest`(
    influence: Stakeholder.Degree, interest: Stakeholder.Degree
  ) {
    var one = person(.clerk)
    #expect(one.approach == nil)
    one.influence = influence
    one.interest = interest
    let high: Stakeholder.Approach = interest == .high ? .involve : .engage
    let low: Stakeholder.Approach = interest == .high ? .keepEngaged : .keepInformed
    #expect(one.approach == (influence == .high ? high : low))
    one.burden = "Ten calls a day"
    #expect(one.approach == .involve)
    one.burden = ""
    one.role = .patient
    #expect(one.approach == .involve)
  }
}

@Suite struct `A concern` {
  @Test func `is asked about, heard, answered and looked at again, in this order`() {
    let day = Day(number: 20_000)
    var concern = Concern(project: ProjectID(rawValue: "p"), said: "No time", kind: .time, raised: day)
    #expect(concern.step == .ask && concern.isOpen)
    concern.asked = concern.kind.question
    #expect(concern.step == .listen)
    concern.heard = "At seven nobody is free"
    #expect(concern.step == .answer)
    concern.answer = .smallerPilot
    concern.revisit = day.adding(7)
    #expect(concern.step == .revisit && !concern.isDue(on: day) && concern.isDue(on: day.adding(7)))
    concern.settled = day.adding(8)
    #expect(concern.step == .settled && !concern.isDue(on: day.adding(9)))
  }
}

@Suite struct `Evidence for a proposal` {
  private func card(_ stance: EvidenceCard.Stance, _ likeness: EvidenceCard.Likeness?, _ year: Int) -> EvidenceCard {
    EvidenceCard(
      project: ProjectID(rawValue: "p"), claim: "\(year)", source: "s", year: year, stance: stance, likeness: likeness)
  }

  @Test func `is at most three cards from places like ours, with a contrary one if any is held`() {
    let cards = [
      card(.supports, .unlike, 2024), card(.supports, .alike, 2018), card(.supports, .alike, 2022),
      card(.supports, .somewhat, 2023), card(.opposes, .unlike, 2010),
    ]
    #expect(EvidenceCard.shown(cards).map(\.year) == [2022, 2018, 2010])
    #expect(EvidenceCard.shown(Array(cards.prefix(4))).map(\.year) == [2022, 2018, 2023])
    #expect(EvidenceCard.shown([]).isEmpty && EvidenceCard.shown(cards, limit: 0).isEmpty)
  }

  @Test(arguments: [
    ("1", 1), ("87,376", 87_376), ("87 376", 87_376), ("10000000", 10_000_000), ("0", nil), ("10000001", nil),
    ("-5", nil), ("1.5", nil), ("about 40", nil), ("", nil), ("99999999999999999999", nil), ("\u{0661}", nil),
  ])
  func `was found in a whole number from 1 to 10 million, or in nobody knows how many`(typed: String, size: Int?) {
    #expect(EvidenceCard.sampleSize(typed: typed) == size)
  }

  @Test func `that was kept before its number was asked for still opens, without one`() throws {
    let kept = """
      {"claim":"31% to 22%","differs":"","likeness":"alike","project":"p","setting":"","source":"A journal",
       "stance":"supports","year":2021}
      """
    let card = try JSONDecoder().decode(EvidenceCard.self, from: Data(kept.utf8))
    #expect(card.sampleSize == nil && card.year == 2021 && card.likeness == .alike)
  }
}

@Suite struct `A rotation` {
  @Test func `is looked back at after 3, 6 and 12 months, on the last day of a shorter month`() throws {
    let end = try #require(Day(iso: "2027-08-31"))
    var rotation = Rotation(project: ProjectID(rawValue: "p"))
    #expect(rotation.due(after: end).map(\.on.description) == ["2027-11-30", "2028-02-29", "2028-08-31"])
    rotation.checks.append(.init(months: 3, on: end.adding(91), holds: true))
    #expect(rotation.due(after: end).map(\.months) == [6, 12])
  }
}
