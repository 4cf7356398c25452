import Foundation
import Improvement
import ProcessControl
import Statistics
import Testing

@Suite struct `A claim` {
  private let example = ClaimCase(baselineWeeks: 12, window: 12)

  private func counts(_ shares: [Double]) -> [PeriodCount] {
    shares.enumerated().map { PeriodCount(ClaimCase.week($0.offset), ($0.element * 200).rounded(), of: 200) }
  }

  private var wave: [Double] { (0..<12).map { 0.3 + 0.02 * Double($0 % 3 - 1) } }

  private func claim(_ shares: [Double], weeks: Int, declaredIn week: Int = 12) throws -> Claim {
    let all = counts(shares)
    let declaration = try example.declaration(Array(all.prefix(12)), at: week)
    return Claim(declaration, of: example.measure, counts: all, today: ClaimCase.week(weeks))
  }

  @Test func `is said with both levels, n, lines, rule, false-alarm rate and dates, and never names a cause`() throws {
    let claim = try claim(wave + Array(repeating: 0.2, count: 12), weeks: 24)
    let sentence = try #require(claim.sentence)
    #expect(
      sentence
        == "After booking the ride at rounds, from \(Wording.place(.day(ClaimCase.week(12)), period: nil, withYear: true)) on, late discharges fell from 30% (720 of 2,400; 95% CI 28% to 32%) to 20% (480 of 2,400; 95% CI 18% to 22%) in 12 weeks."
    )
    let rule = try #require(ClaimRule(baseline: 12, window: 12, level: Declaration.level))
    for part in [
      "baseline median of 30%", "12 weeks", "\(rule.run) weeks in a row below", "within the 12 weeks from",
      "of 100 unchanged processes",
      "looking after every week", "Declared on",
    ] {
      #expect(claim.basis.contains(part), "\(part) is not in: \(claim.basis)")
    }
    #expect(
      claim.size
        == "Down by 10 percentage points (95% CI 7.56 to 12.4): from 30% to 20%, which is 33% less than before.")
    #expect(!(sentence + claim.basis + (claim.size ?? "")).lowercased().contains("because"))
    #expect(claim.notes.isEmpty)
  }

  @Test func `is earned in the week in which the run is long enough, and stays earned`() throws {
    let run = try #require(ClaimRule(baseline: 12, window: 12, level: Declaration.level)).run
    for weeks in 1...20 {
      let claim = try claim(wave + Array(repeating: 0.2, count: 20), weeks: 12 + weeks)
      #expect(claim.isEarned == (weeks >= run))
      #expect(weeks >= run || claim.verdict == .tooEarly)
    }
  }

  @Test func `looks at nothing outside the baseline and the window after the change`() throws {
    // Good weeks before the change, in its week, and after the window; bad ones inside.
    var shares = wave + Array(repeating: 0.4, count: 12) + Array(repeating: 0.1, count: 30)
    let verdict = try claim(shares, weeks: 60).verdict
    #expect(verdict == .notEarned)
    for index in 24..<54 { shares[index] = 0.9 }
    #expect(try claim(shares, weeks: 60).verdict == verdict)
    #expect(try claim(shares, weeks: 24).verdict == verdict)
  }

  @Test func `gives nothing for what was seen before it was declared, and says so`() throws {
    // The change begins in week 12 and works at once; declared in week 20, only later weeks count.
    let shares = wave + Array(repeating: 0.2, count: 8) + Array(repeating: 0.3, count: 12)
    let early = try claim(shares, weeks: 33)
    let late = try claim(shares, weeks: 33, declaredIn: 20)
    #expect(early.isEarned)
    #expect(!late.isEarned && late.declaration.isLate)
    #expect(late.notes.contains { $0.contains("8 weeks from before the declaration do not count") })
  }

  @Test func `of a change to the worse is never earned`() throws {
    let claim = try claim(wave + Array(repeating: 0.5, count: 12), weeks: 24)
    #expect(claim.verdict == .notEarned && claim.sentence == nil)
    #expect(claim.basis.contains("No change beyond chance"))
  }

  @Test func `does not look at a week that is not over`() throws {
    let all = counts(wave + Array(repeating: 0.2, count: 12))
    let declaration = try example.declaration(Array(all.prefix(12)))
    let run = declaration.run
    for (days, earned) in [(7 * run - 1, false), (7 * run, true)] {
      let claim = Claim(
        declaration, of: example.measure, counts: all, today: ClaimCase.week(12).adding(days))
      #expect(claim.isEarned == earned)
    }
  }

  @Test func `says when its baseline was changed afterwards, and when earlier points are left out`() throws {
    var all = counts(wave + Array(repeating: 0.2, count: 12))
    let declaration = try example.declaration(Array(all.prefix(12)))
    for index in 0..<12 { all[index].numerator = 80 }
    all.append(PeriodCount(ClaimCase.week(-3), 20, of: 200))
    let claim = Claim(declaration, of: example.measure, counts: all, today: ClaimCase.week(24))
    #expect(claim.isBaselineChanged)
    #expect(claim.notes.contains { $0.contains("median was 30% of 12 weeks then and is 40% now") })
    #expect(claim.notes.contains { $0.contains("leaves out 1 earlier week") })
  }

  @Test func `of gaps says how many; they take their places in the window`() throws {
    var all = counts(wave + Array(repeating: 0.2, count: 12))
    let declaration = try example.declaration(Array(all.prefix(12)))
    all.removeAll { $0.day > ClaimCase.week(16) }
    let open = Claim(declaration, of: example.measure, counts: all, today: ClaimCase.week(20))
    #expect(open.verdict == .tooEarly && open.gaps == 0 && open.seen == 5)
    let over = Claim(declaration, of: example.measure, counts: all, today: ClaimCase.week(24))
    #expect(over.verdict == .notEarned && over.gaps == 7)
    #expect(over.notes.contains { $0.contains("7 weeks in the window have no count") })
  }

  @Test func `between events is said with both medians, their n and intervals, and what was left out`() throws {
    let measure = ProjectMeasure(
      project: ClaimCase.project, name: "Days between events", role: .outcome, kind: .daysBetween,
      numerator: "events", unit: "days",
      better: .up, period: .day)
    var day = ClaimCase.monday
    var counts: [PeriodCount] = []
    func add(_ gap: Int) {
      day = day.adding(gap)
      counts.append(PeriodCount(day, Double(gap)))
    }
    for event in 0..<16 { add(5 + event % 2) }
    let start = day.adding(3)
    let baseline = counts
    for event in 0..<11 { add(20 + event % 2) }
    let aim = Aim(
      project: ClaimCase.project, measure: ClaimCase.measureID, target: 15, by: start.adding(400),
      change: "a checklist",
      begins: start, baselineFrom: ClaimCase.monday, baselineThrough: start.adding(-1), window: 12)
    let declaration = try Declaration(aim, of: measure, counts: baseline, at: Moment(startOf: start))
    let claim = Claim(declaration, of: measure, counts: counts, today: day)
    #expect(
      claim.sentence?.hasSuffix(
        "the median time between two events rose from 5.5 days (16 events; 95% CI 5 to 6) to 20.5 days (10 events; 95% CI "
          + "20 to 21).") == true, "\(claim.sentence ?? claim.basis)")
    #expect(claim.notes.contains { $0.hasPrefix("The first event from") && $0.contains("is left out") })
    #expect(claim.basis.hasPrefix("Seen: "))
  }
}

