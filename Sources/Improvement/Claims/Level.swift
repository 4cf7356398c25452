public import ProcessControl
public import Statistics

/// How high a measure stood over some points: the number, what it was counted from, and its interval.
public struct Level: Hashable, Sendable {
  /// Pooled share or rate, the mean count, or the median of quantities, on the scale of the chart.
  public let value: Double
  /// The 95% interval: Wilson for shares, exact for rates and counts, by rank for the median of
  /// quantities; nil for a median of fewer than six points.
  public let interval: Interval?
  public let numerator: Double
  /// Nil where there is none.
  public let denominator: Double?
  /// Points with a value.
  public let points: Int
  public let from: Day
  public let through: Day

  /// Nil without a point.
  init?(_ points: [ClaimPoints.Point], of measure: ProjectMeasure) {
    guard let first = points.first, let last = points.last else { return nil }
    let sum = points.map(\.numerator).exactSum()
    let weight = points.compactMap(\.denominator).exactSum()
    self.points = points.count
    from = first.day
    through = last.day
    numerator = sum
    switch measure.kind {
    case .proportion:
      value = sum / weight
      denominator = weight
      interval = (try? Proportion(Int(sum), of: Int(weight)))?.wilson()
    case .rate:
      value = sum / weight * measure.multiplier
      denominator = weight
      interval = (try? EventRate(Int(sum), per: weight))?.exact().scaled(by: measure.multiplier)
    case .count:
      value = sum / Double(points.count)
      denominator = nil
      interval = (try? EventRate(Int(sum), per: Double(points.count)))?.exact()
    default:
      let quantiles = Quantiles(points.map(\.value))
      value = quantiles?.median ?? .nan
      denominator = nil
      interval = quantiles?.medianInterval()
    }
  }
}

extension ProjectMeasure {
  /// A value of the chart in words: "31%", "4.2 per 1,000 patient-days", "45 min".
  public func said(_ value: Double) -> String {
    switch kind {
    case .proportion: return Wording.percent(value)
    case .casesBetween: return "\(Wording.number(value)) \(unit.isEmpty ? "cases" : unit)"
    case .daysBetween: return value == 1 ? "1 day" : "\(Wording.number(value)) days"
    case .count: return "\(Wording.number(value)) a \(period.rawValue)"
    case .rate, .value: return Wording.number(value) + (unit.isEmpty ? "" : " \(unit)")
    }
  }

  /// What one point is: "week", or "event".
  public var pointNoun: String { kind == .casesBetween || kind == .daysBetween ? "event" : period.rawValue }
}
