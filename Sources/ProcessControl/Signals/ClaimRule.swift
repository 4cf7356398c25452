import RealModule
import Statistics

/// What earns the sentence "it changed": a run long enough that an unchanged process seldom shows it, however often
/// one looks.
///
/// Declared beforehand: the number of baseline points whose median is frozen, a window of points after the change,
/// and the better direction. The claim is earned by `run` points in a row on the better side inside the window; one
/// may look after every point. The number is the smallest whose chance in an unchanged process is at most `level`.
///
/// The chance is computed, not simulated: given that a new point lies on the better side with probability p, the
/// chance of k in a row among w points follows from f(w) = f(w-1) - p^k (1-p) f(w-k-1); p itself is uncertain because
/// the baseline median is, and is integrated out (exactly for an odd baseline and any continuous process; for normal
/// values for an even one).
///
/// ```swift
/// ClaimRule(baseline: 12, window: 26)?.run  // 10
/// ```
public struct ClaimRule: Sendable, Hashable {
  /// Points of the baseline.
  public let baseline: Int
  /// Points after the change that count.
  public let window: Int
  /// The largest chance allowed in an unchanged process.
  public let level: Double
  /// Points in a row on the better side that earn the claim; never more than the window.
  public let run: Int
  /// The chance that an unchanged process earns it.
  public let falseAlarm: Double

  /// Finds the run needed; nil when not even the whole window in a row would be rare enough.
  ///
  /// - Parameters:
  ///   - baseline: 1 or more.
  ///   - window: 1 or more.
  ///   - level: Between 0 and 1.
  /// - Complexity: O(window²), below a millisecond for a year of weeks.
  public init?(baseline: Int, window: Int, level: Double = 0.05) {
    precondition(baseline >= 1 && window >= 1 && level > 0 && level < 1)
    let weights = MedianSplit(baseline: baseline)
    for run in 1...window {
      let chance = weights.expectation { ClaimRule.chance(run: run, window: window, probability: $0) }
      if chance <= level {
        self.baseline = baseline
        self.window = window
        self.level = level
        self.run = run
        falseAlarm = chance
        return
      }
    }
    return nil
  }

  /// The chance of at least `run` successes in a row among `window` independent trials. Complexity: O(window)
  public static func chance(run: Int, window: Int, probability: Double) -> Double {
    guard run <= window else { return 0 }
    var power = 1.0
    for _ in 0..<run { power *= probability }
    let ending = power * (1 - probability)
    // none[w] is the chance of no such run among w trials.
    var none = [Double](repeating: 1, count: window + 1)
    none[run] = 1 - power
    for trials in stride(from: run + 1, through: window, by: 1) {
      none[trials] = none[trials - 1] - ending * none[trials - run - 1]
    }
    return min(1, max(0, 1 - none[window]))
  }
}

/// The distribution of the share of a process above the median of some of its points.
private struct MedianSplit {
  private var shares: [Double] = []
  private var weights: [Double] = []

  init(baseline: Int) {
    baseline % 2 == 1 ? odd(baseline) : even(baseline)
    let total = weights.reduce(0, +)
    weights = weights.map { $0 / total }
  }

  func expectation(_ value: (Double) -> Double) -> Double {
    var sum = 0.0
    for index in shares.indices { sum += weights[index] * value(shares[index]) }
    return sum
  }

  /// The middle of 2h - 1 points splits any continuous process by a Beta(h, h) share.
  private mutating func odd(_ baseline: Int) {
    let h = Double(baseline + 1) / 2
    let intervals = 400
    for step in 1..<intervals {
      let share = Double(step) / Double(intervals)
      shares.append(share)
      weights.append(simpson(step, intervals) * Double.exp((h - 1) * Double.log(4 * share * (1 - share))))
    }
    // The ends have weight only for a single point, whose share is uniform.
    if baseline == 1 {
      shares += [0, 1]
      weights += [1, 1]
    }
  }

  /// The mean m of the two middle points m - d and m + d of 2h normal values.
  private mutating func even(_ baseline: Int) {
    let h = Double(baseline) / 2
    let reach = min(7, 9 / Double(baseline).squareRoot() + 1)
    let gap = min(7, 40 / Double(baseline))
    let intervals = 96
    for step in 0...intervals {
      let m = -reach + 2 * reach * Double(step) / Double(intervals)
      var density = 0.0
      for other in 0...intervals {
        let d = gap * Double(other) / Double(intervals)
        let middle = Normal.cdf(m - d) * Normal.upperTail(m + d)
        guard middle > 0 else { continue }
        density +=
          simpson(other, intervals) * Double.exp((h - 1) * Double.log(4 * middle)) * Normal.density(m - d)
          * Normal.density(m + d)
      }
      shares.append(Normal.upperTail(m))
      weights.append(simpson(step, intervals) * density)
    }
  }

  private func simpson(_ step: Int, _ intervals: Int) -> Double {
    step == 0 || step == intervals ? 1 : step % 2 == 1 ? 4 : 2
  }
}
