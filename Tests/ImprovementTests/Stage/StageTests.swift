import Improvement
import ProcessControl
import Testing

@Suite struct `The stage of a project` {
  private static let all = Gate.allCases

  private func gates(_ bits: Int) -> Set<Gate> {
    Set(Self.all.indices.filter { bits >> $0 & 1 == 1 }.map { Self.all[$0] })
  }

  @Test func `is never lowered by more evidence, in any of its combinations`() {
    #expect(Self.all.count == 12)
    for bits in 0..<(1 << Self.all.count) {
      let stage = ProjectStage.reached(by: gates(bits))
      for more in Self.all.indices where bits >> more & 1 == 0 {
        if ProjectStage.reached(by: gates(bits | 1 << more)) < stage { Issue.record("\(bits) and \(more)") }
      }
    }
  }

  @Test func `is each of them for exactly what it needs`() {
    #expect(ProjectStage.reached(by: []) == .begun)
    var have: Set<Gate> = []
    for stage in ProjectStage.allCases {
      have.formUnion(stage.needs)
      #expect(ProjectStage.reached(by: have) == stage)
      for need in stage.needs {
        #expect(ProjectStage.reached(by: Set(Gate.allCases).subtracting([need])) < stage)
      }
    }
    #expect(have == Set(Gate.allCases))
    #expect(ProjectStage.allCases.flatMap(\.needs).count == Gate.allCases.count)
  }

  private func cycle(_ state: Int) throws -> Cycle {
    let day = Day(number: 20_000)
    var cycle = Cycle(project: ProjectID(rawValue: "p"), number: 1, change: "x", scale: .oneShift, on: day)
    if state > 0 { try cycle.predict("y") }
    if state > 1 { try cycle.begin(on: state == 2 ? day.adding(-1) : day, at: Moment(startOf: day)) }
    if state > 3 { try cycle.study(.init(.partly, seen: "z", on: day)) }
    return cycle
  }

  @Test func `never falls when any one thing grows, whatever else there is`() throws {
    let cycles = try (0...4).map { [try cycle($0)] }
    let roles: [Set<ProjectMeasure.Role>] = [[], [.outcome], [.outcome, .process], [.outcome, .process, .balancing]]
    let levels = [2, 2, 3, 4, 2, 5, 2, 3, 2, 2]
    func stage(_ at: [Int]) -> ProjectStage {
      ProjectEvidence(
        points: at[0] * 30, aimIsMeasurable: at[1] == 1, baselinePoints: [0, 11, 12][at[2]], roles: roles[at[3]],
        isDeclared: at[4] == 1, cycles: cycles[at[5]], followed: at[6], monthsInARow: [0, 2, 3][at[7]],
        isAnswered: at[8] == 1, hasSuccessor: at[9] == 1
      ).stage
    }
    var at = [Int](repeating: 0, count: levels.count)
    var seen: Set<ProjectStage> = []
    while true {
      let now = stage(at)
      seen.insert(now)
      for index in levels.indices where at[index] + 1 < levels[index] {
        var more = at
        more[index] += 1
        if stage(more) < now { Issue.record("\(at) to \(more) lowers \(now)") }
      }
      guard let next = levels.indices.first(where: { at[$0] + 1 < levels[$0] }) else { break }
      at[next] += 1
      for index in 0..<next { at[index] = 0 }
    }
    #expect(seen == Set(ProjectStage.allCases))
  }

  @Test func `names what is missing next, until nothing is`() throws {
    var evidence = ProjectEvidence()
    #expect(evidence.missing == .problemCounted && Gate.allCases.allSatisfy { $0.minutes > 0 })
    evidence.points = 20
    #expect(evidence.missing == .aimMeasurable)
    let all = ProjectEvidence(
      points: 20, aimIsMeasurable: true, baselinePoints: 12, roles: [.outcome, .process, .balancing],
      isDeclared: true, cycles: [try cycle(4)], followed: 1, monthsInARow: 3, isAnswered: true, hasSuccessor: true)
    #expect(all.missing == nil && all.stage == .kept)
  }

  @Test(arguments: [([], 0), ([0], 1), ([0, 31, 62], 3), ([0, 31, 120, 150], 1), ([330, 360, 390], 3)])
  func `counts months in a row, across the end of a year`(days: [Int], months: Int) throws {
    let start = try #require(Day(iso: "2025-01-01"))
    #expect(ProjectEvidence.monthsInARow(days.map { start.adding($0) }) == months)
  }

  @Test func `counts the last months only: a row that has ended is none`() throws {
    func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }
    let weeks = try (0..<26).map { try day("2026-01-05").adding(7 * $0) }
    #expect(ProjectEvidence.monthsInARow(weeks, of: .week, until: try day("2026-07-06")) == 6)
    // On the first days of a month the last week of the month before may still be on its way.
    #expect(ProjectEvidence.monthsInARow(weeks, of: .week, until: try day("2026-07-08")) == 6)
    #expect(ProjectEvidence.monthsInARow(weeks, of: .week, until: try day("2026-09-21")) == 0)
    // One newer week does not close months that lie empty.
    #expect(
      ProjectEvidence.monthsInARow(weeks + [try day("2026-09-14")], of: .week, until: try day("2026-09-21")) == 1)
    let months = try ["2026-06-01", "2026-07-01", "2026-08-01"].map { try day($0) }
    #expect(ProjectEvidence.monthsInARow(months, of: .month, until: try day("2026-10-02")) == 3)
    #expect(ProjectEvidence.monthsInARow(months, of: .month, until: try day("2026-11-02")) == 0)
    // A quarter speaks for its three months.
    #expect(ProjectEvidence.monthsInARow([try day("2026-04-01")], of: .quarter, until: try day("2026-09-30")) == 3)
  }

  @Test func `watches rare events between them, and loses count when the silence outlasts all before`() throws {
    func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }
    let events = try ["2026-01-05", "2026-01-20", "2026-04-10", "2026-05-02"].map { try day($0) }
    func months(_ until: String) throws -> Int {
      ProjectEvidence.monthsInARow(ofEvents: events.reversed(), until: try day(until))
    }
    // February and March lie between two events, and are no months without data. The longest time between two: 80 days.
    #expect(try months("2026-05-02") == 5)
    #expect(try months("2026-07-21") == 5)
    #expect(try months("2026-07-22") == 0)
    // What is to come counts nothing yet; before the second event nobody knows how long a silence may be.
    #expect(try months("2026-01-19") == 1)
    #expect(try months("2026-01-04") == 0)
    #expect(ProjectEvidence.monthsInARow(ofEvents: [try day("2026-01-05")], until: try day("2026-02-05")) == 1)
    #expect(ProjectEvidence.monthsInARow(ofEvents: [try day("2026-01-05")], until: try day("2026-02-06")) == 0)
    // Other counts that still come in tell that silence is no end of counting.
    let counted = try day("2026-08-03")
    #expect(ProjectEvidence.monthsInARow(ofEvents: events, counted: counted, until: try day("2026-08-20")) == 8)
    #expect(ProjectEvidence.monthsInARow(ofEvents: events, counted: counted, until: try day("2026-12-01")) == 0)
  }
}
