import Improvement
import ProcessControl
import Testing

/// A share measured every week, on Mondays from January 4, 2027.
private let share = ProjectMeasure(
  project: ProjectID(rawValue: "p"), name: "Late", role: .outcome, kind: .proportion,
  numerator: "discharges that left more than 4 h after the order", denominator: "discharges", better: .down)

private func monday(_ week: Int) -> Day { Day(number: 20_822).adding(7 * week) }

@Suite struct `A measure's chart` {
  private let counts = (0..<30).map { PeriodCount(monday($0), Double(10 + $0 % 3), of: 40) }

  @Test func `begins on Mondays, as the other tests say`() {
    #expect(monday(0).description == "2027-01-04" && monday(0).weekday == 1)
  }

  @Test func `waits with marks for days that have no points`() throws {
    var marks = MeasureMarks(baselineEnd: monday(-9), target: 0.2)
    marks.add(.init(.phase, on: monday(90), "later"))
    marks.add(.init(.phase, on: monday(-5), "before all"))
    marks.add(.init(.exclusion, on: monday(91), "later"))
    let chart = try share.chart(of: counts, marks: marks)
    #expect(chart.phases.count == 1 && chart.points.allSatisfy(\.isIncluded) && chart.request.target == 0.2)
  }

  @Test func `draws phases with their reason, leaves out any day's week, and carries the baseline on`() throws {
    var marks = MeasureMarks(baselineEnd: monday(11).adding(6))
    marks.add(.init(.phase, on: monday(20).adding(-2), "a new clinic"))
    marks.add(.init(.phase, on: monday(20).adding(-1), "twice"))
    marks.add(.init(.exclusion, on: monday(4).adding(3), "storm"))
    let chart = try share.chart(of: counts, marks: marks)
    #expect(chart.phases.count == 2 && chart.phases[1].range.lowerBound == 20)
    #expect(chart.phases[1].reason == "a new clinic" && chart.statement.contains("redrawn because a new clinic"))
    #expect(chart.points.indices.filter { !chart.points[$0].isIncluded } == [4])
    #expect(chart.phases[0].isFrozen && chart.phases[0].baseline == 11)
  }

  @Test func `never adds two divisions of the same cases, nor reasons`() {
    let parts = [
      PeriodCount(monday(0), 2, of: 10, strata: ["language": "English"]),
      PeriodCount(monday(0), 3, of: 10, strata: ["language": "Spanish"]),
      PeriodCount(monday(0), 5, of: 18, strata: ["payer": "A"]),
      PeriodCount(monday(0), 5, strata: [PeriodCount.reason: "transport"]),
    ]
    for counts in [parts, Array(parts.reversed())] {
      #expect(share.rows(of: counts) == [Row(.day(monday(0)), 5, of: 20)])
    }
  }

  @Test func `takes a quantity's sum of so many as its mean where others have no number`() {
    var minutes = share
    minutes.kind = .value
    let summed = [PeriodCount(monday(0), 120, of: 4), PeriodCount(monday(1), 90, of: 2)]
    #expect(minutes.rows(of: summed) == [Row(.day(monday(0)), 120, of: 4), Row(.day(monday(1)), 90, of: 2)])
    #expect(
      minutes.rows(of: summed + [PeriodCount(monday(2), 50)])
        == [Row(.day(monday(0)), 30), Row(.day(monday(1)), 45), Row(.day(monday(2)), 50)])
  }
}

@Suite struct `The family of measures` {
  @Test(arguments: 0..<8) func `names the kinds that are missing`(set: Int) {
    let roles = ProjectMeasure.Role.allCases
    let held = roles.indices.filter { set & (1 << $0) != 0 }.map { index in
      ProjectMeasure(project: ProjectID(rawValue: "p"), name: "m", role: roles[index], kind: .count)
    }
    let missing = MeasureFamily.missing(among: held)
    #expect(Set(missing).union(held.map(\.role)) == Set(roles) && missing.count + held.count == 3)
  }
}

@Suite struct `What to collect next` {
  @Test func `is the first week that has ended and is not counted`() {
    let counts = [PeriodCount(monday(0), 1, of: 10), PeriodCount(monday(1), 1, of: 10)]
    // On the Wednesday of week 4, weeks 2 and 3 have ended.
    let next = NextPoint(share, counts: counts, today: monday(4).adding(2))
    #expect(next.next == monday(2) && next.waiting == 2 && next.counted == 2)
    #expect(next.statement.contains("2 weeks have ended") && next.statement.contains("2 of 12 weeks"))
    let done = NextPoint(share, counts: counts, today: monday(2))
    #expect(done.waiting == 0 && done.statement.hasPrefix("Up to date."))
    #expect(NextPoint(share, counts: [], today: monday(2)).statement.contains("Nothing is counted yet"))
    let begun = NextPoint(share, counts: [PeriodCount(monday(2), 1, of: 2)], today: monday(2))
    #expect(begun.statement.hasPrefix("The first week is being counted"))
  }

