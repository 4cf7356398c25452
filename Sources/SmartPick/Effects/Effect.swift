internal import RealModule

/// One assumption of the odds: a number with its range, its source and what may be wrong with it.
public struct Effect: Sendable, Equatable, Identifiable {
  public enum Stage: String, Sendable { case interview, match, scenario, anchor, value }

  public enum Scale: String, Sendable {
    case oddsRatio = "odds ratio"
    case exponent, probability, share, points
    case logOdds = "log-odds"
  }

  /// Unique, in `snake_case`.
  public let name: String
  public let stage: Stage
  public let scale: Scale
  public var value: Double
  /// The range that nine in ten informed people would allow.
  public var low: Double
  public var high: Double
  public let specialty: String
  public let season: String
  public var source: String
  /// What it means, and what confounds it.
  public var note: String

  public var id: String { name }

  /// The value at a standard normal `z`.
  ///
  /// The two sides of the range are two halves of a normal distribution, cut at the range's ends, so that a sign never
  /// changes. Odds ratios are taken as logarithms.
  func drawn(_ z: Double) -> Double {
    let (middle, bottom, top) = (scaled(value), scaled(low), scaled(high))
    let step = z / 1.6448536269514722
    return z < 0 ? max(bottom, middle + (middle - bottom) * step) : min(top, middle + (top - middle) * step)
  }

  /// The published value in the scale of the sums.
  var scaledValue: Double { scaled(value) }

  /// The value in the scale of the sums: log-odds for an odds ratio.
  func scaled(_ number: Double) -> Double {
    scale == .oddsRatio ? .log(max(number, 1e-6)) : number
  }
}
