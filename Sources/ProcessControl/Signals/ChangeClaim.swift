/// Whether a declared procedure has earned the sentence "it changed".
///
/// The baseline's median is frozen; only points after the change count, only inside the declared window, and only in
/// the direction predicted. The run needed is that of ``ClaimRule``, so looking after every point is allowed. Points
/// on the median neither extend nor break a run. The claim says "after", never "because of".
public struct ChangeClaim: Sendable, Hashable {
  /// Where the claim stands.
  public enum Verdict: Sendable, Hashable {
    /// The run is long enough; its points, as indices into the places after the change.
    case earned(points: [Int])
    /// The window is not over and the run may still come.
    case tooEarly
    /// The window is over, or too few points are left in it.
    case notEarned
  }

  /// The rule declared: baseline, window, run needed, and its false-alarm rate.
  public let rule: ClaimRule
  /// The median of the baseline.
  public let median: Double
  /// The direction predicted.
  public let better: Direction
  /// Where the claim stands.
  public let verdict: Verdict
  /// The values seen in the window so far; nil is a gap.
  public let seen: [Double?]
  /// The longest run in the direction predicted so far.
  public let longestRun: Int

  /// Judges values after a change against a baseline; nil values are gaps and take their place in the window.
  ///
  /// Nil when the baseline has no value, or no run inside the window would be rare enough (see ``ClaimRule``).
  /// Values after the window are ignored.
  public init?(
    baseline: [Double?], after: [Double?], window: Int, better: Direction, level: Double = 0.05
  ) {
    let known = baseline.count { $0 != nil }
    guard known > 0, window >= 1, let rule = ClaimRule(baseline: known, window: window, level: level) else {
      return nil
    }
    self.init(baseline: baseline, after: after, rule: rule, better: better)
  }

  /// Judges values by a rule computed before, for a baseline of as many values; nil when the baseline has none.
  ///
  /// Complexity: O(values)
  public init?(baseline: [Double?], after: [Double?], rule: ClaimRule, better: Direction) {
    guard let median = baseline.compactMap(\.self).median else { return nil }
    let window = rule.window
    var points: [Int] = []
    var longest = 0
    var earned: [Int]?
    let seen = Array(after.prefix(window))
    for (index, value) in seen.enumerated() {
      guard let value, value != median else { continue }
      if (value > median) == (better == .up) { points.append(index) } else { points = [] }
      longest = max(longest, points.count)
      if points.count >= rule.run, points.count == longest { earned = points }
    }
    let left = window - seen.count
    self.rule = rule
    self.median = median
    self.better = better
    self.seen = seen
    longestRun = longest
    verdict = earned.map { .earned(points: $0) } ?? (points.count + left >= rule.run ? .tooEarly : .notEarned)
  }

  /// One or two sentences that say no more than was earned.
  ///
  /// - Parameters:
  ///   - noun: What one point is: "week".
  ///   - value: How the median is said; by default as a number.
  /// - Returns: The verdict with its numbers and its false-alarm rate.
  public func statement(noun: String = "point", value: ((Double) -> String)? = nil) -> String {
    let side = better == .up ? "above" : "below"
    let line = "the baseline median of \(value?(median) ?? Wording.number(median))"
    let odds =
      "This happens in \(Wording.chance(rule.falseAlarm)) unchanged processes, looking after every \(noun)."
    switch verdict {
    case .earned(let points):
      return """
        After the change, \(points.count) \(noun)s in a row lie \(side) \(line); \(rule.run) within \
        \(rule.window) \(noun)s were declared as proof. \(odds)
        """
    case .tooEarly:
      return """
        Too early: \(seen.count) of the declared \(rule.window) \(noun)s have been seen, with at most \(longestRun) in \
        a row \(side) \(line); \(rule.run) are needed.
        """
    case .notEarned:
      return """
        No change beyond chance: within the declared \(rule.window) \(noun)s at most \(longestRun) in a row lie \
        \(side) \(line); \(rule.run) were needed.
        """
    }
  }
}