  @Test func `is the first gap, not the last week, and says how many are missing`() {
    let counts = [0, 1, 21].map { PeriodCount(monday($0), 1, of: 10) }
    let next = NextPoint(share, counts: counts, today: monday(22))
    #expect(next.next == monday(2) && next.gaps == 19 && next.waiting == 0)
    #expect(
      next.statement.hasPrefix("Count next: the week of January 18, 2027, the first of 19 weeks without a count."))
  }
}

@Suite struct `The periods of a measure` {
  private func measure(_ period: Period, _ kind: ProjectMeasure.Kind = .proportion) -> ProjectMeasure {
    ProjectMeasure(project: ProjectID(rawValue: "p"), name: "m", role: .outcome, kind: kind, period: period)
  }

  @Test(arguments: Array(0..<256)) func `are each counted, missing, waiting, open or to come, never two of them`(
    set: Int
  ) {
    let counts = (0..<8).filter { set & (1 << $0) != 0 }.map { PeriodCount(monday($0), 1, of: 10) }
    for now in 0...8 {
      let seen = CollectedPeriods(share, counts: counts, today: monday(now).adding(3))
      let ended = counts.map(\.day).filter { $0 < monday(now) }
      #expect(seen.counted == ended.count)
      #expect((seen.open != nil) == counts.contains { $0.day >= monday(now) })
      guard let first = ended.first, let last = ended.last else {
        #expect(seen.missing.isEmpty)
        continue
      }
      let all = (0..<now).map(monday).filter { $0 >= first }
      #expect(Set(seen.missing).union(ended) == Set(all) && seen.missing.count + ended.count == all.count)
      #expect(seen.gaps.allSatisfy { $0 < last } && seen.waiting.allSatisfy { $0 > last })
    }
  }

  @Test func `of a daily measure leave out the days of the week that were never counted`() {
    // Mondays to Fridays of six weeks, without the third Wednesday.
    let days = (0..<42).map { monday(0).adding($0) }.filter { $0.weekday < 6 && $0 != monday(2).adding(2) }
    let seen = CollectedPeriods(
      measure(.day), counts: days.map { PeriodCount($0, 1, of: 2) }, today: monday(6).adding(1))
    #expect(seen.gaps == [monday(2).adding(2)] && seen.waiting == [monday(6)])
    let young = CollectedPeriods(measure(.day), counts: [PeriodCount(monday(0), 1, of: 2)], today: monday(0).adding(3))
    #expect(young.waiting.count == 2)
  }

  @Test func `without a count stand on the chart in their place, and move no line and no run`() throws {
    let counts = (0..<36).map { PeriodCount(monday($0), Double(10 + $0 % 3), of: 40) }
    let some = counts.filter { $0.day < monday(10) || $0.day >= monday(29) }
    let chart = try share.chart(of: some, on: monday(40))
    #expect(chart.points.count == 36 && chart.points.count { $0.value == nil } == 19)
    #expect(chart.points.map(\.place) == (0..<36).map { Place.day(monday($0)) })
    let closed = try ControlChart(of: share.series(of: some))
    #expect(chart.phases[0].runs.useful == closed.phases[0].runs.useful)
    #expect(
      chart.phases[0].center == closed.phases[0].center && chart.phases[0].crossings == closed.phases[0].crossings)
    #expect(chart.statement.contains("19 weeks have no value and are gaps. Runs go on across a gap"))
  }

  @Test func `that is not over waits with its point, whatever is counted in it`() throws {
    let counts = (0..<30).map { PeriodCount(monday($0), Double(10 + $0 % 3), of: 40) }
    let ended = try share.chart(of: counts, on: monday(30))
    for late in [0, 4, 400] {
      let more = counts + [PeriodCount(monday(30), Double(late), of: 400)]
      let chart = try share.chart(of: more, on: monday(30).adding(6))
      #expect(chart.statement == ended.statement && chart.points.count == 30)
      #expect(share.soFar(of: more, on: monday(30))?.contains("\(late) of 400 so far") == true)
      #expect(try share.chart(of: more, on: monday(31)).points.count == 31)
      #expect(share.soFar(of: more, on: monday(31)) == nil)
    }
  }

  @Test func `of a mistyped year do not empty the axis`() throws {
    let chart = try share.chart(of: [PeriodCount(monday(-4_000), 1, of: 10), PeriodCount(monday(0), 1, of: 10)])
    #expect(chart.points.count == 2)
  }

  @Test func `have one chart wherever they are shown: the aim's where it is about the measure`() {
    let id = MeasureID(rawValue: "m")
    let marks = MeasureMarks(baselineEnd: monday(3), target: 0.3)
    var aim = Aim(project: ProjectID(rawValue: "p"), measure: id, target: 0.2)
    #expect(marks.serving(aim, of: id) == MeasureMarks(baselineEnd: monday(3), target: 0.2))
    aim.baselineThrough = monday(9)
    #expect(marks.serving(aim, of: id).baselineEnd == monday(9))
    #expect(marks.serving(aim, of: MeasureID(rawValue: "other")) == marks && marks.serving(nil, of: id) == marks)
  }
}

