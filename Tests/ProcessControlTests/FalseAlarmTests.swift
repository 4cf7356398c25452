// swift-format-ignore-file: NeverForceUnwrap, NeverUseForceTry

import ProcessControl
import Statistics
import Testing

@Suite struct `The false-alarm table` {
  /// Around its own median every order of half above and half below is equally likely: all of them, enumerated.
  @Test(arguments: [8, 10, 12, 14, 16, 18]) func `agrees with every possible order of points`(count: Int) throws {
    var alarms = 0
    var all = 0
    for bits in 0..<(1 << count) where bits.nonzeroBitCount == count / 2 {
      all += 1
      var longest = 0
      var run = 0
      var crossings = 0
      for index in 0..<count {
        let isNew = index == 0 || (bits >> index) & 1 != (bits >> (index - 1)) & 1
        if isNew, index > 0 { crossings += 1 }
        run = isNew ? 1 : run + 1
        longest = max(longest, run)
      }
      if longest > RunsLimits.longestRun(useful: count) || crossings < RunsLimits.fewestCrossings(useful: count) {
        alarms += 1
      }
    }
    let tabled = try #require(FalseAlarms(.anhoej, .run, points: count))
    #expect(abs(tabled.once - Double(alarms) / Double(all)) < 0.002, "\(Double(alarms) / Double(all))")
  }

  @Test func `is what a fresh simulation finds`() throws {
    var simulation = FalseAlarmSimulation()
    var generator = SeededGenerator(seed: 77)
    for _ in 0..<3000 { simulation.draw(using: &generator) }
    let charts: [(RuleSet, ChartKind, FalseAlarmSimulation.Variant)] = [
      (.anhoej, .run, .runs), (.anhoej, .i, .runsAndLimits), (.threeSigma, .i, .limits),
      (.makingDataCount, .i, .makingDataCount), (.threeSigma, .p, .countLimits), (.anhoej, .c, .runsAndCountLimits),
    ]
    for (rules, kind, variant) in charts {
      for baseline in FalseAlarmSimulation.baselines {
        for points in [12, 24, 37, 64, 104] where points > baseline {
          let tabled = try #require(
            FalseAlarms(rules, kind, points: points, baseline: baseline == 0 ? nil : baseline))
          let fresh = simulation.share(variant, baseline: baseline, points: points)
          // Five standard errors of 3,000 draws, and the rounding of the table.
          for (a, b) in [(tabled.once, fresh.once), (tabled.everyPoint, fresh.ever)] {
            #expect(abs(a - b) <= 0.001 + 5 * (a * (1 - a) / 3000).squareRoot() + 5 / 3000)
          }
        }
      }
    }
  }

  @Test func `counts the very signals that charts show`() throws {
    var generator = SeededGenerator(seed: 78)
    for _ in 0..<40 {
      let noise = (0..<60).map { _ in generator.normal() }
      for baseline in [0, 12, 24] {
        let judged = FalseAlarmSimulation.alarms(in: noise, baseline: baseline)
        for points in [13, 20, 27, 41, 60] where points > baseline {
          let charts: [(ChartKind, RuleSet)] = [
            (.run, .anhoej), (.i, .anhoej), (.i, .threeSigma), (.i, .makingDataCount), (.c, .threeSigma), (.c, .anhoej),
          ]
          for (variant, (kind, rules)) in charts.enumerated() {
            var request = ChartRequest(kind)
            request.rules = rules
            if baseline > 0 { request.freezes = [.number(Double(baseline))] }
            // Counts so large that they are as good as normal, with the width they should have.
            let values = noise[..<points].map { kind == .c ? 1e8 + 1e4 * $0 : $0 }
            let chart = try ControlChart(of: Series(values: values), request)
            #expect(chart.signals.isEmpty == (judged[points] & (1 << variant) == 0), "\(kind) \(rules) \(points)")
          }
        }
      }
    }
  }

  @Test func `is silent where it does not know`() throws {
    #expect(FalseAlarms(.anhoej, .run, points: 7) == nil)
    #expect(FalseAlarms(.anhoej, .run, points: 105) == nil)
    #expect(FalseAlarms(.anhoej, .mr, points: 24) == nil)
    #expect(FalseAlarms(.threeSigma, .run, points: 24) == nil)
    #expect(FalseAlarms(.anhoej, .run, points: 24, baseline: 7) == nil)
    #expect(FalseAlarms(.anhoej, .run, points: 24, baseline: 24) == nil)
  }

  @Test func `lies between its neighbors for other baselines`() throws {
    for points in [30, 60, 104] {
      let rates = try [12, 13, 14, 15, 16, 22, 30, 36, 40].filter { $0 < points }.map {
        try #require(FalseAlarms(.anhoej, .run, points: points, baseline: $0)).everyPoint
      }
      #expect(zip(rates, rates.dropFirst()).allSatisfy { $0 >= $1 - 0.003 })
    }
  }

  @Test func `is printed with the verdict`() throws {
    let chart = try ControlChart(of: Series(values: (0..<24).map { Double($0 * 7 % 24) }), ChartRequest(.run))
    #expect(chart.statement.contains("This rule alarms in 3 of 100 unchanged charts of this length."))
    #expect(chart.statement.contains("Looking after every new point, it does in 8 of 100."))
  }
}

