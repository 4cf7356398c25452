import RealModule

/// What chance alone allows in a chart with so many useful points.
public enum RunsLimits {
  /// round(log2 n) + 3: longer runs are a signal.
  ///
  /// `useful` is at least 1.
  public static func longestRun(useful: Int) -> Int {
    Int(Double.log2(Double(useful)).rounded(.toNearestOrEven)) + 3
  }

  /// The smallest k with P(Bin(n - 1, 1/2) <= k) >= 5%: fewer crossings are a signal.
  ///
  /// `useful` is at least 1.
  ///
  /// Complexity: O(1) up to 400 points, O(√n) above.
  public static func fewestCrossings(useful: Int) -> Int {
    useful < tabled.count ? Int(tabled[useful]) : quantile(tosses: useful - 1)
  }

  private static let tabled: [Int16] = (0...400).map { $0 == 0 ? 0 : Int16(quantile(tosses: $0 - 1)) }

  /// The 5% quantile of Bin(tosses, 1/2), adding the lower tail from far below the mean upward.
  private static func quantile(tosses: Int) -> Int {
    let mean = Double(tosses) / 2
    let deviation = Double(tosses).squareRoot() / 2
    // What lies below twelve standard deviations is less than 1e-30.
    var k = max(0, Int(mean - 12 * deviation))
    let n = Double(tosses)
    var mass = Double.exp(
      Double.logGamma(n + 1) - Double.logGamma(Double(k) + 1) - Double.logGamma(n - Double(k) + 1)
        - n * Double.log(2))
    var sum = mass
    while sum < 0.05 {
      mass *= (n - Double(k)) / Double(k + 1)
      k += 1
      sum += mass
    }
    return k
  }
}
