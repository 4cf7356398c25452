internal import RealModule
public import Statistics

/// Two groups compared within levels of a second factor, and the levels' answers put together.
///
/// N. Mantel and W. Haenszel, Journal of the National Cancer Institute 22, 1959.
public struct MantelHaenszel: Hashable, Sendable {
  /// One level: events and cases of the group and of the reference.
  public struct Level: Hashable, Sendable {
    public let name: String
    public let events: Double
    public let total: Double
    public let referenceEvents: Double
    public let referenceTotal: Double

    public init(_ name: String, events: Double, of total: Double, reference: Double, of referenceTotal: Double) {
      self.name = name
      self.events = events
      self.total = total
      referenceEvents = reference
      self.referenceTotal = referenceTotal
    }

    /// The group's share minus the reference's; nil where either has no case.
    public var difference: Double? {
      total > 0 && referenceTotal > 0 ? events / total - referenceEvents / referenceTotal : nil
    }
  }

  /// The levels in which both groups have cases; the others cannot be compared.
  public let levels: [Level]
  /// The share's difference within levels.
  public let difference: Double
  /// Its 95% interval, with Sato's variance (Biometrics 45, 1989).
  public let differenceInterval: Interval
  /// The odds ratio within levels; nil where a sum is zero.
  public let oddsRatio: Double?
  /// Its 95% interval, with the variance of Robins, Breslow and Greenland (Biometrics 42, 1986).
  public let oddsRatioInterval: Interval?

  /// Puts levels together; nil when no level has cases of both. O(levels)
  public init?(_ all: [Level], level confidence: Double = 0.95) {
    levels = all.filter { $0.total > 0 && $0.referenceTotal > 0 }
    guard !levels.isEmpty else { return nil }
    let z = Normal.critical(level: confidence)
    var weight = 0.0
    var top = 0.0
    for level in levels {
      let n = level.total + level.referenceTotal
      weight += level.total * level.referenceTotal / n
      top += (level.events * level.referenceTotal - level.referenceEvents * level.total) / n
    }
    let difference = top / weight
    self.difference = difference
    var variance = 0.0
    for level in levels {
      let (a, n1, c, n0) = (level.events, level.total, level.referenceEvents, level.referenceTotal)
      let n = n1 + n0
      let p = (n1 * n1 * c - n0 * n0 * a + n1 * n0 * (n0 - n1) / 2) / (n * n)
      let q = (a * (n0 - c) + c * (n1 - a)) / (2 * n)
      variance += difference * p + q
    }
    let half = z * max(0, variance).squareRoot() / weight
    differenceInterval = Interval(low: max(-1, difference - half), high: min(1, difference + half))
    (oddsRatio, oddsRatioInterval) = MantelHaenszel.odds(levels, z)
  }

  private static func odds(_ levels: [Level], _ z: Double) -> (Double?, Interval?) {
    var (r, s, pr, mixed, qs) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for level in levels {
      let (a, c) = (level.events, level.referenceEvents)
      let (b, d) = (level.total - a, level.referenceTotal - c)
      let n = level.total + level.referenceTotal
      let (p, q) = ((a + d) / n, (b + c) / n)
      r += a * d / n
      s += b * c / n
      pr += p * a * d / n
      mixed += (p * b * c + q * a * d) / n
      qs += q * b * c / n
    }
    guard r > 0, s > 0 else { return (nil, nil) }
    let error = (pr / (2 * r * r) + mixed / (2 * r * s) + qs / (2 * s * s)).squareRoot()
    let center = Double.log(r / s)
    return (r / s, Interval(low: Double.exp(center - z * error), high: Double.exp(center + z * error)))
  }
}
