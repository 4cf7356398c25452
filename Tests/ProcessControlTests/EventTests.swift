// swift-format-ignore-file: NeverForceUnwrap, NeverUseForceTry

import ProcessControl
import Statistics
import Testing

@Suite struct `Event rows` {
  @Test(arguments: Period.allCases) func `add up as by a dictionary, row by row or all at once`(period: Period) throws {
    var generator = SeededGenerator(seed: 31)
    for _ in 0..<30 {
      let count = 1 + generator.below(400)
      let span = 1 + generator.below(1500)
      let days = (0..<count).map { _ in Int32(19_000 + generator.below(span)) }
      let events = days.map { _ in Double(generator.below(3)) }
      let weights = days.map { _ in Double(2 + generator.below(5)) }
      var single = EventAggregator(by: period)
      for row in days.indices { single.add(Day(number: days[row]), events: events[row], of: weights[row]) }
      var many = EventAggregator(by: period)
      let half = count / 2
      many.add(days: Array(days[..<half]), events: Array(events[..<half]), of: Array(weights[..<half]))
      many.add(days: Array(days[half...]), events: Array(events[half...]), of: Array(weights[half...]))
      var slow: [Day: (Double, Double)] = [:]
      for row in days.indices {
        let start = period.start(of: Day(number: days[row]))
        let old = slow[start] ?? (0, 0)
        slow[start] = (old.0 + events[row], old.1 + weights[row])
      }
      for measure in [Measure.rate, .count] {
        let series = try single.series(measure: measure)
        #expect(try many.series(measure: measure) == series)
        var start = slow.keys.min()!
        for row in series.rows {
          #expect(row.place == .day(start))
          #expect(row.value == slow[start]?.0 ?? 0)
          #expect(row.denominator == (measure == .count ? nil : slow[start]?.1 ?? 0))
          start = period.start(ofIndex: period.index(of: start) + 1)
        }
        #expect(series.rows.last?.place == .day(slow.keys.max()!))
      }
      #expect(single.rows == count && many.rows == count)
    }
  }

  @Test func `fill empty weeks up to the days asked for`() throws {
    var weeks = EventAggregator(by: .week)
    weeks.add(Day(iso: "2024-02-07")!)
    weeks.add(Day(iso: "2024-01-17")!, events: 2)
    weeks.add(Day(iso: "2024-01-18")!, events: .nan)
    let counts = try weeks.series(measure: .count, from: Day(iso: "2024-01-01")!, through: Day(iso: "2024-02-18")!)
    #expect(counts.rows.map(\.value) == [0, 0, 2, 0, 0, 1, 0])
    #expect(counts.period == .week)
    #expect(weeks.missing == 1)
    let shares = try weeks.series(measure: .proportion)
    #expect(shares.rows.map(\.denominator) == [1, 0, 0, 1])
    #expect(try EventAggregator(by: .day).series(measure: .count).rows.isEmpty)
    let none = try EventAggregator(by: .month).series(
      measure: .count, from: Day(iso: "2024-01-01")!, through: Day(iso: "2024-03-31")!)
    #expect(none.rows.map(\.value) == [0, 0, 0])
  }
}

@Suite struct `Pareto bars` {
  @Test func `agree with qicharts2`() {
    let golden = GoldenCase("pareto-simple")
    let pareto = Pareto(of: golden.input["x"].list.map(\.text))
    let expected = golden.expected
    #expect(pareto.bars.map(\.reason) == expected["category"].list.map(\.text))
    for (row, bar) in pareto.bars.enumerated() {
      #expect(agrees(Double(bar.count), expected["y"].list[row]))
      #expect(agrees(Double(bar.cumulativeCount), expected["y.cum"].list[row]))
      #expect(agrees(bar.share, expected["p"].list[row]))
      #expect(agrees(bar.cumulativeShare, expected["p.cum"].list[row]))
    }
    #expect(pareto.statement == "The most frequent reason is Pressure ulcer (38% of 80 counted).")
  }

  @Test func `put ties in alphabetical order and the unrecorded last`() {
    let pareto = Pareto(of: ["b", "a", nil, nil, nil, "c", "c"])
    #expect(pareto.bars.map(\.reason) == ["c", "a", "b", nil])
    #expect(pareto.total == 7)
    #expect(Pareto(of: ["b", nil], keepsUnrecorded: false).total == 1)
    #expect(Pareto(of: []).statement == "No reason has been counted.")
    #expect(Pareto(of: ["b", "a"]).statement == "2 reasons are equally frequent, among them a (50% of 2 counted).")
  }
}

@Suite struct `Group differences` {
  @Test func `carry the intervals of the published methods`() throws {
    for row in GoldenCase("equity-props-simple").json["rows"].list {
      let whole = { (name: String) in Int(row[name].number!) }
      let comparison = try GroupComparison(
        [.init("A", whole("a"), of: row["m"].number!), .init("B", whole("b"), of: row["n"].number!)],
        scale: .proportion, reference: "B")
      let first = comparison.standings[0]
      #expect(agrees(first.interval.low, row["wilson1"].list[0]) && agrees(first.interval.high, row["wilson1"].list[1]))
      let difference = try #require(first.differenceInterval)
      #expect(agrees(difference.low, row["newcombe"].list[0]) && agrees(difference.high, row["newcombe"].list[1]))
      if let ratio = first.ratioInterval, let high = row["ratioKoopman"].list.last?.number, high.isFinite {
        #expect(abs(ratio.low - row["ratioKoopman"].list[0].number!) < 1e-7 * max(1, ratio.low))
        #expect(abs(ratio.high - high) < 1e-7 * max(1, high))
      }
    }
    for row in GoldenCase("equity-rates-simple").json["rows"].list {
      let comparison = try GroupComparison(
        [
          .init("A", Int(row["a"].number!), of: row["T"].number!),
          .init("B", Int(row["b"].number!), of: row["U"].number!),
        ], scale: .rate, reference: "B")
      let first = comparison.standings[0]
      #expect(agrees(first.interval.low * row["T"].number!, row["exact1"].list[0]))
      #expect(agrees(first.differenceInterval!.high, row["moverDiff"].list[1]))
      #expect(agrees(first.ratioInterval!.low, row["midPRatio"].list[0]))
    }
  }

  @Test func `say what they compared and with whom`() throws {
    let comparison = try GroupComparison(
      [.init("English", 48, of: 320), .init("Spanish", 30, of: 120), .init("not recorded", 6, of: 40)],
      scale: .proportion)
    #expect(comparison.reference == "English" && comparison.reason == "the largest group")
    #expect(
      comparison.statement().hasPrefix(
        "English: 15% (95% CI 11.5 to 19.3) of 320; the reference, the largest group. Spanish: 25% (95% CI 18.1 to 33.4)"
      ))
    #expect(comparison.statement().contains("10 percentage points above English"))
    #expect(
      comparison.statement().contains(
        "2 groups were compared with the reference; with no true difference up to 1 in 10 such tables shows a false"))
    #expect(
      comparison.sentences().count == 4 && comparison.sentences().joined(separator: " ") == comparison.statement())
    #expect(comparison.statement().contains("the data do not tell the two apart"))
  }
}
