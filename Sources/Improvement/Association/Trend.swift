internal import RealModule
public import Statistics

/// Whether a share rises or falls along an ordered factor.
///
/// The slope is that of a logistic regression on the bands' scores, with a line of its own for each level of a second
/// factor; the test is that of Cochran (1954) and Armitage (1955). Agresti, *Categorical Data Analysis*, 2002, 5.3.
public struct Trend: Hashable, Sendable {
  /// Log-odds for one step of the score.
  public let slope: Double
  /// Its standard error.
  public let error: Double

  /// The odds are multiplied by this for one step of the score.
  public var oddsRatio: Double { Double.exp(slope) }

  /// Its 95% interval (Wald).
  public func interval(level: Double = 0.95) -> Interval {
    let half = Normal.critical(level: level) * error
    return Interval(low: Double.exp(slope - half), high: Double.exp(slope + half))
  }

  /// One group of cases that share score and level.
  public struct Group: Hashable, Sendable {
    public let score: Double
    public let level: Int
    public let events: Double
    public let total: Double

    public init(score: Double, level: Int = 0, events: Double, of total: Double) {
      self.score = score
      self.level = level
      self.events = events
      self.total = total
    }
  }

  /// Fits the slope by Newton's method; nil when the data have no finite slope, such as without any event.
  ///
  /// O(groups) for each of at most 50 steps.
  public init?(_ groups: [Group]) {
    let levels = (groups.map(\.level).max() ?? -1) + 1
    guard levels > 0, Set(groups.filter { $0.total > 0 }.map(\.score)).count > 1 else { return nil }
    var starts = [Double](repeating: 0, count: levels)
    for level in 0..<levels {
      let own = groups.filter { $0.level == level }
      let (x, n) = (own.reduce(0) { $0 + $1.events }, own.reduce(0) { $0 + $1.total })
      starts[level] = Double.log((x + 0.5) / (n - x + 0.5))
    }
    // Levels where all or none have the outcome say nothing about the slope, and have no finite line.
    let useful = groups.filter { group in
      let own = groups.filter { $0.level == group.level }
      let x = own.reduce(0) { $0 + $1.events }
      return group.total > 0 && x > 0 && x < own.reduce(0) { $0 + $1.total }
    }
    guard Set(useful.map(\.score)).count > 1 else { return nil }
    let center = useful.reduce(0) { $0 + $1.score * $1.total } / useful.reduce(0) { $0 + $1.total }
    var slope = 0.0
    for _ in 0..<50 {
      let step = Trend.step(useful, center: center, starts: starts, slope: slope)
      guard step.information > 1e-12, step.slope.isFinite, abs(slope + step.slope) < 1e6 else { return nil }
      slope += step.slope
      for level in 0..<levels { starts[level] += step.starts[level] }
      if abs(step.slope) <= 1e-12 * (1 + abs(slope)), step.starts.allSatisfy({ abs($0) < 1e-9 }) {
        self.slope = slope
        error = 1 / step.information.squareRoot()
        return
      }
    }
    return nil
  }

  private static func step(
    _ groups: [Group], center: Double, starts: [Double], slope: Double
  ) -> (slope: Double, starts: [Double], information: Double) {
    var score = 0.0
    var information = 0.0
    var own = [Double](repeating: 0, count: starts.count)
    var mixed = own
    var weights = own
    for group in groups {
      let x = group.score - center
      let p = Logistic.logistic(starts[group.level] + slope * x)
      let rest = group.events - group.total * p
      let weight = group.total * p * (1 - p)
      score += rest * x
      information += weight * x * x
      own[group.level] += rest
      mixed[group.level] += weight * x
      weights[group.level] += weight
    }
    var reduced = score
    for level in starts.indices where weights[level] > 0 {
      reduced -= mixed[level] * own[level] / weights[level]
      information -= mixed[level] * mixed[level] / weights[level]
    }
    let change = reduced / information
    let moves = starts.indices.map { level in
      weights[level] > 0 ? (own[level] - mixed[level] * change) / weights[level] : 0
    }
    return (change, moves, information)
  }

  /// The test of Cochran and Armitage for a trend without levels: z, with no continuity correction; nil where it is not
  /// defined.
  public static func cochranArmitage(_ groups: [Group]) -> Double? {
    let n = groups.reduce(0) { $0 + $1.total }
    let x = groups.reduce(0) { $0 + $1.events }
    guard n > 0, x > 0, x < n else { return nil }
    let p = x / n
    let mean = groups.reduce(0) { $0 + $1.score * $1.total } / n
    let top = groups.reduce(0) { $0 + ($1.score - mean) * ($1.events - $1.total * p) }
    let spread = groups.reduce(0) { $0 + $1.total * ($1.score - mean) * ($1.score - mean) }
    guard spread > 0 else { return nil }
    return top / (p * (1 - p) * spread).squareRoot()
  }
}