@Suite struct `Declaring again` {
  @Test func `is said with the chances added up, also when the first was taken back`() throws {
    let example = ClaimCase(baselineWeeks: 12, window: 12)
    let counts = (0..<40).map { PeriodCount(ClaimCase.week($0), 60 + Double($0 % 3), of: 200) }
    let first = try example.declaration(counts, at: 12)
    let second = try example.declaration(counts, at: 25)
    for takenBack in [false, true] {
      let record = ClaimRecord(
        standing: takenBack ? [second] : [first, second], takenBack: takenBack ? [first] : [],
        today: ClaimCase.week(40)
      ) { _ in (example.measure, counts) }
      #expect(record.standing?.declaration == second && record.claims.count == 2)
      #expect(record.falseAlarm == first.falseAlarm + second.falseAlarm)
      let warning = try #require(record.warning)
      #expect(warning.contains("Declared 2 times") && warning.contains("taken back") == takenBack)
    }
    let once = ClaimRecord(standing: [first], today: ClaimCase.week(40)) { _ in (example.measure, counts) }
    #expect(once.warning == nil)
  }
}

@Suite struct `The size of a change between events` {
  /// A claim about days between events: a baseline, then the events that count.
  private func claim(_ before: [Int], _ after: [Int]) throws -> Claim {
    let measure = ProjectMeasure(
      project: ClaimCase.project, name: "Days between falls", role: .outcome, kind: .daysBetween, numerator: "falls",
      better: .up, period: .day)
    var day = ClaimCase.monday
    var counts: [PeriodCount] = []
    func add(_ gaps: [Int]) {
      for gap in gaps {
        day = day.adding(gap)
        counts.append(PeriodCount(day, Double(gap)))
      }
    }
    add(before)
    let start = day.adding(1)
    let aim = Aim(
      project: ClaimCase.project, measure: ClaimCase.measureID, target: 1_000, by: start.adding(100_000),
      change: "a checklist", begins: start, baselineFrom: ClaimCase.monday, baselineThrough: start.adding(-1),
      window: 12)
    let declaration = try Declaration(aim, of: measure, counts: counts, at: Moment(startOf: start))
    // The first event after the start lies on both sides, and is left out.
    add([30] + after)
    return Claim(declaration, of: measure, counts: counts, today: day)
  }

