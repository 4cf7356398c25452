public import Statistics

/// Charts of pure noise, counted when they alarm: where the shipped false-alarm table comes from.
///
/// Each draw is one series of independent normal values in which nothing ever changes. It is judged at every length,
/// as if someone looked after every new point, about its own center and about baselines frozen after some points.
///
/// ```swift
/// var simulation = FalseAlarmSimulation()
/// var generator = SeededGenerator(seed: 1)
/// for _ in 0..<10_000 { simulation.draw(using: &generator) }
/// simulation.share(.runs, baseline: 0, points: 24).once  // about 0.03
/// ```
public struct FalseAlarmSimulation: Sendable {
  /// What is counted as an alarm.
  public enum Variant: Int, CaseIterable, Sendable {
    /// Anhøj's runs rules about the median.
    case runs
    /// Anhøj's runs rules about the mean, or a point beyond the limits of an I chart.
    case runsAndLimits
    /// A point beyond the limits of an I chart.
    case limits
    /// The four rules of Making Data Count on its own limits.
    case makingDataCount
    /// A point beyond limits whose width is known, as counts know theirs.
    case countLimits
    /// Anhøj's runs rules about the mean, or a point beyond limits whose width is known.
    case runsAndCountLimits
  }

  /// The first length judged: fewer points get no verdict.
  public static let shortest = 8
  /// The longest series judged: two years of weeks.
  public static let longest = 104
  /// The baselines judged; 0 is the chart about its own center.
  public static let baselines = [0, 8, 12, 16, 20, 24, 36]

  /// The series drawn so far.
  public private(set) var draws = 0
  private var once: [Int]
  private var ever: [Int]

  public init() {
    let cells = Variant.allCases.count * Self.baselines.count * (Self.longest + 1)
    once = Array(repeating: 0, count: cells)
    ever = once
  }

  /// Draws one series and judges it. Complexity: O(longest²)
  public mutating func draw(using generator: inout SeededGenerator) {
    let noise = (0..<Self.longest).map { _ in generator.normal() }
    draws += 1
    for (row, baseline) in Self.baselines.enumerated() {
      let judged = Self.alarms(in: noise, baseline: baseline)
      for variant in Variant.allCases {
        var seen = false
        for points in judged.indices where judged[points] & (1 << variant.rawValue) != 0 || seen {
          seen = true
          let cell = cell(variant, row, points)
          ever[cell] += 1
          if judged[points] & (1 << variant.rawValue) != 0 { once[cell] += 1 }
        }
      }
    }
  }

  /// The share of the series that alarm at one look, and at any look up to that length.
  public func share(_ variant: Variant, baseline: Int, points: Int) -> (once: Double, ever: Double) {
    let row = Self.baselines.firstIndex(of: baseline) ?? 0
    let cell = cell(variant, row, points)
    return (Double(once[cell]) / Double(draws), Double(ever[cell]) / Double(draws))
  }

  private func cell(_ variant: Variant, _ row: Int, _ points: Int) -> Int {
    (variant.rawValue * Self.baselines.count + row) * (Self.longest + 1) + points
  }

  /// For each length of a series, one bit for each variant that alarms.
  package static func alarms(in noise: [Double], baseline: Int) -> [UInt8] {
    var result = [UInt8](repeating: 0, count: noise.count + 1)
    var steps = StepCounter()
    var hasTrend = false
    for points in 1...noise.count {
      if points > 1 { hasTrend = steps.add(noise[points - 1] - noise[points - 2]) || hasTrend }
      guard points >= max(shortest, baseline + 1) else { continue }
      let seen = noise[..<points]
      let base = Array(baseline == 0 ? seen : noise[..<baseline])
      let median = base.median ?? 0
      let mean = base.reduce(0, +) / Double(base.count)
      let ranges = zip(base.dropFirst(), base).map { abs($0 - $1) }
      let range = MovingRange(ranges: ranges, screening: ShewhartFactor.d4).mean
      let runs = Sides(seen, about: median)
      let sides = Sides(seen, about: mean)
      let isBeyond = sides.farthest > 3 * range / ShewhartFactor.d2
      let width = ShewhartFactor.makingDataCount * range
      let isTwoOfThree = Sides.hasTwoOfThree(seen, about: mean, near: width * 2 / 3, limit: width)
      var bits: UInt8 = 0
      if runs.isSignal { bits |= 1 << Variant.runs.rawValue }
      if sides.isSignal || isBeyond { bits |= 1 << Variant.runsAndLimits.rawValue }
      if isBeyond { bits |= 1 << Variant.limits.rawValue }
      if sides.farthest > width || sides.longest >= MakingDataCount.window || hasTrend || isTwoOfThree {
        bits |= 1 << Variant.makingDataCount.rawValue
      }
      if sides.farthest > 3 { bits |= 1 << Variant.countLimits.rawValue }
      if sides.isSignal || sides.farthest > 3 { bits |= 1 << Variant.runsAndCountLimits.rawValue }
      result[points] = bits
    }
    return result
  }
}

/// Runs about a line, counted without the bookkeeping of a chart.
private struct Sides {
  var useful = 0
  var longest = 0
  var crossings = 0
  var farthest = 0.0

  init(_ values: ArraySlice<Double>, about line: Double) {
    var run = 0
    var side = 0
    for value in values where value != line {
      let now = value > line ? 1 : -1
      if now == side {
        run += 1
      } else {
        if side != 0 { crossings += 1 }
        run = 1
        side = now
      }
      useful += 1
      longest = max(longest, run)
      farthest = max(farthest, abs(value - line))
    }
  }

  var isSignal: Bool {
    useful > 0
      && (longest > RunsLimits.longestRun(useful: useful) || crossings < RunsLimits.fewestCrossings(useful: useful))
  }

  /// Three in a row on one side, two or more of them near the limit but not beyond it.
  static func hasTwoOfThree(
    _ values: ArraySlice<Double>, about line: Double, near: Double, limit: Double
  ) -> Bool {
    func isNear(_ value: Double) -> Bool { abs(value - line) > near && abs(value - line) <= limit }
    for index in values.indices.dropFirst(2) {
      let three = (values[index - 2], values[index - 1], values[index])
      let isAbove = three.0 > line && three.1 > line && three.2 > line
      let isBelow = three.0 < line && three.1 < line && three.2 < line
      guard isAbove || isBelow else { continue }
      let near = (isNear(three.0) ? 1 : 0) + (isNear(three.1) ? 1 : 0) + (isNear(three.2) ? 1 : 0)
      if near >= 2 { return true }
    }
    return false
  }
}

/// Steps in one direction, up to the seven points of a trend.
private struct StepCounter {
  private var direction = 0
  private var length = 0

  /// Whether this step completes a trend.
  mutating func add(_ change: Double) -> Bool {
    let now = change > 0 ? 1 : change < 0 ? -1 : 0
    length = now != 0 && now == direction ? length + 1 : 1
    direction = now
    return now != 0 && length >= MakingDataCount.window - 1
  }
}
