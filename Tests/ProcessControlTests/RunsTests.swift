// swift-format-ignore-file: NeverForceUnwrap, NeverUseForceTry

import ProcessControl
import Statistics
import Testing

@Suite struct `Runs about a line` {
  @Test func `may cross as seldom as the binomial says, up to thousands of points`() {
    for useful in Array(1...450) + [999, 1000, 4321, 100_000] {
      let binomial = Binomial(trials: useful - 1, probability: 0.5)
      let least = RunsLimits.fewestCrossings(useful: useful)
      #expect(binomial.cdf(least) >= 0.05, "\(useful)")
      #expect(least == 0 || binomial.cdf(least - 1) < 0.05, "\(useful)")
    }
  }

  /// Longest run and fewest crossings, computed in R.
  @Test(arguments: [(10, 6, 2), (12, 7, 3), (20, 7, 6), (24, 8, 8), (36, 8, 13), (60, 9, 23), (100, 10, 41)])
  func `have the published limits`(useful: Int, longest: Int, fewest: Int) {
    #expect(RunsLimits.longestRun(useful: useful) == longest)
    #expect(RunsLimits.fewestCrossings(useful: useful) == fewest)
  }

  @Test func `are counted as by hand for every short series`() throws {
    for count in 1...8 {
      var total = 1
      for _ in 0..<count { total *= 4 }
      for code in 0..<total {
        var rest = code
        let signs: [Double?] = (0..<count).map { _ in
          defer { rest /= 4 }
          return [-1, 0, 1, nil][rest % 4]
        }
        var request = ChartRequest(.run)
        request.center = 0
        let phase = try ControlChart(of: Series(values: signs), request).phases[0]
        let useful = signs.compactMap(\.self).filter { $0 != 0 }
        let crossings = zip(useful, useful.dropFirst()).filter { $0 != $1 }.count
        let longest = (0..<useful.count).map { first in useful[first...].prefix { $0 == useful[first] }.count }.max()
        if phase.useful != useful.count || phase.crossings != (useful.isEmpty ? nil : crossings)
          || phase.longestRun != longest
        {
          Issue.record("\(signs)")
          return
        }
      }
    }
  }

  @Test func `name the points of a long run without those on the line`() throws {
    var values: [Double?] = [1, 9, 1, 9, 1, 9, 2, 9, 1]
    values += [7, 8, 5, 7, nil, 8, 9, 7, 7, 8, 9]
    var request = ChartRequest(.run)
    request.center = 5
    let chart = try ControlChart(of: Series(values: values), request)
    let run = try #require(chart.signals.first)
    #expect(run.rule == .longRun && run.direction == .up)
    #expect(run.points == [9, 10, 12, 14, 15, 16, 17, 18, 19])
    #expect(
      chart.statement.hasPrefix("Of the last 10 points with values, from point 10, 9 lie above the given center line"))
  }

  @Test func `give every point to the signal of few crossings`() throws {
    let values: [Double?] = [1, 1, 1, 1, 1, 1, 9, 9, 9, 9, 9, 9]
    let chart = try ControlChart(of: Series(values: values), ChartRequest(.run))
    #expect(chart.signals.map(\.rule) == [.fewCrossings])
    #expect(chart.signals[0].points == Array(0..<12))
    #expect(chart.statement.contains("cross the median of 5 once; chance alone gives at least 3 crossings"))
  }

  @Test func `find the median among many as by sorting`() throws {
    var generator = SeededGenerator(seed: 12)
    for count in [1, 2, 3, 199, 200, 201, 202, 500, 1001, 4096] {
      for kinds in [2, 5, 1_000_000] {
        let values = (0..<count).map { _ in Double(generator.below(kinds)) }
        for shape in [values, values.sorted(), Array(values.sorted().reversed())] {
          let sorted = shape.sorted()
          let middle = count % 2 == 1 ? sorted[count / 2] : (sorted[count / 2 - 1] + sorted[count / 2]) / 2
          let chart = try ControlChart(of: Series(values: shape), ChartRequest(.run))
          #expect(chart.phases[0].center == middle, "\(count) of \(kinds)")
        }
      }
    }
  }
}
