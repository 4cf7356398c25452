import Improvement
import ProcessControl
import Testing

@Suite struct `A cycle` {
  private let day = Day(number: 20_000)
  private var moment: Moment { Moment(rawValue: Int64(day.number) * 86_400 + 50_700) }

  private func planned() throws -> Cycle {
    var cycle = Cycle(
      project: ProjectID(rawValue: "p"), number: 1, change: "Book the ride at rounds", scale: .oneShift, on: day)
    try cycle.predict("Half leave within 4 h")
    return cycle
  }

  @Test func `locks its prediction when Do begins, with the time, and takes remarks only from then on`() throws {
    var cycle = try planned()
    #expect(throws: CycleError.notBegun) { try cycle.annotate("late", at: moment) }
    try cycle.predict("Two of three leave within 4 h")
    try cycle.begin(on: day, at: moment)
    #expect(throws: CycleError.predictionLocked) { try cycle.predict("All of them, of course") }
    #expect(cycle.prediction?.text == "Two of three leave within 4 h")
    #expect(cycle.prediction?.locked == moment && cycle.prediction?.locked?.text == "\(day) 14:05 UTC")
    try cycle.annotate("One patient had no ride", at: moment)
    #expect(cycle.prediction?.remarks.map(\.text) == ["One patient had no ride"])
    #expect(throws: CycleError.begun) { try cycle.begin(on: day, at: moment) }
  }

  @Test(arguments: [-3, -1, 0, 1, 7])
  func `counts its prediction as made before only if Do did not begin earlier`(lead: Int) throws {
    var cycle = try planned()
    #expect(cycle.predictedBefore == nil)
    try cycle.begin(on: day.adding(lead), at: moment)
    #expect(cycle.predictedBefore == (lead >= 0))
  }

  @Test func `goes through its steps in order, and refuses those before their time`() throws {
    var cycle = Cycle(project: ProjectID(rawValue: "p"), number: 1, change: "", on: day)
    #expect(throws: CycleError.noChange) { try cycle.begin(on: day, at: moment) }
    cycle.reword("Book the ride", on: day)
    #expect(throws: CycleError.noPrediction) { try cycle.begin(on: day, at: moment) }
    #expect(throws: CycleError.notBegun) { try cycle.tell(asPlanned: true, surprises: "", ended: nil) }
    #expect(throws: CycleError.notBegun) { try cycle.study(.init(.partly, seen: "x", on: day)) }
    #expect(throws: CycleError.notStudied) { try cycle.act(.init(.adopt, on: day)) }
    try cycle.predict("It works")
    #expect(cycle.step == .plan)
    try cycle.begin(on: day, at: moment)
    #expect(cycle.step == .do)
    #expect(throws: CycleError.endsBeforeItBegan) {
      try cycle.tell(asPlanned: true, surprises: "", ended: day.adding(-1))
    }
    try cycle.tell(asPlanned: false, surprises: "No porter", ended: day.adding(1))
    #expect(cycle.step == .study)
    try cycle.study(.init(.otherwise, seen: "1 of 6", on: day.adding(2)))
    #expect(cycle.step == .act)
    try cycle.act(.init(.adapt, on: day.adding(2)))
    #expect(cycle.step == .closed)
  }

  @Test func `keeps every wording of its change once it was tried`() throws {
    var cycle = try planned()
    cycle.reword("Book the ride before rounds", on: day)
    #expect(cycle.versions.count == 1)
    try cycle.begin(on: day, at: moment)
    cycle.reword("Book the ride the evening before", on: day.adding(3))
    cycle.reword("Book the ride the evening before", on: day.adding(4))
    #expect(cycle.versions.map(\.on) == [day, day.adding(3)])
    #expect(cycle.change == "Book the ride the evening before")
  }

  @Test(arguments: Cycle.Act.Decision.allCases)
  func `leads to a next one that names it`(decision: Cycle.Act.Decision) throws {
    var cycle = try planned()
    try cycle.begin(on: day, at: moment)
    try cycle.study(.init(.asPredicted, seen: "5 of 8", on: day))
    try cycle.act(.init(decision, on: day))
    let id = CycleID(rawValue: "c1")
    let next = cycle.next(number: 2, of: id, on: day.adding(1))
    #expect(next.follows == id && next.number == 2 && next.prediction == nil && next.step == .plan)
    #expect(next.change == (decision == .abandon ? "" : cycle.change))
    #expect(next.scale == (decision == .adopt ? .oneWeek : .oneShift))
  }
}

@Suite struct `A scale of trial` {
  @Test func `grows from one patient to everywhere, and ends there`() {
    var scale: Cycle.Scale? = .onePatient
    var seen: [Cycle.Scale] = []
    while let now = scale {
      seen.append(now)
      scale = now.next
    }
    #expect(seen == Cycle.Scale.allCases)
    #expect(seen.filter(\.isSmall) == [.onePatient, .fewPatients, .oneShift, .oneWeek])
  }
}

@Suite struct `A moment` {
  @Test(arguments: [(-1, "1969-12-31 23:59 UTC"), (0, "1970-01-01 00:00 UTC"), (86_399, "1970-01-01 23:59 UTC")])
  func `is said to the minute`(seconds: Int64, text: String) {
    #expect(Moment(rawValue: seconds).text == text)
  }
}