  @Test func `has an interval, worked out by hand from the ranks`() throws {
    let before = [3, 5, 8, 9, 11, 12, 14, 17, 20, 22, 30, 41]
    let after = [12, 15, 18, 25, 31, 33, 37, 40, 52, 60, 71, 90]
    let claim = try claim(before.reversed(), after)
    // Of twelve values the third and the tenth hold their median in 96 of 100 samples: 8 to 22 about 13, and 18 to 60
    // about 35. The difference is 22; the interval reaches down by the root of 17² + 9², and up by that of 25² + 5².
    let interval = try #require(claim.difference)
    #expect(abs(interval.low - (22 - 370.0.squareRoot())) < 1e-9)
    #expect(abs(interval.high - (22 + 650.0.squareRoot())) < 1e-9)
    #expect(
      claim.size?.hasPrefix("Up by 22 days (95% CI 2.76 to 47.5): from 13 days to 35 days") == true,
      "\(claim.size ?? "")"
    )
  }

  @Test func `has none with fewer than six events on a side, and says so`() throws {
    let claim = try claim([3, 5, 8, 9, 11, 12, 14, 17, 20, 22, 30, 41], [18, 25, 31, 33, 40])
    #expect(claim.difference == nil && claim.size?.contains("fewer than six events on one side: no interval") == true)
  }

  @Test func `covers the true one at least 95 times in 100, whatever the change`() throws {
    var random = SeededGenerator(seed: 2026)
    for (mean, tripled) in [(400.0, 400.0), (200.0, 600.0)] {
      func gaps(_ mean: Double, _ count: Int) -> [Int] {
        (0..<count).map { _ in Int((-mean * log(1 - random.uniform())).rounded()) + 1 }
      }
      // The median of a rounded exponential plus one.
      let truth = (tripled - mean) * 0.693_147_180_559_945_3
      let covered = try (0..<400).count { _ in
        let interval = try #require(try claim(gaps(mean, 20), gaps(tripled, 14)).difference)
        return interval.low <= truth && truth <= interval.high
      }
      #expect(covered >= 374, "\(covered) of 400")
    }
  }
}
