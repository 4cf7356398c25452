/// Anhøj's two runs rules for points about a center line.
///
/// The longest run is too long above round(log2 n) + 3; the line is crossed too rarely below the 5% quantile of a
/// binomial of n - 1 tosses of a fair coin. n counts the useful points: included, present, and not on the line (a point
/// on the line neither breaks nor extends a run). J. Anhøj and A. Olesen, PLoS ONE 9(11), 2014, e113825.
public struct RunsAnalysis: Sendable, Hashable {
  /// A run of points on one side of the line.
  public struct Run: Sendable, Hashable {
    /// The first and last useful point, as indices into the chart's points.
    public let first: Int
    public let last: Int
    /// The number of useful points.
    public let length: Int
    /// Whether the points lie above the line.
    public let isAbove: Bool
  }

  /// Useful points.
  public internal(set) var useful = 0
  /// The longest run; nil without useful points.
  public internal(set) var longestRun: Run?
  /// Changes of side between neighboring useful points; nil without useful points.
  public internal(set) var crossings: Int?
  /// Runs longer than chance allows.
  public internal(set) var tooLong: [Run] = []
  /// Whether the last run is the last of the useful points.
  public internal(set) var lastRun: Run?

  /// The longest run expected by chance; nil without useful points.
  public var longestRunMax: Int? { useful == 0 ? nil : RunsLimits.longestRun(useful: useful) }
  /// The fewest crossings expected by chance; nil without useful points.
  public var crossingsMin: Int? { useful == 0 ? nil : RunsLimits.fewestCrossings(useful: useful) }

  /// Whether a run is too long.
  public var hasLongRun: Bool { !tooLong.isEmpty }
  /// Whether the line is crossed too rarely.
  public var hasFewCrossings: Bool {
    guard let crossings, let least = crossingsMin else { return false }
    return crossings < least
  }
  /// Whether either rule alarms.
  public var isSignal: Bool { hasLongRun || hasFewCrossings }

  init() {}

  /// Reads the values of `range` that `isIncluded`; NaN is missing. Complexity: O(points)
  init(_ values: [Double], in range: Range<Int>, excluding isExcluded: (Int) -> Bool, center: Double) {
    guard !center.isNaN else { return }
    var current: (first: Int, last: Int, length: Int, isAbove: Bool)?
    var crossed = 0
    var runs: [Run] = []
    var longest: Run?
    func close(_ run: (first: Int, last: Int, length: Int, isAbove: Bool)) {
      let closed = Run(first: run.first, last: run.last, length: run.length, isAbove: run.isAbove)
      if run.length > longest?.length ?? 0 { longest = closed }
      if run.length > 3 { runs.append(closed) }
      lastRun = closed
    }
    for index in range {
      let value = values[index]
      guard value != center, !value.isNaN, !isExcluded(index) else { continue }
      useful += 1
      let isAbove = value > center
      if let run = current {
        if run.isAbove == isAbove {
          current = (run.first, index, run.length + 1, isAbove)
          continue
        }
        crossed += 1
        close(run)
      }
      current = (index, index, 1, isAbove)
    }
    guard let run = current else { return }
    close(run)
    longestRun = longest
    crossings = crossed
    let limit = RunsLimits.longestRun(useful: useful)
    tooLong = runs.filter { $0.length > limit }
  }
}