@Suite struct `A problem statement` {
  @Test func `is computed from the counts, with its interval and the most frequent counted reason`() {
    var counts = (0..<12).map { PeriodCount(monday($0), $0 == 0 ? 16 : 13, of: $0 == 0 ? 50 : 42) }
    counts += [("transport", 70), ("pharmacy", 50), ("not recorded", 39)].map {
      PeriodCount(monday(0), Double($0.1), strata: [PeriodCount.reason: $0.0])
    }
    let problem = ProblemStatement(share, counts: counts, place: "4 West")
    // 159 of 512: 31.05%, Wilson 27.2 to 35.2.
    #expect(
      problem.sentence
        == "31% (95% CI 27 to 35) of 512 discharges (4 West) from January 4 to March 28, 2027 left more than 4 h after "
        + "the order. The most frequent reason is transport (44% of 159 counted).")
    #expect(problem.missing.isEmpty)
  }

  @Test func `says nothing about reasons that nobody counted, and what is missing`() {
    let problem = ProblemStatement(share, counts: [PeriodCount(monday(0), 3, of: 10)])
    #expect(!problem.sentence.contains("reason") && !problem.sentence.contains("due to"))
    #expect(problem.missing.contains { $0.contains("reasons: none has been counted") })
    #expect(problem.missing.contains("where it happens"))
    #expect(problem.missing.contains("more weeks: 1 so far"))
    let empty = ProblemStatement(share, counts: [])
    #expect(empty.sentence.isEmpty && empty.estimate == nil && empty.missing.first == "a first count")
  }

  @Test func `leaves out the week that is not over, as the chart does`() {
    let counts = (0..<3).map { PeriodCount(monday($0), 5, of: 10) }
    let ended = ProblemStatement(share, counts: counts, on: monday(2).adding(6))
    #expect(ended.sentence.contains("of 20 discharges") && !ended.sentence.contains("of 30"))
    #expect(ProblemStatement(share, counts: counts, on: monday(3)).sentence.contains("of 30 discharges"))
    #expect(ProblemStatement(share, counts: [counts[0]], on: monday(0)).sentence.isEmpty)
  }

  @Test func `ends with the baseline where one is declared`() {
    let counts = [PeriodCount(monday(0), 5, of: 10), PeriodCount(monday(9), 0, of: 90)]
    #expect(ProblemStatement(share, counts: counts, through: monday(3)).estimate == 0.5)
    #expect(ProblemStatement(share, counts: counts).estimate == 0.05)
  }

  @Test(arguments: ProjectMeasure.Kind.allCases) func `has words for every kind of number`(kind: ProjectMeasure.Kind) {
    var measure = share
    measure.kind = kind
    let counts = (0..<9).map { PeriodCount(monday($0), Double(2 + $0 % 2), of: kind.hasDenominator ? 20 : nil) }
    let problem = ProblemStatement(measure, counts: counts)
    #expect(problem.sentence.hasSuffix(".") && problem.estimate != nil)
    #expect(problem.interval != nil)
  }

  @Test func `says how far one event lies from the next, by the median with its interval by rank`() {
    var measure = share
    measure.kind = .daysBetween
    let gaps = [3.0, 8, 5, 21, 2, 6, 13, 4, 9, 7]
    var day = monday(0)
    let counts = gaps.map { gap in
      day = day.adding(Int(gap))
      return PeriodCount(day, gap)
    }
    // Of ten values the second smallest and the second largest bound the median: 1 - 2 x 11 / 1024.
    let problem = ProblemStatement(measure, counts: counts, place: "Clinic A")
    #expect(
      problem.sentence
        == "A median of 6.5 days (95% CI 3 to 13) from one event to the next, over 10 events (Clinic A) from January 7 to "
        + "\(day.written).")
  }
}