@Suite struct `A claim of change` {
  @Test func `needs the runs that simulation found`() throws {
    let rules = [12, 26, 52].map { ClaimRule(baseline: 12, window: $0)! }
    #expect(rules.map(\.run) == [8, 10, 12])
    // 3%, 3.6% and 4.0% by a simulation of a few thousand series.
    for (rule, share) in zip(rules, [0.03, 0.036, 0.04]) { #expect(abs(rule.falseAlarm - share) < 0.006) }
  }

  @Test func `has the chance that counting every outcome gives`() {
    for window in 1...12 {
      for run in 1...window {
        for probability in [0.1, 0.5, 0.62] {
          var chance = 0.0
          for bits in 0..<(1 << window) {
            var longest = 0
            var current = 0
            for index in 0..<window {
              current = (bits >> index) & 1 == 1 ? current + 1 : 0
              longest = max(longest, current)
            }
            guard longest >= run else { continue }
            var mass = 1.0
            for index in 0..<window { mass *= (bits >> index) & 1 == 1 ? probability : 1 - probability }
            chance += mass
          }
          #expect(abs(ClaimRule.chance(run: run, window: window, probability: probability) - chance) < 1e-12)
        }
      }
    }
  }

  @Test(arguments: [(8, 12), (9, 12), (12, 26), (12, 52), (25, 20), (24, 52)])
  func `is earned by an unchanged process as seldom as it says`(baseline: Int, window: Int) throws {
    let rule = try #require(ClaimRule(baseline: baseline, window: window))
    var generator = SeededGenerator(seed: UInt64(baseline * 100 + window))
    var earned = 0
    let draws = 6000
    for _ in 0..<draws {
      let early = (0..<baseline).map { _ in generator.normal() }
      let late = (0..<window).map { _ in generator.normal() }
      let claim = try #require(ChangeClaim(baseline: early, after: late, rule: rule, better: .down))
      if case .earned = claim.verdict { earned += 1 }
    }
    let share = Double(earned) / Double(draws)
    #expect(rule.falseAlarm <= 0.05)
    #expect(abs(share - rule.falseAlarm) < 5 * (rule.falseAlarm / Double(draws)).squareRoot(), "\(share)")
    // One fewer would alarm too often.
    let shorter = ClaimRule(baseline: baseline, window: window, level: rule.falseAlarm + 1e-6)
    #expect(shorter?.run == rule.run)
  }

  @Test func `stays rare for counts with many ties`() throws {
    var generator = SeededGenerator(seed: 4)
    let rule = try #require(ClaimRule(baseline: 12, window: 26))
    var earned = 0
    for _ in 0..<4000 {
      // Binomial counts of 6 in 20: about one in five lies on the median.
      let values: [Double?] = (0..<38).map { _ in
        Double((0..<20).reduce(0) { sum, _ in sum + (generator.uniform() < 0.3 ? 1 : 0) })
      }
      let claim = try #require(
        ChangeClaim(baseline: Array(values[..<12]), after: Array(values[12...]), rule: rule, better: .up))
      if case .earned = claim.verdict { earned += 1 }
    }
    #expect(Double(earned) / 4000 < 0.05, "\(earned)")
  }

  @Test func `waits, is earned and stays earned, or fails`() throws {
    let baseline: [Double?] = [30, 33, 29, 31, 35, 28, 32, 30, 34, 29, 31, 33]
    func claim(_ after: [Double?]) throws -> ChangeClaim {
      try #require(ChangeClaim(baseline: baseline, after: after, window: 12, better: .down))
    }
    #expect(try claim([]).verdict == .tooEarly)
    #expect(try claim([28, 27]).verdict == .tooEarly)
    let eight: [Double?] = [40, 28, 27, nil, 26, 29, 30, 28, 25, 27]
    #expect(try claim(eight).verdict == .earned(points: [1, 2, 4, 5, 6, 7, 8, 9]))
    #expect(try claim(eight + [50]).verdict == .earned(points: [1, 2, 4, 5, 6, 7, 8, 9]))
    #expect(try claim([28, 27, 29, 40, 41]).verdict == .notEarned)
    // Better by the eighth week after the window is too late.
    #expect(try claim(Array(repeating: 40, count: 6) + Array(repeating: 20, count: 20)).verdict == .notEarned)
    #expect(try claim(eight).statement(noun: "week").contains("8 weeks in a row lie below the baseline median of 31"))
    #expect(try claim([28]).statement().hasPrefix("Too early: 1 of the declared 12 points"))
    #expect(try claim([28, 27, 29, 40, 41]).statement().hasPrefix("No change beyond chance"))
    #expect(ChangeClaim(baseline: baseline, after: [], window: 2, better: .up) == nil)
  }
}
